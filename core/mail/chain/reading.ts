import type { Span } from '../span.ts';
import type { Prose } from '../prose.ts';
import { hashOf, isOpening, phrases, type Words, wordsOf } from '../words.ts';
import { layoutOf } from './layout.ts';
import { chainSigns, jokeSigns, plainSigns } from './signs.ts';

const lists: { readonly [sign: string]: readonly string[] } = { ...chainSigns, ...jokeSigns, ...plainSigns };
const signs = Object.keys(lists);
const chains = Object.keys(chainSigns).length;
const { found, signOfPhrase, keys, masks, signOfBit } = prepared();

/** How often each sign stands in a text, by the sign's place in the list. */
type Counts = Float64Array;

/** What a mail shows, by name: each value lies between 0 (not at all) and 1 (plainly). */
export type Features = { readonly [name: string]: number };

/** Words of these signs say little alone: they count by how thick they stand, `times` as thick as that being plain. */
const thick: { readonly [sign: string]: number } = {
  'calls-on-faith': 15,
  'tells-horrors': 20,
  'comic-figure': 30,
  'stock-character': 12,
  'told-as-story': 20,
  'who-said-it': 38,
  'he-said': 38,
  'he-and-she': 10,
  'speaks-in-turns': 38,
  'turns-at-the-end': 38,
  laughs: 20,
  bawdy: 20,
  list: 20,
  technical: 10,
  trade: 10,
  school: 12,
  news: 15,
  'we-and-i': 10,
  dates: 15,
  'asks-of-work': 15
};
/** Of these one word is no sign yet. */
const oneIsNone = [
  'calls-on-faith',
  'tells-horrors',
  'comic-figure',
  'stock-character',
  'told-as-story',
  'speaks-in-turns',
  'bawdy',
  'laughs'
];

/** Reads what a mail shows of a chain letter or a joke. Linear in the text. */
export function featuresOf(subject: string, { text, words }: Prose): Features {
  const counts = countsOf(words, text);
  const above = countsOf(wordsOf(subject), subject);
  const features: { [name: string]: number } = {};
  const many = words.count;
  const share = many > 600 ? 600 / many : 1;
  let kinds = 0;
  let mentions = 0;
  signs.forEach((sign, i) => {
    const count = counts[i]! + above[i]!;
    const times = thick[sign];
    const least = oneIsNone.indexOf(sign) >= 0 ? 0.7 : 0;
    const value = times ? Math.min(1, (Math.max(0, count - least) / (many + 30)) * times) : 1 - Math.pow(2, -Math.min(count, 8) * share);
    features[sign] = value;
    if (i < chains) mentions += count;
    if (i < chains && !times && value > 0) kinds += 1;
  });
  const { dialogue, exclaimed, cries, links, code, numbered, countdown } = layoutOf(text);
  const per = (count: number, times: number): number => Math.min(1, (count / (many + 40)) * times);
  features.mentions = mentions;
  features['several-signs'] = Math.max(0, kinds - 2) / 3;
  features.forwarded = /\bfwd?\b/i.test(subject) ? 1 : 0;
  features.dialogue = per(dialogue, 15);
  features.exclaimed = per(exclaimed, 30);
  features.cries = per(cries, 15);
  features.links = per(links, 40);
  features.code = Math.min(1, (code / (text.length + 20)) * 20);
  features.numbered = Math.min(1, numbered / 12);
  features.countdown = Math.min(1, Math.max(0, countdown - 1) / 4);
  features.length = Math.max(0, Math.log2((1 + many) / 64)) / 4;
  features['joke-scene'] = plainly(features, ['stock-opening']) * plainly(features, ['dialogue', 'who-said-it', 'told-as-story']);
  for (const sign of ['called-funny', 'asks-to-pass-on']) features[sign] = Math.min(0.5, features[sign]!);
  const calledFunny = ['called-funny', 'riddle', 'laughs'].some(sign => above[signs.indexOf(sign)]! > 0);
  const content = plainly(features, [
    'stock-opening',
    'riddle',
    'funny-list',
    'bawdy',
    'dialogue',
    'comic-figure',
    'numbered',
    'speaks-in-turns'
  ]);
  const passed = Math.max(features.forwarded, plainly(features, ['forwarded-often']));
  features['funny-subject'] = calledFunny ? Math.max(passed, content) : 0;
  features['passed-round'] = passed * Math.max(content, features['called-funny']!);
  features['funny-numbers'] = features.numbered * plainly(features, ['comic-figure', 'bawdy', 'called-funny', 'funny-list']);
  return features;
}

function plainly(features: Features, names: readonly string[]): number {
  return Math.min(1, 2 * names.reduce((most, name) => Math.max(most, features[name]!), 0));
}

function countsOf(words: Words, text: string): Counts {
  const counts = new Float64Array(signs.length);
  const { count, hashes } = words;
  for (let i = 0; i < count; i += 1) {
    let bits = bitsOf(hashes[i]!);
    for (let bit = 0; bits !== 0; bit += 1, bits >>>= 1) {
      if ((bits & 1) === 0) continue;
      const sign = signOfBit[bit]!;
      if (sign !== turns || isBeforeColon(text, words.ends[i]!)) counts[sign] = counts[sign]! + 1;
    }
  }
  const taken = new Int32Array(signs.length);
  for (const { phrase, from, to } of found.find(words)) {
    const sign = signOfPhrase[phrase]!;
    if (from < taken[sign]! || (sign === opening && !opens(words, from, text))) continue;
    taken[sign] = to;
    counts[sign] = counts[sign]! + 1;
  }
  return counts;
}

/** The first places in a text where one of `wanted` stands, at most `most` of each. */
export function placesOf(
  words: Words,
  text: string,
  wanted: readonly string[],
  most: number
): readonly (Span & { readonly sign: string })[] {
  const places: (Span & { readonly sign: string })[] = [];
  const left = signs.map(sign => (wanted.indexOf(sign) >= 0 ? most : 0));
  const taken = new Int32Array(signs.length);
  const add = (sign: number, from: number, to: number): void => {
    if (left[sign] === 0 || from < taken[sign]! || (sign === opening && !opens(words, from, text))) return;
    left[sign] = left[sign]! - 1;
    taken[sign] = to;
    places.push({ start: words.starts[from]!, end: words.ends[to - 1]!, sign: signs[sign]! });
  };
  for (const { phrase, from, to } of found.find(words)) add(signOfPhrase[phrase]!, from, to);
  for (let i = 0; i < words.count; i += 1) {
    let bits = bitsOf(words.hashes[i]!);
    for (let bit = 0; bits !== 0; bit += 1, bits >>>= 1) {
      if ((bits & 1) === 1 && (signOfBit[bit] !== turns || isBeforeColon(text, words.ends[i]!))) add(signOfBit[bit]!, i, i + 1);
    }
  }
  return places.sort((a, b) => a.start - b.start);
}

const opening = signs.indexOf('stock-opening');
const turns = signs.indexOf('speaks-in-turns');

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

function isBeforeColon(text: string, at: number): boolean {
  return text.charCodeAt(at) === 58 || (text.charCodeAt(at) === 32 && text.charCodeAt(at + 1) === 58);
}

function bitsOf(hash: number): number {
  const last = keys.length - 1;
  let slot = hash & last;
  while (masks[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & last;
  return masks[slot]!;
}

/** Single words go into one open table, a bit for each list of them; all other lines are phrases. */
function prepared() {
  const lines: string[] = [];
  const signOfPhrase: number[] = [];
  const signOfBit: number[] = [];
  const keys = new Int32Array(4096);
  const masks = new Int32Array(4096);
  signs.forEach((sign, i) => {
    for (const line of lists[sign]!) {
      if (line.indexOf(' ') >= 0) {
        lines.push(line);
        signOfPhrase.push(i);
        continue;
      }
      for (const word of line.split('|')) {
        const hash = hashOf(word);
        let slot = hash & 4095;
        while (masks[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & 4095;
        keys[slot] = hash;
        masks[slot] = masks[slot]! | (1 << signOfBit.length);
      }
      signOfBit.push(i);
    }
  });
  return { found: phrases(lines), signOfPhrase, keys, masks, signOfBit };
}
