import { isIn } from './prose.ts';
import { type Disguised, disguisedWords, type RudeWord } from './rude-words.ts';
import type { Span } from './span.ts';
import { foldedText, isMixed, isStretched, type Words } from './words.ts';

/** Classes of the characters of a text. */
const other = 0;
const letter = 1;
const digit = 2;
/** Stands for a letter wherever it is: `$h!t`. */
const sign = 3;
/** Only between letters does it stand for one, or for nothing: `f.u.c.k`, `f-ck`. */
const stop = 4;
const blank = 5;
/** A letter of another alphabet or font. */
const strange = 6;

const vowels = bitsOf('aeiou');
const letterBits = (1 << 26) - 1;
const anything = 1 << 26;
const skippable = 1 << 27;
const replaced = 1 << 28;
const figure = 1 << 29;
/** A letter of another alphabet or font. */
const foreign = 1 << 30;

/** What the signs may stand for. */
const meanings: readonly string[] = '0o 1il 2z 3e 4a 5s 6bg 7tl 8b 9g !il |il @ao $s £el €e ¢c +t (c <c {c [c #h'.split(' ');
/** Letters that no decomposition makes plain, each before the plain one. */
const alike = 'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzυuνvɑaƒfµuμu';
const endings: ReadonlySet<string> = new Set(
  ' s z ed er ers in ing ings y ty able wit wits head heads face hole holes off you u up this that it me ya'.split(' ')
);

const star = 42;
/** How many repeats and stops one word may hold: looking from each place stays linear. */
const most = 12;

const classes = classTable();
const plain = bitTable();
const byFirst: readonly (readonly Disguised[])[] = firstLetters();
const seconds = secondLetters();
const middleFinger = '\ud83d\udd95';

/**
 * The rude words that somebody hid: signs for letters (`$h!t`), stops or spaces between them (`f.u.c.k`), stars for them (`f**k`), letters
 * repeated, written twice or of another alphabet. Only whole words of `disguisedWords` count. Looks closer only where a word, or what stands round
 * it, is out of the ordinary. Linear in the text.
 */
export function disguisesIn(text: string, words: Words, spans: readonly Span[]): readonly RudeWord[] {
  const found: RudeWord[] = [];
  const { count, starts, ends, marks } = words;
  let done = 0;
  for (let k = 0; k <= count; k += 1) {
    const start = k < count ? starts[k]! : text.length;
    if (start < done) continue;
    const gap = k > 0 ? ends[k - 1]! : 0;
    if (start - gap > 3) search(text, Math.max(gap, done), start, found);
    if (k === count) break;
    let last = k;
    let end = ends[k]!;
    if (end - start === 1) {
      while (last + 1 < count && ends[last + 1]! - starts[last + 1]! === 1 && starts[last + 1]! - ends[last]! < 8) last += 1;
      end = ends[last]!;
    }
    if (last === k && (marks[k]! & (isMixed | isStretched)) === 0 && !isAmongSigns(text, start, end) && !isTwice(text, start, end))
      continue;
    const from = pieceFrom(text, start, done);
    done = pieceTo(text, end);
    search(text, from, done, found);
  }
  for (const never of ['fuck', 'Fuck', 'FUCK', middleFinger]) {
    for (let at = text.indexOf(never); at >= 0; at = text.indexOf(never, at + never.length)) {
      found.push({ start: at, end: at + never.length, kind: 'obscene' });
    }
  }
  return found.length === 0 ? found : found.filter(({ start }) => isIn(spans, start));
}

/** Whether a sign stands before the word or behind it, or it is only a part of what stands between two blanks. */
function isAmongSigns(text: string, start: number, end: number): boolean {
  if (start > 0) {
    const before = text.charCodeAt(start - 1);
    if (before > 34 && (before < 128 ? classes[before] : classOf(before)) === sign) return true;
  }
  if (end >= text.length) return false;
  const code = text.charCodeAt(end);
  if (code <= 32) return false;
  const kind = classAt(code);
  if (kind === blank) return false;
  if (kind === sign || kind === strange) return true;
  return isPart(text, end + 1, 0, text.length) || (code === star && text.charCodeAt(end + 1) === star);
}

function pieceFrom(text: string, start: number, least: number): number {
  let from = start;
  while (from > least && start - from < 200 && text.charCodeAt(from - 1) > 32) from -= 1;
  return from;
}

function pieceTo(text: string, end: number): number {
  let to = end;
  while (to < text.length && text.charCodeAt(to) > 32) to += 1;
  return to;
}

/** Goes through a stretch of text piece by piece (what stands between blanks), and through runs of single letters. */
function search(text: string, from: number, to: number, found: RudeWord[]): void {
  let begin = from;
  let runStart = 0;
  let run = 0;
  for (let at = from; at <= to; at += 1) {
    const code = at < to ? text.charCodeAt(at) : 10;
    if (classAt(code) !== blank) continue;
    const isAlone = at > begin && at < begin + 4 && isSingle(text, begin, at);
    if (isAlone && (run += 1) === 1) runStart = begin;
    if (run > 0 && (code === 10 || (at > begin && !isAlone))) {
      if (run > 2) spelled(text, runStart, isAlone ? at : begin, found);
      run = 0;
    }
    if (at > begin && !isAlone) {
      const first = bareFrom(text, begin, at);
      const end = bareTo(text, first, at);
      if (isTwice(text, first, end)) piece(text, first, (first + end) / 2, found, true);
      else piece(text, begin, Math.min(at, begin + 200), found);
    }
    begin = at + 1;
  }
}

/** Whether there is a letter or a sign inside this piece: figures with stops are no words. */
function isPart(text: string, at: number, begin: number, to: number): boolean {
  if (at < begin || at >= to) return false;
  const code = text.charCodeAt(at);
  const kind = classAt(code);
  return kind === letter || kind === sign || kind === strange;
}

/** One letter or sign, perhaps with a quotation mark or full stop; with a comma it is one of a list. */
function isSingle(text: string, start: number, end: number): boolean {
  // Two letters side by side, as in most short words.
  if (end > start + 1 && classes[text.charCodeAt(start)] === letter && classes[text.charCodeAt(start + 1)] === letter) return false;
  let signs = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 44) return false;
    const kind = classAt(code);
    if (kind === letter || kind === digit || kind === sign) signs += 1;
    else if (kind === strange) return false;
  }
  return signs === 1;
}

/** Where a piece begins without the quotation marks and stops before it. */
function bareFrom(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isPart(text, at, from, to)) at += 1;
  return at;
}

/** Where a piece ends without the quotation marks and stops behind it. */
function bareTo(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && !isPart(text, at - 1, from, to)) at -= 1;
  return at;
}

function isTwice(text: string, start: number, end: number): boolean {
  if (end - start < 8) return false;
  const half = (end - start) / 2;
  if (half > 20 || text.charCodeAt(start) !== text.charCodeAt(start + half)) return false;
  for (let i = 0; i < half; i += 1) if (text.charCodeAt(start + i) !== text.charCodeAt(start + half + i)) return false;
  return true;
}

/** Looks for a hidden word in one piece: at its beginning and behind each sign or stop. */
function piece(text: string, start: number, end: number, found: RudeWord[], twice = false): void {
  let begins = true;
  for (let i = start; i < end; i += 1) {
    const mask = maskAt(text, i);
    if (begins && (mask & letterBits) !== 0 && classes[text.charCodeAt(i)] !== stop) {
      const hit = hiddenAt(text, i, end, mask, false, twice);
      if (hit) {
        found.push(hit);
        i = hit.end - 1;
      }
    }
    if (mask !== 0) begins = (mask & skippable) !== 0;
  }
}

/** Looks for a word in letters that stand alone, one after the other. */
function spelled(text: string, from: number, to: number, found: RudeWord[]): void {
  const start = bareFrom(text, from, to);
  const end = bareTo(text, start, to);
  for (let i = start; i < end; i += 1) {
    const hit = hiddenAt(text, i, end, maskAt(text, i), true, i === start);
    if (hit) {
      found.push(hit);
      i = hit.end - 1;
    }
  }
}

/** `whole`: in a spelled run, whether it begins here; in a piece, whether the plain word counts. */
function hiddenAt(text: string, from: number, end: number, first: number, alone: boolean, whole: boolean): RudeWord | undefined {
  const second = from + 1 < end ? maskAt(text, from + 1) : 0;
  for (let left = first & letterBits; left !== 0; left &= left - 1) {
    if (second !== 0 && (second & (seconds[31 - Math.clz32(left & -left)]! | skippable | anything)) === 0) continue;
    for (const candidate of byFirst[31 - Math.clz32(left & -left)]!) {
      const to = matched(text, from, end, candidate, alone, whole);
      if (to > 0) return { start: from, end: to, kind: candidate.kind };
    }
  }
  return undefined;
}

/** The offset behind the word and its ending, or 0. */
function matched(text: string, from: number, end: number, { word, plain }: Disguised, alone: boolean, whole: boolean): number {
  let at = from;
  let letters = 0;
  let figures = 0;
  let strangers = 0;
  let signs = 0;
  let repeated = 0;
  let skipped = 0;
  let stars = 0;
  let left = 0;
  let lastStar = false;
  for (let p = 0; p < word.length; at += 1) {
    if (at >= end || repeated + skipped > most) return 0;
    const mask = maskAt(text, at);
    const wanted = bitOf(word, p);
    if ((mask & wanted) !== 0) {
      lastStar = false;
      if ((mask & foreign) !== 0) strangers += 1;
      if ((mask & figure) !== 0) figures += 1;
      else if ((mask & replaced) !== 0) signs += 1;
      else letters += 1;
      p += 1;
    } else if (p === 0) return 0;
    else if (mask === 0) continue;
    else if ((mask & anything) !== 0) {
      stars += 1;
      lastStar = true;
      p += 1;
    } else if ((mask & bitOf(word, p - 1)) !== 0) repeated += 1;
    else if ((mask & skippable) === 0) return 0;
    else if (plain && (wanted & vowels) !== 0 && leftOut(text, at + 1, end, word, p)) {
      left += 1;
      p += 1;
    } else skipped += 1;
  }
  const whereEnded = at;
  while (
    at < end &&
    at - whereEnded < most &&
    (maskAt(text, at) & (bitOf(word, word.length - 1) | skippable)) === bitOf(word, word.length - 1)
  ) {
    at += 1;
  }
  repeated += at - whereEnded;
  if (stars > 0 && (word.length < 4 || (lastStar ? !plain || stars < 2 : letters < 2))) return 0;
  if (letters + figures < 2 && stars === 0 && word.length > 3) return 0;
  if (figures > 0 && !plain && figures >= letters) return 0;
  if (left > 0 && letters < 2) return 0;
  if (skipped > 1 && signs + figures + left > 1) return 0;
  if (alone) return (plain && letters > 1) || (whole && at >= end - 1) ? at : 0;
  if (word.length < 4 && signs === 0) return 0;
  const changed = figures + strangers + signs + repeated + stars + left > 0 || whole;
  if (!changed && !(skipped > 1 || (skipped === 1 && plain && word.length === 4))) return 0;
  return endingAt(text, at, end, word);
}

/** Whether the vowel of the word at `p` was left out here: the next character is the word's next letter, and not that vowel. */
function leftOut(text: string, next: number, end: number, word: string, p: number): boolean {
  if (next >= end || p + 1 >= word.length) return false;
  const mask = maskAt(text, next);
  return (mask & bitOf(word, p + 1)) !== 0 && (mask & bitOf(word, p)) === 0;
}

/** The offset behind an ending that such a word may have (figures count as one), or 0. */
function endingAt(text: string, from: number, end: number, word: string): number {
  let ending = '';
  let at = from;
  let figures = true;
  for (; at < end; at += 1) {
    const mask = maskAt(text, at);
    if (mask === 0) continue;
    if ((mask & skippable) !== 0) break;
    if ((mask & anything) !== 0) return ending === '' ? at : 0;
    if ((mask & figure) === 0) figures = false;
    ending += String.fromCharCode(97 + 31 - Math.clz32(mask & -mask));
    if (ending.length > 5) return 0;
  }
  return figures || endings.has(ending) || (ending === 'es' && word.slice(-1) === 'h') ? at : 0;
}

function bitOf(word: string, at: number): number {
  return 1 << (word.charCodeAt(at) - 97);
}

function bitsOf(letters: string): number {
  let bits = 0;
  for (let i = 0; i < letters.length; i += 1) bits |= bitOf(letters, i);
  return bits;
}

function classAt(code: number): number {
  return code < 128 ? classes[code]! : classOf(code);
}

function classTable(): Uint8Array {
  const table = new Uint8Array(128).fill(other);
  for (let code = 0; code <= 32; code += 1) table[code] = blank;
  for (let code = 48; code < 58; code += 1) table[code] = digit;
  for (let code = 97; code < 123; code += 1) table[code] = table[code - 32] = letter;
  for (const [kind, signs] of [
    [sign, '@$#+|'],
    [stop, '!.-_*/(<{[)%^&=~:;,']
  ] as const) {
    for (let i = 0; i < signs.length; i += 1) table[signs.charCodeAt(i)] = kind;
  }
  return table;
}

function classOf(code: number): number {
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x3000) return blank;
  if (code === 0xa2 || code === 0xa3 || code === 0x20ac) return sign;
  if (code >= 0xc0 && code < 0x180) return letter;
  if (code === 0x2013 || code === 0x2014 || code === 0xb7 || code === 0x2022) return stop;
  const isLetter = (code >= 0x180 && code < 0x600) || (code >= 0x1d00 && code < 0x2000) || (code >= 0x2100 && code < 0x2150);
  return isLetter || (code >= 0x2460 && code < 0x2500) || code === 0xd835 || code === 0xd83c || (code >= 0xff00 && code < 0xff60)
    ? strange
    : other;
}

/** For each ASCII character: its bits, or that it may be passed over. */
function bitTable(): Int32Array {
  const table = new Int32Array(128).fill(skippable | replaced);
  for (let code = 0; code <= 32; code += 1) table[code] = 0;
  for (let code = 97; code < 123; code += 1) table[code] = table[code - 32] = 1 << (code - 97);
  for (const meaning of meanings) {
    const code = meaning.charCodeAt(0);
    if (code < 128) table[code] = bitsOf(meaning.slice(1)) | replaced | (code >= 48 && code < 58 ? figure : skippable);
  }
  table[star] = anything | replaced;
  return table;
}

/** The letters that a character may stand for, with what kind of sign it is; 0 for one that is not seen. */
function maskAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return code === 40 && text.charCodeAt(at + 1) === 41 ? bitsOf('o') | replaced : plain[code]!;
  return code >= 0xdc00 && code < 0xe000 ? 0 : maskBeyond(text, at, code);
}

function maskBeyond(text: string, at: number, code: number): number {
  if (code === 0xad || (code >= 0x300 && code < 0x370) || (code >= 0x200b && code < 0x2010) || code === 0x2060 || code === 0xfeff) return 0;
  const symbol = code >= 0xd800 && code < 0xdc00 ? text.slice(at, at + 2) : text[at]!;
  const known = alike.indexOf(symbol);
  if (known >= 0 && known % 2 === 0) return bitOf(alike, known + 1) | foreign;
  const whole = foldedText(symbol.normalize('NFKD')).charCodeAt(0);
  if (whole >= 97 && whole < 123) return (1 << (whole - 97)) | (code === 0x443 ? bitsOf('u') : 0) | foreign;
  for (const meaning of meanings) if (meaning.charCodeAt(0) === code) return bitsOf(meaning.slice(1)) | replaced | skippable;
  return skippable | replaced;
}

/** The letters that may follow each first letter: the second of a word, or the first again. */
function secondLetters(): readonly number[] {
  return byFirst.map((list, l) => list.reduce((bits, { word }) => bits | bitOf(word, 1), 1 << l));
}

function firstLetters(): readonly (readonly Disguised[])[] {
  const lists: Disguised[][] = [];
  for (let l = 0; l < 26; l += 1) lists.push([]);
  const all = [...disguisedWords, { word: 'ass', kind: 'obscene', plain: false } as const].sort((a, b) => b.word.length - a.word.length);
  for (const each of all) lists[each.word.charCodeAt(0) - 97]!.push(each);
  return lists;
}
