import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const statements = [
  `create table approval (
    school text not null references school,
    id uuid not null,
    reference text not null,
    once text not null,
    kind text not null,
    asked_at timestamptz not null,
    asked_by text not null,
    answer_by timestamptz not null,
    ends_at timestamptz,
    lasts integer not null check (lasts > 0),
    deciders integer not null check (deciders > 0),
    key text,
    people jsonb,
    sealed bytea,
    primary key (school, id),
    unique (school, reference),
    unique (school, once))`,
  `create index approval_asked_by on approval (school, asked_by)`,
  `create table approval_step (
    school text not null,
    approval uuid not null,
    index integer not null check (index >= 0),
    kind text not null,
    at timestamptz not null,
    by text not null,
    recipients text[] not null default '{}',
    sealed bytea,
    primary key (school, approval, index),
    foreign key (school, approval) references approval)`,
  `create index approval_step_recipients on approval_step using gin (recipients)`,

  // Not even the owner changes what was asked and decided, but for taking away at the end of its retention who it was and what they wrote.
  `create function refuse_approval_change() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if new.sealed is null
        and to_jsonb(new) - array['sealed', 'by', 'asked_by', 'recipients', 'key'] = to_jsonb(old) - array['sealed', 'by', 'asked_by', 'recipients', 'key']
        and coalesce(to_jsonb(new) ->> 'by', '') = '' and coalesce(to_jsonb(new) ->> 'asked_by', '') = ''
        and coalesce(to_jsonb(new) ->> 'key', '') = '' and coalesce(to_jsonb(new) -> 'recipients', '[]') = '[]'
      then
        return new;
      end if;
    end if;
    raise exception 'what was asked and decided is neither changed nor taken away' using errcode = 'insufficient_privilege';
  end $$`,
  ...['approval', 'approval_step'].flatMap(table => [
    `create trigger ${table}_stays before update or delete on ${table} for each row execute function refuse_approval_change()`,
    `create trigger ${table}_remains before truncate on ${table} for each statement execute function refuse_approval_change()`
  ]),

  // A year is the least; how much longer the school keeps it the service knows. Each school erases its own alone.
  `create function erase_approval(of_school text, of_approval uuid) returns void
    language plpgsql security definer set search_path from current as $$
  begin
    perform only_own_school(of_school);
    if exists (select from approval a where a.school = of_school and a.id = of_approval and a.asked_at > now() - interval '1 year')
      or exists (select from approval_step s where s.school = of_school and s.approval = of_approval and s.at > now() - interval '1 year')
    then
      raise exception 'it was not over a year ago' using errcode = 'insufficient_privilege';
    end if;
    update approval_step set sealed = null, by = '', recipients = '{}' where school = of_school and approval = of_approval;
    update approval set sealed = null, asked_by = '', key = null where school = of_school and id = of_approval;
  end $$`,
  `revoke all on function erase_approval(text, uuid) from public`,

  `grant select, insert on approval, approval_step to ${serviceRole}`,
  `grant execute on function erase_approval(text, uuid) to ${serviceRole}`
];

/** What people asked leave for, with what became of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
