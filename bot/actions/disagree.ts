import * as z from 'zod';
import { cardNow, itemsOf } from '../asked.ts';
import { disagree as card } from '../cards/disagree.ts';
import type { Action } from '../turn.ts';

const pressed = z.strictObject({});

/** Asks somebody what they do not agree to, of all that they are to sign, and why. */
export const disagree: Action<z.output<typeof pressed>> = {
  id: 'disagree',
  read: data => pressed.safeParse(data).data,
  run: async turn => {
    const items = await itemsOf(turn);
    return { card: items.length > 0 ? card({ items }, turn.locale) : await cardNow(turn) };
  }
};
