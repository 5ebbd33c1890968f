import * as z from 'zod';
import { type DirectoryReader, type DirectoryRow, isMail, type Kind, kindByDomain, rowOf, type Sorting } from '../../directory.ts';
import type { Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { google } from '../manner.ts';
import { directoryScopes } from '../scopes.ts';

const user = z.object({
  id: z.string(),
  primaryEmail: z.string(),
  name: z.object({ fullName: z.string().optional() }).optional(),
  suspended: z.boolean().optional(),
  archived: z.boolean().optional(),
  orgUnitPath: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  // Google documents no shape for these two.
  emails: z.unknown().optional(),
  relations: z.unknown().optional()
});
type User = z.output<typeof user>;
const emails = z.array(z.looseObject({ address: z.string().optional(), type: z.string().optional() }));
const relations = z.array(z.looseObject({ value: z.string().optional(), type: z.string().optional(), customType: z.string().optional() }));
const by: Read = { vendor: 'google', rights: [directoryScopes.users] };

/** The accounts of the tenant, by the organisational unit in which they are, else by their domain; and the parents that the school wrote into pupils' accounts. */
export function accounts(customer: string): DirectoryReader {
  return {
    ...by,
    source: 'google-accounts',
    wanted: () => true,
    read: async (way, sorting) => {
      const fields = 'nextPageToken,users(id,primaryEmail,name/fullName,suspended,archived,orgUnitPath,aliases,emails,relations)';
      const query = { customer, maxResults: '500', projection: 'full', fields };
      const users = await readAll(way, by, google('directory', 'admin.googleapis.com', '/admin/directory/v1/users', query), user, each => [
        each
      ]);
      if ('unread' in users) return users;
      const rows: DirectoryRow[] = [];
      const parents = new Map<string, DirectoryRow>();
      let doubts = 0;
      for (const each of users.value) {
        if (each.suspended === true || each.archived === true) continue;
        const made = accountRow(each, sorting);
        if (made.length === 0) doubts += 1;
        rows.push(...made);
        if (made[0]?.kind === 'pupil') for (const address of relativesOf(each)) addChild(parents, address, each.id);
      }
      return { rows: [...rows, ...parents.values()], doubts };
    }
  };
}

function accountRow(given: User, sorting: Sorting): readonly DirectoryRow[] {
  const { id, primaryEmail, name, aliases = [] } = given;
  const unit = kindByUnit(given.orgUnitPath, sorting);
  const kind = unit ?? kindByDomain(primaryEmail, sorting);
  if (!kind) return [];
  const full = name?.fullName?.trim();
  const further = emails.safeParse(given.emails).data ?? [];
  return rowOf({ id, kind, ground: unit ? 'unit' : 'domain', account: id, children: [], ...(full ? { name: full } : {}) }, [
    primaryEmail,
    ...aliases,
    // A pupil's other address is mostly a parent's.
    ...(kind === 'pupil' ? [] : further.map(({ address }) => address))
  ]);
}

/** What the people of a unit are, by the nearest unit above that the school named. */
export function kindByUnit(path: string | undefined, { units }: Pick<Sorting, 'units'>): Kind | undefined {
  let at = (path ?? '').toLowerCase();
  while (at !== '') {
    const found = units.find(({ unit }) => unit === at);
    if (found) return found.kind;
    at = at === '/' ? '' : at.slice(0, at.lastIndexOf('/')) || '/';
  }
  return undefined;
}

const parental = ['parent', 'mother', 'father', 'guardian'];

/** Addresses of parents in an account; a name alone is no address. */
function relativesOf({ relations: given }: User): readonly string[] {
  return (relations.safeParse(given).data ?? []).flatMap(({ value, type, customType }) => {
    const kind = (type === 'custom' ? customType : type)?.toLowerCase();
    const address = value?.trim();
    return kind !== undefined && parental.includes(kind) && isMail(address) ? [address.toLowerCase()] : [];
  });
}

/** Adds a child to a parent, who is known by the address alone. */
export function addChild(parents: Map<string, DirectoryRow>, address: string, child: string, more: Partial<DirectoryRow> = {}): void {
  const before = parents.get(address) ?? { id: address, address, others: [], kind: 'parent', ground: 'relation', children: [], ...more };
  parents.set(address, {
    ...before,
    others: [...new Set([...before.others, ...(more.others ?? [])])],
    children: [...new Set([...before.children, child])].sort()
  });
}
