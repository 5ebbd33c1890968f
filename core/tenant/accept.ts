import type { Result } from './audit.ts';

/** A risk that the school has decided to live with: who answers for it, why, and until when (`YYYY-MM-DD`, that day included). */
export interface Accepted {
  readonly check: string;
  readonly until: string;
  readonly owner: string;
  readonly because: string;
}

/** A result, and the risk that was accepted for it, if it still is. `ranOut` is one that has run out: it counts no more, and somebody should say so. */
export type Judged = Result & { readonly accepted?: Accepted; readonly ranOut?: Accepted };

/** States in which there is something to put right. */
export const wrong: readonly Result['state'][] = ['fail', 'partial'];

/** Ties accepted risks to results. What was accepted and is no longer wrong is left alone. `today` is `YYYY-MM-DD` by the school's clock. */
export function accept(results: readonly Result[], accepted: readonly Accepted[], today: string): readonly Judged[] {
  return results.map((result): Judged => {
    const mine = accepted.filter(({ check }) => check === result.id);
    if (mine.length === 0 || wrong.indexOf(result.state) < 0) return result;
    const last = mine.reduce((latest, each) => (each.until > latest.until ? each : latest));
    return last.until >= today ? { ...result, accepted: last } : { ...result, ranOut: last };
  });
}
