import { fill } from '../../locale.ts';
import type { Section } from '../report.ts';

const words = {
  says: {
    en: 'How often staff were told something while they wrote. Counted by rule; Beadle does not keep who it was.',
    cy: 'Pa mor aml y dywedwyd rhywbeth wrth staff wrth iddynt ysgrifennu. Cyfrifir fesul rheol; nid yw Beadle yn cadw pwy oedd.'
  },
  caption: { en: 'Warnings by rule', cy: 'Rhybuddion fesul rheol' },
  more: { en: 'And {count} more rules, more seldom.', cy: 'A {count} rheol arall, yn llai aml.' },
  columns: { en: ['Rule', 'Warnings'], cy: ['Rheol', 'Rhybuddion'] }
} as const;

/** How often mail rules spoke. */
export const mail: Section = {
  id: 'mail',
  title: { en: 'Mail', cy: 'Post' },
  readers: ['it', 'coordinator', 'head', 'governors'],
  make: (data, locale, reader) => {
    const all = data.mail.slice().sort((a, b) => b.warned - a.warned);
    const shown = reader === 'head' ? all.slice(0, most) : all;
    return all.length === 0
      ? []
      : [
          { kind: 'paragraph', text: words.says[locale] },
          {
            kind: 'table',
            caption: words.caption[locale],
            columns: words.columns[locale],
            rows: shown.map(({ title, warned }) => [title[locale], String(warned)])
          },
          ...(shown.length < all.length
            ? [{ kind: 'paragraph' as const, text: fill(words.more[locale], { count: all.length - shown.length }) }]
            : [])
        ];
  }
};

/** How many rules the head is told of. */
const most = 5;
