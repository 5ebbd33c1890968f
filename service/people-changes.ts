import type { Person } from '../core/policies/person.ts';
import type { Named } from './people-file.ts';
import type { Listed } from './store/people.ts';

/** What a school's list says that the store does not say yet. */
export interface PeopleChanges {
  /** To be written, in the list's order, then those who left. */
  readonly put: readonly Listed[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Known from a list before, and on this one no more. */
  readonly left: readonly string[];
  readonly same: number;
}

/** What the store knows: everybody, and who of them is known by which key of the school's list. */
export interface Known {
  readonly people: readonly Person[];
  readonly keys: ReadonlyMap<string, string>;
}

/**
 * Compares a list with the store. Somebody is known again by their key, else by their Entra id, else by an address that nobody else has. Who was on a list
 * and is on it no more left `today`. Names in what it gives are those of the people, in the list's order; `newId` makes an id for who is new.
 */
export function changesOfPeople(list: readonly Named[], { people, keys }: Known, today: string, newId: () => string): PeopleChanges {
  const ids = idsOf(list, { people, keys }, newId);
  const byId = new Map(people.map(person => [person.id, person]));
  const put: Listed[] = [];
  const [added, changed, left]: [string[], string[], string[]] = [[], [], []];
  for (const { line: _, key, children, manager, ...said } of list) {
    const id = ids.get(key)!;
    const before = byId.get(id);
    const managedBy = manager === undefined ? undefined : ids.get(manager);
    const person: Person = {
      ...said,
      id,
      children: children.flatMap(child => ids.get(child) ?? []),
      ...(managedBy === undefined ? {} : { manager: managedBy }),
      ...(said.entraId === undefined && before?.entraId !== undefined ? { entraId: before.entraId } : {})
    };
    if (before && keys.get(key) === id && same(before, person)) continue;
    put.push({ ...person, key });
    (before ? changed : added).push(person.name);
  }
  const listed = new Set(ids.values());
  for (const [key, id] of keys) {
    const person = byId.get(id);
    if (!person || listed.has(id) || (person.leftOn !== undefined && person.leftOn <= today)) continue;
    put.push({ ...person, key, leftOn: today });
    left.push(person.name);
  }
  return { put, added, changed, left, same: list.length - added.length - changed.length };
}

/** Whether a list lacks so many of the people who are there that it is probably not whole: more than five, and more than a fifth. */
export function lacksMany({ left }: Pick<PeopleChanges, 'left'>, present: number): boolean {
  return left.length > 5 && left.length * 5 > present;
}

/** How many of these people are there. */
export function presentOn(people: readonly Person[], today: string): number {
  return people.filter(({ leftOn }) => leftOn === undefined || leftOn > today).length;
}

function idsOf(list: readonly Named[], { people, keys }: Known, newId: () => string): ReadonlyMap<string, string> {
  const byEntraId = new Map(people.flatMap(({ entraId, id }) => (entraId === undefined ? [] : [[entraId, id] as const])));
  const byAddress = new Map<string, string | undefined>();
  for (const { address, id } of people) {
    if (address !== undefined) byAddress.set(address, byAddress.has(address) ? undefined : id);
  }
  const shared = new Map<string, number>();
  for (const { address } of list) if (address !== undefined) shared.set(address, (shared.get(address) ?? 0) + 1);
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const take = (key: string, id: string | undefined): boolean => {
    if (id === undefined || taken.has(id) || ids.has(key)) return false;
    taken.add(id);
    ids.set(key, id);
    return true;
  };
  for (const { key } of list) take(key, keys.get(key));
  for (const { key, entraId, address } of list) {
    if (ids.has(key)) continue;
    if (entraId !== undefined && take(key, byEntraId.get(entraId))) continue;
    if (address !== undefined && shared.get(address) === 1 && take(key, byAddress.get(address))) continue;
    take(key, newId());
  }
  return ids;
}

function same(a: Person, b: Person): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder({
  id,
  name,
  address,
  entraId,
  roles,
  groups,
  class: group,
  children,
  manager,
  joinedOn,
  leftOn,
  language
}: Person): unknown {
  return [
    id,
    name,
    address,
    entraId,
    [...roles].sort(),
    [...groups].sort(),
    group,
    [...children].sort(),
    manager,
    joinedOn,
    leftOn,
    language
  ];
}
