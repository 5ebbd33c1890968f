import type { Locale } from '../../core/locale.ts';
import type { MailPolicy } from '../../core/mail/policy.ts';
import { clausesByDuty } from '../../core/policies/clauses.ts';
import { models } from '../../core/policies/models/index.ts';
import { type Policy, type Wording, wordsOf } from '../../core/policies/policy.ts';
import { exampleSchool } from './school.ts';

/** The policy the page begins with: the one that says most about mail. */
export const firstChoice = 'employees-and-contractors';

/** The policies one can choose, by their ids and titles, each title with the language it is in. */
export function choices(locale: Locale): readonly { readonly id: string; readonly title: string; readonly lang: Locale }[] {
  return models.map(({ id, title, languages }) => ({
    id,
    title: wordsOf(title, locale, languages),
    lang: languageOf(title, locale, languages)
  }));
}

/** The example school's mail policy as if the school had adopted this one; the first, where there is none of that name. */
export function schoolUnder(id: string): MailPolicy {
  const policy = modelOf(id);
  return { ...exampleSchool, version: policy.id, clauses: clausesByDuty(policy) };
}

/** What a clause of a policy says, and in which language; an empty string where the policy has no such clause. */
export function clauseText(policyId: string, clauseId: string, locale: Locale): { readonly text: string; readonly lang: Locale } {
  const { clauses, languages } = modelOf(policyId);
  const clause = clauses.find(({ id }) => id === clauseId);
  return clause
    ? { text: wordsOf(clause.text, locale, languages), lang: languageOf(clause.text, locale, languages) }
    : { text: '', lang: locale };
}

function languageOf(wording: Wording, locale: Locale, [first]: Policy['languages']): Locale {
  return typeof wording !== 'string' && wording[locale] !== undefined ? locale : first;
}

function modelOf(id: string): Policy {
  return models.find(model => model.id === id) ?? models[0]!;
}
