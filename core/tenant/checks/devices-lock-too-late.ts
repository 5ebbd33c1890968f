import { lockCheck } from '../locks.ts';

/** A device that nobody touches locks itself after as many minutes as the school says. */
export const devicesLockTooLate = lockCheck({
  id: 'devices-lock-too-late',
  title: { en: 'Devices lock too late, or never', cy: 'Mae dyfeisiau’n cloi’n rhy hwyr, neu byth' },
  duties: ['lock-when-unattended'],
  severity: 'high',
  topics: ['lockMinutes'],
  platforms: ['windows', 'macos', 'ios', 'android', 'chromeos'],
  // Nothing, in every one of these settings, is «never».
  holds: ({ minutes }, { lockMinutes }) => (minutes === undefined ? undefined : minutes > 0 && minutes <= lockMinutes),
  demand: ({ lockMinutes }) => ({
    en: `locked after ${lockMinutes} minutes at most`,
    cy: `wedi’i gloi ar ôl ${lockMinutes} munud fan bellaf`
  })
});
