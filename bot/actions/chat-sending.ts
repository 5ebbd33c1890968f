import * as z from 'zod';
import { no, rightsIn } from '../answers.ts';
import { progressCard } from '../commands/progress.ts';
import { allowedTo } from '../rights.ts';
import type { Action } from '../turn.ts';
import { inLanguage, language } from './chat-shapes.ts';

const pressed = z.strictObject({ pause: z.boolean().optional(), in: language });

/** Pauses the sending or lets it go on, and shows how it stands. */
export const chatSending: Action<z.output<typeof pressed>> = {
  id: 'chat-sending',
  read: data => pressed.safeParse(data).data,
  run: async (asked, { pause, in: locale }) => {
    const turn = inLanguage(asked, locale);
    const { desk, person } = turn;
    if (allowedTo('progress', await rightsIn(turn)) !== 'all') return { card: no(turn) };
    if (pause !== undefined) await desk.pause?.(pause, person.id);
    return { card: await progressCard(turn) };
  }
};
