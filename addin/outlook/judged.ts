import { review, type Verdict } from '../../core/mail/review.ts';
import { withAnswers } from './answers.ts';
import type { Host } from './host.ts';
import { type Kept, keptAnswers } from './kept.ts';
import { readMessage } from './mailbox.ts';

/** What the policy on this device says of the message as it is now, with what the sender said of unknown addresses. */
export async function judged(host: Host, { device }: Kept, now: Date): Promise<Verdict> {
  const message = await readMessage(host, now);
  return review(message, withAnswers(device.policy, message, keptAnswers(host.context.roamingSettings)));
}
