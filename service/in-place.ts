import { about as approvalAbout } from '../core/approvals/kinds.ts';
import type { DutyId } from '../core/duties.ts';
import type { Category } from '../core/incidents/incident.ts';
import type { MailPolicy } from '../core/mail/policy.ts';
import type { Rule } from '../core/mail/rule.ts';
import { rules as everyRule } from '../core/mail/rules/index.ts';
import type { Controls, Serving } from '../core/policies/map.ts';
import { about as registerAbout } from '../core/registers/kinds.ts';
import type { Result } from '../core/tenant/audit.ts';
import type { InUse } from './in-use.ts';

/** Where a school keeps the signatures under a policy: on paper, or in Beadle's ledger. */
export type Signing = 'paper' | 'ledger';

/**
 * What serves duties at this school today, and what could once everything is switched on. Today there are the mail rules that are on, signatures, and, of
 * `audited`, the checks that could judge, whatever they said; of `used`, what people can report or ask leave for, and the registers that hold something.
 */
export function controlsOf(
  policy: Pick<MailPolicy, 'rules'> = { rules: {} },
  rules: readonly Rule[] = everyRule,
  signing: Signing = 'paper',
  audited: readonly Pick<Result, 'id' | 'duties' | 'state'>[] = [],
  used?: InUse
): Controls {
  const signature: Serving = { control: 'signature', by: signing, duties: 'every' };
  return {
    today: [
      ...rules.flatMap(rule => servingOf(rule, policy.rules[rule.id] ?? {})),
      ...audited.filter(hasLooked).map(lookedAt),
      ...(used ? usedAt(used) : []),
      signature
    ],
    offered: [
      ...rules.map(({ id, duties }): Serving => ({ control: 'mail-rule', by: id, duties })),
      ...(['tenant-check', 'schedule', 'approval', 'incident', 'register', 'signature'] as const).map(
        (control): Serving => ({ control, by: control, duties: 'every' })
      )
    ]
  };
}

const reporting: { readonly [C in Category]?: readonly DutyId[] } = {
  'accidental-access': ['report-unsuitable-material'],
  'offensive-mail': ['report-bad-mail'],
  'lost-device': ['report-loss'],
  virus: ['report-viruses'],
  'password-known': ['report-loss'],
  misuse: ['report-concerns', 'report-concerns-about-staff'],
  'data-breach': ['handle-data-breaches', 'report-loss']
};

/** What is in use, by the duties that it serves: what is reported is logged each time in the same way. */
function usedAt({ incidents, lead, approvals, registers }: InUse): readonly Serving[] {
  return [
    ...incidents.map(
      (category): Serving => ({
        control: 'incident',
        by: `incident/${category}`,
        duties: [...(reporting[category] ?? []), 'log-incidents']
      })
    ),
    // Nothing of a child is kept here: whoever begins to report it is told whom to speak to now.
    ...(lead && incidents.length > 0 ? [{ control: 'incident', by: 'incident', duties: ['report-child-concerns'] } satisfies Serving] : []),
    ...approvals.map((kind): Serving => ({ control: 'approval', by: `approval/${kind}`, duties: approvalAbout[kind].duties })),
    ...(approvals.includes('equipment')
      ? [{ control: 'register', by: 'approval/equipment', duties: ['sign-out-equipment'] } satisfies Serving]
      : []),
    ...registers.flatMap((kind): readonly Serving[] => [
      { control: 'register', by: `register/${kind}`, duties: registerAbout[kind].duties },
      { control: 'schedule', by: `register/${kind}`, duties: registerAbout[kind].schedules }
    ])
  ];
}

/** A check that nobody answered looks after nothing. */
function hasLooked({ state }: Pick<Result, 'state'>): boolean {
  return state === 'pass' || state === 'fail' || state === 'partial' || state === 'not-configured';
}

function lookedAt({ id, duties }: Pick<Result, 'id' | 'duties'>): Serving {
  return { control: 'tenant-check', by: id, duties };
}

/** What one rule serves as this school has set it; nothing where it is off. A rule that looks at parents alone serves no clause on governors. */
function servingOf(rule: Rule, decided: MailPolicy['rules'][string]): readonly Serving[] {
  const { id: by, duties, action } = rule;
  if ((decided.action ?? action) === 'off') return [];
  const chosen = (name: string): readonly string[] => {
    const value = decided[name] ?? rule.settings[name]?.default;
    return (Array.isArray(value) ? value : [value]).filter(each => typeof each === 'string');
  };
  const whole: Serving = { control: 'mail-rule', by, duties };
  switch (by) {
    case 'head-not-copied': {
      const left = copied.filter(([audience]) => !chosen('audiences').includes(audience)).map(([, position]) => position);
      return [{ ...whole, except: { 'head-in-copy': left } }];
    }
    case 'own-details-given': {
      const left = kept.filter(([audience]) => !chosen('to').includes(audience)).map(([, position]) => position);
      return [{ ...whole, except: { 'own-details-kept-from': left } }];
    }
    case 'outside-not-authorised':
      if (chosen('scope').includes('off')) return [];
      return [chosen('scope').includes('all') ? whole : { ...whole, except: { 'outside-mail': 'all' } }];
    default:
      return [whole];
  }
}

const copied = [
  ['parent', 'parents'],
  ['governor', 'governors'],
  ['agency', 'agencies']
] as const;

const kept = [
  ['pupil', 'pupils'],
  ['parent', 'parents'],
  ['outsider', 'everybody']
] as const;
