import type { Address, Message } from '../../core/mail/message.ts';
import { applied, type Remedy } from '../../core/mail/remedy.ts';
import type { DraftUpdate } from './card.ts';

/** Why a remedy was not carried out. Each has its words. */
export type Refusal = 'not-shown' | 'by-hand' | 'nothing-to-do';

/** Whether Gmail lets an add-on carry it out: it may change who the message goes to, and nothing else that Beadle judges. */
export function canDo({ kind }: Remedy): boolean {
  return kind === 'copy-in' || kind === 'move-to-bcc' || kind === 'remove-recipients' || kind === 'replace-recipient';
}

/**
 * What Gmail is told to make of the draft. Each list that changes is written whole, the old entries with the new, because Gmail replaces it; the
 * others are not touched. An entry that Gmail would not take back is never lost: then nothing is done.
 */
export function redrafted(remedy: Remedy, message: Message): { readonly update: DraftUpdate } | { readonly refused: Refusal } {
  const after = applied(remedy, message);
  if (!('value' in message.addressed) || !('value' in after.addressed)) return { refused: 'not-shown' };
  if (!canDo(remedy)) return { refused: 'by-hand' };
  const { value: is } = message.addressed;
  const { value: becomes } = after.addressed;
  const [to, cc, bcc] = (['to', 'cc', 'bcc'] as const).map(field => (same(is[field], becomes[field]) ? undefined : becomes[field]));
  if (!to && !cc && !bcc) return { refused: 'nothing-to-do' };
  if (![to, cc, bcc].every(list => !list || list.every(isWritable))) return { refused: 'by-hand' };
  return {
    update: {
      ...(to ? { updateToRecipients: { toRecipients: to.map(mailbox) } } : {}),
      ...(cc ? { updateCcRecipients: { ccRecipients: cc.map(mailbox) } } : {}),
      ...(bcc ? { updateBccRecipients: { bccRecipients: bcc.map(mailbox) } } : {})
    }
  };
}

function mailbox({ address }: Address): { readonly email: string } {
  return { email: address };
}

function isWritable({ address }: Address): boolean {
  return /^[^@\s<>]+@[^@\s<>]+$/.test(address);
}

function same(a: readonly Address[], b: readonly Address[]): boolean {
  return a.length === b.length && a.every((who, at) => who.address === b[at]!.address && who.name === b[at]!.name);
}
