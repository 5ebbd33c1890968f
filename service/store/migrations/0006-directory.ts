import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const statements = [
  // Whom which source knows.
  `create table directory_row (
    school text not null references school,
    source text not null,
    id text not null,
    address text not null,
    others text[] not null,
    kind text not null,
    ground text not null,
    name text,
    account text,
    children text[] not null,
    primary key (school, source, id))`,
  // What became of the last reading of each, and from where the next goes on.
  `create table directory_source (
    school text not null references school,
    source text not null,
    read_at timestamptz not null,
    taken_at timestamptz,
    outcome text not null check (outcome in ('taken', 'held', 'unread')),
    lacks text,
    mark text,
    sorted text not null,
    primary key (school, source))`,
  `grant select, insert, update, delete on directory_row, directory_source to ${serviceRole}`
];

/** Who is who, as Microsoft and Google say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
