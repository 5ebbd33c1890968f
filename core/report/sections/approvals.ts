import { about } from '../../approvals/kinds.ts';
import { lengthWords } from '../../incidents/clock.ts';
import { fill } from '../../locale.ts';
import type { Section } from '../report.ts';

const words = {
  says: {
    en: 'What leave was asked for in this school year, and what waits or is out still: numbers, never who asked or for what.',
    cy: 'Yr hyn y gofynnwyd am ganiatâd ar ei gyfer yn y flwyddyn ysgol hon, a’r hyn sy’n aros neu’n dal allan: niferoedd, byth pwy a ofynnodd nac am beth.'
  },
  overdue: {
    en: 'Should be back, deleted or over, and nobody has said that it is: {count}.',
    cy: 'Dylai fod yn ôl, wedi’i ddileu neu ar ben, ac nid oes neb wedi dweud ei fod: {count}.'
  },
  caption: { en: 'Approvals by kind', cy: 'Cymeradwyaethau fesul math' },
  columns: {
    en: ['What', 'Waits', 'Approved', 'Not approved', 'Lapsed', 'Half were answered within'],
    cy: ['Beth', 'Yn aros', 'Cymeradwywyd', 'Ni chymeradwywyd', 'Daeth i ben', 'Atebwyd hanner o fewn']
  }
} as const;

/** How many approvals were asked for, and what became of them. */
export const approvals: Section = {
  id: 'approvals',
  title: { en: 'Approvals', cy: 'Cymeradwyaethau' },
  readers: ['coordinator', 'governors'],
  make: ({ everyday = {} }, locale) => {
    const counts = (everyday.approvals ?? []).filter(each => each.waiting + each.given + each.refused + each.lapsed > 0);
    if (counts.length === 0) return [];
    const count = counts.reduce((sum, { overdue }) => sum + overdue, 0);
    return [
      { kind: 'paragraph', text: words.says[locale] },
      ...(count > 0 ? [{ kind: 'paragraph' as const, text: fill(words.overdue[locale], { count }) }] : []),
      {
        kind: 'table',
        caption: words.caption[locale],
        columns: words.columns[locale],
        rows: counts.map(({ kind, waiting, given, refused, lapsed, minutesToDecide }) => [
          about[kind].title[locale],
          ...[waiting, given, refused, lapsed].map(String),
          minutesToDecide === undefined ? '–' : lengthWords(locale, minutesToDecide)
        ])
      }
    ];
  }
};
