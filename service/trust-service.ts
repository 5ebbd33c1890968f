import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { sql } from 'kysely';
import type { Io } from './cli/command.ts';
import { readEnvironment } from './environment.ts';
import { isFailure } from './failure.ts';
import { openGmail } from './gmail.ts';
import { type JobList, openJobs, type Work } from './jobs/jobs.ts';
import { pump } from './jobs/send.ts';
import type { Log } from './log.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { openOutlook } from './outlook.ts';
import { registrationOf } from './registration.ts';
import { gmailRoutes } from './routes/gmail.ts';
import { healthRoutes } from './routes/health.ts';
import { problem } from './routes/problem.ts';
import { readSchool } from './school.ts';
import { pagesFrom } from './serve.ts';
import { closed, openService } from './service.ts';
import { openShared, type Shared } from './store/database.ts';
import type { Outside } from './tenants.ts';
import type { World as SchoolWorld } from './working.ts';
import { hostOf, type Member, readMembers, readTrustFile, type Trust } from './trust.ts';

/** The world of a trust's service. */
export interface TrustWorld {
  readonly io: Pick<Io, 'cwd' | 'env' | 'now'>;
  /** The folder that the build wrote. */
  readonly built: string;
  readonly log: Log;
  /** How many connections to the database the pages take at most, besides four for the jobs; 16 where it is left out. */
  readonly connections?: number;
  /** How many schools are kept open at once while nobody uses them; 40 where it is left out. */
  readonly most?: number;
  /** How jobs are done, where not as a service does them. */
  readonly jobs?: Partial<Pick<Parameters<typeof openJobs>[0], 'every' | 'atOnce' | 'spread' | 'patience'>>;
  /** How tenants are reached, where it is not the real world. */
  readonly outside?: Outside;
  /** Where those who issue tokens publish their keys, where it is not where they do; and where Teams is. */
  readonly issuers?: { readonly microsoft?: string; readonly google?: string; readonly bot?: SchoolWorld['bot'] };
}

/** Many schools in one process, with one pool of connections and one list of jobs. */
export interface TrustService {
  readonly app: Express;
  readonly shared: Shared;
  readonly list: JobList;
  /** Opens each school once, so that its jobs are planned. Resolves to how many could not be opened. */
  readonly begin: () => Promise<number>;
  /** Reads `trust.yaml` and every school's file again. Throws a `Failure` where the trust's own is wrong; then everything stays as it was. */
  readonly reread: () => Promise<void>;
  /** What is wrong with which file. */
  readonly faults: () => readonly { readonly file: string; readonly says: string }[];
  readonly stop: (server?: Server) => Promise<void>;
}

/** A school while somebody uses it. */
interface Open {
  readonly app: Express;
  readonly work: Work;
  readonly outlets: Parameters<typeof pump>[0] | undefined;
  readonly stop: () => Promise<void>;
}

interface Slot {
  readonly id: string;
  readonly member: Member;
  readonly config: Extract<Member['read'], { config: unknown }>['config'];
  readonly origins: readonly string[];
  open: Promise<Open> | undefined;
  users: number;
  used: number;
  fault: string | undefined;
}

/** How many schools send at once, and how long one may while others wait, in milliseconds. */
const sending = { atOnce: 16, turn: 60_000, look: 500 } as const;

/** Opens a trust: schools are routed by the host names of their origins, and each is opened when somebody asks for it or one of its jobs is due. */
export async function openTrust(trust: Trust, world: TrustWorld): Promise<TrustService> {
  const { io, built, log, connections, most = 40, outside, issuers = {} } = world;
  const environment = readEnvironment(io.env, io.cwd);
  const metrics = openMetrics();
  // Each request is counted once, and one desk's numbers would be taken for all.
  const counting: Metrics = { ...metrics, watch: () => {}, requests: (_request, _response, next) => next() };
  const data = environment.data ?? join(dirname(trust.file), '.beadle');
  const shared = await openShared({
    url: environment.database?.(),
    folder: join(data, 'database'),
    ...(connections === undefined ? {} : { connections })
  });
  const list = await openJobs({
    connection: shared.connection,
    list: trust.id,
    log: log.info,
    ran: metrics.jobRan,
    atOnce: 4,
    spread: 30,
    ...world.jobs
  });
  const ended = new AbortController();
  let slots = new Map<string, Slot>();
  let hosts = new Map<string, Slot>();
  let wrong: readonly { readonly file: string; readonly says: string }[] = [];
  let origin = trust.origin;
  let ready = false;

  async function opening(slot: Slot): Promise<Open> {
    const { id, member, origins } = slot;
    const school = await readSchool(member.file, { cwd: io.cwd, now: io.now, inherits: member.inherits });
    const { config } = school;
    const registered = config.bot && registrationOf(config.bot, environment, false);
    const outlook =
      config.outlook &&
      (await openOutlook(school, {
        cwd: io.cwd,
        now: io.now,
        log: log.warn,
        ...(issuers.microsoft !== undefined && { keysAt: issuers.microsoft })
      }));
    const gmail =
      config.gmail &&
      (await openGmail(school, {
        cwd: io.cwd,
        now: io.now,
        log: log.warn,
        ...(issuers.google !== undefined && { keysAt: issuers.google })
      }));
    let work: Work = { jobs: [], errands: [] };
    let outlets: Open['outlets'];
    const service = openService(environment.metricsToken, counting);
    await service.begin({
      school,
      io,
      built,
      log,
      registered,
      shared,
      origin: origins[0] ?? origin ?? 'http://localhost:8080',
      world: {
        ...(outside && { outside }),
        ...(issuers.bot && { bot: issuers.bot }),
        jobs: async (jobs, errands, { timezone }) => {
          work = { jobs, errands };
          await list.add({ ...lentBy(slot, timezone), jobs, errands: errands.map(({ name }) => name) });
          // What a school does when it is opened, the list has planned for it already; an audit is done when somebody asks for one.
          const now = (name: string): Promise<void> => (name === 'audit' ? list.now(id, name) : Promise.resolve());
          return { queue: list.queueOf(id), now, stop: async () => {} };
        },
        sending: parts => {
          outlets = parts;
          return { stop: async () => {} };
        }
      }
    });
    const first = gmail ? [service.routes, gmailRoutes(built, gmail, log.warn)] : [service.routes];
    return { app: pagesFrom(built, log.warn, outlook, first), work, outlets, stop: () => service.stop() };
  }

  function lentBy(slot: Slot, timezone: string) {
    const { id } = slot;
    return {
      school: id,
      timezone,
      db: shared.of(id).db,
      opened: <T>(use: (work: Work) => Promise<T>) => lend(slot, ({ work }) => use(work))
    };
  }

  /** Lends a school, opened, for as long as `use` takes; nobody closes it meanwhile. */
  async function lend<T>(slot: Slot, use: (open: Open) => Promise<T>): Promise<T> {
    slot.users += 1;
    try {
      slot.open ??= opening(slot);
      const open = await slot.open.catch((error: unknown) => {
        slot.open = undefined;
        slot.fault = isFailure(error) ? error.message : 'It could not be opened, for a fault of Beadle’s. The log has its code.';
        throw error;
      });
      slot.fault = undefined;
      return await use(open);
    } finally {
      slot.users -= 1;
      slot.used = performance.now();
      void room();
    }
  }

  async function shut(slot: Slot): Promise<void> {
    const open = slot.open;
    slot.open = undefined;
    await (await open?.catch(() => undefined))?.stop();
  }

  /** Closes those that nobody has used for the longest time, beyond so many. */
  async function room(): Promise<void> {
    const there = [...slots.values()].filter(({ open }) => open !== undefined);
    const idle = there.filter(({ users }) => users === 0).sort((a, b) => a.used - b.used);
    await Promise.all(idle.slice(0, Math.max(0, there.length - most)).map(shut));
  }

  async function take(next: Trust): Promise<void> {
    const members = await readMembers(next);
    const before = slots;
    slots = new Map();
    hosts = new Map();
    origin = next.origin;
    wrong = members.flatMap(({ file, read }) => ('wrong' in read ? [{ file, says: read.wrong }] : []));
    for (const member of members) {
      if ('wrong' in member.read) continue;
      const { id, config, origins } = member.read;
      const old = before.get(id);
      const same = old?.member.file === member.file && JSON.stringify(old.config) === JSON.stringify(config);
      const slot: Slot = same ? old : { id, member, config, origins, open: undefined, users: 0, used: 0, fault: undefined };
      slots.set(id, slot);
      list.know(lentBy(slot, config.school.timezone));
      for (const each of origins) hosts.set(hostOf(each), slot);
    }
    for (const [id, old] of before) {
      if (slots.get(id) === old) continue;
      // One whose file has become wrong keeps what is planned: it is put right soon.
      if (!slots.has(id) && !members.some(({ file }) => file === old.member.file)) await list.remove(id);
      void endedOf(old);
    }
  }

  /** Closes one as soon as nobody uses it any more. */
  async function endedOf(slot: Slot): Promise<void> {
    while (slot.users > 0 && !ended.signal.aborted) await slept(100, ended.signal);
    await shut(slot);
  }

  const begin = async (): Promise<number> => {
    let failed = 0;
    for (const slot of slots.values()) {
      if (ended.signal.aborted) break;
      await lend(slot, async () => {}).catch(() => (failed += 1));
    }
    return failed;
  };

  await take(trust);
  ready = true;
  const looking = looked({ shared, ended: ended.signal, log, now: io.now, slotOf: id => slots.get(id), lend });

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  const faults = () => [
    ...wrong,
    ...[...slots.values()].flatMap(({ member, fault }) => (fault === undefined ? [] : [{ file: member.file, says: fault }]))
  ];
  app.use(
    metrics.requests,
    healthRoutes({
      metrics,
      token: environment.metricsToken,
      isReady: async () => ready && !ended.signal.aborted && (await shared.answers()),
      detail: () => ({ schools: slots.size, open: [...slots.values()].filter(({ open }) => open !== undefined).length, faults: faults() })
    })
  );
  const through = (slot: Slot, request: Request, response: Response, next: (error?: unknown) => void): void => {
    lend(
      slot,
      ({ app: its }) =>
        new Promise<void>(done => {
          response.once('close', done);
          its(request, response, next);
        })
    ).catch(() => {
      if (response.headersSent) return;
      response
        .status(503)
        .set('Retry-After', '60')
        .type('text/plain')
        .send('This school cannot be served at this moment. Its IT support can see why.');
    });
  };
  app.post('/api/messages', express.json({ limit: 256 * 1024, type: 'application/json' }), async (request, response, next) => {
    if (origin === undefined || hostIn(request) !== hostOf(origin) || hosts.has(hostIn(request))) return next();
    const slot = await addressed(request.body, [...slots.values()], shared);
    if (slot) return through(slot, request, response, next);
    problem(response, 403, 'No school of this service knows who is speaking.', { reason: 'unknown-account' });
  });
  app.use(((request, response, next) => {
    const slot = hosts.get(hostIn(request));
    if (slot) return through(slot, request, response, next);
    response.status(421).type('text/plain').send('No school is reached at this address.');
  }) satisfies RequestHandler);

  return {
    app,
    shared,
    list,
    begin,
    reread: async () => {
      await take(await readTrustFile(trust.file));
      await begin();
    },
    faults,
    stop: async server => {
      ended.abort();
      if (server) await closed(server);
      await Promise.all([list.stop(), looking]);
      await Promise.all([...slots.values()].map(shut));
      await shared.close();
    }
  };
}

function hostIn(request: Request): string {
  return (request.host ?? '').toLowerCase();
}

/** Whose bot is spoken to: that of the only school in the tenant, else of the one that knows the account. Whether it is true what it says of itself that bot finds out. */
async function addressed(activity: unknown, slots: readonly Slot[], shared: Shared): Promise<Slot | undefined> {
  const text = (...path: readonly string[]): string | undefined => {
    let here: unknown = activity;
    for (const step of path)
      here = typeof here === 'object' && here !== null ? (here as { readonly [key: string]: unknown })[step] : undefined;
    return typeof here === 'string' && here.length < 200 ? here.toLowerCase() : undefined;
  };
  const tenant = text('conversation', 'tenantId') ?? text('channelData', 'tenant', 'id');
  const those = slots.filter(({ config }) => tenant !== undefined && config.bot?.tenantId?.toLowerCase() === tenant);
  if (those.length < 2) return those[0];
  const account = text('from', 'aadObjectId');
  if (account === undefined) return undefined;
  const ids = those.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`select schools_of_account(${ids}::text[], ${account}) as id`.execute(shared.across);
  return those.find(({ id }) => rows.some(row => row.id === id));
}

interface Looking {
  readonly shared: Shared;
  readonly ended: AbortSignal;
  readonly log: Log;
  readonly now: () => Date;
  readonly slotOf: (id: string) => Slot | undefined;
  readonly lend: (slot: Slot, use: (open: Open) => Promise<void>) => Promise<void>;
}

/** Looks which schools have something to send, and lets each send until nothing is left, or its turn is over and others wait. */
async function looked({ shared, ended, log, now, slotOf, lend }: Looking): Promise<void> {
  const turns = new Map<string, { wanted: number; readonly since: number; readonly done: Promise<void>; readonly end: AbortController }>();
  while (!ended.aborted) {
    const due = await sql<{ id: string }>`select schools_to_send(${now()}) as id`.execute(shared.across).then(
      ({ rows }) => rows.map(({ id }) => id),
      () => {
        log.warn('It could not be seen what is to be sent; it is tried again.');
        return undefined;
      }
    );
    const waiting = shuffled((due ?? []).filter(id => slotOf(id) !== undefined && !turns.has(id)));
    for (const [id, turn] of turns) {
      if (!due || due.includes(id)) turn.wanted = performance.now();
      const over = waiting.length > 0 && performance.now() - turn.since > sending.turn;
      if (over || performance.now() - turn.wanted > 2000) turn.end.abort();
    }
    for (const id of waiting.slice(0, Math.max(0, sending.atOnce - turns.size))) {
      const end = new AbortController();
      const slot = slotOf(id)!;
      const done = lend(slot, async ({ outlets }) => {
        if (!outlets) return slept(sending.turn, AbortSignal.any([ended, end.signal]));
        const pumped = pump(outlets);
        await slept(2 ** 31 - 1, AbortSignal.any([ended, end.signal]));
        await pumped.stop();
      })
        .catch(() => slept(sending.turn, ended))
        .finally(() => turns.delete(id));
      turns.set(id, { wanted: performance.now(), since: performance.now(), done, end });
    }
    await slept(sending.look, ended);
  }
  await Promise.all([...turns.values()].map(({ done }) => done));
}

function shuffled<T>(all: readonly T[]): readonly T[] {
  return all
    .map(each => [Math.random(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);
}

function slept(ms: number, until: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (until.aborted) return resolve();
    const timer = setTimeout(done, ms);
    until.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      until.removeEventListener('abort', done);
      resolve();
    }
  });
}
