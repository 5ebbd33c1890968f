import * as z from 'zod';
import { type DirectoryReader, type DirectoryRow, rowOf } from '../../directory.ts';
import type { Read } from '../../part.ts';
import { missing, readAll } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const contact = z.object({
  displayName: z.string().nullish(),
  emailAddress: z.string().nullish(),
  relationship: z.string().nullish(),
  accessConsent: z.boolean().nullish()
});
const contacts = z.array(contact).nullish();
const person = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  primaryRole: z.string().nullish(),
  relatedContacts: contacts
});
type Pupil = z.output<typeof person>;
const one = z.object({ relatedContacts: contacts });
const by: Read = { vendor: 'microsoft', rights: [rights.eduRosterReadAll] };
/** How many single pupils are asked for at once: ten batches of twenty. */
const together = 200;

/**
 * What School Data Sync knows: who is a teacher and who a pupil, and the parents and guardians of pupils who did not refuse access. Whether Microsoft gives the
 * contacts in a list is nowhere written: where it does not, each pupil is asked for.
 */
export const roster: DirectoryReader = {
  ...by,
  source: 'microsoft-roster',
  wanted: () => true,
  read: async way => {
    const $select = 'id,displayName,mail,userPrincipalName,accountEnabled,primaryRole,relatedContacts';
    const people = await readAll(way, by, graph('roster', '/education/users', { $select, $top: '999' }), person, each => [each]);
    if ('unread' in people) return people;
    const here = people.value.filter(({ accountEnabled }) => accountEnabled !== false);
    const pupils = here.filter(({ primaryRole }) => primaryRole === 'student');
    const known = new Map<string, z.output<typeof contacts>>();
    const silent = pupils.filter(pupil => pupil.relatedContacts === undefined);
    for (let at = 0; at < silent.length; at += together) {
      const asked = silent.slice(at, at + together);
      const answers = await way.askAll(
        asked.map(({ id }) => graph('roster', `/education/users/${encodeURIComponent(id)}`, { $select: 'id,relatedContacts' }))
      );
      for (const [i, answer] of answers.entries()) {
        // Gone between the two questions.
        if ('unread' in answer && answer.unread === 'unsupported') continue;
        if ('unread' in answer) return missing(answer, by);
        const read = one.safeParse(answer.body);
        if (!read.success) return { unread: 'unreachable' };
        known.set(asked[i]!.id, read.data.relatedContacts);
      }
    }
    const parents = parentsOf(pupils, pupil => pupil.relatedContacts ?? known.get(pupil.id) ?? []);
    return { rows: [...here.flatMap(accountRow), ...parents.rows], doubts: parents.doubts };
  }
};

function accountRow({ id, displayName, mail, userPrincipalName, primaryRole }: Pupil): readonly DirectoryRow[] {
  const kind = primaryRole === 'student' ? 'pupil' : primaryRole === 'teacher' ? 'staff' : undefined;
  const name = displayName?.trim();
  return kind ? rowOf({ id, kind, ground: 'role', account: id, children: [], ...(name ? { name } : {}) }, [mail, userPrincipalName]) : [];
}

/** Parents and guardians, each once whatever number of children they have; `accessConsent: false` is a no. */
function parentsOf(
  pupils: readonly Pupil[],
  contactsOf: (pupil: Pupil) => readonly z.output<typeof contact>[]
): { readonly rows: readonly DirectoryRow[]; readonly doubts: number } {
  const found = new Map<string, { readonly row: DirectoryRow; readonly children: Set<string> }>();
  let doubts = 0;
  for (const pupil of pupils) {
    for (const { displayName, emailAddress, relationship, accessConsent } of contactsOf(pupil)) {
      if (accessConsent === false || (relationship !== 'parent' && relationship !== 'guardian')) continue;
      const name = displayName?.trim();
      const id = `${(emailAddress ?? '').trim().toLowerCase()} ${(name ?? '').toLowerCase()}`;
      const [row] = rowOf({ id, kind: 'parent', ground: 'relation', children: [], ...(name ? { name } : {}) }, [emailAddress]);
      if (!row) {
        doubts += 1;
        continue;
      }
      const before = found.get(id) ?? { row, children: new Set<string>() };
      before.children.add(pupil.id);
      found.set(id, before);
    }
  }
  return { rows: [...found.values()].map(({ row, children }) => ({ ...row, children: [...children].sort() })), doubts };
}
