import { fill } from '../../locale.ts';
import type { Block, Section } from '../report.ts';
import { perCent, sentenceOf, stateWords } from '../words.ts';

const words = {
  caption: { en: 'Every check', cy: 'Pob gwiriad' },
  columns: {
    en: ['Check', 'State', 'Holds for', 'What it says'],
    cy: ['Gwiriad', 'Cyflwr', 'Yn dal ar gyfer', 'Yr hyn y mae’n ei ddweud']
  },
  subjects: { en: '{title}: where', cy: '{title}: ble' },
  first: {
    en: '{title}: where ({shown} of {count}; all of them stand in the CSV file)',
    cy: '{title}: ble ({shown} o {count}; maent i gyd yn y ffeil CSV)'
  },
  named: { en: ['What', 'Name', 'Id'], cy: ['Beth', 'Enw', 'Dull adnabod'] },
  kinds: {
    mailbox: { en: 'mailbox', cy: 'blwch post' },
    account: { en: 'account', cy: 'cyfrif' },
    device: { en: 'device', cy: 'dyfais' },
    setting: { en: 'setting', cy: 'gosodiad' },
    place: { en: 'unit', cy: 'uned' },
    domain: { en: 'domain', cy: 'parth' }
  }
} as const;

/** How many subjects of one check the report names. */
const shown = 40;

/** Everything, for whoever mends it: every check, and where it is wrong. */
export const details: Section = {
  id: 'details',
  title: { en: 'Every check in full', cy: 'Pob gwiriad yn llawn' },
  readers: ['it'],
  make: ({ lines }, locale) => {
    if (lines.length === 0) return [];
    const table: Block = {
      kind: 'table',
      caption: words.caption[locale],
      columns: words.columns[locale],
      rows: lines.map(line => {
        const share = 'share' in line.result ? line.result.share : undefined;
        return [
          line.check.title[locale],
          stateWords[line.result.state][locale],
          share ? `${share.held}/${share.of} (${perCent(share.held, share.of)})` : '–',
          sentenceOf(line, locale)
        ];
      })
    };
    const places = lines.reduce<readonly Block[]>((all, { check, result }) => {
      const subjects = 'subjects' in result ? result.subjects : undefined;
      if (!subjects || subjects.count === 0 || subjects.first.length === 0 || result.state === 'pass') return all;
      const first = subjects.first.slice(0, shown);
      const caption = fill((subjects.count > first.length ? words.first : words.subjects)[locale], {
        title: check.title[locale],
        shown: first.length,
        count: subjects.count
      });
      const rows = first.map(({ kind, id, name }) => [
        words.kinds[kind][locale],
        name === undefined ? id : name,
        name === undefined ? '' : id
      ]);
      return all.concat([{ kind: 'table', caption, columns: words.named[locale], rows }]);
    }, []);
    return [table, ...places];
  }
};
