import type { Reading } from '../judge.ts';
import { normalAddress } from './address.ts';
import type { Thread } from './message.ts';
import type { Prose } from './prose.ts';

/** The lines in which quoted mail says who it came from and went to, in English and Welsh. */
const header = /^[ \t>*]{0,40}(from|to|cc|oddi wrth|o|at|copi)[ \t*]{0,4}:/i;
/** What stands between addresses, and an address that stands alone. */
const between = /[\s"<>()[\],;:]/;
const address = /^[^@]{1,64}@[^@]{3,255}$/;
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
        const addresses = line
          .split(between)
          .filter(piece => address.test(piece))
          .map(normalAddress);
        if (addresses.length > 0 && /^(to|at)$/i.test(field[1]!)) named = true;
        found.push(...addresses);
      }
      at = stop + 1;
    }
  }
  return named ? found : [];
}
