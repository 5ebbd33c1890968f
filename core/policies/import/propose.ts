import type { DutyId } from '../../duties.ts';
import { type Cues, cues, cueWords } from './cues.ts';
import { type Likeness, likeness } from './likeness.ts';
import { concepts, signs } from './signs.ts';

/** A duty that a clause may ask for, and why it is thought so. */
export interface Proposal {
  readonly duty: DutyId;
  /** 0 to 1. */
  readonly confidence: number;
  /** The words of the clause that led to it, as they were understood: small letters, no signs. */
  readonly words: readonly string[];
}

/** Proposes duties for a clause, by its text, what stands near it (its lead-in) and what stands far (its heading). Each call reads one text. */
export type Propose = (text: string, near: string, far: string) => readonly Proposal[];

interface Sign {
  readonly duty: DutyId;
  readonly weight: number;
  readonly terms: readonly { readonly cues: readonly number[]; readonly absent: boolean }[];
}

const weights = { sure: 0.9, likely: 0.65, perhaps: 0.35 } as const;
const strengths = ['sure', 'likely', 'perhaps'] as const;
/** From here on a duty stands for those that the same words speak for. */
const sure = 0.8;
/** What a sign is worth when a part of it stands only in the lead-in, or only in the heading. */
const borrowed = { near: 0.8, far: 0.5 };
/** Below this nothing is proposed. */
const least = 0.3;
/** A clause asks for few things; a longer list helps nobody. */
const most = 5;

/** Makes the lists of signs ready and gives back what proposes by them. */
export function proposer(): Propose {
  const lines: string[] = [];
  const known = new Map<string, number>();
  const ready: Sign[] = [];
  for (const duty of Object.keys(signs) as DutyId[]) {
    for (const strength of strengths) {
      for (const sign of signs[duty]![strength] || [])
        ready.push({ duty, weight: weights[strength], terms: sign.split(' & ').map(termOf) });
    }
  }
  const found: Cues = cues(lines);
  const like = likeness();
  return (text, near, far) => {
    const proposals = proposed(text, near, far, ready, found);
    return proposals.some(({ confidence }) => confidence >= 0.5) ? proposals : withLikeness(proposals, like(text));
  };

  function termOf(term: string): Sign['terms'][number] {
    const absent = term.charAt(0) === '!';
    const phrases = expanded(absent ? term.slice(1) : term);
    return { absent, cues: phrases.map(line => indexOf(line)) };
  }

  function indexOf(line: string): number {
    const index = known.get(line);
    if (index !== undefined) return index;
    known.set(line, lines.length);
    return lines.push(line) - 1;
  }
}

/** Where no sign is strong: the duty whose own sentence the text is most like, if it is like it at all. */
function withLikeness(proposals: readonly Proposal[], like: Likeness | undefined): readonly Proposal[] {
  if (!like || like.score < 0.4) return proposals;
  const confidence = like.score < 0.56 ? 0.4 : Math.round(Math.min(like.score, 0.8) * 100) / 100;
  const others = proposals.filter(({ duty }) => duty !== like.duty);
  return [{ duty: like.duty, confidence, words: like.words }, ...others].sort((a, b) => b.confidence - a.confidence).slice(0, most);
}

/** The phrases a term stands for. A concept alone brings all its phrases; inside a phrase only those of one word. */
function expanded(term: string): readonly string[] {
  const phrases: string[] = [];
  for (const phrase of term.split(' / ')) {
    const alone = /^\{([a-z]+)\}$/.exec(phrase);
    if (alone) {
      phrases.push(...concepts[alone[1]!]!.split(' / '));
      continue;
    }
    phrases.push(
      phrase
        .split(' ')
        .map(step =>
          step.replace(/\{([a-z]+)\}/g, (_, name: string) =>
            (concepts[name] || name)
              .split(' / ')
              .filter(each => each.indexOf(' ') < 0)
              .join('|')
          )
        )
        .join(' ')
    );
    // `{pupil}|{social}` in a term of one step brings the longer phrases too.
    if (phrase.indexOf(' ') < 0) {
      phrase.replace(/\{([a-z]+)\}/g, (all, name: string) => {
        phrases.push(...(concepts[name] || '').split(' / ').filter(each => each.indexOf(' ') >= 0));
        return all;
      });
    }
  }
  return phrases;
}

function proposed(text: string, near: string, far: string, ready: readonly Sign[], found: Cues): readonly Proposal[] {
  const inText = placesOf(cueWords(text), found);
  const isNear = placesOf(cueWords(near), found);
  const isFar = placesOf(cueWords(far), found);
  const best = new Map<DutyId, { against: number; words: Set<string> }>();
  for (const { duty, weight, terms } of ready) {
    let strength = weight;
    let mine = 0;
    const words: string[] = [];
    const holds = terms.every(term => {
      const here = firstOf(term.cues, inText);
      if (term.absent) return here === undefined;
      if (here !== undefined) {
        mine += 1;
        words.push(here);
        return true;
      }
      const close = firstOf(term.cues, isNear);
      const there = close === undefined ? firstOf(term.cues, isFar) : close;
      if (there === undefined) return false;
      strength *= close === undefined ? borrowed.far : borrowed.near;
      words.push(there);
      return true;
    });
    if (!holds || mine === 0) continue;
    const so = best.get(duty);
    if (so) {
      // The strongest sign counts whole, each further one for a little.
      const lesser = Math.min(1 - so.against, strength);
      so.against = Math.min(so.against, 1 - strength) * (lesser < 0.5 ? 1 : 1 - lesser * 0.15);
      for (const word of words) so.words.add(word);
    } else best.set(duty, { against: 1 - strength, words: new Set(words) });
  }
  const proposals: Proposal[] = [];
  best.forEach(({ against, words }, duty) => {
    const confidence = Math.round((1 - against) * 100) / 100;
    if (confidence >= least) proposals.push({ duty, confidence, words: tidied(words) });
  });
  const dropped = new Set<DutyId>();
  for (const { duty, confidence } of proposals) if (confidence >= sure) for (const other of signs[duty]!.rather || []) dropped.add(other);
  return proposals
    .filter(({ duty }) => !dropped.has(duty))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, most);
}

function placesOf(words: readonly string[], found: Cues): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  for (const { cue, from, to } of found.find(words)) if (!places.has(cue)) places.set(cue, words.slice(from, to).join(' '));
  return places;
}

function firstOf(cues: readonly number[], places: ReadonlyMap<number, string>): string | undefined {
  for (const cue of cues) {
    const words = places.get(cue);
    if (words !== undefined) return words;
  }
  return undefined;
}

/** Each word once: what is a part of another is left out. */
function tidied(words: ReadonlySet<string>): readonly string[] {
  const all = Array.from(words);
  return all.filter(word => !all.some(other => other !== word && ` ${other} `.indexOf(` ${word} `) >= 0)).slice(0, 8);
}
