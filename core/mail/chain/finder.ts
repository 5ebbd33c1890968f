import { hashOf, isNumber, isOpening, type Words } from '../words.ts';

/** Called for each place where a sign stands: its words `from` to `to` (exclusive). */
type Seen = (sign: number, from: number, to: number) => void;

/** Finds the places of many signs in one pass over the words of a text. */
export type Finder = (words: Words, seen: Seen) => void;

type Phrase = { readonly sign: number; readonly steps: readonly number[]; readonly gaps: readonly number[]; readonly anchor: number };

/** Words so common that a phrase is better looked for by another of its steps; `commonest` all the more. */
const commonest = '# the to i a of and in is it you for on';
const common =
  'a all an and are as at be but by can do for from get had has have he her his i if in is it just me my no not of on one or our she so that the their them there they this to up us was we what when who will with you your please more about # here out need new said know how get see so been any there like some those these may do dont am should send sent email message mail name list day';

/**
 * Makes signs ready: each is a list of lines in the language of `phrases`, a line of one step standing for its single words. Where `phrases`
 * looks for the first word of a phrase, this looks for its rarest step and only then to both sides: with hundreds of phrases that begin
 * like any sentence it is several times as fast.
 */
export function finderOf(lists: readonly (readonly string[])[]): Finder {
  const dear = new Map<string, number>();
  for (const word of common.split(' ')) dear.set(word, 1);
  for (const word of commonest.split(' ')) dear.set(word, word === '#' ? 12 : 6);
  const idOf = new Map<string, number>();
  const steps: string[][] = [];
  const stepOf = (piece: string): number => {
    let id = idOf.get(piece);
    if (id === undefined) {
      id = steps.push(piece.split('|')) - 1;
      idOf.set(piece, id);
    }
    return id;
  };
  const phrases: Phrase[] = [];
  const single: (readonly [sign: number, words: readonly string[]])[] = [];
  lists.forEach((lines, sign) => {
    for (const line of lines) {
      if (line.indexOf(' ') < 0) single.push([sign, line.split('|')]);
      else phrases.push(phraseOf(line, sign, stepOf, piece => piece.split('|').reduce((sum, word) => sum + (dear.get(word) || 0), 0)));
    }
  });
  // Every known word has a row of bits, one for each step it may stand for, and a list of what it may begin.
  const stride = (steps.length + 31) >> 5;
  const rowOf = new Map<number, number>();
  const rows: Int32Array[] = [];
  const begins: { readonly signs: number[]; readonly phrases: Phrase[] }[] = [];
  const row = (word: string): number => {
    const hash = word === '#' ? 0 : hashOf(word);
    let at = rowOf.get(hash);
    if (at === undefined) {
      at = rows.push(new Int32Array(stride)) - 1;
      begins.push({ signs: [], phrases: [] });
      rowOf.set(hash, at);
    }
    return at;
  };
  const numbers = row('#');
  steps.forEach((words, step) => {
    for (const word of words) {
      const bits = rows[row(word)]!;
      bits[step >> 5] = bits[step >> 5]! | (1 << (step & 31));
    }
  });
  for (const phrase of phrases) for (const word of steps[phrase.steps[phrase.anchor]!]!) begins[row(word)]!.phrases.push(phrase);
  for (const [sign, words] of single) for (const word of words) begins[row(word)]!.signs.push(sign);

  const keys = new Int32Array(8192);
  const values = new Int16Array(8192).fill(-1);
  rowOf.forEach((at, hash) => {
    if (at === numbers) return;
    let slot = hash & 8191;
    while (values[slot]! >= 0) slot = (slot + 1) & 8191;
    keys[slot] = hash;
    values[slot] = at;
  });
  return (words, seen) => {
    const { count, hashes, marks } = words;
    const known = new Int16Array(count);
    for (let i = 0; i < count; i += 1) {
      if ((marks[i]! & isNumber) !== 0) {
        known[i] = numbers;
        const own = lookUp(keys, values, hashes[i]!);
        if (own >= 0) known[i] = own;
        continue;
      }
      known[i] = lookUp(keys, values, hashes[i]!);
    }
    const fits = (at: number, step: number): boolean => {
      const own = known[at]!;
      if (own < 0) return false;
      if ((rows[own]![step >> 5]! & (1 << (step & 31))) !== 0) return true;
      return (marks[at]! & isNumber) !== 0 && (rows[numbers]![step >> 5]! & (1 << (step & 31))) !== 0;
    };
    const tryPhrase = ({ sign, steps, gaps, anchor }: Phrase, at: number): void => {
      let from = at;
      for (let s = anchor - 1; s >= 0; s -= 1) {
        let found = -1;
        for (let i = from - 1; i >= 0 && i >= from - 1 - gaps[s + 1]! && (marks[i + 1]! & isOpening) === 0; i -= 1) {
          if (fits(i, steps[s]!)) {
            found = i;
            break;
          }
        }
        if (found < 0) return;
        from = found;
      }
      let to = at + 1;
      for (let s = anchor + 1; s < steps.length; s += 1) {
        let found = -1;
        for (let i = to; i < count && i <= to + gaps[s]! && (marks[i]! & isOpening) === 0; i += 1) {
          if (fits(i, steps[s]!)) {
            found = i;
            break;
          }
        }
        if (found < 0) return;
        to = found + 1;
      }
      seen(sign, from, to);
    };
    for (let i = 0; i < count; i += 1) {
      const own = known[i]!;
      if (own < 0) continue;
      const { signs, phrases } = begins[own]!;
      for (let s = 0; s < signs.length; s += 1) seen(signs[s]!, i, i + 1);
      for (let p = 0; p < phrases.length; p += 1) tryPhrase(phrases[p]!, i);
      if (own !== numbers && (marks[i]! & isNumber) !== 0) for (const phrase of begins[numbers]!.phrases) tryPhrase(phrase, i);
    }
  };
}

function lookUp(keys: Int32Array, values: Int16Array, hash: number): number {
  let slot = hash & 8191;
  while (values[slot]! >= 0 && keys[slot] !== hash) slot = (slot + 1) & 8191;
  return values[slot]!;
}

function phraseOf(line: string, sign: number, stepOf: (piece: string) => number, cost: (piece: string) => number): Phrase {
  const steps: number[] = [];
  const gaps: number[] = [];
  let gap = 0;
  let anchor = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const piece of line.split(' ')) {
    if (/^\.\.\d*$/.test(piece)) {
      gap = Number(piece.slice(2) || 3);
      continue;
    }
    const price = cost(piece) * 20 + piece.length / 10;
    if (price < least) {
      least = price;
      anchor = steps.length;
    }
    steps.push(stepOf(piece));
    gaps.push(gap);
    gap = 0;
  }
  return { sign, steps, gaps, anchor };
}
