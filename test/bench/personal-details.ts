import { readFileSync } from 'node:fs';
import { detailsIn } from '../../core/mail/details.ts';
import { review } from '../../core/mail/review.ts';
import { othersDetailsGiven } from '../../core/mail/rules/others-details-given.ts';
import { ownDetailsGiven } from '../../core/mail/rules/own-details-given.ts';
import type { Span } from '../../core/mail/span.ts';
import { wordsOf } from '../../core/mail/words.ts';
import { mail, school } from '../support/mail.ts';

interface Gold extends Span {
  readonly type: string;
  readonly personal: 'yes' | 'no' | 'unclear';
  readonly text: string;
}

/** One text whose details a person has marked. */
export interface Marked {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly spans: readonly Gold[];
  readonly traps: readonly (Span & { readonly text: string; readonly why: string })[];
  readonly annotated_types: readonly string[];
}

/** What was found of the private details, and what was flagged wrongly. */
export interface Score {
  readonly hit: number;
  readonly missed: number;
  readonly wrong: number;
  /** Flagged where nothing is marked at all. */
  readonly stray: number;
}

export type Seen = (text: string) => readonly Span[];

/** What the two rules show of a teacher's mail to a parent. */
export function seenByRules(text: string): readonly Span[] {
  const message = mail({ to: ['parent.one@family.example'], text });
  return review(message, school, [ownDetailsGiven, othersDetailsGiven]).findings.flatMap(({ evidence }) =>
    evidence.flatMap(each => ('start' in each && each.in === 'text' ? [each] : []))
  );
}

/** What the engine itself takes for private. */
export function seenAlone(text: string): readonly Span[] {
  return detailsIn(text, wordsOf(text));
}

export function markedIn(shared: URL): readonly Marked[] {
  return readFileSync(new URL('corpora/personal-details/dev.jsonl', shared), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Marked);
}

/** Holds what is flagged to what is marked: overlapping a `yes` is a hit, a `no` or a trap a false alarm; `unclear` does not count. */
export function scoreOf(rows: readonly Marked[], see: Seen, type?: string, report?: (line: string) => void): Score {
  const score = { hit: 0, missed: 0, wrong: 0, stray: 0 };
  for (const { id, text, spans, traps, annotated_types } of rows) {
    const counted = spans.filter(span => annotated_types.includes(span.type) && (!type || span.type === type));
    const seen = see(text);
    const overlaps = (a: Span) => (b: Span) => a.start < b.end && b.start < a.end;
    for (const gold of counted) {
      if (gold.personal !== 'yes') continue;
      if (seen.some(overlaps(gold))) score.hit += 1;
      else {
        score.missed += 1;
        report?.(`missed ${id} ${gold.type} ${JSON.stringify(text.slice(Math.max(0, gold.start - 40), gold.end + 20))}`);
      }
    }
    for (const flag of seen) {
      if (spans.some(gold => gold.personal !== 'no' && overlaps(gold)(flag))) continue;
      const wrong = counted.some(overlaps(flag)) || (!type && traps.some(overlaps(flag)));
      if (wrong) score.wrong += 1;
      else if (!type && !spans.some(overlaps(flag))) score.stray += 1;
      if (wrong || !spans.some(overlaps(flag)))
        report?.(
          `${wrong ? 'wrong' : 'stray'} ${id} ${JSON.stringify(text.slice(Math.max(0, flag.start - 60), flag.start))} [[${text.slice(flag.start, flag.end)}]]`
        );
    }
  }
  return score;
}

/** The harmonic mean of precision and recall; strays count as wrong when `strictly`. */
export function f1({ hit, missed, wrong, stray }: Score, strictly = false): number {
  return (2 * hit) / (2 * hit + missed + wrong + (strictly ? stray : 0) || 1);
}

/** Precision, recall and F1 of private details on the marked texts: by the rules and by the engine alone, then by type and by kind of text. */
export async function personalDetailsFigures(shared: URL): Promise<readonly string[]> {
  const rows = markedIn(shared);
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const types = [...new Set(rows.flatMap(({ annotated_types }) => annotated_types))];
  return [
    lineOf('all, by the rules', scoreOf(rows, seenByRules)),
    lineOf('all, by the engine alone', scoreOf(rows, seenAlone)),
    ...types.map(type => lineOf(`  ${type.toLowerCase()}`, scoreOf(rows, seenByRules, type))),
    ...kinds.map(kind =>
      lineOf(
        `  ${kind}`,
        scoreOf(
          rows.filter(row => row.kind === kind),
          seenByRules
        )
      )
    )
  ];
}

function lineOf(name: string, score: Score): string {
  const { hit, missed, wrong, stray } = score;
  const part = (of: number): string => (of === 0 ? '   –' : (hit / of).toFixed(3));
  return `${name.padEnd(26)} precision ${part(hit + wrong)} recall ${part(hit + missed)} F1 ${hit + missed === 0 ? '   –' : f1(score).toFixed(3)} (${hit} found, ${missed} missed, ${wrong} wrong, ${stray} beside anything marked)`;
}
