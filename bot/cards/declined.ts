import { type Locale } from '../../core/locale.ts';
import { deskWords, longest } from '../../core/policies/desk-words.ts';
import type { Card } from '../turn.ts';
import { cardOf, execute, group, heading, paragraph } from './elements.ts';
import { plain, plainLines } from './plain.ts';

const words = {
  heading: { en: 'Your answer was recorded', cy: 'Cofnodwyd eich ateb' },
  what: { en: 'You do not agree to:', cy: 'Nid ydych yn cytuno â:' },
  next: {
    en: 'Nothing was signed. The e-safety coordinator has your reason and will speak with you.',
    cy: 'Ni lofnodwyd dim. Mae eich rheswm gan y cydlynydd e-ddiogelwch, a fydd yn siarad â chi.'
  },
  after: { en: 'Sign after all', cy: 'Llofnodi wedi’r cyfan' },
  rest: { en: 'Sign the rest', cy: 'Llofnodi’r gweddill' }
};

/** Says that a refusal was recorded and what happens next. `left`: whether there is something else to sign. */
export function declined(
  data: {
    readonly items: readonly { readonly title: string; readonly version: string; readonly child?: string }[];
    readonly reason: string;
    readonly when: string;
    readonly left: boolean;
  },
  locale: Locale
): Card {
  return cardOf(
    locale,
    words.heading[locale],
    [
      heading(words.heading[locale]),
      paragraph(data.when, { spacing: 'None' }),
      paragraph(words.what[locale]),
      ...data.items.map(({ title, version, child }) =>
        paragraph(`• ${plain(title)} ${version}${child ? ` (${plain(child)})` : ''}`, { spacing: 'Small', weight: 'Bolder' })
      ),
      group(
        [
          paragraph(deskWords.reason[locale], { weight: 'Bolder' }),
          paragraph(plainLines(data.reason, longest.reason), { spacing: 'Small' })
        ],
        { style: 'emphasis' }
      ),
      paragraph(words.next[locale])
    ],
    [
      ...(data.left ? [execute(words.rest[locale], 'show', {}, { main: true })] : []),
      execute(words.after[locale], 'show', { declined: true })
    ]
  );
}
