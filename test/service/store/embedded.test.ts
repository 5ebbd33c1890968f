import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Address, type Embedded, startEmbedded } from '../../../service/store/embedded.ts';

describe('the built-in database', () => {
  let folder: string;
  const running: Embedded[] = [];

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'beadle-embedded-'))));
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(...more: Parameters<typeof startEmbedded> extends [string, ...infer M] ? M : never): Promise<Embedded> {
    const server = await startEmbedded(folder, ...more);
    running.push(server);
    return server;
  }

  async function asked(address: Address, query: string): Promise<unknown> {
    const client = new pg.Client({ ...address });
    await client.connect();
    try {
      const { rows } = await client.query({ text: query, rowMode: 'array' });
      return rows[0]?.[0];
    } finally {
      await client.end();
    }
  }

  function lives(pid: number): boolean {
    // One that ended may stand in the list of processes until somebody asks after it.
    const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'stat='], { encoding: 'utf8' });
    return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
  }

  it('starts on an empty folder, keeps what was written, and stops when the last lets go', async () => {
    const first = await start();
    assert.equal(first.how, 'started');
    await asked(first.address, 'create table kept as select 7 as it');
    const second = await start();
    assert.deepEqual([second.how, second.pid], ['joined', first.pid]);
    await first.stop();
    assert.equal(await asked(second.address, 'select it from kept'), 7, 'the other goes on');
    await second.stop();
    assert.equal(lives(first.pid), false);
    const third = await start();
    assert.equal(await asked(third.address, 'select it from kept'), 7);
  });

  it('is started once when five ask at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => start()));
    assert.deepEqual([new Set(all.map(({ pid }) => pid)).size, all.filter(({ how }) => how === 'started').length], [1, 1]);
  });

  it('takes over the server of a process that was killed', async () => {
    const script = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, '../../../service/store/embedded.ts'))};
      const { pid } = await startEmbedded(${JSON.stringify(folder)}); console.log(pid); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    const [line] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string];
    child.kill('SIGKILL');
    await once(child, 'close');
    const orphan = Number(line);
    assert.equal(lives(orphan), true);
    const server = await start();
    assert.deepEqual([server.how, server.pid], ['joined', orphan]);
    await server.stop();
    assert.equal(lives(orphan), false, 'whoever took it over stops it');
  });

  it('begins anew where the first start was interrupted', async () => {
    mkdirSync(join(folder, 'pg18.half', 'base'), { recursive: true });
    writeFileSync(join(folder, 'pg18.half', 'PG_VERSION'), '18\n');
    const server = await start();
    assert.equal(await asked(server.address, 'select 1'), 1);
    assert.equal(existsSync(join(folder, 'pg18.half')), false);
  });

  it('is not kept out by an old lock whose process id is another program’s now', async () => {
    const server = await start();
    await server.stop();
    writeFileSync(join(folder, 'pg18/postmaster.pid'), `${process.pid}\n${join(folder, 'pg18')}\n0\n5432\n\n\n0 0\n`);
    writeFileSync(join(folder, 'lock'), '999999999 gone');
    assert.equal((await start()).how, 'started');
  });

  it('recovers by itself when it was killed', async () => {
    const server = await start();
    await asked(server.address, 'create table kept as select 7 as it');
    process.kill(server.pid, 'SIGKILL');
    while (lives(server.pid)) await new Promise(resolve => setTimeout(resolve, 10));
    const again = await start();
    assert.equal(await asked(again.address, 'select it from kept'), 7);
  });

  it('lies in a folder with a long name', async () => {
    folder = join(folder, 'x'.repeat(120));
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const short = folder;
    const server = await start();
    assert.equal(await asked(server.address, 'select 1'), 1);
    await server.stop();
    folder = join(short, '..');
  });

  it('lets nobody in by TCP without its password, where there are no sockets', async () => {
    const server = await start('tcp');
    assert.equal(server.address.host, '127.0.0.1');
    assert.equal(await asked(server.address, 'select 1'), 1);
    await assert.rejects(asked({ ...server.address, password: 'wrong' }, 'select 1'), { code: '28P01' });
  });

  it('writes no statement into its log', async () => {
    const server = await start();
    await assert.rejects(asked(server.address, `select 'Teacher Seven'::integer`));
    await server.stop();
    assert.doesNotMatch(readFileSync(join(folder, 'postgres.log'), 'utf8'), /Teacher/);
  });
});
