import * as z from 'zod';
import { no, replied, rightsIn } from '../answers.ts';
import { remindCard, sendReminders } from '../commands/remind.ts';
import { allowedTo } from '../rights.ts';
import { readSchool } from '../signatures.ts';
import type { Action } from '../turn.ts';
import { inLanguage, language, person, scope } from './chat-shapes.ts';

const pressed = z.strictObject({
  list: z.enum(['not-signed', 'late']),
  scope,
  person: person.optional(),
  /** How many people the card said. Left out: it has not been asked yet. */
  count: z.int().min(0).max(10_000_000).optional(),
  in: language
});

/** Asks whether to remind, or after the yes reminds: only as many people as the card said. */
export const chatRemind: Action<z.output<typeof pressed>> = {
  id: 'chat-remind',
  read: data => pressed.safeParse(data).data,
  run: async (asked, { list, scope, person, count, in: locale }) => {
    const turn = inLanguage(asked, locale);
    if (allowedTo('remind', await rightsIn(turn)) !== 'all') return { card: no(turn) };
    const reminded = { list, scope, person };
    if (count !== undefined) return { card: await sendReminders(turn, reminded, count) };
    return { says: [replied(remindCard(turn, await readSchool(turn.desk), reminded), locale)] };
  }
};
