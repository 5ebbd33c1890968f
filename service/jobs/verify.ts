import type { LedgerReport } from '../../core/policies/ledger/verify.ts';
import { verifyRows } from '../ledger/export-file.ts';
import { wholeLedgerOf } from '../ledger/whole.ts';
import type { Signatures } from '../signatures.ts';

type Parts = Pick<Signatures, 'database' | 'desk' | 'id' | 'key' | 'now'>;

/** Verifies the whole ledger in the database, and writes down that it was looked at and what was found. */
export async function verifyNow(parts: Parts): Promise<LedgerReport> {
  const report = (await verifyRows(wholeLedgerOf(parts)))!;
  await verifiedNow(parts, report);
  return report;
}

/** Writes down that the ledger in the database was verified, and what was found. */
export async function verifiedNow({ database, id, now }: Pick<Parts, 'database' | 'id' | 'now'>, report: LedgerReport): Promise<void> {
  const { entries, faults, head, first } = report;
  await database.db
    .insertInto('verification')
    .values({ school: id, at: now(), entries, faults, head, first: first === undefined ? null : JSON.stringify(first) })
    .execute();
}
