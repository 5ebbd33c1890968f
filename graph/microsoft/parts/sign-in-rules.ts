import * as z from 'zod';
import type { AccessRule } from '../../../core/tenant/snapshot.ts';
import { part, type Read } from '../../part.ts';
import { readAll, readOne } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const defaultsShape = z.object({ isEnabled: z.boolean() });
const names = z.array(z.string()).nullish();
const accessShape = z.object({
  id: z.string(),
  displayName: z.string(),
  state: z.string(),
  conditions: z.object({
    clientAppTypes: names,
    applications: z.object({ includeApplications: names }).nullish(),
    users: z.object({ includeUsers: names, includeRoles: names, excludeUsers: names, excludeGroups: names, excludeRoles: names }).nullish()
  }),
  grantControls: z.object({ builtInControls: names, authenticationStrength: z.unknown().optional() }).nullish()
});
const by: Read = { vendor: 'microsoft', rights: [rights.policyReadAll] };
const withPremium: Read = { ...by, licences: ['entra-p1'] };

const states: { readonly [state: string]: AccessRule['state'] } = {
  enabled: 'on',
  disabled: 'off',
  enabledForReportingButNotEnforced: 'report-only'
};

/** Security defaults and conditional access. Report-only rules are kept as such: they ask nothing of anybody. */
export const signInRules = part({
  ...by,
  part: 'signInRules',
  read: async way => {
    const path = '/policies/identitySecurityDefaultsEnforcementPolicy';
    const [defaults, access] = await Promise.all([
      readOne(way, by, graph('directory', path), defaultsShape, ({ isEnabled }) => isEnabled),
      readAll(way, withPremium, graph('access', '/identity/conditionalAccess/policies'), accessShape, rule => [ruleOf(rule)])
    ]);
    return 'unread' in defaults ? defaults : { value: { securityDefaults: defaults.value, access, units: [] } };
  }
});

function ruleOf({ id, displayName: name, state, conditions, grantControls }: z.output<typeof accessShape>): AccessRule {
  const { users, applications, clientAppTypes } = conditions;
  const controls = grantControls?.builtInControls ?? [];
  const strength = typeof grantControls?.authenticationStrength === 'object' && grantControls.authenticationStrength !== null;
  const legacy = clientAppTypes ?? [];
  return {
    id,
    name,
    state: states[state] ?? 'off',
    everybody: (users?.includeUsers ?? []).includes('All'),
    everyApp: (applications?.includeApplications ?? []).includes('All'),
    adminsOnly: (users?.includeRoles ?? []).length > 0 && !(users?.includeUsers ?? []).includes('All'),
    exceptions: (users?.excludeUsers ?? []).length + (users?.excludeGroups ?? []).length + (users?.excludeRoles ?? []).length,
    asks: [
      ...(controls.includes('mfa') || strength ? (['second-factor'] as const) : []),
      ...(controls.includes('compliantDevice') || controls.includes('domainJoinedDevice') ? (['managed-device'] as const) : []),
      ...(controls.includes('block') ? (['block'] as const) : []),
      ...(controls.includes('passwordChange') ? (['password-change'] as const) : [])
    ],
    legacyClients: legacy.includes('all') || (legacy.includes('exchangeActiveSync') && legacy.includes('other'))
  };
}
