import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { kinds } from '../../core/approvals/kinds.ts';
import { withoutApprovals } from '../approving.ts';
import { approvalChoose } from '../cards/approval-choose.ts';
import { approvalForm } from '../cards/approval-form.ts';
import type { Action } from '../turn.ts';
import { language } from './chat-shapes.ts';

const pressed = z.object({ kind: z.enum(kinds).optional(), in: language });

/** Leads to the form of what was chosen; without a choice back to all of them. */
export const approvalChosen: Action<z.output<typeof pressed>> = {
  id: 'approval-choose',
  read: data => pressed.safeParse(data).data,
  run: ({ approvals }, { kind, in: locale }) => {
    if (!approvals) return Promise.resolve({ card: withoutApprovals(locale) });
    if (kind === undefined || !approvals.kinds.includes(kind)) return Promise.resolve({ card: approvalChoose(approvals.kinds, locale) });
    return Promise.resolve({ card: approvalForm({ kind, once: randomUUID() }, locale) });
  }
};
