import * as z from 'zod';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { google } from '../manner.ts';
import { scopes } from '../scopes.ts';

const role = z.object({ roleId: z.string(), roleName: z.string().optional(), isSuperAdminRole: z.boolean().optional() });
const assignment = z.object({ roleAssignmentId: z.string(), roleId: z.string(), assignedTo: z.string() });
const by: Read = { vendor: 'google', rights: [scopes.roles] };

/** Who holds which administrator role. */
export function roleHolders(customer: string) {
  return part({
    ...by,
    part: 'roleHolders',
    read: async way => {
      const path = `/admin/directory/v1/customer/${customer}`;
      const roles = await readAll(
        way,
        by,
        google('directory', 'admin.googleapis.com', `${path}/roles`, { maxResults: '100' }),
        role,
        each => [each]
      );
      if ('unread' in roles) return roles;
      const byId = new Map(roles.value.map(each => [each.roleId, each]));
      const request = google('directory', 'admin.googleapis.com', `${path}/roleassignments`, { maxResults: '200' });
      return readAll(way, by, request, assignment, ({ roleId, assignedTo }) => [
        { account: assignedTo, role: byId.get(roleId)?.roleName ?? roleId, all: byId.get(roleId)?.isSuperAdminRole === true }
      ]);
    }
  });
}
