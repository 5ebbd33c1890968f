import type { Section } from '../report.ts';

const words = {
  says: {
    en: 'How often staff were told something while they wrote. Counted by rule; Beadle does not keep who it was.',
    cy: 'Pa mor aml y dywedwyd rhywbeth wrth staff wrth iddynt ysgrifennu. Cyfrifir fesul rheol; nid yw Beadle yn cadw pwy oedd.'
  },
  caption: { en: 'Warnings by rule', cy: 'Rhybuddion fesul rheol' },
  columns: { en: ['Rule', 'Warnings'], cy: ['Rheol', 'Rhybuddion'] }
} as const;

/** How often mail rules spoke. */
export const mail: Section = {
  id: 'mail',
  title: { en: 'Mail', cy: 'Post' },
  readers: ['it', 'coordinator', 'head', 'governors'],
  make: (data, locale) =>
    data.mail.length === 0
      ? []
      : [
          { kind: 'paragraph', text: words.says[locale] },
          {
            kind: 'table',
            caption: words.caption[locale],
            columns: words.columns[locale],
            rows: data.mail.map(({ title, warned }) => [title[locale], String(warned)])
          }
        ]
};
