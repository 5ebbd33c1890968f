import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateKeyPair, SignJWT } from 'jose';
import type { Card } from '../../../addin/gmail/card.ts';
import { keyedHash } from '../../../core/mail/filter.ts';
import { keysIn } from '../../../service/keys.ts';
import { keptOf } from '../../../service/outlook.ts';
import { readSchool } from '../../../service/school.ts';
import { addOnContract, hasAddOnContract } from '../../support/gmail/contract.ts';
import {
  account,
  type Answered,
  buttonsOf,
  type Draft,
  everyScope,
  gmailHost,
  gmailSchool,
  type Host,
  mail,
  oauthClient,
  origin,
  type Otherwise,
  scopesAsked,
  teacher,
  textPart,
  textsOf
} from '../../support/gmail/host.ts';
import { outlookYaml } from '../../support/issuer.ts';

const chain =
  'Forward this to 10 people within 24 hours or you will have seven years of bad luck. A girl broke the chain and died. ' +
  'Send this to everyone you know! Do not break the chain.';

describe('the service for Gmail', () => {
  let host: Host;

  beforeEach(async () => {
    host = await gmailHost();
  });
  afterEach(() => host.close());

  const labels = (card: Card): readonly string[] => buttonsOf(card).map(({ text }) => text);

  describe('while a message is written', () => {
    it('says what is wrong, which clause asks for it and why, and offers to put it right', async () => {
      const card = await host.compose({ to: ['parent.1@family.example', 'parent.2@family.example', 'parent.3@family.example'] });
      assert.deepEqual(textsOf(card).slice(0, 6), [
        '2 things to look at',
        'Before you send it: This goes to parents or carers without the headteacher. Copy in the headteacher.',
        'The school’s policy has no clause of its own for it.',
        'Before you send it: 3 families or outside people can see each other’s addresses. Move them to Bcc.',
        'Clauses E-mail.10, Agreement.8 of the school’s policy',
        'Gmail shows Beadle only who a message goes to. 11 rules could not judge this message.'
      ]);
      assert.deepEqual(labels(card), ['Copy in the headteacher', 'Why?', 'Move families to Bcc', 'Why?', 'Check again']);
      const [, why] = buttonsOf(card);
      assert.deepEqual(why!.onClick, { openLink: { url: `${origin}/rules/head-not-copied` } });
    });

    it('says so in Welsh to whoever uses Gmail in Welsh', async () => {
      for (const locale of ['cy', 'cy-GB', 'cy_GB']) {
        const card = await host.compose({ to: ['parent.1@family.example'] }, { locale });
        assert.deepEqual(textsOf(card).slice(0, 3), [
          '1 peth i edrych arno',
          'Cyn ichi ei hanfon: Mae hwn yn mynd at rieni neu ofalwyr heb y pennaeth. Anfonwch gopi at y pennaeth.',
          'Nid oes gan bolisi’r ysgol gymal penodol amdano.'
        ]);
        assert.deepEqual(labels(card), ['Anfon copi at y pennaeth', 'Pam?', 'Gwirio eto']);
        const [, why] = buttonsOf(card);
        assert.deepEqual(why!.onClick, { openLink: { url: `${origin}/cy/rules/head-not-copied` } });
      }
      assert.equal(textsOf(await host.compose({ to: ['parent.1@family.example'] }, { locale: 'cym-x' }))[0], '1 thing to look at');
    });

    it('names what it could not judge, because Gmail shows it only who the message goes to', async () => {
      const card = await host.compose({ to: ['colleague@school.example'] });
      const texts = textsOf(card);
      assert.deepEqual(texts.slice(0, 3), [
        'Nothing to put right so far',
        'By who it goes to, there is nothing to put right.',
        'Gmail shows Beadle only who a message goes to. 11 rules could not judge this message.'
      ]);
      assert.ok(texts.some(text => /^Beadle is not shown the subject here\. .*A chain letter/.test(text)));
      assert.ok(texts.some(text => /^Beadle is not shown the attachments here\./.test(text)));
      assert.ok(!texts.some(text => /All is well/.test(text)));
    });

    it('does not take a message without recipients for a clean one', async () => {
      for (const draft of [{}, { to: [] }]) {
        const card = await host.compose(draft);
        assert.deepEqual(textsOf(card), [
          'Nobody to look at yet',
          'Gmail shows Beadle no recipient yet. Fill in who the message goes to, then choose «Check again».'
        ]);
      }
    });

    it('asks for the scope where the person left it out', async () => {
      const granted = everyScope.filter(scope => !scope.endsWith('current.message.metadata'));
      const answered = await host.asked('/gmail/compose', { gmail: {} }, { granted });
      assert.deepEqual(await scopesAsked(answered), ['https://www.googleapis.com/auth/gmail.addons.current.message.metadata']);
      const nameless = await host.asked(
        '/gmail/compose',
        { gmail: {} },
        { granted: granted.filter(scope => !scope.endsWith('email')), user: null }
      );
      assert.deepEqual(await scopesAsked(nameless), ['https://www.googleapis.com/auth/userinfo.email']);
    });

    it('copies in the headteacher beside those who are there, and is content afterwards', async () => {
      const draft: Draft = {
        to: ['Zyparent One <parent.1@family.example>'],
        cc: ['Colleague@school.example'],
        bcc: ['office@school.example']
      };
      const card = await host.compose(draft);
      const { told } = await host.click(card, 'Copy in the headteacher', draft);
      assert.equal(told, 'Done: Copy in the headteacher. Choose «Check again» to look once more.');
      assert.deepEqual(draft, {
        to: ['Zyparent One <parent.1@family.example>'],
        cc: ['Colleague@school.example', 'head@school.example'],
        bcc: ['office@school.example']
      });
      const again = await host.click(card, 'Check again', draft);
      assert.equal(again.told, 'Checked again.');
      assert.equal(textsOf(again.card!)[0], 'Nothing to put right so far');
    });

    it('moves the families to Bcc that are there at the click, not those that were there before', async () => {
      const draft: Draft = {
        to: ['colleague@school.example', 'parent.1@family.example', 'parent.2@family.example'],
        cc: ['parent.3@family.example']
      };
      const card = await host.compose(draft);
      draft.to = [...draft.to!, 'parent.4@family.example'];
      draft.bcc = ['office@school.example'];
      await host.click(card, 'Move families to Bcc', draft);
      assert.deepEqual(draft, {
        to: ['colleague@school.example'],
        cc: [],
        bcc: ['office@school.example', ...[1, 2, 4, 3].map(i => `parent.${i}@family.example`)]
      });
    });

    it('speaks of families only where all are', async () => {
      const card = await host.compose({ to: ['parent.1@family.example', 'a@else.example', 'b@other.example'] });
      assert.ok(labels(card).includes('Move to Bcc'));
      const welsh = await host.compose({ to: [1, 2, 3].map(i => `parent.${i}@family.example`) }, { locale: 'cy' });
      assert.ok(labels(welsh).includes('Symud teuluoedd i Bcc'));
    });

    it('replaces an address that only looks right by the right one, whichever of several is clicked', async () => {
      const draft: Draft = { to: ['office@schooI.example', 'bursar@schoo1.example'], cc: ['head@school.example'] };
      const card = await host.compose(draft);
      const last = labels(card)
        .filter(label => label.startsWith('Send to'))
        .at(-1)!;
      assert.equal(last, 'Send to bursar@school.example instead');
      await host.click(card, last, draft);
      assert.deepEqual(draft.to, ['office@schooI.example', 'bursar@school.example']);
    });

    it('changes nothing where Gmail does not say who the message goes to', async () => {
      const card = await host.compose({ to: ['parent.1@family.example'] });
      const hidden: Draft = {};
      const { told } = await host.click(card, 'Copy in the headteacher', hidden);
      assert.equal(told, 'Gmail did not say who the message goes to, so nothing was changed. Please do it by hand.');
      assert.deepEqual(hidden, {});
    });

    it('says so where there is nothing left to do', async () => {
      const draft: Draft = { to: ['parent.1@family.example'] };
      const card = await host.compose(draft);
      const done: Draft = { to: ['parent.1@family.example'], cc: ['head@school.example'] };
      const { told, card: shown } = await host.click(card, 'Copy in the headteacher', done);
      assert.equal(told, 'The message has changed in the meantime: there is nothing left to do.');
      assert.equal(textsOf(shown!)[0], 'Nothing to put right so far');
      assert.deepEqual(done.cc, ['head@school.example']);
    });

    it('never loses an entry that Gmail would not take back', async () => {
      const draft: Draft = { to: ['parent.1@family.example'], cc: ['"a b"@else.example'] };
      const card = await host.compose(draft);
      const { told } = await host.click(card, 'Copy in the headteacher', draft);
      assert.equal(told, 'There is an entry here that Beadle cannot write back, so nothing was changed. Please do it by hand.');
      assert.deepEqual(draft.cc, ['"a b"@else.example']);
    });

    it('says nothing of the head, nor of the exemption, where the school exempts an address', async () => {
      const card = await host.compose({ to: ['lado@council.example', 'parent.1@family.example'] });
      assert.equal(textsOf(card)[0], 'Nothing to put right so far');
      assert.doesNotMatch(host.answers.join(''), /lado|exempt|council/i);
    });

    it('copes with 500 recipients', async () => {
      const draft: Draft = { to: Array.from({ length: 500 }, (_, i) => `Zyparent ${i} <parent.${i}@family.example>`) };
      const card = await host.compose(draft);
      assert.equal(textsOf(card)[0], '2 things to look at');
      await host.click(card, 'Move families to Bcc', draft);
      assert.deepEqual([draft.to!.length, draft.bcc!.length, draft.bcc![499]], [0, 500, 'parent.499@family.example']);
    });

    it('draws the first of very many findings, and says how many more there are', async () => {
      const card = await host.compose({
        to: Array.from({ length: 60 }, (_, i) => `user.${i}@schoo1.example`),
        cc: ['head@school.example']
      });
      assert.ok(textsOf(card).some(text => /^And \d+ more\.$/.test(text)));
    });
  });

  describe('with hostile addresses', () => {
    const hostile: readonly string[] = [
      '<b>x</b>@else.example',
      '"<a href=https://evil.example>school</a>"@schoo1.example',
      'head@school.example <evil@else.example>',
      '"head@school.example"@else.example',
      'head@school.example.else.example',
      'head@schооl.example',
      'a\u202egro.elpmaxe@else.example',
      `${'x'.repeat(1900)}@schoo1.example`,
      '{whom}@schoo1.example',
      '__proto__@schoo1.example',
      'constructor',
      '@',
      '',
      '   ',
      '<>',
      '>',
      'a@b@c@schoo1.example',
      '\u0000\u001b[31m@schoo1.example',
      '😀@schoo1.example'
    ];
    for (const address of hostile) {
      it(`draws nothing that it did not write for ${JSON.stringify(address).slice(0, 50)}`, async () => {
        const draft: Draft = { to: [address, 'parent.1@family.example'] };
        for (const locale of ['en', 'cy']) {
          const card = await host.compose(draft, { locale });
          // Whoever only looks like the head is not the head.
          assert.ok(textsOf(card).some(text => /without the headteacher|heb y pennaeth/.test(text)));
          const drawn = [...textsOf(card), ...labels(card), ...buttonsOf(card).map(({ altText = '' }) => altText)].join('');
          assert.doesNotMatch(drawn, /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
        }
        for (const label of labels(await host.compose(draft)).filter(label => label !== 'Why?'))
          await host.click(await host.compose(draft), label, { ...draft });
        assert.deepEqual(host.lines, []);
      });
    }
  });

  describe('when a message is opened', () => {
    it('says that it is a chain letter before anybody forwards it', async () => {
      const card = await host.open(mail('FW: read this', textPart(chain)));
      assert.deepEqual(textsOf(card), [
        'Do not send this on',
        'Before you send it on: This reads like a chain letter. Please do not send it on.',
        'Clause E-mail.19 of the school’s policy (E-mail)'
      ]);
      const welsh = await host.open(mail('FW: read this', textPart(`<p>${chain}</p>`, 'text/html')), { locale: 'cy' });
      assert.deepEqual(textsOf(welsh).slice(0, 2), [
        'Peidiwch ag anfon hon ymlaen',
        'Cyn ichi ei hanfon ymlaen: Mae hwn yn darllen fel llythyr cadwyn. Peidiwch â’i anfon ymlaen.'
      ]);
    });

    it('says that another message is none', async () => {
      const card = await host.open(mail('Trip on Friday', textPart('The coach leaves at nine.')));
      assert.deepEqual(textsOf(card), [
        'No chain letter',
        'This does not read like a chain letter, a hoax, a petition or a joke that is passed round.'
      ]);
    });

    const unread = [
      'Not looked at',
      'Beadle could not read this message, so it cannot say whether it is a chain letter. Look at it yourself before you send it on.'
    ];
    const faults = [
      ['Google says no', { status: 403, body: '{}' }],
      ['Google says later', { status: 429, body: '{}' }],
      ['a proxy answers', { status: 200, body: '<html>sign in</html>' }],
      ['half an answer comes', { status: 200, body: '{"payload":{"mimeType":"text/pl' }],
      ['the answer is of another shape', { status: 200, body: '{"payload":{"parts":"none"}}' }],
      ['nothing comes', 'reset']
    ] as const;
    for (const [says, fault] of faults) {
      it(`says that it was not looked at when ${says}`, async () => {
        host.fault(fault);
        assert.deepEqual(textsOf(await host.open(mail('x', textPart(chain)))), unread);
        assert.deepEqual(host.lines, []);
      });
    }

    it('says so where no text could be found in it', async () => {
      assert.deepEqual(
        textsOf(await host.open({ mimeType: 'multipart/mixed', parts: [{ mimeType: 'image/png', filename: 'a.png', body: { size: 9 } }] })),
        unread
      );
    });

    it('reads nothing where the school does not look for chain letters', async () => {
      const other = await gmailHost(gmailSchool({ 'chain-letter': { action: 'off' } }));
      try {
        assert.equal(textsOf(await other.open(mail('x', textPart(chain))))[0], 'Beadle');
        assert.equal(other.reads(), 0);
        assert.ok(!textsOf(await other.home()).some(text => /chain letter/.test(text)));
      } finally {
        await other.close();
      }
    });
  });

  it('says at home what it is here for and what it does not see, in both languages', async () => {
    assert.ok(textsOf(await host.home()).includes('It cannot hold a message back: whether you send it is up to you.'));
    assert.ok(textsOf(await host.home({ locale: 'cy' })).includes('Ni all ddal neges yn ôl: chi sy’n penderfynu ei hanfon ai peidio.'));
  });

  it('says that it cannot hold back what the school does not allow', async () => {
    const other = await gmailHost(gmailSchool({ 'head-not-copied': { action: 'block' } }));
    try {
      const texts = textsOf(await other.compose({ to: ['parent.1@family.example'] }));
      assert.ok(texts.includes('Not allowed: This goes to parents or carers without the headteacher. Copy in the headteacher.'));
      assert.ok(texts.includes('Beadle cannot hold a message back in Gmail. Please put this right before you send it.'));
    } finally {
      await other.close();
    }
  });

  it('judges by what the school decided meanwhile, and by what was before where that is wrong', async () => {
    const draft = { to: ['parent.1@family.example'] };
    const file = join(host.folder, 'beadle.yaml');
    await writeFile(file, gmailSchool({ 'head-not-copied': { action: 'off' } })['beadle.yaml']!);
    assert.equal(textsOf(await host.compose(draft))[0], '1 thing to look at');
    host.clock.instant += 61_000;
    assert.equal(textsOf(await host.compose(draft))[0], 'Nothing to put right so far');
    await writeFile(file, 'school: [oops');
    host.clock.instant += 61_000;
    assert.equal(textsOf(await host.compose(draft))[0], 'Nothing to put right so far');
    assert.deepEqual(host.lines, [
      'The school’s files could not be read again (wrong-config); Gmail gets what was read before. «beadle check» says what is wrong.'
    ]);
  });

  it('knows whom the coordinator accepted when people said in Outlook who somebody is', async () => {
    const both = await gmailHost(gmailSchool({}, outlookYaml));
    try {
      const { directory } = await keysIn(both.folder);
      const school = await readSchool(join(both.folder, 'beadle.yaml'), { cwd: both.folder, now: () => new Date(both.clock.instant) });
      const draft = { to: ['grandparent@else.example'] };
      assert.equal(textsOf(await both.compose(draft))[0], 'Nothing to put right so far');
      const hash = keyedHash(directory, 'grandparent@else.example');
      await keptOf(school, both.folder).suggestions(directory).decide({ hash, accepted: 'parent' }, new Date(both.clock.instant));
      both.clock.instant += 61_000;
      assert.equal(textsOf(await both.compose(draft))[0], '1 thing to look at');
      assert.equal(textsOf(await both.compose({ to: ['somebody@else.example'] }))[0], 'Nothing to put right so far');
      assert.deepEqual(both.lines, []);
    } finally {
      await both.close();
    }
  });

  describe('refuses', () => {
    const seconds = Date.parse('2026-11-18T10:00:00Z') / 1000;
    const compose = (otherwise: Otherwise): Promise<Answered> =>
      host.asked('/gmail/compose', { gmail: { toRecipients: ['parent.1@family.example'] } }, otherwise);
    const wrong: readonly (readonly [says: string, otherwise: Otherwise, status: number, reason: string])[] = [
      ['no token', { headers: { authorization: '' } }, 401, 'unreadable'],
      ['what is no token', { headers: { authorization: 'Bearer abc' } }, 401, 'unreadable'],
      ['another scheme', { headers: { authorization: 'Basic abc' } }, 401, 'unreadable'],
      ['a token that is far too long', { headers: { authorization: `Bearer ${'a'.repeat(7000)}.b.c` } }, 401, 'unreadable'],
      ['another endpoint’s token', { system: { aud: `${origin}/gmail/home` } }, 401, 'wrong-audience'],
      ['a token for the origin alone', { system: { aud: origin } }, 401, 'wrong-audience'],
      ['a token for several', { system: { aud: [`${origin}/gmail/compose`, 'https://else.example'] } }, 401, 'wrong-audience'],
      ['a token for another service', { system: { aud: 'https://else.example/gmail/compose' } }, 401, 'wrong-audience'],
      ['another issuer', { system: { iss: 'https://accounts.google.example' } }, 401, 'wrong-issuer'],
      ['no issuer', { system: { iss: undefined } }, 401, 'wrong-issuer'],
      ['another project’s service account', { system: { email: account.replace('123', '124') } }, 401, 'wrong-account'],
      ['a person in its place', { system: { email: teacher } }, 401, 'wrong-account'],
      ['an account whose address Google did not verify', { system: { email_verified: false } }, 401, 'wrong-account'],
      ['one that is verified in a word', { system: { email_verified: 'true' } }, 401, 'wrong-account'],
      ['a token that has run out', { system: { iat: seconds - 3700, exp: seconds - 61 } }, 401, 'expired'],
      ['a token that never runs out', { system: { exp: undefined } }, 401, 'unreadable'],
      ['a token of nobody knows when', { system: { iat: undefined } }, 401, 'unreadable'],
      ['a token of long ago that is good for ever', { system: { iat: seconds - 3661, exp: seconds + 1e9 } }, 401, 'too-old'],
      ['a token of the future', { system: { iat: seconds + 61 } }, 401, 'too-old'],
      ['nobody', { user: null }, 403, 'no-person'],
      ['a person’s token for another application', { user: { aud: 'other.apps.googleusercontent.com' } }, 401, 'wrong-audience'],
      ['a person of another Workspace', { user: { hd: 'else.example' } }, 403, 'wrong-domain'],
      ['a Workspace that begins like ours', { user: { hd: 'school.example.else.example' } }, 403, 'wrong-domain'],
      ['a private account', { user: { hd: undefined, email: 'somebody@gmail.com' } }, 403, 'wrong-domain'],
      ['an address that was not verified', { user: { email_verified: false } }, 403, 'no-person'],
      ['a person without an address', { user: { email: undefined } }, 403, 'no-person'],
      ['a person without a name for ever', { user: { sub: '' } }, 403, 'no-person'],
      ['a person’s token that has run out', { user: { iat: seconds - 3700, exp: seconds - 61 } }, 401, 'expired'],
      ['the service’s token in a person’s place', { user: { aud: `${origin}/gmail/compose`, email: account } }, 401, 'wrong-audience'],
      ['what is no JSON', { body: '{"gmail":' }, 400, 'no-json'],
      ['another type', { headers: { 'content-type': 'text/plain' } }, 415, 'wrong-type'],
      ['what is packed', { headers: { 'content-encoding': 'gzip' } }, 415, 'packed'],
      ['too much at once', { body: JSON.stringify({ gmail: 'x'.repeat(520 * 1024) }) }, 413, 'too-large'],
      [
        'another shape',
        { body: '{"commonEventObject":{"hostApp":"GMAIL"},"gmail":{"toRecipients":"zyparent@family.example"}}' },
        400,
        'wrong-shape'
      ],
      ['no event', { body: '[]' }, 400, 'wrong-shape'],
      ['another of Google’s applications', { body: '{"commonEventObject":{"hostApp":"CALENDAR"}}' }, 400, 'wrong-host'],
      ['another method', { method: 'GET' }, 405, 'wrong-method'],
      ['a deletion', { method: 'DELETE' }, 405, 'wrong-method']
    ];
    for (const [says, otherwise, status, reason] of wrong) {
      it(`${says}, with ${status}`, async () => {
        const answered = await compose(otherwise);
        assert.deepEqual([answered.status, (answered.body as { reason?: string }).reason], [status, reason]);
        assert.match(answered.headers.get('content-type') ?? '', /^application\/problem\+json/);
        assert.equal(answered.headers.get('cache-control'), 'no-store');
        assert.equal(answered.headers.has('www-authenticate'), status === 401);
        assert.doesNotMatch(answered.text + host.lines.join(''), /parent\.1|zyparent|teacher|eyJ|ya29/i);
      });
    }

    it('whoever shows nothing at all', async () => {
      const response = await fetch(`${host.at}/gmail/compose`, { method: 'POST', body: '{}' });
      assert.deepEqual([response.status, response.headers.get('www-authenticate')], [401, 'Bearer']);
      assert.equal(((await response.json()) as { reason: string }).reason, 'no-token');
    });

    it('tokens that it cannot check, because Google’s keys cannot be had', async () => {
      host.issuer.answer(500, 'no');
      const answered = await compose({});
      assert.deepEqual([answered.status, answered.headers.get('retry-after')], [503, '120']);
    });

    it('a token that somebody else signed, or nobody', async () => {
      const { privateKey } = await generateKeyPair('RS256');
      const claims = {
        aud: `${origin}/gmail/compose`,
        iss: 'https://accounts.google.com',
        email: account,
        email_verified: true,
        iat: seconds,
        exp: seconds + 60
      };
      const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey);
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const secret = new TextEncoder().encode('0123456789abcdef0123456789abcdef');
      const tokens = [
        [forged, 'wrong-signature'],
        [await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k2' }).sign(privateKey), 'unknown-key'],
        [await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret), 'wrong-algorithm'],
        [`${part({ alg: 'none', kid: 'k1' })}.${part(claims)}.`, 'unreadable'],
        [`${part({ alg: 'none', kid: 'k1' })}.${part(claims)}.AAAA`, 'wrong-algorithm']
      ];
      for (const [token, reason] of tokens) {
        const answered = await compose({ headers: { authorization: `Bearer ${token}` } });
        assert.deepEqual([answered.status, (answered.body as { reason: string }).reason], [401, reason]);
      }
    });

    it('a token that was used before, where Google gave it a name; others are good for an hour', async () => {
      assert.equal((await compose({ system: { jti: 'a' } })).status, 200);
      const answered = await compose({ system: { jti: 'a' } });
      assert.deepEqual([answered.status, (answered.body as { reason: string }).reason], [401, 'replayed']);
      assert.equal((await compose({ system: { jti: 'b' } })).status, 200);
      assert.equal((await compose({})).status, 200);
      assert.equal((await compose({})).status, 200);
    });

    it('whoever asks too often, and nobody else', async () => {
      for (let i = 0; i < 120; i += 1) assert.equal((await compose({})).status, 200);
      const answered = await compose({});
      assert.deepEqual([answered.status, answered.headers.get('retry-after')], [429, '60']);
      assert.equal((await compose({ user: { sub: '43' } })).status, 200);
      host.clock.instant += 60_000;
      assert.equal((await compose({})).status, 200);
    }).timeout(20_000);

    it('and writes each reason down once a minute', async () => {
      for (let i = 0; i < 3; i += 1) await compose({ user: { hd: 'else.example' } });
      assert.deepEqual(host.lines, ['A request to the add-on for Gmail was refused (wrong-domain).']);
      host.clock.instant += 60_000;
      await compose({ user: { hd: 'else.example' } });
      assert.equal(host.lines.length, 2);
    });
  });

  it('accepts tokens for another address where the school says so, and people of the Workspace’s own domain', async () => {
    const files = gmailSchool();
    const yaml = files['beadle.yaml']!.replace(
      `clientId: ${oauthClient} }`,
      `clientId: ${oauthClient}, audience: ["${origin}"], domains: [trust.example] }`
    );
    const other = await gmailHost({ ...files, 'beadle.yaml': yaml });
    try {
      const user = { hd: 'trust.example' };
      const card = await other.compose({ to: ['parent.1@family.example'] }, { system: { aud: origin }, user });
      assert.equal(textsOf(card)[0], '1 thing to look at');
      assert.equal((await other.asked('/gmail/compose', { gmail: {} })).status, 403);
    } finally {
      await other.close();
    }
  });

  it('gives out the add-on’s image', async () => {
    const response = await fetch(`${host.at}/gmail/icon.png`);
    assert.deepEqual([response.status, response.headers.get('content-type')], [200, 'image/png']);
  });

  it('answers and logs no word of a message, nor any address that the sender need not see', async () => {
    const secret = 'Zysecret Zyword zylophone';
    await host.open(mail(`FW: ${secret}`, textPart(`${chain} ${secret}`), textPart(`<p>${secret}</p>`, 'text/html')));
    await host.open(mail(secret, textPart(secret)), { locale: 'cy' });
    host.fault({ status: 500, body: secret });
    await host.open(mail(secret, textPart(secret)));
    const names = {
      to: [`${secret} <parent.1@family.example>`, 'parent.2@family.example', 'parent.3@family.example'],
      cc: ['zycolleague@school.example']
    };
    for (const locale of ['en', 'cy']) await host.compose(names, { locale });
    await host.asked(
      '/gmail/compose',
      { gmail: { toRecipients: [secret] } },
      { user: { hd: `${secret}.example`, email: `${secret}@else.example` } }
    );
    await host.asked('/gmail/compose', { gmail: {} }, { body: `{"${secret}": 1, "commonEventObject": "${secret}"` });
    await host.asked('/gmail/compose', { gmail: {} }, { body: `{"${secret}": 1, "commonEventObject": "${secret}"}` });
    const card = await host.compose({ to: ['parent.1@family.example'] });
    await host.click(card, 'Copy in the headteacher', { to: [`${secret} <parent.1@family.example>`] });
    const everything = [...host.answers, ...host.lines].join('\n');
    assert.ok(host.answers.length >= 9);
    assert.doesNotMatch(everything, /zysecret|zyword|zylophone|zycolleague|zyparent|zysender|bad luck|family\.example/i);
    assert.doesNotMatch(everything, /ya29|per-message|eyJ/);
  });

  describe('Google’s own shapes (needs ../shared)', () => {
    (hasAddOnContract ? it : it.skip)('refuse the wrong wrapper and the spelling of Google’s own sample', async () => {
      const contract = await addOnContract();
      const right = {
        renderActions: {
          hostAppAction: { gmailAction: { updateDraftActionMarkup: { updateCcRecipients: { ccRecipients: [{ email: 'a@b.example' }] } } } }
        }
      };
      assert.deepEqual(contract.onClick(right), []);
      assert.notDeepEqual(contract.onClick(JSON.parse(JSON.stringify(right).replace('"ccRecipients"', '"CcRecipients"'))), []);
      assert.notDeepEqual(contract.renderActions(right), []);
      assert.notDeepEqual(contract.onClick({ action: {} }), []);
      assert.notDeepEqual(
        contract.event({
          commonEventObject: { hostApp: 'GMAIL', platform: 'WEB' },
          authorizationEventObject: { systemIdToken: 'x' },
          gmail: { subject: 'x' }
        }),
        []
      );
      assert.notDeepEqual(
        contract.renderActions({ action: { navigations: [{ pushCard: { sections: [{ widgets: [{ textButton: {} }] }] } }] } }),
        []
      );
    });
  });
});
