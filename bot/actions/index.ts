import type { Action } from '../turn.ts';
import { approvalActed } from './approval-act.ts';
import { approvalAsked } from './approval-ask.ts';
import { approvalChosen } from './approval-choose.ts';
import { approvalOpened, approvalsTurned } from './approval-open.ts';
import { chatChanges } from './chat-changes.ts';
import { chatExcuse } from './chat-excuse.ts';
import { chatLookups } from './chat-lookups.ts';
import { chatNo } from './chat-no.ts';
import { chatPage } from './chat-page.ts';
import { chatPerson } from './chat-person.ts';
import { chatRecall } from './chat-recall.ts';
import { chatRemind } from './chat-remind.ts';
import { chatSending } from './chat-sending.ts';
import { chatTasks } from './chat-tasks.ts';
import { chatUndo } from './chat-undo.ts';
import { decline } from './decline.ts';
import { disagree } from './disagree.ts';
import { itemNoted } from './item-note.ts';
import { itemHidden, itemOpened, itemsTurned } from './item-open.ts';
import { reportChosen } from './report-choose.ts';
import { reportSent } from './report-send.ts';
import { settle } from './settle.ts';
import { show } from './show.ts';
import { sign } from './sign.ts';

/** Everything that a button of a card can do. */
export const actions: readonly Action[] = [
  sign,
  disagree,
  decline,
  show,
  settle,
  reportChosen,
  reportSent,
  itemHidden,
  itemOpened,
  itemNoted,
  itemsTurned,
  approvalChosen,
  approvalAsked,
  approvalOpened,
  approvalsTurned,
  approvalActed,
  chatChanges,
  chatExcuse,
  chatLookups,
  chatNo,
  chatPage,
  chatPerson,
  chatRecall,
  chatRemind,
  chatSending,
  chatTasks,
  chatUndo
];
