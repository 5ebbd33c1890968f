import * as z from 'zod';
import { lookUpsCard } from '../commands/my-status.ts';
import type { Action } from '../turn.ts';
import { inLanguage, language, page } from './chat-shapes.ts';

const pressed = z.strictObject({ page, in: language });

/** Turns to another page of who looked the asker up. */
export const chatLookups: Action<z.output<typeof pressed>> = {
  id: 'chat-lookups',
  read: data => pressed.safeParse(data).data,
  run: async (turn, { page, in: locale }) => ({ card: await lookUpsCard(inLanguage(turn, locale), page) })
};
