import type { Span } from './span.ts';

/**
 * A text as words, in one pass and without a string a word. Letters are folded: lower case, accents off, Latin look-alikes of Cyrillic and
 * Greek letters made Latin, apostrophes and zero-width characters inside a word dropped. A word is known by the hash of its folded letters.
 */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** Bits: see `isNumber`, `isOpening`, `isMixed`, `isStretched`. */
  readonly marks: Uint8Array;
}

/** The word begins and ends with a digit. */
export const isNumber = 1;
/** The word opens a sentence or a paragraph: no phrase reaches across its beginning. */
export const isOpening = 2;
/** The word has letters and digits: `sh1t`, `3kg`. */
export const isMixed = 4;
/** A letter stands three times in a row in the word, or twice where English words seldom have it twice. */
export const isStretched = 8;

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;
const skipped = 1;
const folded = foldingTable();

/** Splits a text into words. */
export function wordsOf(text: string): Words {
  const folding = folded;
  const size = text.length;
  // No text has more words than this: one letter each, and something between.
  const room = (size + 1) >> 1;
  const memory = new ArrayBuffer(room * 13);
  const starts = new Int32Array(memory, 0, room);
  const ends = new Int32Array(memory, room * 4, room);
  const hashes = new Int32Array(memory, room * 8, room);
  const marks = new Uint8Array(memory, room * 12, room);
  let count = 0;
  let opening = isOpening;
  let lines = 0;
  let at = 0;
  while (at < size) {
    let code = text.charCodeAt(at);
    let letter = code < 0x600 ? folding[code]! : foldBeyond(code);
    if (letter <= skipped) {
      if (code === 46 || code === 33 || code === 63) opening = isOpening;
      else if (code === 10 && (lines += 1) > 1) opening = isOpening;
      at += 1;
      continue;
    }
    const start = at;
    let hash = seed;
    const first = letter;
    let last = 0;
    let figures = 0;
    let stretched = 0;
    do {
      if (letter > skipped) {
        hash = Math.imul(hash ^ letter, prime);
        if (letter < 58) figures += 1;
        else if (letter === last && (isSeldomTwice(letter) || (at > start + 1 && (text.charCodeAt(at - 2) | 32) === letter)))
          stretched = isStretched;
        last = letter;
      }
      at += 1;
      if (at === size) break;
      code = text.charCodeAt(at);
      letter = code < 0x600 ? folding[code]! : foldBeyond(code);
    } while (letter > 0);
    starts[count] = start;
    ends[count] = at;
    hashes[count] = hash;
    marks[count] = opening | stretched | (figures > 0 && figures < at - start ? isMixed : 0) | (first <= 57 && last <= 57 ? isNumber : 0);
    count += 1;
    opening = 0;
    lines = 0;
  }
  return { count, starts, ends, hashes, marks };
}

function isSeldomTwice(letter: number): boolean {
  return letter === 97 || letter === 104 || letter === 105 || letter === 107 || letter === 117 || letter === 119;
}

/** The hash by which `Words` knows a word. */
export function hashOf(word: string): number {
  let hash = seed;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    const letter = code < folded.length ? folded[code]! : foldBeyond(code);
    if (letter > skipped) hash = Math.imul(hash ^ letter, prime);
  }
  return hash;
}

/** A text with its letters folded as those of `Words` are; every other character stays as it is. */
export function foldedText(text: string): string {
  let plain = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const letter = code < folded.length ? folded[code]! : foldBeyond(code);
    plain += letter > skipped ? String.fromCharCode(letter) : text[i]!;
  }
  return plain;
}

/** One place where a phrase stands: its index in the list, its words `from` to `to` (exclusive) and its characters `start` to `end`. */
export interface Hit extends Span {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/** Phrases made ready to be found. */
export interface Phrases {
  readonly find: (words: Words) => readonly Hit[];
}

type Step = { readonly any: ReadonlySet<number>; readonly number: boolean; readonly gap: number };

/**
 * Makes phrases ready. In a phrase a word stands for itself, `a|b` for either, `#` for a number in figures, and `..` for up to three words in
 * between (`..5`: up to five). A phrase begins with a word, and none reaches across the end of a sentence. Each phrase is found once at each
 * place where it begins. With `forms` every word of three letters or more stands for its regular English forms too (send: sends, sending).
 */
export function phrases(lines: readonly string[], forms = false): Phrases {
  const byFirst = new Map<number, number[]>();
  const bloom = new Uint8Array(1 << 15);
  const compiled = lines.map(line => stepsOf(line, forms));
  const numeric: number[] = [];
  compiled.forEach((steps, phrase) => {
    const first = steps[0];
    if (!first) return;
    if (first.number) numeric.push(phrase);
    first.any.forEach(hash => {
      bloom[hash & 32767] = 1;
      const others = byFirst.get(hash);
      if (others) others.push(phrase);
      else byFirst.set(hash, [phrase]);
    });
  });
  return {
    find: words => {
      const hits: Hit[] = [];
      const { count, hashes, marks, starts, ends } = words;
      const tryAll = (candidates: readonly number[], from: number): void => {
        for (const phrase of candidates) {
          const to = matched(words, compiled[phrase]!, from);
          if (to > 0) hits.push({ phrase, from, to, start: starts[from]!, end: ends[to - 1]! });
        }
      };
      for (let i = 0; i < count; i += 1) {
        if (bloom[hashes[i]! & 32767] === 1) {
          const candidates = byFirst.get(hashes[i]!);
          if (candidates) tryAll(candidates, i);
        }
        if (numeric.length > 0 && (marks[i]! & isNumber) === isNumber) tryAll(numeric, i);
      }
      return hits;
    }
  };
}

/** The index after the last word of the phrase that begins at `from`, or 0. Of several ways to fill the gaps the earliest. */
function matched(words: Words, steps: readonly Step[], from: number, s = 1): number {
  if (s >= steps.length) return from + 1;
  const { any, number, gap } = steps[s]!;
  for (let i = from + 1; i <= from + 1 + gap && i < words.count; i += 1) {
    const mark = words.marks[i]!;
    if ((mark & isOpening) === isOpening) return 0;
    if (any.has(words.hashes[i]!) || (number && (mark & isNumber) === isNumber)) {
      const to = matched(words, steps, i, s + 1);
      if (to > 0) return to;
    }
  }
  return 0;
}

/** The regular forms of an English word: plural or third person, past, and the one in -ing. */
function formsOf(word: string): readonly string[] {
  if (word.length < 3) return [word];
  const short = word.slice(0, -1);
  if (/e$/.test(word)) return [word, `${word}s`, `${word}d`, `${short}ing`];
  if (/[^aeou]y$/.test(word)) return [word, `${short}ies`, `${short}ied`, `${word}ing`];
  return [word, `${word}${/(?:s|x|ch|sh)$/.test(word) ? 'es' : 's'}`, `${word}ed`, `${word}ing`];
}

function stepsOf(line: string, forms: boolean): readonly Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const piece of line.split(' ')) {
    if (/^\.\.\d*$/.test(piece)) {
      gap = Number(piece.slice(2) || 3);
      continue;
    }
    const words = piece.split('|');
    const any = new Set<number>();
    for (const word of words) if (word !== '#') for (const form of forms ? formsOf(word) : [word]) any.add(hashOf(form));
    steps.push({ any, number: words.indexOf('#') >= 0, gap });
    gap = 0;
  }
  return steps;
}

/** For each UTF-16 unit below U+0600: 0 ends a word, 1 is passed over inside one, anything else is the folded letter or digit. */
function foldingTable(): Uint16Array {
  const table = new Uint16Array(0x600);
  for (let code = 0xc0; code < 0x600; code += 1) {
    const plain = String.fromCharCode(code).normalize('NFD').charCodeAt(0);
    const lower = String.fromCharCode(plain).toLowerCase().charCodeAt(0);
    if (code !== 0xd7 && code !== 0xf7 && !(code >= 0x2b0 && code < 0x370)) table[code] = lower;
  }
  for (let digit = 48; digit < 58; digit += 1) table[digit] = digit;
  for (let letter = 97; letter < 123; letter += 1) table[letter] = table[letter - 32] = letter;
  const alike = 'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwαaεeοoρpτtυuνvιiκkßsæaøoœoðdþtłlđdıi';
  const capitals = 'АaВbЕeКkМmНhОoРpСcТtХxЅsІiЈjΑaΒbΕeΗhΙiΚkΜmΝnΟoΡpΤtΧxΖz';
  const pairs = alike + capitals;
  for (let i = 0; i < pairs.length; i += 2) table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
  table[39] = table[0x60] = table[0xad] = table[0xb4] = skipped;
  for (let mark = 0x300; mark < 0x370; mark += 1) table[mark] = skipped;
  return table;
}

function foldBeyond(code: number): number {
  if ((code >= 0x200b && code <= 0x200d) || code === 0xfeff || code === 0x2060 || code === 0x2018 || code === 0x2019) return skipped;
  const isLatin = (code >= 0x1e00 && code < 0x1f00) || (code >= 0xff10 && code < 0xff5b);
  return (isLatin && folded[String.fromCharCode(code).normalize('NFKD').charCodeAt(0)]) || 0;
}
