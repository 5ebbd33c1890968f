import * as z from 'zod';
import type { EnrolmentRule, Platform } from '../../../core/tenant/snapshot.ts';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { assignedOf, assignments } from '../assigned.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const restriction = z.object({ platformBlocked: z.boolean().nullish(), personalDeviceEnrollmentBlocked: z.boolean().nullish() }).nullish();
const shape = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  assignments,
  windowsRestriction: restriction,
  macOSRestriction: restriction,
  iosRestriction: restriction,
  androidRestriction: restriction
});
const by: Read = { vendor: 'microsoft', rights: [rights.deviceManagementServiceConfigReadAll], licences: ['intune'] };

/** Which devices people may bring under Intune. The tenant's own default restriction is given to everybody without an assignment. */
export const enrolmentRules = part({
  ...by,
  part: 'enrolmentRules',
  read: way =>
    readAll(
      way,
      by,
      graph('device-settings', '/deviceManagement/deviceEnrollmentConfigurations', { $expand: 'assignments' }),
      shape,
      (read): readonly EnrolmentRule[] => {
        const assigned = assignedOf(read.assignments);
        const byDefault = /_DefaultPlatformRestrictions$/i.test(read.id);
        const said: readonly (readonly [Platform, z.output<typeof restriction>])[] = [
          ['windows', read.windowsRestriction],
          ['macos', read.macOSRestriction],
          ['ios', read.iosRestriction],
          ['android', read.androidRestriction]
        ];
        return said.flatMap(([platform, one]) =>
          one
            ? [
                {
                  name: read.displayName ?? '',
                  platform,
                  personalBlocked: one.personalDeviceEnrollmentBlocked === true || one.platformBlocked === true,
                  assigned: byDefault ? { ...assigned, everyone: true } : assigned
                }
              ]
            : []
        );
      }
    )
});
