import * as z from 'zod';
import { longest } from '../../core/policies/desk-words.ts';
import { settled, settledAlready } from '../cards/settled.ts';
import { task as taskCard } from '../cards/task.ts';
import { toldOf } from '../tasks.ts';
import type { Action } from '../turn.ts';
import { momentIn } from '../when.ts';
import { typed } from './shapes.ts';

const pressed = z.strictObject({ of: z.int().min(0).max(Number.MAX_SAFE_INTEGER), note: typed });

const words = {
  notYours: {
    en: 'Only the e-safety coordinator can deal with this.',
    cy: 'Dim ond y cydlynydd e-ddiogelwch all ymdrin â hyn.'
  },
  missing: {
    en: 'Please write a few words: they are kept in the ledger.',
    cy: 'Ysgrifennwch ychydig eiriau: fe’u cedwir yn y llyfr cofnodion.'
  },
  long: { en: 'Please write at most {most} characters.', cy: 'Ysgrifennwch {most} nod ar y mwyaf.' }
};

/** The coordinator answers a question, or says what came of a refusal. */
export const settle: Action<z.output<typeof pressed>> = {
  id: 'settle',
  read: data => pressed.safeParse(data).data,
  run: async (turn, { of, note = '' }) => {
    const { desk, person, locale } = turn;
    if (!person.roles.includes('coordinator')) return { says: [{ text: words.notYours[locale] }] };
    const open = (await desk.tasks()).find(task => task.of.index === of);
    const told = open && (await toldOf(turn, open));
    if (!told) return { card: settledAlready(locale) };
    if (note === '') return { card: taskCard(told, locale, { attention: words.missing[locale] }) };
    if (note.length > longest.note)
      return {
        card: taskCard(told, locale, {
          attention: words.long[locale].replace('{most}', String(longest.note)),
          typed: note.slice(0, longest.note)
        })
      };
    const { entry } = await desk.settle(of, person.id, note);
    // Somebody else was first.
    if (entry.kind !== 'settled' || entry.by !== person.id) return { card: settledAlready(locale) };
    return {
      card: settled({ task: told, note: entry.note, by: person.name, when: momentIn(locale, desk.school.timezone, entry.at) }, locale)
    };
  }
};
