import { review } from '../../core/mail/review.ts';
import type { Card, RenderActions, ScopesAsked } from './card.ts';
import { type By, nobodyCard, verdictCard } from './cards.ts';
import { type GmailEvent, isRefused, localeOf, messageOf, scopes } from './event.ts';

/** What is answered when somebody opens Beadle beside a message that they are writing. */
export function onCompose(event: GmailEvent, by: By): RenderActions | ScopesAsked {
  if (isRefused(event, scopes.recipients)) return { requesting_google_scopes: { scopes: [scopes.recipients] } };
  return { action: { navigations: [{ pushCard: composed(event, by) }] } };
}

/** The card for the message as Gmail hands it over now. */
export function composed(event: GmailEvent, by: By): Card {
  const locale = localeOf(event);
  const message = messageOf(event, by);
  const { addressed } = message;
  const nobody = 'unread' in addressed || addressed.value.to.length + addressed.value.cc.length + addressed.value.bcc.length === 0;
  return nobody ? nobodyCard(by, locale) : verdictCard(review(message, by.policy), by, locale);
}
