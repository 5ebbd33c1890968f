import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { outboxOf, type Progress } from '../../service/outbox.ts';
import { freshDatabase, school, type TestDatabase } from '../support/database.ts';
import { type Connector, connector } from '../support/teams/connector.ts';
import type { SendingOptions } from '../support/teams/sending-process.ts';

/** Rounds of 2,000 cards as BEADLE_ROUNDS says; else one of 600. */
const rounds = Number(process.env['BEADLE_ROUNDS'] ?? 1);
const people = process.env['BEADLE_ROUNDS'] === undefined ? 600 : 2000;

const senders = new Set<ChildProcess>();

/** Starts a process that sends, and waits until it does. */
async function sender(options: SendingOptions): Promise<ChildProcess> {
  const file = new URL('../support/teams/sending-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  senders.add(child);
  child.once('exit', () => senders.delete(child));
  const [first] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [unknown];
  assert.match(String(first), /ready/, 'the sender did not start');
  return child;
}

describe('sending, killed in the middle', function () {
  this.timeout(120_000 * Math.max(1, rounds));
  let database: TestDatabase;
  let teams: Connector;

  beforeEach(async () => {
    database = await freshDatabase();
    teams = await connector({ botId: '28:' });
  });
  afterEach(async () => {
    for (const child of senders) child.kill('SIGKILL');
    await teams.close();
    await database.close();
  });

  async function planned(round: number): Promise<void> {
    const ids = Array.from({ length: people }, (_, i) => `person-${round}-${i}`);
    for (const id of ids) teams.install(id);
    await outboxOf(database.db, school).plan(
      ids.map(person => ({ person, purpose: 'ask', step: `round ${round} ${person}`, channel: 'teams' }))
    );
  }

  const options = (more: Partial<SendingOptions> = {}): SendingOptions => ({
    database: database.url,
    school,
    serviceUrl: teams.serviceUrl,
    graph: teams.graph,
    perSecond: 1000,
    atOnce: 30,
    leaseMs: 4000,
    deadline: 400,
    ...more
  });

  async function until(of: { readonly step: string }, holds: (progress: Progress) => boolean): Promise<Progress> {
    for (let i = 0; i < 1200; i++) {
      const progress = await outboxOf(database.db, school).progress(of);
      const { total, ...states } = progress;
      assert.equal(
        Object.values(states).reduce((sum, count) => sum + count, 0),
        total,
        'the states do not add up'
      );
      if (holds(progress)) return progress;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('It did not come to an end.');
  }

  /** How many connections to the database are in a state, besides the one that asks. */
  async function connections(state: 'idle in transaction' | '%'): Promise<number> {
    const client = new pg.Client({ connectionString: database.url, application_name: 'looking' });
    await client.connect();
    try {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'beadle' and state like $1`,
        [state]
      );
      return rows[0]!.count;
    } finally {
      await client.end();
    }
  }

  /** What a killed process had given to the database is done there to its end: only then it is known what is in doubt. */
  async function gone(): Promise<void> {
    // One is that of the test itself.
    while ((await connections('%')) > 1) await new Promise(resolve => setTimeout(resolve, 20));
  }

  /** Holds a process up, between two transactions: in one it would hold up the others as well, until the database ends it. */
  async function heldUp(child: ChildProcess): Promise<void> {
    for (;;) {
      child.kill('SIGSTOP');
      // What was under way in the database comes to its end.
      await new Promise(resolve => setTimeout(resolve, 50));
      if ((await connections('idle in transaction')) === 0) return;
      child.kill('SIGCONT');
      await new Promise(resolve => setTimeout(resolve, 3));
    }
  }

  it(`sends each of ${people} cards exactly once although it is killed three times (BEADLE_ROUNDS: ${rounds})`, async () => {
    let doubtful = 0;
    for (let round = 0; round < rounds; round++) {
      const step = `round ${round} `;
      await planned(round);
      const sent = (): number => teams.delivered.length - round * people;
      for (const share of [0.1, 0.4, 0.75]) {
        const child = await sender(options());
        while (sent() < people * (share + 0.1 * Math.random())) await new Promise(resolve => setTimeout(resolve, 1));
        child.kill('SIGKILL');
        await once(child, 'exit');
        doubtful += (await outboxOf(database.db, school).progress({ step })).sending;
      }
      // Two at once finish it: they share the work.
      const last = await Promise.all([sender(options()), sender(options())]);
      const progress = await until({ step }, ({ sent: done }) => done === people);
      for (const child of last) child.kill('SIGTERM');
      await Promise.all(last.map(async child => child.exitCode ?? (await once(child, 'exit'))));
      assert.deepEqual(progress, { total: people, planned: 0, sending: 0, sent: people, failed: 0, unknown: 0, cancelled: 0 });
      const twice = [...teams.bySending].filter(([, times]) => times !== 1);
      assert.deepEqual(twice, []);
      assert.equal(teams.bySending.size, people * (round + 1));
      assert.equal(new Set(teams.delivered.map(({ conversation }) => conversation)).size, people * (round + 1));
    }
    // The test means something only if something was in doubt.
    assert.ok(doubtful > 0, 'nothing was under way when it was killed');
  });

  it('sends nothing twice although a process is held up beyond its lease and wakes again', async () => {
    await planned(0);
    const held = await sender(options({ atOnce: 60 }));
    while (teams.delivered.length < 100) await new Promise(resolve => setTimeout(resolve, 1));
    await heldUp(held);
    const stopped = (await outboxOf(database.db, school).progress()).sending;
    assert.ok(stopped > 0, 'nothing was under way when it was held up');
    const other = await sender(options());
    await until({ step: '' }, ({ sent }) => sent === people);
    held.kill('SIGCONT');
    await new Promise(resolve => setTimeout(resolve, 1500));
    for (const child of [held, other]) child.kill('SIGTERM');
    await Promise.all([held, other].map(async child => child.exitCode ?? (await once(child, 'exit'))));
    assert.deepEqual(
      [...teams.bySending].filter(([, times]) => times !== 1),
      []
    );
    assert.equal(teams.bySending.size, people);
  });

  it('leaves to the coordinator what nobody may look for, and sends it to nobody twice', async () => {
    await planned(0);
    teams.graphAnswers(403);
    const child = await sender(options());
    while (teams.delivered.length < 300) await new Promise(resolve => setTimeout(resolve, 1));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await gone();
    const inDoubt = (await outboxOf(database.db, school).progress()).sending;
    assert.ok(inDoubt > 0, 'nothing was under way when it was killed');
    const next = await sender(options());
    const progress = await until({ step: '' }, ({ planned: left, sending }) => left + sending === 0);
    next.kill('SIGTERM');
    await once(next, 'exit');
    assert.equal(progress.unknown, inDoubt);
    assert.equal(progress.sent, people - inDoubt);
    assert.deepEqual(
      [...teams.bySending].filter(([, times]) => times !== 1),
      []
    );
    const troubles = await outboxOf(database.db, school).troubles(1000);
    assert.equal(troubles.length, inDoubt);
    assert.ok(troubles.every(({ reason, state }) => reason === 'unclear' && state === 'unknown'));
  });
});
