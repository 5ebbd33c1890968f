import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

/** What each verification of a ledger found, so that somebody can say later that it was looked at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table verification (
        school text not null references school,
        at timestamptz not null,
        entries bigint not null,
        faults bigint not null,
        head text not null,
        first jsonb,
        primary key (school, at))`
    )
    .execute(db);
  await sql.raw(`grant select, insert on verification to ${serviceRole}`).execute(db);
}
