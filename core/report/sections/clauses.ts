import { keeping } from '../../duties.ts';
import { fill, type Locale } from '../../locale.ts';
import { rules } from '../../mail/rules/index.ts';
import { wordsOf } from '../../policies/policy.ts';
import type { MapLine } from '../../policies/map.ts';
import { keptWords, type ReportData, type Section } from '../report.ts';
import { servedBy } from '../served.ts';
import { titleOf } from '../item.ts';
import { ofWords, perCent, stateWords } from '../words.ts';

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
  of: { en: 'of {all}', cy: 'o {all}' },
  rule: { en: 'rule «{title}»', cy: 'rheol «{title}»' },
  check: { en: 'check «{title}»: {state}', cy: 'gwiriad «{title}»: {state}' },
  paper: { en: 'signatures on paper', cy: 'llofnodion ar bapur' },
  ledger: { en: 'signatures', cy: 'llofnodion' },
  signed: { en: 'signatures: {signed}', cy: 'llofnodion: {signed}' },
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
    const tones = ['good', 'good', 'warn', 'unknown', 'accepted'] as const;
    return [
      { kind: 'paragraph', text: fill(words.says[locale], { all: totals.clauses, title: map.title }) },
      {
        kind: 'bars',
        caption: words.caption[locale],
        bars: keeping.map((kept, i) => ({
          label: `${keptWords[kept][locale]} (${perCent(totals.today[kept], totals.clauses)})`,
          parts: [
            { tone: tones[i]!, value: totals.today[kept], label: fill(words.of[locale], { all: totals.clauses }) },
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
function evidenceFor({ today }: MapLine, data: ReportData, locale: Locale): string {
  if (today.by.length === 0) return words.none[locale];
  return today.by.reduce<readonly string[]>((all, by) => all.concat(evidenceBy(by, data, locale)), []).join('; ');
}

function evidenceBy(by: string, data: ReportData, locale: Locale): readonly string[] {
  if (by === 'paper') return [words.paper[locale]];
  if (by === 'ledger') {
    const wanted = data.signed.reduce((sum, each) => sum + each.wanted, 0);
    const signed = data.signed.reduce((sum, each) => sum + each.signed, 0);
    return [wanted === 0 ? words.ledger[locale] : fill(words.signed[locale], { signed: ofWords(signed, wanted, locale) })];
  }
  const lines = data.lines.filter(({ check }) => check.id === by);
  if (lines.length > 0)
    return lines.map(line =>
      fill(words.check[locale], { title: titleOf(line, data, locale), state: stateWords[line.result.state][locale] })
    );
  const served = servedBy(by);
  if (served) return [served.title[locale]];
  const rule = rules.filter(({ id }) => id === by)[0];
  return [rule ? fill(words.rule[locale], { title: rule.title[locale] }) : by];
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= 140) return flat;
  const cut = flat.slice(0, 140);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100))} …`;
}
