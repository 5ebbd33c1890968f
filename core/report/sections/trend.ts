import { shortDateIn } from '../../dates.ts';
import type { Section } from '../report.ts';

const words = {
  caption: { en: 'Audits so far', cy: 'Archwiliadau hyd yma' },
  columns: { en: ['Audit', 'Right', 'To put right', 'Not known'], cy: ['Archwiliad', 'Iawn', 'I’w cywiro', 'Anhysbys'] },
  right: { en: 'right', cy: 'iawn' },
  wrong: { en: 'to put right', cy: 'i’w cywiro' },
  unknown: { en: 'not known', cy: 'anhysbys' }
} as const;

/** How many of what a person can see at once. */
const most = 12;

/** How it went from audit to audit. */
export const trend: Section = {
  id: 'trend',
  title: { en: 'Over time', cy: 'Dros amser' },
  readers: ['coordinator', 'head', 'governors'],
  make: ({ past }, locale) => {
    if (past.length < 2) return [];
    const shown = past.slice(-most);
    return [
      {
        kind: 'bars',
        caption: words.caption[locale],
        bars: shown.map(({ on, right, wrong, unknown }) => ({
          label: shortDateIn(locale, on),
          parts: [
            { tone: 'good', value: right, label: words.right[locale] },
            { tone: 'bad', value: wrong, label: words.wrong[locale] },
            { tone: 'unknown', value: unknown, label: words.unknown[locale] }
          ]
        }))
      },
      {
        kind: 'table',
        caption: words.caption[locale],
        columns: words.columns[locale],
        rows: shown.map(({ on, right, wrong, unknown }) => [shortDateIn(locale, on), ...[right, wrong, unknown].map(String)])
      }
    ];
  }
};
