import type { Span } from '../span.ts';
import type { Prose } from '../prose.ts';
import { isOpening, phrases, type Phrases, type Words, wordsOf } from '../words.ts';
import { layoutOf } from './layout.ts';
import { chainSigns, jokeSigns, plainSigns, type Signs } from './signs.ts';

/** What a mail shows, by name: each value lies between 0 (not at all) and 1 (plainly); `mentions` is a count. */
export type Features = { readonly [name: string]: number };

interface Growing {
  [name: string]: number;
}

interface Reader {
  readonly names: readonly string[];
  /** Of each line in turn the place of its sign in `names`. */
  readonly signs: readonly number[];
  readonly lines: Phrases;
}

function readerOf(all: Signs): Reader {
  const names = Object.keys(all);
  const lines: string[] = [];
  const signs: number[] = [];
  names.forEach((name, sign) => {
    for (const line of all[name]!) signs[lines.push(line) - 1] = sign;
  });
  return { names, signs, lines: phrases(lines, true) };
}

const speaking = readerOf({ ...chainSigns, ...jokeSigns });
const plain = readerOf(plainSigns);
const chains = Object.keys(chainSigns).length;
const opening = speaking.names.indexOf('stock-opening');

/** The signs that speak for a chain letter or a joke, in order. */
export const telling = speaking.names;

/** Words of these signs say little alone: they count by how thick they stand, the number times as thick as that being plain. */
const thick: Features = {
  'calls-on-faith': 15,
  'comic-figure': 30,
  'stock-character': 12,
  laughs: 20,
  'he-and-she': 10,
  list: 20,
  technical: 10,
  trade: 10,
  school: 12,
  dates: 15,
  'asks-of-work': 15
};

/** Of these more than one mention says no more. */
const once = ['called-funny', 'asks-to-pass-on'];

/** What of a mail is known after the first look: the values of `telling`, and `quotes`, how thick quotation marks stand. */
export interface Glance {
  readonly values: readonly number[];
  readonly mentions: number;
  readonly quotes: number;
}

/**
 * Reads what a mail shows of a chain letter or a joke; undefined where `enough` says after a first look that the mail cannot count. Most mail
 * shows next to none of the signs and need not be read for anything else. Linear in the text.
 */
export function featuresOf(subject: string, { text, words }: Prose, enough?: (glance: Glance) => boolean): Features | undefined {
  const title = wordsOf(subject);
  const inText = countsOf(speaking, words, text);
  const inSubject = countsOf(speaking, title, subject);
  const values: number[] = [];
  let mentions = 0;
  for (let i = 0; i < telling.length; i += 1) {
    const count = inText[i]! + inSubject[i]!;
    if (i < chains) mentions += count;
    values.push(count === 0 ? 0 : valueOf(telling[i]!, count, words.count, 0.7));
  }
  const quotes = (text.split('"').length + text.split('\u201d').length - 2) / (words.count + 40);
  if (enough && !enough({ values, mentions, quotes })) return undefined;
  const features: Growing = { mentions };
  telling.forEach((name, i) => {
    features[name] = values[i]!;
  });
  const plainInText = countsOf(plain, words, text);
  const plainInSubject = countsOf(plain, title, subject);
  plain.names.forEach((name, i) => {
    features[name] = valueOf(name, plainInText[i]! + plainInSubject[i]!, words.count, 0);
  });
  const { dialogue, exclaimed, cries, code, numbered, countdown } = layoutOf(text);
  const per = (count: number, times: number): number => Math.min(1, (count / (words.count + 40)) * times);
  features.forwarded = /\bfwd?\b/i.test(subject) ? 1 : 0;
  features.dialogue = per(dialogue, 15);
  features.exclaimed = per(exclaimed, 30);
  features.cries = per(cries, 15);
  features.code = Math.min(1, (code / (text.length + 20)) * 20);
  features.numbered = Math.min(1, numbered / 12);
  features.countdown = Math.min(1, Math.max(0, countdown - 1) / 4);
  const calledFunny = ['called-funny', 'riddle', 'laughs'].some(sign => inSubject[telling.indexOf(sign)]! > 0);
  const content = plainly(features, ['stock-opening', 'riddle', 'funny-list', 'dialogue', 'comic-figure', 'numbered']);
  const passed = Math.max(features.forwarded, plainly(features, ['forwarded-often']));
  features['funny-subject'] = calledFunny ? Math.max(passed, content) : 0;
  features['passed-round'] = passed * Math.max(content, features['called-funny']!);
  return features;
}

/** How plainly a sign stands; of the thick ones the first `free` words say nothing yet. */
function valueOf(name: string, count: number, words: number, free: number): number {
  const times = thick[name];
  if (times) return Math.max(0, Math.min(1, ((count - free) / (words + 30)) * times));
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
function seekIn({ names, signs, lines }: Reader, words: Words, text: string, seen: (sign: number, from: number, to: number) => void): void {
  const taken = new Int32Array(names.length);
  for (const { phrase, from, to } of lines.find(words)) {
    const sign = signs[phrase]!;
    if (from < taken[sign]! || (sign === opening && names === speaking.names && !opens(words, from, text))) continue;
    taken[sign] = to;
    seen(sign, from, to);
  }
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
