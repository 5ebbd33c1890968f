import type { DutyId } from '../../core/duties.ts';
import type { Locale } from '../../core/locale.ts';
import type { ClauseRef, MailPolicy } from '../../core/mail/policy.ts';
import { models } from '../../core/policies/models/index.ts';
import { type Policy, wordsOf } from '../../core/policies/policy.ts';
import { exampleSchool } from './school.ts';

/** The policies one can choose, by their ids and titles. */
export function choices(locale: Locale): readonly { readonly id: string; readonly title: string }[] {
  return models.map(({ id, title, languages }) => ({ id, title: wordsOf(title, locale, languages) }));
}

/** The example school's mail policy as if the school had adopted this one; the first, where there is none of that name. */
export function schoolUnder(id: string): MailPolicy {
  const policy = modelOf(id);
  return { ...exampleSchool, version: policy.id, clauses: clausesOf(policy) };
}

/** What a clause of a policy says, or an empty string. */
export function clauseText(policyId: string, clauseId: string, locale: Locale): string {
  const { clauses, languages } = modelOf(policyId);
  const clause = clauses.find(({ id }) => id === clauseId);
  return clause ? wordsOf(clause.text, locale, languages) : '';
}

function modelOf(id: string): Policy {
  return models.find(model => model.id === id) ?? models[0]!;
}

/** The clauses that bind those who send mail for the school, by the duties they ask for. */
function clausesOf({ clauses }: Policy): MailPolicy['clauses'] {
  const byDuty: { [D in DutyId]?: ClauseRef[] } = {};
  for (const { id, section, binds, duties, standing } of clauses) {
    if (standing === 'advice' || !binds.some(party => party === 'staff' || party === 'head' || party === 'governor' || party === 'visitor'))
      continue;
    for (const duty of duties) (byDuty[duty] ??= []).push({ id, section });
  }
  return byDuty;
}
