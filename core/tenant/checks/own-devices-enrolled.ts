import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** Where the school wants no device of people’s own, there is none. */
export const ownDevicesEnrolled = survey({
  id: 'own-devices-enrolled',
  title: { en: 'People’s own devices hold the school’s data', cy: 'Mae dyfeisiau pobl eu hunain yn dal data’r ysgol' },
  duties: ['no-school-data-on-own-devices'],
  severity: 'medium',
  vendors: ['microsoft', 'google'],
  topics: ['ownDevices'],
  reads: [],
  walks: 'devices',
  begin: tally,
  see: (seen, { id, name, personal }) => count(seen, !personal, () => ({ kind: 'device', id, name })),
  messages: {
    allowed: {
      en: 'The school allows people’s own devices; {count} of {of} {count:is|are}.',
      cy: 'Mae’r ysgol yn caniatáu dyfeisiau pobl eu hunain; mae {count} o {of} felly.'
    },
    none: { en: 'No device is somebody’s own.', cy: 'Nid oes dyfais yn eiddo i rywun.' },
    some: {
      en: '{count} of {of} {of:device|devices} {count:is|are} people’s own, though the school wants none. Remove the school’s data from {count:it|them}.',
      cy: 'Mae {count} o {of} dyfais yn eiddo i bobl eu hunain, er nad yw’r ysgol am un. Tynnwch ddata’r ysgol oddi {count:arni|arnynt}.'
    }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/mem/intune/remote-actions/device-remove',
    google: 'https://support.google.com/a/answer/173390'
  },
  judge: (_parts, { expects }, seen) => {
    const own = seen.of - seen.held;
    const values = { count: own, of: seen.of };
    if (expects.ownDevices === 'allowed') return { state: 'pass', message: 'allowed', values };
    if (own === 0) return { state: 'pass', message: 'none', ...counts(seen) };
    return { state: seen.held > 0 ? 'partial' : 'fail', message: 'some', values, ...counts(seen) };
  }
});
