import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';

/** Something that is done again and again, by one process at a time however many there are. */
export interface Job {
  /** Letters and hyphens. */
  readonly name: string;
  /** When, by the school's clock: `minute hour day month weekday`. */
  readonly cron: string;
  /** Says in a static sentence with counts what was done; nothing where there is nothing to say. */
  readonly run: (queue: Jobs['queue']) => Promise<string | undefined | void>;
}

/** Something that is done once for each time that it was queued, and tried again later where it fails. */
export interface Errand<Data extends object> {
  readonly name: string;
  readonly run: (data: Data) => Promise<void>;
}

/** What is needed to do jobs. */
export interface JobParts {
  readonly connection: Database['connection'];
  /** Whose jobs they are: schools in one database do not do one another's. */
  readonly school: string;
  readonly timezone: string;
  readonly log: (line: string) => void;
  /** Told of each run: for the metrics. */
  readonly ran?: (name: string, well: boolean) => void;
  /** Seconds between two looks whether there is something to do; 10 where it is left out. */
  readonly every?: number;
}

/** Jobs that are being done. */
export interface Jobs {
  /** Queues an errand in a transaction: it is done if and only if that commits. */
  readonly queue: (trx: Transaction<Tables>, name: string, data: readonly object[]) => Promise<void>;
  /** Does a job now, in turn with the other processes. */
  readonly now: (name: string) => Promise<void>;
  /** Lets what is in hand come to its end, and does nothing more. */
  readonly stop: () => Promise<void>;
}

/** Starts doing jobs and errands. What fails is logged by its name alone, and tried again. */
export async function startJobs(jobs: readonly Job[], errands: readonly Errand<never>[], parts: JobParts): Promise<Jobs> {
  const { connection, school, timezone, log, ran, every = 10 } = parts;
  const boss = new PgBoss({
    ...connection,
    schema: 'pgboss',
    createSchema: false,
    max: 4,
    application_name: 'beadle (jobs)'
  } as ConstructorParameters<typeof PgBoss>[0]);
  boss.on('error', () => log('The list of jobs could not be reached; it is tried again.'));
  const named = (name: string): string => `${name}.${createHash('sha256').update(school).digest('hex').slice(0, 12)}`;
  await boss.start();

  async function done(name: string, run: () => Promise<string | undefined | void>): Promise<void> {
    try {
      const said = await run();
      if (said) log(said);
      ran?.(name, true);
    } catch (error) {
      ran?.(name, false);
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'fault';
      log(`The job «${name}» failed (${code}); it is tried again.`);
      // The list of jobs keeps what an error says: it must not quote anybody.
      throw new Error(`${name} failed`);
    }
  }

  const queue: Jobs['queue'] = async (trx, name, data) => {
    if (data.length > 0)
      await boss.insert(
        named(name),
        data.map(each => ({ data: each })),
        { db: fromKysely(trx) }
      );
  };

  // Errands first: a job may queue one as soon as it is there.
  for (const { name, run } of errands) {
    const its = named(name);
    await boss.createQueue(its, { retryLimit: 12, retryDelay: 30, retryBackoff: true, expireInSeconds: 300 });
    await boss.work(its, { pollingIntervalSeconds: every, batchSize: 1 }, async given => {
      for (const { data } of given) await done(name, () => run(data as never));
    });
  }
  const workers = new Map<string, string>();
  for (const { name, cron, run } of jobs) {
    const its = named(name);
    await boss.createQueue(its, { policy: 'exclusive', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 3600 });
    await boss.schedule(its, cron, {}, { tz: timezone });
    workers.set(name, await boss.work(its, { pollingIntervalSeconds: every }, () => done(name, () => run(queue))));
  }
  return {
    queue,
    now: async name => {
      await boss.send(named(name), {});
      const worker = workers.get(name);
      // Else it would look for it only the next time.
      if (worker !== undefined) boss.notifyWorker(worker);
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 })
  };
}
