import type { Locale, Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { cardOf, execute, group, heading, paragraph, toggle } from './elements.ts';

/** All that a notification says. */
export const itemNotice: Text = { en: 'You have a confidential item', cy: 'Mae gennych eitem gyfrinachol' };

const words = {
  lead: {
    en: 'Make sure that nobody else can see your screen, and that it is not on a projector.',
    cy: 'Gwnewch yn siŵr na all neb arall weld eich sgrin, ac nad yw ar daflunydd.'
  },
  private: { en: 'My screen is private', cy: 'Mae fy sgrin yn breifat' },
  missing: { en: 'Please tick the box first.', cy: 'Ticiwch y blwch yn gyntaf.' },
  show: { en: 'Show it', cy: 'Ei dangos' }
};

/** Stands before an item: no name, no kind, no word of it. */
export function itemCover(id: string, locale: Locale, more: { readonly again?: true } = {}): Card {
  return cardOf(
    locale,
    itemNotice[locale],
    [
      heading(itemNotice[locale]),
      ...(more.again ? [group([paragraph(words.missing[locale], { weight: 'Bolder' })], { style: 'attention' as const })] : []),
      paragraph(words.lead[locale]),
      toggle('private', words.private[locale], { missing: words.missing[locale] })
    ],
    [execute(words.show[locale], 'item-open', { id, in: locale }, { main: true })]
  );
}
