import { normalAddress } from '../../core/mail/address.ts';
import type { Address, Message } from '../../core/mail/message.ts';
import type { Calendar } from '../../core/mail/policy.ts';
import type { Somebody } from './school.ts';

/** An empty message of a sender. */
export function blank(from: Address, at: string): Message {
  return {
    from: { value: bare(from) },
    addressed: { value: { to: [], cc: [], bcc: [] } },
    subject: { value: '' },
    body: { value: { format: 'text', content: '' } },
    attachments: { value: [] },
    thread: { value: { kind: 'new', earlier: { value: [] } } },
    at: { value: at }
  };
}

/** The name, the address and the members of somebody, and nothing else that the page knows of them. */
export function bare({ name, address, members }: Address): Address {
  return members ? { name, address, members } : { name, address };
}

/**
 * Addresses as people type and paste them: `Name <a@b.example>; c@d.example`. Commas and semicolons part them, but not inside quotes or angle
 * brackets. Somebody who is known by the address brings their name, and a group its members. What holds no `@` is left over.
 */
export function addressesIn(
  typed: string,
  known: readonly Somebody[]
): { readonly found: readonly Address[]; readonly left: readonly string[] } {
  const found: Address[] = [];
  const left: string[] = [];
  for (const piece of piecesOf(typed)) {
    const open = piece.lastIndexOf('<');
    const address = normalAddress(piece);
    const name =
      open > 0
        ? piece
            .slice(0, open)
            .trim()
            .replace(/^"(.*)"$/, '$1')
        : '';
    const at = address.lastIndexOf('@');
    if (at <= 0 || at === address.length - 1) left.push(piece);
    else {
      const somebody = known.find(each => each.address === address);
      if (somebody) found.push({ ...bare(somebody), ...(name ? { name } : {}) });
      else found.push({ name, address });
    }
  }
  return { found, left };
}

function piecesOf(typed: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  let angled = false;
  for (const sign of typed) {
    if (sign === '"') quoted = !quoted;
    else if (sign === '<') angled = true;
    else if (sign === '>') angled = false;
    if (sign === '\n' || ((sign === ',' || sign === ';') && !quoted && !angled)) {
      pieces.push(piece.trim());
      piece = '';
    } else piece += sign;
  }
  return [...pieces, piece.trim()].filter(each => each !== '');
}

/** An instant as the school's clock shows it, in the form of a date and time field: `2026-11-18T10:00`. */
export function clockOf(at: string, { offsets }: Calendar): string {
  const instant = Date.parse(at);
  return new Date(instant + minutesAt(instant, offsets) * 60000).toISOString().slice(0, 16);
}

/** The instant at which the school's clock shows this, or nothing for what is no date and time. */
export function instantOf(clock: string, { offsets }: Calendar): string | undefined {
  const local = Date.parse(`${clock}Z`);
  if (Number.isNaN(local)) return undefined;
  const guess = local - minutesAt(local, offsets) * 60000;
  return new Date(local - minutesAt(guess, offsets) * 60000).toISOString();
}

function minutesAt(instant: number, offsets: Calendar['offsets']): number {
  let minutes = 0;
  for (const offset of offsets) if (offset.since <= instant) minutes = offset.minutes;
  return minutes;
}
