import { lockCheck } from '../locks.ts';

/** The code of a device has as many characters as the school asks for. */
export const deviceCodesTooShort = lockCheck({
  id: 'device-codes-too-short',
  title: { en: 'Codes of devices may be too short', cy: 'Gall codau dyfeisiau fod yn rhy fyr' },
  duties: ['password-on-devices'],
  severity: 'medium',
  topics: ['deviceLength'],
  platforms: ['windows', 'macos', 'ios', 'android', 'chromeos'],
  holds: ({ leastLength }, { deviceLength }) => (leastLength === undefined ? undefined : leastLength >= deviceLength),
  demand: ({ deviceLength }) => ({ en: `${deviceLength} characters at least`, cy: `o leiaf ${deviceLength} nod` })
});
