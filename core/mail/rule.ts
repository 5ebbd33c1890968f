import type { DutyId } from '../duties.ts';
import type { Text, Values } from '../locale.ts';
import type { Facts, Field } from './facts.ts';
import type { Action } from './policy.ts';
import type { Remedy } from './remedy.ts';
import type { Decided, Settings } from './settings.ts';

/**
 * Where in the message the sender should look. Never the words themselves. `start` and `end` are UTF-16 offsets into the subject or into the
 * body's text as `Prose.text` gives it; `what` names the kind of thing found there.
 */
export type Evidence =
  | { readonly in: Field | 'from'; readonly address: string }
  | { readonly in: 'subject' | 'text'; readonly start: number; readonly end: number; readonly what?: string }
  | { readonly in: 'attachment'; readonly name: string };

/** One breach that a rule saw. */
export interface Breach<Id extends string = string> {
  readonly message: Id;
  readonly values?: Values;
  readonly evidence: readonly [Evidence, ...Evidence[]];
  /** What one click puts right. Absent where only the sender can. */
  readonly remedy?: Remedy;
}

/** A rule decides, from the facts that it names, whether one message keeps the duties that it cites. */
export interface Rule<F extends keyof Facts = keyof Facts, Id extends string = string, S extends Settings = Settings> {
  readonly id: string;
  readonly title: Text;
  readonly duties: readonly [DutyId, ...DutyId[]];
  /** What a breach asks of the sender, unless the school's policy says otherwise. */
  readonly action: Action | 'off';
  readonly reads: readonly F[];
  readonly settings: S;
  readonly messages: { readonly [M in Id]: Text };
  readonly judge: (facts: Pick<Facts, F>, decided: Decided<S>) => readonly Breach<NoInfer<Id>>[];
}

/** Ties `judge` to the rule's own facts, settings and message ids: another's, or a misspelt one, does not compile. */
export function rule<const F extends keyof Facts, const Id extends string, const S extends Settings>(definition: Rule<F, Id, S>): Rule {
  return definition as unknown as Rule;
}

/** The evidence of a breach, where there is any. */
export function some(evidence: readonly Evidence[]): readonly [Evidence, ...Evidence[]] | undefined {
  const [first, ...rest] = evidence;
  return first && [first, ...rest];
}
