import { type DutyId, duties } from '../../duties.ts';
import { cueWords } from './cues.ts';

/** How like a text is to a duty's own sentence, 0 to 1, and the words that they share. */
export interface Likeness {
  readonly duty: DutyId;
  readonly score: number;
  readonly words: readonly string[];
}

interface Bag {
  readonly duty: DutyId;
  readonly stems: ReadonlyMap<string, number>;
  readonly norm: number;
}

/** Compares texts with the duties' own sentences, in both languages, by the words that they share; words that many duties use count for little. */
export function likeness(): (text: string) => Likeness | undefined {
  const ids = Object.keys(duties) as DutyId[];
  const spoken = (['en', 'cy'] as const).map(locale => ids.map(duty => ({ duty, words: stemsOf(cueWords(duties[duty].says[locale])) })));
  const bags: Bag[] = [];
  const weights = new Map<string, number>();
  for (const language of spoken) {
    const seen = new Map<string, number>();
    for (const { words } of language) words.forEach((_, stem) => void seen.set(stem, (seen.get(stem) || 0) + 1));
    seen.forEach((count, stem) => void weights.set(stem, Math.max(weights.get(stem) || 0, Math.log(language.length / count))));
  }
  for (const { duty, words } of spoken[0]!.concat(spoken[1]!)) {
    const stems = new Map<string, number>();
    words.forEach((_, stem) => void stems.set(stem, weights.get(stem)!));
    bags.push({ duty, stems, norm: normOf(stems) });
  }
  return text => {
    const mine = stemsOf(cueWords(text));
    const known = new Map<string, number>();
    mine.forEach((_, stem) => {
      const weight = weights.get(stem);
      // A word that no duty uses speaks against them all, a little.
      known.set(stem, weight === undefined ? 1 : weight);
    });
    const norm = normOf(known);
    let best: Likeness | undefined;
    for (const bag of bags) {
      let shared = 0;
      const words: string[] = [];
      bag.stems.forEach((weight, stem) => {
        const word = mine.get(stem);
        if (word === undefined) return;
        shared += weight * weight;
        words.push(word);
      });
      const score = shared === 0 ? 0 : shared / (bag.norm * norm);
      if (words.length > 1 && (!best || score > best.score)) best = { duty: bag.duty, score, words };
    }
    return best;
  };
}

function normOf(stems: ReadonlyMap<string, number>): number {
  let sum = 0;
  stems.forEach(weight => {
    sum += weight * weight;
  });
  return Math.sqrt(sum) || 1;
}

const empty =
  ' the and or of to in on at by for with from as is are be it its not no do any all who that this they them their your you only each may must will should can use used school schools policy y yr yn ac neu i o ar am gan sy eich eu ei mae ysgol polisi dim phob bob heb ';

/** Words by their first letters, as many as most forms of a word share; the whole word beside them. */
function stemsOf(words: readonly string[]): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  for (const word of words)
    if (word.length > 2 && empty.indexOf(` ${word} `) < 0) stems.set(word.replace(/(?:ing|ed|es|s|ly)$/, '').slice(0, 6), word);
  return stems;
}
