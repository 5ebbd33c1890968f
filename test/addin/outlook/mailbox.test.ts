import assert from 'node:assert/strict';
import sinon from 'sinon';
import { readMessage } from '../../../addin/outlook/mailbox.ts';
import type { Message } from '../../../core/mail/message.ts';
import { proseOf } from '../../../core/mail/prose.ts';
import { type Draft, fakeOffice, reads } from './fake-office.ts';

const now = new Date(Date.UTC(2026, 10, 18, 10));
const unread = (because: string) => ({ unread: because });

/** The part of the message that each call brings. */
const parts = {
  to: 'addressed',
  cc: 'addressed',
  bcc: 'addressed',
  subject: 'subject',
  body: 'body',
  from: 'from',
  attachments: 'attachments',
  compose: 'thread',
  delay: 'at'
} as const satisfies { readonly [C in (typeof reads)[number]]: keyof Message };

describe('reading the message that is being written', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => (clock = sinon.useFakeTimers(now)));
  afterEach(() => clock.restore());

  async function read(draft: Draft): Promise<{ readonly message: Message; readonly after: number }> {
    const start = Date.now();
    let after = -1;
    const reading = readMessage(fakeOffice(draft).host, now).then(message => {
      after = Date.now() - start;
      return message;
    });
    await clock.tickAsync(60000);
    return { message: await reading, after };
  }

  it('takes everything that Outlook hands over', async () => {
    const { message } = await read({
      from: { emailAddress: 'teacher@school.example', displayName: 'Class Teacher' },
      to: [{ emailAddress: 'parent.one@family.example', displayName: 'Parent One' }],
      cc: ['head@school.example'],
      bcc: ['office@school.example'],
      subject: 'Trip',
      html: '<p>Dear parent</p>',
      composeType: 'reply',
      attachments: [{ id: '1', name: 'letter.pdf', size: 1200, isInline: false }]
    });
    assert.deepEqual(message, {
      from: { value: { name: 'Class Teacher', address: 'teacher@school.example' } },
      addressed: {
        value: {
          to: [{ name: 'Parent One', address: 'parent.one@family.example' }],
          cc: [{ name: 'head@school.example', address: 'head@school.example' }],
          bcc: [{ name: 'office@school.example', address: 'office@school.example' }]
        }
      },
      subject: { value: 'Trip' },
      body: { value: { format: 'html', content: '<p>Dear parent</p>' } },
      attachments: { value: [{ name: 'letter.pdf', size: 1200, content: { unread: 'unsupported' } }] },
      thread: { value: { kind: 'reply', earlier: { unread: 'unsupported' } } },
      at: { value: '2026-11-18T10:00:00.000Z' }
    });
  });

  it('asks for everything at once', async () => {
    const ways = Object.fromEntries(reads.map(call => [call, 1500]));
    const { message, after } = await read({ to: ['a@b.example'], ways });
    assert.equal(after, 1500);
    assert.ok(Object.values(message).every(part => 'value' in (part as object)));
  });

  for (const call of reads.filter(each => each !== 'delay')) {
    for (const [way, because] of [
      ['fails', 'unreachable'],
      ['throws', 'unreachable'],
      ['never', 'unreachable'],
      [2600, 'unreachable'],
      ['forbids', 'forbidden']
    ] as const) {
      it(`says that «${parts[call]}» is ${because} when «${call}» ${way === 2600 ? 'answers too late' : way}`, async () => {
        const { message, after } = await read({ ways: { [call]: way } });
        assert.deepEqual(message[parts[call]], unread(because));
        for (const part of Object.values(parts)) if (part !== parts[call]) assert.ok('value' in message[part], part);
        assert.ok(after <= 2500, `${after} ms`);
      });
    }
  }
  for (const call of ['from', 'attachments', 'compose'] as const) {
    it(`says that «${parts[call]}» is not shown by an Outlook that has no call for it`, async () =>
      assert.deepEqual((await read({ ways: { [call]: 'missing' } })).message[parts[call]], unread('unsupported')));
  }

  it('says that nothing came where there is no message', async () => {
    const { message } = await read({ noItem: true });
    for (const part of Object.values(parts)) if (part !== 'at') assert.deepEqual(message[part], unread('unreachable'));
  });

  it('takes what is not of the promised kind for what did not come', async () => {
    const office = fakeOffice({});
    const item = office.host.context.mailbox.item!;
    const odd = (value: unknown) => (answer: (result: never) => void) =>
      void setTimeout(() => answer({ status: 'succeeded', value } as never), 1);
    item.to.getAsync = odd(null);
    item.subject.getAsync = odd(7);
    item.body.getAsync = (_, answer) => odd(undefined)(answer as never);
    item.from!.getAsync = odd(undefined);
    item.getAttachmentsAsync = odd([null]);
    item.getComposeTypeAsync = odd('reply');
    item.delayDeliveryTime!.getAsync = odd('tomorrow');
    const reading = readMessage(office.host, now);
    await clock.tickAsync(60000);
    const message = await reading;
    for (const part of Object.values(parts)) if (part !== 'at') assert.deepEqual(message[part], unread('unreachable'), part);
    assert.deepEqual(message.at, { value: now.toISOString() });
  });

  it('takes an answer without a status for a failure', async () => {
    const office = fakeOffice({});
    office.host.context.mailbox.item!.subject.getAsync = answer => void setTimeout(() => answer(undefined as never), 1);
    const reading = readMessage(office.host, now);
    await clock.tickAsync(60000);
    assert.deepEqual((await reading).subject, unread('unreachable'));
  });

  for (const emailAddress of ['', '/o=Example/ou=Exchange/cn=Recipients/cn=teacher']) {
    it(`does not know who sends it by «${emailAddress}»`, async () =>
      assert.deepEqual((await read({ from: { emailAddress, displayName: 'Teacher' } })).message.from, unread('unreachable')));
  }

  describe('recipients', () => {
    const table: readonly (readonly [says: string, who: Partial<Office.EmailAddressDetails>, seen: object])[] = [
      [
        'a person, whatever Outlook thinks of them',
        { emailAddress: 'a@b.example', displayName: 'A', recipientType: 'externalUser' },
        { name: 'A', address: 'a@b.example' }
      ],
      [
        'a group that Outlook never expands',
        { emailAddress: 'staff@school.example', displayName: 'Staff', recipientType: 'distributionList' },
        { name: 'Staff', address: 'staff@school.example', unseen: 'unsupported' }
      ],
      [
        'a contact list without an address',
        { emailAddress: '', displayName: 'Class list', recipientType: 'distributionList' },
        { name: 'Class list', address: '', unseen: 'unreachable' }
      ],
      ['somebody whose address stands in the name', { emailAddress: '', displayName: 'a@b.example' }, { name: 'a@b.example', address: '' }],
      [
        'somebody without anything',
        { emailAddress: undefined as never, displayName: undefined as never },
        { name: '', address: '', unseen: 'unreachable' }
      ]
    ];
    for (const [says, who, seen] of table) {
      it(`are read: ${says}`, async () => {
        const { message } = await read({ to: [who] });
        assert.deepEqual('value' in message.addressed && message.addressed.value.to, [seen]);
      });
    }

    it('are missing where Exchange’s own name for somebody comes in place of an address', async () => {
      const { message } = await read({
        to: ['a@b.example', { emailAddress: '/o=Example/ou=Exchange/cn=Recipients/cn=teacher', displayName: 'Teacher' }],
        cc: ['c@d.example']
      });
      assert.deepEqual(message.addressed, {
        value: {
          to: [{ name: 'a@b.example', address: 'a@b.example' }],
          cc: [{ name: 'c@d.example', address: 'c@d.example' }],
          bcc: [],
          missing: 'unreachable'
        }
      });
    });

    const caps: readonly (readonly [client: string, set: string, most: number])[] = [
      ['OutlookIOS', '1.5', 100],
      ['OutlookAndroid', '1.5', 100],
      ['Outlook', '1.14', 500],
      ['Outlook', '1.16', 1000],
      ['OutlookWebApp', '1.16', 1000]
    ];
    for (const [client, set, most] of caps) {
      it(`may be more than are shown where ${client} with ${set} shows ${most}`, async () => {
        const people = (count: number) => Array.from({ length: count }, (_, i) => `p${i}@b.example`);
        for (const [count, missing] of [
          [most - 1, undefined],
          [most, 'unreachable']
        ] as const) {
          const { message } = await read({ client, set, cc: people(count) });
          assert.ok('value' in message.addressed);
          assert.equal(message.addressed.value.cc.length, count);
          assert.equal(message.addressed.value.missing, missing);
        }
      });
    }
  });

  describe('the body', () => {
    it('is HTML, so that marked quotations are told from the sender’s own words', async () => {
      const { message } = await read({ html: '<p>Mine</p><div id="divRplyFwdMsg">From: somebody</div><p>Theirs</p>' });
      assert.ok('value' in message.body);
      const { text, own } = proseOf(message.body.value);
      assert.equal(
        own
          .map(({ start, end }) => text.slice(start, end))
          .join('')
          .trim(),
        'Mine'
      );
    });
    it('of a plain-text message is its text', async () =>
      assert.deepEqual((await read({ plain: true, text: 'One < two\n> quoted', html: '<p>One &lt; two</p>' })).message.body, {
        value: { format: 'text', content: 'One < two\n> quoted' }
      }));
    it('is judged as HTML where the plain text does not come', async () => {
      const office = fakeOffice({ plain: true, html: '<p>Words</p>' });
      const item = office.host.context.mailbox.item!;
      const get = item.body.getAsync.bind(item.body);
      item.body.getAsync = (format, answer) => (format === 'html' ? get(format, answer) : undefined);
      const reading = readMessage(office.host, now);
      await clock.tickAsync(60000);
      assert.deepEqual((await reading).body, { value: { format: 'html', content: '<p>Words</p>' } });
    });
    it('of a million characters and more is cut, and says so', async () => {
      const { message } = await read({ html: `<p>${'word '.repeat(300000)}</p>` });
      assert.ok('value' in message.body);
      assert.equal(message.body.value.content.length, 1000000);
      assert.equal(message.body.value.missing, 'unreachable');
    });
    it('is not cut because of pictures inside it', async () => {
      const picture = `<img src="data:image/png;base64,${'QUJD'.repeat(400000)}=">`;
      const { message } = await read({ html: `<p>Before</p>${picture}<p>After</p>` });
      assert.deepEqual(message.body, { value: { format: 'html', content: '<p>Before</p><img src=""><p>After</p>' } });
    });
  });

  describe('the time', () => {
    const table: readonly (readonly [says: string, draft: Draft, at: string])[] = [
      ['is now', {}, '2026-11-18T10:00:00.000Z'],
      ['is when the sender put it off to', { delay: new Date('2026-11-19T08:30:00Z') }, '2026-11-19T08:30:00.000Z'],
      ['is now where that time is over', { delay: new Date('2026-11-17T08:30:00Z') }, '2026-11-18T10:00:00.000Z'],
      ['is now where that time is none', { delay: new Date(NaN) }, '2026-11-18T10:00:00.000Z'],
      ['is now where an older Outlook cannot say', { set: '1.12', delay: new Date('2026-11-19T08:30:00Z') }, '2026-11-18T10:00:00.000Z'],
      ['is now where it cannot be read', { ways: { delay: 'fails' } }, '2026-11-18T10:00:00.000Z']
    ];
    for (const [says, draft, at] of table) {
      it(says, async () => assert.deepEqual((await read(draft)).message.at, { value: at }));
    }
  });

  for (const [composeType, kind] of [
    ['newMail', 'new'],
    ['reply', 'reply'],
    ['forward', 'forward']
  ] as const) {
    it(`takes «${composeType}» for ${kind}`, async () =>
      assert.deepEqual((await read({ composeType })).message.thread, { value: { kind, earlier: { unread: 'unsupported' } } }));
  }
});
