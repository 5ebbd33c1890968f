import * as z from 'zod';
import { approvalCard, approvalsCard } from '../approving.ts';
import type { Action } from '../turn.ts';
import { language, page } from './chat-shapes.ts';

const opens = z.object({ id: z.string().min(1).max(60), in: language });
const turns = z.strictObject({ page, in: language });

/** Shows a request to whoever asked or may decide it. It is not put into the chat. */
export const approvalOpened: Action<z.output<typeof opens>> = {
  id: 'approval-open',
  read: data => opens.safeParse(data).data,
  run: async (turn, { id, in: locale }) => ({ card: await approvalCard({ ...turn, locale }, id), passing: true })
};

/** Shows what waits for somebody and what they asked for, and turns that over. */
export const approvalsTurned: Action<z.output<typeof turns>> = {
  id: 'approvals',
  read: data => turns.safeParse(data).data,
  run: async (turn, { page: at, in: locale }) => ({ card: await approvalsCard({ ...turn, locale }, at) })
};
