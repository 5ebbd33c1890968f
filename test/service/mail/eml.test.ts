import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { isFailure } from '../../../service/failure.ts';
import { readEml } from '../../../service/mail/eml.ts';
import { conversations } from '../../../service/mail/thread.ts';
import { eml } from '../../support/cli.ts';

const read = (mail: string | Uint8Array) => readEml(typeof mail === 'string' ? Buffer.from(mail) : mail, conversations());
const unread = { unread: 'unsupported' };

describe('reading one mail', () => {
  it('gives every part that the mail shows', async () => {
    const message = await read(
      eml(
        {
          From: '"Teacher, A" <teacher@school.example>',
          To: 'one@family.example, Two <two@family.example>',
          Cc: 'head@school.example',
          Bcc: 'three@family.example',
          Subject: 'Trip',
          Date: 'Wed, 18 Nov 2026 11:00:00 +0100'
        },
        'First line\r\nSecond line'
      )
    );
    assert.deepEqual(message, {
      from: { value: { name: 'Teacher, A', address: 'teacher@school.example' } },
      addressed: {
        value: {
          to: [
            { name: '', address: 'one@family.example' },
            { name: 'Two', address: 'two@family.example' }
          ],
          cc: [{ name: '', address: 'head@school.example' }],
          bcc: [{ name: '', address: 'three@family.example' }]
        }
      },
      subject: { value: 'Trip' },
      body: { value: { format: 'text', content: 'First line\nSecond line\n' } },
      attachments: { value: [] },
      thread: { value: { kind: 'new', earlier: { value: [] } } },
      at: { value: '2026-11-18T10:00:00.000Z' }
    });
  });

  for (const { says, from, expected } of [
    { says: 'no From', from: {}, expected: unread },
    { says: 'an empty From', from: { From: '' }, expected: unread },
    { says: 'a From without an address', from: { From: 'A Teacher' }, expected: unread },
    { says: 'two From headers', from: { From: 'a@school.example\r\nFrom: b@evil.example' }, expected: unread },
    { says: 'two mailboxes in From', from: { From: 'a@school.example, b@school.example' }, expected: 'a@school.example' },
    {
      says: 'two mailboxes in From, and the second in Sender',
      from: { From: 'a@school.example, b@school.example', Sender: 'B@school.example' },
      expected: 'b@school.example'
    },
    { says: 'a Sender that From does not name', from: { From: 'a@school.example', Sender: 'x@evil.example' }, expected: 'a@school.example' }
  ]) {
    it(`reads the sender of a mail with ${says}`, async () => {
      const headers = Object.entries({ To: 'b@c.example', ...from }).map(([name, value]) => `${name}: ${value}\r\n`);
      const message = await read(`${headers.join('')}\r\ntext`);
      assert.deepEqual('value' in message.from ? message.from.value.address : message.from, expected);
    });
  }

  for (const { says, to, expected } of [
    {
      says: 'a group, each of whom sees the others',
      to: 'Year 5: a@b.example, C <c@d.example>;',
      expected: ['a@b.example', 'c@d.example']
    },
    { says: 'a group of nobody', to: 'undisclosed-recipients:;', expected: unread },
    { says: 'names without an address', to: 'A Colleague', expected: unread },
    { says: 'a folded header', to: 'a@b.example,\r\n c@d.example', expected: ['a@b.example', 'c@d.example'] },
    { says: 'an address in a display name', to: '"head@school.example" <x@evil.example>', expected: ['x@evil.example'] },
    {
      says: 'a quoted local part with an address in it',
      to: '"x@school.example"@evil.example',
      expected: ['x@school.example@evil.example']
    },
    { says: 'a comma in a name', to: '"Sample, Kit" <kit@b.example>', expected: ['kit@b.example'] }
  ]) {
    it(`reads recipients: ${says}`, async () => {
      const { addressed } = await read(eml({ To: to }));
      assert.deepEqual('value' in addressed ? addressed.value.to.map(({ address }) => address) : addressed, expected);
    });
  }

  it('does not take a mail without any recipient header for one to nobody', async () => {
    assert.deepEqual((await read('From: a@school.example\r\n\r\ntext')).addressed, unread);
  });

  it('decodes encoded words in names and subjects', async () => {
    const message = await read(
      eml({ From: '=?utf-8?B?U2nDom4=?= <a@school.example>', Subject: '=?iso-8859-1?Q?caf=E9?= =?utf-8?Q?_=E2=82=AC?=' })
    );
    assert.deepEqual(message.from, { value: { name: 'Siân', address: 'a@school.example' } });
    assert.deepEqual(message.subject, { value: 'café €' });
  });

  for (const charset of ['windows-1252', 'iso-8859-1', 'us-ascii']) {
    it(`reads curly quotes, dashes and the euro in ${charset} as mail programs mean them`, async () => {
      const head = eml({ Subject: '=?windows-1252?Q?=93Trip=94_=96_=8010?=', 'Content-Type': `text/plain; charset=${charset}` }, '');
      const message = await read(Buffer.concat([Buffer.from(head), iconv.encode('“Trip” – it’s €10… Siân', 'windows-1252')]));
      assert.deepEqual(message.subject, { value: '“Trip” – €10' });
      assert.deepEqual(message.body, { value: { format: 'text', content: '\n“Trip” – it’s €10… Siân\n' } });
    });
  }

  it('takes a charset that nobody knows for the one of old mail programs', async () => {
    for (const charset of ['constructor', 'x-unknown', '']) {
      const { body } = await read(
        Buffer.concat([Buffer.from(`From: a@b.example\nContent-Type: text/plain; charset=${charset}\n\n`), Buffer.from('word')])
      );
      assert.deepEqual(body, { value: { format: 'text', content: 'word\n' } });
    }
  });

  it('reads the other charsets of old mail', async () => {
    for (const [charset, text] of [
      ['iso-8859-14', 'Ŵy a tŷ'],
      ['windows-1250', 'Zażółć gęślą jaźń'],
      ['koi8-r', 'Привет'],
      ['shift_jis', 'こんにちは'],
      ['utf-16le', 'naïve']
    ] as const) {
      const head = eml({ 'Content-Type': `text/plain; charset=${charset}`, 'Content-Transfer-Encoding': 'base64' }, '');
      const { body } = await read(`${head}${iconv.encode(text, charset).toString('base64')}`);
      assert.deepEqual(body, { value: { format: 'text', content: text } }, charset);
    }
  });

  it('reads raw letters of old programs that declare nothing, in headers and in text', async () => {
    const message = await read(iconv.encode(eml({ From: 'Siân <a@school.example>', Subject: '“Trip”' }, 'café – “now”'), 'windows-1252'));
    assert.deepEqual(message.from, { value: { name: 'Siân', address: 'a@school.example' } });
    assert.deepEqual(message.subject, { value: '“Trip”' });
    assert.deepEqual(message.body, { value: { format: 'text', content: 'café – “now”\n' } });
  });

  it('reads raw letters in a header beside a text that declares another charset', async () => {
    const head = iconv.encode('Subject: café\nContent-Type: text/plain; charset=koi8-r\n\n', 'windows-1252');
    const message = await read(Buffer.concat([head, iconv.encode('Привет', 'koi8-r')]));
    assert.deepEqual([message.subject, message.body], [{ value: 'café' }, { value: { format: 'text', content: 'Привет\n' } }]);
  });

  it('leaves raw UTF-8 as it is', async () => {
    assert.deepEqual((await read(eml({ Subject: 'tŷ' }, 'ŵ'))).subject, { value: 'tŷ' });
  });

  const parts = (type: string, ...bodies: readonly string[]): string =>
    eml({ 'MIME-Version': '1.0', 'Content-Type': `${type}; boundary=b` }, [...bodies.map(body => `--b\r\n${body}`), '--b--'].join('\r\n'));

  it('takes the body that the recipient sees: HTML before text', async () => {
    const mail = parts('multipart/alternative', 'Content-Type: text/plain\r\n\r\nplain', 'Content-Type: text/html\r\n\r\n<p>rich</p>');
    assert.deepEqual((await read(mail)).body, { value: { format: 'html', content: '<p>rich</p>\n' } });
  });

  it('hands over attachments with their names, sizes and bytes', async () => {
    const mail = parts(
      'multipart/mixed',
      'Content-Type: text/plain\r\n\r\nsee attached',
      'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="=?utf-8?B?UmhlxZV0ci5wZGY=?="\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==',
      'Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nxx'
    );
    assert.deepEqual((await read(mail)).attachments, {
      value: [{ name: 'Rheŕtr.pdf', size: 4, content: { value: new Uint8Array([0x25, 0x50, 0x44, 0x46]) } }]
    });
  });

  it('keeps an attached mail a file: its words are somebody else’s', async () => {
    const inner = 'Content-Type: message/rfc822\r\n\r\nFrom: x@y.example\r\nSubject: inner\r\n\r\ninner words';
    const message = await read(parts('multipart/mixed', 'Content-Type: text/plain\r\n\r\nouter', inner));
    assert.deepEqual(message.body, { value: { format: 'text', content: 'outer\n' } });
    assert.deepEqual('value' in message.attachments && message.attachments.value.map(({ name }) => name), ['message.eml']);
  });

  for (const type of ['application/pkcs7-mime; smime-type=enveloped-data', 'multipart/encrypted; boundary=b']) {
    it(`does not take ${type} for an empty mail`, async () => {
      const message = await read(eml({ 'Content-Type': type }, 'MIAGCSqGSIb3'));
      assert.deepEqual([message.body, message.attachments], [unread, unread]);
    });
  }

  it('does not take the files in a winmail.dat of Outlook’s for none, nor its text', async () => {
    const packet = 'Content-Type: application/ms-tnef; name="winmail.dat"\r\n\r\nx';
    const beside = await read(parts('multipart/mixed', 'Content-Type: text/plain\r\n\r\nouter', packet));
    assert.deepEqual([beside.body, beside.attachments], [{ value: { format: 'text', content: 'outer\n' } }, unread]);
    const alone = await read(parts('multipart/mixed', packet));
    assert.deepEqual([alone.body, alone.attachments], [unread, unread]);
  });

  for (const { says, mail, sentence } of [
    { says: 'no bytes', mail: '', sentence: /empty/ },
    { says: 'no headers', mail: 'just some text\r\n\r\nmore', sentence: /no mail.*\.eml/ },
    { says: 'a .msg file', mail: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), sentence: /\.msg.*\.eml/ },
    { says: 'an Outlook data file', mail: '!BDN....', sentence: /\.pst.*\.mbox/ },
    { says: 'a zip', mail: Buffer.from([0x50, 0x4b, 3, 4, 0]), sentence: /Unpack/ },
    { says: 'a header without end', mail: `Subject: ${'x'.repeat(3_000_000)}`, sentence: /too long a header/ },
    { says: 'lines without end', mail: `Subject: x${'\n'.repeat(1_100_000)}`, sentence: /more than a million lines/ },
    {
      says: 'parts inside parts without end',
      mail: Array.from({ length: 300 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(''),
      sentence: /too deep/
    }
  ]) {
    it(`says what is wrong with ${says}`, async () => {
      await assert.rejects(read(mail), error => isFailure(error) && sentence.test(error.message));
    });
  }

  it('reads or refuses whatever bytes it is given, in words', async () => {
    const piece = fc.constantFrom(
      'From: ',
      'a@b.example',
      '"',
      '<',
      ':',
      ';',
      '(',
      '=?utf-8?B?',
      '?=',
      '\r\n',
      '\n\n',
      '--b',
      'Content-Type: multipart/mixed; boundary=b',
      'é'
    );
    const mails = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(piece, { maxLength: 40 }).map(pieces => Buffer.from(pieces.join('')))
    );
    await fc.assert(
      fc.asyncProperty(mails, async bytes => {
        await read(bytes).catch(error => assert.ok(isFailure(error), String(error)));
      })
    );
  });

  it('reads a plain mail as it reads the same text as one of several parts', async () => {
    const line = fc.constantFrom('', 'word', ' word ', 'café “now” €5', '--b', '-- ', '.', '\t', 'From me', 'a\rb');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252', 'iso-8859-15'),
        fc.constantFrom('plain', 'html'),
        async (lines, end, charset, type) => {
          const legacy = charset === 'utf-8' || charset === 'iso-8859-15' ? charset : 'windows-1252';
          const text = iconv.encode(lines.join(end).replace(/[“”]/g, charset === 'iso-8859-15' ? '"' : '$&'), legacy);
          const content = `Content-Type: text/${type}; charset=${charset}${end}`;
          const plain = await read(Buffer.concat([Buffer.from(`From: a@b.example${end}${content}${end}`), text]));
          const whole = await read(Buffer.concat([Buffer.from(`From: a@b.example${end}${content.trim()}; x=y${end}${end}`), text]));
          assert.deepEqual(plain, whole);
        }
      )
    );
  });

  it('reads a mail that ends in the middle as far as it goes', async () => {
    const message = await read(parts('multipart/mixed', 'Content-Type: text/plain\r\n\r\nfirst words').slice(0, -12));
    assert.ok('value' in message.body && message.body.value.content.startsWith('first'));
  });

  it('takes no date for none: a mail without one, and one that is no date', async () => {
    assert.deepEqual((await read(eml({}))).at, unread);
    assert.deepEqual((await read(eml({ Date: 'last Tuesday' }))).at, unread);
  });
});

describe('knowing who was in a conversation before', () => {
  it('finds the earlier people when the mail that is answered was read before', async () => {
    const seen = conversations();
    await readEml(Buffer.from(eml({ 'Message-ID': '<1@x>', From: 'parent@family.example', To: 'teacher@school.example' })), seen);
    await readEml(
      Buffer.from(
        eml({
          'Message-ID': '<2@x>',
          'In-Reply-To': '<1@x>',
          To: 'parent@family.example',
          Cc: 'head@school.example',
          Bcc: 'hidden@x.example'
        })
      ),
      seen
    );
    const third = await readEml(Buffer.from(eml({ References: '<0@x> <1@x>\r\n <2@x>', Subject: 'RE: x' })), seen);
    assert.ok('value' in third.thread);
    assert.equal(third.thread.value.kind, 'reply');
    assert.ok('value' in third.thread.value.earlier);
    assert.deepEqual([...third.thread.value.earlier.value].sort(), [
      'head@school.example',
      'parent@family.example',
      'teacher@school.example'
    ]);
  });

  for (const { subject, parent, kind } of [
    { subject: 'Trip', parent: false, kind: 'new' },
    { subject: 'Re: Trip', parent: false, kind: 'reply' },
    { subject: 'RE[2]: Trip', parent: false, kind: 'reply' },
    { subject: 'Ateb: Trip', parent: false, kind: 'reply' },
    { subject: 'Trip', parent: true, kind: 'reply' },
    { subject: 'FW: Trip', parent: true, kind: 'forward' },
    { subject: 'Fwd: Re: Trip', parent: false, kind: 'forward' },
    { subject: 'Reading: week 3', parent: false, kind: 'new' }
  ]) {
    it(`takes «${subject}»${parent ? ' that answers a mail' : ''} for ${kind}, and says so when the earlier people are unknown`, async () => {
      const { thread } = await read(eml({ Subject: subject, ...(parent ? { 'In-Reply-To': '<9@x>' } : {}) }));
      assert.deepEqual(thread, { value: { kind, earlier: kind === 'new' ? { value: [] } : unread } });
    });
  }

  it('forgets the oldest, so that memory stays small', () => {
    const seen = conversations(2);
    const remember = (id: string) =>
      seen.remember(id, [], { value: { name: '', address: `${id}@x.example` } }, { value: { to: [], cc: [], bcc: [] } });
    for (const id of ['a', 'b', 'c']) remember(id);
    assert.deepEqual(seen.threadOf({ id: '', parents: ['a'], subject: '' }).earlier, unread);
    assert.deepEqual(seen.threadOf({ id: '', parents: ['c'], subject: '' }).earlier, { value: ['c@x.example'] });
  });
});
