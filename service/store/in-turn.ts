import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Does something while no other process on this database does what bears the same name: whoever comes later waits, and sees what the first one did. */
export function inTurn<T>(db: Kysely<Tables>, name: string, work: () => Promise<T>): Promise<T> {
  return db.transaction().execute(async trx => {
    await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(trx);
    return work();
  });
}
