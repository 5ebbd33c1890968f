import type { Span } from './span.ts';
import { hashOf, type Words } from './words.ts';

/** Kinds of street that are written small too; others are known by the comma, the new line or the postcode after their capitals. */
const kinds = hashesOf('street st road rd lane avenue ave close crescent drive way court');
const lesser = hashesOf('y yr the of on upon and');
const flats = hashesOf('flat fflat apt apartment');

/** The private address whose house number is the word `at` of the text, on to its postcode where it has one; or nothing. */
export function homeAt(text: string, words: Words, at: number): Span | undefined {
  const { count, starts, ends, hashes } = words;
  const start = starts[at]!;
  const end = ends[at]!;
  if (end - start > 5 || '/#$£.'.indexOf(text.charAt(start - 1) || ' ') >= 0) return undefined;
  const flat = at > 0 && flats.has(hashes[at - 1]!) && start - ends[at - 1]! < 3;
  let named = -1;
  for (let word = at + 1; word < count && word < at + 7; word += 1) {
    const from = starts[word]!;
    if (from - ends[word - 1]! > 2 || !isBetween(text.charCodeAt(ends[word - 1]!), word === at + 1)) break;
    if (isCapital(text.charCodeAt(from)) || (named >= 0 && kinds.has(hashes[word]!))) named = ends[word]!;
    else if (!lesser.has(hashes[word]!)) break;
  }
  if (named < 0 && !flat) return undefined;
  const first = flat ? starts[at - 1]! : start;
  const street = Math.max(named, end);
  const finish = postcodeEnd(text, street);
  if (named >= 0 && saysHome(text, first)) return { start: first, end: finish || street };
  const told = flat || (finish > 0 && (finish < street + 10 || /[,\n\r]/.test(text.charAt(street))));
  return told && !isInstitutions(text, first, street, finish || end) ? { start: first, end: finish || end } : undefined;
}

/** Whether a number can be a house's: a name begins after it, or a flat stands before it. */
export function mayBeHouse(text: string, start: number, end: number): boolean {
  let at = end;
  while (at < end + 4 && !isCapital(text.charCodeAt(at))) at += 1;
  return at < end + 4 || (text.charCodeAt(start - 1) === 32 && (text.charCodeAt(start - 2) | 32) === 116);
}

/** Where the postcode ends that closes an address which has come as far as `from`; 0 if none does. */
function postcodeEnd(text: string, from: number): number {
  const found = /^(?:[^\d?!;:.]|\bSt\.){0,80}?\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/.exec(text.slice(from, from + 100));
  return found ? from + found[0].length : 0;
}

const home =
  /\b(?:address(?: is|:)?|cyfeiriad|liv(?:es?|ed|ing) (?:at|on|in)|byw (?:yn|ar)|mov(?:ed|ing) to|(?:sent?|post) (?:it |them |this )?to|delivered (?:to|at)|arrived at|(?:my|our|his|her|their) (?:new )?(?:house|home|place|flat)\b)/i;
const institution =
  /\b(?:universit|prifysgol|dep(?:artmen)?t|institut|school|ysgol|college|coleg|academ|ltd|limited|plc|compan|cent(?:re|er)|canolfan|office|swyddfa|building|hospital|ysbyty|surgery|church|eglwys|chapel|hall\b|neuadd|council|cyngor|hotel|cafe|shop|store|theatr|museum|library|llyfrgell|group|association|society|trust|venue|held at|visit|trip\b|club|clinic|nursery|service|director|manager)/i;

/** Whether the words of the sentence before an address say that somebody lives there. */
export function saysHome(text: string, start: number): boolean {
  return home.test(sentenceBefore(text, start, 56));
}

/** Up to so many characters before a place, from the last line or sentence on. */
export function sentenceBefore(text: string, start: number, length: number): string {
  const words = text.slice(Math.max(0, start - length), start);
  return words.slice(Math.max(words.lastIndexOf('. '), words.lastIndexOf('\n'), words.lastIndexOf('? '), words.lastIndexOf('! ')) + 1);
}

/** Whether an address is an institution's, by the words of the few lines above, those after its street, and what follows on its line. */
function isInstitutions(text: string, start: number, street: number, end: number): boolean {
  const above = text.slice(Math.max(0, start - 160), start);
  const sentence = above.lastIndexOf('. ') + 1;
  return (
    institution.test(above.slice(sentence) + text.slice(Math.max(start, street), end)) ||
    /^[^\n]{0,40}\b(?:fax|tel\b|ffôn|office|phone)/i.test(text.slice(end, end + 60))
  );
}

/** What may stand between the words of an address on one line. */
function isBetween(code: number, first: boolean): boolean {
  return code === 32 || code === 45 || code === 46 || (first && code === 44);
}

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || code === 0x0174 || code === 0x0176;
}

function hashesOf(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(hashOf));
}
