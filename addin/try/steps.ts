import type { Message } from '../../core/mail/message.ts';

/** One thing that was done to a message with one click. */
export interface Step {
  readonly before: Message;
  readonly after: Message;
}

const parts = ['from', 'addressed', 'subject', 'body', 'attachments', 'thread', 'at'] as const satisfies readonly (keyof Message)[];

/**
 * The message as if the step had not been done. A part that was written in since then stays as it was written: undoing never loses words.
 * Nothing, where no part is left that could be taken back.
 */
export function undone({ before, after }: Step, now: Message): Message | undefined {
  const back = parts.filter(part => before[part] !== after[part] && now[part] === after[part]);
  return back.length === 0 ? undefined : back.reduce<Message>((message, part) => ({ ...message, [part]: before[part] }), now);
}
