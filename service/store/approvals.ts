import type { ColumnType, Kysely } from 'kysely';
import { sql, type Transaction } from 'kysely';
import type { Counts, Followed, Step } from '../../core/approvals/approval.ts';
import type { Kind } from '../../core/approvals/kinds.ts';
import { type NewSending, plan } from './ledger.ts';
import type { Tables } from './tables.ts';

type Fixed<T> = ColumnType<T, T, never>;
type FixedMoment = ColumnType<Date, Date | string, never>;

/** The tables of approvals. The service's role may add to them and read them, and nothing else. */
type ApprovalTables = {
  approval: {
    school: Fixed<string>;
    id: Fixed<string>;
    reference: Fixed<string>;
    /** Names the form that was sent, so that it asks once however often it comes. */
    once: Fixed<string>;
    kind: Fixed<Kind>;
    asked_at: FixedMoment;
    asked_by: Fixed<string>;
    answer_by: FixedMoment;
    ends_at: ColumnType<Date | null, Date | string | null, never>;
    lasts: Fixed<number>;
    deciders: Fixed<number>;
    /** Which message it is for: a keyed hash. */
    key: Fixed<string | null>;
    people: ColumnType<Counts | null, string | null, never>;
    /** What was asked, in words. Nothing where its retention is over. */
    sealed: Fixed<Buffer | null>;
  };
  approval_step: {
    school: Fixed<string>;
    approval: Fixed<string>;
    index: Fixed<number>;
    kind: Fixed<Step['kind']>;
    at: FixedMoment;
    by: Fixed<string>;
    /** Who may decide it: of `routed`. */
    recipients: Fixed<string[]>;
    sealed: Fixed<Buffer | null>;
  };
};

/** A request as it is kept; its words are sealed. */
export interface KeptApproval extends Followed {
  readonly id: string;
  readonly reference: string;
  readonly at: string;
  readonly key: string | undefined;
  readonly people: Counts | undefined;
  readonly sealed: Buffer | undefined;
  readonly steps: readonly KeptStep[];
}

export interface KeptStep extends Step {
  readonly index: number;
  readonly recipients: readonly string[];
  readonly sealed: Buffer | undefined;
}

type NewStep = Omit<KeptStep, 'index' | 'sealed'>;

/** The approvals of one school in the database. */
export interface Approvals {
  /** Adds a request with its first route, and what goes out of it; or gives the one that this form has made before. */
  readonly add: (
    request: Omit<KeptApproval, 'steps'> & { readonly once: string; readonly sealed: Buffer },
    step: NewStep,
    sendings: readonly NewSending[]
  ) => Promise<string>;
  readonly one: (id: string) => Promise<KeptApproval | undefined>;
  /** Those that somebody asked for, and those that ever came to them. */
  readonly of: (person: string) => Promise<readonly KeptApproval[]>;
  readonly all: () => Promise<readonly KeptApproval[]>;
  /**
   * Adds a step, one at a time for each request: `decide` sees it as it is at that moment and gives the step, or nothing. `seal` gets its place, so that no two
   * texts can be exchanged.
   */
  readonly step: (
    id: string,
    decide: (
      kept: KeptApproval
    ) => { readonly step: NewStep; readonly seal?: (index: number) => Buffer; readonly sendings: readonly NewSending[] } | undefined
  ) => Promise<boolean>;
  /** Plans what goes out of it besides. */
  readonly send: (sendings: readonly NewSending[]) => Promise<void>;
  /** Takes away the words of a request on which nothing happened for a year or longer, and who was concerned with it. */
  readonly erase: (id: string) => Promise<void>;
  /** Another text as soon as something was asked or happened. */
  readonly revision: () => Promise<string>;
}

/** Opens the approvals of a school. */
export function approvalsOf(database: Kysely<Tables>, school: string): Approvals {
  const db = database.withTables<ApprovalTables>();

  async function kept(from: Kysely<Tables & ApprovalTables>, ids: readonly string[] | undefined): Promise<readonly KeptApproval[]> {
    if (ids?.length === 0) return [];
    let query = from.selectFrom('approval').selectAll().where('school', '=', school).orderBy('asked_at').orderBy('id');
    let stepped = from.selectFrom('approval_step').selectAll().where('school', '=', school).orderBy('index');
    if (ids) {
      query = query.where('id', 'in', [...ids]);
      stepped = stepped.where('approval', 'in', [...ids]);
    }
    const rows = await query.execute();
    const steps = new Map<string, KeptStep[]>();
    for (const { approval, index, kind, at, by, recipients, sealed } of await stepped.execute()) {
      const list = steps.get(approval) ?? [];
      list.push({ index, kind, at: at.toISOString(), by, recipients, sealed: sealed ?? undefined });
      steps.set(approval, list);
    }
    return rows.map(({ id, reference, kind, asked_at, asked_by: asker, answer_by, ends_at, lasts, deciders, key, people, sealed }) => ({
      id,
      reference,
      kind,
      at: asked_at.toISOString(),
      asker,
      answerBy: answer_by.toISOString(),
      ...(ends_at ? { ends: ends_at.toISOString() } : {}),
      lasts,
      deciders,
      key: key ?? undefined,
      people: people ?? undefined,
      sealed: sealed ?? undefined,
      steps: steps.get(id) ?? []
    }));
  }

  const stepRow = (approval: string, index: number, { kind, at, by, recipients }: NewStep, sealed: Buffer | null) => ({
    school,
    approval,
    index,
    kind,
    at,
    by,
    recipients: [...recipients],
    sealed
  });

  return {
    add: ({ id, reference, once, kind, at, asker, answerBy, ends, lasts, deciders, key, people, sealed }, step, sendings) =>
      db.transaction().execute(async trx => {
        const added = await trx
          .insertInto('approval')
          .values({
            school,
            id,
            reference,
            once,
            kind,
            asked_at: at,
            asked_by: asker,
            answer_by: answerBy,
            ends_at: ends ?? null,
            lasts,
            deciders,
            key: key ?? null,
            people: people ? JSON.stringify(people) : null,
            sealed
          })
          .onConflict(conflict => conflict.columns(['school', 'once']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!added) {
          const before = await trx
            .selectFrom('approval')
            .select('id')
            .where('school', '=', school)
            .where('once', '=', once)
            .executeTakeFirstOrThrow();
          return before.id;
        }
        await trx
          .insertInto('approval_step')
          .values(stepRow(id, 0, step, null))
          .execute();
        await plan(trx as unknown as Transaction<Tables>, school, sendings);
        return id;
      }),
    one: async id => (isId(id) ? (await kept(db, [id]))[0] : undefined),
    of: async person => {
      const { rows } = await sql<{ id: string }>`select id from approval where school = ${school} and asked_by = ${person}
        union select approval from approval_step where school = ${school} and recipients @> array[${person}]::text[]`.execute(db);
      return kept(
        db,
        rows.map(({ id }) => id)
      );
    },
    all: () => kept(db, undefined),
    step: async (id, decide) => {
      if (!isId(id)) return false;
      return db.transaction().execute(async trx => {
        // The role may not lock the row itself: for that it would need the right to change it.
        await sql`select pg_advisory_xact_lock(hashtext(${`beadle approval ${school} ${id}`}))`.execute(trx);
        const [found] = await kept(trx, [id]);
        const decided = found && decide(found);
        if (!decided) return false;
        const index = found.steps.length;
        await trx
          .insertInto('approval_step')
          .values(stepRow(id, index, decided.step, decided.seal?.(index) ?? null))
          .execute();
        await plan(trx as unknown as Transaction<Tables>, school, decided.sendings);
        return true;
      });
    },
    send: async sendings => {
      if (sendings.length > 0) await plan(database, school, sendings);
    },
    erase: async id => {
      await sql`select erase_approval(${school}, ${id}::uuid)`.execute(db);
    },
    revision: async () => {
      const { rows } = await sql<{ asked: string; steps: string }>`select (select count(*) from approval where school = ${school}) as asked,
        (select count(*) from approval_step where school = ${school}) as steps`.execute(db);
      return `${rows[0]?.asked} ${rows[0]?.steps}`;
    }
  };
}

/** Who may decide a request: everybody whom a route names, the last first. */
export function deciding({ steps }: Pick<KeptApproval, 'steps'>): readonly string[] {
  return [...new Set([...steps].reverse().flatMap(({ kind, recipients }) => (kind === 'routed' ? recipients : [])))];
}

function isId(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
