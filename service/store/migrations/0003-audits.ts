import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const statements = [
  `create table audit_run (
    school text not null references school,
    at timestamptz not null,
    vendor text not null,
    tenant text not null,
    results jsonb not null,
    counts jsonb not null,
    named boolean not null default true,
    primary key (school, at, vendor))`,
  // To whom which report went, so that nobody gets one twice.
  `create table audit_report (
    school text not null references school,
    at timestamptz not null,
    reader text not null,
    on_day date not null,
    primary key (school, at, reader))`,
  `grant select, insert, update, delete on audit_run, audit_report to ${serviceRole}`
];

/** What audits found, and to whom it was sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
