import { isPersonalDomain } from './personal-domains.ts';
import { isDigit, isLetter } from './letters.ts';
import { isJoint, privateNumberAt } from './phones.ts';
import { postcodeStart } from './postcode.ts';
import type { Span } from './span.ts';
import { homeAt, mayBeHouse, saysHome, sentenceBefore } from './street.ts';
import { isMixed, isNumber, phrases, type Words } from './words.ts';

/** What kinds of detail are told apart. */
export type DetailKind = 'phone' | 'e-mail' | 'address' | 'handle' | Identity;

/** What says who somebody is: private whoever's it is. */
export type Identity = 'pupil-number' | 'birth-date' | 'nhs-number' | 'insurance-number';

/** A private detail of somebody that stands in a text: a mobile, a home, a mailbox at a provider. An institution's is none. */
export interface Detail extends Span {
  readonly kind: DetailKind;
  /** Whose it is, as the words just before it say: `my`, or `her`, `their`, `Mum's`. */
  readonly whose: 'sender' | 'other' | 'unsaid';
}

/** Whether a detail says who somebody is. */
export function isIdentity(kind: DetailKind): kind is Identity {
  return /-number|-date/.test(kind);
}

interface Found extends Span {
  readonly kind: DetailKind;
}

/** The private details in a text, in order and without overlap. `words` are those of the text. */
export function detailsIn(text: string, words: Words): readonly Detail[] {
  const found: Found[] = [];
  const add = (kind: DetailKind, span: Span | undefined): void => {
    if (span) found.push({ kind, start: span.start, end: span.end });
  };
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) add('e-mail', mailboxAt(text, at));
  for (const { phrase, start, end } of telling.find(words)) {
    if (phrase === 0) add('handle', handleAt(text, start, end));
    else add('e-mail', spelledOutAt(text, start, end));
  }
  addNumbers(text, words, found);
  if (found.length > 1) found.sort((one, other) => one.start - other.start || other.end - one.end);
  const details: Detail[] = [];
  let last = 0;
  for (const { kind, start, end } of found) {
    if (start < last) continue;
    details.push({ kind, start, end, whose: whoseIs(text, start) });
    last = end;
  }
  return details;
}

/** What stands in figures, by way of the words that have some: reading each character would take longer than everything else. */
function addNumbers(text: string, words: Words, found: Found[]): void {
  const { count, marks, starts, ends } = words;
  let next = 0;
  for (let word = 0; word < count; word += 1) {
    if ((marks[word]! & (isNumber | isMixed)) === 0) continue;
    for (let at = Math.max(starts[word]!, next); at < ends[word]!; at += 1) {
      if (!isDigit(text.charCodeAt(at))) continue;
      let end = at + 1;
      while (isDigit(text.charCodeAt(end))) end += 1;
      next = end;
      if (isTelling(text, at, end)) {
        const seen = numberAt(text, words, word, at, end);
        if (seen && 'kind' in seen) found.push(seen);
        if (seen) next = Math.max(next, seen.end);
      }
      at = next - 1;
    }
  }
}

/** Whether what stands beside a few figures could make them a detail: most numbers in a letter are none. */
function isTelling(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end);
  const prior = text.charCodeAt(start - 1);
  if (end - start > 4 || isLetter(next) || isLetter(prior) || prior === 43 || prior === 40) return true;
  if (!isJoint(next) && next !== 44) return false;
  let at = end + 1;
  while (at < end + 3 && isJoint(text.charCodeAt(at))) at += 1;
  return isDigit(text.charCodeAt(at)) || mayBeHouse(text, start, end);
}

/** What the figures from `start` to `end`, in a word of the text, begin or are in; or the rest of a date that is nobody's birthday. */
function numberAt(text: string, words: Words, word: number, start: number, end: number): Found | Span | undefined {
  const length = end - start;
  const prior = text.charCodeAt(start - 1);
  if (isLetter(prior) && (length === 11 || length === 12)) {
    const pupil = pupilNumberEnd(text, start - 1, words.ends[word]!);
    if (pupil > 0) return { kind: 'pupil-number', start: start - 1, end: pupil };
  }
  if (length < 4 && isLetter(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1)) && !isLetter(text.charCodeAt(end + 2))) {
    const postcode = postcodeStart(text, end + 2);
    if (postcode >= 0 && (saysHome(text, postcode) || ownPostcode.test(sentenceBefore(text, postcode, 28))))
      return { kind: 'address', start: postcode, end: end + 2 };
  }
  const next = text.charCodeAt(end);
  if (length < 5 && (isDigit(text.charCodeAt(end + 1)) ? next > 44 && next < 48 : length < 3 && (next === 32 || isLetter(next)))) {
    const found = date.exec(text.slice(start, start + 30));
    if (found) {
      const span = { start, end: start + found[0].length };
      return isBirth(text, span, found) ? { kind: 'birth-date', ...span } : span;
    }
  }
  if ((length === 2 || length === 6) && (isLetter(prior) || (prior === 32 && isLetter(text.charCodeAt(start - 2))))) {
    const first = isLetter(prior) ? start - 2 : start - 3;
    const found = insurance.exec(text.slice(Math.max(0, first - 1), first + 16));
    if (found) return { kind: 'insurance-number', start: first, end: first + found[1]!.length };
  }
  const phone = privateNumberAt(text, start, end);
  if (phone) return phone;
  const address = length < 5 && mayBeHouse(text, start, end) ? homeAt(text, words, word) : undefined;
  return address && { kind: 'address', start: address.start, end: address.end };
}

const ownPostcode = /\b(?:my|our|fy|ein) (?:home )?(?:post ?code|cod post)\b/i;
/** A National Insurance number (HMRC, NIM39110), with the character before it. */
const insurance = /^(?:^|[^A-Za-z\d])((?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D])(?![A-Za-z\d])/;
/** Day, month and year in figures in the order of this country, or with the month in a word; or a year first. */
const date =
  /^(?:\d\d?([/.-])(\d\d?)\1((?:19|20)?\d\d)|\d\d?(?:st|nd|rd|th|ain|af|il|ydd|fed|eg)?[ ,]{1,2}(?:of |o )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chw|maw|ebr|mai|meh|gor|aws|med|hyd|tac|rha)[a-z]{0,6}[ ,]{1,2}((?:19|20)\d\d)|\d{4}-\d\d-\d\d)(?!\d)/i;
const birth =
  /(?:\bd\.?o\.?b\.?|\bdate of birth|\bbirth ?date|\b(born(?: on)?|gan(?:wyd|ed))|\bdyddiad geni|\bbirthday)(?: (?:is|was|yw|oedd|ar|of|the|on))?[\s:(=|-]{0,4}(?:\w{2,9}day,? )?(?:the )?$/i;

/** Whether the words before a date say that it is somebody's day of birth. The word "born" says it only of people who may be pupils. */
function isBirth(text: string, { start }: Span, [, , month, short, long]: RegExpExecArray): boolean {
  const words = birth.exec(text.slice(Math.max(0, start - 40), start));
  if (!words || Number(month) > 12) return false;
  const year = Number(long || short);
  return !words[1] || (year < 100 ? 2000 + year : year) >= 2000;
}

const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** The end of the word at `start`, if it is a unique pupil number by its check letter (DfE, UPN guide); or 0. */
function pupilNumberEnd(text: string, start: number, end: number): number {
  if (end - start !== 13) return 0;
  let sum = 0;
  for (let i = start + 1; i < end; i += 1) {
    const code = text.charCodeAt(i);
    const value = isDigit(code) ? code - 48 : checkLetters.indexOf(String.fromCharCode(code & ~32));
    if (value < 0) return 0;
    sum += value * (i - start + 1);
  }
  return checkLetters.charAt(sum % 23) === text.charAt(start).toUpperCase() ? end : 0;
}

const roles = /^(?:info|office|admin|enquir(?:y|ies)|contact|bookings?|sales|support|school|swyddfa|pta|secretary|no-?reply)$/i;

/** The mailbox at a private people's provider round the `@` at `at`, also where a space stands on both sides of it. */
function mailboxAt(text: string, at: number): Span | undefined {
  const apart = text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + 1) === 32 ? 1 : 0;
  const host = /^[\w-]{1,40}(?: ?\. ?[a-z]{2,20}){1,3}/i.exec(text.slice(at + 1 + apart, at + 90));
  if (!host) return undefined;
  let domain = host[0];
  if (!isPersonalDomain(domain.replace(/ /g, '').toLowerCase())) {
    domain = domain.split(' ')[0]!;
    if (!isPersonalDomain(domain.toLowerCase())) return undefined;
  }
  const start = localStart(text, at - apart);
  if (start === at - apart || roles.test(text.slice(start, at - apart))) return undefined;
  return { start, end: at + 1 + apart + domain.length };
}

/** Where the local part of a mailbox begins that ends at `end`. */
function localStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && at > end - 64 && isLocal(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isLocal(code: number): boolean {
  return isDigit(code) || isLetter(code) || code === 46 || code === 95 || code === 45 || code === 43 || code === 39;
}

/** Places where people have a name of their own; and mailboxes that are spelt out. */
const telling = phrases([
  'icq|msn|skype|snapchat|snap|insta|instagram|tiktok|discord|telegram|gamertag|psn|twitter|facebook|roblox',
  'at gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|btinternet|sky|talktalk|virginmedia|protonmail'
]);

/** A mailbox that is spelt out round "at gmail". */
function spelledOutAt(text: string, start: number, end: number): Span | undefined {
  const tail = /^[ \t]{0,2}[[({]?(?:\.|dot)[\])}]?[ \t]{0,2}(?:com|co|net|uk)\b(?:(?:\.| dot )uk\b)?/i.exec(text.slice(end, end + 24));
  let local = start;
  while (local > start - 2 && ' ([{'.indexOf(text.charAt(local - 1) || '.') >= 0) local -= 1;
  const first = localStart(text, local);
  return tail && first < local && local < start ? { start: first, end: end + tail[0].length } : undefined;
}

const named =
  /^(?: (?:id|name|username|account|number|is|yw)){0,2} ?([:#=(]?)[ #:]{0,3}(@?\w[\w.-]{1,30}(?: \d{3}){0,3})|^\.com\/([@\w./?=%-]{2,60})/;
const nobodys =
  /school|primary|academ|coleg|colleg|ysgol|council|cyngor|official|pta|club|trust|^(?:https?|www|groups|pages|events|watch|share)\b|\.(?:com|net|uk)$/i;
const offers = /\b(?:my|me|fy|fi|profile|proffil|add|find|follow|his|her)\b/i;

/**
 * A person's name on a platform whose own name stands from `start` to `end`: marked, with figures, an underscore or a capital inside; or a link
 * to it.
 */
function handleAt(text: string, start: number, end: number): Span | undefined {
  const found = named.exec(text.slice(end, end + 70));
  if (!found) return undefined;
  const before = sentenceBefore(text, start, 50);
  const written = found[2] || found[3]!;
  const name = written.replace(/[.-]$/, '');
  if (nobodys.test(name) || /\b(?:us|our|we|school|ysgol|ni|ein|class)\b/i.test(before)) return undefined;
  const finish = end + found[0].length - written.length + name.length;
  if (found[3]) {
    const scheme = /(?:https?:\/\/)?(?:www\.)?$/.exec(before)![0].length;
    return before.length - scheme < 2 || offers.test(before) ? { start: start - scheme, end: finish } : undefined;
  }
  const marked = found[1] && name.length > 3 && /^(?:[\s,;|)](?![a-z]* [a-z])|$)/.test(text.slice(finish, finish + 12));
  const isNumber = /^[\d ]+$/.test(name);
  const isNamed = /^icq/i.test(text.slice(start, end))
    ? isNumber && name.length > 4
    : !isNumber && (marked || /^@|\d|_|[a-z][A-Z]/.test(name));
  return isNamed ? { start: finish - name.length, end: finish } : undefined;
}

const ours = /\b(?:my|mine|me|i|fy|fi)\b/i;
const theirs =
  /\b(?:his|hers?|their|them|s?he|they|him|mum|mother|dad|father|gran|(?:parent|carer|pupil|child|son|daughter|parents)[’']|ei|eu|hi|fe|nhw|mam|tad)(?![a-z])/gi;

/** Whose a detail is, by the nearest telling word of the same sentence before it. */
function whoseIs(text: string, start: number): 'sender' | 'other' | 'unsaid' {
  let sentence = sentenceBefore(text, start, 60);
  const others = sentence.match(theirs);
  if (others) sentence = sentence.slice(sentence.lastIndexOf(others[others.length - 1]!));
  return ours.test(sentence) ? 'sender' : others ? 'other' : 'unsaid';
}
