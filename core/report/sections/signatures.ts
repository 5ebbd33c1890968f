import type { Section } from '../report.ts';

const words = {
  caption: { en: 'Who has signed, by audience', cy: 'Pwy sydd wedi llofnodi, fesul cynulleidfa' },
  columns: {
    en: ['Audience', 'Asked for', 'Signed', 'Late', 'Declined', 'Excused'],
    cy: ['Cynulleidfa', 'Gofynnwyd am', 'Llofnodwyd', 'Hwyr', 'Gwrthodwyd', 'Esgusodwyd']
  },
  signed: { en: 'signed', cy: 'wedi llofnodi' },
  late: { en: 'late', cy: 'yn hwyr' },
  open: { en: 'not yet', cy: 'ddim eto' }
} as const;

/** How many have signed. Totals only: a report names nobody who has not. */
export const signatures: Section = {
  id: 'signatures',
  title: { en: 'Signatures', cy: 'Llofnodion' },
  readers: ['it', 'coordinator', 'head', 'governors'],
  make: ({ signed }, locale) =>
    signed.length === 0
      ? []
      : [
          {
            kind: 'bars',
            caption: words.caption[locale],
            bars: signed.map(each => ({
              label: each.audience[locale],
              parts: [
                { tone: 'good', value: each.signed, label: words.signed[locale] },
                { tone: 'bad', value: each.late, label: words.late[locale] },
                { tone: 'unknown', value: Math.max(0, each.wanted - each.signed - each.late), label: words.open[locale] }
              ]
            }))
          },
          {
            kind: 'table',
            caption: words.caption[locale],
            columns: words.columns[locale],
            rows: signed.map(each => [
              each.audience[locale],
              ...[each.wanted, each.signed, each.late, each.declined, each.excused].map(String)
            ])
          }
        ]
};
