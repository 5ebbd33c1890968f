import { fill } from '../../locale.ts';
import type { Change } from '../../tenant/compare.ts';
import type { Section } from '../report.ts';
import { titleOf } from '../item.ts';
import { changeWords, sentenceOf } from '../words.ts';

const words = {
  caption: { en: 'Since the last audit', cy: 'Ers yr archwiliad diwethaf' },
  columns: { en: ['What', 'Change', 'Today'], cy: ['Beth', 'Newid', 'Heddiw'] },
  more: { en: 'And {count} more.', cy: 'A {count} arall.' },
  none: { en: 'Nothing has changed since the last audit.', cy: 'Nid oes dim wedi newid ers yr archwiliad diwethaf.' }
} as const;

/** The bad news first. */
const order: readonly Change[] = ['new', 'worse', 'lost', 'mended', 'better', 'found'];

/** How many changes the head is told of. */
const most = 6;

/** What is otherwise than at the last audit. */
export const changed: Section = {
  id: 'changed',
  title: { en: 'What changed', cy: 'Beth a newidiodd' },
  readers: ['it', 'coordinator', 'head'],
  make: (data, locale, reader) => {
    const { lines, since } = data;
    if (since === undefined || lines.length === 0) return [];
    const other = lines.filter(({ change }) => change !== 'same').sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change));
    const shown = reader === 'head' ? other.slice(0, most) : other;
    if (other.length === 0) return [{ kind: 'paragraph', text: words.none[locale] }];
    return [
      {
        kind: 'table',
        caption: words.caption[locale],
        columns: words.columns[locale],
        rows: shown.map(line => [
          titleOf(line, data, locale),
          line.change === 'same' ? '' : changeWords[line.change][locale],
          sentenceOf(line, locale)
        ])
      },
      ...(shown.length < other.length
        ? [{ kind: 'paragraph' as const, text: fill(words.more[locale], { count: other.length - shown.length }) }]
        : [])
    ];
  }
};
