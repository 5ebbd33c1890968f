import * as z from 'zod';
import { cardNow, itemsOf } from '../asked.ts';
import { keyOf } from '../cards/ask.ts';
import { disagree as card } from '../cards/disagree.ts';
import type { Action } from '../turn.ts';
import { itemShape, mostItems } from './shapes.ts';

const pressed = z.strictObject({ items: z.array(itemShape).min(1).max(mostItems) });

/** Asks why. Of what is on the card only what is still to be answered. */
export const disagree: Action<z.output<typeof pressed>> = {
  id: 'disagree',
  read: data => pressed.safeParse(data).data,
  run: async (turn, { items }) => {
    const keys = items.map(keyOf);
    const open = (await itemsOf(turn, true)).filter(item => keys.includes(keyOf(item)));
    return { card: open.length > 0 ? card({ items: open }, turn.locale) : await cardNow(turn) };
  }
};
