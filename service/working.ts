import { join } from 'node:path';
import { Router } from 'express';
import type { BotSettings } from '../bot/bot.ts';
import type { Reply } from '../bot/turn.ts';
import type { Person } from '../core/policies/person.ts';
import { approvalSource } from './approvals-shown.ts';
import { approvalJobs, openApprovals } from './approving.ts';
import type { Auditing } from './auditing.ts';
import type { WhoIsWho } from './directory-sync.ts';
import { planToday } from './jobs/plan.ts';
import { checkpointToday, sendCheckpoint, type CheckpointMail } from './jobs/checkpoint.ts';
import { type Errand, type Job, startJobs } from './jobs/jobs.ts';
import { eraseExpired } from './jobs/retention.ts';
import { pump } from './jobs/send.ts';
import { listToday } from './jobs/people-list.ts';
import { stampCheckpoints } from './jobs/stamp.ts';
import { verifyNow } from './jobs/verify.ts';
import type { SchoolIncidents } from './incidents.ts';
import type { Log } from './log.ts';
import { mailCarrier } from './mail-carrier.ts';
import type { Metrics } from './metrics.ts';
import { outboxOf, type Sending } from './outbox.ts';
import { postSettings } from './own-post.ts';
import { type Post, postFrom } from './post.ts';
import { botProof, type Registered } from './registration.ts';
import { registerJobs, openRegisters } from './registering.ts';
import { registerSource } from './registers-shown.ts';
import { renewing } from './renewing.ts';
import { reportJobs } from './reporting.ts';
import { botRoutes } from './routes/bot.ts';
import { approvalRoutes } from './routes/outlook-approvals.ts';
import { reportRoutes } from './routes/outlook-reports.ts';
import { recordsRoutes } from './routes/sign-records.ts';
import { signRoutes } from './routes/sign.ts';
import type { School } from './school.ts';
import { folderOf, type Signatures } from './signatures.ts';
import { keysFile, readKeys } from './keys.ts';
import type { SchoolApprovals } from './approvals.ts';
import { failure } from './failure.ts';
import { teamsIdOf } from '../manifests/teams.ts';
import { conversationsOf } from './store/conversations.ts';
import { installationsOf } from './store/installations.ts';
import { schoolSittings, tabOn } from './tab/open.ts';
import { schoolSettings } from './tab/settings.ts';
import { accessTokens, type User } from './tokens.ts';
import { lastKept, sweepFiles } from './sweeping.ts';
import { openTeams } from './teams.ts';
import { type Outside, outside, wayAs } from './tenants.ts';
import { welcomed } from './visits.ts';

/** What goes on beside the pages while the service runs. */
export interface Working {
  readonly routes: Router;
  /** Lets what is in hand come to its end. */
  readonly stop: () => Promise<void>;
}

/** The world in which a school works, where it is not the real one. */
export interface World {
  /** How jobs are done; by the list of jobs in the database where it is left out. */
  readonly jobs?: typeof startJobs;
  /** How what goes out is sent; by this school alone where it is left out. */
  readonly sending?: typeof pump;
  /** How tenants are reached. */
  readonly outside?: Outside;
  /** Where mail goes, and how many a second. */
  readonly post?: Post;
  readonly mails?: number;
  /** Where Teams and its keys are. */
  readonly bot?: BotSettings['trial'];
}

interface Parts {
  readonly signatures: Signatures;
  /** The folder that the build wrote. */
  readonly built: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How the bot runs, if there is one. */
  readonly registered: Registered | undefined;
  /** What people can report. */
  readonly incidents?: SchoolIncidents;
  /** Where the school's tenants are audited as well. */
  readonly auditing?: Auditing;
  readonly world?: World | undefined;
}

/** Begins to work on a school's signatures: the pages to sign on, and the jobs. */
export async function startWorking({
  signatures,
  built,
  log,
  metrics,
  registered,
  incidents,
  auditing,
  world = {}
}: Parts): Promise<Working> {
  const { school, desk, links, origin, database, id } = signatures;
  const { languages, timezone } = school.config.school;
  const post = world.post ?? postOf(signatures, log);
  const ending = new AbortController();
  const routes = Router();
  const more = auditing && (await auditsOf(auditing, post, ending.signal, world.outside));
  const known = await whoIsWhoOf(signatures, log, ending.signal);
  const approvals = await openApprovals(signatures);
  const registers = await openRegisters(signatures);
  const teams = registered && openTeams(signatures, registered, log.warn, more?.card, incidents, approvals, world.bot);
  const answered = teams
    ? renewing(desk, { db: database.db, school: id, bot: teams.bot, conversations: conversationsOf(database.db, id), log: log.warn })
    : desk;
  const pages = {
    desk: answered,
    ...(incidents && { incidents }),
    ...(approvals && { approvals }),
    links,
    post,
    origin,
    languages,
    welcome: (visit: Parameters<typeof welcomed>[1]) => welcomed(desk, visit)
  };
  if (teams) routes.use(botRoutes(teams.bot));
  if (approvals && school.config.outlook) routes.use(outlookApprovals(signatures, approvals, log.warn));
  if (incidents && school.config.outlook) routes.use(outlookReports(signatures, incidents, log.warn));
  routes.use(recordsRoutes(signatures, log.info), signRoutes(built, pages, log.warn));
  const runAudit = (): Promise<void> => jobs.now('audit');
  const opened = {
    signatures,
    desk: answered,
    post,
    runAudit,
    ...(incidents && { incidents }),
    ...(auditing && { auditing }),
    sources: { ...(approvals && { approvals: approvalSource(approvals) }), ...(registers && { registers: registerSource(registers) }) }
  };
  routes.use(tabOn(built, opened, log.warn));
  const jobs = await (world.jobs ?? startJobs)(
    [
      ...jobsOf(signatures),
      ...(incidents ? reportJobs(signatures, incidents) : []),
      ...(approvals ? approvalJobs(signatures, approvals) : []),
      ...(registers ? registerJobs(signatures, registers) : []),
      ...(more?.jobs ?? []),
      ...known,
      ...(await installingOf(signatures, registered, ending.signal, world.outside))
    ],
    [...errandsOf(signatures, post), ...(more?.errands ?? [])],
    {
      database,
      school: id,
      timezone,
      log: log.info,
      ran: metrics.jobRan
    }
  );
  // Nobody waits for the night or the next ten minutes who could be asked at once; whoever is new, and comes too late for this plan, is asked by the next.
  await jobs.now('people');
  await jobs.now('plan');
  const outbox = outboxOf(database.db, id, signatures.now);
  const carriers = [
    mailCarrier({ ...signatures, post, ...(world.mails === undefined ? {} : { perSecond: world.mails }) }),
    ...(teams ? [teams.carrier] : [])
  ];
  const sending = (world.sending ?? pump)({ outbox, carriers, log: log.warn });
  return {
    routes,
    stop: async () => {
      ending.abort();
      await Promise.all([jobs.stop(), sending.stop(), teams?.bot.idle()]);
      post.close();
    }
  };
}

/** Installs the app in Teams at night, where the school says so and its bot is registered. */
async function installingOf(
  { school: { config }, environment, desk, database: { db }, id, now }: Signatures,
  registered: Registered | undefined,
  stop: AbortSignal,
  world: Outside = outside
): Promise<readonly Job[]> {
  const { bot } = config;
  if (!bot?.install || registered === undefined || registered === 'trial') return [];
  const { installJob } = await import('./jobs/install.ts');
  return [
    installJob({
      desk,
      installations: installationsOf(db, id, now),
      conversations: conversationsOf(db, id),
      way: async () => wayAs(botProof(bot, environment), { world, stop }),
      appId: registered.appId,
      tenantId: registered.tenantId,
      externalId: teamsIdOf(bot),
      stop
    })
  ];
}

/** What the pane in Outlook asks leave by, for a school that uses Outlook. */
function outlookApprovals({ school, desk, folder, now }: Signatures, approvals: SchoolApprovals, log: (line: string) => void): Router {
  const { clientId, tenants } = school.config.outlook!;
  return approvalRoutes(
    {
      approvals,
      tokens: accessTokens({ clientId, tenants, now }),
      keys: async () => {
        const keys = await readKeys(folder);
        if (!keys) throw failure('file-missing', `«${keysFile}» is gone. Put it back from a copy.`);
        return keys;
      },
      personOf: user => personOf(desk, user),
      now
    },
    log
  );
}

/** What a mail is reported by from Outlook, for a school that uses it. */
function outlookReports({ school, desk, now }: Signatures, incidents: SchoolIncidents, log: (line: string) => void): Router {
  const { clientId, tenants } = school.config.outlook!;
  const tokens = accessTokens({ clientId, tenants, now });
  return reportRoutes({ incidents, tokens, personOf: user => personOf(desk, user), people: desk.people, now }, log);
}

/** Who somebody that Microsoft signed in is at the school. */
async function personOf({ people }: Pick<Signatures['desk'], 'people'>, { oid }: User): Promise<Person | undefined> {
  return (await people()).find(({ entraId }) => entraId?.toLowerCase() === oid.toLowerCase());
}

/** Begins to audit a school that asks nobody to sign. */
export async function startAudits(
  auditing: Auditing,
  { log, metrics, world = {} }: { readonly log: Log; readonly metrics: Metrics; readonly world?: World | undefined }
): Promise<Pick<Working, 'stop'>> {
  const post = postOf(auditing, log);
  const ending = new AbortController();
  const { jobs, errands } = await auditsOf(auditing, post, ending.signal, world.outside);
  const known = await whoIsWhoOf({ ...auditing, folder: folderOf(auditing.school, auditing.cwd) }, log, ending.signal);
  const { timezone } = auditing.school.config.school;
  const files = filesJob({ ...auditing, folder: folderOf(auditing.school, auditing.cwd) });
  const started = await (world.jobs ?? startJobs)([...jobs, ...known, files], errands, {
    database: auditing.database,
    school: auditing.id,
    timezone,
    log: log.info,
    ran: metrics.jobRan
  });
  return {
    stop: async () => {
      ending.abort();
      await started.stop();
      post.close();
    }
  };
}

/** Reads each night who is who, where the school names where that is known, and keeps this machine's copy of it as the database is. */
async function whoIsWhoOf(
  parts: Pick<Signatures, 'school' | 'id' | 'environment' | 'database' | 'folder' | 'now'>,
  log: Log,
  stop: AbortSignal
): Promise<readonly Job[]> {
  if (parts.school.file === undefined || !parts.school.config.sources) return [];
  const [{ whoIsWhoOn }, { copying, directoryJob }] = await Promise.all([import('./directory-sync.ts'), import('./jobs/directory.ts')]);
  const known = whoIsWhoOn(parts.school, parts);
  stop.addEventListener('abort', copying(known, log.warn), { once: true });
  return [directoryJob(known, { stop })];
}

/** Begins to read who is who for a school that neither asks anybody to sign nor audits. */
export async function startKnowing(
  school: School,
  { id, environment, database, folder, now }: WhoIsWho,
  { log, metrics, world = {} }: { readonly log: Log; readonly metrics: Metrics; readonly world?: World | undefined }
): Promise<Pick<Working, 'stop'>> {
  const ending = new AbortController();
  const jobs = await whoIsWhoOf({ school, id, environment, database, folder, now }, log, ending.signal);
  const { timezone } = school.config.school;
  const started = await (world.jobs ?? startJobs)(jobs, [], { database, school: id, timezone, log: log.info, ran: metrics.jobRan });
  return {
    stop: async () => {
      ending.abort();
      await started.stop();
    }
  };
}

/** What auditing does by itself. What it needs is large, and is not there for a school that does not audit. */
async function auditsOf(
  auditing: Auditing,
  post: Pick<Post, 'send'>,
  stop: AbortSignal,
  world?: Outside
): Promise<{
  readonly jobs: readonly Job[];
  readonly errands: readonly Errand<never>[];
  readonly card: (sending: Sending, person: Person) => Promise<Reply | undefined>;
}> {
  const { auditJob, reportCard, reportErrand } = await import('./jobs/audit.ts');
  return {
    jobs: [auditJob(auditing, { stop, ...(world && { world }) })],
    errands: [reportErrand(auditing, post) as Errand<never>],
    card: (sending, person) => reportCard(auditing, sending, person)
  };
}

function postOf({ school, environment, data }: Pick<Signatures, 'school' | 'environment' | 'data'>, log: Log): Post {
  return postFrom(postSettings(school.config, environment, data), log.info);
}

/** What is done again and again, by the school's clock. */
function jobsOf(signatures: Signatures): readonly Job[] {
  const { desk, days, links } = signatures;
  const living = schoolSettings(signatures);
  return [
    {
      name: 'plan',
      // Whoever is new, and what was published, is not left until tomorrow. Nobody hears of anything in the evening.
      cron: '*/10 * * * 1-5',
      run: async () => {
        const { at, ...ladder } = await living.reminders();
        const clock = clockIn(signatures);
        if (clock < at || clock >= '18:00') return undefined;
        const { messages, escalations, left } = await planToday(desk, { ladder, days });
        return messages + escalations + left === 0
          ? undefined
          : `Planned: ${messages} to be asked or reminded, ${escalations} told of somebody late, ${left} who left.`;
      }
    },
    {
      name: 'people',
      cron: '0 5 * * *',
      run: () => listToday(signatures)
    },
    {
      name: 'checkpoint',
      cron: '0 18 * * *',
      run: async queue => {
        const size = await checkpointToday(signatures, (trx, mails) => queue(trx, 'checkpoint-mail', mails));
        return size === undefined ? undefined : `Today’s checkpoint covers ${size} entries.`;
      }
    },
    // A quarter of an hour later, for an authority that answers slowly, and for what it did not answer before.
    ...(signatures.settings.stamp === undefined ? [] : [{ name: 'stamp', cron: '15 18 * * *', run: () => stampCheckpoints(signatures) }]),
    {
      name: 'verify',
      cron: '0 3 1 * *',
      run: async () => {
        const { entries, faults } = await verifyNow(signatures);
        return faults === 0
          ? `The ledger was verified: ${entries} entries, nothing wrong.`
          : `THE LEDGER IS NOT AS IT WAS: ${faults} faults in ${entries} entries. «beadle ledger verify» shows them.`;
      }
    },
    {
      name: 'retention',
      cron: '0 4 2 * *',
      run: async () => {
        const { entries, people } = await eraseExpired(signatures);
        return people === 0 ? undefined : `At the end of their retention ${entries} entries of ${people} people were erased.`;
      }
    },
    {
      name: 'sweep',
      cron: '0 2 * * *',
      run: async () => void (await Promise.all([links.sweep(), schoolSittings(signatures).sweep()]))
    },
    filesJob(signatures)
  ];
}

/** Takes away each night what stands in files and is past its time. */
function filesJob({ school, folder, data, now }: Pick<Signatures, 'school' | 'folder' | 'data' | 'now'>): Job {
  return {
    name: 'files',
    cron: '20 2 * * *',
    run: async () => {
      const count = await sweepFiles({ data: join(folder, 'data'), outbox: join(data, 'outbox'), kept: lastKept(school.config, now()) });
      return count === 0 ? undefined : `Files past their time were taken away: ${count}.`;
    }
  };
}

function errandsOf(signatures: Signatures, post: Pick<Post, 'send'>): readonly Errand<never>[] {
  const mail: Errand<CheckpointMail> = { name: 'checkpoint-mail', run: data => sendCheckpoint(signatures, post, data) };
  return [mail as Errand<never>];
}

/** The time of day by the school's clock: `08:30`. */
function clockIn({ school, now }: Pick<Signatures, 'school' | 'now'>): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: school.config.school.timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  });
  return clock.format(now());
}
