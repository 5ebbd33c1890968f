import * as z from 'zod';
import { type DirectoryReader, rowOf } from '../../directory.ts';
import type { Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { google } from '../manner.ts';
import { directoryScopes } from '../scopes.ts';

const contact = z.object({
  resourceName: z.string(),
  names: z.array(z.object({ displayName: z.string().optional() })).optional(),
  emailAddresses: z.array(z.object({ value: z.string().optional() })).optional()
});
const by: Read = { vendor: 'google', rights: [directoryScopes.contacts] };

/** The contacts that the tenant shares with everybody. What they are, the school says; they are read only then. */
export const contacts: DirectoryReader = {
  ...by,
  source: 'google-contacts',
  wanted: sorting => sorting.contacts !== undefined,
  read: async (way, sorting) => {
    let doubts = 0;
    const query = { readMask: 'names,emailAddresses', sources: 'DIRECTORY_SOURCE_TYPE_DOMAIN_CONTACT', pageSize: '1000' };
    const rows = await readAll(
      way,
      by,
      google('people', 'people.googleapis.com', '/v1/people:listDirectoryPeople', query),
      contact,
      read => {
        const name = read.names?.[0]?.displayName?.trim();
        const made = rowOf(
          { id: read.resourceName, kind: sorting.contacts!, ground: 'group', children: [], ...(name ? { name } : {}) },
          (read.emailAddresses ?? []).map(({ value }) => value)
        );
        if (made.length === 0) doubts += 1;
        return made;
      }
    );
    return 'unread' in rows ? rows : { rows: rows.value, doubts };
  }
};
