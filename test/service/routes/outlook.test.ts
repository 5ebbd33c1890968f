import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DevicePolicy, SignedPolicy } from '../../../core/mail/device.ts';
import { audiencesIn, keyedHash } from '../../../core/mail/filter.ts';
import type { VerdictRecord } from '../../../core/mail/record.ts';
import { endorsedText, newSigningKey, type PublicKey } from '../../../service/keys.ts';
import type { Outlook } from '../../../service/outlook.ts';
import { claimsAt, clientId, type Issuer, issuer, person, tenant } from '../../support/issuer.ts';
import { outlookServed, schoolFolder } from '../../support/outlook-school.ts';

const record: VerdictRecord = {
  at: '2026-11-18T10:00:00.000Z',
  sender: '0123456789abcdef',
  policy: '0123456789ab',
  action: 'confirm',
  findings: [{ rule: 'head-not-copied', action: 'confirm', places: 2 }],
  unjudged: [{ rule: 'chain-letter', because: 'unreachable' }]
};
const suggestion = { hash: '00112233aabbccdd', audience: 'parent', provider: true };

describe('the service for Outlook', () => {
  let microsoft: Issuer;
  let folder: string;
  let gone: () => Promise<void>;
  let outlook: Outlook;
  let server: Server;
  let origin: string;
  let token: string;
  let lines: string[];
  let clock: number;
  const now = (): Date => new Date(clock);

  beforeEach(async () => {
    microsoft = await issuer();
    clock = Date.parse('2026-11-18T10:00:00Z');
    lines = [];
    token = await microsoft.token(claimsAt(now()));
    ({ folder, gone } = await schoolFolder());
    ({ outlook, server, origin } = await outlookServed(folder, { keysAt: microsoft.keysAt, now, log: line => lines.push(line) }));
  });

  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    microsoft.close();
    await gone();
  });

  const asked = (path: string, headers: { readonly [name: string]: string } = {}): Promise<Response> =>
    fetch(origin + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const sent = (path: string, body: unknown, headers: { readonly [name: string]: string } = {}): Promise<Response> =>
    fetch(origin + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body)
    });
  const policy = async (): Promise<SignedPolicy> => (await (await asked('/outlook/policy')).json()) as SignedPolicy;
  const keys = async (): Promise<readonly PublicKey[]> =>
    ((await (await asked('/outlook/keys')).json()) as { readonly keys: readonly PublicKey[] }).keys;
  const stored = async (): Promise<readonly VerdictRecord[]> => {
    const records: VerdictRecord[] = [];
    for await (const each of outlook.records.all()) records.push(each);
    return records;
  };

  describe('gives out the policy', () => {
    it('signed, as a browser checks it', async () => {
      const response = await asked('/outlook/policy');
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
      assert.equal(response.headers.get('cache-control'), 'private, no-cache');
      const { payload, kid, signature } = (await response.json()) as SignedPolicy;
      const key = (await keys()).find(each => each.kid === kid);
      assert.ok(key && (await verified(key, payload, signature)));
      assert.ok(!(await verified(key, payload.replace('confirm', 'allow'), signature)));
      const device = JSON.parse(payload) as DevicePolicy;
      assert.deepEqual([device.format, device.issued, device.expires], [1, '2026-11-18T00:00:00.000Z', '2026-12-02T00:00:00.000Z']);
      assert.deepEqual(device.policy.directory, {});
      assert.deepEqual(audiencesIn(device.policy.filter!, 'parent.7@family.example'), [{ audience: 'parent' }]);
      assert.deepEqual(device.policy.people.headteacher, ['head@school.example']);
    });

    it('without an address, a name or a household of the directory, and without an exempt address', async () => {
      const answers = await Promise.all(
        ['/outlook/policy', '/outlook/keys', '/outlook/sign-in', '/.well-known/microsoft-officeaddins-allowed.json'].map(async path =>
          (await asked(path)).text()
        )
      );
      for (const text of answers)
        assert.doesNotMatch(text, /family\.example|governors\.example|kit\.sample|Zyparent|Zygovernor|Zypupil|household|council/i);
    });

    it('only once where the device has it already', async () => {
      const first = await asked('/outlook/policy');
      const etag = first.headers.get('etag') ?? '';
      assert.match(etag, /^"[\w-]{22}"$/);
      const body = await first.text();
      for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await asked('/outlook/policy', { 'if-none-match': tag });
        assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag]);
      }
      const other = await asked('/outlook/policy', { 'if-none-match': '"other"' });
      assert.deepEqual([other.status, await other.text()], [200, body]);
    });

    it('to nobody who merely knows its tag', async () => {
      const etag = (await asked('/outlook/policy')).headers.get('etag') ?? '';
      const { status } = await fetch(`${origin}/outlook/policy`, { headers: { 'if-none-match': etag } });
      assert.equal(status, 401);
    });

    it('anew each day, so that its end moves on', async () => {
      const etag = (await asked('/outlook/policy')).headers.get('etag') ?? '';
      clock += 24 * 60 * 60 * 1000;
      token = await microsoft.token(claimsAt(now()));
      const next = await asked('/outlook/policy', { 'if-none-match': etag });
      assert.equal(next.status, 200);
      const { payload } = (await next.json()) as SignedPolicy;
      assert.equal((JSON.parse(payload) as DevicePolicy).expires, '2026-12-03T00:00:00.000Z');
    });

    it('as the school’s files are now, within a minute', async () => {
      const before = JSON.parse((await policy()).payload) as DevicePolicy;
      await appendFile(join(folder, 'people.csv'), '\nnew.parent@home.example,parent,,\n');
      assert.equal((JSON.parse((await policy()).payload) as DevicePolicy).version, before.version);
      clock += 61_000;
      const after = JSON.parse((await policy()).payload) as DevicePolicy;
      assert.notEqual(after.version, before.version);
      assert.deepEqual(audiencesIn(after.policy.filter!, 'new.parent@home.example'), [{ audience: 'parent' }]);
    });

    it('as it was, where the school’s files have become wrong, and says so in the log without quoting them', async () => {
      const before = await policy();
      await writeFile(join(folder, 'people.csv'), 'address,audience\nsecret.person@home.example,parnt\n');
      clock += 61_000;
      assert.deepEqual(await policy(), before);
      assert.deepEqual(lines, [
        'The school’s files could not be read again (wrong-directory); Outlook gets what was read before. «beadle outlook policy» says what is wrong.'
      ]);
    });

    it('as it was, where the keys are gone, and makes no new ones', async () => {
      const before = await policy();
      await rm(join(folder, 'beadle-keys.json'));
      clock += 61_000;
      assert.deepEqual(await policy(), before);
      assert.match(lines.join(), /\(file-missing\)/);
      assert.ok(!(await readdir(folder)).includes('beadle-keys.json'));
    });

    it('signed by a new key that the old one endorses', async () => {
      const [old] = await keys();
      const etag = (await asked('/outlook/policy')).headers.get('etag') ?? '';
      await newSigningKey(folder);
      clock += 61_000;
      const response = await asked('/outlook/policy', { 'if-none-match': etag });
      assert.equal(response.status, 200);
      const { payload, kid, signature } = (await response.json()) as SignedPolicy;
      const [first, second] = await keys();
      assert.deepEqual(first, old);
      assert.deepEqual([second!.kid, second!.endorsedBy], [kid, old!.kid]);
      assert.ok(await verified(old!, endorsedText(second!), second!.endorsement!));
      assert.ok(await verified(second!, payload, signature));
    });
  });

  describe('keeps records', () => {
    it('as they were sent, with when they came', async () => {
      const response = await sent('/outlook/records', { records: [record] });
      assert.deepEqual([response.status, await response.text()], [204, '']);
      assert.deepEqual(await stored(), [record]);
      assert.equal(
        await readFile(join(folder, 'data/records-2026-11.jsonl'), 'utf8'),
        `${JSON.stringify({ ...record, received: '2026-11-18T10:00:00.000Z' })}\n`
      );
    });

    it('once, where a device that heard no answer sends them again', async () => {
      const next = { ...record, at: '2026-11-18T10:00:01.000Z' };
      await sent('/outlook/records', { records: [record] });
      await sent('/outlook/records', { records: [record, next] });
      assert.deepEqual(await stored(), [record, next]);
    });

    it('without who sent them', async () => {
      await sent('/outlook/records', { records: [record] });
      await sent('/outlook/suggestions', { suggestions: [suggestion] });
      for (const file of await readdir(join(folder, 'data'))) {
        const text = await readFile(join(folder, 'data', file), 'utf8');
        assert.ok(!text.includes(person) && !text.includes(tenant));
      }
    });

    it('200 at a time', async () => {
      const many = (count: number): readonly VerdictRecord[] =>
        Array.from({ length: count }, (_, i) => ({ ...record, at: new Date(clock + i).toISOString() }));
      assert.equal((await sent('/outlook/records', { records: many(200) })).status, 204);
      assert.equal((await sent('/outlook/records', { records: many(201) })).status, 400);
      assert.equal((await stored()).length, 200);
    });

    const secret = 'Dear Parent One';
    const wrong: readonly (readonly [says: string, body: unknown, place: string])[] = [
      ['a word', { records: [{ ...record, subject: secret }] }, '«records[0]» has a field that is not known here'],
      [
        'a word beside a rule',
        { records: [{ ...record, findings: [{ ...record.findings[0], words: secret }] }] },
        '«records[0].findings[0]» has'
      ],
      [
        'a rule that is none',
        { records: [record, { ...record, findings: [{ rule: secret, action: 'block', places: 1 }] }] },
        '«records[1].findings[0].rule» is'
      ],
      ['an address for a sender', { records: [{ ...record, sender: 'teacher@school.example' }] }, '«records[0].sender» is'],
      ['a word for a version', { records: [{ ...record, policy: secret }] }, '«records[0].policy» is'],
      ['a word for a time', { records: [{ ...record, at: secret }] }, '«records[0].at» is'],
      ['a word for an action', { records: [{ ...record, action: secret }] }, '«records[0].action» is'],
      [
        'a text for a number',
        { records: [{ ...record, findings: [{ ...record.findings[0], places: secret }] }] },
        '«records[0].findings[0].places» is'
      ],
      [
        'too large a number',
        { records: [{ ...record, findings: [{ ...record.findings[0], places: 1e15 }] }] },
        '«records[0].findings[0].places» is'
      ],
      [
        'a reason that is none',
        { records: [{ ...record, unjudged: [{ rule: 'chain-letter', because: secret }] }] },
        '«records[0].unjudged[0].because» is'
      ],
      ['something missing', { records: [{ ...record, unjudged: undefined }] }, '«records[0].unjudged» is'],
      ['something beside the records', { records: [record], note: secret }, 'What was sent has a field that is not known here'],
      ['a key of every object', `{"records":[],"__proto__":{"x":1}}`, ''],
      ['nothing', { records: [] }, '«records» is'],
      ['a list', [record], 'What was sent is'],
      ['null', 'null', '']
    ];
    for (const [says, body, place] of wrong) {
      it(`and refuses ${says}, keeps nothing, and repeats nothing of it`, async () => {
        const response = await sent('/outlook/records', body);
        const text = await response.text();
        assert.equal(response.status, 400, text);
        assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
        assert.ok((JSON.parse(text) as { detail: string }).detail.startsWith(place), text);
        assert.ok(!text.includes(secret) && !text.includes('teacher'));
        assert.deepEqual([await stored(), lines], [[], []]);
      });
    }

    it('and refuses what is too large, no JSON, packed, or of another type', async () => {
      const large = await sent('/outlook/records', { records: [record], x: 'x'.repeat(600 * 1024) });
      assert.deepEqual([large.status, ((await large.json()) as { reason: string }).reason], [413, 'too-large']);
      const broken = await sent('/outlook/records', `{"records":[{"at":"Dear Parent One`);
      assert.deepEqual([broken.status, /Parent/.test(await broken.text())], [400, false]);
      const packed = await sent('/outlook/records', { records: [record] }, { 'content-encoding': 'gzip' });
      assert.equal(packed.status, 415);
      const form = await sent('/outlook/records', 'records=1', { 'content-type': 'application/x-www-form-urlencoded' });
      assert.equal(form.status, 415);
      assert.deepEqual(await stored(), []);
    });

    it('and says so where the disk does not take them, without saying 204', async () => {
      await writeFile(join(folder, 'data'), 'a file where the folder should be');
      const response = await sent('/outlook/records', { records: [record] });
      const text = await response.text();
      assert.equal(response.status, 503);
      const { code } = JSON.parse(text) as { code: string };
      assert.deepEqual(lines, [`Outlook could not be answered (503, ${code}).`]);
      assert.ok(!text.includes(folder));
      await rm(join(folder, 'data'));
      assert.equal((await sent('/outlook/records', { records: [record] })).status, 204);
    });
  });

  describe('keeps suggestions', () => {
    it('each person’s last word of an address counts once', async () => {
      await sent('/outlook/suggestions', { suggestions: [suggestion, { ...suggestion, hash: 'ffffffffffffffff' }] });
      await sent('/outlook/suggestions', { suggestions: [{ ...suggestion, audience: 'governor' }] });
      token = await microsoft.token({ ...claimsAt(now()), oid: 'bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee' });
      await sent('/outlook/suggestions', { suggestions: [{ ...suggestion, audience: 'governor', provider: false }] });
      assert.deepEqual(await outlook.suggestions.all(), [
        { hash: suggestion.hash, said: { governor: 2 }, provider: true, decision: undefined },
        { hash: 'ffffffffffffffff', said: { parent: 1 }, provider: true, decision: undefined }
      ]);
    });

    it('and takes what was accepted into the directory of every device', async () => {
      const before = JSON.parse((await policy()).payload) as DevicePolicy;
      const hash = keyedHash(before.policy.filter!.key, 'aunt.one@home.example');
      assert.equal((await sent('/outlook/suggestions', { suggestions: [{ ...suggestion, hash }] })).status, 204);
      await outlook.suggestions.decide({ hash, accepted: 'agency' }, now());
      clock += 61_000;
      const after = JSON.parse((await policy()).payload) as DevicePolicy;
      assert.deepEqual(audiencesIn(after.policy.filter!, 'aunt.one@home.example'), [{ audience: 'agency' }]);
      assert.ok(after.policy.knows?.includes('agency') && !before.policy.knows?.includes('agency'));
      assert.notEqual(after.version, before.version);
      await outlook.suggestions.decide({ hash, refused: true }, now());
      clock += 61_000;
      assert.equal((JSON.parse((await policy()).payload) as DevicePolicy).version, before.version);
    });

    for (const [says, body] of [
      ['an address', { suggestions: [{ ...suggestion, address: 'aunt.one@home.example' }] }],
      ['an address for a hash', { suggestions: [{ ...suggestion, hash: 'aunt.one@home.example' }] }],
      ['capitals in a hash', { suggestions: [{ ...suggestion, hash: '00112233AABBCCDD' }] }],
      ['an audience that is none', { suggestions: [{ ...suggestion, audience: 'aunt' }] }],
      ['no word on the provider', { suggestions: [{ hash: suggestion.hash, audience: 'parent' }] }],
      ['more than 200', { suggestions: Array.from({ length: 201 }, () => suggestion) }]
    ] as const) {
      it(`and refuses ${says}`, async () => {
        const response = await sent('/outlook/suggestions', body);
        assert.equal(response.status, 400);
        assert.doesNotMatch(await response.text(), /aunt|home/);
        assert.deepEqual(await outlook.suggestions.all(), []);
      });
    }
  });

  describe('lets in', () => {
    const doors: readonly (readonly [method: string, path: string])[] = [
      ['GET', '/outlook/policy'],
      ['POST', '/outlook/records'],
      ['POST', '/outlook/suggestions']
    ];
    for (const [method, path] of doors) {
      it(`nobody without a token that counts at ${path}`, async () => {
        const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
        const claims = claimsAt(now());
        const hmac = `${part({ alg: 'HS256', kid: 'k1' })}.${part(claims)}`;
        const cases: readonly (readonly [token: string | undefined, status: number, reason: string])[] = [
          [undefined, 401, 'no-token'],
          [`${part({ alg: 'none', kid: 'k1' })}.${part(claims)}.AAAA`, 401, 'wrong-algorithm'],
          [
            `${hmac}.${createHmac('sha256', JSON.stringify(microsoft.published[0])).update(hmac).digest('base64url')}`,
            401,
            'wrong-algorithm'
          ],
          [await microsoft.token({ ...claims, aud: tenant }), 401, 'wrong-audience'],
          [await microsoft.token({ ...claims, tid: clientId }), 403, 'wrong-tenant'],
          [await microsoft.token({ ...claims, iss: 'https://login.microsoftonline.com/common/v2.0' }), 401, 'wrong-issuer'],
          [await microsoft.token({ ...claims, azp: tenant }), 403, 'wrong-client'],
          [await microsoft.token({ ...claims, scp: 'User.Read' }), 403, 'wrong-scope'],
          [await microsoft.token({ ...claims, ver: '1.0' }), 401, 'wrong-version'],
          [await microsoft.token({ ...claims, exp: clock / 1000 - 100 }), 401, 'expired'],
          [await microsoft.token({ ...claims, nbf: clock / 1000 + 100 }), 401, 'not-yet'],
          [`${(await microsoft.token(claims)).slice(0, -8)}AAAAAAAA`, 401, 'wrong-signature']
        ];
        for (const [wrong, status, reason] of cases) {
          const response = await fetch(origin + path, {
            method,
            headers: { 'content-type': 'application/json', ...(wrong === undefined ? {} : { authorization: `Bearer ${wrong}` }) },
            ...(method === 'POST' ? { body: JSON.stringify({ records: [record], suggestions: [suggestion] }) } : {})
          });
          const problem = (await response.json()) as { readonly [field: string]: unknown };
          assert.deepEqual([response.status, problem['status'], problem['reason']], [status, status, reason]);
          assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
          assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer/);
          assert.equal(response.headers.get('cache-control'), 'no-store');
          assert.match(String(problem['detail']), /^[A-Z].*\.$/);
          if (wrong !== undefined) assert.ok(!JSON.stringify([problem, lines]).includes(wrong.slice(-20)));
        }
        assert.deepEqual(await readdir(folder), ['beadle-keys.json', 'beadle.yaml', 'dist', 'people.csv']);
      });
    }

    it('nobody while the issuer’s keys cannot be had, and says when to try again', async () => {
      microsoft.answer(500, '');
      const response = await asked('/outlook/policy');
      assert.deepEqual([response.status, response.headers.get('retry-after')], [503, '120']);
    });

    it('each person 300 times a minute', async () => {
      const statuses = await Promise.all(Array.from({ length: 310 }, async () => (await asked('/outlook/policy')).status));
      assert.deepEqual([statuses.filter(status => status === 200).length, statuses.filter(status => status === 429).length], [300, 10]);
      const refused = await asked('/outlook/policy');
      assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '60']);
      token = await microsoft.token({ ...claimsAt(now()), oid: 'bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee' });
      assert.equal((await asked('/outlook/policy')).status, 200);
      token = await microsoft.token(claimsAt(now()));
      clock += 60_000;
      assert.equal((await asked('/outlook/policy')).status, 200);
    });

    it('nobody, and writes a flood of wrong tokens to the log once a minute', async () => {
      token = await microsoft.token({ ...claimsAt(now()), scp: 'User.Read' });
      for (let i = 0; i < 5; i += 1) assert.equal((await asked('/outlook/policy')).status, 403);
      assert.deepEqual(lines, ['An access token was refused (wrong-scope).']);
    });

    it('no page of another site', async () => {
      for (const path of ['/outlook/policy', '/outlook/records', '/outlook/keys']) {
        const headers = {
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization'
        };
        for (const method of ['OPTIONS', 'GET']) {
          const response = await fetch(origin + path, { method, headers });
          assert.equal(response.headers.get('access-control-allow-origin'), null);
          assert.equal(response.headers.get('access-control-allow-headers'), null);
        }
      }
    });

    it('no other method', async () => {
      const response = await fetch(`${origin}/outlook/records`, { headers: { authorization: `Bearer ${token}` } });
      assert.deepEqual([response.status, response.headers.get('allow')], [405, 'POST']);
    });
  });

  describe('serves the add-in', () => {
    const files: readonly (readonly [path: string, type: RegExp, kept: string])[] = [
      ['/outlook/commands.html', /^text\/html/, 'public, max-age=600, stale-while-revalidate=86400'],
      ['/outlook/launchevent.js', /^text\/javascript/, 'public, max-age=600, stale-while-revalidate=86400'],
      ['/outlook/pane.html', /^text\/html/, 'no-cache'],
      ['/outlook/pane.js', /^text\/javascript/, 'no-cache'],
      ['/outlook/pane.css', /^text\/css/, 'no-cache'],
      ['/outlook/icons/icon-16.png', /^image\/png/, 'public, max-age=86400']
    ];
    for (const [path, type, kept] of files) {
      it(`at ${path}`, async () => {
        const { status, headers } = await fetch(origin + path);
        assert.equal(status, 200);
        assert.match(headers.get('content-type') ?? '', type);
        assert.equal(headers.get('cache-control'), kept);
        assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
        assert.equal(headers.get('x-frame-options'), null);
        assert.equal(headers.get('x-powered-by'), null);
        assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors https:\/\/\*\.office\.com /);
      });
    }

    const connects = async (path: string): Promise<string | undefined> =>
      /connect-src ([^;]*)/.exec((await fetch(origin + path)).headers.get('content-security-policy') ?? '')?.[1];

    it('with a page for Send that may ask nobody, and a pane that may ask the service and the sign-in', async () => {
      assert.equal(await connects('/outlook/commands.html'), "'none'");
      assert.equal(await connects('/outlook/pane.html'), "'self' https://login.microsoftonline.com");
    });

    it('and lets classic Outlook’s script be known', async () => {
      const response = await fetch(`${origin}/.well-known/microsoft-officeaddins-allowed.json`);
      assert.deepEqual(await response.json(), { allowed: ['https://beadle.school.example/outlook/launchevent.js'] });
    });

    it('and says under which registration to sign in', async () => {
      assert.deepEqual(await (await fetch(`${origin}/outlook/sign-in`)).json(), { clientId, tenants: [tenant] });
    });

    for (const path of [
      '/outlook/',
      '/outlook/nowhere.js',
      '/outlook/..%2f..%2fbeadle-keys.json',
      '/beadle-keys.json',
      '/data/records-2026-11.jsonl'
    ]) {
      it(`and nothing at ${path}`, async () => assert.ok([403, 404].includes((await fetch(origin + path)).status)));
    }
  });
});

describe('a record that was acknowledged', () => {
  it('is there after the service was killed at once', async () => {
    const microsoft = await issuer();
    const { folder, gone } = await schoolFolder();
    const script = fileURLToPath(new URL('../../support/outlook-server.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder, microsoft.keysAt], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const origin = await new Promise<string>(resolve => child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())));
      const token = await microsoft.token(claimsAt(new Date()));
      const acknowledged: string[] = [];
      const ended = new Promise(resolve => child.once('exit', resolve));
      const one = async (n: number): Promise<void> => {
        for (let i = 0; ; i += 1) {
          const at = new Date(Date.UTC(2026, 10, 18) + n * 1_000_000 + i).toISOString();
          const response = await fetch(`${origin}/outlook/records`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ records: [{ ...record, at }] })
          });
          if (response.status === 204) acknowledged.push(at);
          if (acknowledged.length === 50) child.kill('SIGKILL');
        }
      };
      await Promise.all(Array.from({ length: 8 }, (_, n) => one(n).catch(() => {})));
      await ended;
      assert.ok(acknowledged.length >= 50);
      const [file] = await readdir(join(folder, 'data'));
      const kept = await readFile(join(folder, 'data', file!), 'utf8');
      for (const at of acknowledged) assert.ok(kept.includes(`"at":"${at}"`), at);
      const { server, outlook } = await outlookServed(folder, { keysAt: microsoft.keysAt });
      server.close();
      let count = 0;
      for await (const _ of outlook.records.all()) count += 1;
      assert.ok(count >= acknowledged.length);
    } finally {
      child.kill('SIGKILL');
      microsoft.close();
      await gone();
    }
  });
});

async function verified({ kty, crv, x, y }: PublicKey, text: string, signature: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(signature, 'base64url'), new TextEncoder().encode(text));
}
