import { Kysely, Migrator, PostgresDialect, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import { failure, isFailure } from '../failure.ts';
import { type Address, startEmbedded } from './embedded.ts';
import { migrations } from './migrations/index.ts';
import { serviceRole } from './service-role.ts';
import type { Tables } from './tables.ts';

/** A database that is ready, as one school sees it: its tables are there, and what it acknowledges is on the disk. */
export interface Database {
  /** Works in the service's role: nothing in the ledger can be changed through it, and nothing of another school is there for it. */
  readonly db: Kysely<Tables>;
  /** How to reach it once more in that role, for what keeps connections of its own. */
  readonly connection: pg.PoolConfig;
  /** Where it is, in words for whoever starts the service; without a password. */
  readonly where: string;
  /** Whether it answers. */
  readonly answers: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Which database: `url` of a PostgreSQL server, else the built-in one in `folder`. */
export interface DatabaseChoice {
  readonly url?: string | undefined;
  readonly folder: string;
  /** How many connections the service takes at most, besides four for its jobs; 16 where it is left out. */
  readonly connections?: number;
}

/** A database that many schools share, with one pool of connections for all of them. */
export interface Shared extends Omit<Database, 'db'> {
  /** The database as this school sees it; closing that closes nothing. */
  readonly of: (school: string) => Database;
  /** As no school sees it: no row is there. For the functions that look across schools. */
  readonly across: Kysely<Tables>;
}

/** Opens the database for one school, by the id under which its records are kept. Throws as `openShared` does. */
export async function openDatabase(choice: DatabaseChoice, school: string): Promise<Database> {
  const shared = await openShared(choice);
  return { ...shared.of(school), close: shared.close };
}

/** The same on a database that is shared, where there is one. */
export async function databaseFor(shared: Shared | undefined, choice: DatabaseChoice, school: string): Promise<Database> {
  return shared?.of(school) ?? openDatabase(choice, school);
}

/**
 * Opens the database, starts the built-in one where none is named, and brings its tables up to date; of several processes that start at once one does
 * so and the others wait. Throws `no-database` where it cannot be reached, and `wrong-database` where it would lose what it acknowledged, is too old
 * or does not give the rights that are needed.
 */
export async function openShared({ url, folder, connections = 16 }: DatabaseChoice): Promise<Shared> {
  const embedded = url === undefined ? await startEmbedded(folder) : undefined;
  const base = embedded ? embedded.address : addressIn(url!);
  try {
    await prepared(base);
    const connection: pg.PoolConfig = { ...base, options: options.join(' '), application_name: 'beadle' };
    const pool = poolOn(connection, connections);
    const take = takingTurns(pool);
    const schools = new Map<string, Kysely<Tables>>();
    const as = (school: string): Kysely<Tables> => {
      const db =
        schools.get(school) ?? new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect: () => take(school), end } }) });
      schools.set(school, db);
      return db;
    };
    // What cannot be started again now is tried again: until then nothing is acknowledged.
    const watch = embedded && setInterval(() => void embedded.revive().catch(() => {}), 2000).unref();
    const about = {
      connection,
      where: embedded ? `in ${embedded.folder}` : `on ${base.host}, database ${base.database}`,
      answers: () =>
        pool.query('select 1').then(
          () => true,
          () => false
        )
    };
    return {
      ...about,
      of: school => ({ ...about, db: as(school), close: end }),
      across: as(''),
      close: async () => {
        clearInterval(watch);
        await Promise.all([...schools.values()].map(db => db.destroy()));
        await pool.end();
        await embedded?.stop();
      }
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** A database as its owner reaches it, whatever its tables are: to copy it, or to put a copy back. */
export interface Reached {
  readonly connection: pg.ClientConfig;
  /** Where it is, in words; without a password. */
  readonly where: string;
  /** The folder in which the built-in one's data lie. */
  readonly folder: string | undefined;
  /** Brings the tables to one of their steps, or to the last. */
  readonly migrate: (step?: string) => Promise<void>;
  /** What a refusal of the server means, in words. */
  readonly inWords: (error: unknown) => unknown;
  readonly close: () => Promise<void>;
}

/** Reaches the database without changing anything in it; starts or joins the built-in one where none is named. Throws `no-database` where that does not go. */
export async function reachDatabase({ url, folder }: DatabaseChoice): Promise<Reached> {
  const embedded = url === undefined ? await startEmbedded(folder) : undefined;
  const base = embedded ? embedded.address : addressIn(url!);
  return {
    connection: { ...base, options: whole },
    where: embedded ? `in ${embedded.folder}` : `on ${base.host}, database ${base.database}`,
    folder: embedded?.folder,
    migrate: step => prepared(base, step),
    inWords: error => inWords(error, base),
    close: async () => embedded?.stop()
  };
}

/** What every connection of the service begins with. One that hangs in the middle of its work holds up the others for less than they wait. */
const options = [`-c role=${serviceRole}`, '-c idle_in_transaction_session_timeout=20000', '-c lock_timeout=60000'];

/** What the owner says who is to see every school: row-level security binds them as well. */
const whole = '-c beadle.whole=on';

/** Days stay days and counts are numbers; the rest as `pg` reads it. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8) return Number;
    if (oid === pg.types.builtins.DATE) return String;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser
};

function poolOn(connection: pg.PoolConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...connection, types, max, connectionTimeoutMillis: 30_000 });
  // Without listeners the end of a connection would end the whole process, idle or between two statements. Whoever asks next gets a new one.
  pool.on('error', () => {});
  pool.on('connect', client => void client.on('error', () => {}));
  return pool;
}

/** Of a pool that others use too: it ends with its owner. */
const end = (): Promise<void> => Promise.resolve();

/** A statement after which it is not known for sure which school is set. */
const unsettling =
  /set_config|beadle\.|\breset\b|\bdiscard\b|\bexecute\b|\bset\s+(?:session|local|role)\b|(?:^|;)\s*(?:do|set|call|prepare)\b/i;

/**
 * Hands out the connections of a pool, each with the school set on it for which it is taken. One that served that school last costs nothing more. Whatever
 * may have changed the setting in between is not believed: then it is set anew.
 */
function takingTurns(pool: pg.Pool): (school: string) => Promise<PostgresPoolClient> {
  const set = new WeakMap<pg.PoolClient, string>();
  return async school => {
    const client = await pool.connect();
    try {
      if (set.get(client) !== school) {
        set.delete(client);
        await client.query(`select set_config('beadle.school', $1, false), set_config('beadle.whole', '', false)`, [school]);
        set.set(client, school);
      }
    } catch (error) {
      client.release(true);
      throw error;
    }
    const query = (statement: string, values: unknown[]): unknown => {
      if (typeof statement !== 'string' || unsettling.test(statement)) set.delete(client);
      return client.query(statement, values);
    };
    return { query: query as PostgresPoolClient['query'], release: () => client.release() };
  };
}

type Base = Address & { readonly ssl?: pg.PoolConfig['ssl'] };

/** Whether this could be the address of a PostgreSQL server: `postgresql://user:password@host:5432/database`. */
export function isAddressOfServer(url: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url);
}

function addressIn(url: string): Base {
  const client = isAddressOfServer(url) ? new pg.Client({ connectionString: url }) : undefined;
  if (!client) {
    throw failure('no-database', 'DATABASE_URL is no address of a PostgreSQL server. Write postgresql://user:password@host:5432/database.');
  }
  const { host, port, user = '', database = '', password, ssl } = client;
  return { host, port, user, database, ...(typeof password === 'string' ? { password } : {}), ...(ssl ? { ssl } : {}) };
}

/** As the owner: refuses what would lose an acknowledged write, makes the service's role, brings the tables up to date, or to one step on the way. */
async function prepared(base: Base, step?: string): Promise<void> {
  const pool = poolOn({ ...base, options: whole, application_name: 'beadle (set up)' }, 1);
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { rows } = await sql<{
      fsync: string;
      commit: string;
      version: string;
      standby: boolean;
    }>`select current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('server_version_num') as version, pg_is_in_recovery() as standby`.execute(
      owner
    );
    const { fsync, commit, version, standby } = rows[0]!;
    if (standby)
      throw failure('wrong-database', 'The database is a standby that takes no writes. Name the primary server in DATABASE_URL.');
    if (Number(version) < 140_000)
      throw failure('wrong-database', 'The database server is older than PostgreSQL 14. Beadle needs 14 or later.');
    const off = switchedOff({ fsync, commit });
    if (off !== undefined) {
      throw failure(
        'wrong-database',
        `The database would lose signatures in a power cut: ${off} is off. Switch it on in postgresql.conf and restart the server.`
      );
    }
    await roleMade(owner, Number(version));
    const migrator = new Migrator({ db: owner, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
    const { error } = await (step === undefined ? migrator.migrateToLatest() : migrator.migrateTo(step));
    if (error) throw error;
  } catch (error) {
    throw inWords(error, base);
  } finally {
    await owner.destroy();
  }
}

/** Which setting of the server lets it acknowledge what is not on the disk yet, if one does. */
export function switchedOff({ fsync, commit }: { readonly fsync: string; readonly commit: string }): string | undefined {
  if (fsync !== 'on') return 'fsync';
  return commit === 'off' ? 'synchronous_commit' : undefined;
}

/** The role belongs to the whole server: another database's Beadle may make it in the same instant. */
async function roleMade(owner: Kysely<Tables>, version: number): Promise<void> {
  await sql
    .raw(
      `do $$ begin
        if not exists (select from pg_roles where rolname = '${serviceRole}') then create role ${serviceRole} nologin; end if;
      exception when duplicate_object or unique_violation then null; end $$`
    )
    .execute(owner);
  // Since PostgreSQL 16 whoever makes a role without being a superuser is a member of it who may not work as it.
  const may = version >= 160_000 ? 'set' : 'member';
  const { rows } = await sql<{ may: boolean }>`select pg_has_role(current_user, ${serviceRole}, ${may}) as may`.execute(owner);
  if (!rows[0]!.may) await sql.raw(`grant ${serviceRole} to current_user`).execute(owner);
}

function inWords(error: unknown, base: Base): unknown {
  if (isFailure(error)) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Kysely's own words, which have no code.
  if (error instanceof Error && /^corrupted migrations/.test(error.message))
    return failure(
      'wrong-database',
      'The tables of the database are newer than this Beadle. Start the later one again, or restore the backup from before the upgrade into a new database.'
    );
  const server = `the database server ${base.host}`;
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return failure('no-database', `No answer from ${server}, port ${base.port}. Start it, or correct DATABASE_URL.`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return failure('no-database', `The name of ${server} is not known. Correct DATABASE_URL.`);
    case '28P01':
    case '28000':
      return failure('no-database', `${opened(server)} does not let «${base.user}» in. Correct the user and the password in DATABASE_URL.`);
    case '3D000':
      return failure('no-database', `There is no database «${base.database}» on ${base.host}. Make it with: createdb ${base.database}`);
    case '57P03':
    case '53300':
      return failure('no-database', `${opened(server)} is starting, stopping or full at this moment. Try again in a minute.`);
    case '42501':
      return failure(
        'wrong-database',
        `The database user «${base.user}» may not set up the tables. Have an administrator run: create role ${serviceRole} nologin; grant ${serviceRole} to "${base.user}"; grant create on database "${base.database}" to "${base.user}"; grant create on schema public to "${base.user}";`
      );
    default:
      return error;
  }
}

function opened(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
