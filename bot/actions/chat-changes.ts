import * as z from 'zod';
import { changesCard } from '../commands/changed-since.ts';
import type { Action } from '../turn.ts';
import { inLanguage, language, page } from './chat-shapes.ts';

const pressed = z.strictObject({ since: z.iso.date(), signed: z.boolean(), page, in: language });

/** Turns to another page of what changed; of what, the asker's rights say. */
export const chatChanges: Action<z.output<typeof pressed>> = {
  id: 'chat-changes',
  read: data => pressed.safeParse(data).data,
  run: async (turn, { since, signed, page, in: locale }) => ({ card: await changesCard(inLanguage(turn, locale), since, signed, page) })
};
