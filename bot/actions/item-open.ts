import * as z from 'zod';
import { items } from '../cards/items.ts';
import { item } from '../cards/item.ts';
import { itemCover } from '../cards/item-cover.ts';
import { withoutReports } from '../reporting.ts';
import type { Action, Card, Turn } from '../turn.ts';
import { momentIn } from '../when.ts';
import { language, page } from './chat-shapes.ts';
import { tick, typed } from './shapes.ts';

const itemId = z.string().min(1).max(60);
const opens = z.strictObject({ id: itemId, in: language, private: tick.optional(), skip: page.optional(), note: typed });
const hides = z.strictObject({ id: itemId, in: language, note: typed });
const turns = z.strictObject({ page, in: language });

/** Shows an item to whoever deals with it and has said that nobody else sees the screen. It is not put into the chat. */
export const itemOpened: Action<z.output<typeof opens>> = {
  id: 'item-open',
  read: data => opens.safeParse(data).data,
  run: async (turn, { id, in: locale, private: alone = false, skip }) => {
    if (!alone) return { card: itemCover(id, locale, { again: true }) };
    return { card: await itemCard({ ...turn, locale }, id, skip === undefined ? {} : { skip }), passing: true };
  }
};

/** Puts the cover over an item again; the way from the list to one of its items as well. */
export const itemHidden: Action<z.output<typeof hides>> = {
  id: 'item-hide',
  read: data => hides.safeParse(data).data,
  run: (_turn, { id, in: locale }) => Promise.resolve({ card: itemCover(id, locale) })
};

/** Turns the list of items over. */
export const itemsTurned: Action<z.output<typeof turns>> = {
  id: 'items',
  read: data => turns.safeParse(data).data,
  run: async (turn, { page: at, in: locale }) => ({ card: await itemsCard({ ...turn, locale }, at) })
};

/** The items that wait for somebody, without a word of what they are. */
export async function itemsCard(turn: Turn, at = 0): Promise<Card> {
  const { incidents, person, locale } = turn;
  if (!incidents) return withoutReports(locale);
  return items(await incidents.waiting(person.id), locale, instant => momentIn(locale, turn.desk.school.timezone, instant), at);
}

/** One item with its text; the list where there is no such item for them. */
export async function itemCard(
  turn: Turn,
  id: string,
  more: { readonly attention?: string; readonly typed?: string; readonly skip?: number } = {}
): Promise<Card> {
  const { incidents, person, locale, desk } = turn;
  const told = await incidents?.read(id, person.id);
  if (!incidents || !told) return itemsCard(turn);
  return item(told, locale, { ...more, offsets: incidents.offsets, when: instant => momentIn(locale, desk.school.timezone, instant) });
}
