import pg from 'pg';
import { locales } from '../core/locale.ts';
import type { LedgerReport } from '../core/policies/ledger/verify.ts';
import { seesAll, type TableFound, tablesIn } from './backup.ts';
import { type BackupHead, type Examined, type Onward, readBackup } from './backup-file.ts';
import { failure } from './failure.ts';
import { verifyRows } from './ledger/export-file.ts';
import { ledgerRowsOf } from './store/checkpoints.ts';
import type { Reached, Shared } from './store/database.ts';
import { ledgerOf } from './store/ledger.ts';
import { migrations } from './store/migrations/index.ts';
import { versionsOf } from './store/versions.ts';

/** What is put back, and where. */
export interface Restoring {
  readonly into: Pick<Reached, 'connection' | 'migrate' | 'inWords'>;
  readonly path: string;
  /** The backup, which was read once and is whole. */
  readonly examined: Examined;
  /** Whether what waits goes out at once. Otherwise sending stands still in every school until somebody lets it go on. */
  readonly send: boolean;
  readonly onward?: Onward;
}

/** Throws `wrong-backup` where this Beadle does not know all the tables of the backup. */
export function knownSteps({ migrations: taken, beadle }: BackupHead): void {
  const known = Object.keys(migrations);
  if (taken.length > 0 && taken.every((step, i) => step === known[i])) return;
  throw failure(
    'wrong-backup',
    `The backup was taken by Beadle ${beadle}, which knows tables that this one does not. Restore it with that one, or a later one.`
  );
}

/**
 * Puts a backup into an empty database, all of it or nothing: where it is stopped, killed or fails, the database is as empty as before. Then brings the
 * tables up to date. Resolves to whether it came to its end. Throws `wrong-database` where the database is not empty.
 */
export async function restoreBackup({ into, path, examined: { head, rows, tables }, send, onward }: Restoring): Promise<boolean> {
  const client = new pg.Client({ ...into.connection, application_name: 'beadle (restore)' });
  client.on('error', () => {});
  try {
    knownSteps(head);
    await client.connect();
    await emptyBefore(client, head);
    await into.migrate(head.migrations[head.migrations.length - 1]!);
    await client.query('begin');
    await client.query(
      `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
       set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '60s'`
    );
    const done = await filled(client, path, { rows, tables }, onward);
    if (done && !send)
      await client.query(`update school set paused_at = coalesce(paused_at, now()), paused_by = coalesce(paused_by, 'beadle restore')`);
    await client.query(done ? 'commit' : 'rollback');
    if (!done) return false;
    await client.query('analyze');
    await into.migrate();
    return true;
  } catch (error) {
    throw into.inWords(error);
  } finally {
    // Whatever is not committed goes with the connection.
    await client.end();
  }
}

/** Refuses a database in which something stands already, before anything is made in it. */
async function emptyBefore(client: pg.Client, { migrations: taken }: BackupHead): Promise<void> {
  const tables = await tablesIn(client);
  if (tables.length === 0) return;
  const { rows: there } = await client.query<{ there: boolean }>(`select to_regclass('kysely_migration') is not null as there`);
  if (!there[0]!.there) throw notEmpty();
  const { rows: steps } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  if (!steps.every(({ name }, i) => name === taken[i])) {
    throw failure(
      'wrong-database',
      'The tables of this database are newer than the backup. Restore into a database in which nothing was made yet.'
    );
  }
  await stillEmpty(client, tables);
}

async function stillEmpty(client: pg.Client, tables: readonly TableFound[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`);
    if (rows.length > 0) throw notEmpty();
  }
}

function notEmpty(): Error {
  return failure(
    'wrong-database',
    'The database is not empty, and a restore never writes over anything. Make a new database and name it in DATABASE_URL, or move the folder of the built-in one away.'
  );
}

async function filled(
  client: pg.Client,
  path: string,
  expected: Pick<Examined, 'rows' | 'tables'>,
  onward: Onward | undefined
): Promise<boolean> {
  await seesAll(client);
  const tables = await tablesIn(client);
  const names = tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ');
  // A service that starts at this moment waits until we are through.
  await client.query(`lock table ${names} in access exclusive mode`);
  await stillEmpty(client, tables);
  // What the triggers would do was done when the rows were written for the first time.
  const triggers = async (what: 'disable' | 'enable'): Promise<void> => {
    for (const { name } of tables) await client.query(`alter table ${pg.escapeIdentifier(name)} ${what} trigger user`);
  };
  await triggers('disable');
  let insert = '';
  let added = 0;
  const read = await readBackup(path, {
    ...(onward ? { onward } : {}),
    piece: async piece => {
      switch (piece.kind) {
        case 'table':
          insert = insertInto(tables, piece.table, piece.columns);
          break;
        case 'rows': {
          const { rowCount } = await client.query(insert, [`[${piece.rows.join(',')}]`]);
          added += rowCount ?? 0;
          break;
        }
        case 'sequence':
          await client.query('select setval($1::regclass, $2::bigint, $3)', [
            pg.escapeIdentifier(piece.sequence),
            piece.last,
            piece.called
          ]);
          break;
        case 'secret':
          break;
      }
    }
  });
  if (!read) return false;
  if (added !== expected.rows || read.tables !== expected.tables)
    throw failure('wrong-backup', 'The backup was changed while it was read. Copy it to a place where nobody writes, and try again.');
  await triggers('enable');
  return true;
}

function insertInto(tables: readonly TableFound[], name: string, columns: readonly string[]): string {
  const table = tables.find(known => known.name === name);
  const types = columns.map(column => table?.columns.find(known => known.name === column)?.type);
  if (!table || types.includes(undefined))
    throw failure(
      'wrong-backup',
      `The backup holds «${name}» in a form that its own steps do not make. Report this to whoever keeps Beadle.`
    );
  const into = columns.map(column => pg.escapeIdentifier(column)).join(', ');
  const values = types.map((type, i) => `(r->>${i})::${type!}`).join(', ');
  return `insert into ${pg.escapeIdentifier(name)} (${into}) overriding system value select ${values} from json_array_elements($1::json) r`;
}

/** One school's ledger, verified; `keyless` where its key is not known, so that nothing is said of its checkpoints. */
export interface SchoolVerified {
  readonly id: string;
  readonly name: string;
  readonly report: LedgerReport;
  readonly keyless: boolean;
}

/** Verifies the ledger of every school of a backup that was put back, with its checkpoints and texts. Resolves to nothing where it was stopped. */
export async function verifySchools(
  database: Pick<Shared, 'of'>,
  { schools, keys }: Pick<BackupHead, 'schools' | 'keys'>,
  onward?: Onward
): Promise<readonly SchoolVerified[] | undefined> {
  const verified: SchoolVerified[] = [];
  for (const { id, name } of schools) {
    const { db } = database.of(id);
    const ledger = ledgerOf(db, id);
    const known = keys[id];
    const whole = ledgerRowsOf(db, id, ledger);
    const report = await verifyRows(
      {
        ...whole,
        ...(known ? {} : { checkpoints: async () => [] }),
        keys: known ?? [],
        texts: async () =>
          (await versionsOf(db, id, ledger).all()).flatMap(({ policy, major, minor, texts }) =>
            locales.flatMap(language => {
              const signed = texts[language];
              return signed ? [{ policy, major, minor, language, text: signed.text }] : [];
            })
          )
      },
      onward ? { onward } : {}
    );
    if (!report) return undefined;
    verified.push({ id, name, report, keyless: known === undefined });
  }
  return verified;
}
