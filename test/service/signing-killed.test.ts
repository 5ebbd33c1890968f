import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from '../../service/store/database.ts';
import { openShared } from '../../service/store/database.ts';
import { startEmbedded } from '../../service/store/embedded.ts';
import { begun } from '../../service/store/ledger.ts';
import { verifyNow } from '../../service/jobs/verify.ts';
import { school } from '../support/database.ts';
import { freshDesk, person, type TestDesk } from '../support/desk.ts';

const rounds = Number(process.env['BEADLE_ROUNDS'] ?? 1);
const script = join(import.meta.dirname, '../support/signing-process.ts');

/** People enough that no round comes to its end by itself. */
const crowd = Array.from({ length: 3000 }, (_, i) => person(`teacher-${i}`, { name: `Teacher ${i}`, roles: ['staff'] }));

/** A process that signs, and what it said was acknowledged: leaves by index. */
function signing(where: string): { readonly child: ChildProcess; readonly said: Map<number, string>; readonly postgres: () => number } {
  const child = spawn(process.execPath, ['--import', 'tsx', script, where, school], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = new Map<number, string>();
  let postgres = 0;
  let rest = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    // A line that was cut off by the kill was not acknowledged to anybody.
    rest = lines.pop()!;
    for (const [word, index, leaf] of lines.map(line => line.split(' '))) {
      if (word === 'postgres') postgres = Number(index);
      if (word === 'signed') said.set(Number(index), leaf!);
    }
  });
  return { child, said, postgres: () => postgres };
}

async function grownTo(said: ReadonlyMap<number, string>, count: number): Promise<void> {
  for (let waited = 0; said.size < count; waited += 5) {
    assert.ok(waited < 60_000, 'nothing was signed');
    await pause(5);
  }
}

/** Everything that was acknowledged is there as it was said, once, and the chain is whole. */
async function holds(
  at: Pick<TestDesk, 'desk' | 'key'> & { readonly database: Database },
  acknowledged: ReadonlyMap<number, string>
): Promise<void> {
  const all = await at.desk.ledger.from(0, 1_000_000);
  for (const [index, leaf] of acknowledged)
    assert.deepEqual([all[index]?.leaf, all[index]?.entry.kind], [leaf, 'signed'], `entry ${index}`);
  const report = await verifyNow({ ...at, id: school, now: () => new Date() } as Parameters<typeof verifyNow>[0]);
  assert.deepEqual(report.first, undefined);
  const signed = all.filter(({ entry }) => entry.kind === 'signed');
  assert.ok(signed.length >= acknowledged.size);
  assert.equal(new Set(signed.map(({ entry }) => ('person' in entry ? entry.person : ''))).size, signed.length, 'somebody signed twice');
}

describe(`signing, killed in the middle (${rounds} rounds; BEADLE_ROUNDS)`, function () {
  this.timeout(60_000 + rounds * 20_000);

  it('kill -9 of the service loses no acknowledged signature, and the chain stays whole', async () => {
    const at = await freshDesk({ people: crowd });
    const acknowledged = new Map<number, string>();
    for (let round = 0; round < rounds; round += 1) {
      // Two at once: the end of the chain is held by one when the other is killed.
      const both = [signing(at.database.url), signing(at.database.url)];
      await Promise.all(both.map(({ said }) => grownTo(said, 5)));
      await pause(Math.random() * 150);
      for (const { child } of both) child.kill('SIGKILL');
      await Promise.all(both.map(({ child }) => once(child, 'close')));
      for (const { said } of both) for (const [index, leaf] of said) acknowledged.set(index, leaf);
      await holds(at, acknowledged);
    }
  });

  // Somebody else's server is not killed.
  const own = process.env['BEADLE_TEST_DATABASE_URL'] ? () => {} : it;
  own('kill -9 of service and database at once loses nothing either', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beadle-cut-'));
    try {
      const acknowledged = new Map<number, string>();
      const first = await openShared({ folder });
      await begun(first.of(school).db, { id: school, name: 'Example Primary School' });
      await freshDesk({ people: crowd, database: { ...first, ...first.of(school), url: '' } });
      await first.close();
      for (let round = 0; round < rounds; round += 1) {
        const { child, said, postgres } = signing(folder);
        await grownTo(said, 10);
        await pause(Math.random() * 150);
        child.kill('SIGKILL');
        for (const pid of familyOf(postgres())) killed(pid);
        await once(child, 'close');
        for (const [index, leaf] of said) acknowledged.set(index, leaf);
        const again = await openShared({ folder });
        try {
          await holds(await freshDesk({ people: [], versions: [], database: { ...again, ...again.of(school), url: '' } }), acknowledged);
        } finally {
          await again.close();
        }
      }
    } finally {
      await startEmbedded(folder).then(
        server => server.stop(),
        () => {}
      );
      rmSync(folder, { recursive: true, force: true });
    }
  });

  own('a power cut loses no acknowledged signature, though it loses all that was not flushed to the disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beadle-power-'));
    const [data, disk] = [join(folder, 'pg18'), join(folder, 'disk')];
    try {
      const acknowledged = new Map<number, string>();
      let lost = 0;
      const first = await openShared({ folder });
      await begun(first.of(school).db, { id: school, name: 'Example Primary School' });
      await freshDesk({ people: crowd, database: { ...first, ...first.of(school), url: '' } });
      await first.close();
      for (let round = 0; round < rounds; round += 1) {
        // Stopped in order, a server has flushed all of its files. Until it does so again, of what it writes only its log and its control file are sure to reach the disk.
        assert.equal(spawnSync('cp', ['-a', data, disk]).status, 0);
        const server = await startEmbedded(folder);
        const client = new pg.Client(server.address);
        client.on('error', () => {});
        await client.connect();
        const { child, said } = signing(folder);
        await grownTo(said, 10);
        await pause(Math.random() * 150);
        const before = new Map(said);
        const { rows } = await client.query<{ flushed: string }>('select pg_current_wal_flush_lsn()::text as flushed');
        // Twelve sign at once: what is acknowledged after these was surely written after that place.
        await grownTo(said, said.size + 13);
        child.kill('SIGKILL');
        for (const pid of familyOf(server.pid)) killed(pid);
        await once(child, 'close');
        await client.end().catch(() => {});
        for (const [index, leaf] of before) acknowledged.set(index, leaf);
        lost += cutOff(join(data, 'pg_wal'), rows[0]!.flushed);
        for (const flushed of ['pg_wal', 'global/pg_control']) {
          rmSync(join(disk, flushed), { recursive: true });
          renameSync(join(data, flushed), join(disk, flushed));
        }
        rmSync(data, { recursive: true });
        renameSync(disk, data);
        const again = await openShared({ folder });
        try {
          await holds(await freshDesk({ people: [], versions: [], database: { ...again, ...again.of(school), url: '' } }), acknowledged);
        } finally {
          await again.close();
          await server.stop();
        }
      }
      // The test means something only if something was lost.
      assert.ok(lost > 0, 'everything was on the disk when the power went');
    } finally {
      await startEmbedded(folder).then(
        server => server.stop(),
        () => {}
      );
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Takes away what a server wrote to its log beyond this place (`0/1A2B3C4`), as a disk does that it had not reached; gives how many bytes that were. */
function cutOff(folder: string, place: string): number {
  const [high, low] = place.split('/').map(half => Number.parseInt(half, 16));
  const size = 16 * 1024 * 1024;
  const hex = (number: number): string => number.toString(16).toUpperCase().padStart(8, '0');
  const last = `${hex(high!)}${hex(Math.floor(low! / size))}`;
  let lost = 0;
  for (const name of readdirSync(folder).filter(each => /^[0-9A-F]{24}$/.test(each) && each.slice(8) >= last)) {
    const file = join(folder, name);
    const bytes = readFileSync(file);
    const beyond = bytes.subarray(name.slice(8) === last ? low! % size : 0);
    lost += beyond.reduce((count, byte) => count + (byte === 0 ? 0 : 1), 0);
    if (name.slice(8) > last) rmSync(file);
    else {
      beyond.fill(0);
      writeFileSync(file, bytes);
    }
  }
  return lost;
}

/** A server and the processes that it started. */
function familyOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const children = stdout.split('\n').flatMap(line => {
    const [child, parent] = line.trim().split(/\s+/).map(Number);
    return parent === pid ? [child!] : [];
  });
  return [pid, ...children];
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
