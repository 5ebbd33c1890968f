import type { Server } from 'node:http';
import { Router } from 'express';
import type { Io } from './cli/command.ts';
import type { Auditing } from './auditing.ts';
import type { WhoIsWho } from './directory-sync.ts';
import type { Secret } from './environment.ts';
import type { SchoolIncidents } from './incidents.ts';
import type { Log } from './log.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import type { Registered } from './registration.ts';
import { healthRoutes } from './routes/health.ts';
import type { School } from './school.ts';
import type { Signatures } from './signatures.ts';
import type { Shared } from './store/database.ts';
import type { Working, World } from './working.ts';

/** What is needed to begin. */
interface Beginning {
  readonly school: School;
  readonly io: Pick<Io, 'cwd' | 'env' | 'now'>;
  /** The folder that the build wrote. */
  readonly built: string;
  readonly log: Log;
  readonly registered: Registered | undefined;
  /** Where this machine reaches the pages. */
  readonly origin: string;
  /** The database, where it is open already for many schools. */
  readonly shared?: Shared | undefined;
  /** The world in which the school works, where it is not the real one. */
  readonly world?: World | undefined;
  /** Called with what was opened, before the work on it begins. */
  readonly opened?: (parts: {
    readonly signatures: Signatures;
    readonly incidents: SchoolIncidents;
    readonly auditing?: Auditing;
  }) => Promise<void>;
}

/** The service behind the pages: what it answers, how it begins and how it ends. */
export interface Service {
  /** Health and counts at once; signatures and the bot as soon as they are there. */
  readonly routes: Router;
  /** Opens the database and begins to work, where the school asks people to sign. Resolves to what whoever started it wants to know, line by line. */
  readonly begin: (beginning: Beginning) => Promise<readonly string[]>;
  /** Ends gracefully: takes nothing new, finishes what is in hand, stops the jobs and then the database. */
  readonly stop: (server?: Server) => Promise<void>;
}

/** What is asked of signatures before they are there. */
const soon = ['/sign', '/read', '/visit', '/kiosk', '/class', '/tab', '/api'];

/** Milliseconds for which requests in hand are waited for at the end. */
const patience = 10_000;

/** A service that has not begun yet. `token`: by which `/metrics` is read from elsewhere; `metrics`: where they are counted together with others'. */
export function openService(token: Secret | undefined, metrics: Metrics = openMetrics()): Service {
  const routes = Router();
  let signatures: Signatures | undefined;
  let working: Working | undefined;
  let auditing: Auditing | undefined;
  let audits: Pick<Working, 'stop'> | undefined;
  let known: WhoIsWho | undefined;
  let beginning: Promise<readonly string[]> | undefined;
  let state: 'starting' | 'ready' | 'ending' = 'starting';

  const isReady = async (): Promise<boolean> =>
    state === 'ready' && ((await (signatures ?? auditing ?? known)?.database.answers()) ?? true);
  routes.use(metrics.requests, healthRoutes({ metrics, isReady, token }));
  routes.use((request, response, next) => {
    if (working) return void working.routes(request, response, next);
    if (state === 'starting' && soon.some(path => request.path === path || request.path.startsWith(`${path}/`))) {
      return void response.status(503).set('Retry-After', '2').type('text/plain').send('Beadle is starting. Try again in a moment.');
    }
    next();
  });

  async function begin(given: Beginning): Promise<readonly string[]> {
    const { school, io, built, log, registered, origin, world, shared, opened } = given;
    if (!school.config.signatures) {
      const lines = school.config.audit ? await beginAudits(given) : school.config.sources ? await beginKnowing(given) : [];
      if (state === 'starting') state = 'ready';
      return lines;
    }
    const [{ openSignatures }, { openReports }, { startWorking }] = await Promise.all([
      import('./signatures.ts'),
      import('./reporting.ts'),
      import('./working.ts')
    ]);
    signatures = await openSignatures(school, { cwd: io.cwd, env: io.env, now: io.now, origin, teams: registered !== undefined, shared });
    const audited = school.config.audit && (await auditingFor(signatures, io.cwd));
    const incidents = await openReports(signatures, io.cwd);
    await opened?.({ signatures, incidents, ...(audited && { auditing: audited }) });
    working = await startWorking({ signatures, built, log, metrics, registered, incidents, ...(audited && { auditing: audited }), world });
    metrics.watch(signatures.desk);
    if (state === 'starting') state = 'ready';
    return linesOf(signatures, { registered, here: origin });
  }

  /** Audits alone: nobody is asked to sign here. */
  async function beginAudits({ school, io, log, world, shared }: Beginning): Promise<readonly string[]> {
    const [{ auditedSchool, openAuditing }, { startAudits }] = await Promise.all([import('./auditing.ts'), import('./working.ts')]);
    auditing = await openAuditing(auditedSchool(school), { ...io, shared });
    audits = await startAudits(auditing, { log, metrics, world });
    return [auditLine(school), noTab, `The database is ${auditing.database.where}.`];
  }

  /** Who is who alone: mail is judged here, and no more. */
  async function beginKnowing({ school, io, log, world, shared }: Beginning): Promise<readonly string[]> {
    const [{ openWhoIsWho }, { startKnowing }] = await Promise.all([import('./directory-sync.ts'), import('./working.ts')]);
    known = await openWhoIsWho(school, { ...io, shared });
    audits = await startKnowing(school, known, { log, metrics, world });
    return [`Who is who is read at ${known.sources.at}, ${school.config.school.timezone}.`, `The database is ${known.database.where}.`];
  }

  return {
    routes,
    begin: given => (beginning = begin(given)),
    stop: async server => {
      state = 'ending';
      await beginning?.catch(() => {});
      if (server) await closed(server);
      await Promise.all([working?.stop(), audits?.stop()]);
      await Promise.all([signatures?.close(), auditing?.close(), known?.close()]);
    }
  };
}

/** A school's audits, on the database on which people sign. */
async function auditingFor(signatures: Signatures, cwd: string): Promise<Auditing> {
  const { auditedSchool, auditingOn } = await import('./auditing.ts');
  return auditingOn(auditedSchool(signatures.school), signatures, { cwd });
}

const dayNames = {
  mon: 'Mondays',
  tue: 'Tuesdays',
  wed: 'Wednesdays',
  thu: 'Thursdays',
  fri: 'Fridays',
  sat: 'Saturdays',
  sun: 'Sundays'
} as const;

/** What whoever looks for the page of audits has to know. */
const noTab =
  'There is no page at /tab here: it knows by the people who sign who may see what, and comes with «signatures:» in beadle.yaml. Reports go out by mail.';

function auditLine({ config: { audit, school } }: School): string {
  return `Audits run at ${audit!.at}, ${school.timezone}, on ${audit!.days.map(day => dayNames[day]).join(', ')}.`;
}

/** Where things are. */
function linesOf(
  { database, origin, environment, data, school }: Signatures,
  { registered, here }: { readonly registered: Registered | undefined; readonly here: string }
): readonly string[] {
  const lines = [`People sign at ${origin}/sign, each with a link of their own.`, `The tab is at ${origin}/tab.`];
  if (registered)
    lines.push(`The bot listens at ${here}/api/messages${registered === 'trial' ? ', for this machine only: it is not registered.' : '.'}`);
  if (school.config.audit) lines.push(auditLine(school));
  if (!environment.smtp && (school.config.post?.by ?? 'smtp') === 'smtp')
    lines.push(`Mails, codes among them, lie in ${data}/outbox, because BEADLE_SMTP_URL names no mail server.`);
  lines.push(`The database is ${database.where}.`);
  return lines;
}

/** Takes no new requests, waits for those in hand, and then cuts them off. */
export async function closed(server: Server): Promise<void> {
  await new Promise<void>(done => {
    const timer = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(timer);
      done();
    });
    server.closeIdleConnections();
  });
}
