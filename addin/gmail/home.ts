import type { RenderActions } from './card.ts';
import { type By, homeCard } from './cards.ts';
import { type GmailEvent, localeOf } from './event.ts';

/** What is answered when somebody opens Beadle with no message at hand. */
export function onHome(event: GmailEvent, by: By): RenderActions {
  return { action: { navigations: [{ pushCard: homeCard(by, localeOf(event)) }] } };
}
