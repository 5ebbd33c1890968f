import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { ClockGoal, Demonstration as Shown, Happened, Moved, Starting, State } from '../../addin/demonstration/api.ts';
import type { Offset } from '../../core/dates.ts';
import type { Text } from '../../core/locale.ts';
import type { Auditing } from '../auditing.ts';
import { isFailure } from '../failure.ts';
import type { SchoolIncidents } from '../incidents.ts';
import type { Log } from '../log.ts';
import type { Registered } from '../registration.ts';
import { readSchool, type School } from '../school.ts';
import { openService, type Service } from '../service.ts';
import type { Signatures } from '../signatures.ts';
import type { Secret } from '../environment.ts';
import { conversationsOf } from '../store/conversations.ts';
import { lives } from '../store/embedded.ts';
import { offsetsOf } from '../time-zone.ts';
import { chatOf } from './chats.ts';
import { movedClock, type MovedClock } from './clock.ts';
import { goalsFrom, summaryOf } from './clock-goals.ts';
import { type HistoryStep, historySteps, lived } from './history.ts';
import { movedJobs, type MovedJobs } from './jobs.ts';
import { type Keeping, keepingIn } from './kept.ts';
import { type Files, postInto, wordsAt, written } from './mailbox.ts';
import { people } from './people.ts';
import { conversationOf, personas } from './personas.ts';
import { beginsAt, filesOf, schoolName } from './school.ts';
import { stepsOf } from './steps.ts';
import { issuer, type Issuer, openSurfaces, type Surfaces } from './surfaces.ts';
import { inventedTenant } from './tenant.ts';

/** What the demonstration is given of the process it runs in. */
export interface Given {
  /** The folder in which all of it lies, and nothing else. */
  readonly folder: string;
  /** The clock of this machine. */
  readonly now: () => Date;
  readonly built: string;
  readonly log: Log;
  readonly metricsToken: Secret | undefined;
  /** Whether the bot may run without a registration: for this machine alone. */
  readonly registered: Registered | undefined;
}

/** Where the pages are: for people, and for this process itself. */
export interface Places {
  readonly here: string;
  readonly itself: string;
}

/** What is there once it has begun. */
export interface Open {
  readonly signatures: Signatures;
  readonly incidents: SchoolIncidents;
  readonly auditing: Auditing;
  readonly surfaces: Surfaces;
}

/** One demonstration from its beginning to its reset. */
export interface Generation {
  readonly service: Service;
  readonly keeping: Keeping;
  readonly clock: MovedClock;
  readonly issuer: Issuer;
  readonly files: Files;
  readonly offsets: readonly Offset[];
  readonly open: () => Open | undefined;
  readonly places: () => Places;
  /** Prepares it. Resolves to what whoever started it wants to know. */
  readonly begin: (places: Places) => Promise<readonly string[]>;
  readonly state: () => Promise<State>;
  /** Moves the clock, one move after another. */
  readonly move: (to: Moved) => Promise<Happened | undefined>;
  /** Looks whether something changed that only the database knows. */
  readonly look: () => Promise<void>;
  /** `server`: what goes on listening where it is left out. */
  readonly stop: (server: Server | undefined) => Promise<void>;
  /** Whether another process of this machine uses it too. */
  readonly shared: () => Promise<boolean>;
  /** Takes away all that it keeps; false where another process still uses it. */
  readonly remove: () => Promise<boolean>;
}

const starts = {
  opening: { en: 'Opening the school and its database', cy: 'Agor yr ysgol a’i chronfa ddata' },
  ...historySteps,
  doors: { en: 'Opening the doors', cy: 'Agor y drysau' }
} as const satisfies { readonly [step: string]: Text };
type StartStep = 'opening' | HistoryStep | 'doors';

/** Why it cannot begin, and what to do. */
const failures = {
  database: {
    en: 'The demonstration needs the PostgreSQL that npm brings, which does not start on this machine. Look into the log for the reason.',
    cy: 'Mae angen y PostgreSQL a ddaw gydag npm ar yr arddangosiad, ac nid yw’n cychwyn ar y peiriant hwn. Edrychwch yn y log am y rheswm.'
  },
  other: {
    en: 'The demonstration could not begin. End Beadle, take away the folder .beadle/demonstration, and start it again.',
    cy: 'Ni allai’r arddangosiad ddechrau. Caewch Beadle, dilëwch y ffolder .beadle/demonstration, a chychwynnwch ef eto.'
  }
} as const satisfies { readonly [why: string]: Text };

/** Milliseconds between two looks whether something fell due meanwhile. */
const beat = 20_000;
/** The school year in which the demonstration begins. */
const firstYear = 2026;
/** What marks a past that was broken off. */
const brokenOff = 'broken-off';

export function generation(given: Given, firstRevision: number): Generation {
  const { folder, now: real, built, log, metricsToken, registered } = given;
  const keeping = keepingIn(folder, firstRevision);
  const { offset, lived: before } = keeping.now;
  const clock = movedClock(real, offset);
  if (!before) clock.stand(new Date(beginsAt));
  const offsets = offsetsOf('Europe/London', Date.parse('2024-01-01'), Date.parse('2040-01-01'));
  const files: Files = new Map();
  const tokens = issuer();
  const service = openService(metricsToken);
  const tenant = inventedTenant(clock.now);
  const post = postInto({ keeping, now: clock.now, offsets }, files);
  let shownAt = 0;
  // Whoever looks sees the clock run while it is moved.
  const after = (): void => {
    if (Date.now() - shownAt < 400) return;
    shownAt = Date.now();
    keeping.change(() => {});
  };
  const jobs: MovedJobs = movedJobs({ clock, offsets, daily: '08:00', log: log.info, after });
  let open: Open | undefined;
  let places: Places = { here: 'http://localhost:8080', itself: 'http://127.0.0.1:8080' };
  let step: StartStep = 'opening';
  let failed: Text | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let heart: NodeJS.Timeout | undefined;
  let seen = '';
  let data: string | undefined;

  const say = (next: StartStep): void => {
    step = next;
    keeping.change(() => {});
  };

  async function schoolAt({ here }: Places): Promise<School> {
    await mkdir(folder, { recursive: true });
    // Run by root, the database runs as somebody else, who must be able to enter.
    await chmod(folder, 0o755);
    for (const [name, text] of Object.entries(filesOf())) await writeFile(join(folder, name), text, { mode: 0o600 });
    const school = await readSchool('beadle.yaml', { cwd: folder, now: clock.now });
    const { bot, gmail, outlook, signatures, ...config } = school.config;
    return {
      ...school,
      config: {
        ...config,
        ...(bot && registered && { bot: { ...bot, origin: here } }),
        ...(gmail && { gmail: { ...gmail, origin: here } }),
        ...(outlook && { outlook: { ...outlook, origin: here } }),
        ...(signatures && { signatures: { ...signatures, origin: here } })
      }
    };
  }

  async function begin(at: Places): Promise<readonly string[]> {
    places = at;
    try {
      const school = await schoolAt(at);
      const surfaces = await openSurfaces(school, {
        folder,
        origin: at.itself,
        now: clock.now,
        log: log.warn,
        issuer: tokens
      });
      const lines = await service.begin({
        school,
        io: { cwd: folder, env: { BEADLE_DATA: folder, BEADLE_GRAPH_SECRET: 'demonstration' }, now: clock.now },
        built,
        log,
        registered,
        origin: at.here,
        world: { jobs: jobs.start, outside: tenant, post, mails: 200 },
        opened: async parts => {
          const { signatures, incidents, auditing } = parts;
          data = /^in (.+)$/.exec(signatures.database.where)?.[1];
          await prepared(signatures, incidents, auditing!);
          open = { signatures, incidents, auditing: auditing!, surfaces };
          say('doors');
        }
      });
      heart = setInterval(() => void beaten().catch(() => log.warn('What fell due in the demonstration could not be done.')), beat).unref();
      if (new Date(keeping.now.until) < clock.now()) await beaten();
      keeping.change(() => {});
      ready = true;
      keeping.change(() => {});
      return [...(await linesOf(open!)), ...lines.filter(line => line.startsWith('The database is '))];
    } catch (error) {
      failed = isFailure(error) && error.code === 'no-database' ? failures.database : failures.other;
      if (isFailure(error)) log.warn(error.message);
      if (!(error instanceof Error && error.message === brokenOff)) keeping.change(() => {});
      throw error;
    }
  }
  let ready = false;

  /** Goes through the past, once, whichever process comes first. */
  async function prepared(signatures: Signatures, incidents: SchoolIncidents, auditing: Auditing): Promise<void> {
    const { database, desk, id } = signatures;
    await database.db.transaction().execute(async trx => {
      await sql`select pg_advisory_xact_lock(hashtext(${'beadle demonstration'}))`.execute(trx);
      keeping.reload();
      if (!keeping.now.lived) {
        if ((await desk.versionStore.all()).length > 0) throw new Error(brokenOff);
        // A connection that is silent for a minute is taken from us, and the lock with it.
        const alive = setInterval(() => void sql`select 1`.execute(trx).catch(() => {}), 10_000);
        try {
          await lived({ signatures, incidents, auditing, clock, world: tenant, post, say });
        } finally {
          clearInterval(alive);
        }
        keeping.change(kept => {
          kept.lived = true;
          kept.until = beginsAt;
          kept.letters = [...written(new Date(beginsAt), offsets), ...kept.letters].sort((a, b) => b.at.localeCompare(a.at));
        });
        clock.goOn(new Date(beginsAt));
        keeping.change(kept => void (kept.offset = clock.offset()));
        keeping.flush();
      } else {
        clock.goOn(new Date(real().getTime() + keeping.now.offset));
      }
    });
    const chats = conversationsOf(database.db, id);
    for (const { entraId } of people) if (entraId !== undefined) await chats.keep(chatOf(entraId, places.itself));
  }

  async function linesOf({ signatures: { desk, links } }: Open): Promise<readonly string[]> {
    const { addressOf } = await import('../sign.ts');
    const parent = personas.find(({ id }) => id === 'parent')!;
    const person = (await desk.people()).find(({ address }) => address === parent.address)!;
    return [
      `Sign as ${person.name} of an invented school: ${addressOf(places.here, '/sign', await links.issue('sign', person.id))}`,
      `A kiosk for its visitors: ${addressOf(places.here, '/kiosk', await links.issue('kiosk'))}`,
      ...(registered ? [`The bot listens at ${places.here}/api/messages, for this machine only: it is not registered.`] : []),
      'Mails, codes among them, lie in the inbox on the page; none leaves this machine.'
    ];
  }

  function root(): string {
    return data ?? join(folder, 'database');
  }

  /** Who uses the database: a file for each process. */
  function users(): Promise<readonly string[]> {
    return readdir(join(root(), 'users')).catch(() => []);
  }

  function inTurn<T>(does: () => Promise<T>): Promise<T> {
    const mine = turn.then(does);
    turn = mine.catch(() => {});
    return mine;
  }

  /** Does what fell due by itself, as time goes on. */
  function beaten(): Promise<void> {
    return inTurn(async () => {
      const until = clock.now();
      const { done } = await jobs.goTo(new Date(keeping.now.until), until);
      if (keeping.now.until < until.toISOString()) keeping.change(kept => void (kept.until = until.toISOString()));
      if (done.length > 0) keeping.change(kept => void (kept.offset = clock.offset()));
    });
  }

  function move(to: Moved): Promise<Happened | undefined> {
    return inTurn(async () => {
      if (!open) return undefined;
      const { desk, settings, days } = open.signatures;
      const from = clock.now();
      const goal = 'to' in to ? (await goalsFrom(from, { desk, settings, days, offsets })).find(({ id }) => id === to.to) : undefined;
      const until = 'days' in to ? new Date(from.getTime() + to.days * 86_400_000) : goal && new Date(goal.at);
      if (!until || until <= from) return undefined;
      const first = await desk.ledger.size();
      const { done, audits: leftOut } = await jobs.goTo(from, until);
      const entries = await desk.ledger.from(first, 100_000);
      const people = (kind: 'asked' | 'reminded'): number =>
        new Set(entries.flatMap(({ entry }) => (entry.kind === kind ? `${entry.person} ${entry.at}` : []))).size;
      const summary = summaryOf({
        asked: people('asked'),
        reminded: people('reminded'),
        escalated: entries.filter(({ entry }) => entry.kind === 'escalated').length,
        audits: done.filter(({ job }) => job === 'audit').length,
        leftOut
      });
      const happened: Happened = { from: from.toISOString(), to: until.toISOString(), summary, jobs: done.slice(-60) };
      keeping.change(kept => {
        kept.happened.unshift(happened);
        kept.until = until.toISOString();
        kept.offset = clock.offset();
      });
      return happened;
    });
  }

  async function state(): Promise<State> {
    if (!open || !ready) {
      const order = Object.keys(starts) as StartStep[];
      const starting: Starting = {
        ready: false,
        revision: keeping.revision(),
        step: order.indexOf(step),
        steps: Object.values(starts),
        ...(failed && { failed })
      };
      return starting;
    }
    const { signatures, auditing } = open;
    const { desk, settings, days } = signatures;
    const steps = await stepsOf(keeping, desk, firstYear);
    const at = clock.now();
    const [wanted, past, to] = await Promise.all([desk.wanted(), auditing.audits.past(), goalsFrom(at, { desk, settings, days, offsets })]);
    const count = (role: string): number => people.filter(({ roles }) => roles.includes(role as never)).length;
    const of = (standing: string): number => wanted.filter(each => each.standing === standing).length;
    const last = past.at(-1);
    const eyes = personas.find(({ id }) => id === keeping.now.persona)!;
    const shown: Shown = {
      ready: true,
      revision: keeping.revision(),
      school: {
        name: schoolName,
        staff: count('staff'),
        governors: count('governor'),
        parents: count('parent'),
        pupils: count('pupil'),
        wanted: wanted.filter(({ standing }) => standing !== 'left').length,
        signed: of('signed'),
        overdue: of('overdue') + of('expired'),
        declined: of('declined'),
        audits: past.length,
        right: last?.right ?? 0,
        wrong: last?.wrong ?? 0,
        unknown: last?.unknown ?? 0
      },
      clock: {
        now: at.toISOString(),
        words: wordsAt(at, offsets),
        moved: Math.round((at.getTime() - Date.parse(beginsAt)) / 86_400_000),
        to
      },
      persona: keeping.now.persona,
      personas: personas.map(({ id, name, post: called, address, entraId, language }) => {
        const conversation = conversationOf(entraId ?? '');
        const chat = keeping.now.chats[conversation] ?? [];
        return {
          id,
          name,
          post: called,
          address: address!,
          chat: entraId !== undefined && registered !== undefined,
          ...(entraId === undefined ? {} : { entraId }),
          language,
          unread: chat.filter(({ seq, activity }) => activity.from === 'bot' && seq > (keeping.now.looked[conversation] ?? 0)).length
        };
      }),
      steps,
      inbox: keeping.now.letters.filter(({ box }) => box === eyes.address).map(({ box: _box, ...letter }) => letter),
      sent: keeping.now.sent,
      happened: keeping.now.happened,
      bot: `${places.here}/api/messages`
    };
    return shown;
  }

  return {
    service,
    keeping,
    clock,
    issuer: tokens,
    files,
    offsets,
    open: () => (ready ? open : undefined),
    places: () => places,
    begin,
    state,
    move,
    look: async () => {
      if (!open) return;
      const now = String(await open.signatures.desk.ledger.size());
      if (seen !== '' && seen !== now) keeping.change(() => {});
      seen = now;
    },
    stop: async server => {
      clearInterval(heart);
      ready = false;
      // Whoever looks sees at once that it ends.
      say('opening');
      await turn;
      await service.stop(server);
      if (keeping.now.lived) keeping.flush();
    },
    shared: async () => (await users()).some(name => !name.startsWith(`${process.pid}-`) && lives(Number(name.split('-')[0]))),
    remove: async () => {
      if ((await users()).length > 0) return false;
      await rm(root(), { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
      return true;
    }
  };
}

/** Whether a demonstration was broken off while it was prepared: it has to be taken away and begun anew. */
export function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && error.message === brokenOff;
}

/** The goals that a page may name. */
export const goals: readonly ClockGoal[] = ['morning', 'week', 'audit', 'reminders', 'renewal'];
