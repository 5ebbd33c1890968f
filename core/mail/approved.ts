import { normalAddress, mailboxOf } from './address.ts';
import { readFacts, type Recipient } from './facts.ts';
import { keyedHash } from './filter.ts';
import type { Message } from './message.ts';
import type { Approved, Audience, MailPolicy } from './policy.ts';
import { review, type Verdict } from './review.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** The rules that have nothing more to say of a message for which leave was given. */
export const approvable = ['head-not-copied', 'outside-not-authorised'] as const;

/** Whom a message goes to outside, in numbers, by the audience that counts most. */
export type Counts = { readonly [A in Audience]?: number };

const counted: readonly Audience[] = ['governor', 'parent', 'agency', 'outsider'];

/** The people of a message who are not of the school, by number. */
export function countsOf(recipients: readonly Recipient[]): Counts {
  const counts: { [A in Audience]?: number } = {};
  for (const { audience } of recipients) if (counted.indexOf(audience) >= 0) counts[audience] = (counts[audience] || 0) + 1;
  return counts;
}

/**
 * What names a message where leave is asked and given for it: of a reply the conversation, of everything else whom it goes to outside; as a keyed hash, from
 * which neither can be read. Nothing where that is not known, or nobody outside is there.
 */
export function approvalKey(
  { conversation, thread }: Message,
  recipients: readonly Recipient[],
  { filter }: MailPolicy
): string | undefined {
  const people = recipients.filter(({ audience }) => counted.indexOf(audience) >= 0);
  if (!filter || people.length === 0) return undefined;
  // Forwarding goes on with the conversation but not with its people.
  if (conversation && 'value' in thread && thread.value.kind === 'reply') {
    // Outlook writes the same id in two ways, by the version of its programs.
    return keyedHash(filter.key, `conversation ${conversation.replace(/\//g, '-').replace(/\+/g, '_')}`);
  }
  const addresses = Array.from(new Set(people.map(({ address }) => mailboxOf(normalAddress(address))))).sort();
  return keyedHash(filter.key, `people ${addresses.join(' ')}`);
}

/** The leave that covers a message: given for it, not over when it is sent, and for no fewer people of each audience than it goes to. */
function leaveFor(message: Message, policy: MailPolicy, approved: readonly Approved[]): readonly Approved[] {
  const { addressed, at } = message;
  // Who is not seen was not counted.
  if (approved.length === 0 || 'unread' in at || 'unread' in addressed || addressed.value.missing) return [];
  const { recipients } = readFacts(message, policy);
  if (!recipients || 'unread' in recipients) return [];
  const key = approvalKey(message, recipients.value, policy);
  const counts = countsOf(recipients.value);
  return approved.filter(
    each =>
      each.key === key &&
      Date.parse(at.value) < Date.parse(each.until) &&
      counted.every(audience => (counts[audience] || 0) <= (each.people[audience] || 0))
  );
}

/** The rules that still speak of a message: all but those that leave satisfies which was given for it. */
export function rulesLeft(message: Message, policy: MailPolicy, approved: readonly Approved[]): readonly Rule[] {
  const leave = leaveFor(message, policy, approved);
  return rules.filter(({ id }) => !leave.some(each => each.rules.indexOf(id) >= 0));
}

/** A verdict, and the rules that would have found something had leave not been given, with the day on which it was, `YYYY-MM-DD`. */
export interface Rested {
  readonly verdict: Verdict;
  readonly approved: readonly { readonly rule: string; readonly on: string }[];
}

/** Judges one outgoing message, and says which rules are silent only because leave was given. */
export function reviewWith(approved: readonly Approved[], message: Message, policy: MailPolicy): Rested {
  const leave = leaveFor(message, policy, approved);
  const silent = rules.filter(({ id }) => leave.some(each => each.rules.indexOf(id) >= 0));
  const found = silent.length === 0 ? [] : review(message, policy, silent).findings.map(({ rule }) => rule);
  return {
    verdict: review(message, policy, rulesLeft(message, policy, approved)),
    approved: silent
      .filter(({ id }) => found.indexOf(id) >= 0)
      .map(({ id }) => ({ rule: id, on: leave.filter(each => each.rules.indexOf(id) >= 0).pop()!.on }))
  };
}

const mark = 'beadle-approvals/1';

/**
 * What somebody was given, as the text that the service signs and the device keeps: short, because there is room for little. `issued` is an ISO 8601 instant.
 * What was given first is left out where there are more than ten.
 */
export function approvedText(approved: readonly Approved[], issued: string): string {
  const lines = approved.slice(-10).map(({ key, on, until, rules: of, people }) => {
    const which = approvable.map((rule, i) => (of.indexOf(rule) >= 0 ? i : '')).join('');
    const end = new Date(Date.parse(until)).toISOString().slice(0, 16);
    return [key, on, `${end}Z`, which, ...counted.map(audience => people[audience] || 0)].join(' ');
  });
  return [`${mark} ${issued}`, ...lines].join(';');
}

/** What such a text says, or nothing where it is none. Whether it is genuine is another question. */
export function approvedIn(text: unknown): { readonly issued: string; readonly approved: readonly Approved[] } | undefined {
  const lines = String(text).split(';');
  const [kind, issued = ''] = lines[0]!.split(' ');
  if (kind !== mark || !Date.parse(issued)) return undefined;
  // What a line lacks covers nothing: no message has its key, or goes before its end.
  const approved = lines.slice(1).map(line => {
    const [key = '', on = '', until = '', which = '', ...numbers] = line.split(' ');
    const people: { [A in Audience]?: number } = {};
    counted.forEach((audience, i) => {
      people[audience] = Number(numbers[i]);
    });
    return { key, on, until, rules: approvable.filter((_, i) => which.indexOf(String(i)) >= 0), people };
  });
  return { issued, approved };
}
