import type { DutyId } from '../duties.ts';
import type { Policy } from './policy.ts';

/** How a policy names one clause. */
export interface ClauseName {
  readonly id: string;
  readonly section: string;
}

/** The clauses of a policy that ask for each duty, in the policy's order. Advice asks for nothing and is left out. */
export function clausesByDuty(policy: Policy): { readonly [D in DutyId]?: readonly ClauseName[] } {
  const clauses: { [D in DutyId]?: ClauseName[] } = {};
  for (const { id, section, duties, standing } of policy.clauses) {
    if (standing === 'advice') continue;
    for (const duty of duties) {
      const named = clauses[duty] || [];
      if (!named.some(clause => clause.id === id)) named.push({ id, section });
      clauses[duty] = named;
    }
  }
  return clauses;
}
