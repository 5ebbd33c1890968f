/** Which clause a row was matched to: its index, or -1, and how much of the paraphrase stands in it, 0 to 1. */
export interface Aligned {
  readonly clause: number;
  readonly score: number;
}

/** So much of a paraphrase's weighted content words must stand in the clause. */
const threshold = 0.5;

/**
 * Matches paraphrases to clauses, both in the order of the document: a row may only stand at or after the clause of the row before it. A clause
 * takes at most one row for each ten words of its text, and four in all, so that one giant clause does not count for everything. Words are
 * compared by their stems, rare ones count for more. The whole is the best such matching.
 */
export function aligned(rows: readonly string[], clauses: readonly string[]): readonly Aligned[] {
  const bags = clauses.map(clause => new Set(stemsOf(clause)));
  const documents = new Map<string, number>();
  for (const bag of bags) for (const stem of bag) documents.set(stem, (documents.get(stem) || 0) + 1);
  const weight = (stem: string): number => Math.log(1 + bags.length / (1 + (documents.get(stem) || 0)));
  const scores = rows.map(row => {
    const stems = [...new Set(stemsOf(row))];
    const all = stems.reduce((sum, stem) => sum + weight(stem), 0);
    return bags.map(bag => (all === 0 ? 0 : stems.reduce((sum, stem) => sum + (bag.has(stem) ? weight(stem) : 0), 0) / all));
  });
  const room = clauses.map(clause => Math.min(4, Math.max(1, Math.round(clause.split(/\s+/).length / 10))));
  // best[r][c]: the best sum for the rows from r on with the clauses from c on; a clause takes a run of 1 to `room` rows.
  const best = Array.from({ length: rows.length + 1 }, () => new Float64Array(clauses.length + 1));
  const take = Array.from({ length: rows.length + 1 }, () => new Int8Array(clauses.length + 1));
  for (let r = rows.length - 1; r >= 0; r -= 1) {
    for (let c = clauses.length - 1; c >= 0; c -= 1) {
      best[r]![c] = best[r]![c + 1]!;
      if (best[r + 1]![c]! > best[r]![c]!) {
        best[r]![c] = best[r + 1]![c]!;
        take[r]![c] = -1;
      }
      let sum = 0;
      for (let n = 1; n <= room[c]! && r + n <= rows.length; n += 1) {
        const score = scores[r + n - 1]![c]!;
        if (score < threshold) break;
        sum += score;
        const whole = sum + best[r + n]![c + 1]!;
        if (whole > best[r]![c]!) {
          best[r]![c] = whole;
          take[r]![c] = n;
        }
      }
    }
  }
  const matches: Aligned[] = rows.map(() => ({ clause: -1, score: 0 }));
  for (let r = 0, c = 0; r < rows.length && c < clauses.length; ) {
    const taken = take[r]![c]!;
    if (taken === -1) r += 1;
    else {
      for (let n = 0; n < taken; n += 1) matches[r + n] = { clause: c, score: scores[r + n]![c]! };
      r += taken;
      c += 1;
    }
  }
  return matches;
}

const empty = new Set(
  'a an the of to in on at by for with from and or not no be is are was will shall must should may can all any each every it its this that they them their own as if when who which than then also only such other per into up out use used using do does i my me we our you your has have'.split(
    ' '
  )
);

/** The content words of a text, cut to their stems. */
function stemsOf(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .replace(/[’'‘]s?\b/g, '')
    .replace(/\be-?safety/g, 'esafety')
    .replace(/\be-?mail/g, 'email')
    .replace(/\bco-?ord/g, 'coord')
    .replace(/head ?teacher/g, 'head')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return (plain.match(/[a-z0-9]+/g) || []).filter(word => !empty.has(word)).map(stemOf);
}

function stemOf(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '');
  return word
    .replace(/(?:ies|ied|y)$/, 'i')
    .replace(/(?:ations?|ing|ed|es|s|ly|ment|e|al)$/, '')
    .replace(/(.)\1$/, '$1');
}
