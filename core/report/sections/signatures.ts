import type { Section } from '../report.ts';

const words = {
  caption: { en: 'Who has signed, by audience', cy: 'Pwy sydd wedi llofnodi, fesul cynulleidfa' },
  signed: { en: 'signed', cy: 'wedi llofnodi' },
  late: { en: 'late', cy: 'yn hwyr' },
  declined: { en: 'declined', cy: 'wedi gwrthod' },
  excused: { en: 'excused', cy: 'wedi’u hesgusodi' },
  open: { en: 'not yet', cy: 'ddim eto' }
} as const;

/** How many have signed. Totals only: a report names nobody who has not. */
export const signatures: Section = {
  id: 'signatures',
  title: { en: 'Signatures', cy: 'Llofnodion' },
  readers: ['it', 'coordinator', 'head', 'governors'],
  make: ({ signed }, locale) => {
    if (signed.length === 0) return [];
    const several = signed.some(({ policy }) => policy !== signed[0]!.policy);
    return [
      {
        kind: 'bars',
        caption: words.caption[locale],
        bars: signed.map(each => ({
          label: several ? `${each.audience[locale]} (${each.policy})` : each.audience[locale],
          parts: [
            { tone: 'good', value: each.signed, label: words.signed[locale] },
            { tone: 'bad', value: each.late, label: words.late[locale] },
            { tone: 'warn', value: each.declined, label: words.declined[locale] },
            { tone: 'accepted', value: each.excused, label: words.excused[locale] },
            {
              tone: 'unknown',
              value: Math.max(0, each.wanted - each.signed - each.late - each.declined - each.excused),
              label: words.open[locale]
            }
          ]
        }))
      }
    ];
  }
};
