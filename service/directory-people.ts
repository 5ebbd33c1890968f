import { normalAddress } from '../core/mail/address.ts';
import type { Person } from '../core/policies/person.ts';
import type { KeptRow } from './directory-merge.ts';

/**
 * Whoever of those who sign is known without an Entra id and has the address of exactly one account: with that id, by which Teams says who speaks. An address
 * that two people or two accounts share ties nobody to anything, and whoever has an id keeps it. Roles are what the school's own list says.
 */
export function withEntraIds(people: readonly Person[], rows: readonly KeptRow[]): readonly Person[] {
  const accounts = new Map<string, Set<string>>();
  for (const { source, account, address, others, kind } of rows) {
    // A guest in a group is no account that a list of staff means, unless nobody else has the address.
    if (!source.startsWith('microsoft-') || account === undefined || kind === 'parent') continue;
    for (const each of [address, ...others]) {
      const key = normalAddress(each);
      accounts.set(key, (accounts.get(key) ?? new Set()).add(account.toLowerCase()));
    }
  }
  const taken = new Set(people.map(({ entraId }) => entraId));
  const bearers = new Map<string, number>();
  for (const { address } of people) if (address !== undefined) bearers.set(address, (bearers.get(address) ?? 0) + 1);
  return people.flatMap(person => {
    const { address, entraId } = person;
    if (address === undefined || entraId !== undefined || bearers.get(address) !== 1) return [];
    const found = accounts.get(address);
    const [id] = found?.size === 1 ? found : [];
    if (id === undefined || taken.has(id)) return [];
    taken.add(id);
    return [{ ...person, entraId: id }];
  });
}
