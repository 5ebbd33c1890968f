import type { Reading } from '../judge.ts';
import { normalAddress } from './address.ts';
import type { Thread } from './message.ts';
import type { Prose } from './prose.ts';

/** The lines in which quoted mail says who it came from and went to, in English and Welsh. */
const header = /^[ \t>*]{0,40}(from|to|cc|oddi wrth|o|at|copi)[ \t*]{0,4}:/i;
/** Of the mail that is quoted, so many lines are looked at. */
const mostLines = 400;

/**
 * The addresses, normalised, that were in a conversation before this message. Unread where neither the surface nor a whole quoted header says so: a
 * line that only tells who wrote («… wrote:») does not tell who else was there.
 */
export function earlierOf({ kind, earlier }: Thread, prose: Reading<Prose> | undefined): Reading<readonly string[]> {
  if (kind !== 'reply') return { value: [] };
  if ('value' in earlier) return { value: earlier.value.map(normalAddress) };
  const quoted = prose && 'value' in prose ? quotedAddresses(prose.value) : [];
  return quoted.length > 0 ? { value: quoted } : earlier;
}

function quotedAddresses({ text, quoted }: Prose): readonly string[] {
  const found: string[] = [];
  let named = false;
  let lines = 0;
  for (const { start, end } of quoted) {
    for (let at = start; at < end && lines < mostLines; lines += 1) {
      const newline = text.indexOf('\n', at);
      const stop = newline < 0 || newline > end ? end : newline;
      const line = text.slice(at, Math.min(stop, at + 4000));
      const field = header.exec(line);
      if (field) {
        const addresses = addressesIn(line);
        if (addresses.length > 0 && /^(to|at)$/i.test(field[1]!)) named = true;
        found.push(...addresses);
      }
      at = stop + 1;
    }
  }
  return named ? found : [];
}

function addressesIn(line: string): readonly string[] {
  const found: string[] = [];
  for (let at = line.indexOf('@'); at > 0; at = line.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && isOfAddress(line.charCodeAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < line.length && isOfAddress(line.charCodeAt(end))) end += 1;
    if (start < at && end > at + 3) found.push(normalAddress(line.slice(start, end)));
    at = end - 1;
  }
  return found;
}

function isOfAddress(code: number): boolean {
  return (
    code > 127 ||
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    ".-_+&'’".indexOf(String.fromCharCode(code)) >= 0
  );
}
