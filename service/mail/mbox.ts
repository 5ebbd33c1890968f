import { linesOf } from './lines.ts';

/** One mail of an mbox file, or nothing where it is larger than the limit. `line` is the line of its `From `, counted from one. */
export interface Boxed {
  readonly line: number;
  readonly bytes: Buffer | undefined;
}

/** More than a mail server carries; a larger one is passed over, so that memory stays flat. */
const largest = 100 * 1024 * 1024;

/**
 * Splits an mbox file into its mails as it streams by. A mail begins where a line begins with `From `, stands first or after an empty line, and
 * holds a time and a year (a sentence of a letter that begins with «From» does not). `>From ` is unquoted (mboxrd).
 */
export async function* splitMbox(chunks: AsyncIterable<Uint8Array>, limit = largest): AsyncGenerator<Boxed> {
  let parts: Buffer[] = [];
  let size = 0;
  let begun = 0;
  let number = 0;
  let blank = true;
  const taken = (): Boxed => ({ line: begun, bytes: size > limit ? undefined : Buffer.concat(parts) });
  for await (const lines of linesOf(chunks)) {
    for (const { bytes, opens } of lines) {
      if (opens) number += 1;
      if (opens && blank && isSeparator(bytes)) {
        if (begun > 0) yield taken();
        parts = [];
        size = 0;
        begun = number;
        blank = false;
        continue;
      }
      blank = opens && (bytes[0] === 10 || (bytes[0] === 13 && bytes[1] === 10));
      if (begun === 0) {
        if (blank) continue;
        begun = number;
      }
      size += bytes.length;
      if (size <= limit) parts.push(opens ? unquoted(bytes) : bytes);
      else parts = [];
    }
  }
  if (begun > 0) yield taken();
}

/** `From somebody Thu Nov 19 10:00:00 2026`. */
function isSeparator(line: Buffer): boolean {
  if (line[0] !== 70 || line[1] !== 114 || line[2] !== 111 || line[3] !== 109 || line[4] !== 32) return false;
  return /\d:\d\d\b.{0,40}\b\d{4}\b/.test(line.toString('latin1', 0, 200));
}

function unquoted(line: Buffer): Buffer {
  let marks = 0;
  while (line[marks] === 62) marks += 1;
  return marks > 0 && line.toString('latin1', marks, marks + 5) === 'From ' ? line.subarray(1) : line;
}
