import * as z from 'zod';
import { type DirectoryReader, type DirectoryRow, rowOf } from '../../directory.ts';
import type { Read } from '../../part.ts';
import { missing } from '../../reading.ts';
import { google } from '../manner.ts';
import { directoryScopes } from '../scopes.ts';

const member = z.object({
  id: z.string().optional(),
  email: z.string().optional(),
  type: z.string().optional(),
  status: z.string().optional()
});
const by: Read = { vendor: 'google', rights: [directoryScopes.members] };

/** The members of the groups that the school names, from outside as well, and those of the groups in them. */
export const groups: DirectoryReader = {
  ...by,
  source: 'google-groups',
  wanted: ({ groups: named }) => named.length > 0,
  read: async (way, { groups: named, domains }) => {
    const rows: DirectoryRow[] = [];
    let doubts = 0;
    for (const { group: address, kind } of named) {
      const path = `/admin/directory/v1/groups/${encodeURIComponent(address)}/members`;
      const pages = way.pages(google('directory', 'admin.googleapis.com', path, { includeDerivedMembership: 'true', maxResults: '200' }));
      for (;;) {
        const { done, value } = await pages.next();
        if (done) {
          // A group that is not there is a slip in the school's file, not a source that failed.
          if (value?.unread === 'unsupported') doubts += 1;
          else if (value) return missing(value, by);
          break;
        }
        for (const thing of value) {
          const read = member.safeParse(thing).data;
          if (!read) return { unread: 'unreachable' };
          if (read.type === 'GROUP' || read.type === 'CUSTOMER' || read.status === 'SUSPENDED') continue;
          const domain = (read.email ?? '').toLowerCase().split('@').pop()!;
          const inside = [...domains.staff, ...domains.pupils].includes(domain);
          const made = rowOf(
            {
              id: `${address} ${(read.email ?? read.id ?? '').toLowerCase()}`,
              kind,
              ground: 'group',
              children: [],
              ...(inside && read.id ? { account: read.id } : {})
            },
            [read.email]
          );
          if (made.length === 0) doubts += 1;
          rows.push(...made);
        }
      }
    }
    return { rows, doubts };
  }
};
