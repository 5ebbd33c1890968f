import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { Entry, Ledger, Recorded } from '../../core/policies/entry.ts';
import { fromHex, hex } from '../../core/policies/ledger/bytes.ts';
import { noLeaf, recordedOf, rowOf } from '../../core/policies/ledger/leaf.ts';
import type { LedgerRow } from '../../core/policies/ledger/rows.ts';
import { appended, type Range } from '../../core/policies/ledger/tree.ts';
import { hashes } from '../ledger/hashes.ts';
import type { Tables } from './tables.ts';

/** An entry that was handed in, as it stands in the chain. `fresh`: it is new; else its key was there already and this is what stood under it. */
export interface Added {
  readonly recorded: Recorded;
  readonly row: LedgerRow;
  readonly fresh: boolean;
}

/** One entry to add. `key` names what happened. */
export interface Addition {
  readonly entry: Entry;
  readonly key?: string;
  /** What is sent because of it: planned in the same transaction, and only where the entry is new. The payload gets its index as `entry`. */
  readonly sendings?: readonly NewSending[];
}

/** Something to send, once: another of the same `step` is not made. */
export type NewSending = Pick<Insertable<Tables['sending']>, 'person' | 'purpose' | 'step' | 'channel'> & {
  readonly payload?: { readonly [name: string]: unknown };
  /** When it was planned, ISO 8601; and when it may go out, if later. */
  readonly at?: string;
  readonly notBefore?: string;
};

/** The ledger of one school in the database. */
export interface SchoolLedger extends Ledger {
  /** Adds in this order, all or none. Once it resolves they are on the disk. */
  readonly addAll: (additions: readonly Addition[]) => Promise<readonly Added[]>;
  /** The same, in one transaction with what `also` writes: neither is ever there without the other. */
  readonly addWith: (
    additions: readonly Addition[],
    also: (trx: Transaction<Tables>, added: readonly Added[]) => Promise<void>
  ) => Promise<readonly Added[]>;
  /** Adds within a transaction of the caller's, which holds the end of the chain from here to its end. */
  readonly addIn: (trx: Transaction<Tables>, additions: readonly Addition[]) => Promise<readonly Added[]>;
  readonly size: () => Promise<number>;
  /** The rows as they are kept, in order, from an index on, `most` at a time. */
  readonly rows: (from: number, most: number) => Promise<readonly LedgerRow[]>;
  /** Entries from an instant on, in order: all, or those that are about one person. */
  readonly since: (at: string, person?: string) => Promise<readonly Recorded[]>;
  /** One entry. */
  readonly at: (index: number) => Promise<Recorded | undefined>;
}

/** How many entries one transaction takes at most when many callers add at once. */
const together = 256;

interface Waiting {
  readonly additions: readonly Addition[];
  readonly done: (added: readonly Added[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The ledger of a school whose row is there. Several processes may add at once: the end of the chain is held by one transaction at a time. Callers of
 * one process who come while another's entry is being written share the next transaction, and each hears of it after its commit.
 */
export function ledgerOf(db: Kysely<Tables>, school: string): SchoolLedger {
  let waiting: Waiting[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      let count = 0;
      const batch = waiting.filter((each, i) => (count += each.additions.length) <= together || i === 0);
      waiting = waiting.slice(batch.length);
      try {
        const added = await appendedIn(batch.flatMap(each => each.additions));
        let from = 0;
        for (const each of batch) each.done(added.slice(from, (from += each.additions.length)));
      } catch (error) {
        for (const each of batch) each.failed(error);
      }
    }
    writing = false;
  }

  async function appendedIn(additions: readonly Addition[], also?: Parameters<SchoolLedger['addWith']>[1]): Promise<readonly Added[]> {
    const keyed = keyedOf(additions);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().execute(async trx => {
          const added = await append(trx, school, keyed);
          await also?.(trx, added);
          return added;
        });
      } catch (error) {
        if (attempt === 5 || !isPassing(error)) throw error;
        await pause(50 * 2 ** attempt);
      }
    }
  }

  const addAll: SchoolLedger['addAll'] = additions =>
    new Promise((done, failed) => {
      if (additions.length === 0) return done([]);
      waiting.push({ additions, done, failed });
      if (!writing) void write();
    });

  const rows: SchoolLedger['rows'] = async (from, most) => {
    const found = await rowsOf(db, school).where('index', '>=', from).orderBy('index').limit(most).execute();
    return found.map(rowIn);
  };

  return {
    addAll,
    add: async (entry, key) => (await addAll([key === undefined ? { entry } : { entry, key }]))[0]!.recorded,
    addWith: (additions, also) => appendedIn(additions, also),
    addIn: (trx, additions) => append(trx, school, keyedOf(additions)),
    from: async (index, most) => (await rows(index, most)).map(recordedIn),
    size: async () => (await db.selectFrom('ledger_head').select('size').where('school', '=', school).executeTakeFirst())?.size ?? 0,
    rows,
    since: async (at, person) => {
      let found = rowsOf(db, school).where('at', '>=', new Date(at)).orderBy('index');
      if (person !== undefined) found = found.where(eb => eb.or([eb('person', '=', person), eb('child', '=', person)]));
      return (await found.execute()).map(row => recordedIn(rowIn(row)));
    },
    at: async index => {
      const found = await rowsOf(db, school).where('index', '=', index).executeTakeFirst();
      return found && recordedIn(rowIn(found));
    }
  };
}

/** Every entry has a key, so that trying again after a lost connection adds nothing twice. */
function keyedOf(additions: readonly Addition[]): readonly (Addition & { readonly key: string })[] {
  return additions.map(each => ({ ...each, key: each.key ?? `once ${randomUUID()}` }));
}

/** Makes the school's row and the beginning of its chain, once. */
export async function begun(db: Kysely<Tables>, school: { readonly id: string; readonly name: string }): Promise<void> {
  await db
    .insertInto('school')
    .values(school)
    .onConflict(conflict => conflict.column('id').doUpdateSet({ name: school.name }))
    .execute();
  await db
    .insertInto('ledger_head')
    .values({ school: school.id, size: 0, leaf: noLeaf, peaks: [] })
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** The connection broke, or the server gave way to another: the same may go well the next time. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // 08 connection, 40 rolled back, 57P0x shutting down or starting, 55P03 waited too long for the lock.
  return (
    /^(?:08...|40...|57P0[123]|55P03|ECONNRESET|ECONNREFUSED|EPIPE|ENOENT)$/.test(code) || /^Connection terminated/.test(messageOf(error))
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

/** Adds within a transaction, which holds the end of the chain from here to its commit. */
async function append(
  trx: Transaction<Tables>,
  school: string,
  additions: readonly (Addition & { readonly key: string })[]
): Promise<readonly Added[]> {
  const head = await trx.selectFrom('ledger_head').selectAll().where('school', '=', school).forUpdate().executeTakeFirstOrThrow();
  const known = new Map<string, Omit<Added, 'fresh'>>();
  const old = await rowsOf(trx, school)
    .select('key')
    .where(
      'key',
      'in',
      additions.map(({ key }) => key)
    )
    .execute();
  for (const { key, ...each } of old) known.set(key!, standingIn(rowIn(each)));
  let range: Range = { size: head.size, peaks: head.peaks.map(peak => fromHex(peak)!) };
  let prev = head.leaf;
  const fresh: { readonly row: LedgerRow; readonly key: string; readonly entry: Entry }[] = [];
  const toSend: NewSending[] = [];
  const added = additions.map(({ entry, key, sendings = [] }): Added => {
    const there = known.get(key);
    if (there) return { ...there, fresh: false };
    const row = rowOf({ school, index: range.size, prev, entry, salt: randomBytes(32) }, hashes);
    range = appended(range, fromHex(row.leaf)!, hashes.sha256);
    prev = row.leaf;
    const standing = standingIn(row);
    known.set(key, standing);
    fresh.push({ row, key, entry });
    for (const sending of sendings) toSend.push({ at: entry.at, ...sending, payload: { ...sending.payload, entry: row.index } });
    return { ...standing, fresh: true };
  });
  if (fresh.length === 0) return added;
  const column = (of: (each: (typeof fresh)[number]) => string | undefined): (string | null)[] => fresh.map(each => of(each) ?? null);
  await sql`insert into ledger_entry (school, index, kind, at, key, prev, leaf, public, personal, salt, person, child, policy)
    select ${school}, * from unnest(${fresh.map(({ row }) => row.index)}::bigint[], ${column(({ row }) => row.kind)}::text[],
      ${column(({ row }) => row.at)}::timestamptz[], ${column(({ key }) => key)}::text[], ${column(({ row }) => row.prev)}::text[],
      ${column(({ row }) => row.leaf)}::text[], ${column(({ row }) => row.public)}::text[], ${column(({ row }) => row.personal)}::text[],
      ${column(({ row }) => row.salt)}::text[], ${column(({ entry }) => ('person' in entry ? entry.person : undefined))}::text[],
      ${column(({ entry }) => ('child' in entry ? entry.child : undefined))}::text[],
      ${column(({ entry }) => ('policy' in entry ? entry.policy : undefined))}::text[])`.execute(trx);
  await trx
    .updateTable('ledger_head')
    .set({ size: range.size, leaf: prev, peaks: range.peaks.map(hex) })
    .where('school', '=', school)
    .execute();
  await plan(trx, school, toSend);
  return added;
}

/** Plans what is to be sent. What has a step that is planned already, whatever became of it, is passed over. */
export async function plan(db: Kysely<Tables>, school: string, sendings: readonly NewSending[]): Promise<void> {
  for (let from = 0; from < sendings.length; from += 1000) {
    const rows = sendings.slice(from, from + 1000).map(({ person, purpose, step, channel, payload = {}, at, notBefore = at }) => ({
      school,
      person,
      purpose,
      step,
      channel,
      payload: JSON.stringify(payload),
      ...(at === undefined ? {} : { created_at: at }),
      ...(notBefore === undefined ? {} : { not_before: notBefore })
    }));
    await db
      .insertInto('sending')
      .values(rows)
      .onConflict(conflict => conflict.columns(['school', 'step']).doNothing())
      .execute();
  }
}

function rowsOf(db: Kysely<Tables>, school: string) {
  return db
    .selectFrom('ledger_entry')
    .select(['index', 'prev', 'leaf', 'at', 'kind', 'public', 'personal', 'salt'])
    .where('school', '=', school);
}

function rowIn({
  at,
  personal,
  salt,
  ...row
}: Omit<LedgerRow, 'at' | 'personal' | 'salt'> & { at: Date; personal: string | null; salt: string | null }): LedgerRow {
  const { index, prev, leaf, kind, public: text } = row;
  const open = { index, prev, leaf, at: at.toISOString(), kind, public: text };
  return personal === null || salt === null ? open : { ...open, personal, salt };
}

function standingIn(row: LedgerRow): Omit<Added, 'fresh'> {
  return { recorded: recordedIn(row), row };
}

function recordedIn(row: LedgerRow): Recorded {
  const recorded = recordedOf(row);
  // Nobody but the owner of the database can have done that; `beadle ledger verify` says where.
  if (!recorded) throw new Error(`Entry ${row.index} of the ledger is spoilt.`);
  return recorded;
}
