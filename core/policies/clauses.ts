import type { DutyId } from '../duties.ts';
import type { Party, Policy } from './policy.ts';

/** How a policy names one clause. */
export interface ClauseName {
  readonly id: string;
  readonly section: string;
}

/** Who writes mail for the school. What binds pupils, parents or the school as a body is not theirs to be reminded of. */
const writers: readonly Party[] = ['staff', 'head', 'coordinator', 'governor', 'visitor'];

/** The clauses of a policy that ask a duty of those who write mail, in the policy's order. Advice asks for nothing and is left out. */
export function clausesByDuty(policy: Policy): { readonly [D in DutyId]?: readonly ClauseName[] } {
  const clauses: { [D in DutyId]?: ClauseName[] } = {};
  for (const { id, section, binds, duties, standing } of policy.clauses) {
    if (standing === 'advice' || !binds.some(party => writers.indexOf(party) >= 0)) continue;
    for (const duty of duties) {
      const named = clauses[duty] || [];
      if (!named.some(clause => clause.id === id)) named.push({ id, section });
      clauses[duty] = named;
    }
  }
  return clauses;
}
