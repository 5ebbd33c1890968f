import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Person } from '../../core/policies/person.ts';
import type { Tables } from './tables.ts';

/** A person as a list of the school names them: by the list's own key, and without our id where they are new. */
export interface Listed extends Omit<Person, 'id'> {
  readonly id?: string;
  /** By what the school's list knows them; two of a list never share it. */
  readonly key?: string;
}

/** The people of one school in the database. */
export interface People {
  readonly all: () => Promise<readonly Person[]>;
  /** Adds people, and brings those up to date who are known by id, key or Entra id. All or none. Gives their ids, in the order of the list. */
  readonly put: (people: readonly Listed[]) => Promise<readonly string[]>;
  /** By which key of the school's list each is known. */
  readonly keys: () => Promise<ReadonlyMap<string, string>>;
}

/** The people of a school whose row is there. */
export function peopleOf(db: Kysely<Tables>, school: string): People {
  return {
    all: async () => {
      const rows = await db.selectFrom('person').selectAll().where('school', '=', school).orderBy('name').orderBy('id').execute();
      return rows.map(personIn);
    },
    keys: async () => {
      const rows = await db.selectFrom('person').select(['id', 'key']).where('school', '=', school).where('key', 'is not', null).execute();
      return new Map(rows.map(({ key, id }) => [key!, id]));
    },
    put: people =>
      db.transaction().execute(async trx => {
        // Two lists at once would both find nobody and add everybody twice.
        await sql`select pg_advisory_xact_lock(hashtext(${`beadle people ${school}`}))`.execute(trx);
        const known = await trx.selectFrom('person').select(['id', 'key', 'entra_id']).where('school', '=', school).execute();
        const byKey = new Map(known.map(({ key, id }) => [key, id]));
        const byEntraId = new Map(known.map(({ entra_id, id }) => [entra_id, id]));
        const ids = people.map(
          ({ id, key, entraId }) =>
            id ??
            (key === undefined ? undefined : byKey.get(key)) ??
            (entraId === undefined ? undefined : byEntraId.get(entraId)) ??
            randomUUID()
        );
        for (let from = 0; from < people.length; from += 1000) {
          const rows = people.slice(from, from + 1000).map((person, i) => rowOf(person, ids[from + i]!, school));
          await sql`insert into person (school, id, key, name, address, entra_id, roles, groups, class, children, manager, joined_on, left_on, language)
            select school, id, key, name, address, entra_id, roles, groups, class, children, manager, joined_on, left_on, language
            from jsonb_populate_recordset(null::person, ${JSON.stringify(rows)}::jsonb)
            on conflict (school, id) do update set key = coalesce(excluded.key, person.key), name = excluded.name, address = excluded.address,
              entra_id = coalesce(excluded.entra_id, person.entra_id), roles = excluded.roles, groups = excluded.groups, class = excluded.class,
              children = excluded.children, manager = excluded.manager, joined_on = excluded.joined_on, left_on = excluded.left_on,
              language = excluded.language, updated_at = now()`.execute(trx);
        }
        return ids;
      })
  };
}

function rowOf(person: Listed, id: string, school: string) {
  const { key, name, address, entraId, roles, groups, children, manager, joinedOn, leftOn, language } = person;
  return {
    school,
    id,
    key: key ?? null,
    name,
    address: address ?? null,
    entra_id: entraId ?? null,
    roles,
    groups,
    class: person.class ?? null,
    children,
    manager: manager ?? null,
    joined_on: joinedOn ?? null,
    left_on: leftOn ?? null,
    language
  };
}

function personIn(row: {
  id: string;
  name: string;
  address: string | null;
  entra_id: string | null;
  roles: Person['roles'];
  groups: readonly string[];
  class: string | null;
  children: readonly string[];
  manager: string | null;
  joined_on: string | null;
  left_on: string | null;
  language: Person['language'];
}): Person {
  return {
    id: row.id,
    name: row.name,
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.entra_id === null ? {} : { entraId: row.entra_id }),
    roles: row.roles,
    groups: row.groups,
    ...(row.class === null ? {} : { class: row.class }),
    children: row.children,
    ...(row.manager === null ? {} : { manager: row.manager }),
    ...(row.joined_on === null ? {} : { joinedOn: row.joined_on }),
    ...(row.left_on === null ? {} : { leftOn: row.left_on }),
    language: row.language
  };
}
