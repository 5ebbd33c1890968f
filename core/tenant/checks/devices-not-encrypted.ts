import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** What is on a laptop cannot be read by whoever finds it. */
export const devicesNotEncrypted = survey({
  id: 'devices-not-encrypted',
  title: { en: 'Laptops and telephones are not encrypted', cy: 'Nid yw gliniaduron a ffonau wedi’u hamgryptio' },
  duties: ['encrypt-data-off-site', 'protect-personal-data'],
  severity: 'high',
  vendors: ['microsoft', 'google'],
  topics: [],
  reads: [],
  walks: 'devices',
  begin: tally,
  see: (seen, { id, name, platform, encrypted }) => {
    if (encrypted !== undefined && (platform === 'windows' || platform === 'macos' || platform === 'android'))
      count(seen, encrypted, () => ({ kind: 'device', id, name }));
  },
  messages: {
    all: { en: '{of} of {of} {of:is|are} encrypted.', cy: 'Mae {of} o {of} {of:wedi’i hamgryptio|wedi’u hamgryptio}.' },
    some: {
      en: '{count} of {of} {of:device|devices} {count:is|are} not encrypted. Switch BitLocker or FileVault on before {count:it leaves|they leave} the school again.',
      cy: 'Nid yw {count} o {of} dyfais {count:wedi’i hamgryptio|wedi’u hamgryptio}. Trowch BitLocker neu FileVault ymlaen cyn {count:iddi|iddynt} adael yr ysgol eto.'
    },
    none: { en: 'No device says whether it is encrypted.', cy: 'Nid oes dyfais yn dweud a yw wedi’i hamgryptio.' }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/mem/intune/protect/encryption-monitor',
    google: 'https://support.google.com/a/answer/7562460'
  },
  judge: (_parts, _audited, seen) => {
    const open = seen.of - seen.held;
    if (seen.of === 0) return { state: 'not-readable', message: 'none' };
    if (open === 0) return { state: 'pass', message: 'all', values: { of: seen.of }, ...counts(seen) };
    return { state: seen.held > 0 ? 'partial' : 'fail', message: 'some', values: { count: open, of: seen.of }, ...counts(seen) };
  }
});
