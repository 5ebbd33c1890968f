import type { ColumnType, Generated, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from './tables.ts';

type Fixed<T> = ColumnType<T, T, never>;
type Moment = ColumnType<Date, Date | string, Date | string>;
type FixedMoment = ColumnType<Date, Date | string, never>;
/** JSON, or nothing: read as what it is, written as its text. */
type Json = ColumnType<unknown, string | null, string | null>;

/** The tables of the tab. The service's role may add to the history of settings, and neither change nor take away there. */
type TabTables = {
  tab_sitting: {
    school: Fixed<string>;
    sha256: Fixed<string>;
    person: Fixed<string>;
    by: Fixed<'teams' | 'link'>;
    made_at: FixedMoment;
    seen_at: Moment;
    ends_at: FixedMoment;
  };
  setting: { school: Fixed<string>; key: Fixed<string>; value: Json; change: number };
  setting_change: {
    school: Fixed<string>;
    id: Generated<number>;
    key: Fixed<string>;
    before: Json;
    after: Json;
    by: Fixed<string>;
    at: FixedMoment;
    undid: Fixed<number | null>;
  };
};

/** Somebody who sits at the tab. */
export interface KeptSitting {
  readonly person: string;
  readonly by: 'teams' | 'link';
  readonly madeAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
}

/** Who sits at the tab of a school, by the hashes of their secrets. */
export interface TabSittings {
  readonly add: (sha256: string, sitting: KeptSitting) => Promise<void>;
  readonly one: (sha256: string) => Promise<KeptSitting | undefined>;
  readonly seen: (sha256: string, at: Date) => Promise<void>;
  readonly end: (sha256: string) => Promise<void>;
  /** Takes away what is over; `idle`: whatever was not seen since then. Gives how many rows. */
  readonly sweep: (now: Date, idle: Date) => Promise<number>;
}

export function tabSittingsOf(database: Kysely<Tables>, school: string): TabSittings {
  const db = database.withTables<TabTables>();
  return {
    add: async (sha256, { person, by, madeAt, seenAt, endsAt }) => {
      await db
        .insertInto('tab_sitting')
        .values({ school, sha256, person, by, made_at: madeAt, seen_at: seenAt, ends_at: endsAt })
        .execute();
    },
    one: async sha256 => {
      const row = await db
        .selectFrom('tab_sitting')
        .selectAll()
        .where('school', '=', school)
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return row && { person: row.person, by: row.by, madeAt: row.made_at, seenAt: row.seen_at, endsAt: row.ends_at };
    },
    seen: async (sha256, at) => {
      await db.updateTable('tab_sitting').set({ seen_at: at }).where('school', '=', school).where('sha256', '=', sha256).execute();
    },
    end: async sha256 => {
      await db.deleteFrom('tab_sitting').where('school', '=', school).where('sha256', '=', sha256).execute();
    },
    sweep: async (now, idle) => {
      const gone = await db
        .deleteFrom('tab_sitting')
        .where('school', '=', school)
        .where(eb => eb.or([eb('ends_at', '<', now), eb('seen_at', '<', idle)]))
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    }
  };
}

/** One change of a setting. Nothing before or after: what beadle.yaml says. */
export interface KeptChange {
  readonly id: number;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly by: string;
  readonly at: Date;
  readonly undid: number | undefined;
}

/** What a school changed at run time. */
export interface KeptSettings {
  /** What holds in place of the file, and by which change. */
  readonly now: () => Promise<ReadonlyMap<string, { readonly value: unknown; readonly change: number }>>;
  /**
   * Changes one setting (`undefined`: back to the file) and adds that to the history. `was` is the last change of this key that whoever changes it knows;
   * where there is a newer one nothing happens, and nothing comes back.
   */
  readonly change: (change: {
    readonly key: string;
    readonly value: unknown;
    readonly was: number | undefined;
    readonly by: string;
    readonly at: Date;
    readonly undid?: number;
  }) => Promise<KeptChange | undefined>;
  /** The latest first. */
  readonly history: (most: number) => Promise<readonly KeptChange[]>;
  readonly one: (id: number) => Promise<KeptChange | undefined>;
}

export function keptSettingsOf(database: Kysely<Tables>, school: string): KeptSettings {
  const db = database.withTables<TabTables>();
  const asJson = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  const read = (row: {
    readonly id: number;
    readonly key: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly by: string;
    readonly at: Date;
    readonly undid: number | null;
  }): KeptChange => ({
    ...row,
    id: Number(row.id),
    before: row.before ?? undefined,
    after: row.after ?? undefined,
    undid: row.undid === null ? undefined : Number(row.undid)
  });
  const columns = ['id', 'key', 'before', 'after', 'by', 'at', 'undid'] as const;
  return {
    now: async () => {
      const rows = await db.selectFrom('setting').select(['key', 'value', 'change']).where('school', '=', school).execute();
      return new Map(rows.map(({ key, value, change }) => [key, { value, change: Number(change) }]));
    },
    change: ({ key, value, was, by, at, undid }) =>
      db.transaction().execute(async trx => {
        // Two who change the same at once: the second learns of the first.
        await sql`select pg_advisory_xact_lock(hashtext(${`beadle setting ${school} ${key}`}))`.execute(trx);
        const last = await trx
          .selectFrom('setting_change')
          .select('id')
          .where('school', '=', school)
          .where('key', '=', key)
          .orderBy('id', 'desc')
          .limit(1)
          .executeTakeFirst();
        if ((last && Number(last.id)) !== was) return undefined;
        const before = await trx
          .selectFrom('setting')
          .select('value')
          .where('school', '=', school)
          .where('key', '=', key)
          .executeTakeFirst();
        const added = await trx
          .insertInto('setting_change')
          .values({ school, key, before: asJson(before?.value), after: asJson(value), by, at, undid: undid ?? null })
          .returning(columns)
          .executeTakeFirstOrThrow();
        const text = asJson(value);
        if (text === null) await trx.deleteFrom('setting').where('school', '=', school).where('key', '=', key).execute();
        else
          await trx
            .insertInto('setting')
            .values({ school, key, value: text, change: added.id })
            .onConflict(conflict => conflict.columns(['school', 'key']).doUpdateSet({ value: text, change: added.id }))
            .execute();
        return read(added);
      }),
    history: async most =>
      (await db.selectFrom('setting_change').select(columns).where('school', '=', school).orderBy('id', 'desc').limit(most).execute()).map(
        read
      ),
    one: async id => {
      const row = await db
        .selectFrom('setting_change')
        .select(columns)
        .where('school', '=', school)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && read(row);
    }
  };
}

/** How the last audit stands that was asked for or due, and another `mark` as soon as that has changed. */
export interface AuditState {
  /** It runs or is about to; or it failed, and may be tried again. */
  readonly state: 'running' | 'failed' | undefined;
  readonly mark: string;
}

/** Read off the list of jobs, whichever service does them; what waits for its night is no audit yet. Where no list is kept nothing is known. */
export async function auditStateOf(database: Kysely<Tables>, school: string): Promise<AuditState> {
  const { rows: lists } = await sql<{ readonly there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(database);
  if (!lists[0]?.there) return { state: undefined, mark: '' };
  const { rows } = await sql<{ readonly state: string; readonly mark: string }>`select state, concat(id, state) as mark from pgboss.job
    where name in (select name from pgboss.queue where name like 'audit.%') and data ->> 'school' = ${school} and (state <> 'created' or start_after <= now())
    order by created_on desc limit 1`.execute(database);
  const { state, mark = '' } = rows[0] ?? {};
  const isRunning = state === 'active' || state === 'created';
  return { state: isRunning ? 'running' : state === 'retry' || state === 'failed' ? 'failed' : undefined, mark };
}

/**
 * A text that is another one as soon as something that the tab shows has changed: the ledger, the people, the versions, whether sending stands still, audits,
 * reports, settings, what waits to be sent.
 */
export async function revisionOf(database: Kysely<Tables>, school: string): Promise<string> {
  const { rows } = await sql<{ readonly revision: string }>`select concat_ws('.',
      (select size from ledger_head where school = s.id), s.people_revision, s.version_revision, extract(epoch from s.paused_at),
      (select extract(epoch from max(at)) from audit_run where school = s.id),
      (select count(*) from incident where school = s.id), (select count(*) from incident_note where school = s.id),
      (select max(id) from setting_change where school = s.id),
      (select count(*) from sending where school = s.id and state = 'planned'),
      (select count(*) from sending where school = s.id and state = 'sending')) as revision
    from school s where s.id = ${school}`.execute(database);
  return rows[0]?.revision ?? '';
}
