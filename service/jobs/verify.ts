import { type LedgerReport, verifying } from '../../core/policies/ledger/verify.ts';
import { hashes, verifySignature } from '../ledger/hashes.ts';
import type { Signatures } from '../signatures.ts';
import { ledgerRowsOf } from '../store/checkpoints.ts';

/** How many entries are read at once. */
const page = 2000;

/** Verifies the whole ledger in the database, and writes down that it was looked at and what was found. */
export async function verifyNow({
  database: { db },
  desk,
  id,
  key,
  now
}: Pick<Signatures, 'database' | 'desk' | 'id' | 'key' | 'now'>): Promise<LedgerReport> {
  const whole = ledgerRowsOf(db, id, desk.ledger);
  const looking = verifying({ hashes, verify: verifySignature, school: id, keys: key.published });
  const notes = [...(await whole.checkpoints())];
  let next = 0;
  for (let from = 0; ; ) {
    while (notes[next] && notes[next]!.size <= from) looking.checkpoint(notes[next++]!.note);
    const upTo = notes[next]?.size ?? Infinity;
    const rows = await whole.rows(from, Math.min(page, upTo - from));
    if (rows.length === 0) break;
    rows.forEach(looking.row);
    from += rows.length;
  }
  for (const { note } of notes.slice(next)) looking.checkpoint(note);
  for (const { policy, major, minor, texts } of (await desk.remembered()).versions) {
    for (const [language, text] of Object.entries(texts)) looking.text({ policy, major, minor, language, text: text.text });
  }
  const report = looking.report();
  const { entries, faults, head, first } = report;
  await db
    .insertInto('verification')
    .values({ school: id, at: now(), entries, faults, head, first: first === undefined ? null : JSON.stringify(first) })
    .execute();
  return report;
}
