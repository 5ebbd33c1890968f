import { check } from '../check.ts';

/** A device to which nobody has given any rule does not count as keeping them. */
export const devicesTrustedWithoutRules = check({
  id: 'devices-trusted-without-rules',
  title: { en: 'Devices without rules are trusted', cy: 'Ymddiriedir mewn dyfeisiau heb reolau' },
  duties: ['leave-protection-on', 'limit-access-to-data'],
  severity: 'medium',
  vendors: ['microsoft'],
  topics: [],
  reads: ['deviceDefaults'],
  messages: {
    not: {
      en: 'A device without any rule does not count as keeping them.',
      cy: 'Nid yw dyfais heb unrhyw reol yn cyfrif fel un sy’n eu cadw.'
    },
    trusted: {
      en: 'A device without any rule counts as keeping them. Set «Mark devices with no compliance policy assigned as» to «Not compliant».',
      cy: 'Mae dyfais heb unrhyw reol yn cyfrif fel un sy’n eu cadw. Gosodwch «Mark devices with no compliance policy assigned as» i «Not compliant».'
    }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/mem/intune/protect/device-compliance-get-started' },
  judge: ({ deviceDefaults }) =>
    deviceDefaults.unassignedCompliant
      ? { state: 'fail', message: 'trusted', subjects: { count: 1, first: [{ kind: 'setting', id: 'secureByDefault' }] } }
      : { state: 'pass', message: 'not' }
});
