import type { Kysely, Transaction } from 'kysely';
import { fromHex } from '../../core/policies/ledger/bytes.ts';
import { previousOf, type Signer, signedCheckpoint } from '../../core/policies/ledger/checkpoint.ts';
import type { CheckpointRow, LedgerRows } from '../../core/policies/ledger/rows.ts';
import { rootOf } from '../../core/policies/ledger/tree.ts';
import { hashes } from '../ledger/hashes.ts';
import type { SchoolLedger } from './ledger.ts';
import type { Tables } from './tables.ts';

/** A checkpoint that was signed just now. */
export interface Fresh extends CheckpointRow {
  readonly date: string;
}

/**
 * Signs what the ledger is at this moment and keeps it, with what `also` writes in the same transaction. Nothing where it was signed already as it
 * is: of two who ask at once, one gets it. `date` is the school's.
 */
export function signedNow(
  db: Kysely<Tables>,
  school: string,
  { signer, now, date }: { readonly signer: Signer; readonly now: Date; readonly date: string },
  also: (trx: Transaction<Tables>, fresh: Fresh) => Promise<void>
): Promise<Fresh | undefined> {
  return db.transaction().execute(async trx => {
    const { size, leaf, peaks } = await trx
      .selectFrom('ledger_head')
      .selectAll()
      .where('school', '=', school)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const before = await trx
      .selectFrom('checkpoint')
      .select(['size', 'text'])
      .where('school', '=', school)
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (before?.size === size) return undefined;
    const root = rootOf({ size, peaks: peaks.map(peak => fromHex(peak)!) }, hashes.sha256);
    const note = signedCheckpoint(
      { school, size, root, date, head: leaf, previous: previousOf(before?.text, hashes.sha256) },
      signer,
      hashes.sha256
    );
    await trx
      .insertInto('checkpoint')
      .values({ school, size, root: Buffer.from(root).toString('hex'), at: now, text: note })
      .execute();
    const fresh = { size, note, date };
    await also(trx, fresh);
    return fresh;
  });
}

/** A school's ledger as it is verified and exported. */
export function ledgerRowsOf(db: Kysely<Tables>, school: string, ledger: Pick<SchoolLedger, 'rows'>): LedgerRows {
  return {
    school,
    rows: ledger.rows,
    checkpoints: async () => {
      const found = await db
        .selectFrom('checkpoint')
        .select(['size', 'text as note', 'stamp'])
        .where('school', '=', school)
        .orderBy('size')
        .execute();
      return found.map(({ stamp, ...row }) => (stamp ? { ...row, stamp: stamp.toString('base64') } : row));
    }
  };
}
