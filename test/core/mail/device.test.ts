import assert from 'node:assert/strict';
import { type DevicePolicy, devicePolicyIn, devicePolicyOf } from '../../../core/mail/device.ts';
import type { Message } from '../../../core/mail/message.ts';
import type { MailPolicy } from '../../../core/mail/policy.ts';
import { review } from '../../../core/mail/review.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import { mail, many, school } from '../../support/mail.ts';

const terms = { key: '000102030405060708090a0b0c0d0e0f', issued: '2026-11-16T06:00:00.000Z', days: 14 };
const made = devicePolicyOf(school, terms);

/** The policy after its journey. */
function arrived(policy: MailPolicy = school): MailPolicy {
  return devicePolicyIn(JSON.stringify(devicePolicyOf(policy, terms)))!.policy;
}

/** A number in letters. */
function lettersOf(number: number): string {
  return number.toString().replace(/\d/g, digit => 'abcdefghij'[Number(digit)]!);
}

describe('the policy that travels to a device', () => {
  it('says which it is, when it was made and until when it is good', () => {
    const { policy: _, ...rest } = made;
    assert.deepEqual(rest, { format: 1, version: 'test', issued: '2026-11-16T06:00:00.000Z', expires: '2026-11-30T06:00:00.000Z' });
  });
  it('holds no address and no name of the directory, and no exempt address', () => {
    const json = JSON.stringify(made);
    for (const [address, lines] of Object.entries(school.directory)) {
      // The chair of governors has a post, and posts are named.
      if (address !== 'chair@governors.example') assert.ok(!json.includes(address), address);
      for (const { name } of lines) assert.ok(!json.includes(name!), name);
    }
    assert.ok(!json.includes('lado'));
    assert.match(made.policy.exempt[0]!, /^#[0-9a-f]{16}$/);
  });
  it('knows which audiences the school’s directory has', () =>
    assert.deepEqual([...made.policy.knows!].sort(), ['agency', 'governor', 'parent', 'pupil']));
  it('leaves out what no rule cites, and the changes of the clock that are over', () => {
    const cited = rules[0]!.duties[0];
    const { policy } = devicePolicyOf(
      { ...school, clauses: { [cited]: [{ id: '1', section: 'E-mail' }], 'sign-yearly': [{ id: '2', section: 'Signing' }] } },
      terms
    );
    assert.deepEqual(policy.clauses, { [cited]: [{ id: '1', section: 'E-mail' }] });
    assert.deepEqual(policy.calendar.offsets, school.calendar.offsets.slice(1));
  });
  it('keeps the one clock there is where all changes are still to come', () =>
    assert.deepEqual(
      devicePolicyOf(school, { ...terms, issued: '2020-01-01T00:00:00.000Z' }).policy.calendar.offsets,
      school.calendar.offsets
    ));

  const mails: readonly (readonly [says: string, message: Message])[] = [
    ['to a parent', mail({ to: ['Parent.One@family.example'] })],
    ['to a parent’s sub-address', mail({ to: ['parent.four+school@home.example'] })],
    [
      'to a governor, an agency and the head',
      mail({ to: ['chair@governors.example', 'worker@council.example'], cc: ['head@school.example'] })
    ],
    ['to an exempt address', mail({ to: ['LADO@council.example', 'parent.one@family.example'] })],
    ['to an exempt address’s sub-address', mail({ to: ['lado+case@council.example', 'parent.one@family.example'] })],
    ['to a pupil at night', mail({ to: ['kit.sample@pupils.school.example'], at: '2026-11-18T23:00:00Z' })],
    ['to many strangers', mail({ to: many(40, 'else.example') })],
    ['a picture with a pupil’s name', mail({ to: ['stranger@else.example'], attachments: ['Kit Sample sports day.jpg'] })],
    ['a picture with a pupil’s name turned round', mail({ to: ['stranger@else.example'], attachments: ['sample_kit.png'] })],
    ['a picture with somebody else’s name', mail({ to: ['stranger@else.example'], attachments: ['Kit Simple sports day.jpg'] })],
    ['to a parent’s private mailbox', mail({ to: ['Parent One <p.one@gmail.com>'] })],
    ['to staff', mail({ to: ['office@school.example'] })],
    ['without an address', mail({ to: ['', 'nobody'] })]
  ];
  for (const [says, message] of mails) {
    it(`judges there as here: ${says}`, () => {
      const there = review(message, arrived());
      const here = review(message, school);
      assert.deepEqual(there, here);
    });
  }
  it('names a colleague’s private mailbox, and cannot name the school’s', () => {
    const policy = {
      ...school,
      directory: { ...school.directory, 'r.example@school.example': [{ audience: 'staff' as const, name: 'Robin Example' }] }
    };
    const message = mail({ to: ['Robin Example <robin77@gmail.com>'] });
    const [here, there] = [review(message, policy), review(message, arrived(policy))].map(({ findings }) => findings[0]!);
    assert.deepEqual([here!.rule, here!.message, here!.remedy!.kind], ['sent-to-personal-account', 'private', 'replace-recipient']);
    assert.deepEqual([there!.rule, there!.message, there!.remedy!.kind], ['sent-to-personal-account', 'private', 'remove-recipients']);
  });
  it('leaves the names at home where there is no room for them', () => {
    const directory = Object.fromEntries(
      Array.from({ length: 6000 }, (_, i) => [
        `parent.${i}@home.example`,
        [{ audience: 'parent' as const, name: `Parent ${lettersOf(i)}` }]
      ])
    );
    const { policy } = devicePolicyOf({ ...school, directory }, terms);
    assert.equal(policy.filter!.names, undefined);
    assert.ok(policy.filter!.shelves.length > 0);
    assert.equal(made.policy.filter!.names!.length, 4);
  });
  it('does not exempt whoever is not', () =>
    assert.deepEqual(
      review(mail({ to: ['lade@council.example', 'parent.one@family.example'] }), arrived()).findings.map(({ rule }) => rule),
      ['head-not-copied']
    ));

  describe('is none where', () => {
    const whole = JSON.parse(JSON.stringify(made)) as DevicePolicy;
    const without = (part: string): unknown => ({ ...whole, policy: { ...whole.policy, [part]: undefined } });
    const table: readonly (readonly [says: string, payload: unknown])[] = [
      ['it is of another format', { ...whole, format: 2 }],
      ['it has no version', { ...whole, version: undefined }],
      ['it never ends', { ...whole, expires: undefined }],
      ['it is a list', []],
      ['it is null', null],
      ['it is a text', 'policy'],
      ['it has no policy in it', { ...whole, policy: null }],
      ...['domains', 'people', 'directory', 'exempt', 'calendar', 'rules', 'clauses', 'whenUnsure'].map(
        part => [`«${part}» is missing`, without(part)] as const
      ),
      ['a post is missing', { ...whole, policy: { ...whole.policy, people: { ...whole.policy.people, dsl: undefined } } }],
      ['the filter is broken', { ...whole, policy: { ...whole.policy, filter: { key: terms.key } } }]
    ];
    for (const [says, payload] of table) it(says, () => assert.equal(devicePolicyIn(JSON.stringify(payload)), undefined));
    it('it is no JSON', () => assert.equal(devicePolicyIn('{"format":1'), undefined));
    it('nothing of this is so, it is what was made', () => assert.deepEqual(devicePolicyIn(JSON.stringify(made)), whole));
  });
});
