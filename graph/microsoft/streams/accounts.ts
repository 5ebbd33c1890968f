import * as z from 'zod';
import type { Account } from '../../../core/tenant/snapshot.ts';
import { type Read, stream } from '../../part.ts';
import { walk } from '../../reading.ts';
import { graph } from '../manner.ts';
import { plans } from '../parts/licences.ts';
import { rights } from '../rights.ts';

const shape = z.object({
  id: z.string(),
  userPrincipalName: z.string(),
  accountEnabled: z.boolean().nullish(),
  userType: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  passwordPolicies: z.string().nullish(),
  lastPasswordChangeDateTime: z.string().nullish(),
  onPremisesSyncEnabled: z.boolean().nullish(),
  assignedPlans: z.array(z.object({ servicePlanId: z.string().nullish(), capabilityStatus: z.string().nullish() })).nullish()
});
const by: Read = { vendor: 'microsoft', rights: [rights.userReadAll] };

/** Every account, a thousand a page. */
export const accounts = stream({
  ...by,
  stream: 'accounts',
  walk: (way, see) => {
    const $select =
      'id,userPrincipalName,accountEnabled,userType,createdDateTime,passwordPolicies,lastPasswordChangeDateTime,onPremisesSyncEnabled,assignedPlans';
    return walk(way, by, graph('directory', '/users', { $select, $top: '999' }), shape, user => see(accountOf(user)));
  }
});

function accountOf(user: z.output<typeof shape>): Account {
  const policies = (user.passwordPolicies ?? '').split(',').map(policy => policy.trim());
  const licences = (user.assignedPlans ?? []).flatMap(({ servicePlanId, capabilityStatus }) =>
    capabilityStatus === 'Enabled' || capabilityStatus === 'Warning' ? (plans[servicePlanId ?? ''] ?? []) : []
  );
  return {
    id: user.id,
    name: user.userPrincipalName.toLowerCase(),
    enabled: user.accountEnabled !== false,
    guest: user.userType === 'Guest',
    synced: user.onPremisesSyncEnabled === true,
    neverExpires: policies.includes('DisablePasswordExpiration'),
    weakAllowed: policies.includes('DisableStrongPassword'),
    ...(user.lastPasswordChangeDateTime ? { passwordChangedAt: user.lastPasswordChangeDateTime } : {}),
    ...(user.createdDateTime ? { createdAt: user.createdDateTime } : {}),
    licences: [...new Set(licences)]
  };
}
