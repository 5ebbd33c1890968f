import type { Locale } from '../core/locale.ts';
import { approval } from './cards/approval.ts';
import { approvals } from './cards/approvals.ts';
import { chatCard } from './cards/chat-parts.ts';
import { paragraph } from './cards/elements.ts';
import type { Card, Turn } from './turn.ts';
import { momentIn } from './when.ts';

const words = {
  none: {
    en: 'Nothing can be asked for here. Please speak to the headteacher.',
    cy: 'Ni ellir gofyn am ddim yma. Siaradwch â’r pennaeth.'
  }
};

/** What is said where the school has switched approvals off. */
export function withoutApprovals(locale: Locale): Card {
  return chatCard(locale, words.none[locale], [paragraph(words.none[locale])]);
}

/** What waits for somebody, and what they asked for. */
export async function approvalsCard({ approvals: desk, person, locale, desk: { school } }: Turn, page = 0): Promise<Card> {
  if (!desk) return withoutApprovals(locale);
  const [waiting, mine] = await Promise.all([desk.waiting(person.id), desk.mine(person.id)]);
  return approvals({ waiting, mine }, locale, instant => momentIn(locale, school.timezone, instant), page);
}

/** One request; the list where there is no such request for them. */
export async function approvalCard(
  turn: Turn,
  id: string,
  more: { readonly attention?: string; readonly typed?: string } = {}
): Promise<Card> {
  const { approvals: desk, person, locale } = turn;
  const shown = await desk?.read(id, person.id);
  if (!shown) return approvalsCard(turn);
  return approval(shown, locale, { ...more, when: instant => momentIn(locale, turn.desk.school.timezone, instant) });
}
