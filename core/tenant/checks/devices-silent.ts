import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

const day = 24 * 60 * 60 * 1000;

/** Every device has been heard of lately: one that is silent gets no updates and no rules. */
export const devicesSilent = survey({
  id: 'devices-silent',
  title: { en: 'Devices have long been silent', cy: 'Mae dyfeisiau wedi bod yn dawel ers tro' },
  duties: ['look-after-devices', 'report-loss'],
  severity: 'low',
  vendors: ['microsoft', 'google'],
  topics: ['silentDays'],
  reads: [],
  walks: 'devices',
  begin: tally,
  see: (seen, { id, name, lastSeenAt }, { expects, now }) =>
    count(seen, lastSeenAt !== undefined && Date.parse(now) - Date.parse(lastSeenAt) <= expects.silentDays * day, () => ({
      kind: 'device',
      id,
      name
    })),
  messages: {
    none: { en: 'Every device was heard of within {days} days.', cy: 'Clywyd gan bob dyfais o fewn {days} diwrnod.' },
    some: {
      en: '{count} of {of} {of:device|devices} {count:was|were} not heard of for {days} {days:day|days}. Find {count:it, or take it|them, or take them} off the list.',
      cy: 'Ni chlywyd gan {count} o {of} dyfais ers {days} diwrnod. Dewch o hyd {count:iddi, neu tynnwch hi|iddynt, neu tynnwch nhw} oddi ar y rhestr.'
    }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/mem/intune/remote-actions/devices-wipe',
    google: 'https://support.google.com/a/answer/1698333'
  },
  judge: (_parts, { expects }, seen) => {
    const silent = seen.of - seen.held;
    const values = { count: silent, of: seen.of, days: expects.silentDays };
    if (silent === 0) return { state: 'pass', message: 'none', values, ...counts(seen) };
    return { state: seen.held > 0 ? 'partial' : 'stale', message: 'some', values, ...counts(seen) };
  }
});
