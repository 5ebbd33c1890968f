import { mailboxOf } from './address.ts';
import type { Person, Recipient } from './facts.ts';
import type { Audience, MailPolicy } from './policy.ts';
import type { Remedy } from './remedy.ts';

/** Who may give leave to write to people outside: by post, or any colleague. */
export const approvers = ['head', 'deputy', 'dsl', 'staff'] as const;
export type Approver = (typeof approvers)[number];

/** The recipients outside the school: families, agencies and strangers. Governors belong to the school. */
export function outsideOf(recipients: readonly Recipient[]): readonly Recipient[] {
  return recipients.filter(who => who.audience === 'parent' || who.audience === 'agency' || who.audience === 'outsider');
}

/** The recipients of these audiences whose mailboxes are not the school's own and who are not exempt. */
export function leavesTo(audiences: readonly Audience[], recipients: readonly Recipient[]): readonly Recipient[] {
  return recipients.filter(who => !who.ours && !who.exempt && audiences.indexOf(who.audience) >= 0);
}

/** Whether one of these people writes the message or receives it, in any field. */
export function knowsOfIt(
  may: readonly Approver[],
  { sender, recipients, school }: { readonly sender: Person; readonly recipients: readonly Recipient[]; readonly school: MailPolicy }
): boolean {
  return holdsPost(may, sender, school) || recipients.some(who => holdsPost(may, who, school));
}

/** Whether somebody holds one of these posts. */
export function holdsPost(may: readonly Approver[], who: Person, school: MailPolicy): boolean {
  return may.some(post => {
    if (post === 'staff') return who.audience === 'staff' || who.audience === 'head';
    return (post === 'head' && who.audiences.indexOf('head') >= 0) || addressesOf(post, school).indexOf(mailboxOf(who.address)) >= 0;
  });
}

/** Copies in the first of those to whom a copy may go, in the order head, deputy, designated safeguarding lead; nothing where none has an address. */
export function copyIn(may: readonly Approver[], school: MailPolicy): Remedy | undefined {
  for (const post of approvers) {
    const [by] = may.indexOf(post) < 0 ? [] : addressesOf(post, school);
    if (by !== undefined) return post === 'head' ? { kind: 'copy-in', addresses: [by], head: true } : { kind: 'copy-in', addresses: [by] };
  }
  return undefined;
}

function addressesOf(post: Approver, { people }: MailPolicy): readonly string[] {
  return post === 'head' ? people.headteacher : post === 'deputy' ? people.deputies : post === 'dsl' ? people.dsl : [];
}
