import * as z from 'zod';
import { refusalWords } from '../../core/approvals/words.ts';
import { longest } from '../../core/approvals/approval.ts';
import { approvalCard, withoutApprovals } from '../approving.ts';
import type { Action } from '../turn.ts';
import { language } from './chat-shapes.ts';
import { typed } from './shapes.ts';

const pressed = z.strictObject({
  id: z.string().min(1).max(60),
  doing: z.enum(['given', 'refused', 'withdrawn', 'closed']),
  in: language,
  words: typed
});

/** Decides a request, takes it back or closes it. What it answers is not put into the chat. */
export const approvalActed: Action<z.output<typeof pressed>> = {
  id: 'approval-act',
  read: data => pressed.safeParse(data).data,
  run: async (asked, { id, doing, in: locale, words = '' }) => {
    const turn = { ...asked, locale };
    if (!turn.approvals) return { card: withoutApprovals(locale) };
    const taken = await turn.approvals.act(id, turn.person.id, doing, words);
    const again = 'done' in taken ? {} : { attention: refusalWords[taken.refused][locale], typed: words.slice(0, longest.reason) };
    return { card: await approvalCard(turn, id, again), passing: true };
  }
};
