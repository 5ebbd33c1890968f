import { hashOf, isNumber, isOpening, type Words } from '../words.ts';

/** Called for each place where a sign stands: its words `from` to `to` (exclusive). */
type Seen = (sign: number, from: number, to: number) => void;

/** Finds the places of many signs in one pass over the words of a text. */
export type Finder = (words: Words, seen: Seen) => void;

type Phrase = { readonly sign: number; readonly steps: readonly number[]; readonly gaps: readonly number[]; readonly anchor: number };

/** Words so common that a phrase is better looked for by another of its steps: the first ones above all. */
const common =
  '# the to a of and in is it i you for on be that this with if will are at as have not by all or can an your do so my no from me one he his we our she her just but had has get was us up who what when please more about out new know see some send email mail'.split(
    ' '
  );
const slots = 16383;

/**
 * Makes signs ready: each is a list of lines in the language of `phrases`, and every word of three letters or more stands for its regular forms
 * too (send: sends, sending). Where `phrases` looks for the first word of a phrase, this looks for its rarest step and only then to both sides:
 * with hundreds of phrases that begin like any sentence it is several times as fast.
 */
export function finderOf(lists: readonly (readonly string[])[]): Finder {
  const pieces: string[] = [];
  const phrases: Phrase[] = [];
  lists.forEach((lines, sign) => {
    for (const line of lines) phrases.push(phraseOf(line, sign, pieces));
  });
  const steps = pieces.map(piece => piece.split('|'));
  const stride = (steps.length + 31) >> 5;

  // Every word has a number, a row of bits, one for each step it may stand for, and the phrases it is the anchor of. Number 0 is any figure.
  const keys = new Int32Array(slots + 1);
  const ids = new Int16Array(slots + 1).fill(-1);
  const anchors = new Uint8Array(slots + 1);
  const anchored: Phrase[][] = [[]];
  /** By number: those words that are forms of this one and stand in the lists themselves too. */
  const kin: number[][] = [[]];
  const put = (word: string, id: number): number => {
    const hash = hashOf(word);
    const slot = slotOf(keys, ids, hash);
    if (ids[slot]! >= 0) return ids[slot]!;
    keys[slot] = hash;
    return (ids[slot] = id);
  };
  const vocabulary = new Set(([] as string[]).concat(...steps));
  vocabulary.delete('#');
  vocabulary.forEach(word => {
    const id = put(word, anchored.push([]) - 1);
    kin.push([id]);
    if (word > '0' && word < 'a') kin[0]!.push(id);
  });
  vocabulary.forEach(word => {
    const id = put(word, 0);
    for (const form of formsOf(word)) {
      const other = put(form, id);
      if (other !== id) kin[id]!.push(other);
    }
  });
  const idsOf = (step: number): readonly number[] =>
    ([] as number[]).concat(...steps[step]!.map(word => (word === '#' ? kin[0]!.concat(0) : kin[put(word, 0)]!)));
  const rows = new Int32Array(anchored.length * stride);
  steps.forEach((_, step) => {
    for (const id of idsOf(step)) {
      const at = id * stride + (step >> 5);
      rows[at] = rows[at]! | (1 << (step & 31));
    }
  });
  for (const phrase of phrases) for (const id of new Set(idsOf(phrase.steps[phrase.anchor]!))) anchored[id]!.push(phrase);
  keys.forEach((hash, slot) => {
    if (ids[slot]! >= 0 && anchored[ids[slot]!]!.length > 0) anchors[hash & slots] = 1;
  });

  const figures = anchored[0]!.length > 0 ? isNumber : 0;

  return (words, seen) => {
    const { count, hashes, marks } = words;
    const idAt = (at: number): number => {
      const id = ids[slotOf(keys, ids, hashes[at]!)]!;
      return id < 0 && (marks[at]! & isNumber) !== 0 ? 0 : id;
    };
    const fits = (at: number, step: number): boolean => {
      const id = idAt(at);
      return id >= 0 && (rows[id * stride + (step >> 5)]! & (1 << (step & 31))) !== 0;
    };
    const seek = ({ sign, steps, gaps, anchor }: Phrase, at: number): void => {
      let from = at;
      for (let s = anchor - 1; s >= 0; s -= 1) {
        const last = from - 1 - gaps[s + 1]!;
        do {
          if (from === 0 || from === last || (marks[from]! & isOpening) !== 0) return;
          from -= 1;
        } while (!fits(from, steps[s]!));
      }
      let to = at;
      for (let s = anchor + 1; s < steps.length; s += 1) {
        const last = to + 1 + gaps[s]!;
        do {
          to += 1;
          if (to === count || to > last || (marks[to]! & isOpening) !== 0) return;
        } while (!fits(to, steps[s]!));
      }
      seen(sign, from, to + 1);
    };
    for (let i = 0; i < count; i += 1) {
      if (anchors[hashes[i]! & slots] === 0 && (marks[i]! & figures) === 0) continue;
      const id = idAt(i);
      if (id < 0) continue;
      const candidates = anchored[id]!;
      for (let p = 0; p < candidates.length; p += 1) seek(candidates[p]!, i);
    }
  };
}

/** The slot that holds a hash, or the free one where it would be put. */
function slotOf(keys: Int32Array, ids: Int16Array, hash: number): number {
  let slot = hash & slots;
  while (ids[slot]! >= 0 && keys[slot] !== hash) slot = (slot + 1) & slots;
  return slot;
}

/** The regular forms of an English word: plural or third person, past, and the one in -ing. */
function formsOf(word: string): readonly string[] {
  if (word.length < 3) return [];
  const short = word.slice(0, -1);
  if (/e$/.test(word)) return [`${word}s`, `${word}d`, `${short}ing`];
  if (/[^aeou]y$/.test(word)) return [`${short}ies`, `${short}ied`, `${word}ing`];
  return [`${word}${/(?:s|x|ch|sh)$/.test(word) ? 'es' : 's'}`, `${word}ed`, `${word}ing`];
}

/** Reads one line; `pieces` grows by the steps not met before. */
function phraseOf(line: string, sign: number, pieces: string[]): Phrase {
  const steps: number[] = [];
  const gaps: number[] = [];
  let gap = 0;
  let anchor = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const piece of line.split(' ')) {
    if (/^\.\./.test(piece)) {
      gap = Number(piece.slice(2) || 3);
      continue;
    }
    const price = piece.split('|').reduce((sum, word) => sum + (common.indexOf(word) < 0 ? 1 : 1500 / (common.indexOf(word) + 10)), 0);
    if (price < least) {
      least = price;
      anchor = steps.length;
    }
    const step = pieces.indexOf(piece);
    steps.push(step < 0 ? pieces.push(piece) - 1 : step);
    gaps.push(gap);
    gap = 0;
  }
  return { sign, steps, gaps, anchor };
}
