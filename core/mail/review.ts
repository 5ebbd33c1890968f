import type { DutyId } from '../duties.ts';
import { judge, type Unjudged } from '../judge.ts';
import { readFacts } from './facts.ts';
import { gapsIn } from './gaps.ts';
import type { Message } from './message.ts';
import { type Action, actions, type ClauseRef, type MailPolicy } from './policy.ts';
import type { Breach, Rule } from './rule.ts';
import { rules as everyRule } from './rules/index.ts';
import { decide } from './settings.ts';

/** A breach, with the rule that saw it, the duties it touches, the school's own clauses for them, and what it asks of the sender. */
export type Finding = Breach & {
  readonly rule: string;
  readonly duties: readonly DutyId[];
  readonly clauses: readonly ClauseRef[];
  readonly action: Action;
};

export interface Verdict {
  /** The version of the policy that judged. */
  readonly policy: string;
  readonly action: Action | 'allow';
  /** Strictest first; of equal ones, in the order of the rules. */
  readonly findings: readonly Finding[];
  /** The rules that did not judge, and why. An unread message is not a clean one. */
  readonly unjudged: readonly (Unjudged & { readonly rule: string })[];
}

/** Judges one outgoing message. Pure and synchronous: the same message and policy give the same verdict everywhere. */
export function review(message: Message, policy: MailPolicy, rules: readonly Rule[] = everyRule): Verdict {
  const facts = readFacts(message, policy);
  const gaps = gapsIn(message, policy);
  const findings: Finding[] = [];
  const unjudged: (Unjudged & { rule: string })[] = [];
  for (const rule of rules) {
    const school = policy.rules[rule.id] || {};
    const action = school.action || rule.action;
    if (action === 'off') continue;
    const judged = judge(rule, facts, decide(rule.settings, school));
    if ('unjudged' in judged) unjudged.push({ rule: rule.id, ...judged.unjudged });
    else {
      // What is there was judged; to have found nothing in it says nothing of what is missing.
      const gap = judged.answer.length === 0 ? gaps.filter(({ part }) => rule.reads.indexOf(part) >= 0)[0] : undefined;
      if (gap) unjudged.push({ rule: rule.id, ...gap });
      for (const breach of judged.answer) {
        findings.push({ ...breach, rule: rule.id, duties: rule.duties, clauses: clausesFor(rule.duties, policy), action });
      }
    }
  }
  const ordered = actions
    .slice()
    .reverse()
    .reduce<Finding[]>((sorted, action) => sorted.concat(findings.filter(finding => finding.action === action)), []);
  const unsure = unjudged.some(({ because }) => because !== 'unsupported' && because !== 'not-read');
  const worst = ordered[0] ? ordered[0].action : 'allow';
  return {
    policy: policy.version,
    action: unsure && (worst === 'allow' || worst === 'advise') && policy.whenUnsure === 'confirm' ? 'confirm' : worst,
    findings: ordered,
    unjudged
  };
}

function clausesFor(duties: readonly DutyId[], policy: MailPolicy): readonly ClauseRef[] {
  const clauses: ClauseRef[] = [];
  for (const duty of duties) {
    for (const clause of policy.clauses[duty] || []) if (!clauses.some(({ id }) => id === clause.id)) clauses.push(clause);
  }
  return clauses;
}
