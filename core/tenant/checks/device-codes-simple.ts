import { lockCheck } from '../locks.ts';

/** A device takes no code such as 1234. */
export const deviceCodesSimple = lockCheck({
  id: 'device-codes-simple',
  title: { en: 'Devices take codes such as 1234', cy: 'Mae dyfeisiau’n derbyn codau fel 1234' },
  duties: ['password-on-devices', 'strong-passwords'],
  severity: 'low',
  topics: [],
  platforms: ['windows', 'macos', 'ios', 'chromeos'],
  holds: ({ simpleBlocked }) => simpleBlocked,
  demand: () => ({ en: 'no simple codes', cy: 'dim codau syml' })
});
