import * as z from 'zod';
import { type DirectoryReader, type DirectoryRow, rowOf } from '../../directory.ts';
import type { Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const group = z.object({ id: z.string() });
const member = z.object({
  '@odata.type': z.string().optional(),
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish()
});
const by: Read = { vendor: 'microsoft', rights: [rights.groupMemberReadAll, rights.userReadAll] };

/** The members of the groups that the school names, those of the groups in them too: accounts, guests, and mail contacts from outside. */
export const groups: DirectoryReader = {
  ...by,
  source: 'microsoft-groups',
  wanted: ({ groups: named }) => named.length > 0,
  read: async (way, { groups: named }) => {
    const rows: DirectoryRow[] = [];
    let doubts = 0;
    for (const { group: address, kind } of named) {
      const $filter = `mail eq '${address.replaceAll("'", "''")}'`;
      const found = await readAll(way, by, graph('directory', '/groups', { $filter, $select: 'id' }), group, each => [each.id]);
      if ('unread' in found) return found;
      if (found.value.length === 0) doubts += 1;
      for (const id of found.value) {
        const path = `/groups/${encodeURIComponent(id)}/transitiveMembers`;
        const members = await readAll(way, by, graph('directory', path, { $top: '999' }), member, each => [each]);
        if ('unread' in members) return members;
        for (const { '@odata.type': type = '', id: of, displayName, mail, userPrincipalName } of members.value) {
          // A group in it has been expanded already; devices and applications get no mail.
          if (!/\.(?:user|orgContact)$/.test(type)) continue;
          const isUser = type.endsWith('.user');
          // The name under which a guest signs in is no address.
          const sign = userPrincipalName && !/#ext#/i.test(userPrincipalName) ? userPrincipalName : undefined;
          const name = displayName?.trim();
          const made = rowOf(
            { id: `${address} ${of}`, kind, ground: 'group', children: [], ...(isUser ? { account: of } : {}), ...(name ? { name } : {}) },
            [mail, sign]
          );
          if (made.length === 0) doubts += 1;
          rows.push(...made);
        }
      }
    }
    return { rows, doubts };
  }
};
