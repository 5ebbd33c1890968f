import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** No device has had its protection taken off. */
export const devicesCompromised = survey({
  id: 'devices-compromised',
  title: { en: 'The protection of devices was taken off', cy: 'Tynnwyd diogelwch dyfeisiau' },
  duties: ['leave-protection-on', 'install-with-permission'],
  severity: 'high',
  vendors: ['microsoft', 'google'],
  topics: [],
  reads: [],
  walks: 'devices',
  begin: tally,
  see: (seen, { id, name, compromised }) => {
    if (compromised !== undefined) count(seen, !compromised, () => ({ kind: 'device', id, name }));
  },
  messages: {
    none: { en: 'No device says that its protection was taken off.', cy: 'Nid oes dyfais yn dweud bod ei diogelwch wedi’i dynnu.' },
    some: {
      en: 'The protection of {count} {count:device|devices} was taken off («jailbroken» or «rooted»). Wipe {count:it before it is|them before they are} used again.',
      cy: 'Tynnwyd diogelwch {count} dyfais («jailbroken» neu «rooted»). Sychwch {count:hi cyn ei defnyddio|nhw cyn eu defnyddio} eto.'
    },
    unknown: { en: 'No device says whether its protection was taken off.', cy: 'Nid oes dyfais yn dweud a dynnwyd ei diogelwch.' }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/mem/intune/protect/compliance-policy-create-ios',
    google: 'https://support.google.com/a/answer/7562460'
  },
  judge: (_parts, _audited, seen) => {
    const broken = seen.of - seen.held;
    if (seen.of === 0) return { state: 'not-readable', message: 'unknown' };
    return broken === 0
      ? { state: 'pass', message: 'none', ...counts(seen) }
      : { state: 'fail', message: 'some', values: { count: broken }, ...counts(seen) };
  }
});
