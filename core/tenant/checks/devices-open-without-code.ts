import { lockCheck } from '../locks.ts';

/** A device asks for a code or a password before it opens. */
export const devicesOpenWithoutCode = lockCheck({
  id: 'devices-open-without-code',
  title: { en: 'Devices open without a code', cy: 'Mae dyfeisiau’n agor heb god' },
  duties: ['password-on-devices', 'lock-when-unattended'],
  severity: 'high',
  topics: [],
  platforms: ['windows', 'macos', 'ios', 'android', 'chromeos'],
  holds: ({ required }) => required,
  demand: () => ({ en: 'a code or a password to open the device', cy: 'cod neu gyfrinair i agor y ddyfais' })
});
