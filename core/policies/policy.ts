import type { DutyId } from '../duties.ts';
import type { Locale } from '../locale.ts';
import type { Positions } from './topics.ts';

/** Whom a clause can bind. `visitor` takes in contractors, volunteers and other authorised users; `school` is the school as a body. */
export const parties = ['staff', 'head', 'coordinator', 'governor', 'visitor', 'pupil', 'parent', 'school'] as const;
export type Party = (typeof parties)[number];

/** The school's own words: in the policy's first language, or by language. */
export type Wording = string | { readonly [L in Locale]?: string };

/** One numbered statement of a policy. */
export interface Clause {
  /** The document's own number, or section and position: `12`, `12.a`, `E-mail.3`. No two of a policy are the same. */
  readonly id: string;
  /** The heading under which it stands; empty where the document has none. */
  readonly section: string;
  readonly text: Wording;
  readonly binds: readonly Party[];
  /** What it asks for. None: it is guidance, a statement or a notice that asks nothing of anybody. */
  readonly duties: readonly DutyId[];
  /** `advice` binds nobody: a union's page bound in with the policy. Left out: it is part of the policy. */
  readonly standing?: 'advice';
  /** Where it stands on what schools decide differently. */
  readonly positions?: Positions;
}

/** A text that a school adopted, clause by clause; also what stands in a `policy.yaml`. */
export interface Policy {
  /** Lower case letters, digits and hyphens: `st-norberts`. */
  readonly id: string;
  readonly title: Wording;
  /** The languages of its text, the one that people sign first. */
  readonly languages: readonly [Locale, ...Locale[]];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exactly as is known. */
  readonly adoptedOn?: string;
  readonly reviewDue?: string;
  readonly clauses: readonly Clause[];
}

/** What a wording reads in one language: the text itself, else the policy's first language, else an empty string. */
export function wordsOf(wording: Wording, locale: Locale, languages: readonly Locale[] = []): string {
  if (typeof wording === 'string') return wording;
  for (const language of [locale, ...languages]) {
    const words = wording[language];
    if (words !== undefined) return words;
  }
  return '';
}
