import type { Unread } from '../judge.ts';
import { personOf } from './facts.ts';
import type { Address, Message } from './message.ts';
import type { MailPolicy } from './policy.ts';

/** A part of a message that was read, but not to its end. */
export interface Gap {
  readonly part: 'recipients' | 'prose';
  readonly because: Unread;
}

/**
 * What is missing in the parts that were read: recipients beyond what the surface hands over, people behind a group that could not be expanded,
 * unless the school's directory says who they are, and text that was cut.
 */
export function gapsIn({ addressed, body }: Message, policy: MailPolicy): readonly Gap[] {
  const gaps: Gap[] = [];
  if ('value' in addressed) {
    const { to, cc, bcc, missing } = addressed.value;
    const because = missing || unseenIn([to, cc, bcc], policy);
    if (because) gaps.push({ part: 'recipients', because });
  }
  if ('value' in body && body.value.missing) gaps.push({ part: 'prose', because: body.value.missing });
  return gaps;
}

/** Why somebody is not seen. What should have come and did not counts before what the surface never shows. */
function unseenIn(lists: readonly (readonly Address[])[], policy: MailPolicy): Unread | undefined {
  let found: Unread | undefined;
  for (const list of lists) {
    for (const who of list) {
      if (!who.unseen || (found && who.unseen === 'unsupported')) continue;
      if (personOf(who, policy).known.length === 0) found = who.unseen;
    }
  }
  return found;
}
