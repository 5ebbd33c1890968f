import * as z from 'zod';
import { type Read, stream } from '../../part.ts';
import { walk } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const shape = z.object({
  id: z.string(),
  userPrincipalName: z.string().nullish(),
  isAdmin: z.boolean().nullish(),
  isMfaCapable: z.boolean().nullish(),
  isMfaRegistered: z.boolean().nullish(),
  userType: z.string().nullish()
});
const by: Read = { vendor: 'microsoft', rights: [rights.auditLogReadAll], licences: ['entra-p1'] };

/** Who has registered a second factor. The reports of Microsoft Entra answer five times in ten seconds: this is what takes longest. */
export const secondFactors = stream({
  ...by,
  stream: 'secondFactors',
  walk: (way, see) =>
    walk(way, by, graph('reports', '/reports/authenticationMethods/userRegistrationDetails', { $top: '999' }), shape, read =>
      see({
        account: read.id,
        name: (read.userPrincipalName ?? '').toLowerCase(),
        admin: read.isAdmin === true,
        registered: read.isMfaRegistered === true,
        capable: read.isMfaCapable === true,
        guest: read.userType === 'guest'
      })
    )
});
