import { domainOf, isOneOf } from './address.ts';
import { audiencesIn } from './filter.ts';
import type { Known, MailPolicy } from './policy.ts';

/** Whether the school's directory has a line of one of these audiences. A directory that has none says nothing about who is outside. */
export function directoryHas(audiences: readonly Known['audience'][], { directory, knows }: MailPolicy): boolean {
  const isOne = (audience: Known['audience']): boolean => audiences.indexOf(audience) >= 0;
  if (knows) return knows.some(isOne);
  for (const address in directory) {
    if (Object.prototype.hasOwnProperty.call(directory, address) && directory[address]!.some(line => isOne(line.audience))) return true;
  }
  return false;
}

/** A person of the school whom a name led to. */
export interface Namesake {
  readonly audience: Known['audience'];
  /** Empty where only the name travelled to a device. */
  readonly address: string;
  /** Whether the address is in the school's own domains. */
  readonly ours: boolean;
}

/**
 * Who in the directory bears these names, by `nameKey`. One look through the directory however many names there are: ask only where a message
 * gives a reason to.
 */
export function namesakes(keys: ReadonlySet<string>, policy: MailPolicy): ReadonlyMap<string, readonly Namesake[]> {
  const { directory, domains } = policy;
  const found = new Map<string, Namesake[]>();
  if (keys.size === 0) return found;
  keys.forEach(key => {
    const bearers = audiencesNamed(key, policy);
    if (bearers.length > 0)
      found.set(
        key,
        bearers.map(audience => ({ audience, address: '', ours: false }))
      );
  });
  for (const address in directory) {
    if (!Object.prototype.hasOwnProperty.call(directory, address)) continue;
    for (const { audience, name } of directory[address]!) {
      const key = name === undefined ? '' : nameKey(name);
      if (key === '' || !keys.has(key)) continue;
      const domain = domainOf(address);
      const namesake: Namesake = { audience, address, ours: isOneOf(domain, domains.staff) || isOneOf(domain, domains.pupils) };
      const others = found.get(key);
      if (others) others.push(namesake);
      else found.set(key, [namesake]);
    }
  }
  return found;
}

/** The audiences in which somebody perhaps bears this name, as `nameKey` writes it: where the names travelled to a device without their addresses. */
export function audiencesNamed(name: string, { filter }: MailPolicy): readonly Known['audience'][] {
  return filter && filter.names ? audiencesIn({ key: filter.key, shelves: filter.names }, name).map(({ audience }) => audience) : [];
}

/** The letters of a name of two words or more, lower case, without accents: the form in which names are compared. Otherwise an empty string. */
export function nameKey(name: string): string {
  const words = nameWords(name);
  return words.length < 2 ? '' : words.join('');
}

/** The words of a name in their order, lower case, letters only; `Surname, Given` is turned round, titles and what stands in brackets are left out. */
export function nameWords(name: string): readonly string[] {
  if (name.length > 200 || name.indexOf('@') >= 0) return [];
  const bare = name.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  const comma = bare.indexOf(',');
  const turned = comma > 0 ? `${bare.slice(comma + 1)} ${bare.slice(0, comma)}` : bare;
  return plain(turned)
    .split(/[\s.]+/)
    .map(word => word.replace(/[^a-z]+/g, ''))
    .filter(word => word !== '' && titles.indexOf(word) < 0);
}

const titles: readonly string[] = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir', 'rev', 'revd', 'fr'];

/** Lower case and without accents. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  return /[^\0-\x7f]/.test(lower) ? lower.normalize('NFD').replace(/[\u0300-\u036f]+/g, '') : lower;
}
