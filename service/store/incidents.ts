import type { ColumnType, Kysely } from 'kysely';
import { sql, type Transaction } from 'kysely';
import type { Category, NoteKind } from '../../core/incidents/incident.ts';
import type { NewSending } from './ledger.ts';
import { plan } from './ledger.ts';
import type { Tables } from './tables.ts';

type Fixed<T> = ColumnType<T, T, never>;
type FixedMoment = ColumnType<Date, Date | string, never>;

/** The tables of reports. The service's role may add to them and read them, and nothing else. */
type IncidentTables = {
  incident: {
    school: Fixed<string>;
    id: Fixed<string>;
    reference: Fixed<string>;
    /** Names the form that was sent, so that it makes one report however often it comes. */
    once: Fixed<string>;
    category: Fixed<Category>;
    reported_at: FixedMoment;
    /** From when the 72 hours run; nothing where they do not. */
    aware_at: ColumnType<Date | null, Date | string | null, never>;
    /** What was reported, whom it is about and by whom: `service/sealing.ts`. Nothing where its retention is over. */
    sealed: Fixed<Buffer | null>;
  };
  incident_note: {
    school: Fixed<string>;
    incident: Fixed<string>;
    index: Fixed<number>;
    kind: Fixed<NoteKind | 'routed'>;
    at: FixedMoment;
    by: Fixed<string>;
    /** Who deals with it from now on: of `routed` and `handed-on`. */
    recipients: Fixed<string[]>;
    sealed: Fixed<Buffer | null>;
  };
  incident_look: { school: Fixed<string>; incident: Fixed<string>; by: Fixed<string>; at: FixedMoment };
  incident_referral: { school: Fixed<string>; reference: Fixed<string>; at: FixedMoment };
};

/** A report as it is kept; its text is sealed. */
export interface Kept {
  readonly id: string;
  readonly reference: string;
  readonly category: Category;
  readonly at: string;
  readonly aware: string | undefined;
  readonly sealed: Buffer | undefined;
  readonly notes: readonly KeptNote[];
}

export interface KeptNote {
  readonly index: number;
  readonly kind: NoteKind | 'routed';
  readonly at: string;
  readonly by: string;
  readonly recipients: readonly string[];
  readonly sealed: Buffer | undefined;
}

type NewNote = Omit<KeptNote, 'index' | 'sealed'>;

/** The reports of one school in the database. */
export interface Incidents {
  /** Adds a report with its first route, and what goes out of it; or gives the one that this form has made before. */
  readonly add: (
    report: Omit<Kept, 'notes'> & { readonly once: string; readonly sealed: Buffer },
    note: NewNote,
    sendings: readonly NewSending[]
  ) => Promise<{ readonly reference: string; readonly routed: boolean }>;
  readonly one: (id: string) => Promise<Kept | undefined>;
  /** Those for whom somebody was ever a recipient. */
  readonly of: (person: string) => Promise<readonly Kept[]>;
  readonly all: () => Promise<readonly Kept[]>;
  /**
   * Adds a note, one at a time for each report: `decide` sees the report as it is at that moment and gives the note, or nothing. `seal` gets its place, so that
   * no two texts can be exchanged.
   */
  readonly note: (
    id: string,
    decide: (
      kept: Kept
    ) => { readonly note: NewNote; readonly seal?: (index: number) => Buffer; readonly sendings: readonly NewSending[] } | undefined
  ) => Promise<boolean>;
  readonly looked: (id: string, by: string, at: string) => Promise<void>;
  readonly looks: (id: string) => Promise<readonly { readonly by: string; readonly at: string }[]>;
  readonly referred: (reference: string, at: string) => Promise<void>;
  readonly referrals: () => Promise<number>;
  /** Takes away the text of a report that was closed a year ago or longer, of its notes, and who was concerned with it. */
  readonly erase: (id: string) => Promise<void>;
}

/** Opens the reports of a school. */
export function incidentsOf(database: Kysely<Tables>, school: string): Incidents {
  const db = database.withTables<IncidentTables>();

  async function kept(from: Kysely<Tables & IncidentTables>, ids: readonly string[] | undefined): Promise<readonly Kept[]> {
    if (ids?.length === 0) return [];
    let query = from.selectFrom('incident').selectAll().where('school', '=', school).orderBy('reported_at').orderBy('id');
    let noted = from.selectFrom('incident_note').selectAll().where('school', '=', school).orderBy('index');
    if (ids) {
      query = query.where('id', 'in', [...ids]);
      noted = noted.where('incident', 'in', [...ids]);
    }
    const rows = await query.execute();
    const notes = new Map<string, KeptNote[]>();
    for (const { incident, index, kind, at, by, recipients, sealed } of await noted.execute()) {
      const list = notes.get(incident) ?? [];
      list.push({ index, kind, at: at.toISOString(), by, recipients, sealed: sealed ?? undefined });
      notes.set(incident, list);
    }
    return rows.map(({ id, reference, category, reported_at: at, aware_at: aware, sealed }) => ({
      id,
      reference,
      category,
      at: at.toISOString(),
      aware: aware?.toISOString(),
      sealed: sealed ?? undefined,
      notes: notes.get(id) ?? []
    }));
  }

  const noteRow = (incident: string, index: number, { kind, at, by, recipients }: NewNote, sealed: Buffer | null) => ({
    school,
    incident,
    index,
    kind,
    at,
    by,
    recipients: [...recipients],
    sealed
  });

  return {
    add: ({ id, reference, once, category, at, aware, sealed }, note, sendings) =>
      db.transaction().execute(async trx => {
        const added = await trx
          .insertInto('incident')
          .values({ school, id, reference, once, category, reported_at: at, aware_at: aware ?? null, sealed })
          .onConflict(conflict => conflict.columns(['school', 'once']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!added) {
          const before = await trx
            .selectFrom('incident')
            .select(['id', 'reference'])
            .where('school', '=', school)
            .where('once', '=', once)
            .executeTakeFirstOrThrow();
          const [found] = await kept(trx, [before.id]);
          return { reference: before.reference, routed: recipientsOf(found!).length > 0 };
        }
        await trx
          .insertInto('incident_note')
          .values(noteRow(id, 0, note, null))
          .execute();
        await plan(trx as unknown as Transaction<Tables>, school, sendings);
        return { reference, routed: note.recipients.length > 0 };
      }),
    one: async id => (isId(id) ? (await kept(db, [id]))[0] : undefined),
    of: async person => {
      const { rows } = await sql<{ incident: string }>`select distinct incident from incident_note
        where school = ${school} and recipients @> array[${person}]::text[]`.execute(db);
      return kept(
        db,
        rows.map(({ incident }) => incident)
      );
    },
    all: () => kept(db, undefined),
    note: async (id, decide) => {
      if (!isId(id)) return false;
      return db.transaction().execute(async trx => {
        // The role may not lock the row itself: for that it would need the right to change it.
        await sql`select pg_advisory_xact_lock(hashtext(${`beadle incident ${school} ${id}`}))`.execute(trx);
        const [found] = await kept(trx, [id]);
        const decided = found && decide(found);
        if (!decided) return false;
        const index = found.notes.length;
        await trx
          .insertInto('incident_note')
          .values(noteRow(id, index, decided.note, decided.seal?.(index) ?? null))
          .execute();
        await plan(trx as unknown as Transaction<Tables>, school, decided.sendings);
        return true;
      });
    },
    looked: async (incident, by, at) => {
      await db.insertInto('incident_look').values({ school, incident, by, at }).execute();
    },
    looks: async id => {
      const rows = await db
        .selectFrom('incident_look')
        .select(['by', 'at'])
        .where('school', '=', school)
        .where('incident', '=', id)
        .orderBy('at')
        .execute();
      return rows.map(({ by, at }) => ({ by, at: at.toISOString() }));
    },
    referred: async (reference, at) => {
      await db.insertInto('incident_referral').values({ school, reference, at }).execute();
    },
    referrals: async () => {
      const { count } = await db
        .selectFrom('incident_referral')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('school', '=', school)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    erase: async id => {
      await sql`select erase_incident(${school}, ${id}::uuid)`.execute(db);
    }
  };
}

/** Who deals with a report now: whom the last route names. */
export function recipientsOf({ notes }: Pick<Kept, 'notes'>): readonly string[] {
  return [...notes].reverse().find(({ kind }) => kind === 'routed' || kind === 'handed-on')?.recipients ?? [];
}

function isId(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
