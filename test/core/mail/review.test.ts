import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judge } from '../../../core/judge.ts';
import { locales } from '../../../core/locale.ts';
import { type Facts, readFacts } from '../../../core/mail/facts.ts';
import type { Message } from '../../../core/mail/message.ts';
import { actions, type MailPolicy } from '../../../core/mail/policy.ts';
import { recordOf } from '../../../core/mail/record.ts';
import { applied } from '../../../core/mail/remedy.ts';
import { review } from '../../../core/mail/review.ts';
import type { Breach, Evidence, Rule } from '../../../core/mail/rule.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import { say } from '../../../core/mail/say.ts';
import { decide } from '../../../core/mail/settings.ts';
import { mail, many, school } from '../../support/mail.ts';
import { anyMessage, anySchool, anyUnreadMessage, strictSchool } from '../../support/messages.ts';

const crowd = mail({ to: many(5, 'x.example') });
const runs = { numRuns: 600 };

/** A rule that sees one breach in every message it can read, or fails. */
function made(id: string, action: Rule['action'], see: 'breach' | 'nothing' | 'fault', reads: readonly (keyof Facts)[] = []): Rule {
  return {
    ...rules[0]!,
    id,
    action,
    reads,
    settings: {},
    messages: { seen: { en: 'Seen.', cy: 'Gwelwyd.' } },
    judge: () => {
      if (see === 'fault') throw new TypeError('secret words');
      return see === 'breach' ? [{ message: 'seen', evidence: [{ in: 'from', address: 'a@school.example' }] }] : [];
    }
  };
}

describe('review', () => {
  it('asks what the strictest finding asks', () => {
    const verdict = review(crowd, school, [made('a', 'advise', 'breach'), made('b', 'block', 'breach'), made('c', 'confirm', 'breach')]);
    assert.equal(verdict.action, 'block');
    assert.deepEqual(
      verdict.findings.map(({ rule }) => rule),
      ['b', 'c', 'a']
    );
  });
  it('keeps the order of the rules among findings of one strictness', () => {
    const verdict = review(crowd, school, [made('z', 'confirm', 'breach'), made('y', 'advise', 'breach'), made('x', 'confirm', 'breach')]);
    assert.deepEqual(
      verdict.findings.map(({ rule }) => rule),
      ['z', 'x', 'y']
    );
  });
  it('allows what no rule minds', () => {
    const verdict = review(crowd, school, [made('a', 'block', 'nothing')]);
    assert.deepEqual(verdict, { policy: 'test', action: 'allow', findings: [], unjudged: [] });
  });
  it('lets the school turn a rule off, on and stricter', () => {
    const decided = (action: 'off' | 'block') => review(crowd, { ...school, rules: { a: { action } } }, [made('a', 'confirm', 'breach')]);
    assert.deepEqual(decided('off').findings, []);
    assert.equal(decided('block').action, 'block');
    assert.equal(review(crowd, { ...school, rules: { a: { action: 'advise' } } }, [made('a', 'off', 'breach')]).action, 'advise');
    assert.equal(review(crowd, school, [made('a', 'off', 'breach')]).action, 'allow');
  });
  it('names the school’s own clauses, each once', () => {
    const clauses = {
      'check-recipients': [{ id: '4', section: 'E-mail' }],
      'protect-personal-data': [
        { id: '4', section: 'E-mail' },
        { id: '7', section: 'Data' }
      ]
    };
    const rule: Rule = { ...made('a', 'confirm', 'breach'), duties: ['check-recipients', 'protect-personal-data'] };
    assert.deepEqual(review(crowd, { ...school, clauses }, [rule]).findings[0]!.clauses, [
      { id: '4', section: 'E-mail' },
      { id: '7', section: 'Data' }
    ]);
  });

  describe('when it could not judge', () => {
    const failing = made('failing', 'block', 'fault');
    const unsure = (message: Message, policy: Partial<MailPolicy>, ...by: readonly Rule[]) => review(message, { ...school, ...policy }, by);

    it('names the rule that failed, keeps its words to itself and lets the others judge', () => {
      const verdict = unsure(crowd, {}, failing, made('a', 'confirm', 'breach'));
      assert.deepEqual(verdict.unjudged, [{ rule: 'failing', because: 'fault' }]);
      assert.equal(verdict.findings.length, 1);
      assert.doesNotMatch(JSON.stringify(verdict), /secret/);
    });
    for (const [whenUnsure, see, action, asks] of [
      ['confirm', 'nothing', 'confirm', 'confirm'],
      ['confirm', 'breach', 'advise', 'confirm'],
      ['confirm', 'breach', 'block', 'block'],
      ['allow', 'nothing', 'confirm', 'allow'],
      ['allow', 'breach', 'advise', 'advise'],
      ['allow', 'breach', 'block', 'block']
    ] as const) {
      it(`asks «${asks}» where the school says «${whenUnsure}» and another rule ${see === 'breach' ? `asks «${action}»` : 'sees nothing'}`, () =>
        assert.equal(unsure(crowd, { whenUnsure }, failing, made('other', action, see)).action, asks));
    }
    it('is unsure of a part that should have come and did not', () => {
      const message: Message = { ...crowd, addressed: { unread: 'unreachable' } };
      const verdict = unsure(message, {}, made('a', 'confirm', 'nothing', ['recipients']));
      assert.deepEqual(verdict.unjudged, [{ rule: 'a', because: 'unreachable', part: 'recipients' }]);
      assert.equal(verdict.action, 'confirm');
    });
    it('does not ask about a part that this surface never shows, and says so', () => {
      const message: Message = { ...crowd, body: { unread: 'unsupported' } };
      const verdict = unsure(message, {}, made('a', 'confirm', 'nothing', ['prose']));
      assert.deepEqual(verdict.unjudged, [{ rule: 'a', because: 'unsupported', part: 'prose' }]);
      assert.equal(verdict.action, 'allow');
    });
    it('does not guess what a wrong date means', () => {
      const verdict = unsure(mail({ at: 'yesterday' }), {}, made('a', 'confirm', 'nothing', ['moment']));
      assert.deepEqual(verdict.unjudged, [{ rule: 'a', because: 'unreachable', part: 'moment' }]);
    });
  });
});

describe('review of any message', () => {
  it('never throws, whatever could not be read, and no rule fails', () =>
    fc.assert(
      fc.property(anyUnreadMessage, anySchool, (message, policy) => {
        for (const { rule, because } of review(message, policy).unjudged) assert.notEqual(because, 'fault', rule);
      }),
      runs
    ));
  it('says the same each time, and changes neither message nor policy', () =>
    fc.assert(
      fc.property(anyMessage, anySchool, (message, policy) => {
        const before = JSON.stringify([message, policy]);
        const first = review(message, policy);
        assert.deepEqual(review(structuredClone(message), structuredClone(policy)), first);
        assert.equal(JSON.stringify([message, policy]), before);
      }),
      { numRuns: 250 }
    ));
  it('orders findings by strictness, then by the order of the rules', () =>
    fc.assert(
      fc.property(
        anyMessage,
        fc.array(fc.constantFrom(...actions), { minLength: rules.length, maxLength: rules.length }),
        (message, decided) => {
          const own = Object.fromEntries(rules.map((rule, i) => [rule.id, { ...strictSchool.rules[rule.id], action: decided[i]! }]));
          const { findings, action, unjudged } = review(message, { ...strictSchool, rules: own });
          const places = findings.map(
            finding => -actions.indexOf(finding.action) * 1000 + rules.findIndex(rule => rule.id === finding.rule)
          );
          assert.deepEqual(
            places,
            [...places].sort((a, b) => a - b)
          );
          if (findings[0] && unjudged.length === 0) assert.equal(action, findings[0].action);
        }
      ),
      { numRuns: 250 }
    ));
  it('lets its record carry no address and no word of the message', () =>
    fc.assert(
      fc.property(anyMessage, anySchool, (message, policy) => {
        const verdict = review(message, policy);
        const record = recordOf(verdict, { at: '2026-11-18T10:00:00Z', sender: 'p-81c2' });
        const known = new Set(['p-81c2', '2026-11-18T10:00:00Z', policy.version, verdict.action, ...actions, ...rules.map(({ id }) => id)]);
        for (const because of ['fault', 'forbidden', 'unlicensed', 'unreachable', 'unsupported', 'not-read']) known.add(because);
        for (const text of stringsIn(record)) assert.ok(known.has(text), `the record says «${text}»`);
      }),
      { numRuns: 250 }
    ));
});

for (const rule of rules) {
  describe(`${rule.id}, on any message`, () => {
    it('points only at places inside the message', () =>
      fc.assert(
        fc.property(anyMessage, anySchool, (message, policy) => {
          const facts = readFacts(message, policy);
          for (const { evidence } of breaches(rule, message, policy)) for (const each of evidence) assertInside(each, message, facts);
        }),
        runs
      ));
    it('clears what it found when its remedy is applied', () =>
      fc.assert(
        fc.property(anyMessage, anySchool, (message, policy) => {
          for (const breach of breaches(rule, message, policy)) {
            if (!breach.remedy || isHtmlCut(breach, message)) continue;
            const left = breaches(rule, applied(breach.remedy, message), policy);
            assert.ok(
              !left.some(
                other => other.message === breach.message && JSON.stringify(other.evidence[0]) === JSON.stringify(breach.evidence[0])
              ),
              `${breach.remedy.kind} leaves «${breach.message}»`
            );
          }
        }),
        runs
      ));
    it('speaks in whole sentences, and names no exempt address', () =>
      fc.assert(
        fc.property(anyMessage, anySchool, (message, policy) => {
          for (const finding of review(message, policy, [rule]).findings) {
            for (const locale of locales) {
              for (const [, place] of rule.messages[finding.message]![locale].matchAll(/\{([a-zA-Z]+)\}/g))
                assert.ok(finding.values?.[place!] !== undefined, place);
              const { sentence, remedy } = say(finding, locale, [rule]);
              for (const text of [sentence, remedy]) {
                assert.doesNotMatch(text, /undefined|NaN|\[object/);
                for (const exempt of policy.exempt) assert.ok(!text.toLowerCase().includes(exempt), text);
              }
              assert.match(sentence, /[.!?]$/);
            }
          }
        }),
        { numRuns: 250 }
      ));
  });
}

function breaches(rule: Rule, message: Message, policy: MailPolicy): readonly Breach[] {
  const judged = judge(rule, readFacts(message, policy), decide(rule.settings, policy.rules[rule.id]));
  return 'answer' in judged ? judged.answer : [];
}

function assertInside(evidence: Evidence, message: Message, facts: ReturnType<typeof readFacts>): void {
  switch (evidence.in) {
    case 'text':
    case 'subject': {
      const reading = evidence.in === 'text' ? facts.prose! : facts.subject!;
      assert.ok('value' in reading);
      const text = typeof reading.value === 'string' ? reading.value : reading.value.text;
      assert.ok(0 <= evidence.start && evidence.start < evidence.end && evidence.end <= text.length, JSON.stringify(evidence));
      return;
    }
    case 'attachment':
      assert.ok('value' in message.attachments && message.attachments.value.some(({ name }) => name === evidence.name));
      return;
    case 'from':
      assert.ok(facts.sender && 'value' in facts.sender && facts.sender.value.address === evidence.address);
      return;
    default:
      assert.ok(
        facts.recipients &&
          'value' in facts.recipients &&
          facts.recipients.value.some(({ field, address }) => field === evidence.in && address === evidence.address)
      );
  }
}

/** Words are cut out of plain text only; a surface cuts them out of HTML in its own way. */
function isHtmlCut({ remedy }: Breach, { body }: Message): boolean {
  return remedy !== undefined && remedy.kind === 'cut-words' && 'value' in body && body.value.format === 'html';
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
