import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListRead } from '../../core/policies/desk.ts';
import { isFailure } from '../failure.ts';
import { changesOfPeople, lacksMany, presentOn } from '../people-changes.ts';
import { readPeople } from '../people-file.ts';
import type { Signatures } from '../signatures.ts';
import { inTurn } from '../store/in-turn.ts';

type Parts = Pick<Signatures, 'school' | 'id' | 'settings' | 'folder' | 'database' | 'desk' | 'days' | 'now'>;
type Counts = Pick<ListRead, 'added' | 'changed' | 'left'>;

/**
 * Reads the school's list of people again where it changed since it was last read: who is new is asked, whoever is there no more has left. A list that lacks
 * more than a fifth is not taken over. The first list is taken over by hand: until then nobody is known, and nothing is read. Resolves to what
 * became of it in one sentence, or nothing.
 */
export async function listToday(parts: Parts): Promise<string | undefined> {
  const { settings, folder, database, id, desk } = parts;
  const { people: file } = settings;
  if (file === undefined) return undefined;
  const bytes = await readFile(join(folder, file)).catch(() => undefined);
  return inTurn(database.db, nameOf(id), async () => {
    const [keys, last] = await Promise.all([desk.peopleStore.keys(), desk.listStore.last()]);
    if (keys.size === 0 || last === hashOf(bytes)) return undefined;
    const outcome = bytes ? await taken(parts, bytes, file) : 'file-missing';
    const at = desk.now().toISOString();
    if (typeof outcome === 'string') {
      await desk.listStore.add({ at, sha256: hashOf(bytes), outcome: 'unreadable', added: 0, changed: 0, left: 0 });
      return `The list of people could not be read (${outcome}), so nothing was changed. «beadle people» says why.`;
    }
    const { added, changed, left, refused, present } = outcome;
    await desk.listStore.add({ at, sha256: hashOf(bytes), outcome: refused ? 'refused' : 'taken', added, changed, left });
    return refused
      ? `THE LIST OF PEOPLE WAS NOT TAKEN OVER: ${left} of ${present} would leave. If they did, «beadle people import --leavers» takes it over.`
      : `The list of people was taken over: ${added} new, ${changed} changed, ${left} left.`;
  });
}

/** What a list says, taken over unless it lacks too many; or the code of what is wrong with it. */
async function taken(
  { school, desk, days, now }: Parts,
  bytes: Uint8Array,
  file: string
): Promise<(Counts & { readonly refused: boolean; readonly present: number }) | string> {
  try {
    const people = readPeople(bytes, file, school.config.school.languages[0]!);
    const today = days.dayOf(now().toISOString());
    const [known, keys] = await Promise.all([desk.peopleStore.all(), desk.peopleStore.keys()]);
    const changes = changesOfPeople(people, { people: known, keys }, today, randomUUID);
    const present = presentOn(known, today);
    const refused = lacksMany(changes, present);
    if (!refused) await desk.peopleStore.put(changes.put);
    const { added, changed, left } = changes;
    return { added: added.length, changed: changed.length, left: left.length, refused, present };
  } catch (error) {
    if (isFailure(error)) return error.code;
    throw error;
  }
}

/** Takes a list over by hand. Whatever stands in the school's own file just now counts as read: somebody has decided. */
export async function listByHand(parts: Parts, put: () => Promise<unknown>, counts: Counts): Promise<void> {
  const { settings, folder, database, id, desk } = parts;
  await inTurn(database.db, nameOf(id), async () => {
    await put();
    const bytes = settings.people === undefined ? undefined : await readFile(join(folder, settings.people)).catch(() => undefined);
    await desk.listStore.add({ at: desk.now().toISOString(), sha256: hashOf(bytes), outcome: 'taken', ...counts });
  });
}

function nameOf(school: string): string {
  return `beadle list ${school}`;
}

function hashOf(bytes: Uint8Array | undefined): string {
  return bytes ? createHash('sha256').update(bytes).digest('hex') : '';
}
