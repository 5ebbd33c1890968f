import type { Text } from '../locale.ts';
import type { Person, Role } from './person.ts';
import type { Party } from './policy.ts';

/** What is asked of a signer besides the typed name. */
export const fields = ['job-title', 'class', 'relationship'] as const;
export type Field = (typeof fields)[number];

/** `once`: one signature for good. `on-change`: again at each major version that changes a clause of theirs. `yearly`: that, and again from 1 September. */
export const renewals = ['once', 'on-change', 'yearly'] as const;
export type Renewal = (typeof renewals)[number];

/** Which people. */
export type Who =
  | { readonly role: Role }
  | { readonly group: string }
  | { readonly person: string }
  | { readonly any: readonly Who[] }
  | { readonly all: readonly Who[] }
  | { readonly not: Who };

/** School days that somebody has, from the day on which they are asked: everybody today, a joiner, and the yearly renewal (from 1 September). */
export interface Deadlines {
  readonly now: number;
  readonly joiner: number;
  readonly renewal: number;
}

/** People who sign alike: the same sentence, the same fields, the same renewal. */
export interface Audience {
  /** Lower case letters, digits and hyphens: `governors`. */
  readonly id: string;
  readonly title: Text;
  readonly who: Who;
  /** Whom of the policy's parties they are: a major version that changes no clause of theirs does not ask them again. */
  readonly binds: readonly Party[];
  /** The sentence that they agree to, word for word. */
  readonly consent: Text;
  readonly fields: readonly Field[];
  readonly renewal: Renewal;
  /** `child`: a parent signs for each child. */
  readonly per: 'person' | 'child';
  readonly deadlines: Deadlines;
}

/** Whether somebody is one of these. A parent of a child is one whatever else they are. */
export function isOneOf(person: Person, who: Who): boolean {
  if ('role' in who) return person.roles.indexOf(who.role) >= 0;
  if ('group' in who) return person.groups.some(group => group.toLowerCase() === who.group.toLowerCase());
  if ('person' in who) return person.id === who.person;
  if ('any' in who) return who.any.some(each => isOneOf(person, each));
  if ('all' in who) return who.all.every(each => isOneOf(person, each));
  return !isOneOf(person, who.not);
}
