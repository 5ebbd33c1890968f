import type { Span } from '../span.ts';
import type { Prose } from '../prose.ts';
import { isOpening, type Words, wordsOf } from '../words.ts';
import { finderOf } from './finder.ts';
import { layoutOf } from './layout.ts';
import { chainSigns, jokeSigns, plainSigns } from './signs.ts';

const lists: { readonly [sign: string]: readonly string[] } = { ...chainSigns, ...jokeSigns, ...plainSigns };
const signs = Object.keys(lists);
const chains = Object.keys(chainSigns).length;
const find = finderOf(signs.map(sign => lists[sign]!));

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
  'turns-at-the-end': 38,
  laughs: 20,
  list: 20,
  technical: 10,
  trade: 10,
  school: 12,
  'we-and-i': 10,
  dates: 15,
  'asks-of-work': 15
};
/** Of these one word is no sign yet. */
const oneIsNone = ['calls-on-faith', 'tells-horrors', 'comic-figure', 'stock-character', 'told-as-story', 'laughs'];

/** Of these more than one mention says no more. */
const once = ['called-funny', 'asks-to-pass-on'];

/** Reads what a mail shows of a chain letter or a joke. Linear in the text. */
export function featuresOf(subject: string, prose: Prose): Features {
  const { features, above } = signsIn(subject, prose);
  return withLayout(features, above, subject, prose);
}

/**
 * As `featuresOf`, but undefined where `enough` says of the signs alone that the mail cannot count: most mail shows next to none, and need not be
 * read again for its layout.
 */
export function featuresIf(subject: string, prose: Prose, enough: (signs: Features) => boolean): Features | undefined {
  const { features, above } = signsIn(subject, prose);
  return enough(features) ? withLayout(features, above, subject, prose) : undefined;
}

interface Growing {
  [name: string]: number;
}

function signsIn(subject: string, { text, words }: Prose): { readonly features: Growing; readonly above: Counts } {
  const counts = countsOf(words, text);
  const above = countsOf(wordsOf(subject), subject);
  const features: Growing = {};
  const many = words.count;
  const share = many > 600 ? 600 / many : 1;
  let kinds = 0;
  let mentions = 0;
  for (let i = 0; i < signs.length; i += 1) {
    const sign = signs[i]!;
    const count = counts[i]! + above[i]!;
    if (count === 0) {
      features[sign] = 0;
      continue;
    }
    const times = thick[sign];
    const least = oneIsNone.indexOf(sign) >= 0 ? 0.7 : 0;
    features[sign] = times
      ? Math.min(1, (Math.max(0, count - least) / (many + 30)) * times)
      : 1 - Math.pow(2, -Math.min(count, once.indexOf(sign) >= 0 ? 1 : 8) * share);
    if (i < chains) mentions += count;
    if (i < chains && !times) kinds += 1;
  }
  features.mentions = mentions;
  features['several-signs'] = Math.max(0, kinds - 2) / 3;
  return { features, above };
}

function withLayout(features: Growing, above: Counts, subject: string, { text, words }: Prose): Features {
  const { dialogue, exclaimed, cries, links, code, numbered, countdown } = layoutOf(text);
  const many = words.count;
  const per = (count: number, times: number): number => Math.min(1, (count / (many + 40)) * times);
  features.forwarded = /\bfwd?\b/i.test(subject) ? 1 : 0;
  features.dialogue = per(dialogue, 15);
  features.exclaimed = per(exclaimed, 30);
  features.cries = per(cries, 15);
  features.links = per(links, 40);
  features.code = Math.min(1, (code / (text.length + 20)) * 20);
  features.numbered = Math.min(1, numbered / 12);
  features.countdown = Math.min(1, Math.max(0, countdown - 1) / 4);
  features.length = Math.max(0, Math.log2((1 + many) / 64)) / 4;
  const calledFunny = ['called-funny', 'riddle', 'laughs'].some(sign => above[signs.indexOf(sign)]! > 0);
  const content = plainly(features, ['stock-opening', 'riddle', 'funny-list', 'dialogue', 'comic-figure', 'numbered']);
  const passed = Math.max(features.forwarded, plainly(features, ['forwarded-often']));
  features['funny-subject'] = calledFunny ? Math.max(passed, content) : 0;
  features['passed-round'] = passed * Math.max(content, features['called-funny']!);
  features['joke-scene'] = plainly(features, ['stock-opening']) * plainly(features, ['dialogue', 'who-said-it', 'told-as-story']);
  features['funny-numbers'] = features.numbered * plainly(features, ['comic-figure', 'called-funny', 'funny-list']);
  return features;
}

function plainly(features: Features, names: readonly string[]): number {
  return Math.min(1, 2 * names.reduce((most, name) => Math.max(most, features[name]!), 0));
}

function countsOf(words: Words, text: string): Counts {
  const counts = new Float64Array(signs.length);
  const taken = new Int32Array(signs.length);
  find(words, (sign, from, to) => {
    if (!stands(words, text, sign, from, to, taken)) return;
    taken[sign] = to;
    counts[sign] = counts[sign]! + 1;
  });
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
  find(words, (sign, from, to) => {
    if (left[sign] === 0 || !stands(words, text, sign, from, to, taken)) return;
    left[sign] = left[sign]! - 1;
    taken[sign] = to;
    places.push({ start: words.starts[from]!, end: words.ends[to - 1]!, sign: signs[sign]! });
  });
  return places.sort((a, b) => a.start - b.start);
}

function stands(words: Words, text: string, sign: number, from: number, to: number, taken: Int32Array): boolean {
  if (to > from + 1 && from < taken[sign]!) return false;
  return sign !== opening || opens(words, from, text);
}

const opening = signs.indexOf('stock-opening');

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
