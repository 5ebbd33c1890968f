import { fill, type Locale } from '../../core/locale.ts';
import { type State, states, type Totals } from '../signatures.ts';
import type { Card } from '../turn.ts';
import { chatCard, table } from './chat-parts.ts';
import { type Button, heading, paragraph } from './elements.ts';
import { plain } from './plain.ts';

/** What is counted, and the same by audience where there are several. */
export interface Counted {
  readonly title: string;
  /** The answer in a sentence. */
  readonly sentence: string;
  readonly totals: Totals;
  readonly parts: readonly { readonly title: string; readonly totals: Totals | undefined }[];
  readonly note?: string;
  readonly actions?: readonly Button[];
}

/** What a state is called where people are counted. */
export const stateWords: { readonly [S in State]: { readonly [L in Locale]: string } } = {
  signed: { en: 'signed', cy: 'wedi llofnodi' },
  waiting: { en: 'not signed yet', cy: 'heb lofnodi eto' },
  late: { en: 'late', cy: 'hwyr' },
  declined: { en: 'declined', cy: 'wedi gwrthod' },
  excused: { en: 'excused', cy: 'wedi’u hesgusodi' }
};
const colours: { readonly [S in State]: string } = {
  signed: 'good',
  waiting: 'neutral',
  late: 'attention',
  declined: 'warning',
  excused: 'categoricalBlue'
};
const words = {
  chart: { en: 'Signatures', cy: 'Llofnodion' },
  state: { en: 'State', cy: 'Cyflwr' },
  people: { en: 'People', cy: 'Pobl' },
  of: { en: '{signed} of {all}', cy: '{signed} o {all}' },
  signed: { en: 'Signed', cy: 'Wedi llofnodi' },
  late: { en: 'Late', cy: 'Hwyr' },
  few: { en: 'too few to say', cy: 'rhy ychydig i’w ddweud' },
  who: { en: 'Who', cy: 'Pwy' }
};

/** How many have signed: the sentence first, then Teams' chart (a table of the same numbers where there is none), then the audiences one by one. */
export function totals({ title, sentence, totals, parts, note, actions }: Counted, locale: Locale): Card {
  const order: readonly State[] = [...states].reverse();
  const counted = order.filter(state => totals[state] > 0);
  return chatCard(
    locale,
    sentence,
    [
      heading(plain(title)),
      paragraph(sentence),
      ...(counted.length > 0
        ? [
            {
              type: 'Chart.Donut' as const,
              title: words.chart[locale],
              data: counted.map(state => ({ legend: stateWords[state][locale], value: totals[state], color: colours[state] })),
              fallback: table(
                [[words.state[locale], words.people[locale]], ...counted.map(state => [stateWords[state][locale], String(totals[state])])],
                [3, 1]
              )
            }
          ]
        : []),
      ...(parts.length > 1
        ? [
            table(
              [
                [words.who[locale], words.signed[locale], words.late[locale]],
                ...parts
                  .slice(0, 30)
                  .map(({ title, totals }) => [
                    plain(title, 60),
                    totals ? fill(words.of[locale], { signed: totals.signed, all: totals.all - totals.excused }) : words.few[locale],
                    totals ? String(totals.late) : '–'
                  ])
              ],
              [3, 2, 1]
            )
          ]
        : []),
      ...(note === undefined ? [] : [paragraph(note)])
    ],
    actions
  );
}
