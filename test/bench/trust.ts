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
import { filled, nights } from '../support/trust-nights.ts';

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
    await (await openShared({ url, folder: '' })).close();
    const began = performance.now();
    const lines = [...(await directories(url, { schools, staff, parents })), ...(await overhead(url, schools))];
    const processes = size('PROCESSES', 4);
    const everyMs = size('KILL_MS', 10_000);
    const done = await nights(url, {
      schools,
      filled: true,
      nights: size('NIGHTS', 2),
      processes,
      everyMs,
      kills: Infinity,
      mails: 2,
      latency: 20,
      patience: 900_000
    });
    const memory = done.mostMb.toSorted((one, other) => one - other);
    return [
      ...lines,
      `${processes} services over ${done.seconds.toFixed(1)} s, one killed ${done.killed} times, each ${everyMs / 1000} s after the one before it or as soon as that one’s successor served: schools by how often they were audited, night by night: ${JSON.stringify(done.audits)}, in ${done.nights.map(each => each.toFixed(1)).join(' and ')} s`,
      `${done.sendings.sent} of ${done.sendings.total} mails sent; those that arrived, by how often the same mail did: ${JSON.stringify(done.arrived)}`,
      `a service answers ${(done.startMs / 1000).toFixed(1)} s after its start at the latest; the first has planned every school's jobs after ${((done.plannedMs ?? 0) / 1000).toFixed(1)} s; the most that each process held: ${memory.join(', ')} MB`,
      `${((performance.now() - began) / 1000).toFixed(0)} s in all`
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
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const shared = await openShared({ url, folder: '' });
  try {
    const filling = performance.now();
    await filled(owner, { schools, staff });
    // Every tenth member of staff is a parent at the same school, every third household has two addresses in one row.
    await owner.query(
      `insert into directory_source (school, source, read_at, taken_at, outcome, sorted)
       select s.id, source, now(), now(), 'taken', 'x' from school s, unnest(array['microsoft-accounts', 'microsoft-roster']) as source`
    );
    await owner.query(
      `insert into directory_row (school, source, id, address, others, kind, ground, name, account, children)
       select s.id, 'microsoft-accounts', 'p' || i, 'teacher.' || i || '@' || s.id || '.example', array['t' || i || '@' || s.id || '.example'], 'staff',
         'licence', 'Teacher Number' || i, s.id || '.' || i, '{}' from school s, generate_series(0, $1::int - 1) as i`,
      [Math.round(staff / schools)]
    );
    await owner.query(
      `insert into directory_row (school, source, id, address, others, kind, ground, name, children)
       select s.id, 'microsoft-roster', 'r' || i,
         case when i < $2 then 'teacher.' || i * 10 || '@' || s.id || '.example' else 'parent.' || i || '.' || s.id || '@family.example' end,
         case i % 3 when 0 then array['other.' || i || '.' || s.id || '@home.example'] else '{}' end, 'parent', 'relation', 'Parent Number' || i, array['c' || i / 2]
       from school s, generate_series(0, $1::int - 1) as i`,
      [Math.round(parents / schools), Math.floor(staff / schools / 10)]
    );
    await owner.query('analyze');
    const read = performance.now();
    let people = 0;
    for (let school = 0; school < schools; school += 1) {
      const id = `school-${school}`;
      const rows = await directoryIn(shared.of(id).db, id).rows();
      people += rows.length;
      filterOf(directoryOfRows(rows), '00112233445566778899aabbccddeeff');
    }
    const seconds = (ms: number): string => (ms / 1000).toFixed(1);
    return [
      `${schools} schools with ${people.toLocaleString('en')} people in one PostgreSQL: written in ${seconds(read - filling)} s, read back school by school and made into filters in ${seconds(performance.now() - read)} s`,
      `memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`
    ];
  } finally {
    await owner.end();
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
