import { fill } from '../../locale.ts';
import type { Section } from '../report.ts';

const words = {
  says: {
    en: 'How often staff were told something while they wrote. Counted by rule; Beadle does not keep who it was.',
    cy: 'Pa mor aml y dywedwyd rhywbeth wrth staff wrth iddynt ysgrifennu. Cyfrifir fesul rheol; nid yw Beadle yn cadw pwy oedd.'
  },
  caption: { en: 'Warnings by rule', cy: 'Rhybuddion fesul rheol' },
  more: { en: 'And {count} more rules, more seldom.', cy: 'A {count} rheol arall, yn llai aml.' },
  columns: { en: ['Rule', 'Warnings'], cy: ['Rheol', 'Rhybuddion'] },
  sent: { en: 'Sent all the same', cy: 'Wedi’u hanfon er hynny' },
  looks: {
    en: 'The school also counts what was sent all the same, after a data-protection assessment: messages, not people.',
    cy: 'Mae’r ysgol hefyd yn cyfrif yr hyn a anfonwyd er hynny, ar ôl asesiad diogelu data: negeseuon, nid pobl.'
  }
} as const;

/** How often mail rules spoke. */
export const mail: Section = {
  id: 'mail',
  title: { en: 'Mail', cy: 'Post' },
  readers: ['it', 'coordinator', 'head', 'governors'],
  make: (data, locale, reader) => {
    const all = data.mail.slice().sort((a, b) => b.warned - a.warned || (b.sent ?? 0) - (a.sent ?? 0));
    const looks = all.some(({ sent }) => sent !== undefined);
    const shown = reader === 'head' ? all.slice(0, most) : all;
    return all.length === 0
      ? []
      : [
          { kind: 'paragraph', text: looks ? `${words.says[locale]} ${words.looks[locale]}` : words.says[locale] },
          {
            kind: 'table',
            caption: words.caption[locale],
            columns: looks ? [...words.columns[locale], words.sent[locale]] : words.columns[locale],
            rows: shown.map(({ title, warned, sent = 0 }) => [title[locale], String(warned), ...(looks ? [String(sent)] : [])])
          },
          ...(shown.length < all.length
            ? [{ kind: 'paragraph' as const, text: fill(words.more[locale], { count: all.length - shown.length }) }]
            : [])
        ];
  }
};

/** How many rules the head is told of. */
const most = 5;
