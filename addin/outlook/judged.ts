import type { Message } from '../../core/mail/message.ts';
import type { MailPolicy } from '../../core/mail/policy.ts';
import { review, type Verdict } from '../../core/mail/review.ts';
import { withAnswers } from './answers.ts';
import type { Host } from './host.ts';
import { type Kept, keptAnswers, keptApprovals, type Settings } from './kept.ts';
import { readMessage } from './mailbox.ts';

/** What the policy on this device says of the message as it is now. */
export async function judged(host: Host, kept: Kept, now: Date): Promise<Verdict> {
  const message = await readMessage(host, now);
  return review(message, heeding(kept, message, host.context.roamingSettings));
}

/** The policy on this device, with what the sender said of unknown addresses and what the sender was given leave for. */
export function heeding({ device: { policy } }: Kept, message: Message, settings: Settings): MailPolicy {
  const approved = keptApprovals(settings);
  return { ...withAnswers(policy, message, keptAnswers(settings)), approved };
}
