import { about } from '../../registers/kinds.ts';
import { stateWords } from '../../registers/words.ts';
import type { Section } from '../report.ts';

const words = {
  says: {
    en: 'What the school writes down, and whether it is done again in time. Nobody is named, and a child’s consent is a number here.',
    cy: 'Yr hyn y mae’r ysgol yn ei gofnodi, ac a wneir ef eto mewn pryd. Nid enwir neb, a rhif yw cydsyniad plentyn yma.'
  },
  caption: { en: 'Entries by register', cy: 'Cofnodion fesul cofrestr' },
  register: { en: 'Register', cy: 'Cofrestr' }
} as const;

/** How many entries the school's registers hold, and how many of them are due. */
export const registers: Section = {
  id: 'registers',
  title: { en: 'Registers', cy: 'Cofrestri' },
  readers: ['coordinator', 'governors'],
  make: ({ everyday = {} }, locale) => {
    const counts = (everyday.registers ?? []).filter(({ entries }) => entries > 0);
    if (counts.length === 0) return [];
    return [
      { kind: 'paragraph', text: words.says[locale] },
      {
        kind: 'table',
        caption: words.caption[locale],
        columns: [words.register, stateWords.holds, stateWords.due, stateWords.overdue].map(each => each[locale]),
        rows: counts.map(({ kind, holds, due, overdue }) => [about[kind].title[locale], ...[holds, due, overdue].map(String)])
      }
    ];
  }
};
