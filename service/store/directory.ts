import { type Kysely, sql, type Transaction } from 'kysely';
import type { Ground, Kind } from '../../graph/directory.ts';
import type { KeptRow } from '../directory-merge.ts';
import type { Tables } from './tables.ts';

/** What became of the last reading of a source. */
export interface SourceState {
  readonly source: string;
  readonly readAt: Date;
  /** When what it said was last taken over. */
  readonly takenAt?: Date;
  readonly outcome: 'taken' | 'held' | 'unread';
  /** Which right was missing. */
  readonly lacks?: string;
  /** From where the next reading goes on. */
  readonly mark?: string;
  /** By what its people were told apart: with another one everything is read again. */
  readonly sorted: string;
}

/** Who is who at one school, as its sources say. */
export interface DirectoryStore {
  readonly rows: () => Promise<readonly KeptRow[]>;
  readonly states: () => Promise<readonly SourceState[]>;
  /** Keeps what a source said: `rows` is all that it knows; left out, what was known stays. */
  readonly put: (state: SourceState, rows?: readonly KeptRow[]) => Promise<void>;
  /** Forgets every source but these. Gives those forgotten. */
  readonly only: (sources: readonly string[]) => Promise<readonly string[]>;
}

export function directoryIn(db: Kysely<Tables>, school: string): DirectoryStore {
  return {
    rows: async () => {
      const rows = await db.selectFrom('directory_row').selectAll().where('school', '=', school).orderBy('source').orderBy('id').execute();
      return rows.map(({ source, id, address, others, kind, ground, name, account, children }) => ({
        source,
        id,
        address,
        others,
        kind: kind as Kind,
        ground: ground as Ground,
        children,
        ...(name === null ? {} : { name }),
        ...(account === null ? {} : { account })
      }));
    },
    states: async () => {
      const rows = await db.selectFrom('directory_source').selectAll().where('school', '=', school).orderBy('source').execute();
      return rows.map(({ source, read_at, taken_at, outcome, lacks, mark, sorted }) => ({
        source,
        readAt: read_at,
        outcome: outcome as SourceState['outcome'],
        sorted,
        ...(taken_at === null ? {} : { takenAt: taken_at }),
        ...(lacks === null ? {} : { lacks }),
        ...(mark === null ? {} : { mark })
      }));
    },
    put: (state, rows) =>
      db.transaction().execute(async trx => {
        const { source, readAt, takenAt, outcome, lacks, mark, sorted } = state;
        const values = { read_at: readAt, taken_at: takenAt ?? null, outcome, lacks: lacks ?? null, mark: mark ?? null, sorted };
        await trx
          .insertInto('directory_source')
          .values({ school, source, ...values })
          .onConflict(of => of.columns(['school', 'source']).doUpdateSet(values))
          .execute();
        if (rows) await written(trx, { school, source, rows });
      }),
    only: async sources => {
      const known = await db.selectFrom('directory_source').select('source').where('school', '=', school).execute();
      const gone = known.map(({ source }) => source).filter(source => !sources.includes(source));
      if (gone.length === 0) return [];
      await db.transaction().execute(async trx => {
        await trx.deleteFrom('directory_row').where('school', '=', school).where('source', 'in', gone).execute();
        await trx.deleteFrom('directory_source').where('school', '=', school).where('source', 'in', gone).execute();
      });
      return gone;
    }
  };
}

async function written(
  trx: Transaction<Tables>,
  { school, source, rows }: { readonly school: string; readonly source: string; readonly rows: readonly KeptRow[] }
): Promise<void> {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await sql`delete from directory_row where school = ${school} and source = ${source}
    and not exists (select from jsonb_array_elements_text(${ids}::jsonb) as kept(id) where kept.id = directory_row.id)`.execute(trx);
  for (let from = 0; from < rows.length; from += 5000) {
    const some = rows.slice(from, from + 5000).map(({ id, address, others, kind, ground, name, account, children }) => ({
      school,
      source,
      id,
      address,
      others,
      kind,
      ground,
      name: name ?? null,
      account: account ?? null,
      children
    }));
    // What is as it was is not written again.
    await sql`insert into directory_row select * from jsonb_populate_recordset(null::directory_row, ${JSON.stringify(some)}::jsonb)
      on conflict (school, source, id) do update set address = excluded.address, others = excluded.others, kind = excluded.kind,
        ground = excluded.ground, name = excluded.name, account = excluded.account, children = excluded.children
      where (directory_row.address, directory_row.others, directory_row.kind, directory_row.ground, directory_row.name, directory_row.account, directory_row.children)
        is distinct from (excluded.address, excluded.others, excluded.kind, excluded.ground, excluded.name, excluded.account, excluded.children)`.execute(
      trx
    );
  }
}
