import { mailboxOf } from './address.ts';
import type { Person, Recipient } from './facts.ts';
import type { MailPolicy } from './policy.ts';

/** Who may give leave to write to people outside: by post, or any colleague. */
export const approvers = ['head', 'deputy', 'dsl', 'staff'] as const;
export type Approver = (typeof approvers)[number];

/** The recipients outside the school: families, agencies and strangers. Governors belong to the school. */
export function outsideOf(recipients: readonly Recipient[]): readonly Recipient[] {
  return recipients.filter(who => who.audience === 'parent' || who.audience === 'agency' || who.audience === 'outsider');
}

/** Whether one of these people writes the message or receives it, in any field. */
export function knowsOfIt(
  may: readonly Approver[],
  { sender, recipients, school }: { readonly sender: Person; readonly recipients: readonly Recipient[]; readonly school: MailPolicy }
): boolean {
  const is = (who: Person): boolean => {
    const mailbox = mailboxOf(who.address);
    return (
      (may.indexOf('head') >= 0 && who.audiences.indexOf('head') >= 0) ||
      (may.indexOf('deputy') >= 0 && school.people.deputies.indexOf(mailbox) >= 0) ||
      (may.indexOf('dsl') >= 0 && school.people.dsl.indexOf(mailbox) >= 0) ||
      (may.indexOf('staff') >= 0 && (who.audience === 'staff' || who.audience === 'head'))
    );
  };
  return is(sender) || recipients.some(is);
}

/** The first address that a copy may go to, in the order head, deputy, designated safeguarding lead. */
export function firstOf(may: readonly Approver[], { people }: MailPolicy): string | undefined {
  return (
    (may.indexOf('head') >= 0 ? people.headteacher[0] : undefined) ||
    (may.indexOf('deputy') >= 0 ? people.deputies[0] : undefined) ||
    (may.indexOf('dsl') >= 0 ? people.dsl[0] : undefined)
  );
}
