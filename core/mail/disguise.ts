import { type Disguised, disguisedWords, type RudeWord } from './rude-words.ts';
import { foldedText, isMixed, isNumber, isStretched, type Words } from './words.ts';

/** What a character may stand for: bits 0 to 25 are the letters, and these say what kind of character it is. */
const anything = 1 << 26;
const skippable = 1 << 27;
const sign = 1 << 28;
const figure = 1 << 29;
/** A letter of another alphabet or font. */
const foreign = 1 << 30;
const letters = (1 << 26) - 1;
/** A sign that has no business at the edge of a word, or in one. */
const odd = 1 << 31;

const meanings = '0o 1il 2z 3e 4a 5s 6bg 7tl 8b 9g !il |il @ao $s £el €e ¢c +t (c <c {c [c #h ƒf ɑa νv'.split(' ');
const endings: ReadonlySet<string> = new Set(
  ' s z es ed er ers in ing ings y ty able wit wits head heads face hole holes off you u up this that it me'.split(' ')
);
/** How many repeats and stops one word may hold, and how long a piece may be: looking from each place stays linear. */
const most = 12;
const longest = 40;

const plain = Int32Array.from({ length: 128 }, (_, code) => maskOf(String.fromCharCode(code)));
const byFirst = Array.from({ length: 26 }, (_, l) => disguisedWords.filter(({ word }) => bitOf(word, 0) === 1 << l));

/**
 * The rude words that somebody hid: signs for letters (`$h!t`), stops or spaces between them (`f.u.c.k`), stars for them (`f**k`), letters
 * repeated or of another alphabet. Only whole words of `disguisedWords` count. Looks closer only where a word, or what stands round it, is out of
 * the ordinary. Linear in the text.
 */
export function disguisesIn(text: string, words: Words): readonly RudeWord[] {
  const found: RudeWord[] = [];
  const { count, starts, ends, marks } = words;
  let done = 0;
  let last = -1;
  const lookRound = (at: number): void => {
    if (at < done) return;
    let from = at;
    while (from > done && at - from < longest && text.charCodeAt(from - 1) > 32) from -= 1;
    done = at + 1;
    while (done < text.length && done - from < longest && text.charCodeAt(done) > 32) done += 1;
    if (done - from < longest) search(text, from, done, false, found);
  };
  for (let k = 0, end = 0, before = 0; k <= count; k += 1) {
    const from = end;
    const start = k < count ? starts[k]! : text.length;
    end = k < count ? ends[k]! : start;
    const mark = k < count ? marks[k]! : 0;
    // A number has no short end: `9:30`.
    const short = before;
    before = (mark & isNumber) === 0 ? end - start : most;
    const gap = start - from;
    if (gap === 1 && text.charCodeAt(from) < 33 && end - start > 1 && (mark & (isMixed | isStretched)) === 0) continue;
    if (gap > 1) {
      if (from > 0 && isOdd(text, from)) lookRound(from - 1);
      for (let at = from; gap > 3 && at < start; at += 1) if (text.charCodeAt(at) > 0x20ff) lookRound(at);
      if (before < most && isOdd(text, start - 1)) lookRound(start - 1);
    } else if (gap > 0 && text.charCodeAt(from) > 32 && text[from] !== '\xa0') {
      // A stop between two long words, as in addresses, hides nothing.
      if (short < 3 || before < 3 || (text[from] !== '@' && isOdd(text, from))) lookRound(from);
    }
    if ((mark & (isMixed | isStretched)) !== 0) lookRound(start);
    if (end - start !== 1 || k <= last) continue;
    last = k;
    while (last + 1 < count && ends[last + 1]! - starts[last + 1]! === 1 && isBlank(text, ends[last]!, starts[last + 1]!)) last += 1;
    if (last < k + 2) continue;
    done = ends[last]!;
    search(text, start, done, true, found);
  }
  for (const never of ['fuck', 'FUCK', '\ud83d\udd95']) {
    for (let at = text.indexOf(never); at >= 0; at = text.indexOf(never, at + never.length)) {
      found.push({ start: at, end: at + never.length, kind: 'obscene' });
    }
  }
  return found;
}

/** Most marks beyond ASCII are quotation marks and dashes: no need to look what they stand for. */
function isOdd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? (plain[code]! & odd) !== 0 : '£€¢'.indexOf(text[at]!) >= 0;
}

function isBlank(text: string, from: number, to: number): boolean {
  if (to - from > 8) return false;
  for (let at = from; at < to; at += 1) if (text[at] === '\n' || text.charCodeAt(at) > 32) return false;
  return true;
}

/** Looks for a hidden word at the beginning of a piece and behind each sign or stop; in letters that stand alone, at each of them. */
function search(text: string, from: number, to: number, alone: boolean, found: RudeWord[]): void {
  let begins = true;
  for (let at = from; at < to; at += 1) {
    const mask = maskAt(text, at);
    for (let left = begins && ((mask & sign) === 0 || (mask & (figure | odd)) !== 0) ? mask & letters : 0; left !== 0; left &= left - 1) {
      for (const each of byFirst[31 - Math.clz32(left & -left)]!) {
        const end = matched(text, at, to, each, alone);
        if (end === 0 || (alone && !each.plain && (at > from || end < to))) continue;
        found.push({ start: at, end, kind: each.kind });
        at = end - 1;
        left = 0;
        break;
      }
    }
    if (mask !== 0) begins = alone || (mask & skippable) !== 0;
  }
}

/** The offset behind the word that begins here in disguise, and its ending; or 0. */
function matched(text: string, from: number, to: number, { word, plain }: Disguised, alone: boolean): number {
  let p = 0;
  let own = 0;
  let figures = 0;
  let signs = 0;
  let repeated = 0;
  let skipped = 0;
  let stars = 0;
  let left = 0;
  let at = from;
  let lastStar = false;
  for (; at < to && repeated + skipped < most; at += 1) {
    const mask = maskAt(text, at);
    if (mask === 0) continue;
    if (p < word.length && (mask & bitOf(word, p)) !== 0) {
      lastStar = false;
      if ((mask & figure) !== 0) figures += 1;
      else if ((mask & sign) !== 0) signs += 1;
      else own += 1;
      if ((mask & foreign) !== 0) signs += 1;
      p += 1;
    } else if (p < word.length && (mask & anything) !== 0) {
      lastStar = true;
      stars += 1;
      p += 1;
    } else if ((mask & bitOf(word, p - 1)) !== 0) repeated += 1;
    else if (p === word.length) break;
    else if ((mask & skippable) === 0) return 0;
    else if (plain && isVowel(word[p]!) && at + 1 < to && (maskAt(text, at + 1) & bitOf(word, p + 1)) !== 0) {
      // A stop in the place of a vowel: `f-ck`.
      left += 1;
      p += 1;
    } else skipped += 1;
  }
  if (p < word.length) return 0;
  if (stars > 0 && (word.length < 4 || (lastStar ? !plain || stars < 2 : own < 2))) return 0;
  if (figures > 0 && !plain && figures >= own) return 0;
  if (left > 0 && own < 2) return 0;
  if (skipped > 1 && signs + figures + left > 1) return 0;
  if (alone) return own > 1 ? at : 0;
  if (word.length < 4 ? signs === 0 : own + figures < 2 && stars === 0) return 0;
  const changed = figures + signs + stars + left > 0 || repeated > 1 || skipped > (plain && word.length === 4 ? 0 : 1);
  return changed ? endingAt(text, at, to) : 0;
}

/** The offset behind an ending that such a word may have, or 0. */
function endingAt(text: string, from: number, to: number): number {
  let ending = '';
  let at = from;
  for (; at < to; at += 1) {
    const mask = maskAt(text, at);
    if (mask === 0) continue;
    if ((mask & (skippable | anything)) !== 0 || ending.length > 5) break;
    ending += String.fromCharCode(128 - Math.clz32(mask & -mask));
  }
  return endings.has(ending) ? at : 0;
}

function isVowel(letter: string): boolean {
  return 'aeiou'.indexOf(letter) >= 0;
}

function bitOf(word: string, at: number): number {
  return 1 << (word.charCodeAt(at) - 97);
}

/** What the character at `at` may stand for; 0 for one that is not seen. */
function maskAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? plain[code]! : maskOf(code >> 10 === 0x36 ? text.slice(at, at + 2) : text[at]!);
}

function maskOf(symbol: string): number {
  if (symbol <= ' ' || /[\u0300-\u036f\xad\u200b-\u200f\u2060\ufeff\udc00-\udfff]/.test(symbol[0]!)) return 0;
  if (symbol === '*') return anything | sign | odd;
  const meaning = meanings.filter(each => each[0] === symbol)[0];
  if (meaning) {
    let mask =
      symbol >= '0' && symbol <= '9'
        ? figure | sign
        : symbol > '\u0180' && symbol < '\u2000'
          ? foreign
          : skippable | sign | ('!(<{['.indexOf(symbol) < 0 ? odd : 0);
    for (let i = 1; i < meaning.length; i += 1) mask |= bitOf(meaning, i);
    return mask;
  }
  const letter = foldedText(symbol.normalize('NFKD')).toLowerCase();
  if (letter[0]! < 'a' || letter[0]! > 'z') return skippable | sign;
  return bitOf(letter, 0) | (symbol > '\x7f' ? foreign : 0);
}
