import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PgBoss } from 'pg-boss';
import pg from 'pg';
import { openShared } from '../../service/store/database.ts';
import { noLeaf } from '../../core/policies/ledger/leaf.ts';
import { smtpServer } from './smtp.ts';
import { trustFolder } from './trust.ts';
import { rm } from 'node:fs/promises';

/** How large the trust is, and how it is treated. */
export interface Treatment {
  readonly schools: number;
  /** How many are asked to sign in all of them together; one a school where it is left out. */
  readonly staff?: number;
  /** Whether the schools are in the database already. */
  readonly filled?: boolean;
  /** How many nights are gone through. */
  readonly nights: number;
  readonly processes: number;
  /** Milliseconds between two kills, and how many there are at most. */
  readonly everyMs: number;
  readonly kills: number;
  /** Mails that each school sends in the first night. */
  readonly mails: number;
  /** Whether what is held longer than ten seconds is held by somebody who was killed: else it stays theirs for the two minutes that it does. */
  readonly hurried?: boolean;
  /** Milliseconds of each answer of a tenant. */
  readonly latency: number;
  readonly patience: number;
}

/** What came of it. */
export interface Nights {
  /** For each night, how many schools were audited how often: `{ 1: 500 }` where all is well. */
  readonly audits: readonly { readonly [times: string]: number }[];
  readonly sendings: { readonly total: number; readonly sent: number };
  /** Mails that arrived, by how often each (by its Message-ID) did. */
  readonly arrived: { readonly [times: string]: number };
  readonly killed: number;
  readonly seconds: number;
  readonly startMs: number;
  readonly plannedMs: number | undefined;
  /** Seconds of each night, from the first job queued to the last done. */
  readonly nights: readonly number[];
  /** The most that each process held, in megabytes, those that were killed among them. */
  readonly mostMb: readonly number[];
}

export const trustYaml = (ids: readonly string[]): string =>
  `trust: { name: Bench, id: trust.bench }
defaults:
  school: { policy: st-norberts }
  audit:
    microsoft: { tenantId: 89abcdef-0123-4567-89ab-cdef01234567, clientId: 01234567-89ab-cdef-0123-456789abcdef }
    reports: { it: never, coordinator: never, head: never, governors: never }
  signatures: {}
  post: { from: office@trust.example }
schools:
${ids.map(id => `  - { folder: ${id}, signatures: { origin: "https://${id}.trust.example" } }`).join('\n')}
`;

/** The name under which the trust's jobs of a kind are queued. */
const queue = `audit.${createHash('sha256').update('trust.bench').digest('hex').slice(0, 12)}`;

/** Goes through nights with several services, of which one is killed again and again and another started. */
export async function nights(url: string, given: Treatment): Promise<Nights> {
  const ids = Array.from({ length: given.schools }, (_, i) => `school-${i}`);
  const folder = await trustFolder(
    trustYaml(ids),
    Object.fromEntries(ids.map(id => [id, `school: { name: ${id}, id: ${id} }\ndomains: { staff: [${id}.example] }\n`]))
  );
  const shared = await openShared({ url, folder: '' });
  const owner = new pg.Client({ connectionString: url, options: '-c beadle.whole=on' });
  await owner.connect();
  const mails = await smtpServer();
  const running = new Set<ChildProcess>();
  const figures = { startMs: 0, plannedMs: undefined as number | undefined };
  const held = new Map<ChildProcess, number>();
  let killed = 0;

  function start(until: 'ready' | 'planned'): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('trust-process.ts', import.meta.url)), folder, url, String(given.latency)],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, BEADLE_SMTP_URL: mails.url } }
    );
    running.add(child);
    child.once('exit', () => running.delete(child));
    return new Promise(resolve => {
      child.once('exit', () => resolve());
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        const lines = text.split('\n');
        text = lines.pop()!;
        for (const line of lines) {
          const { ready, planned, rss } = JSON.parse(line) as { ready?: number; planned?: number; rss?: number };
          figures.startMs = Math.max(figures.startMs, ready ?? 0);
          if ((until === 'ready' ? ready : planned) !== undefined) resolve();
          figures.plannedMs = planned ?? figures.plannedMs;
          if (rss !== undefined) held.set(child, Math.max(held.get(child) ?? 0, rss));
        }
      });
    });
  }

  const boss = new PgBoss({
    ...shared.connection,
    schema: 'pgboss',
    createSchema: false,
    max: 2,
    supervise: false,
    schedule: false
  } as never);
  boss.on('error', () => {});
  try {
    if (!given.filled) await filled(owner, given);
    // The first has made the queues; the others plan while the night goes on.
    await start('planned');
    await Promise.all(Array.from({ length: given.processes - 1 }, () => start('ready')));
    await boss.start();
    const begins = performance.now();
    await toSend(owner, given);
    const killing = new AbortController();
    const kills = (async () => {
      let started: Promise<void> | undefined;
      while (killed < given.kills && !killing.signal.aborted) {
        // Where the machine is too busy to start one in that time, it would in the end be killed before it did anything.
        await Promise.all([pause(given.everyMs, undefined, { signal: killing.signal }).catch(() => {}), started]);
        if (killing.signal.aborted) return;
        const [oldest] = running;
        if (!oldest) continue;
        oldest.kill('SIGKILL');
        killed += 1;
        await once(oldest, 'exit');
        started = start('ready');
      }
    })();
    const audits: { readonly [times: string]: number }[] = [];
    const took: number[] = [];
    for (let night = 0; night < given.nights; night += 1) {
      const before = await countsOf(owner);
      const evening = performance.now();
      // Two who plan at once make one job of it, as each night when a service is killed while it plans.
      const jobs = ids.map(id => ({ data: { school: id }, singletonKey: id }));
      await Promise.all([boss.insert(queue, jobs), boss.insert(queue, jobs)]);
      await settled(owner, given.patience);
      took.push((performance.now() - evening) / 1000);
      const after = await countsOf(owner);
      audits.push(tally(ids.map(id => after.get(id)! - before.get(id)!)));
    }
    const sendings = await delivered(owner, given);
    const seconds = (performance.now() - begins) / 1000;
    killing.abort();
    await kills;
    const known = new Map<string, number>();
    for (const { message } of mails.arrived) {
      const id = /^Message-ID: (\S+)/im.exec(message)?.[1] ?? '';
      known.set(id, (known.get(id) ?? 0) + 1);
    }
    return {
      audits,
      sendings,
      arrived: tally([...known.values()]),
      killed,
      seconds,
      startMs: figures.startMs,
      plannedMs: figures.plannedMs,
      nights: took,
      mostMb: [...held.values()].map(bytes => Math.round(bytes / 2 ** 20))
    };
  } finally {
    for (const child of running) child.kill('SIGKILL');
    await boss.stop({ graceful: false }).catch(() => {});
    await mails.close();
    await owner.end();
    await shared.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fills the database with schools and the staff who are asked to sign, as its owner. */
export async function filled(owner: pg.Client, { schools, staff = schools }: Pick<Treatment, 'schools' | 'staff'>): Promise<void> {
  await owner.query(
    `with made as (insert into school (id, name) select 'school-' || i, 'School ' || i from generate_series(0, $1::int - 1) as i returning id)
     insert into ledger_head (school, size, leaf, peaks) select id, 0, $2, '{}' from made`,
    [schools, noLeaf]
  );
  await owner.query(
    `insert into person (school, id, key, name, address, roles, groups) select school, school || '.' || i, 's' || i, 'Teacher Number' || i,
       'teacher.' || i || '@' || school || '.example', case i when 0 then array['staff', 'head'] else array['staff'] end, '{Teaching}'
     from (select 'school-' || s as school from generate_series(0, $1::int - 1) as s) as its, generate_series(0, $2::int - 1) as i`,
    [schools, Math.max(1, Math.round(staff / schools))]
  );
}

/** What the head of each school is to be sent. */
async function toSend(owner: pg.Client, { schools, mails }: Treatment): Promise<void> {
  await owner.query(
    `insert into sending (school, person, purpose, step, channel, payload) select school, school || '.0', 'notice', 'item ' || i, 'mail',
       jsonb_build_object('item', 'item-' || i)
     from (select 'school-' || s as school from generate_series(0, $1::int - 1) as s) as its, generate_series(0, $2::int - 1) as i`,
    [schools, mails]
  );
}

async function countsOf(owner: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await owner.query<{ id: string; count: number }>(
    'select s.id, (select count(*)::int from audit_run a where a.school = s.id) as count from school s'
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Waits until no audit is queued or in hand. */
async function settled(owner: pg.Client, patience: number): Promise<void> {
  for (const end = performance.now() + patience; performance.now() < end; await pause(200)) {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from pgboss.job where name = $1 and state in ('created', 'retry', 'active')`,
      [queue]
    );
    if (rows[0]!.count === 0) return;
  }
}

/** Waits until nothing is left to send. */
async function delivered(owner: pg.Client, { patience, hurried = false }: Treatment): Promise<Nights['sendings']> {
  for (const end = performance.now() + patience; ; await pause(500)) {
    if (hurried)
      await owner.query(
        `update sending set lease_until = 'epoch' where state = 'sending' and lease_until < clock_timestamp() + interval '110 seconds'`
      );
    const { rows } = await owner.query<{ total: number; sent: number }>(
      `select count(*)::int as total, count(*) filter (where state = 'sent')::int as sent from sending`
    );
    if (rows[0]!.sent === rows[0]!.total || performance.now() > end) return rows[0]!;
  }
}

function tally(times: readonly number[]): { readonly [times: string]: number } {
  const counts: { [times: string]: number } = {};
  for (const each of times) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
