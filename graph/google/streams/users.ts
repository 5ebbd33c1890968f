import * as z from 'zod';
import type { Ended } from '../../../core/tenant/audit.ts';
import type { Way } from '../../http.ts';
import { type Read, stream } from '../../part.ts';
import { walk } from '../../reading.ts';
import { google } from '../manner.ts';
import { scopes } from '../scopes.ts';

const shape = z.object({
  id: z.string(),
  primaryEmail: z.string(),
  suspended: z.boolean().optional(),
  archived: z.boolean().optional(),
  isAdmin: z.boolean().optional(),
  isDelegatedAdmin: z.boolean().optional(),
  isEnrolledIn2Sv: z.boolean().optional(),
  isEnforcedIn2Sv: z.boolean().optional(),
  creationTime: z.string().optional(),
  lastLoginTime: z.string().optional(),
  orgUnitPath: z.string().optional(),
  isMailboxSetup: z.boolean().optional()
});
export type User = z.output<typeof shape>;
export const byUsers: Read = { vendor: 'google', rights: [scopes.users] };

/** Every user of the tenant, 500 a page. */
export function walkUsers(way: Way, by: Read, customer: string, see: (user: User) => void): Promise<Ended> {
  const fields =
    'nextPageToken,users(id,primaryEmail,suspended,archived,isAdmin,isDelegatedAdmin,isEnrolledIn2Sv,isEnforcedIn2Sv,creationTime,lastLoginTime,orgUnitPath,isMailboxSetup)';
  const query = { customer, maxResults: '500', projection: 'basic', fields };
  return walk(way, by, google('directory', 'admin.googleapis.com', '/admin/directory/v1/users', query), shape, see);
}

/** An account that nobody can sign into. */
function isOff({ suspended, archived }: User): boolean {
  return suspended === true || archived === true;
}

/** Every account. Google tells of nobody’s password when it was changed. */
export function accounts(customer: string) {
  return stream({
    ...byUsers,
    stream: 'accounts',
    walk: (way, see) =>
      walkUsers(way, byUsers, customer, user =>
        see({
          id: user.id,
          name: user.primaryEmail.toLowerCase(),
          enabled: !isOff(user),
          guest: false,
          synced: false,
          ...(user.orgUnitPath ? { place: user.orgUnitPath } : {}),
          ...(user.creationTime ? { createdAt: user.creationTime } : {}),
          admin: user.isAdmin === true || user.isDelegatedAdmin === true,
          licences: []
        })
      )
  });
}

/** When each account was last used. */
export function signIns(customer: string) {
  return stream({
    ...byUsers,
    stream: 'signIns',
    walk: (way, see) =>
      walkUsers(way, byUsers, customer, user =>
        see({
          account: user.id,
          name: user.primaryEmail.toLowerCase(),
          enabled: !isOff(user),
          guest: false,
          ...(user.creationTime ? { createdAt: user.creationTime } : {}),
          // The first second of 1970 stands for «never».
          ...(user.lastLoginTime && Date.parse(user.lastLoginTime) > 0 ? { lastAt: user.lastLoginTime } : {})
        })
      )
  });
}

/** Who has enrolled in 2-step verification. */
export function secondFactors(customer: string) {
  return stream({
    ...byUsers,
    stream: 'secondFactors',
    walk: (way, see) =>
      walkUsers(way, byUsers, customer, user => {
        if (isOff(user)) return;
        see({
          account: user.id,
          name: user.primaryEmail.toLowerCase(),
          admin: user.isAdmin === true || user.isDelegatedAdmin === true,
          registered: user.isEnrolledIn2Sv === true,
          capable: user.isEnrolledIn2Sv === true,
          enforced: user.isEnforcedIn2Sv === true,
          guest: false
        });
      })
  });
}
