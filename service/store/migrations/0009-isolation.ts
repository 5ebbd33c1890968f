import { type Kysely, sql } from 'kysely';
import { serviceRole } from '../service-role.ts';

const here = `current_setting('beadle.school', true)`;

/** A function in its owner's rights that sees every school while it runs. */
function across(head: string, query: string): string {
  return `create function ${head} returns setof text language plpgsql security definer set search_path from current as $$
  begin
    perform set_config('beadle.whole', 'on', true);
    return query ${query};
    perform set_config('beadle.whole', '', true);
  end $$`;
}

const statements = [
  // Which occurrence of which job was done, so that one whose process was killed at the last moment is not done twice.
  `create table job_done (
    school text not null references school,
    job text not null,
    occurrence uuid not null,
    done_at timestamptz not null default now(),
    primary key (school, job, occurrence))`,
  `grant select, insert, delete on job_done to ${serviceRole}`,
  `create index sending_of_school on sending (school, state, not_before) where state in ('planned', 'sending')`,

  // Shows each school its own rows alone, on every table that has a school. The owner sees all where they say so: to copy, to put back, to change tables.
  // A later step that makes tables calls it once more.
  `create function isolate_schools() returns void language plpgsql set search_path from current as $$
  declare
    found record;
  begin
    for found in
      select c.relname as name, a.attname as its from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = (case c.relname when 'school' then 'id' else 'school' end) and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
        and not exists (select from pg_policy p where p.polrelid = c.oid)
    loop
      execute format('alter table %I enable row level security', found.name);
      execute format('alter table %I force row level security', found.name);
      execute format('create policy own_school on %I using (%I = ${here.replaceAll("'", "''")}) with check (%I = ${here.replaceAll("'", "''")})',
        found.name, found.its, found.its);
      execute format('create policy whole on %I to current_user using (current_setting(''beadle.whole'', true) = ''on'')
        with check (current_setting(''beadle.whole'', true) = ''on'')', found.name);
    end loop;
  end $$`,
  `revoke all on function isolate_schools() from public`,
  `select isolate_schools()`,

  // For functions in the owner's rights, which may be those of a superuser, from whom no row is hidden.
  `create function only_own_school(of_school text) returns void language plpgsql as $$
  begin
    if of_school is distinct from ${here} then
      raise exception 'that is another school' using errcode = 'insufficient_privilege';
    end if;
  end $$`,
  `create or replace function erase_entries(of_school text, erased_index bigint) returns integer
    language plpgsql security definer set search_path from current as $$
  declare
    named bigint[];
    gone integer;
  begin
    perform only_own_school(of_school);
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
  `create or replace function erase_incident(of_school text, of_incident uuid) returns void
    language plpgsql security definer set search_path from current as $$
  begin
    perform only_own_school(of_school);
    if not exists (select from incident_note n where n.school = of_school and n.incident = of_incident and n.kind = 'closed')
      or exists (select from incident_note n where n.school = of_school and n.incident = of_incident and n.at > now() - interval '1 year')
    then
      raise exception 'it was not closed a year ago' using errcode = 'insufficient_privilege';
    end if;
    update incident_note set sealed = null, by = '', recipients = '{}' where school = of_school and incident = of_incident;
    update incident set sealed = null where school = of_school and id = of_incident;
    delete from incident_look where school = of_school and incident = of_incident;
  end $$`,

  // What must look across schools gives their ids, and nothing else of them.
  across(
    'schools_to_send(moment timestamptz)',
    `select s.id from school s where (s.paused_at is null
        and exists (select from sending w where w.school = s.id and w.state = 'planned' and w.not_before <= moment))
      or exists (select from sending w where w.school = s.id and w.state = 'sending' and w.lease_until < clock_timestamp())`
  ),
  across(
    'schools_of_account(among text[], account text)',
    'select distinct p.school from person p where p.school = any (among) and lower(p.entra_id) = lower(account)'
  ),
  `revoke all on function schools_to_send(timestamptz), schools_of_account(text[], text) from public`,
  `grant execute on function schools_to_send(timestamptz), schools_of_account(text[], text) to ${serviceRole}`
];

/** Row-level security: a connection sees the rows of the school that was set on it, and without one none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
