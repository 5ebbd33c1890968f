import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** Whoever uses a device has set a code on it. */
export const devicesHaveNoCode = survey({
  id: 'devices-have-no-code',
  title: { en: 'Nobody has set a code on devices', cy: 'Nid oes neb wedi gosod cod ar ddyfeisiau' },
  duties: ['password-on-devices'],
  severity: 'high',
  vendors: ['google'],
  topics: [],
  reads: [],
  walks: 'devices',
  begin: tally,
  see: (seen, { id, name, passwordSet }) => {
    if (passwordSet !== undefined) count(seen, passwordSet, () => ({ kind: 'device', id, name }));
  },
  messages: {
    none: {
      en: 'A code is set on {of} of {of} {of:device that says|devices that say} so.',
      cy: 'Mae cod wedi’i osod ar {of} o {of} dyfais sy’n dweud hynny.'
    },
    some: {
      en: 'No code is set on {count} of {of} {of:device|devices}. Ask {count:its user|their users} to set one, or block the {count:device|devices}.',
      cy: 'Nid oes cod wedi’i osod ar {count} o {of} dyfais. Gofynnwch i’w {count:defnyddiwr|defnyddwyr} osod un, neu rhwystrwch y {count:ddyfais|dyfeisiau}.'
    },
    unknown: { en: 'No device says whether a code is set.', cy: 'Nid oes dyfais yn dweud a osodwyd cod.' }
  },
  pages: { google: 'https://support.google.com/a/answer/6328708' },
  judge: (_parts, _audited, seen) => {
    const open = seen.of - seen.held;
    if (seen.of === 0) return { state: 'not-readable', message: 'unknown' };
    if (open === 0) return { state: 'pass', message: 'none', values: { of: seen.of }, ...counts(seen) };
    return { state: seen.held > 0 ? 'partial' : 'fail', message: 'some', values: { count: open, of: seen.of }, ...counts(seen) };
  }
});
