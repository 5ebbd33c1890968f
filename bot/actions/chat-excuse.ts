import * as z from 'zod';
import { no, rightsIn } from '../answers.ts';
import { excused } from '../commands/excuse.ts';
import { allowedTo } from '../rights.ts';
import type { Action } from '../turn.ts';
import { day, inLanguage, language, person } from './chat-shapes.ts';
import { typed } from './shapes.ts';

const pressed = z.strictObject({ person, until: day.optional(), because: typed, in: language });

/** Excuses somebody as the card says, after the yes. */
export const chatExcuse: Action<z.output<typeof pressed>> = {
  id: 'chat-excuse',
  read: data => pressed.safeParse(data).data,
  run: async (asked, { person: id, until, because, in: locale }) => {
    const turn = inLanguage(asked, locale);
    if (allowedTo('excuse', await rightsIn(turn)) !== 'all') return { card: no(turn) };
    const person = await turn.desk.person(id);
    return { card: person ? await excused(turn, person, { until, because }) : no(turn) };
  }
};
