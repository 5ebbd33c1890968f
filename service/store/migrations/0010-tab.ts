import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const statements = [
  // Who sits at the tab. Of the secret in the cookie the hash alone is kept.
  `create table tab_sitting (
    school text not null references school,
    sha256 text not null,
    person text not null,
    by text not null check (by in ('teams', 'link')),
    made_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    primary key (school, sha256))`,
  `create index tab_sitting_ends_at on tab_sitting (school, ends_at)`,

  // What holds in place of what beadle.yaml says. No row: what beadle.yaml says.
  `create table setting (
    school text not null references school,
    key text not null,
    value jsonb not null,
    change bigint not null,
    primary key (school, key))`,
  // Every change of it, for good; no value: back to beadle.yaml.
  `create table setting_change (
    school text not null references school,
    id bigint generated always as identity,
    key text not null,
    before jsonb,
    after jsonb,
    by text not null,
    at timestamptz not null,
    undid bigint,
    primary key (school, id))`,
  `create index setting_change_key on setting_change (school, key, id)`,

  `grant select, insert, update, delete on tab_sitting, setting to ${serviceRole}`,
  `grant select, insert on setting_change to ${serviceRole}`,
  `select isolate_schools()`
];

/** The tab: who sits at it, and what a school changed there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
