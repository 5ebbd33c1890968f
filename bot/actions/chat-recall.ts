import * as z from 'zod';
import { no, rightsIn } from '../answers.ts';
import { recalled } from '../commands/recall.ts';
import { allowedTo } from '../rights.ts';
import type { Action } from '../turn.ts';
import { inLanguage, instant, language, person } from './chat-shapes.ts';

const pressed = z.strictObject({ person, since: instant.optional(), in: language });

/** Takes an excuse back: after the yes, or as the undo of the excuse that was given just now. */
export const chatRecall: Action<z.output<typeof pressed>> = {
  id: 'chat-recall',
  read: data => pressed.safeParse(data).data,
  run: async (asked, { person: id, since, in: locale }) => {
    const turn = inLanguage(asked, locale);
    if (allowedTo('recall', await rightsIn(turn)) !== 'all') return { card: no(turn) };
    const person = await turn.desk.person(id);
    return { card: person ? await recalled(turn, person, since) : no(turn) };
  }
};
