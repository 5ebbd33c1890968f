import { dateAt } from '../bot/when.ts';
import type { Person } from '../core/policies/person.ts';
import { matterKey } from '../core/policies/standings.ts';
import type { SchoolDesk } from './desk.ts';
import type { Visit } from './sign.ts';

/**
 * Makes somebody at the door a person of the school for one day, and asks them what such people sign. Each visit is a person of its own: a name that somebody
 * types is no proof of being the one who came last week. Whoever leaves without signing is recorded so by the next day.
 */
export async function welcomed(desk: SchoolDesk, { name, organisation, role, language }: Visit): Promise<Person> {
  const at = desk.now().toISOString();
  const today = dateAt(desk.school.timezone, at);
  const [id] = await desk.peopleStore.put([
    {
      // The school's own groups decide who signs what: what a visitor types is none of them.
      name: organisation === '' ? name : `${name} (${organisation})`,
      roles: [role],
      groups: [],
      children: [],
      joinedOn: today,
      leftOn: today,
      language
    }
  ]);
  const wanted = await desk.wanted(id);
  await desk.ledger.addAll(
    wanted
      .filter(({ standing }) => standing === 'due')
      .map(({ person, policy, major, audience, year }) => ({
        entry: { kind: 'asked', at, person, policy, major, audience, ...(year === undefined ? {} : { year }), due: today },
        key: ['asked', matterKey({ person, policy }), audience, major, ...(year === undefined ? [] : [year])].join(' ')
      }))
  );
  return (await desk.person(id!))!;
}
