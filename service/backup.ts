import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import type { PublishedKey } from '../core/policies/ledger/key-chain.ts';
import product from '../package.json' with { type: 'json' };
import {
  type BackupHead,
  type BackupWriter,
  backupWriter,
  type Examined,
  type Onward,
  readBackup,
  type SealedFile
} from './backup-file.ts';
import { failure, fileFailure } from './failure.ts';
import { placed } from './placed.ts';
import type { Reached } from './store/database.ts';

/** What a backup is taken of, and what goes into it besides. */
export interface Taking {
  /** The database, in the rights of its owner. */
  readonly from: Pick<Reached, 'connection' | 'inWords'>;
  /** The file to write; it must not be there. */
  readonly path: string;
  /** The public keys of the ledgers, by school. */
  readonly keys: { readonly [school: string]: readonly PublishedKey[] };
  /** The names of the key files that lie beside beadle.yaml. */
  readonly keyFiles?: readonly string[];
  readonly secrets?: readonly SealedFile[];
  readonly onward?: Onward;
}

/**
 * Copies the whole database as it is at one moment into a file, while everybody works on; then reads that file from its beginning to its end. The file is
 * there only once it is whole and on the disk. Resolves to what stands in it, or to nothing where it was stopped. Of the list of jobs nothing is copied:
 * the service makes it anew.
 */
export async function takeBackup({ from, path, keys, keyFiles = [], secrets = [], onward }: Taking): Promise<Examined | undefined> {
  const half = `${path}.${randomBytes(4).toString('hex')}.part`;
  const client = new pg.Client({ ...from.connection, application_name: 'beadle (backup)' });
  // A connection that breaks is told to whoever asks next.
  client.on('error', () => {});
  try {
    await client.connect();
    const writer = backupWriter(half);
    try {
      if (!(await copied(client, writer, { keys, keyFiles }, onward))) return undefined;
      for (const file of secrets) await writer.secret(file);
      await writer.end();
    } finally {
      await writer.abandon();
    }
    const examined = await readBackup(half, onward ? { onward } : {});
    if (examined) await placed(half, path);
    await flushed(dirname(path));
    return examined;
  } catch (error) {
    throw fileFailure(from.inWords(error), path);
  } finally {
    await client.end();
    await rm(half, { force: true });
  }
}

/** Reads every table in one transaction. Whether it came to its end. */
async function copied(
  client: pg.Client,
  writer: BackupWriter,
  known: Pick<BackupHead, 'keys' | 'keyFiles'>,
  onward: Onward | undefined
): Promise<boolean> {
  await client.query('begin isolation level repeatable read read only');
  // Values as text that means the same on every server.
  await client.query(
    `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 3;
     set local timezone = 'UTC'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`
  );
  const tables = await tablesIn(client);
  if (!tables.some(({ name }) => name === 'school'))
    throw failure('wrong-database', 'There is nothing of Beadle’s in this database yet, so there is nothing to back up.');
  await seesAll(client);
  const { rows: steps } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  const { rows: schools } = await client.query<{ id: string; name: string }>('select id, name from school order by id');
  const { rows: now } = await client.query<{ at: Date }>('select now() as at');
  const migrations = steps.map(({ name }) => name);
  await writer.head({ made: now[0]!.at.toISOString(), beadle: product.version, migrations, schools, ...known });
  let done = 0;
  for (const { name, columns, order } of tables) {
    await writer.table(
      name,
      columns.map(column => column.name)
    );
    const values = columns.map(column => `${pg.escapeIdentifier(column.name)}::text`).join(', ');
    const sorted = order.length > 0 ? ` order by ${order.map(column => pg.escapeIdentifier(column)).join(', ')}` : '';
    await client.query(
      `declare backup no scroll cursor for select json_build_array(${values})::text from ${pg.escapeIdentifier(name)}${sorted}`
    );
    // As many at once as make about two megabytes.
    for (let most = 100; ; ) {
      const { rows } = await client.query<[string]>({ text: `fetch ${most} from backup`, rowMode: 'array' });
      if (rows.length === 0) break;
      const lines = rows.map(([line]) => line);
      await writer.rows(lines);
      const each = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
      most = Math.max(1, Math.min(5000, Math.floor(2e6 / each)));
      done += rows.length;
      if (onward && !(await onward(done))) return false;
    }
    await client.query('close backup');
  }
  const { rows: counters } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'S' and c.relnamespace = current_schema()::regnamespace order by 1`
  );
  for (const { name } of counters) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${pg.escapeIdentifier(name)}`
    );
    await writer.sequence(name, rows[0]!.last, rows[0]!.called);
  }
  await client.query('rollback');
  return true;
}

/** Rather no copy than one in which rows are hidden from whoever takes it. Throws `wrong-database` where they are. */
export async function seesAll(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ hidden: boolean }>(
    `select exists (select from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
       and row_security_active(c.oid) and not (pg_has_role(c.relowner, 'usage') and current_setting('beadle.whole', true) = 'on')) as hidden`
  );
  if (rows[0]!.hidden)
    throw failure('wrong-database', 'From this database user rows are hidden. Name the user in DATABASE_URL who made the tables.');
}

/** A table of ours as the server knows it. */
export interface TableFound {
  readonly name: string;
  /** Those that hold something of their own, with their types. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns of its primary key. */
  readonly order: readonly string[];
}

/** Every table of the service's, but for the list of steps; those first to which others point. */
export async function tablesIn(client: pg.ClientBase): Promise<readonly TableFound[]> {
  const { rows } = await client.query<TableFound & { pointsTo: string[] }>(
    `select c.relname as name,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       coalesce((select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
         from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
         where i.indrelid = c.oid and i.indisprimary), '[]') as "order",
       coalesce((select json_agg(distinct t.relname) from pg_constraint f join pg_class t on t.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '[]') as "pointsTo"
     from pg_class c
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
       and c.relname not like 'kysely\\_migration%'
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by c.relname`
  );
  const sorted: TableFound[] = [];
  const seen = new Set<string>();
  const take = (table: (typeof rows)[number]): void => {
    if (seen.has(table.name)) return;
    seen.add(table.name);
    for (const other of rows) if (table.pointsTo.includes(other.name)) take(other);
    sorted.push(table);
  };
  rows.forEach(take);
  return sorted;
}

async function flushed(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
