import * as z from 'zod';
import { no } from '../answers.ts';
import { listCard } from '../commands/who-has-not-signed.ts';
import { allowedTo, rightsOf } from '../rights.ts';
import { readSchool } from '../signatures.ts';
import type { Action } from '../turn.ts';
import { inLanguage, language, list, page, scope } from './chat-shapes.ts';

const pressed = z.strictObject({ list, scope, page, in: language });

/** Turns to another page of a list of people. */
export const chatPage: Action<z.output<typeof pressed>> = {
  id: 'chat-page',
  read: data => pressed.safeParse(data).data,
  run: async (asked, { list, scope, page, in: locale }) => {
    const turn = inLanguage(asked, locale);
    const school = await readSchool(turn.desk);
    const allowed = allowedTo('who', rightsOf(turn.person, school.people));
    return { card: allowed === 'all' || allowed === 'team' ? listCard(turn, school, list, scope, page) : no(turn) };
  }
};
