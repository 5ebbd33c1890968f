import type { ColumnType, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { NoteKind } from '../../core/registers/entry.ts';
import type { Kind } from '../../core/registers/kinds.ts';
import { type NewSending, plan } from './ledger.ts';
import type { Tables } from './tables.ts';

type Fixed<T> = ColumnType<T, T, never>;
type FixedMoment = ColumnType<Date, Date | string, never>;

/** The tables of registers. The service's role may add to them and read them, and nothing else. */
type RegisterTables = {
  register_entry: {
    school: Fixed<string>;
    id: Fixed<string>;
    /** Names what was entered, so that it stands there once however often it comes. */
    once: Fixed<string>;
    kind: Fixed<Kind>;
    entered_at: FixedMoment;
    entered_by: Fixed<string>;
    /** What was entered. Nothing where its retention is over. */
    sealed: Fixed<Buffer | null>;
  };
  register_note: {
    school: Fixed<string>;
    entry: Fixed<string>;
    index: Fixed<number>;
    kind: Fixed<NoteKind>;
    at: FixedMoment;
    by: Fixed<string>;
    sealed: Fixed<Buffer | null>;
  };
};

/** An entry as it is kept; its words are sealed. */
export interface SealedEntry {
  readonly id: string;
  readonly kind: Kind;
  readonly at: string;
  readonly by: string;
  readonly sealed: Buffer | undefined;
  readonly notes: readonly SealedNote[];
}

export interface SealedNote {
  readonly index: number;
  readonly kind: NoteKind;
  readonly at: string;
  readonly by: string;
  readonly sealed: Buffer | undefined;
}

/** The registers of one school in the database. */
export interface Registers {
  /** Adds entries, all or none. Gives how many are new: what stands there already, by its `once`, is passed over. */
  readonly add: (entries: readonly (Omit<SealedEntry, 'notes'> & { readonly once: string; readonly sealed: Buffer })[]) => Promise<number>;
  readonly one: (id: string) => Promise<SealedEntry | undefined>;
  /** In the order in which they were entered. */
  readonly all: () => Promise<readonly SealedEntry[]>;
  /** Of which registers there is at least one entry. */
  readonly begun: () => Promise<readonly Kind[]>;
  /**
   * Appends a note, one at a time for each entry: `decide` sees the entry as it is at that moment and gives the note, or nothing. `seal` gets its place, so
   * that no two texts can be exchanged.
   */
  readonly note: (
    id: string,
    decide: (
      entry: SealedEntry
    ) => { readonly note: Omit<SealedNote, 'index' | 'sealed'>; readonly seal: (index: number) => Buffer } | undefined
  ) => Promise<boolean>;
  /** Plans what goes out of it. */
  readonly send: (sendings: readonly NewSending[]) => Promise<void>;
  /** Takes away what an entry says to which nothing was added for a year or longer, and who entered it. */
  readonly erase: (id: string) => Promise<void>;
  /** Another text as soon as something was entered or appended. */
  readonly revision: () => Promise<string>;
}

/** Opens the registers of a school. */
export function registersOf(database: Kysely<Tables>, school: string): Registers {
  const db = database.withTables<RegisterTables>();

  async function kept(from: Kysely<Tables & RegisterTables>, id: string | undefined): Promise<readonly SealedEntry[]> {
    let query = from.selectFrom('register_entry').selectAll().where('school', '=', school).orderBy('entered_at').orderBy('id');
    let noted = from.selectFrom('register_note').selectAll().where('school', '=', school).orderBy('index');
    if (id !== undefined) {
      query = query.where('id', '=', id);
      noted = noted.where('entry', '=', id);
    }
    const rows = await query.execute();
    const notes = new Map<string, SealedNote[]>();
    for (const { entry, index, kind, at, by, sealed } of await noted.execute()) {
      const list = notes.get(entry) ?? [];
      list.push({ index, kind, at: at.toISOString(), by, sealed: sealed ?? undefined });
      notes.set(entry, list);
    }
    return rows.map(({ id: its, kind, entered_at: at, entered_by: by, sealed }) => ({
      id: its,
      kind,
      at: at.toISOString(),
      by,
      sealed: sealed ?? undefined,
      notes: notes.get(its) ?? []
    }));
  }

  return {
    add: entries =>
      db.transaction().execute(async trx => {
        let added = 0;
        for (const { id, once, kind, at, by, sealed } of entries) {
          const { numInsertedOrUpdatedRows } = await trx
            .insertInto('register_entry')
            .values({ school, id, once, kind, entered_at: at, entered_by: by, sealed })
            .onConflict(conflict => conflict.columns(['school', 'once']).doNothing())
            .executeTakeFirstOrThrow();
          added += Number(numInsertedOrUpdatedRows ?? 0);
        }
        return added;
      }),
    one: async id => (isId(id) ? (await kept(db, id))[0] : undefined),
    all: () => kept(db, undefined),
    begun: async () => {
      const rows = await db.selectFrom('register_entry').select('kind').distinct().where('school', '=', school).execute();
      return rows.map(({ kind }) => kind);
    },
    note: async (id, decide) => {
      if (!isId(id)) return false;
      return db.transaction().execute(async trx => {
        // The role may not lock the row itself: for that it would need the right to change it.
        await sql`select pg_advisory_xact_lock(hashtext(${`beadle register ${school} ${id}`}))`.execute(trx);
        const [found] = await kept(trx, id);
        const decided = found && decide(found);
        if (!decided) return false;
        const { kind, at, by } = decided.note;
        const index = found.notes.length;
        await trx
          .insertInto('register_note')
          .values({ school, entry: id, index, kind, at, by, sealed: decided.seal(index) })
          .execute();
        return true;
      });
    },
    send: async sendings => {
      if (sendings.length > 0) await plan(database, school, sendings);
    },
    erase: async id => {
      await sql`select erase_register_entry(${school}, ${id}::uuid)`.execute(db);
    },
    revision: async () => {
      const { rows } = await sql<{ entries: string; notes: string }>`select
        (select count(*) from register_entry where school = ${school}) as entries,
        (select count(*) from register_note where school = ${school}) as notes`.execute(db);
      return `${rows[0]?.entries} ${rows[0]?.notes}`;
    }
  };
}

function isId(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
