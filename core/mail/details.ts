import { isPersonalDomain } from './personal-domains.ts';
import { type Line, phoneAt, type Run } from './phones.ts';
import { postcodeStart } from './postcode.ts';
import type { Span } from './span.ts';
import { saysHome, streetAt, townAt } from './street.ts';
import { type Hit, isMixed, isNumber, phrases, type Words } from './words.ts';

/** What kinds of detail are told apart. */
export type DetailKind =
  | 'phone'
  | 'e-mail'
  | 'address'
  | 'postcode'
  | 'handle'
  | 'pupil-number'
  | 'birth-date'
  | 'nhs-number'
  | 'insurance-number';

/** A detail of somebody that stands in a text. */
export interface Detail extends Span {
  readonly kind: DetailKind;
  /** Whether it looks private, by its own form and the words beside it: a mobile, a home, a mailbox at a provider. Otherwise it is an institution's. */
  readonly personal: boolean;
  /** Whose it is, as the words just before it say: `my`, or `her`, `their`, `Mum's`. */
  readonly whose: 'sender' | 'other' | 'unsaid';
}

/** Kinds that are private whoever's they are. */
export const alwaysPersonal: readonly DetailKind[] = ['pupil-number', 'birth-date', 'nhs-number', 'insurance-number'];

/** The personal and institutional details in a text, in order and without overlap. `words` are those of the text. */
export function detailsIn(text: string, words: Words): readonly Detail[] {
  const cues = telling.find(words);
  const births = cues.some(({ phrase }) => phrase >= firstBirth) || text.indexOf('.O.B') >= 0 || text.indexOf('.o.b') >= 0;
  const signed = merged(atSigns(text), linksIn(text));
  return merged(merged(signed, numbersIn(text, words, births)), cues.length === 0 ? [] : spelledOut(text, cues));
}

/** Adds to a list what begins after its last entry. */
function adderTo(found: Detail[], text: string): Add {
  return (kind, start, end, personal) => {
    const last = found[found.length - 1];
    if (!last || start >= last.end) found.push({ kind, start, end, personal, whose: personal ? whoseIs(text, start) : 'unsaid' });
  };
}

/** What stands in figures, by way of the words that have some: reading each character would take longer than everything else. */
function numbersIn(text: string, { count, marks, starts, ends }: Words, births: boolean): readonly Detail[] {
  const found: Detail[] = [];
  const add = adderTo(found, text);
  let next = 0;
  for (let word = 0; word < count; word += 1) {
    if ((marks[word]! & (isNumber | isMixed)) === 0 || ends[word]! <= next) continue;
    for (let i = Math.max(starts[word]!, next); i < ends[word]!; i += 1) {
      if (!isDigit(text.charCodeAt(i))) continue;
      let end = i + 1;
      while (isDigit(text.charCodeAt(end))) end += 1;
      next = end;
      if (!saysNothing(text, i, end, births)) {
        const run = runAt(text, i, end);
        readRun(text, run, births, found, add);
        const last = found[found.length - 1];
        next = Math.max(run.ends[run.ends.length - 1]!, last ? last.end : 0);
      }
      i = next - 1;
    }
  }
  return found;
}

/** Mailboxes, and names after `@`. */
function atSigns(text: string): readonly Detail[] {
  const found: Detail[] = [];
  const add = adderTo(found, text);
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const last = found[found.length - 1];
    const mailbox = mailboxAt(text, at, last ? last.end : 0);
    const mention = mailbox ? undefined : mentionAt(text, at);
    if (mailbox) add('e-mail', mailbox.start, mailbox.end, mailbox.personal);
    else if (mention) add('handle', mention.start, mention.end, !isInstitutional(text, at, mention));
  }
  return found;
}

/** Links to people's pages. */
function linksIn(text: string): readonly Detail[] {
  const found: Detail[] = [];
  const add = adderTo(found, text);
  for (const ending of ['.com/', '.me/']) {
    for (let dot = text.indexOf(ending); dot >= 0; dot = text.indexOf(ending, dot + 1)) {
      const profile = profileAt(text, dot + ending.length - 1);
      if (profile && isOwnPage(text, profile.start))
        add('handle', profile.start, profile.end, !isInstitutional(text, profile.start, profile));
    }
  }
  return found;
}

/** A few figures with nothing beside them that could make them a detail: most numbers in a letter. */
function saysNothing(text: string, start: number, end: number, births: boolean): boolean {
  if (end - start > 4) return false;
  const next = text.charCodeAt(end);
  const prior = text.charCodeAt(start - 1);
  if (isLetter(next) || isLetter(prior) || prior === 43 || prior === 40) return false;
  let at = end;
  while (at < end + 4 && isJoint(text.charCodeAt(at))) at += 1;
  if (at > end && isDigit(text.charCodeAt(at))) {
    if (next !== 46 || at !== end + 1 || end - start > 2) return false;
    while (isDigit(text.charCodeAt(at))) at += 1;
    return at - end < 4 && saysNothing(text, end + 1, at, births);
  }
  return !(births && isLetter(text.charCodeAt(end + 1))) && !mayNameStreet(text, start, end);
}

/** Whether "Flat", "Apt." or "Apartment" may stand before a number: words in `-lat`, `-pt`, `-nt`, but not "at". */
function followsFlat(text: string, start: number): boolean {
  let at = text.charCodeAt(start - 1) === 32 ? start - 2 : start - 1;
  if (text.charCodeAt(at) === 46) at -= 1;
  if ((text.charCodeAt(at) | 32) !== 116) return false;
  const code = text.charCodeAt(at - 1) | 32;
  return (code === 97 || code === 112 || code === 110) && isLetter(text.charCodeAt(at - 2));
}

/** Mailboxes that are spelt out and names after the name of a platform, in order. */
function spelledOut(text: string, cues: readonly Hit[]): readonly Detail[] {
  const found: Detail[] = [];
  let last = 0;
  for (const { phrase, start, end } of cues) {
    if (start < last || phrase >= firstBirth) continue;
    if (phrase === 0) {
      const handle = handleAfter(text, end, isNumbered(text, start));
      if (!handle || handle.start < last) continue;
      const personal = !isInstitutional(text, start, handle);
      found.push({ kind: 'handle', start: handle.start, end: handle.end, personal, whose: whoseIs(text, start) });
      last = handle.end;
    } else {
      const first = localBefore(text, start);
      const tail = ending.exec(text.slice(end, end + 24));
      if (first < last || !tail) continue;
      last = end + tail[0].length;
      found.push({ kind: 'e-mail', start: first, end: last, personal: true, whose: whoseIs(text, first) });
    }
  }
  return found;
}

/** Two ordered lists as one; of two that overlap the first list's stays. */
function merged(some: readonly Detail[], more: readonly Detail[]): readonly Detail[] {
  if (more.length === 0) return some;
  const all: Detail[] = [];
  let at = 0;
  for (const each of some) {
    while (at < more.length && more[at]!.end <= each.start) all.push(more[at++]!);
    while (at < more.length && more[at]!.start < each.end) at += 1;
    all.push(each);
  }
  return all.concat(more.slice(at));
}

type Add = (kind: DetailKind, start: number, end: number, personal: boolean) => void;

const mostGroups = 12;

/** The digits from `start` on that stand close together; the first ones end at `firstEnd`. */
function runAt(text: string, start: number, firstEnd: number): Run {
  const starts = [start];
  const ends = [firstEnd];
  let end = firstEnd;
  while (starts.length < mostGroups) {
    let at = end;
    while (at < end + 4 && isJoint(text.charCodeAt(at))) at += 1;
    if (at === end || at > end + 3 || !isDigit(text.charCodeAt(at)) || isGap(text, end, at)) break;
    end = at + 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
    starts.push(at);
    ends.push(end);
  }
  let before = start - 1;
  if (text.charCodeAt(before) === 40) before -= 1;
  if (text.charCodeAt(before) === 32) before -= 1;
  return { starts, ends, plus: text.charCodeAt(before) === 43 };
}

/** Two spaces, a spaced slash, or a minus or point before the digits keep numbers apart. */
function isGap(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) !== 32 || to === from + 1) return false;
  const second = text.charCodeAt(from + 1);
  return second === 32 || (second === 47 && text.charCodeAt(from + 2) === 32) || (to === from + 2 && (second === 45 || second === 46));
}

/** A space, `-`, `.`, `/`, a bracket, a dash or a hard space. */
function isJoint(code: number): boolean {
  return code === 32 || (code >= 40 && code <= 41) || (code >= 45 && code <= 47) || code === 0xa0 || (code >= 0x2010 && code <= 0x2013);
}

/** Reads the numbers of a run: what each group or row of groups is. */
function readRun(text: string, run: Run, births: boolean, found: readonly Detail[], add: Add): void {
  const { starts, ends } = run;
  const whole = ends[ends.length - 1]! - starts[0]!;
  for (let group = 0; group < starts.length; group += 1) {
    const start = starts[group]!;
    const end = ends[group]!;
    const length = end - start;
    const prior = text.charCodeAt(start - 1);
    if (isLetter(prior) && group === 0) {
      const pupil = length === 12 || length === 11 ? pupilNumberAt(text, start - 1, end) : 0;
      if (pupil > 0) {
        add('pupil-number', start - 1, pupil, true);
        continue;
      }
    }
    const postcode = length <= 3 && isLetter(text.charCodeAt(end)) ? postcodeStart(text, end - 1) : -1;
    if (postcode >= 0) {
      const mine = /\b(?:my|our|fy|ein) (?:home )?(?:post ?code|cod post)\b/i.test(before(text, postcode, 28)) || saysHome(text, postcode);
      add('postcode', postcode, end + 2, mine);
      continue;
    }
    if (length <= 2 && group + 2 < starts.length && isDate(text, run, group)) {
      if (births && isBirth(text, start, ends[group + 2]!, Number(text.slice(starts[group + 2]!, ends[group + 2]!))))
        add('birth-date', start, ends[group + 2]!, true);
      group += 2;
      continue;
    }
    if (length <= 2 || length === 6) {
      const written = births ? writtenDateEnd(text, end) : 0;
      if (written > 0 && isBirth(text, start, written, Number(text.slice(written - 4, written)))) {
        add('birth-date', start, written, true);
        break;
      }
      const insured = length === 1 ? undefined : insuranceAt(text, start);
      if (insured) {
        add('insurance-number', insured.start, insured.end, true);
        break;
      }
    }
    if (whole >= 7 || length >= 7) {
      const phone = phoneAt(text, run, group);
      if (phone.line !== 'unlike') {
        const finish = ends[phone.last]!;
        const first = group === 0 ? opening(text, start, run.plus) : start;
        if (!isLetter(prior) || phone.line === 'mobile') {
          const label = labelOf(text, first, finish);
          if (label === 'nhs' && isHealthNumber(text.slice(start, finish))) add('nhs-number', start, finish, true);
          else if (label !== 'reference' && label !== 'nhs') add('phone', first, finish, isPrivate(phone.line, label));
        }
        group = phone.last;
        continue;
      }
      const total = digitsOf(text, run, group);
      if (total >= 6 && total <= 13) {
        const finish = ends[ends.length - 1]!;
        const label = labelOf(text, start, finish);
        if (label === 'nhs' && isHealthNumber(text.slice(start, finish))) {
          add('nhs-number', start, finish, true);
          break;
        }
        if (label === 'mobile' && total > 6 && !/^(?:\d{4}-\d\d-|(?:19|20)\d\d\b)/.test(text.slice(start, start + 8))) {
          add('phone', start, finish, true);
          break;
        }
      }
    }
    if (length === 5 && group === 0 && text.charCodeAt(end) === 32) {
      const town = townAt(text, start, end);
      if (town > 0 && followsHome(found, start)) {
        add('address', start, town, true);
        break;
      }
    }
    if (length <= 5 && mayNameStreet(text, start, end)) {
      const street = streetAt(text, start, end);
      if (street) {
        add('address', street.start, street.end, street.personal);
        break;
      }
    }
  }
}

/** A capital, or a word that may begin a foreign street, stands after the number; or a flat before it. */
function mayNameStreet(text: string, start: number, end: number): boolean {
  let at = isLetter(text.charCodeAt(end)) ? end + 1 : end;
  if (text.charCodeAt(at) === 44) at += 1;
  while (at < end + 4 && text.charCodeAt(at) === 32) at += 1;
  const code = text.charCodeAt(at);
  return (
    (code >= 65 && code <= 90) ||
    code >= 0xc0 ||
    (code > 96 && 'rvcphmlstbu'.indexOf(text.charAt(at)) >= 0 && leads(text, at)) ||
    followsFlat(text, start)
  );
}

/** "rue", "via", "calle", "plaza", "heol", "stryd" and their like, in small letters. */
function leads(text: string, at: number): boolean {
  return /^(?:rue|rua|via|viale|calle|plaza|place|heol|stryd|maes|ulica|ffordd|lôn) /.test(text.slice(at, at + 8));
}

/** Whether one of the last details is a home that stands not far above. */
function followsHome(found: readonly Detail[], start: number): boolean {
  for (let i = found.length - 1; i >= 0 && found[i]!.end > start - 300; i -= 1) {
    if (found[i]!.kind === 'address' && found[i]!.personal) return true;
  }
  return false;
}

function digitsOf(text: string, { starts, ends }: Run, from: number): number {
  let count = 0;
  for (let group = from; group < starts.length; group += 1) count += ends[group]! - starts[group]!;
  return isWordCode(text.charCodeAt(ends[ends.length - 1]!)) ? 0 : count;
}

/** Where a number begins with what belongs to it: `+`, `(`. */
function opening(text: string, start: number, plus: boolean): number {
  let at = start;
  if (text.charCodeAt(at - 1) === 40) at -= 1;
  if (plus) at = text.lastIndexOf('+', at);
  return text.charCodeAt(at - 1) === 40 && text.charCodeAt(at) === 43 ? at - 1 : at;
}

type Label = 'mobile' | 'home' | 'office' | 'service' | 'own' | 'reference' | 'nhs' | 'phone' | 'none';

const labels: { readonly [word: string]: Label } = labelTable();

function labelTable(): { readonly [word: string]: Label } {
  const table: { [word: string]: Label } = {};
  const lists: readonly (readonly [Label, string])[] = [
    ['mobile', 'mobile mob cell cellular cellphone cel gsm handy symudol whatsapp m c'],
    ['home', 'home res cartref h'],
    ['office', 'office fax ffacs facsimile work school ysgol swyddfa gwaith trip duty f w o'],
    [
      'service',
      'direct ddi dl switchboard reception desk helpline support service services customer company free ext sales care enquiries booking department pager page'
    ],
    ['phone', 'phone tel telephone ph call ring text number no rhif ffôn t p'],
    ['reference', 'order ref reference invoice account isbn card policy ticket serial cyfeirnod anfoneb archeb urn']
  ];
  for (const [label, words] of lists) for (const word of words.split(' ')) table[word] = label;
  return table;
}

/** What the words before a number on its line, or just after it, call it. The nearest word that says something counts. */
function labelOf(text: string, start: number, end: number): Label {
  const words: readonly string[] =
    lineBefore(text, start)
      .toLowerCase()
      .match(/[a-zô]+/g) || [];
  const marked = /[a-z] ?[:.)\]][\s.]{0,3}[(+]{0,2}$/i.test(before(text, start, 12));
  let named = false;
  for (let back = words.length - 1, steps = 0; back >= 0 && steps < 6; back -= 1, steps += 1) {
    const word = words[back]!;
    const label = word.length === 1 && !(steps === 0 && marked) ? 'none' : labelled(word);
    if (word === 'nhs' || word === 'gig') return 'nhs';
    if (label === 'mobile' || label === 'home') {
      return back > 0 && labelled(words[back - 1]!) === 'office' ? 'office' : label;
    }
    if ((label === 'office' || label === 'service') && !(word === 'free' && words[back + 1] === 'to')) {
      const names = (steps === 0 && back === 0 && marked) || /^f/.test(word) || labelled(words[back + 1] || '') === 'phone';
      return label === 'office' && !names ? 'service' : label;
    }
    if (label === 'reference' && steps < 3 && !named) return label;
    if ((word === 'my' || word === 'fy') && words.indexOf('call', back) < 0) {
      if (words.slice(back, back + 2).some(each => /^(?:no|number|rhif|phone|tel|ffôn)$/.test(each))) return 'own';
    }
    if (label === 'phone') named = true;
    else if (named && !/^(?:me|us|in|on|at|is|or|my|fy|and|a)$/.test(word)) break;
  }
  const after = /^[^\S\n]{0,3}[([|,-]{0,1}[^\S\n]?([a-z]{1,12})\b(?!\.?[^\S\n]{0,3}[:+(\d#])/i.exec(text.slice(end, end + 28));
  if (after) {
    const word = after[1]!.toLowerCase();
    const label = labelled(word);
    if (word.length > 1 && (label === 'mobile' || label === 'home' || label === 'office' || label === 'service')) return label;
    if (/^\s?\([hmc]\)/i.test(text.slice(end, end + 5))) return label;
  }
  return 'none';
}

function labelled(word: string): Label {
  return Object.prototype.hasOwnProperty.call(labels, word) ? labels[word]! : 'none';
}

function isPrivate(line: Line, label: Label): boolean {
  if (line === 'service') return false;
  if (line === 'mobile') return label !== 'office';
  return label === 'mobile' || label === 'home' || label === 'own';
}

/** Up to 48 characters of the same line before `start`; where nothing stands there, of the line above that is not empty. */
function lineBefore(text: string, start: number): string {
  const piece = text.slice(Math.max(0, start - 48), start);
  const trimmed = piece.replace(/[\s>|]{1,20}$/, '');
  const at = trimmed.lastIndexOf('\n');
  const row = at < 0 ? trimmed : trimmed.slice(at + 1);
  const folded = at > 0 && /^(?:(?:phone )?(?:number|no) )?(?:is|on|at)$/.test(row);
  const line = folded ? trimmed : row.slice(Math.max(row.lastIndexOf('   '), row.lastIndexOf('\t'), 0));
  if (trimmed.length === piece.length || piece.indexOf('\n', trimmed.length) < 0) return line;
  return /:\s{0,2}$/.test(trimmed) ? line : '';
}

function before(text: string, start: number, length: number): string {
  return text.slice(Math.max(0, start - length), start);
}

const ours = /\b(?:my|mine|me|i|fy|fi)\b/i;

/** Whose a detail is, by the nearest telling word of the same sentence before it. */
function whoseIs(text: string, start: number): 'sender' | 'other' | 'unsaid' {
  const piece = before(text, start, 60);
  const cut = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('. '), piece.lastIndexOf('? '));
  const sentence = cut < 0 ? piece : piece.slice(cut + 1);
  const theirs =
    /\b(?:his|hers?|their|them|s?he|they|him|mum|mother|dad|father|gran|(?:parent|carer|pupil|child|son|daughter|parents)[’']|manager|ei|eu|hi|fe|nhw|mam|tad)(?![a-z])/gi;
  let other = -1;
  for (let hit = theirs.exec(sentence); hit; hit = theirs.exec(sentence)) other = hit.index;
  if (other >= 0) return ours.test(sentence.slice(other)) ? 'sender' : 'other';
  return ours.test(sentence) ? 'sender' : 'unsaid';
}

/** Day, month and year in figures, in the order of this country. */
function isDate(text: string, { starts, ends }: Run, from: number): boolean {
  const joint = text.slice(ends[from]!, starts[from + 1]!).trim();
  if (joint === '' || joint.length > 1 || '/.-'.indexOf(joint) < 0 || text.slice(ends[from + 1]!, starts[from + 2]!).trim() !== joint)
    return false;
  const [second, year] = [ends[from + 1]! - starts[from + 1]!, ends[from + 2]! - starts[from + 2]!];
  return second <= 2 && (year === 2 || (year === 4 && /^(?:19|20)/.test(text.slice(starts[from + 2]!, ends[from + 2]!))));
}

const month = /^(?:st|nd|rd|th|ain|af|il|ydd|fed|eg)?[ ,]{1,2}(?:of |o )?([a-z]{3,9})[ ,]{1,2}((?:19|20)\d\d)\b/i;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec ion chw maw ebr mai meh gor aws med hyd tac rha';

/** Where a date ends whose day ends at `end` and whose month is a word, or 0. */
function writtenDateEnd(text: string, end: number): number {
  const next = text.charCodeAt(end) | 32;
  if (next !== 32 && !isLetter(next)) return 0;
  const found = month.exec(text.slice(end, end + 26));
  return found && ` ${months} `.indexOf(` ${found[1]!.slice(0, 3).toLowerCase()} `) >= 0 ? end + found[0].length : 0;
}

const birth =
  /(?:\bd\.?o\.?b\.?|\bdate of birth|\bbirth ?date|\bborn(?: on)?|\bdyddiad geni|\bganwyd|\bganed|\bbirthday)(?: (?:is|was|yw|oedd|ar|of|the|on))?[\s:(=|-]{0,4}(?:\w{2,9}day,? )?(?:the )?$/i;

/** Whether the words before a date say that it is somebody's day of birth. The word "born" says it only of people who may be pupils. */
function isBirth(text: string, start: number, end: number, year: number): boolean {
  const words = before(text, start, 40);
  if (!birth.test(words)) return false;
  const full = year < 100 ? 2000 + year : year;
  const [first, second] = text
    .slice(start, end)
    .split(/[^\d]{1,3}/, 2)
    .map(Number);
  if (second !== undefined && second > 12 && first !== undefined && first <= 12) return false;
  return !/born|gan(?:wyd|ed)/i.test(words) || full >= 2000;
}

const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Where a unique pupil number ends that begins with the letter at `start`, by its check letter (DfE, UPN guide), or 0. */
function pupilNumberAt(text: string, start: number, end: number): number {
  if (isWordCode(text.charCodeAt(start - 1))) return 0;
  const temporary = end - start === 12;
  const finish = temporary ? end + 1 : end;
  if (isWordCode(text.charCodeAt(finish))) return 0;
  let sum = 0;
  for (let i = start + 1; i < finish; i += 1) {
    const code = text.charCodeAt(i);
    const value = isDigit(code) ? code - 48 : checkLetters.indexOf(String.fromCharCode(code & ~32));
    if (value < 0) return 0;
    sum += value * (i - start + 1);
  }
  return checkLetters.charAt(sum % 23) === text.charAt(start).toUpperCase() ? finish : 0;
}

/** Ten digits whose last one checks the others, modulo 11 (NHS Data Dictionary). */
function isHealthNumber(words: string): boolean {
  const digits = words.replace(/\D/g, '');
  if (digits.length !== 10) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(digits[i]) * (10 - i);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

const insurance = /^([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) {0,2}\d\d ?\d\d ?\d\d {0,2}[A-D](?![A-Za-z0-9])/;

/** A National Insurance number whose digits begin at `start` (HMRC, NIM39110). */
function insuranceAt(text: string, start: number): Span | undefined {
  let at = start;
  while (at > start - 2 && text.charCodeAt(at - 1) === 32) at -= 1;
  const first = at - 2;
  if (first < 0 || isWordCode(text.charCodeAt(first - 1))) return undefined;
  const found = insurance.exec(text.slice(first, first + 18));
  if (!found || /^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(found[1]!)) return undefined;
  return { start: first, end: first + found[0].length };
}

const roles = /^(?:info|office|admin|enquir(?:y|ies)|contact|bookings?|sales|support|school|swyddfa|ymholiadau|pta|secretary|no-?reply)$/i;

/** The e-mail address round the `@` at `at`, also where spaces stand round its signs. */
function mailboxAt(text: string, at: number, least: number): (Span & { readonly personal: boolean }) | undefined {
  const apart = text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + 1) === 32;
  let start = apart ? at - 1 : at;
  while (start > least && start > at - 65 && isLocal(text.charCodeAt(start - 1))) start -= 1;
  const local = text.slice(start, apart ? at - 1 : at);
  if (local === '') return undefined;
  let end = apart ? at + 2 : at + 1;
  const begin = end;
  while (end < begin + 100 && isHost(text.charCodeAt(end))) end += 1;
  while (apart && end < begin + 100 && /^ \. [a-z]{2}/i.test(text.slice(end, end + 5))) {
    end += 3;
    while (end < begin + 100 && isHost(text.charCodeAt(end))) end += 1;
  }
  while (end > begin && !isWordCode(text.charCodeAt(end - 1))) end -= 1;
  const domain = text.slice(begin, end).replace(/ /g, '').toLowerCase();
  const dot = domain.lastIndexOf('.');
  if (dot < 1 || domain.length - dot < 3 || (apart && !isPersonalDomain(domain))) return undefined;
  return { start, end, personal: isPersonalDomain(domain) && !roles.test(local) };
}

function isLocal(code: number): boolean {
  return isWordCode(code) || code === 46 || code === 95 || code === 45 || code === 43 || code === 37 || code === 39;
}

function isHost(code: number): boolean {
  return isWordCode(code) || code === 46 || code === 45;
}

const ending = /^[ \t]{0,2}[[({]?(?:\.|dot)[\])}]?[ \t]{0,2}(?:com|co|net|me|uk|ie|fr)\b(?:(?:\.| dot )uk\b)?/i;

/** Where the word begins that stands before a spelt-out "at", or -1. */
function localBefore(text: string, start: number): number {
  let end = start;
  while (end > 0 && end > start - 3 && /[\s([{<]/.test(text.charAt(end - 1))) end -= 1;
  let at = end;
  while (at > 0 && at > end - 40 && isLocal(text.charCodeAt(at - 1))) at -= 1;
  return at < end && end < start ? at : -1;
}

/** Places where people have a name of their own; spelt-out mailboxes; and, from `firstBirth` on, words for a day of birth. */
const telling = phrases([
  'icq|msn|skype|snapchat|snap|insta|instagram|tiktok|discord|whatsapp|telegram|gamertag|psn|twitter|facebook|aim|yim|roblox',
  'at gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|btinternet|sky|talktalk|virginmedia|ntlworld|msn|me|protonmail',
  'dob|birthdate|birthday|born|ganwyd|ganed',
  'date|day of birth',
  'birth date',
  'dyddiad geni'
]);
const firstBirth = 2;

function isNumbered(text: string, start: number): boolean {
  return /^icq/i.test(text.slice(start, start + 3));
}

const named =
  /^(?: (?:id|name|handle|username|user|account|number|is|im|tag|yw)){0,3} ?([:#=(]?)[ #:]{0,3}(@?)([A-Za-z0-9_][\w.-]{1,30}(?: \d{3}){0,3})/;

/** The name after the name of a platform, if it looks like one: marked, with figures, an underscore or a capital inside. */
function handleAfter(text: string, from: number, numbered: boolean): Span | undefined {
  if (/[^A-Z]im$|[^A-Z]?Aim$|aim$/.test(text.slice(Math.max(0, from - 4), from))) return undefined;
  const found = named.exec(text.slice(from, from + 80));
  if (!found) return undefined;
  const [all, mark, sign] = found;
  const name = found[3]!.replace(/[.-]$/, '');
  const end = from + all.length - (found[3]!.length - name.length);
  const figures = /^[\d ]+$/.test(name);
  if (numbered ? !/^\d[\d ]{4,11}$/.test(name) : figures) return undefined;
  const unlike = /^(?:https?|www)\b/.test(name) || /\.(?:com|org|net|uk|jpg|png|pdf)$/i.test(name);
  const telling = /\d|_/.test(name) || /[a-z][A-Z]/.test(name) || sign === '@';
  const marked =
    (mark === ':' || mark === '=' || mark === '#') &&
    name.length > 3 &&
    /^[\s,;|)]/.test(`${text.slice(end, end + 1)} `) &&
    !/^[a-z]* [a-z]/.test(text.slice(end, end + 12));
  return !unlike && (telling || marked || numbered) ? { start: end - name.length - (sign ? 1 : 0), end } : undefined;
}

const platformNear =
  /\b(?:twitter|insta(?:gram)?|snap(?:chat)?|tiktok|facebook|telegram|threads|discord|bluesky|(?:follow|add|find|dm) me|dilynwch fi)\b/i;

/** A name after `@` with the name of a platform beside it. */
function mentionAt(text: string, at: number): Span | undefined {
  const prior = text.charCodeAt(at - 1);
  if (isWordCode(prior) || prior === 46 || prior === 47) return undefined;
  let end = at + 1;
  while (end < at + 31 && (isWordCode(text.charCodeAt(end)) || text.charCodeAt(end) === 95 || text.charCodeAt(end) === 46)) end += 1;
  if (text.charCodeAt(end - 1) === 46) end -= 1;
  if (end - at < 3 || !(platformNear.test(before(text, at, 36)) || platformNear.test(text.slice(end, end + 24)))) return undefined;
  return { start: at, end };
}

const hosts = /(?:^|[\s/.<("'=])((?:facebook|instagram|twitter|tiktok|snapchat|myspace|linkedin|x)\.com|(?:fb|t|wa|m)\.me)$/i;
const notPeople =
  /^(?:groups?|pages?|events?|hashtag|sharer?|watch|search|intent|home|company|school|status|p|reel|login|help|policies|photos?|plugins|about|legal|privacy|business)(?:[/?.]|$)/i;

/** A link to a person's page, by the slash after its host. */
function profileAt(text: string, slash: number): Span | undefined {
  const host = hosts.exec(before(text, slash, 16));
  if (!host) return undefined;
  const path = /^[@\w./?=%-]{2,60}/.exec(text.slice(slash + 1, slash + 62));
  if (!path || notPeople.test(path[0])) return undefined;
  const tail = path[0].replace(/[.?]$/, '');
  const name = slash - host[1]!.length;
  const scheme = /(?:https?:\/\/)?(?:www\.|m\.|[a-z]{2}-[a-z]{2}\.)?$/.exec(before(text, name, 14));
  return { start: name - (scheme ? scheme[0].length : 0), end: slash + 1 + tail.length };
}

/** Whether a link stands for a person: at the beginning of a line, or after words that offer it. */
function isOwnPage(text: string, start: number): boolean {
  const words = before(text, start, 40);
  if (/(?:^|\n)[ \t>]{0,8}$/.test(words)) return true;
  return /\b(?:my|me|fy|fi|profile|proffil|add|find|follow|his|her)\b/i.test(words.slice(lastStop(words)));
}

/** Whether a name on a platform is an institution's, by its own letters or the words before it. */
function isInstitutional(text: string, start: number, { start: first, end }: Span): boolean {
  if (
    /school|primary|academy|academi|college|coleg|ysgol|nursery|council|cyngor|official|\bpta|pta$|club|trust|county|news/i.test(
      text.slice(first, end)
    )
  )
    return true;
  const words = before(text, Math.min(start, first), 64);
  return /\b(?:us|our|we|school|ysgol|ni|ein|official|class)\b/i.test(words.slice(lastStop(words)));
}

/** Where the last sentence or line of some words begins. */
function lastStop(words: string): number {
  return Math.max(words.lastIndexOf('. '), words.lastIndexOf('\n'), words.lastIndexOf('? '), words.lastIndexOf('! ')) + 1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isWordCode(code: number): boolean {
  return isDigit(code) || isLetter(code);
}
