import type { Listed } from '../../core/approvals/desk.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { requestLine } from './approval-parts.ts';
import { chatCard, type Part } from './chat-parts.ts';
import { execute, heading, paragraph, subheading } from './elements.ts';

const words = {
  title: { en: 'Approvals', cy: 'Cymeradwyaethau' },
  waiting: { en: 'Wait for your decision', cy: 'Yn aros am eich penderfyniad' },
  mine: { en: 'What you asked for', cy: 'Yr hyn y gofynnoch amdano' },
  none: {
    en: 'Nothing waits for you, and you have asked for nothing.',
    cy: 'Nid oes dim yn aros amdanoch, ac nid ydych wedi gofyn am ddim.'
  },
  openOne: { en: 'Open {reference}', cy: 'Agor {reference}' },
  ask: { en: 'Ask for something', cy: 'Gofyn am rywbeth' },
  later: { en: 'Next', cy: 'Nesaf' },
  earlier: { en: 'Back', cy: 'Yn ôl' }
} satisfies { readonly [word: string]: Text };
const onPage = 6;

/** What waits for somebody's decision, and what they asked for themselves. */
export function approvals(
  { waiting, mine }: { readonly waiting: readonly Listed[]; readonly mine: readonly Listed[] },
  locale: Locale,
  when: (instant: string) => string,
  page = 0
): Card {
  const all = [...waiting, ...mine];
  const pages = Math.max(1, Math.ceil(all.length / onPage));
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = all.slice(at * onPage, (at + 1) * onPage);
  const lines = (title: Text, of: readonly Listed[]): readonly Part[] =>
    of.length === 0
      ? []
      : [
          subheading(title[locale]),
          ...of.flatMap((each): readonly Part[] => [
            paragraph(requestLine(each, locale, when), { spacing: 'Medium' }),
            {
              type: 'ActionSet',
              actions: [execute(fill(words.openOne[locale], { reference: each.reference }), 'approval-open', { id: each.id, in: locale })]
            }
          ])
        ];
  return chatCard(
    locale,
    words.title[locale],
    [
      heading(words.title[locale]),
      ...(all.length === 0 ? [paragraph(words.none[locale])] : []),
      ...lines(
        words.waiting,
        shown.filter(each => waiting.includes(each))
      ),
      ...lines(
        words.mine,
        shown.filter(each => mine.includes(each))
      )
    ],
    [
      ...(at > 0 ? [execute(words.earlier[locale], 'approvals', { page: at - 1, in: locale })] : []),
      ...(at < pages - 1 ? [execute(words.later[locale], 'approvals', { page: at + 1, in: locale })] : []),
      execute(words.ask[locale], 'approval-choose', { in: locale })
    ]
  );
}
