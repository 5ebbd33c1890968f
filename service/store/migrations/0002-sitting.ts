import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const statements = [
  `alter table code add column bearer text not null default ''`,
  `create index code_bearer on code (bearer)`,
  `create table sitting (
    school text not null references school,
    secret_hash text primary key,
    person text not null,
    level text not null check (level in ('read', 'sign', 'kiosk')),
    channel text not null,
    assurance text,
    expires_at timestamptz not null,
    created_at timestamptz not null default now())`,
  `grant select, insert, update, delete on sitting to ${serviceRole}`
];

/** Who sits at a page, and for which link or sitting a code was asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
