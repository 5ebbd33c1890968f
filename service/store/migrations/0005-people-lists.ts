import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

/** Which lists of people were read, and what became of each: counts and no names, so that nobody reads the same list twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table people_list (
        school text not null references school,
        at timestamptz not null,
        sha256 text not null,
        outcome text not null check (outcome in ('taken', 'refused', 'unreadable')),
        added integer not null,
        changed integer not null,
        gone integer not null,
        primary key (school, at))`
    )
    .execute(db);
  await sql.raw(`grant select, insert on people_list to ${serviceRole}`).execute(db);
}
