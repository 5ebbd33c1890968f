import type { LedgerReport } from '../../core/policies/ledger/verify.ts';
import { verifyRows } from '../ledger/export-file.ts';
import { wholeLedgerOf } from '../ledger/whole.ts';
import type { Signatures } from '../signatures.ts';

/** Verifies the whole ledger in the database, and writes down that it was looked at and what was found. */
export async function verifyNow({
  database,
  desk,
  id,
  key,
  now
}: Pick<Signatures, 'database' | 'desk' | 'id' | 'key' | 'now'>): Promise<LedgerReport> {
  const report = (await verifyRows(wholeLedgerOf({ database, desk, id, key })))!;
  const { entries, faults, head, first } = report;
  await database.db
    .insertInto('verification')
    .values({ school: id, at: now(), entries, faults, head, first: first === undefined ? null : JSON.stringify(first) })
    .execute();
  return report;
}
