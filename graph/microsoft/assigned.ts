import * as z from 'zod';
import type { Assigned } from '../../core/tenant/snapshot.ts';

/** To whom Intune gives a policy, as Graph says it. */
export const assignments = z
  .array(z.object({ target: z.object({ '@odata.type': z.string().optional(), groupId: z.string().nullish() }) }))
  .nullish();

/** The same in our words. */
export function assignedOf(given: z.output<typeof assignments>): Assigned {
  const targets = (given ?? []).map(({ target }) => ({
    type: (target['@odata.type'] ?? '').split('.').pop(),
    group: target.groupId ?? ''
  }));
  return {
    everyone: targets.some(({ type }) => type === 'allDevicesAssignmentTarget' || type === 'allLicensedUsersAssignmentTarget'),
    groups: targets.filter(({ type }) => type === 'groupAssignmentTarget').map(({ group }) => group),
    excluded: targets.filter(({ type }) => type === 'exclusionGroupAssignmentTarget').map(({ group }) => group)
  };
}
