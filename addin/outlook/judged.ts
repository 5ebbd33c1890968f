import { rulesLeft } from '../../core/mail/approved.ts';
import type { Message } from '../../core/mail/message.ts';
import type { MailPolicy } from '../../core/mail/policy.ts';
import { review, type Verdict } from '../../core/mail/review.ts';
import { withAnswers } from './answers.ts';
import type { Host } from './host.ts';
import { type Kept, keptAnswers, keptApprovals, type Settings } from './kept.ts';
import { readMessage } from './mailbox.ts';

/** What the policy on this device says of the message as it is now; the rules that leave satisfies which the sender was given say nothing. */
export async function judged(host: Host, kept: Kept, now: Date): Promise<Verdict> {
  const settings = host.context.roamingSettings;
  const message = await readMessage(host, now);
  const policy = heeding(kept, message, settings);
  return review(message, policy, rulesLeft(message, policy, keptApprovals(settings)));
}

/** The policy on this device, with what the sender said of unknown addresses. */
export function heeding({ device: { policy } }: Kept, message: Message, settings: Settings): MailPolicy {
  return withAnswers(policy, message, keptAnswers(settings));
}
