import type { Span } from './span.ts';
import { readableOf } from './html.ts';
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

/** A line that may begin a quotation; the first thing looked for, so that ordinary lines cost little. */
const hint =
  /(?:^|\n)[ \t]{0,8}(?:>|[-_*]{4,}|On |Ar |Begin |Dechrau |From\b|\*?From:|O:|Oddi wrth|Quoting |In article |Le |Am |Wrth )|wrote|ysgrifennodd|writes|said:/;
const original =
  /^[ \t>]*(?:-{3,}[ \t]*(?:original message|forwarded message|forwarded by|original appointment|neges wreiddiol|y neges wreiddiol|anfonwyd ymlaen|neges a anfonwyd ymlaen)|begin forwarded message:|dechrau neges a anfonwyd ymlaen|-{5,}[ \t]*forwarded by|_{20,}[ \t]*$)/i;
const field = /^[ \t>*|]{0,8}(from|sent|to|cc|bcc|date|subject|reply-to|o|oddi wrth|anfonwyd|at|dyddiad|pwnc|testun|copi)[ \t*]{0,3}:/i;
const attributed = /\b(?:wrote|writes|said|ysgrifennodd|schrieb|a écrit)\b|^[ \t]{0,3}Quoting /;
/** Only a date, a time or an address makes a sentence that ends with "wrote:" the head of a quotation without `>`. */
const dated = /\d{4}|\d[:.]\d\d|@/;
const opensAttribution = /^[ \t]{0,3}(?:On|Ar|Am|Le|In article|Wrth)\b/;

/**
 * What is quoted, by the customs of plain text: lines after `>`, what follows "On … wrote:", a row of header fields or a line "Original Message".
 */
function quotedIn(text: string): readonly Span[] {
  if (!hint.test(text)) return [];
  const found: Span[] = [];
  let fields = 0;
  let fieldStart = 0;
  let named = 0;
  let start = 0;
  let pending = -1;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const first = firstOf(text, start, end);
    const line = end - start > 400 ? text.slice(start, start + 400) : text.slice(start, end);
    if (first === 62) {
      found.push({ start: pending >= 0 ? pending : start, end: Math.min(end + 1, text.length) });
      pending = -1;
      fields = 0;
    } else {
      if (first === 45 || first === 95 || first === 66 || first === 98 || first === 68 || first === 100) {
        if (original.test(line) && (first !== 95 || opensHeader(text, end + 1))) {
          found.push({ start, end: text.length });
          break;
        }
      }
      const attribution = end - start < 400 && first >= 0 && isAttribution(line);
      if (attribution) {
        const from = opensAttribution.test(line) ? start : attributionStart(text, start);
        if (startsQuote(text, end + 1)) pending = from;
        else if ((from < start || opensAttribution.test(line)) && dated.test(text.slice(from, end))) {
          found.push({ start: from, end: text.length });
          break;
        }
      }
      const header = first === -1 ? null : field.exec(line);
      if (header) {
        if (fields === 0) {
          fieldStart = start;
          named = 0;
        }
        fields += 1;
        named |= kindOf(header[1]!.toLowerCase());
        if (fields >= 3 && (named & 1) === 1 && (named & 6) !== 0) {
          found.push({ start: fieldStart, end: text.length });
          break;
        }
      } else if (first >= 0 && !(fields > 0 && (line.charCodeAt(0) === 32 || line.charCodeAt(0) === 9))) fields = 0;
      if (first >= 0 && !attribution) pending = -1;
    }
    start = end + 1;
  }
  return joined(found, []);
}

function isAttribution(line: string): boolean {
  const shut = line.trim();
  return shut.charCodeAt(shut.length - 1) === 58 && attributed.test(shut);
}

/** Bits: who it is from; who or when it went to; what it is about. */
function kindOf(name: string): number {
  if (name === 'from' || name === 'o' || name === 'oddi wrth') return 1;
  if (name === 'sent' || name === 'date' || name === 'anfonwyd' || name === 'dyddiad') return 2;
  return name === 'subject' || name === 'pwnc' || name === 'testun' ? 4 : 8;
}

function firstOf(text: string, start: number, end: number): number {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 13) return code;
  }
  return -1;
}

/** Whether the first lines from here on are header fields: Outlook's rule of underscores. */
function opensHeader(text: string, from: number): boolean {
  const lines = text.slice(from, from + 300).split('\n', 6);
  return lines.filter(line => field.test(line)).length >= 2;
}

/** Whether the next line that is not empty is quoted with `>`. */
function startsQuote(text: string, from: number): boolean {
  for (let i = from; i < text.length && i < from + 200; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 62) return true;
    if (code !== 32 && code !== 9 && code !== 13 && code !== 10) return false;
  }
  return false;
}

/** Where an attribution begins that ends on the line at `start` and was folded from one or two lines above. */
function attributionStart(text: string, start: number): number {
  let at = start;
  for (let lines = 0; lines < 2 && at > 0; lines += 1) {
    const above = text.lastIndexOf('\n', at - 2) + 1;
    if (at - above > 300 || at - above < 2) break;
    at = above;
    if (opensAttribution.test(text.slice(at, at + 20))) return at;
  }
  return start;
}

const closes =
  /^(?:(?:with |very |my |warm |kind |kindest |best |warmest )*(?:regards|wishes)|yours (?:sincerely|faithfully|truly|ever)|sincerely(?: yours)?|best|cheers|(?:many |with )?thanks(?: again| very much| in advance| so much)?|thank you(?: again| very much| in advance)?|ta|love|all the best|take care|cofion(?: gorau| cynnes)?|dymuniadau gorau|gyda (?:diolch|dymuniadau gorau|chofion)|yr eiddoch yn (?:gywir|bur|ddiffuant)|diolch(?: yn fawr| o galon)?|hwyl(?: fawr| am y tro)?|pob hwyl|(?:sent from my|anfonwyd o fy) [a-z]{2,12} ?[a-z]{0,12})(?: (?:and|a) (?:best wishes|thanks|diolch|kind regards))?[,.!]{0,3}$/i;

/** The longest signature: lines, and characters. */
const most = { lines: 14, characters: 900 };

/** The sender's own signature: marked as one, after `-- `, or a short block after a sign-off at the end of what the sender wrote. */
function signatureIn(text: string, written: readonly Span[], marked: readonly Span[]): Span | undefined {
  for (const span of marked) {
    const holder = holding(written, span.start);
    if (holder && span.end > span.start) return { start: span.start, end: Math.min(span.end, holder.end) };
  }
  for (let i = 0; i < written.length; i += 1) {
    const { start, end } = written[i]!;
    if (end - start < 4) continue;
    const own = end - start > 4000 ? text.slice(end - 4000, end) : text.slice(start, end);
    const base = end - own.length;
    let at = -1;
    if (own.indexOf('--') >= 0 || own.indexOf('__') >= 0 || own.indexOf('—') >= 0) {
      const delimiter = /(?:^|\n)[ \t]{0,3}(?:-- ?|--\u00a0|—|_{2,19}|-{5,40})[ \t]*\r?(?=\n)/g;
      for (let cut = delimiter.exec(own); cut; cut = delimiter.exec(own)) {
        const after = own.slice(cut.index + cut[0].length);
        if (isShort(after) && after.trim() !== '') {
          at = cut.index;
          break;
        }
      }
    }
    const closing = closingIn(own);
    if (closing >= 0 && (at < 0 || closing < at)) at = closing;
    if (at >= 0) return { start: base + at, end };
  }
  return undefined;
}

/** Where a sign-off stands with a short block below, or -1. */
function closingIn(own: string): number {
  let end = own.length;
  let lines = 0;
  let found = -1;
  while (end > 0 && lines <= most.lines && own.length - end <= most.characters) {
    const start = own.lastIndexOf('\n', end - 1) + 1;
    const length = end - start;
    if (length > 1) {
      const line = own.slice(start, end);
      if (length < 70 && closes.test(line.trim())) found = start;
      else if (length > 110) break;
      if (line.trim() !== '') lines += 1;
    }
    end = start - 1;
  }
  return found;
}

function isShort(block: string): boolean {
  return (
    block.length <= most.characters &&
    block
      .trim()
      .split('\n')
      .filter(line => line.trim() !== '').length <= most.lines
  );
}

function holding(spans: readonly Span[], offset: number): Span | undefined {
  for (const span of spans) if (span.start <= offset && offset < span.end) return span;
  return undefined;
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
