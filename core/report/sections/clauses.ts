import { keeping } from '../../duties.ts';
import { fill } from '../../locale.ts';
import { wordsOf } from '../../policies/policy.ts';
import type { MapLine } from '../../policies/map.ts';
import { keptWords, type ReportData, type Section } from '../report.ts';
import { perCent, stateWords } from '../words.ts';

const words = {
  says: {
    en: 'Of the {all} clauses of «{title}»: how far each is kept today, never more than something bears out. A signature proves that it was read, not that it is done.',
    cy: 'O {all} cymal «{title}»: i ba raddau y cedwir pob un heddiw, byth yn fwy nag y mae rhywbeth yn ei gadarnhau. Mae llofnod yn profi ei fod wedi’i ddarllen, nid ei fod yn cael ei wneud.'
  },
  caption: { en: 'Clauses by how far they are kept', cy: 'Cymalau yn ôl i ba raddau y’u cedwir' },
  all: { en: 'Every clause and its evidence today', cy: 'Pob cymal a’i dystiolaeth heddiw' },
  columns: {
    en: ['Clause', 'What it says', 'Kept', 'Evidence today'],
    cy: ['Cymal', 'Yr hyn y mae’n ei ddweud', 'Cedwir', 'Tystiolaeth heddiw']
  },
  none: { en: 'none', cy: 'dim' },
  partly: { en: 'in part', cy: 'yn rhannol' }
} as const;

/** Of each clause, how far it is kept, and what says so today. Everybody sees the totals; those who work with it see every clause. */
export const clauses: Section = {
  id: 'clauses',
  title: { en: 'The policy, clause by clause', cy: 'Y polisi, fesul cymal' },
  readers: ['it', 'coordinator', 'head', 'governors'],
  make: (data, locale, reader) => {
    const { map } = data;
    if (!map) return [];
    const { totals, lines } = map.policy;
    const tones = ['good', 'good', 'warn', 'unknown', 'plain'] as const;
    return [
      { kind: 'paragraph', text: fill(words.says[locale], { all: totals.clauses, title: map.title }) },
      {
        kind: 'bars',
        caption: words.caption[locale],
        bars: keeping.map((kept, i) => ({
          label: `${keptWords[kept][locale]} (${perCent(totals.today[kept], totals.clauses)})`,
          parts: [
            { tone: tones[i]!, value: totals.today[kept], label: keptWords[kept][locale] },
            { tone: 'plain', value: totals.clauses - totals.today[kept], label: '' }
          ]
        }))
      },
      ...(reader === 'governors' || reader === 'head'
        ? []
        : [
            {
              kind: 'table' as const,
              caption: words.all[locale],
              columns: words.columns[locale],
              rows: lines.map(line => [
                line.clause.id,
                shortened(wordsOf(line.clause.text, locale)),
                `${keptWords[line.today.kept][locale]}${line.today.partly ? `, ${words.partly[locale]}` : ''}`,
                evidenceFor(line, data, locale)
              ])
            }
          ])
    ];
  }
};

/** What serves a clause today, with the state of each check among it. */
function evidenceFor({ today }: MapLine, { lines }: ReportData, locale: 'en' | 'cy'): string {
  if (today.by.length === 0) return words.none[locale];
  return today.by
    .map(by => {
      const line = lines.filter(({ check }) => check.id === by)[0];
      return line ? `${by}: ${stateWords[line.result.state][locale]}` : by;
    })
    .join('; ');
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= 140) return flat;
  const cut = flat.slice(0, 140);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100))} …`;
}
