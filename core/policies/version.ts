import type { Locale } from '../locale.ts';
import type { Clause, Wording } from './policy.ts';

/** The exact text that people sign in one language. */
export interface SignedText {
  readonly text: string;
  /** SHA-256 of the text as UTF-8, 64 hexadecimal digits; and of its PDF. */
  readonly sha256: string;
  readonly pdfSha256: string;
}

/** A published text, fixed for ever. A `major` version asks again those whose clauses changed; a `minor` one asks nobody. */
export interface Version {
  /** The policy's id. */
  readonly policy: string;
  readonly major: number;
  readonly minor: number;
  readonly title: Wording;
  /** The languages of its text, the first first. */
  readonly languages: readonly [Locale, ...Locale[]];
  readonly clauses: readonly Clause[];
  readonly texts: { readonly [L in Locale]?: SignedText };
  /** Ids of the audiences that sign it. */
  readonly audiences: readonly string[];
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
}
