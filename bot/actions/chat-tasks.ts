import * as z from 'zod';
import { replied } from '../answers.ts';
import { oneTask, tasksCard } from '../commands/tasks.ts';
import type { Action } from '../turn.ts';
import { inLanguage, language, page } from './chat-shapes.ts';

const pressed = z.union([
  z.strictObject({ page, in: language }),
  z.strictObject({ of: z.int().min(0).max(Number.MAX_SAFE_INTEGER), in: language })
]);

/** Turns to another page of what waits, or gives the card of one task below the list. */
export const chatTasks: Action<z.output<typeof pressed>> = {
  id: 'chat-tasks',
  read: data => pressed.safeParse(data).data,
  run: async (asked, data) => {
    const turn = inLanguage(asked, data.in);
    if ('page' in data) return { card: await tasksCard(turn, data.page) };
    return { says: [replied(await oneTask(turn, data.of), turn.locale)] };
  }
};
