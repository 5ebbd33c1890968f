import { mailboxOf, normalAddress } from '../../core/mail/address.ts';
import { audiencesIn, keyedHash } from '../../core/mail/filter.ts';
import type { Message } from '../../core/mail/message.ts';
import type { Known, MailPolicy } from '../../core/mail/policy.ts';
import type { Answer } from './kept.ts';

/**
 * The policy with what the sender said of this message's unknown addresses, so that it counts at once. The school's own directory goes before it: an
 * answer never makes somebody else of an address that the school knows.
 */
export function withAnswers(policy: MailPolicy, { addressed }: Message, answers: readonly Answer[]): MailPolicy {
  const { filter, directory } = policy;
  if (answers.length === 0 || !filter || 'unread' in addressed) return policy;
  const said = new Map<string, Answer['audience']>();
  for (const { hash, audience } of answers) said.set(hash, audience);
  const more: { [address: string]: readonly Known[] } = {};
  const { to, cc, bcc } = addressed.value;
  for (const { address } of [...to, ...cc, ...bcc]) {
    const mailbox = mailboxOf(normalAddress(address));
    const audience = said.get(keyedHash(filter.key, mailbox));
    if (audience && audience !== 'outsider' && audiencesIn(filter, mailbox).length === 0) more[mailbox] = [{ audience }];
  }
  return { ...policy, directory: { ...more, ...directory } };
}
