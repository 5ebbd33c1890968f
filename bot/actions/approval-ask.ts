import * as z from 'zod';
import { about, type FieldId, fieldIds, kinds } from '../../core/approvals/kinds.ts';
import { refusalWords } from '../../core/approvals/words.ts';
import { fill } from '../../core/locale.ts';
import { approvalCard, withoutApprovals } from '../approving.ts';
import { approvalForm } from '../cards/approval-form.ts';
import type { Action } from '../turn.ts';
import { language } from './chat-shapes.ts';
import { typed } from './shapes.ts';

const pressed = z.strictObject({
  kind: z.enum(kinds),
  once: z.uuid(),
  in: language,
  ...(Object.fromEntries(fieldIds.map(id => [id, typed])) as { readonly [F in FieldId]: typeof typed })
});

/** Asks for leave, and answers with the request as it stands; with the form again where something is wrong. */
export const approvalAsked: Action<z.output<typeof pressed>> = {
  id: 'approval-ask',
  read: data => pressed.safeParse(data).data,
  run: async (turn, { kind, once, in: locale, ...given }) => {
    const { approvals, person } = turn;
    if (!approvals) return { card: withoutApprovals(locale) };
    const fields = Object.fromEntries(Object.entries(given).filter(([, words]) => words !== undefined && words !== '')) as {
      [F in FieldId]?: string;
    };
    const taken = await approvals.ask({ kind, fields }, person.id, once);
    if ('done' in taken) return { card: await approvalCard({ ...turn, locale }, taken.done.id) };
    const field = about[kind].fields.find(({ id }) => id === taken.field);
    const attention = fill(refusalWords[taken.refused][locale], field ? { field: field.label } : {}, locale);
    return { passing: true, card: approvalForm({ kind, once }, locale, { attention, typed: fields }) };
  }
};
