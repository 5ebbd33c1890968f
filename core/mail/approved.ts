import { normalAddress, mailboxOf } from './address.ts';
import type { Facts, Recipient } from './facts.ts';
import { keyedHash } from './filter.ts';
import type { Message } from './message.ts';
import type { Approved, Audience, MailPolicy } from './policy.ts';
import type { Readings } from '../judge.ts';

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
export function approvalsOf(message: Message, facts: Readings<Facts>, policy: MailPolicy): readonly Approved[] {
  const { approved } = policy;
  const { addressed, at } = message;
  if (!approved || approved.length === 0) return [];
  const { recipients } = facts;
  if (!recipients || 'unread' in recipients || 'unread' in at) return [];
  // Who is not seen was not counted.
  if ('unread' in addressed || addressed.value.missing) return [];
  const key = approvalKey(message, recipients.value, policy);
  const counts = countsOf(recipients.value);
  const sent = Date.parse(at.value);
  return approved.filter(
    each =>
      each.key === key &&
      sent < Date.parse(each.until) &&
      counted.every(audience => (counts[audience] || 0) <= (each.people[audience] || 0))
  );
}

const mark = 'beadle-approvals/1';
const letters: { readonly [letter: string]: Audience } = { g: 'governor', p: 'parent', a: 'agency', o: 'outsider' };

/**
 * What somebody was given, as the text that the service signs and the device keeps: short, because there is room for little. `issued` is an ISO 8601 instant.
 * What was given first is left out where there are more than ten.
 */
export function approvedText(approved: readonly Approved[], issued: string): string {
  const lines = approved.slice(-10).map(({ key, on, until, rules, people }) => {
    const which = approvable.map((rule, i) => (rules.indexOf(rule) >= 0 ? i : '')).join('');
    const whom = Object.keys(letters)
      .map(letter => (people[letters[letter]!] ? letter + people[letters[letter]!] : ''))
      .join('');
    return `${key} ${on} ${new Date(Date.parse(until)).toISOString().slice(0, 16)}Z ${which} ${whom}`;
  });
  return [`${mark} ${issued}`, ...lines].join(';');
}

/** What such a text says, or nothing where it is none. Whether it is genuine is another question. */
export function approvedIn(text: unknown): { readonly issued: string; readonly approved: readonly Approved[] } | undefined {
  if (typeof text !== 'string') return undefined;
  const [head = '', ...lines] = text.split(';');
  const [kind, issued = ''] = head.split(' ');
  if (kind !== mark || isNaN(Date.parse(issued))) return undefined;
  const approved: Approved[] = [];
  for (const line of lines) {
    const found = /^([0-9a-f]{16}) (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\dT\d\d:\d\dZ) (\d{0,9}) ((?:[a-z]\d{1,6}){0,9})$/.exec(line);
    if (!found) continue;
    const people: { [A in Audience]?: number } = {};
    for (const each of found[5]!.match(/[a-z]\d+/g) || []) {
      const audience = letters[each.charAt(0)];
      if (audience) people[audience] = Number(each.slice(1));
    }
    approved.push({
      key: found[1]!,
      on: found[2]!,
      until: found[3]!,
      rules: approvable.filter((_, i) => found[4]!.indexOf(String(i)) >= 0),
      people
    });
  }
  return { issued, approved };
}
