import type { Span } from './span.ts';
import { hashOf, type Words } from './words.ts';

const kinds = hashesOf(
  'street st road rd lane ln avenue ave close crescent drive dr way court place gardens grove terrace square hill park row walk mews parade rise view green yard wharf quay mount fields meadow meadows croft bank end path gate villas cottages vale dene dell'
);
/** Words that begin the name of a Welsh street. */
const leading = hashesOf('heol stryd ffordd lon maes clos rhodfa bryn rhiw cae pen tan teras llys');
const lesser = hashesOf('y yr the of on upon and');
const flats = hashesOf('flat fflat apt apartment');
const saint = hashOf('st');

/** The private address whose house number is the word `at` of the text, on to its postcode where it has one; or nothing. */
export function homeAt(text: string, words: Words, at: number): Span | undefined {
  const { count, starts, ends, hashes } = words;
  const start = starts[at]!;
  const end = ends[at]!;
  if (end - start > 5 || '/#$£.'.indexOf(text.charAt(start - 1) || ' ') >= 0) return undefined;
  const flat = at > 0 && flats.has(hashes[at - 1]!) && start - ends[at - 1]! < 3;
  const welsh = at + 1 < count && leading.has(hashes[at + 1]!);
  let named = -1;
  let street = -1;
  for (let word = at + 1; word < count && word < at + 7; word += 1) {
    const from = starts[word]!;
    if (from - ends[word - 1]! > 2 || !isBetween(text.charCodeAt(ends[word - 1]!), word === at + 1)) break;
    const capital = isCapital(text.charCodeAt(from));
    if (
      word > at + 1 &&
      kinds.has(hashes[word]!) &&
      !(hashes[word] === saint && word === at + 2 && isCapital(text.charCodeAt(ends[word]! + 1)))
    ) {
      street = ends[word]!;
      break;
    }
    if (!capital && !lesser.has(hashes[word]!) && !(welsh && word === at + 1)) break;
    if (capital) named = ends[word]!;
  }
  if (street < 0 && welsh && named > ends[at + 1]!) street = named;
  const first = flat ? starts[at - 1]! : start;
  const home = street >= 0 || named >= 0 ? saysHome(text, first) : false;
  if (street < 0 && named >= 0 && home) street = named;
  const reached = postcodeEnd(text, street >= 0 ? street : flat ? end : named);
  if (street < 0 && !flat && (named < 0 || reached === 0 || !/[,\n\r]/.test(text.charAt(named)))) return undefined;
  const finish = reached || (street >= 0 ? street : end);
  return home || ((flat || reached > 0) && !isInstitutions(text, first, street, finish)) ? { start: first, end: finish } : undefined;
}

/** Whether a number can be a house's: a name begins after it, or a flat stands before it. */
export function mayBeHouse(text: string, start: number, end: number): boolean {
  let at = end;
  while (at < end + 4 && !isCapital(text.charCodeAt(at))) at += 1;
  return at < end + 4 || (text.charCodeAt(start - 1) === 32 && (text.charCodeAt(start - 2) | 32) === 116);
}

/** Where the postcode ends that closes an address which has come as far as `from`; 0 if none does. */
function postcodeEnd(text: string, from: number): number {
  if (from < 0) return 0;
  const found = /^(?:[^\d?!;:.]|\bSt\.){0,80}?\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/.exec(text.slice(from, from + 100));
  return found ? from + found[0].length : 0;
}

const home =
  /\b(?:address(?: is|:)?|cyfeiriad|liv(?:es?|ed|ing) (?:at|on|in)|byw (?:yn|ar)|mov(?:ed|ing) to|(?:sent?|post) (?:it |them |this )?to|delivered (?:to|at)|arrived at|(?:my|our|his|her|their) (?:new )?(?:house|home|place|flat)\b)/i;
const institution =
  /\b(?:universit|prifysgol|dep(?:artmen)?t|institut|school|ysgol|college|coleg|academ|ltd|limited|plc|inc\b|corp|llc|compan|cent(?:re|er)|canolfan|office|swyddfa|building|faculty|hospital|ysbyty|surgery|church|eglwys|chapel|(?:village|town|community) hall|neuadd|council|cyngor|hotel|restaura|cafe|shop|store|gallery|oriel|theatre|museum|amgueddfa|library|llyfrgell|consult|network|group|association|society|trust|solicitor|headquarters|venue|held at|visit|trip\b|stadium|station|zoo\b|club|fax|clinic|nursery|service|systems|director|manager)/i;

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
