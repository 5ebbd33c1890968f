import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Facts, readFacts, type Recipient } from '../../../core/mail/facts.ts';
import type { Address, Message } from '../../../core/mail/message.ts';
import type { Audience, Known, MailPolicy } from '../../../core/mail/policy.ts';
import { review } from '../../../core/mail/review.ts';
import { mail, many, one, school } from '../../support/mail.ts';
import { anyMessage } from '../../support/messages.ts';

function recipientsOf(message: Message, policy: MailPolicy = school): readonly Recipient[] {
  const { recipients } = readFacts(message, policy);
  assert.ok(recipients && 'value' in recipients);
  return recipients.value;
}

function group(address: string, members: readonly (string | Address)[], name = 'A group'): Address {
  return { name, address, members: members.map(one) };
}

function known(address: string, ...audiences: readonly Known['audience'][]): Partial<MailPolicy> {
  return { directory: { [address]: audiences.map(audience => ({ audience })) } };
}

describe('who an address belongs to', () => {
  const cases: readonly (readonly [says: string, who: string | Address, audiences: readonly Audience[], policy?: Partial<MailPolicy>])[] = [
    ['staff by domain', 'teacher@school.example', ['staff']],
    ['a pupil by domain', 'lee.pupil@pupils.school.example', ['pupil']],
    ['the headteacher by post', 'HEAD@school.example', ['head', 'staff']],
    ['a stranger', 'someone@shop.example', ['outsider']],
    ['a parent by the directory', 'Parent.One@Family.Example.', ['parent']],
    ['a parent under a sub-address', 'parent.one+school@family.example', ['parent']],
    ['a governor by post', 'chair@governors.example', ['governor'], { directory: {} }],
    ['a council by its domain', 'x@anytown.gov.uk', ['agency']],
    ['a council’s mail domain', 'x@mail.anytown.gov.uk', ['agency']],
    ['the health service', 'x@nhs.net', ['agency']],
    ['no council, but a name that ends like one', 'x@notgov.uk', ['outsider']],
    ['no council, but a name that goes on', 'x@anytown.gov.uk.evil.example', ['outsider']],
    ['a parent who writes from the council', 'x@anytown.gov.uk', ['parent'], known('x@anytown.gov.uk', 'parent')],
    ['the school, although all schools are public bodies', 'x@ours.sch.uk', ['staff'], { domains: { staff: ['ours.sch.uk'], pupils: [] } }],
    ['a colleague who is a parent too', 'x@school.example', ['staff', 'parent'], known('x@school.example', 'parent')],
    ['a governor with a school account', 'x@school.example', ['governor'], known('x@school.example', 'governor')],
    ['a pupil in the staff’s domain', 'x@school.example', ['pupil'], known('x@school.example', 'pupil')],
    ['a contractor in the staff’s domain', 'x@school.example', ['agency'], known('x@school.example', 'agency')],
    ['a teacher in the pupils’ domain', 'x@pupils.school.example', ['staff'], known('x@pupils.school.example', 'staff')],
    [
      'the headteacher of two schools, at the trust',
      'head@trust.example',
      ['head'],
      { people: { ...school.people, headteacher: ['head@trust.example'] } }
    ],
    ['the safeguarding lead at the trust', 'dsl@trust.example', ['staff'], { people: { ...school.people, dsl: ['dsl@trust.example'] } }],
    ['the address, not the name shown', 'head@school.example <x@evil.example>', ['outsider']],
    ['the address, not a name in quotation marks', { name: '"parent.one@family.example"', address: 'x@evil.example' }, ['outsider']],
    ['the name where a surface gives no address', { name: 'parent.one@family.example', address: '' }, ['parent']],
    ['no sub-domain of the school’s', 'x@mail.school.example', ['outsider']],
    ['no look-alike of the school’s', 'x@ѕchool.example', ['outsider']],
    ['a stranger where there is a name only', { name: 'Somebody', address: '' }, ['outsider']],
    ['a stranger where there is nothing', { name: '', address: '' }, ['outsider']],
    ['nothing that JavaScript brings along', 'constructor', ['outsider']],
    ['nothing that JavaScript hides', '__proto__', ['outsider']]
  ];
  for (const [says, who, audiences, policy = {}] of cases) {
    it(`is ${says}`, () => {
      const [first] = recipientsOf(mail({ to: [who] }), { ...school, ...policy });
      assert.deepEqual(first && first.audiences, audiences);
      assert.equal(first && first.audience, audiences[0]);
    });
  }
});

describe('the recipients of a message', () => {
  const places = (message: Message) =>
    recipientsOf(message).map(({ field, address, via }) => [field, address, via].filter(Boolean).join(' '));

  it('are nobody where nobody is written to', () => assert.deepEqual(places(mail()), []));
  it('stand in the order To, Cc, Bcc', () =>
    assert.deepEqual(places(mail({ bcc: ['c@x.example'], cc: ['b@x.example'], to: ['a@x.example'] })), [
      'to a@x.example',
      'cc b@x.example',
      'bcc c@x.example'
    ]));
  it('are each once a field, however they are written', () =>
    assert.deepEqual(places(mail({ to: ['a@x.example', 'A <A@X.EXAMPLE.>'], cc: ['a@x.example'] })), ['to a@x.example', 'cc a@x.example']));
  it('are the members of a group, by way of the group', () =>
    assert.deepEqual(places(mail({ to: [group('year5@school.example', ['a@x.example', 'b@x.example'])] })), [
      'to a@x.example year5@school.example',
      'to b@x.example year5@school.example'
    ]));
  it('are the members of groups in groups, by way of the one that was written to', () =>
    assert.deepEqual(places(mail({ cc: [group('all@school.example', [group('year5@school.example', ['a@x.example']), 'b@x.example'])] })), [
      'cc a@x.example all@school.example',
      'cc b@x.example all@school.example'
    ]));
  it('are told apart from the members of a group without an address', () =>
    assert.deepEqual(places(mail({ to: ['a@x.example', group('', ['a@x.example'], 'My list'), group('', ['a@x.example'], '')] })), [
      'to a@x.example',
      'to a@x.example my list',
      'to a@x.example group'
    ]));
  it('are the group itself where nobody could say who is in it', () =>
    assert.deepEqual(places(mail({ to: [group('year5@school.example', [])] })), ['to year5@school.example']));
  it('end where groups stand deeper in one another than anybody builds them', () => {
    let deep: Address = one('a@x.example');
    for (let i = 0; i < 100; i += 1) deep = group(`g${i}@x.example`, [deep]);
    assert.deepEqual(places(mail({ to: [deep] })), ['to g91@x.example g99@x.example']);
  });
  it('are exempt with their whole group, and under a sub-address', () => {
    const found = recipientsOf(
      mail({ to: [group('lado@council.example', ['a@x.example']), group('g@x.example', ['LADO+now@council.example.', 'b@x.example'])] })
    );
    assert.deepEqual(
      found.map(({ address, exempt }) => [address, exempt]),
      [
        ['a@x.example', true],
        ['lado+now@council.example', true],
        ['b@x.example', false]
      ]
    );
  });
  it('are 500 where 500 are written to', () => {
    const found = recipientsOf(
      mail({ to: many(200, 'a.example'), cc: many(200, 'b.example'), bcc: [group('g@x.example', many(100, 'c.example'))] })
    );
    assert.equal(found.length, 500);
    assert.equal(new Set(found.map(({ address }) => address)).size, 500);
  });
  it('cost the directory a look or two each, and never a search through it', () => {
    let looks = 0;
    let searches = 0;
    const directory = new Proxy(school.directory, {
      getOwnPropertyDescriptor: (target, name) => {
        looks += 1;
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
      ownKeys: target => {
        searches += 1;
        return Reflect.ownKeys(target);
      }
    });
    recipientsOf(mail({ to: many(500, 'x.example') }), { ...school, directory });
    assert.equal(looks, 500);
    assert.equal(searches, 0);
  });
  it('let all the rules together search the directory but a few times, however many they are', () => {
    const searchesFor = (count: number): number => {
      let searches = 0;
      const directory = new Proxy(school.directory, {
        ownKeys: target => {
          searches += 1;
          return Reflect.ownKeys(target);
        }
      });
      review(mail({ to: many(count, 'gmail.com'), cc: many(count, 'x.example') }), { ...school, directory });
      return searches;
    };
    assert.equal(searchesFor(500), searchesFor(5));
    assert.ok(searchesFor(500) <= 6, `${searchesFor(500)} searches`);
  });

  it('each have an audience, a field and a normal address, and no two of them all the same', () =>
    fc.assert(
      fc.property(anyMessage, message => {
        const found = recipientsOf(message);
        for (const { audience, audiences, field, address, local, domain, via } of found) {
          assert.equal(audience, audiences[0]);
          assert.ok(['to', 'cc', 'bcc'].includes(field));
          assert.ok(address === local || address === `${local}@${domain}`);
          assert.notEqual(via, '');
        }
        const places = found.map(({ field, address, via }) => JSON.stringify([field, address, via]));
        assert.equal(new Set(places).size, places.length);
      })
    ));
});

describe('facts', () => {
  it('are derived when they are asked for, and once', () => {
    let reads = 0;
    const message: Message = {
      ...mail(),
      get body() {
        reads += 1;
        return { value: { format: 'text', content: 'Hello' } } as const;
      }
    };
    const facts = readFacts(message, school);
    assert.equal(reads, 0);
    assert.equal(facts.prose, facts.prose);
    assert.equal(reads, 1);
  });
  it('say why a part was not read', () => {
    const parts: readonly (keyof Facts)[] = ['sender', 'recipients', 'subject', 'prose', 'attachments', 'thread', 'moment'];
    const unread = { unread: 'forbidden' } as const;
    const facts = readFacts(
      { from: unread, addressed: unread, subject: unread, body: unread, attachments: unread, thread: unread, at: unread },
      school
    );
    for (const part of parts) assert.deepEqual(facts[part], unread, part);
  });
});
