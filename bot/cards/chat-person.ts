import { type Locale, type Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard } from './chat-parts.ts';
import { type Button, factSet, heading, paragraph } from './elements.ts';
import { plain } from './plain.ts';

/** Where one person stands. */
export interface Shown {
  readonly name: string;
  /** What they are at the school. */
  readonly about: string;
  readonly sentence: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly notes: readonly string[];
  readonly actions?: readonly Button[];
}

/** Facts on one card; a parent of many children with many policies has more. */
const most = 25;
const more: Text = { en: 'and {count} more', cy: 'a {count} arall' };

/** One person's signatures, one a line, and what else is to be said of them. */
export function personCard({ name, about, sentence, facts, notes, actions }: Shown, locale: Locale): Card {
  return chatCard(
    locale,
    sentence,
    [
      heading(plain(name, 120)),
      ...(about === '' ? [] : [paragraph(plain(about), { spacing: 'None' })]),
      paragraph(sentence),
      ...(facts.length > 0 ? [factSet(facts.slice(0, most).map(({ title, value }) => ({ title: plain(title, 100), value })))] : []),
      ...(facts.length > most ? [paragraph(more[locale].replace('{count}', String(facts.length - most)))] : []),
      ...notes.map(note => paragraph(note))
    ],
    actions
  );
}
