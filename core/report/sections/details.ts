import { fill } from '../../locale.ts';
import type { Block, Section } from '../report.ts';
import { titleOf } from '../item.ts';
import { kindWords, perCent, sentenceOf, stateWords } from '../words.ts';

const words = {
  caption: { en: 'Every check', cy: 'Pob gwiriad' },
  columns: {
    en: ['What is looked for', 'State', 'Holds for', 'What was seen'],
    cy: ['Yr hyn y chwilir amdano', 'Cyflwr', 'Yn dal ar gyfer', 'Yr hyn a welwyd']
  },
  subjects: { en: 'Where: {title}', cy: 'Ble: {title}' },
  first: {
    en: 'Where: {title} ({shown} of {count}; the CSV file names {named})',
    cy: 'Ble: {title} ({shown} o {count}; mae’r ffeil CSV yn enwi {named})'
  },
  named: { en: ['What', 'Name', 'Id'], cy: ['Beth', 'Enw', 'Dull adnabod'] }
} as const;

/** How many subjects of one check the report names. */
const shown = 40;

/** Everything, for whoever mends it: every check, and where it is wrong. */
export const details: Section = {
  id: 'details',
  title: { en: 'Every check in full', cy: 'Pob gwiriad yn llawn' },
  readers: ['it'],
  make: (data, locale) => {
    const { lines } = data;
    if (lines.length === 0) return [];
    const table: Block = {
      kind: 'table',
      caption: words.caption[locale],
      columns: words.columns[locale],
      rows: lines.map(line => {
        const share = 'share' in line.result ? line.result.share : undefined;
        return [
          titleOf(line, data, locale),
          stateWords[line.result.state][locale],
          share ? `${share.held}/${share.of} (${perCent(share.held, share.of)})` : '–',
          sentenceOf(line, locale)
        ];
      })
    };
    const places = lines.reduce<readonly Block[]>((all, line) => {
      const { result } = line;
      const subjects = 'subjects' in result ? result.subjects : undefined;
      if (!subjects || subjects.count === 0 || subjects.first.length === 0 || result.state === 'pass') return all;
      const first = subjects.first.slice(0, shown);
      const caption = fill((subjects.count > first.length ? words.first : words.subjects)[locale], {
        title: titleOf(line, data, locale),
        shown: first.length,
        named: subjects.first.length,
        count: subjects.count
      });
      const rows = first.map(({ kind, id, name }) => [
        kindWords[kind][locale],
        name === undefined ? id : name,
        name === undefined ? '' : id
      ]);
      const columns = words.named[locale];
      // Where everything goes by its id, a column of them beside it would be empty.
      const alone = rows.every(([, , id]) => id === '');
      return all.concat([
        { kind: 'table', caption, columns: alone ? columns.slice(0, 2) : columns, rows: alone ? rows.map(row => row.slice(0, 2)) : rows }
      ]);
    }, []);
    return [table, ...places];
  }
};
