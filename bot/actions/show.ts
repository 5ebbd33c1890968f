import * as z from 'zod';
import { cardNow } from '../asked.ts';
import type { Action } from '../turn.ts';

const pressed = z.strictObject({ declined: z.boolean().optional() });

/** Shows afresh what there is to sign, with a fresh link. */
export const show: Action<z.output<typeof pressed>> = {
  id: 'show',
  refreshes: true,
  read: data => pressed.safeParse(data).data,
  run: async (turn, { declined = false }) => ({ card: await cardNow(turn, { declined }) })
};
