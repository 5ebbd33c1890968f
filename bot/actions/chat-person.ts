import * as z from 'zod';
import { longest } from '../../core/policies/desk-words.ts';
import { no } from '../answers.ts';
import { excuseCard } from '../commands/excuse.ts';
import { recallCard } from '../commands/recall.ts';
import { remindCard } from '../commands/remind.ts';
import { statusCard } from '../commands/status-of.ts';
import { allowedTo, rightsOf, seenBy } from '../rights.ts';
import { readSchool } from '../signatures.ts';
import type { Action } from '../turn.ts';
import { day, inLanguage, language, person } from './chat-shapes.ts';

const pressed = z.strictObject({
  for: z.enum(['status', 'remind', 'excuse', 'recall']),
  person,
  until: day.optional(),
  because: z.string().max(longest.reason).optional(),
  in: language
});

/** Goes on with the person who was chosen out of several: their status, or the question before something is done. */
export const chatPerson: Action<z.output<typeof pressed>> = {
  id: 'chat-person',
  read: data => pressed.safeParse(data).data,
  run: async (asked, { for: purpose, person: id, until, because, in: locale }) => {
    const turn = inLanguage(asked, locale);
    const people = await turn.desk.people();
    const rights = rightsOf(turn.person, people);
    const person = seenBy(turn.person, people, rights).find(each => each.id === id);
    const ask = purpose === 'status' ? 'status-of' : purpose;
    const allowed = allowedTo(ask, rights);
    if (!person || allowed === 'none' || allowed === 'own') return { card: no(turn) };
    if (purpose === 'status') return { card: await statusCard(turn, person) };
    if (purpose === 'excuse') return { card: await excuseCard(turn, person, { until: until === '' ? undefined : until, because }) };
    if (purpose === 'recall') return { card: await recallCard(turn, person) };
    return { card: remindCard(turn, await readSchool(turn.desk), { list: 'not-signed', scope: {}, person: id }) };
  }
};
