import * as z from 'zod';
import { longest, noteKinds, refusalWords } from '../../core/incidents/incident.ts';
import { withoutReports } from '../reporting.ts';
import type { Action } from '../turn.ts';
import { language } from './chat-shapes.ts';
import { itemCard, itemsCard } from './item-open.ts';
import { typed } from './shapes.ts';

const pressed = z.strictObject({
  id: z.string().min(1).max(60),
  kind: z.enum(noteKinds),
  to: z.string().min(1).max(100).optional(),
  in: language,
  note: typed
});

/** Adds a note to an item, hands it on or closes it. What it answers is not put into the chat. */
export const itemNoted: Action<z.output<typeof pressed>> = {
  id: 'item-note',
  read: data => pressed.safeParse(data).data,
  run: async (asked, { id, kind, to, in: locale, note = '' }) => {
    const turn = { ...asked, locale };
    if (!turn.incidents) return { card: withoutReports(locale) };
    const taken = await turn.incidents.add(id, turn.person.id, { kind, text: note, ...(to === undefined ? {} : { to }) });
    if ('done' in taken)
      return { card: kind === 'handed-on' ? await itemsCard(turn) : await itemCard(turn, id), passing: kind !== 'handed-on' };
    const again = { attention: refusalWords[taken.refused][locale], typed: note.slice(0, longest.note) };
    return { card: await itemCard(turn, id, again), passing: true };
  }
};
