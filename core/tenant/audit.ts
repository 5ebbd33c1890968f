import { judge, type Unjudged } from '../judge.ts';
import type { Check, Outcome } from './check.ts';
import type { Snapshot } from './snapshot.ts';

export type Result = Pick<Check, 'id' | 'duties' | 'severity'> & (Outcome | ({ readonly outcome: 'unknown' } & Unjudged));

/** Judges one snapshot. A check whose parts are missing is `unknown`, never `pass`. */
export function audit(snapshot: Snapshot, checks: readonly Check[]): readonly Result[] {
  return checks.map((check): Result => {
    const { id, duties, severity } = check;
    const judged = judge(check, snapshot.parts, undefined);
    return 'answer' in judged
      ? { id, duties, severity, ...judged.answer }
      : { id, duties, severity, outcome: 'unknown', ...judged.unjudged };
  });
}
