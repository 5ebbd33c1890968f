import assert from 'node:assert/strict';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { doctorIn } from '../../../service/cli/doctor.ts';
import { main } from '../../../service/cli/main.ts';
import type { Line } from '../../../service/doctor/line.ts';
import type { Reach } from '../../../service/doctor/outside.ts';
import { beadle, folders } from '../../support/cli.ts';
import { asAdministrator, emptyDatabase } from '../../support/database.ts';
import { allRights } from '../../support/graph/fake.ts';
import { auditedYaml, fakeTenants, microsoftLine } from '../../support/tenants.ts';

const origin = 'https://beadle.school.example';
const ids = { tenant: '89abcdef-0123-4567-89ab-cdef01234567', client: '01234567-89ab-cdef-0123-456789abcdef' };
const yaml = auditedYaml(
  microsoftLine,
  `signatures: { origin: "${origin}", policies: [{ policy: st-norberts, audiences: [staff] }] }
outlook: { origin: "${origin}", clientId: ${ids.client}, tenants: [${ids.tenant}] }
gmail: { origin: "${origin}", project: "123456789012", clientId: 123456789012-a.apps.googleusercontent.com }
bot: { appId: ${ids.client}, tenantId: ${ids.tenant}, origin: "${origin}" }
`
);

describe('beadle doctor', function () {
  this.timeout(60_000);
  const inFolder = folders();
  let cwd: string;
  let url: string;
  let port: string;
  const stop = new AbortController();
  let serving: Promise<number>;

  before(async () => {
    url = await emptyDatabase();
  });
  after(async () => {
    stop.abort();
    await serving;
    await rm(cwd, { recursive: true, force: true });
  });

  /** A service that is started once, for all tests. */
  before(async () => {
    const { mkdtemp } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    cwd = await mkdtemp(join(tmpdir(), 'beadle-doctor-'));
    await writeFile(join(cwd, 'beadle.yaml'), yaml);
    let said = '';
    const begun = new Promise<void>((done, failed) => {
      const sink = {
        isTTY: false,
        write: async (text: string) => {
          said += text;
          if (said.includes('The database is ')) done();
        }
      };
      const env = { DATABASE_URL: url, BEADLE_BOT_PASSWORD: 'x', LOG_LEVEL: 'silent', BEADLE_GRAPH_SECRET: 'x' };
      const io = { stdin: (async function* () {})(), stdout: sink, stderr: sink, cwd, env, now: () => new Date(), stop: stop.signal };
      serving = main(['serve', '--port', '0'], io);
      serving.then(code => failed(new Error(`${code} ${said}`)), failed);
    });
    await begun;
    port = /localhost:(\d+)/.exec(said)![1]!;
  });

  type Spoil = (path: string, response: Response) => Response | 'down' | Promise<Response>;
  const world = (spoil: Spoil = (_, response) => response): Reach => ({
    fetch: async (input, init) => {
      const asked = new URL(input as string);
      const answer = spoil(asked.pathname, await fetch(`http://127.0.0.1:${port}${asked.pathname}`, init));
      if (answer === 'down') throw new TypeError('fetch failed');
      return answer;
    },
    addresses: async () => ['192.0.2.7'],
    certificate: async () => ({ ends: new Date(Date.now() + 80 * 86_400_000), trusted: true })
  });

  async function examined(
    reached: Reach = world(),
    more: {
      readonly rights?: readonly string[];
      readonly env?: object;
      readonly args?: readonly string[];
      readonly free?: number;
      readonly node?: string;
      readonly fault?: () => 'reset';
    } = {}
  ): Promise<{ readonly code: number; readonly lines: readonly Line[]; readonly wrong: readonly string[] }> {
    const { rights = allRights, env = {}, args = [], free = 2 ** 40, node = '22.1.0', fault } = more;
    const tenants = await fakeTenants(undefined, { rights, ...(fault && { fault }) });
    const { code, out, err } = await beadleNow(
      ['doctor', '--json', ...args],
      { DATABASE_URL: url, BEADLE_GRAPH_SECRET: 'x', BEADLE_BOT_PASSWORD: 'x', ...env },
      {
        world: tenants.outside,
        reached,
        free: async () => free,
        node
      }
    );
    assert.equal(err, '');
    const lines = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Line);
    return { code, lines, wrong: lines.filter(({ state }) => state === 'wrong').map(({ id }) => id) };
  }

  /** Runs it at the time that it is: the service does too. */
  async function beadleNow(args: readonly string[], env: { readonly [name: string]: string }, parts: Parameters<typeof doctorIn>[0]) {
    const out: string[] = [];
    const err: string[] = [];
    const sink = (to: string[]) => ({ isTTY: false, write: async (text: string) => void to.push(text) });
    const io = {
      stdin: (async function* () {})(),
      stdout: sink(out),
      stderr: sink(err),
      cwd,
      env,
      now: () => new Date(),
      stop: new AbortController().signal
    };
    const code = await main(args, io, [doctorIn(parts)]);
    return { code, out: out.join(''), err: err.join('') };
  }

  it('finds a healthy service healthy, and ticks nothing that it did not see', async () => {
    const { code, lines, wrong } = await examined();
    assert.deepEqual([code, wrong], [0, []], JSON.stringify(lines.filter(({ state }) => state === 'wrong')));
    const seen = new Set(lines.filter(({ state }) => state === 'right').map(({ id }) => id));
    for (const id of [
      'name',
      'certificate',
      'health',
      'ready',
      'clock',
      'sign',
      'outlook-files',
      'outlook-host',
      'outlook-policy',
      'gmail',
      'bot',
      'database',
      'tables',
      'checkpoint',
      'outbox',
      'node',
      'disk',
      'key-file-beadle-ledger-key.json',
      'right-audit-Domain.Read.All'
    ])
      assert.ok(seen.has(id), id);
    const unseen = lines.filter(({ state }) => state === 'unseen').map(({ id }) => id);
    for (const id of ['backup', 'secret-end']) assert.ok(unseen.includes(id), id);
  });

  const without = (response: Response, header: string): Response => {
    const headers = new Headers(response.headers);
    headers.delete(header);
    return new Response(response.body, { status: response.status, headers });
  };
  const faults: readonly (readonly [what: string, reached: () => Reach, wrong: readonly string[]])[] = [
    ['a name that is not known', () => ({ ...world(), addresses: () => Promise.reject(new Error('ENOTFOUND')) }), ['name']],
    [
      'a certificate that ends',
      () => ({ ...world(), certificate: async () => ({ ends: new Date(Date.now() + 86_400_000), trusted: true }) }),
      ['certificate']
    ],
    [
      'a certificate that nobody trusts',
      () => ({ ...world(), certificate: async () => ({ ends: new Date(Date.now() + 9e9), trusted: false }) }),
      ['certificate']
    ],
    ['a service that is down', () => world(() => 'down'), ['health']],
    [
      'a service that is not ready',
      () => world((path, answer) => (path === '/ready' ? new Response('', { status: 503 }) : answer)),
      ['ready']
    ],
    [
      'a clock that goes wrong',
      () =>
        world((path, answer) =>
          path === '/health'
            ? new Response('{"status":"alive"}', { headers: { date: new Date(Date.now() - 600_000).toUTCString() } })
            : answer
        ),
      ['clock']
    ],
    [
      'a proxy that takes a header off',
      () => world((path, answer) => (path === '/sign' ? without(answer, 'content-security-policy') : answer)),
      ['sign']
    ],
    [
      'a proxy that answers by itself',
      () => world((path, answer) => (path === '/sign' ? new Response('<html>welcome</html>') : answer)),
      ['sign']
    ],
    [
      'a file of Outlook’s of the wrong kind',
      () => world((path, answer) => (path === '/outlook/launchevent.js' ? without(answer, 'content-type') : answer)),
      ['outlook-files']
    ],
    [
      'icons that Outlook may not load',
      () => world((path, answer) => (path.endsWith('.png') ? without(answer, 'cross-origin-resource-policy') : answer)),
      ['outlook-files']
    ],
    [
      'another host in the file for classic Outlook',
      () =>
        world((path, answer) =>
          path.startsWith('/.well-known') ? Response.json({ allowed: ['https://other.example/outlook/launchevent.js'] }) : answer
        ),
      ['outlook-host']
    ],
    [
      'a policy that anybody gets',
      () => world((path, answer) => (path === '/outlook/policy' ? new Response('{}') : answer)),
      ['outlook-policy']
    ],
    [
      'a bot that is not there',
      () => world((path, answer) => (path === '/api/messages' ? new Response('', { status: 404 }) : answer)),
      ['bot']
    ],
    ['an add-on that lets anybody in', () => world((path, answer) => (path === '/gmail/home' ? new Response('{}') : answer)), ['gmail']]
  ];
  for (const [what, reached, ids] of faults) {
    it(`says of ${what} what to do, and of nothing else`, async () => {
      const { code, lines, wrong } = await examined(reached());
      assert.deepEqual([code, wrong], [1, ids]);
      assert.ok(lines.filter(({ state }) => state === 'wrong').every(({ todo }) => (todo?.en ?? '') !== '' && todo?.cy !== todo?.en));
    });
  }

  it('says which right is missing, and exits with 2 where the vendor does not answer', async () => {
    const missing = await examined(world(), { rights: allRights.filter(name => name !== 'Domain.Read.All') });
    assert.deepEqual([missing.code, missing.wrong], [1, ['right-audit-Domain.Read.All']]);
    const silent = await examined(world(), { fault: () => 'reset' });
    assert.deepEqual([silent.code, silent.wrong], [2, []]);
  });

  it('says what is wrong on this machine: Node, the disk, keys, backups', async () => {
    const backups = await inFolder();
    const { wrong } = await examined(world(), { node: '18.0.0', free: 1000, args: ['--backups', backups] });
    assert.deepEqual(wrong, ['node', 'disk', 'backup']);
    if (process.platform === 'win32') return;
    const key = join(cwd, 'beadle-ledger-key.json');
    await chmod(key, 0o644);
    assert.deepEqual((await examined()).wrong, ['key-file-beadle-ledger-key.json']);
    await chmod(key, 0o600);
  });

  it('takes for a backup whatever begins as one, by the day on which it was made, and nothing by its name', async () => {
    const backups = await inFolder({ 'beadle-school.example.jsonl.gz': 'not a backup', 'notes.jsonl': '{"format":"beadle-ledger-1"}\n' });
    const looked = async (): Promise<readonly [string, string]> => {
      const { lines } = await examined(world(), { args: ['--backups', backups] });
      const { state, says } = lines.find(({ id }) => id === 'backup')!;
      return [state, says.en];
    };
    assert.deepEqual(await looked(), ['wrong', `There is no backup in ${backups}.`]);
    const backup = async (made: string, file: string, zipped: boolean): Promise<void> => {
      const head = `{"format":"beadle-backup-1","made":"${made}","beadle":"1.0.0"}\n${'["x"]\n'.repeat(20_000)}`;
      await writeFile(join(backups, file), zipped ? gzipSync(head) : head);
    };
    await backup('2026-01-05T02:00:00.000Z', 'old', false);
    assert.deepEqual(await looked(), ['wrong', 'The last backup is of 2026-01-05.'], 'though the file was put there now');
    const now = new Date().toISOString();
    await backup(now, 'monday.bin', true);
    assert.deepEqual(await looked(), ['right', `The last backup is of ${now.slice(0, 10)}.`]);
  });

  it('knows that the ledger was verified by hand', async () => {
    const looked = async (): Promise<string> => (await examined()).lines.find(({ id }) => id === 'ledger-verified')!.says.en;
    assert.equal(await looked(), 'The ledger was not verified yet; it is on the first of each month.');
    const out: string[] = [];
    const sink = { isTTY: false, write: async (text: string) => void out.push(text) };
    const io = { stdin: (async function* () {})(), stdout: sink, stderr: sink, cwd, env: { DATABASE_URL: url }, now: () => new Date() };
    const verify = (...args: readonly string[]) => main(['ledger', 'verify', ...args], { ...io, stop: new AbortController().signal });
    // The name of another school's key is no fault of the ledger's.
    assert.equal(await verify('--key', 'other+00000000+AAAA'), 1, out.join(''));
    assert.equal(await looked(), 'The ledger was not verified yet; it is on the first of each month.');
    assert.equal(await verify(), 0, out.join(''));
    assert.equal(await looked(), `The ledger was verified on ${new Date().toISOString().slice(0, 10)}, without a fault.`);
    await asAdministrator(url, "update verification set at = now() - interval '33 days'");
    assert.equal(await looked(), 'The ledger was last verified 33 days ago.');
    await asAdministrator(url, 'update verification set at = now()');
  });

  it('says what is wrong in the database: reach, steps, ledger, outbox, jobs', async () => {
    const away = new URL(url);
    away.pathname = '/nowhere';
    const none = await examined(world(), { env: { DATABASE_URL: String(away) } });
    assert.deepEqual([none.code, none.wrong], [1, ['database']]);
    assert.ok(none.lines.some(({ id, state }) => id === 'ledger' && state === 'unseen'));
    await asAdministrator(url, "insert into verification (school, at, entries, faults, head) values ('school.example', now(), 3, 1, 'x')");
    await asAdministrator(url, "update school set paused_at = now(), paused_by = 'it' where id = 'school.example'");
    assert.deepEqual((await examined()).wrong, ['ledger-verified', 'outbox']);
    await asAdministrator(
      url,
      "insert into verification (school, at, entries, faults, head) values ('school.example', now() + interval '1 second', 3, 0, 'x')"
    );
    await asAdministrator(url, "update school set paused_at = null, paused_by = null where id = 'school.example'");
    assert.deepEqual((await examined()).wrong, []);
    await asAdministrator(url, "insert into kysely_migration (name, timestamp) values ('9999-later', 'x')");
    assert.deepEqual((await examined()).wrong, ['tables']);
    await asAdministrator(url, "delete from kysely_migration where name = '9999-later'");
  });

  it('says so where there is no beadle.yaml, and speaks Welsh', async () => {
    const nowhere = await beadle(['doctor'], { cwd: await inFolder(), commands: [doctorIn()] });
    assert.deepEqual([nowhere.code, /There is no beadle\.yaml here/.test(nowhere.err)], [2, true]);
    const { out } = await beadleNow(
      ['doctor', '--lang', 'cy'],
      { DATABASE_URL: url },
      { reached: world(() => 'down'), free: async () => 1000, node: '22.1.0' }
    );
    assert.match(out, /^✗ Nid yw https:\/\/beadle\.school\.example yn ateb o’r fan hon\.\n {4}Dechreuwch «beadle serve»/m);
    assert.match(out, /^– Ni ellid rhoi cynnig ar Domain\.Read\.All, ar gyfer archwiliadau:/m);
  });
});
