import { shortDateIn } from '../../dates.ts';
import { fill } from '../../locale.ts';
import type { Past, ReportData, Section } from '../report.ts';

const words = {
  caption: { en: 'Audits so far', cy: 'Archwiliadau hyd yma' },
  terms: { en: 'The last audit of each term', cy: 'Archwiliad olaf pob tymor' },
  term: { en: 'Term to {date}', cy: 'Tymor hyd {date}' },
  right: { en: 'right', cy: 'cywir' },
  wrong: { en: 'to put right', cy: 'i’w cywiro' },
  unknown: { en: 'not known', cy: 'anhysbys' }
} as const;

/** How many of what a person can see at once. */
const most = { all: 12, head: 4, terms: 6 } as const;

/** How it went from audit to audit; for governors from term to term, as they meet. */
export const trend: Section = {
  id: 'trend',
  title: { en: 'Over time', cy: 'Dros amser' },
  readers: ['coordinator', 'head', 'governors'],
  make: (data, locale, reader) => {
    const terms = reader === 'governors' ? byTerm(data).slice(-most.terms) : [];
    const shown: readonly Told[] = terms.length >= 2 ? terms : data.past.slice(-(reader === 'head' ? most.head : most.all));
    if (shown.length < 2) return [];
    return [
      {
        kind: 'bars',
        caption: (terms.length >= 2 ? words.terms : words.caption)[locale],
        bars: shown.map(({ on, to, right, wrong, unknown }) => ({
          label: to === undefined ? shortDateIn(locale, on) : fill(words.term[locale], { date: shortDateIn(locale, to) }),
          parts: [
            { tone: 'good', value: right, label: words.right[locale] },
            { tone: 'bad', value: wrong, label: words.wrong[locale] },
            { tone: 'unknown', value: unknown, label: words.unknown[locale] }
          ]
        }))
      }
    ];
  }
};

interface Told extends Past {
  /** The last day of the term. */
  readonly to?: string;
}

/** How each term ended; an audit in a holiday belongs to the term before it. */
function byTerm({ past, terms = [] }: ReportData): readonly Told[] {
  const sorted = terms.slice().sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.reduce<readonly Told[]>((all, { from, to }, i) => {
    const next = sorted[i + 1];
    const its = past.filter(({ on }) => on >= from && (!next || on < next.from));
    const last = its[its.length - 1];
    return last ? all.concat([{ ...last, to }]) : all;
  }, []);
}
