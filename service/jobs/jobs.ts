import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';

/** Queues errands in a transaction: they are done if and only if that commits. */
type Queue = (trx: Transaction<Tables>, name: string, data: readonly object[]) => Promise<void>;

/** Something that is done again and again, by one process at a time however many there are. */
export interface Job {
  /** Letters and hyphens. */
  readonly name: string;
  /** When, by the school's clock: `minute hour day month weekday`. */
  readonly cron: string;
  /**
   * Says in a static sentence with counts what was done; nothing where there is nothing to say. What is written in one transaction with `done` is never
   * written twice for one occurrence, whenever its process ends; without it the job itself has to bear being done again. Left out: it is done by hand.
   */
  readonly run: (queue: Queue, done?: (trx: Transaction<Tables>) => Promise<void>) => Promise<string | undefined | void>;
}

/** Something that is done once for each time that it was queued, and tried again later where it fails. */
export interface Errand<Data extends object> {
  readonly name: string;
  readonly run: (data: Data) => Promise<void>;
}

/** What a school has to do. */
export interface Work {
  readonly jobs: readonly Job[];
  readonly errands: readonly Errand<never>[];
}

/** A school that has something to do, and that is opened when it is its turn. */
export interface Working {
  /** Whose jobs they are. */
  readonly school: string;
  readonly timezone: string;
  readonly db: Kysely<Tables>;
  readonly jobs: readonly Pick<Job, 'name' | 'cron'>[];
  readonly errands: readonly string[];
  /** Lends what does them for as long as `use` takes. */
  readonly opened: <T>(use: (work: Work) => Promise<T>) => Promise<T>;
}

/** What is needed to keep a list of jobs. */
export interface ListParts {
  readonly connection: Database['connection'];
  /** Names the list: services that share it do one another's jobs, and no others do. */
  readonly list: string;
  readonly log: (line: string) => void;
  /** Told of each run: for the metrics. */
  readonly ran?: ((name: string, well: boolean) => void) | undefined;
  /** Seconds between two looks whether there is something to do; 10 where it is left out. */
  readonly every?: number;
  /** How many of one kind are done at once in this process; 1 where it is left out. */
  readonly atOnce?: number;
  /** Minutes over which what is done once a night is spread, each school at a moment of its own; 0 where it is left out. */
  readonly spread?: number;
  /** Seconds after which a job is given to another where its process was killed, and for which one that failed is left alone; 30 and 60. */
  readonly patience?: { readonly lost: number; readonly again: number };
}

/** The jobs of many schools: one queue for each kind of them. */
export interface JobList {
  /** Knows a school whose jobs another process may have planned, before it was opened here. */
  readonly know: (working: Omit<Working, 'jobs' | 'errands'>) => void;
  /** Does a school's jobs from now on. */
  readonly add: (working: Working) => Promise<void>;
  /** Does no more of a school's here, and has it planned no more. */
  readonly remove: (school: string) => Promise<void>;
  readonly queueOf: (school: string) => Queue;
  /** Does a job of a school now, in turn with the other processes. */
  readonly now: (school: string, name: string) => Promise<void>;
  /** Lets what is in hand come to its end, and does nothing more. */
  readonly stop: () => Promise<void>;
}

/** Starts doing jobs and errands. What fails is logged by its name alone, and tried again. A school has one of each kind in hand at most, so that none waits for another's hundred. */
export async function openJobs(parts: ListParts): Promise<JobList> {
  const { connection, list, log, ran, every = 10, atOnce = 1, spread = 0, patience = { lost: 30, again: 60 } } = parts;
  const boss = new PgBoss({
    ...connection,
    schema: 'pgboss',
    createSchema: false,
    max: 4,
    application_name: 'beadle (jobs)',
    superviseIntervalSeconds: patience.lost,
    monitorIntervalSeconds: patience.lost
  } as ConstructorParameters<typeof PgBoss>[0]);
  boss.on('error', () => log('The list of jobs could not be reached; it is tried again.'));
  const suffix = shortHash(list);
  const named = (name: string): string => `${name}.${suffix}`;
  const schools = new Map<string, Omit<Working, 'jobs' | 'errands'>>();
  const kinds = new Map<string, Promise<string>>();
  await boss.start();
  const planned = new Map((await boss.getSchedules()).map(({ name, key, cron, timezone }) => [`${name} ${key}`, `${cron} ${timezone}`]));

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
    } finally {
      // Else whoever comes next would wait for the next look.
      const worker = await kinds.get(name);
      if (worker !== undefined) boss.notifyWorker(worker);
    }
  }

  function whose(school: string): Omit<Working, 'jobs' | 'errands'> {
    const working = schools.get(school);
    // Another process may have read a later trust.yaml.
    if (!working) throw Object.assign(new Error('not known here'), { code: 'unknown-school' });
    return working;
  }

  async function doJob(name: string, school: string, occurrence: string): Promise<string | undefined | void> {
    const { db, opened } = whose(school);
    const row = { school, job: name, occurrence };
    const before = await db
      .selectFrom('job_done')
      .select('done_at')
      .where('school', '=', school)
      .where('job', '=', name)
      .where('occurrence', '=', occurrence)
      .executeTakeFirst();
    if (before) return undefined;
    return opened(async ({ jobs }) => {
      const job = jobs.find(each => each.name === name);
      if (!job) return undefined;
      let recorded = false;
      try {
        const said = await job.run(queueOf(school), async trx => {
          await trx.insertInto('job_done').values(row).execute();
          recorded = true;
        });
        if (!recorded) await db.insertInto('job_done').values(row).execute();
        return said;
      } catch (error) {
        // Whoever was taken for dead did it after all.
        if (isDone(error)) return undefined;
        throw error;
      }
    });
  }

  function kind(name: string, isJob: boolean): Promise<string> {
    const known = kinds.get(name);
    if (known) return known;
    const made = (async () => {
      const its = named(name);
      const again = { retryDelay: patience.again, retryBackoff: true, heartbeatSeconds: Math.max(10, patience.lost) };
      if (isJob) {
        await boss.createQueue(its, { policy: 'exclusive', retryLimit: 5, expireInSeconds: 3600, ...again });
        return boss.work<{ school: string }>(
          its,
          { pollingIntervalSeconds: every, batchSize: 1, localConcurrency: atOnce },
          async ([job]) => {
            if (job) await done(name, () => doJob(name, job.data.school, job.id));
          }
        );
      }
      await boss.createQueue(its, { retryLimit: 12, expireInSeconds: 300, ...again, retryDelay: Math.min(30, patience.again) });
      return boss.work<{ school: string; of: object }>(
        its,
        // A school with a thousand of them leaves room for the others.
        { pollingIntervalSeconds: every, batchSize: 1, localConcurrency: atOnce, ...(atOnce > 1 ? { localGroupConcurrency: 1 } : {}) },
        async ([job]) => {
          if (!job) return;
          const { school, of } = job.data;
          await done(name, () => whose(school).opened(async ({ errands }) => errands.find(each => each.name === name)?.run(of as never)));
        }
      );
    })();
    kinds.set(name, made);
    return made;
  }

  const queueOf =
    (school: string): Queue =>
    async (trx, name, data) => {
      if (data.length > 0)
        await boss.insert(
          named(name),
          data.map(of => ({ data: { school, of }, group: { id: shortHash(school) } })),
          { db: fromKysely(trx) }
        );
    };

  const unplan = async (school: string, but: readonly string[]): Promise<void> => {
    const key = shortHash(school);
    for (const each of planned.keys()) {
      const [name, its] = each.split(' ');
      if (its !== key || but.includes(name!) || !name!.endsWith(`.${suffix}`)) continue;
      await boss.unschedule(name!, key);
      planned.delete(each);
    }
  };

  return {
    know: working => void schools.set(working.school, working),
    add: async working => {
      const { school, timezone, jobs, errands } = working;
      schools.set(school, working);
      const key = shortHash(school);
      // Errands first: a job may queue one as soon as it is there.
      for (const name of errands) await kind(name, false);
      for (const { name, cron } of jobs) {
        await kind(name, true);
        const when = `${cron} ${timezone}`;
        if (planned.get(`${named(name)} ${key}`) === when) continue;
        const later = spread > 0 && /^\d+ \d+ /.test(cron) ? { startAfter: parseInt(key.slice(0, 6), 16) % (spread * 60) } : {};
        await boss.schedule(named(name), cron, { school }, { tz: timezone, key, singletonKey: school, ...later });
        planned.set(`${named(name)} ${key}`, when);
      }
      await unplan(
        school,
        jobs.map(({ name }) => named(name))
      );
    },
    remove: async school => {
      schools.delete(school);
      await unplan(school, []);
    },
    queueOf,
    now: async (school, name) => {
      await boss.send(named(name), { school }, { singletonKey: school });
      const worker = await kinds.get(name);
      // Else it would look for it only the next time.
      if (worker !== undefined) boss.notifyWorker(worker);
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 })
  };
}

/** What is needed to do the jobs of one school. */
export interface JobParts extends Omit<ListParts, 'connection' | 'list'> {
  readonly database: Pick<Database, 'connection' | 'db'>;
  readonly school: string;
  readonly timezone: string;
}

/** Jobs that are being done. */
export interface Jobs {
  readonly queue: Queue;
  readonly now: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The same for one school alone. */
export async function startJobs(jobs: readonly Job[], errands: readonly Errand<never>[], parts: JobParts): Promise<Jobs> {
  const { database, school, timezone } = parts;
  const list = await openJobs({ ...parts, connection: database.connection, list: school });
  await list.add({
    school,
    timezone,
    db: database.db,
    jobs,
    errands: errands.map(({ name }) => name),
    opened: use => use({ jobs, errands })
  });
  return { queue: list.queueOf(school), now: name => list.now(school, name), stop: list.stop };
}

function isDone(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'job_done_pkey';
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
