import type { Unjudged } from '../judge.ts';
import type { Action } from './policy.ts';
import type { Verdict } from './review.ts';

/** All that may leave the sender's machine of one message: no word, no address, no file name. */
export interface VerdictRecord {
  /** When it was judged: an ISO 8601 instant. */
  readonly at: string;
  /** The sender under a pseudonym that only the school can turn back. */
  readonly sender: string;
  /** The version of the policy that judged. */
  readonly policy: string;
  readonly action: Verdict['action'];
  /** `places` counts where each rule saw it. */
  readonly findings: readonly { readonly rule: string; readonly action: Action; readonly places: number }[];
  readonly unjudged: readonly { readonly rule: string; readonly because: Unjudged['because'] }[];
}

/** Takes of a verdict what may be sent to the service. Who is asked for is handed in, so that nothing of the message is needed. */
export function recordOf(verdict: Verdict, { at, sender }: { readonly at: string; readonly sender: string }): VerdictRecord {
  return {
    at,
    sender,
    policy: verdict.policy,
    action: verdict.action,
    findings: verdict.findings.map(({ rule, action, evidence }) => ({ rule, action, places: evidence.length })),
    unjudged: verdict.unjudged.map(({ rule, because }) => ({ rule, because }))
  };
}
