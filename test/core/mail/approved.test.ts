import assert from 'node:assert/strict';
import fc from 'fast-check';
import { approvable, approvalKey, approvedIn, approvedText, countsOf, reviewWith, rulesLeft } from '../../../core/mail/approved.ts';
import { readFacts } from '../../../core/mail/facts.ts';
import { filterOf } from '../../../core/mail/filter.ts';
import type { Message } from '../../../core/mail/message.ts';
import type { Approved, MailPolicy } from '../../../core/mail/policy.ts';
import { review } from '../../../core/mail/review.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import { sayApproved } from '../../../core/mail/say.ts';
import { mail, school } from '../../support/mail.ts';

const key = '000102030405060708090a0b0c0d0e0f';
const policy: MailPolicy = { ...school, filter: filterOf({}, key), rules: { 'outside-not-authorised': { scope: 'all' } } };
const conversation = 'AAQkAGI+x/y=';
const reply = (more: Parameters<typeof mail>[0] = {}, id = conversation): Message => ({
  ...mail({
    from: 'teacher@school.example',
    to: ['parent.three@home.example'],
    at: '2026-11-23T10:00:00Z',
    thread: { kind: 'reply', earlier: { unread: 'unsupported' } },
    ...more
  }),
  ...(id === '' ? {} : { conversation: id })
});
const recipientsIn = (of: Message) => {
  const { recipients } = readFacts(of, policy);
  assert.ok(recipients && 'value' in recipients);
  return recipients.value;
};
const keyOf = (of: Message): string | undefined => approvalKey(of, recipientsIn(of), policy);
const given = (of: Message, more: Partial<Approved> = {}): Approved => ({
  key: keyOf(of)!,
  on: '2026-11-21',
  until: '2026-11-28T00:00:00.000Z',
  rules: approvable,
  people: countsOf(recipientsIn(of)),
  ...more
});
const rulesOf = (of: Message, approved: readonly Approved[]): readonly string[] =>
  reviewWith(approved, of, policy)
    .verdict.findings.map(({ rule }) => rule)
    .filter(rule => (approvable as readonly string[]).includes(rule));

describe('leave that was given for a message', () => {
  it('silences the rules that it satisfies, and the verdict says why', () => {
    const of = reply();
    assert.deepEqual(rulesOf(of, []), ['head-not-copied', 'outside-not-authorised']);
    const { verdict, approved } = reviewWith([given(of)], of, policy);
    assert.deepEqual(verdict.findings, []);
    assert.equal(verdict.action, 'allow');
    assert.deepEqual(approved, [
      { rule: 'head-not-copied', on: '2026-11-21' },
      { rule: 'outside-not-authorised', on: '2026-11-21' }
    ]);
    assert.deepEqual(
      sayApproved(approved, 'en')[0],
      'Approved on 21 November 2026, so nothing is asked of you: The headteacher is not copied in.'
    );
    assert.match(sayApproved(approved, 'cy')[0]!, /^Cymeradwywyd ar 21 Tachwedd 2026/);
  });

  it('says nothing where no rule would have spoken', () =>
    assert.deepEqual(reviewWith([given(reply())], reply({ cc: ['head@school.example'] }), policy).approved, []));

  for (const [says, of, leave, found] of [
    ['holds for the whole conversation, whoever of the same number it goes to', reply({ to: ['parent.one@family.example'] }), {}, []],
    ['holds however Outlook writes the id', reply({}, 'AAQkAGI_x-y='), {}, []],
    ['is over at its end', reply({ at: '2026-11-28T00:00:00Z' }), {}, approvable],
    ['holds until then', reply({ at: '2026-11-27T23:59:59Z' }), {}, []],
    ['does not hold for another conversation', reply({}, 'another'), {}, approvable],
    ['does not hold where one more has come', reply({ to: ['parent.three@home.example', 'parent.four@home.example'] }), {}, approvable],
    ['does not hold where a stranger has come', reply({ cc: ['somebody@elsewhere.example'] }), {}, approvable],
    ['holds where a colleague has come', reply({ cc: ['deputy.of@school.example'] }), {}, []],
    ['does not hold where it is forwarded', reply({ thread: { kind: 'forward', earlier: { unread: 'unsupported' } } }), {}, approvable],
    ['satisfies only its own rules', reply(), { rules: ['outside-not-authorised'] }, ['head-not-copied']],
    [
      'does not hold where not everybody could be read',
      {
        ...reply(),
        addressed: { value: { to: [{ name: '', address: 'parent.three@home.example' }], cc: [], bcc: [], missing: 'unreachable' } }
      } as Message,
      {},
      approvable
    ],
    ['does not hold where it is not known when it is sent', { ...reply(), at: { unread: 'unreachable' } } as Message, {}, approvable]
  ] as const) {
    it(says, () => assert.deepEqual(rulesOf(of, [given(reply(), leave as Partial<Approved>)]), found));
  }

  it('for a new message holds for exactly these people, in any order and field', () => {
    const fresh = (more: Parameters<typeof mail>[0]): Message =>
      reply({ thread: { kind: 'new', earlier: { unread: 'unsupported' } }, ...more }, '');
    const two = fresh({ to: ['parent.three@home.example', 'Parent.Four@home.example'] });
    const leave = [given(two)];
    assert.deepEqual(rulesOf(fresh({ to: ['parent.four@home.example'], bcc: ['parent.three@home.example'] }), leave), []);
    assert.deepEqual(rulesOf(fresh({ to: ['parent.three@home.example'] }), leave), approvable);
    assert.deepEqual(rulesOf(fresh({ to: ['parent.three@home.example', 'parent.one@family.example'] }), leave), approvable);
  });

  it('is not asked for where nobody outside is there, or where the school has no key', () => {
    const inside = reply({ to: ['colleague@school.example'] });
    assert.equal(keyOf(inside), undefined);
    const { filter: _, ...without } = policy;
    assert.equal(approvalKey(reply(), recipientsIn(reply()), without), undefined);
  });

  it('is known by a hash that tells neither conversation nor address', () => {
    assert.match(keyOf(reply())!, /^[0-9a-f]{16}$/);
    assert.notEqual(keyOf(reply()), keyOf(reply({}, '')));
  });

  it('judges without any as before', () => {
    assert.deepEqual(reviewWith([], reply(), policy), { verdict: review(reply(), policy), approved: [] });
    assert.deepEqual(rulesLeft(reply(), policy, []), rules);
  });
});

describe('the text of what was given', () => {
  const nobody = { governor: 0, parent: 0, agency: 0, outsider: 0 };
  const of = given(reply());
  it('is short and says what it holds', () => {
    const text = approvedText([of], '2026-11-23T09:00:00.000Z');
    assert.equal(text, `beadle-approvals/1 2026-11-23T09:00:00.000Z;${of.key} 2026-11-21 2026-11-28T00:00Z 01 0 1 0 0`);
    assert.deepEqual(approvedIn(text), {
      issued: '2026-11-23T09:00:00.000Z',
      approved: [{ ...of, until: '2026-11-28T00:00Z', people: { ...nobody, parent: 1 } }]
    });
  });

  it('holds the ten that were given last', () => {
    const many = Array.from({ length: 13 }, (_, i) => ({ ...of, key: `${'0'.repeat(14)}${10 + i}` }));
    assert.deepEqual(
      approvedIn(approvedText(many, '2026-11-23T09:00:00.000Z'))!.approved.map(({ key }) => key),
      many.slice(3).map(({ key }) => key)
    );
  });

  for (const text of ['', undefined, 7, '{}', 'beadle-approvals/2 2026-11-23T09:00:00.000Z', 'beadle-approvals/1 soon'])
    it(`is not ${JSON.stringify(text) ?? 'nothing'}`, () => assert.equal(approvedIn(text), undefined));

  for (const line of ['what', '0 1 2', ';', `${keyOf(reply())}`, `${keyOf(reply())} 2026-11-21 2026-11-28T00:00Z 01`]) {
    it(`gives leave for nothing by the line «${line}»`, () => {
      const read = approvedIn(`beadle-approvals/1 2026-11-23T09:00:00.000Z;${line}`);
      assert.deepEqual(rulesOf(reply(), read!.approved), approvable);
    });
  }

  it('comes back as it went', () => {
    const leave = fc.record({
      key: fc.stringMatching(/^[0-9a-f]{16}$/),
      on: fc.constant('2026-11-21'),
      until: fc.constant('2026-11-28T00:00Z'),
      rules: fc.subarray([...approvable]),
      people: fc.record({ parent: fc.integer({ min: 1, max: 999_999 }), agency: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: [] })
    });
    fc.assert(
      fc.property(fc.array(leave, { maxLength: 10 }), approved => {
        const read = approvedIn(approvedText(approved, '2026-11-23T09:00:00.000Z'));
        assert.deepEqual(
          read?.approved,
          approved.map(each => ({ ...each, people: { ...nobody, ...each.people } }))
        );
      })
    );
  });
});
