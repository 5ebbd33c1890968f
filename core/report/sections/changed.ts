import type { Section } from '../report.ts';
import { titleOf } from '../item.ts';
import { changeWords, sentenceOf } from '../words.ts';

const words = {
  caption: { en: 'Since the last audit', cy: 'Ers yr archwiliad diwethaf' },
  columns: { en: ['What', 'Change', 'Today'], cy: ['Beth', 'Newid', 'Heddiw'] },
  none: { en: 'Nothing has changed since the last audit.', cy: 'Nid oes dim wedi newid ers yr archwiliad diwethaf.' }
} as const;

/** What is otherwise than at the last audit. */
export const changed: Section = {
  id: 'changed',
  title: { en: 'What changed', cy: 'Beth a newidiodd' },
  readers: ['it', 'coordinator', 'head'],
  make: (data, locale) => {
    const { lines, since } = data;
    if (since === undefined || lines.length === 0) return [];
    const other = lines.filter(({ change }) => change !== 'same');
    if (other.length === 0) return [{ kind: 'paragraph', text: words.none[locale] }];
    return [
      {
        kind: 'table',
        caption: words.caption[locale],
        columns: words.columns[locale],
        rows: other.map(line => [
          titleOf(line, data, locale),
          line.change === 'same' ? '' : changeWords[line.change][locale],
          sentenceOf(line, locale)
        ])
      }
    ];
  }
};
