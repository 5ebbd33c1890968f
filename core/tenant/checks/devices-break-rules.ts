import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** The school’s rules for devices hold on the devices themselves. */
export const devicesBreakRules = survey({
  id: 'devices-break-rules',
  title: { en: 'Devices break the school’s rules', cy: 'Mae dyfeisiau’n torri rheolau’r ysgol' },
  duties: ['password-on-devices', 'leave-protection-on'],
  severity: 'high',
  vendors: ['microsoft'],
  topics: [],
  reads: [],
  walks: 'devices',
  begin: tally,
  see: (seen, { id, name, compliant }) => {
    if (compliant !== undefined) count(seen, compliant === true, () => ({ kind: 'device', id, name }));
  },
  messages: {
    none: { en: '{of} of {of} {of:device keeps|devices keep} the school’s rules.', cy: 'Mae {of} o {of} dyfais yn cadw rheolau’r ysgol.' },
    some: {
      en: '{count} of {of} {of:device|devices} {count:breaks|break} a rule of the school, or {count:is|are} about to. Intune says which rule on the page of {count:that|each} device.',
      cy: 'Mae {count} o {of} dyfais yn torri un o reolau’r ysgol, neu ar fin gwneud. Mae Intune yn dweud pa reol ar dudalen {count:y ddyfais honno|pob dyfais}.'
    },
    unknown: { en: 'No device says whether it keeps the rules.', cy: 'Nid oes dyfais yn dweud a yw’n cadw’r rheolau.' }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/mem/intune/protect/compliance-policy-monitor' },
  judge: (_parts, _audited, seen) => {
    const open = seen.of - seen.held;
    if (seen.of === 0) return { state: 'not-readable', message: 'unknown' };
    if (open === 0) return { state: 'pass', message: 'none', values: { of: seen.of }, ...counts(seen) };
    return { state: seen.held > 0 ? 'partial' : 'fail', message: 'some', values: { count: open, of: seen.of }, ...counts(seen) };
  }
});
