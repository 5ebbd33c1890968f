import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFolder } from '../../service/built.ts';

describe('the service as a process', function () {
  // The invented school’s past is gone through once, by the first start.
  this.timeout(180_000);

  let folder: string;
  const running: ChildProcess[] = [];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'beadle-process-'));
    chmodSync(folder, 0o755);
  });
  // What a test that failed left running would fail all others.
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    for (const pid of postgres()) process.kill(pid, 'SIGKILL');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The servers that run on this folder. */
  function postgres(): readonly number[] {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,stat=,args='], { encoding: 'utf8' });
    return stdout
      .split('\n')
      .filter(line => line.includes(`-D ${folder}`) && !/^\s*\d+\s+Z/.test(line))
      .map(line => Number.parseInt(line, 10));
  }

  async function started(): Promise<{ readonly child: ChildProcess; readonly origin: string; readonly said: () => string }> {
    const env = { PATH: process.env['PATH'] ?? '', PORT: '0', HOME: folder, BEADLE_DATA: folder };
    const child = spawn(process.execPath, [join(builtFolder(), 'beadle.mjs'), 'serve'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true
    });
    running.push(child);
    let all = '';
    for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (all += text));
    for (let waited = 0; !all.includes('The database is '); waited += 20) {
      assert.ok(waited < 120_000 && child.exitCode === null, all);
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    const origin = /http:\/\/localhost:\d+/.exec(all)![0].replace('localhost', '127.0.0.1');
    for (let waited = 0; (await ready({ origin })) !== 200; waited += 100) {
      assert.ok(waited < 30_000 && child.exitCode === null, all);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    return { child, origin, said: () => all };
  }

  async function ended({ child }: { readonly child: ChildProcess }, signal: NodeJS.Signals): Promise<number | null> {
    const exit = once(child, 'exit');
    // Ctrl-C reaches every process of the terminal.
    process.kill(signal === 'SIGINT' ? -child.pid! : child.pid!, signal);
    return ((await exit) as [number | null])[0];
  }

  async function ready({ origin }: { readonly origin: string }): Promise<number> {
    return (await fetch(`${origin}/ready`)).status;
  }

  it('ends on SIGTERM and on Ctrl-C with its database, and begins again on the same one', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const service = await started();
      assert.equal(await ready(service), 200);
      assert.equal(postgres().length, 1);
      assert.equal(await ended(service, signal), 0, service.said());
      assert.deepEqual(postgres(), []);
    }
  });

  it('shares its database with a second one, which goes on after the first has ended', async () => {
    const [first, second] = [await started(), await started()];
    assert.equal(postgres().length, 1);
    await ended(first, 'SIGTERM');
    assert.equal(await ready(second), 200);
    await ended(second, 'SIGTERM');
    assert.deepEqual(postgres(), []);
  });

  it('takes over the database of one that was killed', async () => {
    const killed = await started();
    await ended(killed, 'SIGKILL');
    const [orphan] = postgres();
    const next = await started();
    assert.deepEqual([postgres(), await ready(next)], [[orphan], 200]);
    await ended(next, 'SIGTERM');
    assert.deepEqual([postgres(), readdirSync(join(folder, 'demonstration', 'database', 'users'))], [[], []]);
  });

  it('starts its database again when that was killed', async () => {
    const service = await started();
    const [first] = postgres();
    process.kill(first!, 'SIGKILL');
    for (let waited = 0; postgres()[0] === first || postgres().length === 0 || (await ready(service)) !== 200; waited += 100) {
      assert.ok(waited < 30_000, service.said());
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    assert.equal(await ended(service, 'SIGTERM'), 0);
    assert.deepEqual(postgres(), []);
  });

  it('says nothing of anybody, and no secret, in what it logs', async () => {
    const service = await started();
    const [, secret] = /\/sign#([\w-]{43})/.exec(service.said())!;
    await fetch(`${service.origin}/sign/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"secret":"${secret}"}`
    });
    await ended(service, 'SIGTERM');
    const logged = service
      .said()
      .split('\n')
      .filter(line => line.startsWith('{'));
    assert.ok(logged.length > 0);
    for (const line of logged) assert.doesNotMatch(line, new RegExp(`${secret}|@|Governor|Teacher`));
  });
});
