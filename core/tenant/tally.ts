import type { Share, Subject } from './check.ts';

/** How many subjects a result names; the rest it counts. */
const named = 500;

/** Counts things that hold and things that do not, and remembers the first of the latter. */
export interface Tally {
  held: number;
  of: number;
  readonly first: Subject[];
}

/** An empty tally. */
export function tally(): Tally {
  return { held: 0, of: 0, first: [] };
}

/** Counts one thing in. */
export function count(counted: Tally, holds: boolean, subject: () => Subject): void {
  counted.of += 1;
  if (holds) counted.held += 1;
  else if (counted.first.length < named) counted.first.push(subject());
}

/** What a result says of it. */
export function counts({ held, of, first }: Tally): {
  readonly share: Share;
  readonly subjects: { readonly count: number; readonly first: readonly Subject[] };
} {
  return { share: { held, of }, subjects: { count: of - held, first } };
}
