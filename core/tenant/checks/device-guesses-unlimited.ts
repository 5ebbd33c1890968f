import { lockCheck } from '../locks.ts';

/** Nobody may guess a device’s code for ever. */
export const deviceGuessesUnlimited = lockCheck({
  id: 'device-guesses-unlimited',
  title: { en: 'Codes of devices may be guessed for ever', cy: 'Gellir dyfalu codau dyfeisiau am byth' },
  duties: ['password-on-devices'],
  severity: 'medium',
  topics: ['deviceAttempts'],
  platforms: ['windows', 'ios', 'android'],
  holds: ({ failedAttempts }, { deviceAttempts }) =>
    failedAttempts === undefined ? undefined : failedAttempts > 0 && failedAttempts <= deviceAttempts,
  demand: ({ deviceAttempts }) => ({ en: `${deviceAttempts} wrong codes at most`, cy: `${deviceAttempts} cod anghywir fan bellaf` })
});
