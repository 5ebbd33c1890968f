import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const statements = [
  // For whom the app in Teams was installed by us. «begun» stands there before Microsoft is asked: whoever was killed then looks before anything is done again.
  `create table installation (
    school text not null references school,
    entra_id text not null,
    state text not null check (state in ('begun', 'installed', 'refused', 'gone')),
    reason text,
    at timestamptz not null,
    primary key (school, entra_id))`,
  `grant select, insert, update, delete on installation to ${serviceRole}`,
  `select isolate_schools()`
];

/** For whom the app was installed in Teams. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
