import { addressParser, type Address as Parsed } from 'postal-mime';
import type { Reading } from '../../core/judge.ts';
import type { Address, Addressed } from '../../core/mail/message.ts';
import { repaired } from './charset.ts';

/**
 * The mailboxes of an address header. A group is taken apart: whoever gets the mail sees each address in it. A name without any address (old
 * exports write the sender's own colleagues so) is left out.
 */
function addressesOf(header: string): readonly Address[] {
  return addressParser(header).flatMap(flat);
}

function flat(parsed: Parsed): readonly Address[] {
  if (parsed.group) return parsed.group.flatMap(flat);
  return parsed.address.includes('@') ? [{ name: repaired(parsed.name), address: parsed.address }] : [];
}

/** The fields of a mail's address headers: each may be missing, and may have been written several times. */
export interface Written {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
}

/**
 * To whom a mail goes. Unread where no header shows an address although one was written, or where there is no such header at all: it did go to
 * somebody.
 */
export function addressedOf({ to, cc, bcc }: Written): Reading<Addressed> {
  const addressed: Addressed = { to: to.flatMap(addressesOf), cc: cc.flatMap(addressesOf), bcc: bcc.flatMap(addressesOf) };
  const written = [...to, ...cc, ...bcc];
  const none = addressed.to.length + addressed.cc.length + addressed.bcc.length === 0;
  return none && (written.length === 0 || written.some(header => header.trim() !== '')) ? { unread: 'unsupported' } : { value: addressed };
}

/**
 * Who sent a mail: the one mailbox in From; of several, the one that Sender names. Unread where there is none, and where several From headers
 * contradict each other.
 */
export function senderOf(from: readonly string[], sender: readonly string[] = []): Reading<Address> {
  const written = from.filter(header => header.trim() !== '');
  const authors = written.flatMap(addressesOf);
  const first = authors[0];
  if (!first || written.length > 1) return { unread: 'unsupported' };
  const named = sender.flatMap(addressesOf).map(({ address }) => address.toLowerCase());
  return { value: authors.find(({ address }) => named.includes(address.toLowerCase())) || first };
}
