import { postcodeStart } from './postcode.ts';
import type { Span } from './span.ts';

const kinds: ReadonlySet<string> = new Set(
  'street st road rd lane ln avenue ave close cl crescent cres drive dr way court ct place pl gardens gdns garden grove gr terrace terr ter square sq hill park row walk mews parade rise view green boulevard blvd yard wharf quay mount fields field meadow meadows croft brow bank end path fold drove chase gate villas cottages buildings circle circus esplanade promenade broadway causeway vale dene dell glen link loan wynd brae spinney copse ride parkway kingsway queensway'.split(
    ' '
  )
);
const leading: ReadonlySet<string> = new Set(
  'heol stryd ffordd lôn lon maes clos rhodfa bryn rhiw cae pen tan teras llys rue avenue via viale calle plaza place boulevard ulica rua'.split(
    ' '
  )
);
const lesser: ReadonlySet<string> = new Set('y yr the of de la le du des en on upon and a d l st'.split(' '));

/** A postal address, and whether it is somebody's home. */
export interface Street extends Span {
  readonly personal: boolean;
}

/** The address whose house number stands from `start` to `end`, on to its postcode where it has one; or nothing. */
export function streetAt(text: string, start: number, end: number): Street | undefined {
  const prior = text.charCodeAt(start - 1);
  if (isWord(prior) || prior === 46 || prior === 47 || prior === 35 || prior === 36 || prior === 163) return undefined;
  const flat = end - start <= 4 ? flatBefore(text, start) : -1;
  const named = end - start <= 4 || text.charCodeAt(end) === 32 ? streetEnd(text, end) : -1;
  const street = named < 0 && end - start <= 4 && mayBeginAddress(text, start) ? unnamedEnd(text, end) : named;
  if (street < 0) {
    if (flat < 0) return undefined;
    const town = reachPostcode(text, end);
    return { start: flat, end: town || end, personal: !isInstitutions(text, flat, end, town || end) };
  }
  if (text.charCodeAt(end) === 44 && /^(?:19|20)\d\d$/.test(text.slice(start, end))) return undefined;
  const postcode = reachPostcode(text, street);
  const finish = postcode || street;
  const first = flat >= 0 ? flat : start;
  const home = saysHome(text, first);
  const personal = home || (postcode > 0 || flat >= 0 || isAbroad(text, end) ? !isInstitutions(text, first, street, finish) : false);
  return { start: first, end: finish, personal };
}

const town =
  /^ [A-Z\u00c0-\u00de][\w\u00c0-\u017f-]{1,24}(?:[ -][A-Z][\w-]{1,20})?(?: ?[,/(-] ?| )(?:France|Germany|Deutschland|Italy|Italia|Spain|España|Belgium|Austria|Finland|Sweden|Poland)\b/;

/** Where a continental town with its country ends, whose five-figure code stands from `start` to `end`, or 0. */
export function townAt(text: string, start: number, end: number): number {
  if (isWord(text.charCodeAt(start - 1))) return 0;
  const found = town.exec(text.slice(end, end + 70));
  return found ? end + found[0].length : 0;
}

/** Where the name of a street ends that begins after a house number; -1 if none does. */
function streetEnd(text: string, from: number): number {
  let at = from;
  const suffix = text.charCodeAt(at);
  if (isLetter(suffix) && !isWord(text.charCodeAt(at + 1))) at += 1;
  if (text.charCodeAt(at) === 44) at += 1;
  let first = true;
  for (let count = 0; count < 6; count += 1) {
    const space = text.charCodeAt(at);
    if (space !== 32) return -1;
    at += 1;
    if (text.charCodeAt(at) === 32) at += 1;
    let end = at;
    while (end < at + 24 && isName(text.charCodeAt(end))) end += 1;
    if (end === at) return -1;
    const word = text.slice(at, end);
    const lower = word.toLowerCase();
    const capital = isCapital(word.charCodeAt(0));
    if (first && leading.has(lower)) {
      const rest = nameEnd(text, end);
      if (rest > 0) return rest;
    }
    if (!first && kinds.has(lower) && !(lower === 'st' && text.charCodeAt(end) === 32 && isCapital(text.charCodeAt(end + 1)) && count < 2))
      return text.charCodeAt(end) === 46 ? end + 1 : end;
    if (!capital && (first || !lesser.has(lower))) return -1;
    first = false;
    at = text.charCodeAt(end) === 46 && end - at < 4 ? end + 1 : end;
  }
  return -1;
}

/** Whether the words before a number leave room for an address: the beginning of a line, a comma or colon, "at", "to", "is". */
function mayBeginAddress(text: string, start: number): boolean {
  return /(?:^|[\n:,>|]|\b(?:at|to|is|with|on|from|in|yn|ar|i))[ \t]{0,4}$/i.test(text.slice(Math.max(0, start - 10), start));
}

const lived =
  /(?:address(?: is|:)?|(?:liv(?:es?|ed|ing)|byw|(?:house|home|place|flat)(?: is)?) (?:at|on|in|yn|ar)|(?:home|place|house)[:,]) \d{1,4}[a-z]?$/i;

/** The end of a street whose name says no kind of street: names up to a comma or the end of the line, and a postcode soon after. */
function unnamedEnd(text: string, from: number): number {
  const suffix = isLetter(text.charCodeAt(from)) && !isWord(text.charCodeAt(from + 1)) ? 1 : 0;
  const end = nameEnd(text, from + suffix);
  if (end > 0 && lived.test(text.slice(Math.max(0, from - 24), from))) return end;
  const next = text.charCodeAt(end);
  if (end < 0 || !(next === 44 || next === 10 || next === 13)) return -1;
  const postcode = reachPostcode(text, end);
  return postcode > 0 && postcode - end < 70 ? end : -1;
}

/** The end of one to four words of a name with capitals, from the space at `from` on. */
function nameEnd(text: string, from: number): number {
  let at = from;
  let last = -1;
  for (let count = 0; count < 4; count += 1) {
    if (text.charCodeAt(at) !== 32) break;
    let end = at + 1;
    while (end < at + 24 && isName(text.charCodeAt(end))) end += 1;
    const word = text.slice(at + 1, end);
    if (word === '') break;
    if (isCapital(word.charCodeAt(0)) || isCapital(word.charCodeAt(2))) last = end;
    else if (!lesser.has(word.toLowerCase())) break;
    at = end;
  }
  return last;
}

/** Where the postcode ends that closes an address which has come as far as `from`: within four lines of names; 0 if none does. */
function reachPostcode(text: string, from: number): number {
  let lines = 0;
  let words = 0;
  for (let at = from; at < text.length && at < from + 110; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      lines += 1;
      if (lines > 5) return 0;
    } else if (code >= 48 && code <= 57) {
      if (postcodeStart(text, at, true) >= from) return at + 3;
      if (!isLetter(text.charCodeAt(at - 1)) && !isWord(text.charCodeAt(at - 2))) return 0;
    } else if (code === 63 || code === 33 || code === 58 || code === 59) return 0;
    else if (
      code === 46 &&
      text.charCodeAt(at + 1) === 32 &&
      at > from + 3 &&
      isLetter(text.charCodeAt(at - 1)) &&
      isName(text.charCodeAt(at - 4))
    )
      return 0;
    else if (code === 32 && (words += 1) > 24) return 0;
  }
  return 0;
}

/** Where "Flat", "Apt" begins that stands before a number, or -1. */
function flatBefore(text: string, start: number): number {
  const found = /(?:^|[^A-Za-z])((?:flat|apt|apartment|fflat)\.? (?:no\.? )?)$/i.exec(text.slice(Math.max(0, start - 18), start));
  return found ? start - found[1]!.length : -1;
}

/** A house number that is parted from its street by a comma is a continental one. */
function isAbroad(text: string, end: number): boolean {
  return text.charCodeAt(end) === 44 && /^, (?:rue|avenue|via|viale|calle|place|boulevard|rua)/i.test(text.slice(end, end + 12));
}

const home =
  /\b(?:(?:my|his|her|their|our|home|new|your|postal|billing) (?:home )?address|address(?: (?:is|was))?:?$|(?:ei |eich |fy )?(?:n?gh?yfeiriad|cyfeiriad)|liv(?:es?|ed|ing) (?:at|on|in)|byw (?:yn|ar)|mov(?:ed|ing) to|(?:sent?|post) (?:it |them |this )?to|delivered (?:to|at)|arrived at|(?:my|our|his|her|their) (?:new )?(?:house|home|place|flat))/i;
const asked = /(?:^|[^a-z])(?:home )?address:\s{0,4}$|what is your address\? (?:it is )?$/i;
const institution =
  /\b(?:universit|prifysgol|dep(?:artmen)?t|institut|school|ysgol|college|coleg|academ|ltd|limited|plc|inc\b|corp|llc|gmbh|pty|compan|cent(?:re|er)|canolfan|office|swyddfa|building|faculty|hospital|ysbyty|surgery|church|eglwys|chapel|(?:village|town|community) hall|neuadd|council|cyngor|hotel|restaura|cafe|pub\b|inn\b|shop|store|gallery|oriel|theatr|museum|amgueddfa|library|llyfrgell|consult(?:ing|anc)|network|group|laborator|foundation|association|society|trust|solicitor|p\.? ?o\.? box|suite|floor|unit \d|headquarters|registered|meet|venue|held at|located|visit|trip\b|stadium|station|zoo\b|club|fax|ffacs|clinic|nursery|service|energy|gas\b|technolog|systems|solutions|director|manager|executive)/i;

/** Whether the words before an address say that somebody lives there. */
export function saysHome(text: string, start: number): boolean {
  const words = text.slice(Math.max(0, start - 56), start);
  const stop = Math.max(words.lastIndexOf('. '), words.lastIndexOf('\n'), words.lastIndexOf('? '), words.lastIndexOf('! ')) + 1;
  return home.test(words.slice(stop)) || asked.test(words);
}

/** Whether an address is an institution's, by the words of the lines above, between its street and its postcode, and just after. */
function isInstitutions(text: string, start: number, street: number, end: number): boolean {
  let from = start;
  for (let lines = 0; lines < 5 && from > 0 && from > start - 240; lines += 1) {
    const above = text.lastIndexOf('\n', from - 1);
    if (start - above > 100 && lines === 0) {
      from = start - 100 + Math.max(text.slice(start - 100, start).lastIndexOf('. ') + 1, 0);
      break;
    }
    from = above < 0 ? 0 : above;
  }
  const above = text.slice(Math.max(from, start - 240), start);
  return (
    institution.test(`${above}\n${text.slice(street, end)}`) ||
    /^[^\n]{0,40}\b(?:fax|tel\b|ffôn|office|phone)/i.test(text.slice(end, end + 60))
  );
}

function isName(code: number): boolean {
  return isLetter(code) || code === 39 || code === 45 || code === 0x2019 || code >= 0xc0;
}

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || code === 0x0174 || code === 0x0176;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isWord(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}
