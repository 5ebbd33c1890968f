import type { Span } from './span.ts';
import { readableOf } from './html.ts';
import { isLetter } from './letters.ts';
import type { Body } from './message.ts';
import { type Words, wordsOf } from './words.ts';

/** The text of a message, with who wrote which part of it. Every offset in the product is an offset into `text`. */
export interface Prose {
  /** What the body was: only the words of a plain text can be cut out by a remedy. */
  readonly format: Body['format'];
  /** A plain-text body as it is; the readable text of an HTML body. */
  readonly text: string;
  /** What the sender wrote in this message, without the signature, in order. */
  readonly own: readonly Span[];
  /** The sender's own signature, where one can be told. */
  readonly signature: Span | undefined;
  /** Replies and forwarded mail below or between: other people's words, signatures included. */
  readonly quoted: readonly Span[];
  /** All of `text` as words. */
  readonly words: Words;
}

/** Tells the sender's own words from a signature and from what is quoted. Every character of the text is in exactly one of the three. */
export function proseOf(body: Body): Prose {
  const { text, quoted: marked, signatures } = body.format === 'html' ? readableOf(body.content) : asItIs(body.content);
  const quoted = joined(marked, quotedIn(text));
  const written = outside(quoted, text.length);
  const signature = signatureIn(text, written, signatures);
  const own = signature ? outside(joined(quoted, [signature]), text.length) : written;
  return { format: body.format, text, own, signature, quoted, words: wordsOf(text) };
}

/** Whether an offset lies in one of the spans, which are in order. */
export function isIn(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = spans[middle]!;
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return true;
  }
  return false;
}

function asItIs(text: string): { readonly text: string; readonly quoted: readonly Span[]; readonly signatures: readonly Span[] } {
  return { text, quoted: [], signatures: [] };
}

const original =
  /^[ \t]*(?:-{3,} ?(?:original|forwarded|(?:y )?neges|anfonwyd|begin forwarded)|begin forwarded message:|dechrau neges|_{20,}[ \t\r]*$)/i;
const field =
  /^[ \t*|]{0,8}(?:(from|o|oddi wrth)|(sent|date|subject|anfonwyd|dyddiad|pwnc|testun)|to|cc|bcc|reply-to|at|copi)[ \t*]{0,3}:/i;
const attributed = /\b(?:wrote|writes|said|ysgrifennodd|schrieb|a écrit)\b/;
/** Only a date, a time or an address makes a sentence that ends with "wrote:" the head of a quotation without `>`. */
const dated = /\d{4}|\d[:.]\d\d|@/;
const opensAttribution = /^[ \t]{0,3}(?:On|Ar|Am|Le|In article|Wrth|Quoting)\b/;

/**
 * What is quoted, by the customs of plain text: lines after `>`, what follows "On … wrote:", a row of header fields or a line "Original Message".
 * Most lines are passed by on their first and last character.
 */
function quotedIn(text: string): readonly Span[] {
  const found: Span[] = [];
  const size = text.length;
  let fields = 0;
  let fieldStart = 0;
  let named = 0;
  let pending = -1;
  for (let start = 0, end = 0; start < size; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = size;
    const begin = afterBlanks(text, start, end);
    if (begin === end) continue;
    const first = text.charCodeAt(begin);
    if (first === 62) {
      found.push({ start: pending >= 0 ? pending : start, end: Math.min(end + 1, size) });
      pending = -1;
      fields = 0;
      continue;
    }
    pending = -1;
    const letter = first | 32;
    if (first === 45 || first === 95 ? text.charCodeAt(begin + 2) === first : letter === 98 || letter === 100) {
      if (
        original.test(text.slice(start, Math.min(end, start + 200))) &&
        (first !== 95 || (field.exec(text.slice(end + 1, end + 41)) || [])[1])
      ) {
        found.push({ start, end: size });
        break;
      }
    }
    if (end - start < 400 && endsWithColon(text, begin, end) && attributed.test(text.slice(start, end))) {
      const from = attributionStart(text, start);
      if (text.charCodeAt(afterBlanks(text, end, Math.min(size, end + 200))) === 62) pending = from;
      else if (opensAttribution.test(text.slice(from, from + 20)) && dated.test(text.slice(from, end))) {
        found.push({ start: from, end: size });
        break;
      }
    }
    const header = hasColon(text, begin, end) ? field.exec(text.slice(start, start + 40)) : null;
    if (header) {
      if (fields === 0) {
        fieldStart = start;
        named = 0;
      }
      fields += 1;
      named |= header[1] ? 1 : header[2] ? 2 : 0;
      if (fields >= 3 && named === 3) {
        found.push({ start: fieldStart, end: size });
        break;
      }
    } else if (begin === start) fields = 0;
  }
  return joined(found, []);
}

/** The first character from `start` on that is no blank, or `end`. */
function afterBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

function endsWithColon(text: string, start: number, end: number): boolean {
  let at = end - 1;
  while (at > start && text.charCodeAt(at) <= 32) at -= 1;
  return text.charCodeAt(at) === 58;
}

/** Whether a colon stands near enough to the beginning of a line to end the name of a header field. */
function hasColon(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end && at < start + 14; at += 1) if (text.charCodeAt(at) === 58) return true;
  return false;
}

/** Where an attribution begins that ends on the line at `start`: there, or where it was folded one or two lines above. */
function attributionStart(text: string, start: number): number {
  let at = start;
  for (let lines = 0; lines < 3; lines += 1) {
    if (opensAttribution.test(text.slice(at, at + 20))) return at;
    const above = text.lastIndexOf('\n', at - 2) + 1;
    if (at === 0 || at - above > 300 || at - above < 2) break;
    at = above;
  }
  return start;
}

const closes =
  /^(?:-{2,40}|—|_{2,19}|(?:(?:with|very|warm|kind|kindest|best) ){0,3}(?:regards|wishes)|yours (?:sincerely|faithfully|truly)|sincerely|best|cheers|(?:many |with )?(?:thanks|thank you)(?: again| very much| in advance)?|all the best|(?:gyda )?(?:cofion|chofion|dymuniadau|diolch)(?: gorau| cynnes| yn fawr| o galon)?|yr eiddoch yn gywir|(?:pob )?hwyl(?: fawr| am y tro)?|(?:sent from my|anfonwyd o fy) [a-z]{2,12} ?[a-z]{0,12})(?: (?:and|a) (?:best wishes|thanks|diolch|kind regards))?[,.!]{0,3}$/i;

/** The longest signature: lines, and characters. */
const most = { lines: 14, characters: 900 };

/** The sender's own signature: marked as one, after `-- `, or a short block after a sign-off at the end of what the sender wrote. */
function signatureIn(text: string, written: readonly Span[], marked: readonly Span[]): Span | undefined {
  for (const span of marked) {
    const holder = written.filter(({ start, end }) => start <= span.start && span.start < end)[0];
    if (holder) return { start: span.start, end: Math.min(span.end, holder.end) };
  }
  for (const { start, end } of written) {
    const at = end - start < 4 ? -1 : closingIn(text, start, end);
    if (at >= 0) return { start: at, end };
  }
  return undefined;
}

/** Where a sign-off or a delimiter stands with a short block below, or -1: the uppermost sign-off or delimiter within reach. */
function closingIn(text: string, from: number, to: number): number {
  const base = Math.max(from, to - most.characters);
  const own = text.slice(base, to);
  let lines = 0;
  let found = -1;
  for (let end = own.length; end > 0 && lines <= most.lines; ) {
    const start = own.lastIndexOf('\n', end - 1) + 1;
    const begin = afterBlanks(own, start, end);
    if (begin < end) {
      if (end - start > 110 || (start === 0 && base > from)) break;
      if (end - start < 70 && (lines > 0 || isLetter(own.charCodeAt(begin))) && closes.test(own.slice(begin, end).trim()))
        found = base + start;
      lines += 1;
    }
    end = start - 1;
  }
  return found;
}

/** Two lists of spans as one: in order, without overlap. */
function joined(some: readonly Span[], more: readonly Span[]): readonly Span[] {
  const all = more.length === 0 ? some : some.concat(more).sort((a, b) => a.start - b.start);
  if (all.length < 2) return all;
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of all) {
    const last = result[result.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** What lies between the spans, from 0 to `length`. */
function outside(spans: readonly Span[], length: number): readonly Span[] {
  const rest: Span[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) rest.push({ start: at, end: start });
    at = end;
  }
  if (at < length || length === 0) rest.push({ start: at, end: length });
  return rest;
}
