import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { filterOf } from '../../core/mail/filter.ts';
import { directoryOfRows } from '../../service/directory-merge.ts';
import { openShared } from '../../service/store/database.ts';
import { directoryIn } from '../../service/store/directory.ts';
import { startEmbedded } from '../../service/store/embedded.ts';
import { begun } from '../../service/store/ledger.ts';
import { nights } from '../support/trust-nights.ts';

const size = (name: string, usual: number): number => Number(process.env[`BEADLE_BENCH_${name}`] || usual);

/**
 * A whole trust in one PostgreSQL: directories and filters out of the database, what row-level security costs, and nights with several services of which one
 * is killed again and again. Sizes by BEADLE_BENCH_SCHOOLS, _STAFF, _PARENTS, _PROCESSES, _KILL_MS, _NIGHTS.
 */
export async function trustFigures(): Promise<readonly string[]> {
  const [schools, staff, parents] = [size('SCHOOLS', 500), size('STAFF', 50_000), size('PARENTS', 400_000)];
  const folder = await mkdtemp(join(tmpdir(), 'beadle-bench-'));
  const server = await startEmbedded(folder);
  const { host, port, user, database } = server.address;
  const url = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  try {
    const lines = [...(await directories(url, { schools, staff, parents })), ...(await overhead(url, schools))];
    const processes = size('PROCESSES', 4);
    const everyMs = size('KILL_MS', 10_000);
    const done = await nights(url, {
      schools,
      nights: size('NIGHTS', 2),
      processes,
      everyMs,
      kills: Infinity,
      mails: 2,
      latency: 20,
      patience: 900_000
    });
    return [
      ...lines,
      `${processes} services, one killed every ${everyMs / 1000} s (${done.killed} times) over ${done.seconds.toFixed(1)} s: schools by how often they were audited, night by night: ${JSON.stringify(done.audits)}`,
      `${done.sendings.sent} of ${done.sendings.total} mails sent; those that arrived, by how often the same mail did: ${JSON.stringify(done.arrived)}`,
      `a service answers after ${(done.startMs / 1000).toFixed(1)} s and has planned every school's jobs after ${((done.plannedMs ?? 0) / 1000).toFixed(1)} s; memory at its peak ${done.mostMb} MB`
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function directories(
  url: string,
  { schools, staff, parents }: { readonly schools: number; readonly staff: number; readonly parents: number }
): Promise<readonly string[]> {
  const shared = await openShared({ url, folder: '' });
  try {
    const filling = performance.now();
    for (let school = 0; school < schools; school += 1) {
      const id = `school-${school}`;
      const { db } = shared.of(id);
      await begun(db, { id, name: id });
      const rows = Array.from({ length: Math.round((staff + parents) / schools) }, (_, i) => ({
        source: 'microsoft-accounts',
        id: `p${i}`,
        address: i < staff / schools ? `teacher.${i}@${id}.example` : `parent.${school}.${i}@family.example`,
        others: [],
        kind: i < staff / schools ? ('staff' as const) : ('parent' as const),
        ground: 'licence' as const,
        name: `Person Number${i}`,
        children: []
      }));
      await directoryIn(db, id).put({ source: 'microsoft-accounts', readAt: new Date(), outcome: 'taken', sorted: 'x' }, rows);
    }
    const filled = performance.now();
    let people = 0;
    for (let school = 0; school < schools; school += 1) {
      const id = `school-${school}`;
      const rows = await directoryIn(shared.of(id).db, id).rows();
      people += rows.length;
      filterOf(directoryOfRows(rows), '00112233445566778899aabbccddeeff');
    }
    const seconds = (ms: number): string => (ms / 1000).toFixed(1);
    return [
      `${schools} schools with ${people.toLocaleString('en')} people in one PostgreSQL: written in ${seconds(filled - filling)} s, read back school by school and made into filters in ${seconds(performance.now() - filled)} s`,
      `memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`
    ];
  } finally {
    await shared.close();
  }
}

/** The same queries as the service, bound by row-level security, and in the rights of a superuser, who is not; in turns, so that both see the same machine. */
async function overhead(url: string, schools: number): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('analyze');
  const queries = [
    ['one person by address', `select name from directory_row where school = $1 and source = 'microsoft-accounts' and id = 'p7'`, 400],
    ['everybody of a school', 'select id, address, kind from directory_row where school = $1', 60]
  ] as const;
  const lines: string[] = [];
  for (const [what, text, times] of queries) {
    const took = { bound: 0, free: 0 };
    for (let round = 0; round < 10; round += 1) {
      for (const how of ['bound', 'free'] as const) {
        await client.query(how === 'bound' ? 'set role beadle_service' : 'reset role');
        const started = performance.now();
        for (let i = 0; i < times / 10; i += 1) {
          const id = `school-${(round * 37 + i) % schools}`;
          if (how === 'bound') await client.query(`select set_config('beadle.school', $1, false)`, [id]);
          await client.query({ name: `${what} ${how}`, text, values: [id] });
        }
        took[how] += performance.now() - started;
      }
    }
    const each = (ms: number): string => (ms / times).toFixed(3);
    lines.push(
      `${what}: ${each(took.bound)} ms with row-level security and the school set anew each time, ${each(took.free)} ms without: ${(took.bound / took.free).toFixed(2)} times`
    );
  }
  await client.end();
  return lines;
}
