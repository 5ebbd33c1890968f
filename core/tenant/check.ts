import type { DutyId } from '../duties.ts';
import type { Text } from '../locale.ts';
import type { Parts } from './snapshot.ts';

/** What a check points at, so that a person can find and mend it. */
export interface Subject {
  readonly kind: 'mailbox' | 'user' | 'device' | 'setting';
  readonly id: string;
}

/** What a check found in the parts that it read. */
export type Outcome = { readonly outcome: 'pass' } | { readonly outcome: 'fail'; readonly subjects: readonly [Subject, ...Subject[]] };

/** A check decides, from the parts that it names, whether a tenant keeps the duties that it cites. */
export interface Check<P extends keyof Parts = keyof Parts> {
  readonly id: string;
  readonly title: Text;
  readonly duties: readonly [DutyId, ...DutyId[]];
  readonly severity: 'low' | 'medium' | 'high';
  readonly reads: readonly P[];
  readonly judge: (parts: Pick<Parts, P>) => Outcome;
}

/** Ties `judge` to the parts that `reads` names: another part does not compile. */
export function check<const P extends keyof Parts>(definition: Check<P>): Check {
  return definition;
}

/** Fails on these subjects; passes where there are none. */
export function none(subjects: readonly Subject[]): Outcome {
  const [first, ...rest] = subjects;
  return first ? { outcome: 'fail', subjects: [first, ...rest] } : { outcome: 'pass' };
}
