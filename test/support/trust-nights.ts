import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PgBoss } from 'pg-boss';
import { sql } from 'kysely';
import { plan, begun } from '../../service/store/ledger.ts';
import { openShared, type Shared } from '../../service/store/database.ts';
import { peopleOf } from '../../service/store/people.ts';
import { smtpServer } from './smtp.ts';
import { trustFolder } from './trust.ts';
import { rm } from 'node:fs/promises';

/** How large the trust is, and how it is treated. */
export interface Treatment {
  readonly schools: number;
  /** How many nights are gone through. */
  readonly nights: number;
  readonly processes: number;
  /** Milliseconds between two kills, and how many there are at most. */
  readonly everyMs: number;
  readonly kills: number;
  /** Mails that each school sends in the first night. */
  readonly mails: number;
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
  readonly mostMb: number;
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
  const mails = await smtpServer();
  const running = new Set<ChildProcess>();
  const figures = { startMs: 0, plannedMs: undefined as number | undefined, most: 0 };
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
          figures.most = Math.max(figures.most, rss ?? 0);
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
    for (const id of ids) await prepared(shared, id, given.mails);
    await Promise.all(Array.from({ length: given.processes }, () => start('planned')));
    await boss.start();
    const begins = performance.now();
    const killing = new AbortController();
    const kills = (async () => {
      while (killed < given.kills && !killing.signal.aborted) {
        await pause(given.everyMs, undefined, { signal: killing.signal }).catch(() => {});
        if (killing.signal.aborted) return;
        const [oldest] = running;
        if (!oldest) continue;
        oldest.kill('SIGKILL');
        killed += 1;
        await once(oldest, 'exit');
        void start('ready');
      }
    })();
    const audits: { readonly [times: string]: number }[] = [];
    for (let night = 0; night < given.nights; night += 1) {
      const before = await countsOf(shared, ids);
      // Two who plan at once make one job of it, as each night when a service is killed while it plans.
      for (let twice = 0; twice < 2; twice += 1)
        for (const id of ids) await boss.send(queue, { school: id }, { singletonKey: id });
      await settled(shared, given.patience);
      const after = await countsOf(shared, ids);
      audits.push(tally(ids.map(id => after.get(id)! - before.get(id)!)));
    }
    killing.abort();
    await kills;
    const seconds = (performance.now() - begins) / 1000;
    const sendings = await delivered(shared, ids, given.patience);
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
      mostMb: Math.round(figures.most / 2 ** 20)
    };
  } finally {
    for (const child of running) child.kill('SIGKILL');
    await boss.stop({ graceful: false }).catch(() => {});
    await mails.close();
    await shared.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepared(shared: Shared, id: string, mails: number): Promise<void> {
  const { db } = shared.of(id);
  await begun(db, { id, name: id });
  if (mails === 0) return;
  const [person] = await peopleOf(db, id).put([
    { name: 'Governor Two', address: `governor.two@${id}.example`, roles: ['governor'], groups: [], children: [], language: 'en' }
  ]);
  await plan(
    db,
    id,
    Array.from({ length: mails }, (_, i) => ({
      person: person!,
      purpose: 'notice' as const,
      step: `item ${i}`,
      channel: 'mail' as const,
      payload: { item: `item-${i}` }
    }))
  );
}

async function countsOf(shared: Shared, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from audit_run`.execute(shared.of(id).db);
    counts.set(id, rows[0]!.count);
  }
  return counts;
}

/** Waits until no audit is queued or in hand. */
async function settled(shared: Shared, patience: number): Promise<void> {
  for (const end = performance.now() + patience; performance.now() < end; await pause(200)) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from pgboss.job where name = ${queue} and state in ('created', 'retry', 'active')`.execute(shared.across);
    if (rows[0]!.count === 0) return;
  }
}

/** Waits until nothing is left to send. What the killed ones held stays theirs for two minutes: those are over. */
async function delivered(shared: Shared, ids: readonly string[], patience: number): Promise<Nights['sendings']> {
  for (const end = performance.now() + patience; ; await pause(500)) {
    const all = { total: 0, sent: 0 };
    for (const id of ids) {
      const { db } = shared.of(id);
      await db
        .updateTable('sending')
        .set({ lease_until: new Date(0) })
        .where('school', '=', id)
        .where('state', '=', 'sending')
        .where('lease_until', '<', new Date(Date.now() + 110_000))
        .execute();
      const { rows } = await sql<{ total: number; sent: number }>`
        select count(*) as total, count(*) filter (where state = 'sent') as sent from sending`.execute(db);
      all.total += rows[0]!.total;
      all.sent += rows[0]!.sent;
    }
    if (all.sent === all.total || performance.now() > end) return all;
  }
}

function tally(times: readonly number[]): { readonly [times: string]: number } {
  const counts: { [times: string]: number } = {};
  for (const each of times) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
