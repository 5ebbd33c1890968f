import type { Span } from '../span.ts';
import type { Prose } from '../prose.ts';
import { isOpening, type Words, wordsOf } from '../words.ts';
import { type Finder, finderOf } from './finder.ts';
import { layoutOf } from './layout.ts';
import { chainSigns, jokeSigns, plainSigns, type Signs } from './signs.ts';

/** What a mail shows, by name: each value lies between 0 (not at all) and 1 (plainly); `mentions` is a count. */
export type Features = { readonly [name: string]: number };

interface Growing {
  [name: string]: number;
}

interface Reader {
  readonly names: readonly string[];
  readonly find: Finder;
}

function readerOf(signs: Signs): Reader {
  const names = Object.keys(signs);
  return { names, find: finderOf(names.map(name => signs[name]!)) };
}

const speaking = readerOf({ ...chainSigns, ...jokeSigns });
const plain = readerOf(plainSigns);
const chains = Object.keys(chainSigns).length;
const opening = speaking.names.indexOf('stock-opening');

/** Words of these signs say little alone: they count by how thick they stand, the number times as thick as that being plain. */
const thick: Features = {
  'calls-on-faith': 15,
  'comic-figure': 30,
  'stock-character': 12,
  'turns-at-the-end': 38,
  laughs: 20,
  'he-and-she': 10,
  list: 20,
  technical: 10,
  trade: 10,
  school: 12,
  dates: 15,
  'asks-of-work': 15
};
/** Of these one word is no sign yet. */
const oneIsNone = ['calls-on-faith', 'comic-figure', 'stock-character', 'laughs'];

/** Of these more than one mention says no more. */
const once = ['called-funny', 'asks-to-pass-on'];

/**
 * Reads what a mail shows of a chain letter or a joke; undefined where `enough` says of the signs that speak for one that the mail cannot count.
 * Most mail shows next to none and need not be read for anything else. Linear in the text.
 */
export function featuresOf(subject: string, { text, words }: Prose, enough?: (signs: Features) => boolean): Features | undefined {
  const title = wordsOf(subject);
  const inText = countsOf(speaking, words, text);
  const inSubject = countsOf(speaking, title, subject);
  const features: Growing = { mentions: 0 };
  const addAll = ({ names }: Reader, below: Int32Array, above: Int32Array): void => {
    names.forEach((name, i) => {
      const count = below[i]! + above[i]!;
      features[name] = count === 0 ? 0 : valueOf(name, count, words.count);
    });
  };
  for (let i = 0; i < chains; i += 1) features.mentions! += inText[i]! + inSubject[i]!;
  addAll(speaking, inText, inSubject);
  features.quotes = quotesIn(text) / (words.count + 40);
  if (enough && !enough(features)) return undefined;
  addAll(plain, countsOf(plain, words, text), countsOf(plain, title, subject));
  const { dialogue, exclaimed, cries, code, numbered, countdown } = layoutOf(text);
  const per = (count: number, times: number): number => Math.min(1, (count / (words.count + 40)) * times);
  features.forwarded = /\bfwd?\b/i.test(subject) ? 1 : 0;
  features.dialogue = per(dialogue, 15);
  features.exclaimed = per(exclaimed, 30);
  features.cries = per(cries, 15);
  features.code = Math.min(1, (code / (text.length + 20)) * 20);
  features.numbered = Math.min(1, numbered / 12);
  features.countdown = Math.min(1, Math.max(0, countdown - 1) / 4);
  const calledFunny = ['called-funny', 'riddle', 'laughs'].some(sign => inSubject[speaking.names.indexOf(sign)]! > 0);
  const content = plainly(features, ['stock-opening', 'riddle', 'funny-list', 'dialogue', 'comic-figure', 'numbered']);
  const passed = Math.max(features.forwarded, plainly(features, ['forwarded-often']));
  features['funny-subject'] = calledFunny ? Math.max(passed, content) : 0;
  features['passed-round'] = passed * Math.max(content, features['called-funny']!);
  return features;
}

function valueOf(name: string, count: number, words: number): number {
  const times = thick[name];
  if (times) return Math.min(1, ((count - (oneIsNone.indexOf(name) < 0 ? 0 : 0.7)) / (words + 30)) * times);
  return 1 - Math.pow(2, (-Math.min(count, once.indexOf(name) < 0 ? 8 : 1) * 600) / Math.max(600, words));
}

function plainly(features: Features, names: readonly string[]): number {
  return Math.min(1, 2 * names.reduce((most, name) => Math.max(most, features[name]!), 0));
}

/** How often each sign stands in a text, by the sign's place in the list. */
function countsOf(reader: Reader, words: Words, text: string): Int32Array {
  const counts = new Int32Array(reader.names.length);
  seekIn(reader, words, text, sign => {
    counts[sign]! += 1;
  });
  return counts;
}

/** The first places in a text where one of `wanted` stands, at most `most` of each. */
export function placesOf(
  text: string,
  words: Words,
  wanted: readonly string[],
  most: number
): readonly (Span & { readonly what: string })[] {
  const places: (Span & { readonly what: string })[] = [];
  const left = speaking.names.map(name => (wanted.indexOf(name) < 0 ? 0 : most));
  seekIn(speaking, words, text, (sign, from, to) => {
    if (left[sign]! > 0) places.push({ start: words.starts[from]!, end: words.ends[to - 1]!, what: speaking.names[sign]! });
    left[sign]! -= 1;
  });
  return places.sort((a, b) => a.start - b.start);
}

/** Finds the signs of a reader; of places of one sign that overlap only the first. */
function seekIn({ names, find }: Reader, words: Words, text: string, seen: (sign: number, from: number, to: number) => void): void {
  const taken = new Int32Array(names.length);
  find(words, (sign, from, to) => {
    if (from < taken[sign]! || (sign === opening && names === speaking.names && !opens(words, from, text))) return;
    taken[sign] = to;
    seen(sign, from, to);
  });
}

/** How many quotation marks open or close speech, counted by the fastest means: enough to say whether it is worth reading further. */
function quotesIn(text: string): number {
  return text.split('"').length + text.split('\u201d').length - 2;
}

/** Whether a word is the first of a sentence, a line or a speech. */
function opens(words: Words, at: number, text: string): boolean {
  if ((words.marks[at]! & isOpening) !== 0) return true;
  for (let i = words.starts[at]! - 1; i >= 0 && words.starts[at]! - i < 9; i -= 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 62 || code === 34) return true;
    if (code !== 32) return false;
  }
  return false;
}
