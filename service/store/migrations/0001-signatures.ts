import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const statements = [
  `create table school (
    id text primary key,
    name text not null,
    people_revision bigint not null default 0,
    version_revision bigint not null default 0,
    paused_at timestamptz,
    paused_by text,
    created_at timestamptz not null default now())`,

  `create table person (
    school text not null references school,
    id text not null default gen_random_uuid()::text,
    key text,
    name text not null,
    address text,
    entra_id text,
    roles text[] not null default '{}',
    groups text[] not null default '{}',
    class text,
    children text[] not null default '{}',
    manager text,
    joined_on date,
    left_on date,
    language text not null default 'en',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (school, id),
    unique (school, key),
    unique (school, entra_id))`,
  `create index person_address on person (school, address)`,

  `create table version (
    school text not null references school,
    policy text not null,
    major integer not null check (major >= 1),
    minor integer not null check (minor >= 0),
    title jsonb not null,
    languages text[] not null,
    clauses jsonb not null,
    texts jsonb not null,
    audiences text[] not null,
    published_at timestamptz not null,
    published_by text not null,
    primary key (school, policy, major, minor))`,
  `create table version_pdf (
    school text not null,
    policy text not null,
    major integer not null,
    minor integer not null,
    language text not null,
    pdf bytea not null,
    primary key (school, policy, major, minor, language),
    foreign key (school, policy, major, minor) references version)`,

  `create function count_revision() returns trigger language plpgsql as $$
  begin
    if tg_table_name = 'person' then
      update school set people_revision = people_revision + 1 where id in (select distinct c.school from changed c);
    else
      update school set version_revision = version_revision + 1 where id in (select distinct c.school from changed c);
    end if;
    return null;
  end $$`,
  `create trigger person_added after insert on person referencing new table as changed for each statement execute function count_revision()`,
  `create trigger person_changed after update on person referencing new table as changed for each statement execute function count_revision()`,
  `create trigger person_gone after delete on person referencing old table as changed for each statement execute function count_revision()`,
  `create trigger version_added after insert on version referencing new table as changed for each statement execute function count_revision()`,

  `create table ledger_head (
    school text primary key references school,
    size bigint not null default 0,
    leaf text not null,
    peaks text[] not null default '{}')`,
  `create table ledger_entry (
    school text not null references school,
    index bigint not null check (index >= 0),
    kind text not null,
    at timestamptz not null,
    key text,
    prev text not null,
    leaf text not null,
    public text not null,
    personal text,
    salt text,
    person text,
    child text,
    policy text,
    primary key (school, index),
    unique (school, key))`,
  `create index ledger_entry_person on ledger_entry (school, person, index)`,
  `create index ledger_entry_at on ledger_entry (school, at)`,

  // Not even the owner changes an entry, but for taking away what is personal: its fields, their salt, and by whom it is found.
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if num_nonnulls(new.personal, new.salt, new.key, new.person, new.child) = 0
        and (new.school, new.index, new.kind, new.at, new.prev, new.leaf, new.public)
          = (old.school, old.index, old.kind, old.at, old.prev, old.leaf, old.public)
        and new.policy is not distinct from old.policy
      then
        return new;
      end if;
    end if;
    raise exception 'entries of the ledger are neither changed nor taken away' using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger ledger_entry_stays before update or delete on ledger_entry for each row execute function refuse_change()`,
  `create trigger ledger_entry_remains before truncate on ledger_entry for each statement execute function refuse_change()`,

  `create function erase_entries(of_school text, erased_index bigint) returns integer
    language plpgsql security definer set search_path from current as $$
  declare
    named bigint[];
    gone integer;
  begin
    select array(select jsonb_array_elements_text(e.public::jsonb #> '{entry,of}')::bigint) into named
      from ledger_entry e where e.school = of_school and e.index = erased_index and e.kind = 'erased';
    if named is null then
      raise exception 'no erased entry stands there' using errcode = 'insufficient_privilege';
    end if;
    update ledger_entry e set personal = null, salt = null, key = null, person = null, child = null
      where e.school = of_school and e.index = any (named) and (e.personal is not null or e.salt is not null);
    get diagnostics gone = row_count;
    return gone;
  end $$`,
  `revoke all on function erase_entries(text, bigint) from public`,

  `create table checkpoint (
    school text not null references school,
    size bigint not null,
    root text not null,
    at timestamptz not null,
    text text not null,
    sent_at timestamptz,
    stamp bytea,
    primary key (school, size))`,

  `create table sending (
    school text not null references school,
    id uuid primary key default gen_random_uuid(),
    person text not null,
    purpose text not null,
    step text not null,
    channel text not null,
    payload jsonb not null,
    state text not null default 'planned' check (state in ('planned', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
    attempts integer not null default 0,
    not_before timestamptz not null default now(),
    lease_until timestamptz,
    conversation text,
    activity text,
    reason text,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    unique (school, step))`,
  `create index sending_waiting on sending (state, not_before) where state in ('planned', 'sending')`,
  `create index sending_person on sending (school, person, created_at)`,

  `create table conversation (
    school text not null references school,
    id text not null,
    tenant_id text not null,
    entra_id text not null,
    teams_user_id text,
    service_url text not null,
    bot_id text not null,
    greeted_at timestamptz,
    ended_at timestamptz,
    updated_at timestamptz not null default now(),
    primary key (school, id))`,
  `create index conversation_entra_id on conversation (school, entra_id, updated_at)`,

  `create table link (
    school text not null default '',
    sha256 text primary key,
    kind text not null,
    person text,
    made_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz)`,
  `create table code (
    school text not null default '',
    id text primary key,
    person text not null,
    bearer text not null,
    hash text not null,
    made_at timestamptz not null default now(),
    expires_at timestamptz not null,
    attempts integer not null default 0,
    used_at timestamptz)`,
  `create index code_bearer on code (bearer)`,
  `create index code_person on code (person, made_at)`,
  `create table sitting (
    school text not null default '',
    sha256 text primary key,
    person text,
    level text not null,
    channel text not null,
    assurance text,
    made_at timestamptz not null default now(),
    expires_at timestamptz not null)`,

  `create table bucket (
    school text not null,
    name text not null,
    tokens double precision not null,
    at timestamptz not null,
    paused_until timestamptz,
    primary key (school, name))`,

  `create table hold (
    school text not null references school,
    id uuid primary key default gen_random_uuid(),
    person text,
    because text not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    lifted_at timestamptz)`,

  // The jobs keep house in a schema of their own.
  `create schema if not exists pgboss authorization ${serviceRole}`,

  // What the service may do. Of the ledger and of what was published it may add, and never change.
  `grant select, insert, update, delete on school, person, sending, conversation, link, code, sitting, bucket, hold to ${serviceRole}`,
  `grant select, insert on version, version_pdf, ledger_entry to ${serviceRole}`,
  `grant select, insert, update on ledger_head, checkpoint to ${serviceRole}`,
  `grant execute on function erase_entries(text, bigint) to ${serviceRole}`
];

/** What signatures need: people, versions, the ledger, the outbox, links. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
