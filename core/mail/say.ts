import { dateIn } from '../dates.ts';
import { fill, type Locale, type Text, type Values } from '../locale.ts';
import type { Action } from './policy.ts';
import { headWords, remedyWords } from './remedy.ts';
import type { Finding } from './review.ts';
import type { Rule } from './rule.ts';
import { rules as everyRule } from './rules/index.ts';

/** What a finding asks of the sender, in a word or two. */
export const actionWords: { readonly [A in Action]: Text } = {
  advise: { en: 'Advice', cy: 'Cyngor' },
  confirm: { en: 'Please confirm', cy: 'Cadarnhewch' },
  block: { en: 'Not allowed', cy: 'Ni chaniateir' }
};

/** What a person reads of one finding. */
export interface Said {
  readonly sentence: string;
  /** Which clause of the school's policy asks for it, or an empty string. */
  readonly clause: string;
  /** What the button says, or an empty string where one click puts nothing right. */
  readonly remedy: string;
}

/** Puts a finding into words. */
export function say(finding: Finding, locale: Locale, rules: readonly Rule[] = everyRule): Said {
  const rule = rules.find(({ id }) => id === finding.rule);
  const text = rule && rule.messages[finding.message];
  const remedy = finding.remedy;
  return {
    sentence: text ? fill(text[locale], finding.values, locale) : finding.rule,
    clause: clauseWords(
      finding.clauses.map(({ id }) => id),
      locale
    ),
    remedy: remedy
      ? fill(
          remedyWords[remedy.kind][locale],
          'addresses' in remedy ? { addresses: 'head' in remedy ? headWords : listed(remedy.addresses) } : (remedy as object as Values),
          locale
        )
      : ''
  };
}

const leave: Text = {
  en: 'Approved on {date}, so nothing is asked of you: {title}.',
  cy: 'Cymeradwywyd ar {date}, felly ni ofynnir dim i chi: {title}.'
};

/** Why rules that would have spoken say nothing, one sentence each. */
export function sayApproved(
  approved: readonly { readonly rule: string; readonly on: string }[],
  locale: Locale,
  rules: readonly Rule[] = everyRule
): readonly string[] {
  return approved.map(({ rule, on }) => {
    const found = rules.filter(({ id }) => id === rule)[0];
    return fill(leave[locale], { date: dateIn(locale, on), title: found ? found.title[locale] : rule });
  });
}

function clauseWords(ids: readonly string[], locale: Locale): string {
  const word = locale === 'cy' ? (ids.length > 1 ? 'Cymalau' : 'Cymal') : ids.length > 1 ? 'Clauses' : 'Clause';
  return ids.length === 0 ? '' : `${word} ${ids.join(', ')}`;
}

function listed(addresses: readonly string[]): string {
  return addresses.length > 2 ? `${addresses[0]} + ${addresses.length - 1}` : addresses.join(', ');
}
