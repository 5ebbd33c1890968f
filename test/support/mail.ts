import assert from 'node:assert/strict';
import { judge } from '../../core/judge.ts';
import { locales } from '../../core/locale.ts';
import { readFacts } from '../../core/mail/facts.ts';
import type { Address, Attachment, Message, Thread } from '../../core/mail/message.ts';
import type { MailPolicy } from '../../core/mail/policy.ts';
import { applied, type Remedy } from '../../core/mail/remedy.ts';
import type { Breach, Rule } from '../../core/mail/rule.ts';
import { decide } from '../../core/mail/settings.ts';

/** An invented school. British Summer Time ended on 25 October 2026 and begins again on 28 March 2027. */
export const school: MailPolicy = {
  version: 'test',
  school: 'Example Primary School',
  domains: { staff: ['school.example'], pupils: ['pupils.school.example'] },
  people: {
    headteacher: ['head@school.example', 'headteacher@school.example'],
    deputies: ['deputy@school.example'],
    coordinator: ['esafety@school.example'],
    dsl: ['dsl@school.example'],
    chairOfGovernors: ['chair@governors.example']
  },
  directory: {
    'parent.one@family.example': [{ audience: 'parent', name: 'Parent One', household: 'h1' }],
    'parent.two@family.example': [{ audience: 'parent', name: 'Parent Two', household: 'h1' }],
    'parent.three@home.example': [{ audience: 'parent', name: 'Parent Three', household: 'h2' }],
    'parent.four@home.example': [{ audience: 'parent', name: 'Parent Four', household: 'h3' }],
    'chair@governors.example': [{ audience: 'governor', name: 'Chair Governor' }],
    'worker@council.example': [{ audience: 'agency', name: 'Agency Worker' }],
    'kit.sample@pupils.school.example': [{ audience: 'pupil', name: 'Kit Sample', household: 'h1' }]
  },
  exempt: ['lado@council.example'],
  whenUnsure: 'confirm',
  calendar: {
    offsets: [
      { since: Date.UTC(2026, 2, 29, 1), minutes: 60 },
      { since: Date.UTC(2026, 9, 25, 1), minutes: 0 },
      { since: Date.UTC(2027, 2, 28, 1), minutes: 60 }
    ],
    hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
    terms: [{ from: '2026-09-01', to: '2026-12-18' }],
    closed: ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30']
  },
  rules: {},
  clauses: {}
};

interface Draft {
  readonly from?: string | Address;
  readonly to?: readonly (string | Address)[];
  readonly cc?: readonly (string | Address)[];
  readonly bcc?: readonly (string | Address)[];
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly attachments?: readonly (string | Attachment)[];
  readonly thread?: Thread;
  readonly at?: string;
}

/** A message from a teacher, sent on Wednesday 18 November 2026 at 10:00, unless the draft says otherwise. */
export function mail({
  from = 'teacher@school.example',
  to = [],
  cc = [],
  bcc = [],
  subject = '',
  text = '',
  html,
  attachments = [],
  thread,
  at
}: Draft = {}): Message {
  return {
    from: { value: one(from) },
    addressed: { value: { to: to.map(one), cc: cc.map(one), bcc: bcc.map(one) } },
    subject: { value: subject },
    body: { value: html === undefined ? { format: 'text', content: text } : { format: 'html', content: html } },
    attachments: {
      value: attachments.map(file => (typeof file === 'string' ? { name: file, size: 1000, content: { unread: 'unsupported' } } : file))
    },
    thread: { value: thread || { kind: 'new', earlier: { value: [] } } },
    at: { value: at || '2026-11-18T10:00:00Z' }
  };
}

/** An address as a surface gives it: `Name <a@b.example>` or bare. */
export function one(who: string | Address): Address {
  if (typeof who !== 'string') return who;
  const named = /^(.*?)\s*<([^>]*)>$/.exec(who);
  return named ? { name: named[1]!, address: named[2]! } : { name: '', address: who };
}

export function many(count: number, domain: string): readonly string[] {
  return Array.from({ length: count }, (_, i) => `p${i + 1}@${domain}`);
}

interface Case {
  readonly says: string;
  readonly mail: Message;
  /** What this school decided otherwise. */
  readonly policy?: Partial<MailPolicy>;
  /** What this school decided of the rule. */
  readonly settings?: { readonly [name: string]: unknown };
}

/** What one rule sees in one message. */
export function breachesIn(rule: Rule, { mail, policy = {}, settings = {} }: Omit<Case, 'says'>): readonly Breach[] {
  const judged = judge(rule, readFacts(mail, { ...school, ...policy }), decide(rule.settings, settings));
  assert.ok('answer' in judged, `not judged: ${JSON.stringify(judged)}`);
  return judged.answer;
}

/**
 * Holds a rule to the mail that keeps its duties and the mail that breaks them. Of each breach only what is written is compared. Every message
 * of the rule must be shown at least once and find a value for each of its places; evidence must lie inside the message; and a remedy that
 * changes the message must clear the finding.
 */
export function examine(
  rule: Rule,
  {
    keeps,
    breaks
  }: { readonly keeps: readonly Case[]; readonly breaks: readonly (Case & { readonly breaches: readonly Partial<Breach>[] })[] }
): void {
  describe(rule.id, () => {
    for (const each of keeps) it(`keeps: ${each.says}`, () => assert.deepEqual(breachesIn(rule, each), []));
    for (const each of breaks) {
      it(`breaks: ${each.says}`, () => {
        const breaches = breachesIn(rule, each);
        assert.equal(breaches.length, each.breaches.length, JSON.stringify(breaches));
        breaches.forEach((breach, i) => assert.deepEqual({ ...breach, ...each.breaches[i] }, breach));
      });
      it(`is cleared by its remedy: ${each.says}`, () => {
        for (const breach of breachesIn(rule, each)) {
          if (breach.remedy) assert.ok(clears(rule, each, breach, breach.remedy), `${breach.remedy.kind} leaves «${breach.message}»`);
        }
      });
    }
    for (const [id, text] of Object.entries(rule.messages)) {
      it(`shows «${id}» at least once, with every place filled`, () => {
        const shown = breaks.flatMap(each => breachesIn(rule, each)).filter(breach => breach.message === id);
        assert.ok(shown.length > 0);
        for (const locale of locales) {
          for (const [, place] of text[locale].matchAll(/\{([a-zA-Z]+)\}/g)) {
            assert.ok(
              shown.every(({ values = {} }) => values[place!] !== undefined),
              `${locale}: no value for {${place}}`
            );
          }
        }
      });
    }
  });
}

function clears(rule: Rule, each: Case, breach: Breach, remedy: Remedy): boolean {
  return !breachesIn(rule, { ...each, mail: applied(remedy, each.mail) }).some(
    left => left.message === breach.message && sameEvidence(left, breach)
  );
}

function sameEvidence(a: Breach, b: Breach): boolean {
  return JSON.stringify(a.evidence[0]) === JSON.stringify(b.evidence[0]);
}
