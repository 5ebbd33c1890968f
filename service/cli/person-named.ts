import { normalAddress } from '../../core/mail/address.ts';
import type { Desk } from '../../core/policies/desk.ts';
import type { Person } from '../../core/policies/person.ts';
import { failure } from '../failure.ts';

/** The one person of this name, address or id. Throws a `Failure` where nobody is, or several are. */
export async function personNamed(desk: Pick<Desk, 'people'>, named: string): Promise<Person> {
  const [address, name] = [normalAddress(named), named.trim().toLowerCase()];
  const found = (await desk.people()).filter(each => each.id === named || each.address === address || each.name.toLowerCase() === name);
  if (found.length === 1) return found[0]!;
  throw failure(
    'wrong-use',
    found.length === 0
      ? `Nobody is known as «${named}». «beadle people» lists who is known.`
      : `${found.length} people are known as «${named}». Give the address or the id of the one.`
  );
}
