import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const statements = [
  `create table incident (
    school text not null references school,
    id uuid not null,
    reference text not null,
    once text not null,
    category text not null,
    reported_at timestamptz not null,
    aware_at timestamptz,
    sealed bytea,
    primary key (school, id),
    unique (school, reference),
    unique (school, once))`,
  `create table incident_note (
    school text not null,
    incident uuid not null,
    index integer not null check (index >= 0),
    kind text not null,
    at timestamptz not null,
    by text not null,
    recipients text[] not null default '{}',
    sealed bytea,
    primary key (school, incident, index),
    foreign key (school, incident) references incident)`,
  `create index incident_note_recipients on incident_note using gin (recipients)`,
  `create table incident_look (
    school text not null,
    incident uuid not null,
    by text not null,
    at timestamptz not null,
    foreign key (school, incident) references incident)`,
  // That somebody was told to speak to the safeguarding lead. There is nothing else to know of it.
  `create table incident_referral (
    school text not null references school,
    reference text not null,
    at timestamptz not null,
    primary key (school, reference))`,

  // Not even the owner changes what was reported or noted, but for taking it away at the end of its retention.
  `create function refuse_incident_change() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if new.sealed is null
        and to_jsonb(new) - array['sealed', 'by', 'recipients'] = to_jsonb(old) - array['sealed', 'by', 'recipients']
        and coalesce(to_jsonb(new) ->> 'by', '') = '' and coalesce(to_jsonb(new) -> 'recipients', '[]') = '[]'
      then
        return new;
      end if;
    end if;
    raise exception 'what was reported is neither changed nor taken away' using errcode = 'insufficient_privilege';
  end $$`,
  ...['incident', 'incident_note'].flatMap(table => [
    `create trigger ${table}_stays before update or delete on ${table} for each row execute function refuse_incident_change()`,
    `create trigger ${table}_remains before truncate on ${table} for each statement execute function refuse_incident_change()`
  ]),

  // A year is the least; how much longer the school keeps it the service knows.
  `create function erase_incident(of_school text, of_incident uuid) returns void
    language plpgsql security definer set search_path from current as $$
  begin
    if not exists (select from incident_note n where n.school = of_school and n.incident = of_incident and n.kind = 'closed')
      or exists (select from incident_note n where n.school = of_school and n.incident = of_incident and n.at > now() - interval '1 year')
    then
      raise exception 'it was not closed a year ago' using errcode = 'insufficient_privilege';
    end if;
    update incident_note set sealed = null, by = '', recipients = '{}' where school = of_school and incident = of_incident;
    update incident set sealed = null where school = of_school and id = of_incident;
    delete from incident_look where school = of_school and incident = of_incident;
  end $$`,
  `revoke all on function erase_incident(text, uuid) from public`,

  `grant select, insert on incident, incident_note, incident_look, incident_referral to ${serviceRole}`,
  `grant execute on function erase_incident(text, uuid) to ${serviceRole}`
];

/** What people report, with what is noted of it and who looked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
