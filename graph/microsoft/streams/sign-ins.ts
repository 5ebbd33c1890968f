import * as z from 'zod';
import { type Read, stream } from '../../part.ts';
import { walk } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const shape = z.object({
  id: z.string(),
  userPrincipalName: z.string(),
  accountEnabled: z.boolean().nullish(),
  userType: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  signInActivity: z.object({ lastSignInDateTime: z.string().nullish(), lastNonInteractiveSignInDateTime: z.string().nullish() }).nullish()
});
const by: Read = { vendor: 'microsoft', rights: [rights.auditLogReadAll, rights.userReadAll], licences: ['entra-p1'] };

/** When each account was last used. Microsoft gives no more than 120 of these a page. */
export const signIns = stream({
  ...by,
  stream: 'signIns',
  walk: (way, see) => {
    const $select = 'id,userPrincipalName,accountEnabled,userType,createdDateTime,signInActivity';
    return walk(way, by, graph('directory', '/users', { $select, $top: '120' }), shape, user => {
      const times = [user.signInActivity?.lastSignInDateTime, user.signInActivity?.lastNonInteractiveSignInDateTime].filter(time => !!time);
      const last = times.reduce<string | undefined>((latest, time) => (time && time > (latest ?? '') ? time : latest), undefined);
      see({
        account: user.id,
        name: user.userPrincipalName.toLowerCase(),
        enabled: user.accountEnabled !== false,
        guest: user.userType === 'Guest',
        ...(user.createdDateTime ? { createdAt: user.createdDateTime } : {}),
        ...(last ? { lastAt: last } : {})
      });
    });
  }
});
