import { openUrl } from '../bot/cards/elements.ts';
import type { Reply } from '../bot/turn.ts';
import type { View } from '../addin/tab/api.ts';
import type { Locale, Text } from '../core/locale.ts';
import { tabEntity, tabPath, teamsIdOf } from '../manifests/teams.ts';
import type { BotRegistration } from './config-signatures.ts';
import type { Sending } from './outbox.ts';

const words: Text = { en: 'Open Beadle’s page', cy: 'Agor tudalen Beadle' };

/** The address of a place on the tab, such as `audits/passwords-too-short`, outside Teams. */
export function tabAddress(origin: string, place: string): string {
  return `${origin}${tabPath}#${place}`;
}

/**
 * The address that opens the tab in Teams at a place. Where the app lies in the organisation’s catalogue Teams knows it by the catalogue’s own id, elsewhere by
 * that of its manifest; a Teams that shows no tabs opens the page in a browser.
 */
export function teamsAddress({ origin, catalogueId }: Pick<BotRegistration, 'origin' | 'catalogueId'>, place: string): string {
  const given = { webUrl: tabAddress(origin, place), context: JSON.stringify({ subEntityId: place }) };
  const query = Object.entries(given).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://teams.microsoft.com/l/entity/${catalogueId ?? teamsIdOf({ origin })}/${tabEntity}?${query.join('&')}`;
}

/** Which view of the tab shows what somebody is told of, if one does. Of what it is nothing is said: a view is the same for everybody. */
export function viewOf({ purpose, payload }: Pick<Sending, 'purpose' | 'payload'>): View | undefined {
  if (purpose === 'report') return 'audits';
  if (purpose === 'escalate') return 'signatures';
  if (purpose !== 'notice') return undefined;
  if (typeof payload['item'] === 'string') return 'incidents';
  if (typeof payload['approval'] === 'string') return 'approvals';
  return typeof payload['registers'] === 'string' ? 'registers' : undefined;
}

/** The same card with a button that opens the tab at an address. */
export function withTab(reply: Reply, address: string, locale: Locale): Reply {
  if (!('card' in reply)) return reply;
  const { card } = reply;
  return { ...reply, card: { ...card, actions: [...(card.actions ?? []), openUrl(words[locale], address)] } };
}
