import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { sentIn } from '../../../service/cli/sent.ts';
import type { Outside } from '../../../service/tenants.ts';
import { beadle, folders, schoolWith } from '../../support/cli.ts';
import { testClock } from '../../support/clock.ts';
import { googleContract } from '../../support/google/contract.ts';
import { sentTenant, type SentTenantOptions } from '../../support/google/sent-tenant.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' }
});
const key = JSON.stringify({ client_email: 'beadle@project.iam.test', private_key: privateKey, client_id: '1' });
const people = `address,audience
parent.one@family.example,parent
worker@council.example,agency
teacher@school.example,staff
second@school.example,staff
`;
const workspace = 'directory: [{ file: people.csv }]\naudit: { google: { customer: C0123abcd, admin: admin@school.example } }\n';
const dpia = '{ date: 2026-11-01, by: Data Protection Officer }';
const on = (more = '') => `${workspace}sent: { dpia: ${dpia}${more} }\n`;
const ours = (rule: string) => `Beadle [school.example rule/${rule}] Some title`;

describe('beadle sent', () => {
  const folder = folders();
  let contract: SentTenantOptions['contract'];
  before(async () => {
    contract = await googleContract();
  });

  async function tenant(options: SentTenantOptions = {}, yaml = on()) {
    const google = sentTenant({ ...(contract && { contract }), ...options });
    const scopes: string[] = [];
    const world: Outside = {
      clock: () => testClock(),
      random: () => 0.5,
      fetch: google.fetch,
      microsoftTokens: () => async () => '',
      googleTokens: (_, asked) => {
        scopes.push(...asked);
        return async ({ as }) => as;
      }
    };
    const cwd = await folder({ 'beadle.yaml': schoolWith({ 'head-not-copied': {} }, yaml), 'people.csv': people });
    await writeFile(`${cwd}/key.json`, key, { mode: 0o600 });
    const run = (args = 'sent') => beadle(args.split(' '), { cwd, env: { BEADLE_GOOGLE_KEY: 'key.json' }, commands: [sentIn(world)] });
    const kept = async () => readFile(`${cwd}/data/sent-2026-11.jsonl`, 'utf8').catch(() => '');
    const notes = async () => {
      const names = await readdir(`${cwd}/.beadle/outbox`).catch(() => []);
      return Promise.all(names.map(name => readFile(`${cwd}/.beadle/outbox/${name}`, 'utf8')));
    };
    return { ...google, run, cwd, kept, notes, scopes };
  }

  const yesterday = '2026-11-21T10:00:00.000Z';
  const seen = { message: 'm1', at: yesterday, sender: 'Teacher@school.example', rule: ours('head-not-copied') };

  for (const { says, yaml, words } of [
    { says: 'is not switched on', yaml: workspace, words: /does not switch this on\. Looking at what was sent is monitoring/ },
    {
      says: 'has an assessment of a day to come',
      yaml: `${workspace}sent: { dpia: { date: 2027-01-01, by: DPO } }\n`,
      words: /Nothing is looked at before that day/
    },
    { says: 'has no assessment', yaml: `${workspace}sent: { from: [rules-log] }\n`, words: /dpia/ }
  ]) {
    it(`asks Google nothing where it ${says}`, async () => {
      const { run, asked } = await tenant({ rules: [seen] }, yaml);
      const { code, err } = await run();
      assert.equal(code, 2);
      assert.match(err, words);
      assert.deepEqual(asked, []);
    });
  }

  it('counts what the log of rules says of ours, keeps one record a message, and leaves the sender a note (needs ../shared)', async () => {
    const { run, kept, notes, asked, scopes } = await tenant({
      rules: [
        seen,
        { ...seen, rule: ours('chain-letter') },
        { ...seen, message: 'm2', sender: 'second@school.example', acted: 'GMAIL_WARN_USER' },
        { ...seen, message: 'm3', rule: 'Bank cards' },
        { ...seen, message: 'm4', rule: 'Beadle [other.example rule/head-not-copied] Some title' },
        { ...seen, message: 'm5', source: 'DRIVE' },
        { ...seen, message: 'm6', at: '2026-11-01T10:00:00.000Z' }
      ]
    });
    const { code, out, err } = await run();
    assert.equal(code, 1, err);
    assert.match(out, /Read: rules-log, the last 2 days\./);
    assert.match(out, /chain-letter +1 +0\nhead-not-copied +1 +1\n1 senders got a note\. Nobody else was told\./);
    const lines = (await kept())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { readonly message: string });
    assert.deepEqual(
      lines.map(({ message, ...rest }) => ({ ...rest, pseudonym: /^[0-9a-f]{32}$/.test(message) })),
      [
        { day: '2026-11-21', rules: ['chain-letter', 'head-not-copied'], source: 'rules-log', went: 'sent', pseudonym: true },
        { day: '2026-11-21', rules: ['head-not-copied'], source: 'rules-log', went: 'perhaps', pseudonym: true }
      ]
    );
    assert.doesNotMatch(await kept(), /m1|@|subject|Teacher/);
    const [note = '', ...more] = await notes();
    assert.deepEqual(more, [], 'who was only warned gets none');
    assert.match(note, /^To: <?teacher@school\.example>?$/m);
    assert.doesNotMatch(note, /family\.example|words of a subject|^Cc:/im);
    assert.doesNotMatch(note, /head@school/i, 'not to the head');
    assert.deepEqual(scopes, ['https://www.googleapis.com/auth/admin.reports.audit.readonly']);
    assert.ok(asked.every(({ url }) => url.includes('/applications/rules')));
  });

  it('counts a message once, however often it looks, and tells its sender once', async () => {
    const { run, kept, notes } = await tenant({ rules: [seen] });
    await run();
    const before = await kept();
    const again = await run();
    assert.equal(again.code, 0);
    assert.match(again.out, /Nothing new was sent/);
    assert.equal(await kept(), before);
    assert.equal((await notes()).length, 1);
  });

  it('tells nobody where the school wants none told, nor of what is long past', async () => {
    const quiet = await tenant({ rules: [seen] }, on(', tell: nobody'));
    assert.equal((await quiet.run()).code, 1);
    assert.deepEqual(await quiet.notes(), []);
    const old = await tenant({ rules: [{ ...seen, at: '2026-11-10T10:00:00.000Z' }] });
    assert.match((await old.run('sent --days 30')).out, /head-not-copied +1/);
    assert.deepEqual(await old.notes(), []);
  });

  const mail = [
    {
      message: 'ma',
      at: yesterday,
      from: 'teacher@school.example',
      to: '"One, Parent" <parent.one@family.example>, second@school.example'
    },
    {
      message: 'mb',
      at: yesterday,
      from: 'teacher@school.example',
      to: 'parent.one@family.example',
      cc: 'Head <head@school.example>'
    },
    {
      message: 'mc',
      at: yesterday,
      from: 'second@school.example',
      to: 'worker@council.example',
      bcc: 'head@school.example'
    },
    { message: 'md', at: '2026-10-01T10:00:00.000Z', from: 'second@school.example', to: 'parent.one@family.example' },
    { message: 'me', at: yesterday, from: 'second@school.example', to: 'teacher@school.example' }
  ];

  it('judges by the core who wrote to whom, as the log of mail says, which does not know the fields', async () => {
    const { run } = await tenant({ mail }, on(', from: [mail-log]'));
    const { out, err } = await run('sent --json');
    assert.deepEqual(
      JSON.parse(out),
      { source: 'mail-log', rules: { 'head-not-copied': { sent: 1, perhaps: 0 } }, told: 1, unread: [] },
      err
    );
  });

  it('judges by the headers of each mailbox, asked in its owner’s name, and stops where it is older', async () => {
    const { run, asked, scopes } = await tenant({ mail }, on(', from: [mailboxes]'));
    const { out } = await run('sent --json');
    assert.deepEqual(JSON.parse(out), { source: 'mailboxes', rules: { 'head-not-copied': { sent: 2, perhaps: 0 } }, told: 2, unread: [] });
    assert.deepEqual([...new Set(asked.map(({ as }) => as))].sort(), ['second@school.example', 'teacher@school.example']);
    assert.ok(asked.every(({ url }) => !/[?&]q=|format=full|Subject/.test(url)));
    assert.deepEqual(scopes, ['https://www.googleapis.com/auth/gmail.metadata']);
  });

  it('judges by Exchange’s trace of messages, all of it or none', async () => {
    const trace = (messageId: string, recipientAddress: string, more: object = {}) => ({
      id: `${messageId} ${recipientAddress}`,
      messageId,
      senderAddress: 'Teacher@school.example',
      recipientAddress,
      receivedDateTime: '2026-11-21T10:00:00Z',
      status: 'delivered',
      subject: 'The words of a subject',
      ...more
    });
    const traces = [
      trace('<1@school.example>', 'parent.one@family.example'),
      trace('<2@school.example>', 'parent.one@family.example'),
      trace('<3@school.example>', 'parent.one@family.example', { status: 'failed' }),
      trace('<2@school.example>', 'head@school.example')
    ];
    for (const broken of [false, true]) {
      const asked: string[] = [];
      const fetched = (async (input: unknown) => {
        const url = new URL(String(input));
        asked.push(decodeURIComponent(url.href.replaceAll('+', ' ')));
        const from = Number(url.searchParams.get('$skiptoken') ?? 0);
        if (broken && from > 0) return new Response('{"error":{"code":"BadRequest"}}', { status: 400 });
        const next =
          from + 2 < traces.length
            ? { '@odata.nextLink': `https://graph.microsoft.com/v1.0/admin/exchange/tracing/messageTraces?$skiptoken=${from + 2}` }
            : {};
        return Response.json({ value: traces.slice(from, from + 2), ...next });
      }) as typeof fetch;
      const world: Outside = {
        clock: () => testClock(),
        random: () => 0.5,
        fetch: fetched,
        microsoftTokens: () => async () => 'token',
        googleTokens: () => async () => ''
      };
      const tenants =
        'audit: { microsoft: { tenantId: 89abcdef-0123-4567-89ab-cdef01234567, clientId: 01234567-89ab-cdef-0123-456789abcdef } }';
      const yaml = `directory: [{ file: people.csv }]\n${tenants}\nsent: { dpia: ${dpia}, from: [message-trace], tell: nobody }\n`;
      const cwd = await folder({ 'beadle.yaml': schoolWith({ 'head-not-copied': {} }, yaml), 'people.csv': people });
      const { code, out, err } = await beadle(['sent', '--json'], {
        cwd,
        env: { BEADLE_GRAPH_SECRET: 'secret' },
        commands: [sentIn(world)]
      });
      assert.equal(code, broken ? 2 : 1, err);
      assert.deepEqual((JSON.parse(out) as { rules: object }).rules, broken ? {} : { 'head-not-copied': { sent: 1, perhaps: 0 } });
      assert.match(asked[0]!, /\$filter=receivedDateTime ge 2026-11-20T12:00:00\.000Z and receivedDateTime lt 2026-11-22T12:00:00\.000Z/);
      assert.doesNotMatch(asked[0]!, /subject/);
    }
  });

  it('takes the next source where one may not be read, and says so', async () => {
    const { run } = await tenant({ mail, closed: ['rules'] }, on(', from: [rules-log, mail-log]'));
    const { code, out } = await run();
    assert.equal(code, 2);
    assert.match(out, /Read: mail-log/);
    assert.match(out, /«rules-log» could not be read to its end \(insufficientPermissions\)/);
  });

  it('does not take what could not be read for nothing sent', async () => {
    const { run } = await tenant({ closed: ['rules'] });
    const { code, out } = await run();
    assert.equal(code, 2);
    assert.match(out, /nothing is known, which is not the same as nothing sent/);
    const broken = await tenant({
      rules: [seen, { ...seen, message: 'm2' }, { ...seen, message: 'm3' }],
      fault: url => (url.searchParams.has('pageToken') ? 400 : undefined)
    });
    const half = await broken.run();
    assert.equal(half.code, 2);
    assert.match(half.out, /head-not-copied +2 +0/);
  });

  it('refuses a number of days that Google does not go back', async () => {
    const { run, asked } = await tenant();
    assert.match((await run('sent --days 31')).err, /«31» is no number of days from 1 to 30/);
    assert.deepEqual(asked, []);
  });
});
