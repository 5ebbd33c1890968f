import { randomUUID } from 'node:crypto';
import { exampleSigners } from './example-people.ts';
import { fileNames } from './example.ts';
import { changesOfPeople } from './people-changes.ts';
import { readPeople } from './people-file.ts';
import { policyNamed } from './policy-file.ts';
import { actorIn, draftOf } from './publishing.ts';
import type { Signatures } from './signatures.ts';
import { inTurn } from './store/in-turn.ts';

type Parts = Pick<Signatures, 'school' | 'id' | 'database' | 'desk' | 'days' | 'now'>;

/** Gives the invented school its people and its policy, the first time; of several processes that start at once one does. Whether it did. */
export function exampleBegun(parts: Parts): Promise<boolean> {
  return inTurn(parts.database.db, `beadle example ${parts.id}`, () => begun(parts));
}

async function begun({ school, desk, days, now }: Parts): Promise<boolean> {
  const { versions, people: known } = await desk.remembered();
  if (versions.length > 0) return false;
  const today = days.dayOf(now().toISOString());
  const { name, languages, policy: adopted = 'st-norberts' } = school.config.school;
  const list = readPeople(Buffer.from(exampleSigners), fileNames.asked, languages[0]!);
  const { put } = changesOfPeople(list, { people: known, keys: await desk.peopleStore.keys() }, today, randomUUID);
  await desk.peopleStore.put(put);
  const policy = await policyNamed(adopted, '');
  const audiences = desk.audiences.map(({ id }) => id);
  const { version, pdfs } = await draftOf(policy, { school: name, last: undefined, minor: false, audiences, now: now(), days });
  await desk.versionStore.publish(version, pdfs, actorIn(await desk.people(), today)!);
  return true;
}
