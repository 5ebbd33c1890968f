import type { Reading } from '../../core/judge.ts';
import type { Message } from '../../core/mail/message.ts';
import { review } from '../../core/mail/review.ts';
import { chainLetter } from '../../core/mail/rules/chain-letter.ts';
import type { RenderActions } from './card.ts';
import { type By, homeCard, openedCard } from './cards.ts';
import { type GmailEvent, localeOf } from './event.ts';

/** What of a message that was opened is looked at. */
export type Opened = Pick<Message, 'subject' | 'body'>;

/** Whether the school wants to know of chain letters at all; else no message that is opened is read. */
export function looksAtOpened({ rules }: By['policy']): boolean {
  const decided = rules[chainLetter.id];
  return ((decided && decided.action) || chainLetter.action) !== 'off';
}

/** What is answered when somebody opens a message: whether it is one that must not be sent on. Said before anybody forwards it. */
export function onOpen(event: GmailEvent, opened: Reading<Opened>, by: By): RenderActions {
  const locale = localeOf(event);
  if (!looksAtOpened(by.policy)) return { action: { navigations: [{ pushCard: homeCard(by, locale) }] } };
  const unread = { unread: 'unread' in opened ? opened.unread : 'unsupported' } as const;
  const message: Message = {
    from: unread,
    addressed: unread,
    subject: 'value' in opened ? opened.value.subject : unread,
    body: 'value' in opened ? opened.value.body : unread,
    attachments: unread,
    thread: unread,
    at: { value: by.now.toISOString() }
  };
  const verdict = review(message, by.policy, [chainLetter]);
  return { action: { navigations: [{ pushCard: openedCard(verdict, by, locale) }] } };
}
