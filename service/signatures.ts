import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { SchoolCalendar, SchoolDays } from '../core/policies/school-days.ts';
import { schoolDays } from '../core/policies/school-days.ts';
import type { Config } from './config.ts';
import { audiencesOf, signatures as shape, type SignatureSettings } from './config-signatures.ts';
import { deskOf, type SchoolDesk } from './desk.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { readSigningKey, type SigningKey, signingKeyFile, signingKeyIn } from './ledger/signing-key.ts';
import { type Links, linksIn } from './links.ts';
import { failure } from './failure.ts';
import type { School } from './school.ts';
import { addressOf } from './sign.ts';
import { type Database, databaseFor, type Shared } from './store/database.ts';
import { begun } from './store/ledger.ts';
import { offsetsOf } from './time-zone.ts';

/** A school's signatures: its database, opened, and what works on it. */
export interface Signatures {
  readonly school: School;
  /** What is in the ledger as the school's name. */
  readonly id: string;
  /** What `beadle.yaml` says, or the defaults where it says nothing. */
  readonly settings: SignatureSettings;
  readonly environment: Environment;
  readonly database: Database;
  readonly desk: SchoolDesk;
  readonly links: Links;
  readonly key: SigningKey;
  readonly days: SchoolDays;
  /** The folder of the school’s files. */
  readonly folder: string;
  /** The folder in which the built-in database and mails that nobody takes away lie. */
  readonly data: string;
  /** Where the pages to sign on are reached from outside, without a path. */
  readonly origin: string;
  readonly now: () => Date;
  readonly close: () => Promise<void>;
}

/**
 * The world, as far as signatures need it. `origin`: where pages are reached when the school's files do not say; `teams`: whether there is a bot, likewise;
 * `shared`: the database, where it is open already for many schools.
 */
interface World {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly now: () => Date;
  readonly origin?: string;
  readonly teams?: boolean;
  readonly shared?: Shared | undefined;
}

/**
 * Opens the signatures of a school: starts or joins the database, brings its tables up to date, makes the school's row and its signing key on the first
 * start. A service that runs on the same folder goes on undisturbed. Throws a `Failure` that says what is wrong.
 */
export async function openSignatures(
  school: School,
  { cwd, env, now, origin: here, teams = school.config.bot !== undefined, shared }: World
): Promise<Signatures> {
  const environment = readEnvironment(env, cwd);
  const { config } = school;
  const folder = folderOf(school, cwd);
  const data = environment.data ?? join(folder, '.beadle');
  const settings = config.signatures ?? shape.parse({});
  const id = idOf(config);
  const database = await databaseFor(shared, { url: environment.database?.(), folder: join(data, 'database') }, id);
  try {
    await begun(database.db, { id, name: config.school.name });
    // The built-in database lies elsewhere where its own user cannot reach this folder.
    await mkdir(data, { recursive: true });
    // An example school leaves nothing where somebody merely tries it.
    const key = await keyIn(school.file === undefined ? data : folder, database, id);
    const days = daysOf(config, now());
    const links = linksIn(database.db, id, now);
    const origin = settings.origin ?? config.bot?.origin ?? config.outlook?.origin ?? here ?? 'http://localhost:8080';
    const desk = deskOf({
      db: database.db,
      school: { id, name: config.school.name, timezone: config.school.timezone, terms: config.calendar.terms },
      audiences: audiencesOf(settings),
      days,
      now,
      key,
      link: async person => addressOf(origin, '/read', await links.issue('read', person)),
      files: async by => addressOf(origin, '/sign/records', await links.issue('records', by)),
      teams
    });
    return { school, id, settings, environment, database, desk, links, key, days, folder, data, origin, now, close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The school’s signing key, made on the first start. One that was lost is not made anew in silence: its checkpoints would be strangers to the next. */
async function keyIn(folder: string, { db }: Database, school: string): Promise<SigningKey> {
  const found = await readSigningKey(folder);
  if (found) return found;
  const signed = await db.selectFrom('checkpoint').select('size').where('school', '=', school).limit(1).executeTakeFirst();
  if (!signed) return signingKeyIn(folder);
  throw failure(
    'file-missing',
    `«${join(folder, signingKeyFile)}» is missing, and checkpoints were signed with it. Put it back from a copy: no other key can go on where it left off.`
  );
}

/** The folder of the school’s files. */
export function folderOf({ file }: School, cwd: string): string {
  return file === undefined ? cwd : dirname(resolve(cwd, file));
}

/** Under which name the records of a school are kept: its own word for it, else its first staff domain. */
export function idOf({ school, domains }: Config): string {
  return school.id ?? domains.staff[0]!;
}

/** The school's calendar, ready to count by. */
export function daysOf({ calendar, school }: Config, now: Date): SchoolDays {
  const year = 366 * 24 * 60 * 60 * 1000;
  const { terms, closed, inset } = calendar;
  const clock: SchoolCalendar = {
    terms,
    closed,
    inset,
    offsets: offsetsOf(school.timezone, now.getTime() - 20 * year, now.getTime() + 10 * year)
  };
  return schoolDays(clock);
}
