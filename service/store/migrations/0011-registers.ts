import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const statements = [
  `create table register_entry (
    school text not null references school,
    id uuid not null,
    once text not null,
    kind text not null,
    entered_at timestamptz not null,
    entered_by text not null,
    sealed bytea,
    primary key (school, id),
    unique (school, once))`,
  `create table register_note (
    school text not null,
    entry uuid not null,
    index integer not null check (index >= 0),
    kind text not null,
    at timestamptz not null,
    by text not null,
    sealed bytea,
    primary key (school, entry, index),
    foreign key (school, entry) references register_entry)`,

  // Not even the owner changes what was entered, but for taking away at the end of its retention what it says and who entered it.
  `create function refuse_register_change() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if new.sealed is null and to_jsonb(new) - array['sealed', 'by', 'entered_by', 'once'] = to_jsonb(old) - array['sealed', 'by', 'entered_by', 'once']
        and coalesce(to_jsonb(new) ->> 'by', '') = '' and coalesce(to_jsonb(new) ->> 'entered_by', '') = ''
        and coalesce(to_jsonb(new) ->> 'once', '') in ('', to_jsonb(new) ->> 'id')
      then
        return new;
      end if;
    end if;
    raise exception 'what was entered is neither changed nor taken away' using errcode = 'insufficient_privilege';
  end $$`,
  ...['register_entry', 'register_note'].flatMap(table => [
    `create trigger ${table}_stays before update or delete on ${table} for each row execute function refuse_register_change()`,
    `create trigger ${table}_remains before truncate on ${table} for each statement execute function refuse_register_change()`
  ]),

  // A year is the least; how much longer the school keeps it the service knows. Each school erases its own alone.
  `create function erase_register_entry(of_school text, of_entry uuid) returns void
    language plpgsql security definer set search_path from current as $$
  begin
    perform only_own_school(of_school);
    if exists (select from register_entry e where e.school = of_school and e.id = of_entry and e.entered_at > now() - interval '1 year')
      or exists (select from register_note n where n.school = of_school and n.entry = of_entry and n.at > now() - interval '1 year')
    then
      raise exception 'it was not over a year ago' using errcode = 'insufficient_privilege';
    end if;
    update register_note set sealed = null, by = '' where school = of_school and entry = of_entry;
    update register_entry set sealed = null, entered_by = '', once = id::text where school = of_school and id = of_entry;
  end $$`,
  `revoke all on function erase_register_entry(text, uuid) from public`,

  `grant select, insert on register_entry, register_note to ${serviceRole}`,
  `grant execute on function erase_register_entry(text, uuid) to ${serviceRole}`,
  `select isolate_schools()`
];

/** Registers: what a school enters of training, reviews, monitoring and consent, with what was appended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
