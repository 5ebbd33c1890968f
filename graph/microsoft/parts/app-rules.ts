import * as z from 'zod';
import type { LockRule, Platform } from '../../../core/tenant/snapshot.ts';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { assignedOf, assignments } from '../assigned.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const shape = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  pinRequired: z.boolean(),
  minimumPinLength: z.int(),
  maximumPinRetries: z.int(),
  simplePinBlocked: z.boolean(),
  assignments
});
const by: Read = { vendor: 'microsoft', rights: [rights.deviceManagementAppsReadAll], licences: ['intune'] };

/** The PIN that apps ask for on devices that are not managed. */
export const appRules = part({
  ...by,
  part: 'appRules',
  read: async way => {
    const [ios, android] = await Promise.all([rulesOf('ios'), rulesOf('android')]);
    return 'unread' in ios ? ios : 'unread' in android ? android : { value: [...ios.value, ...android.value] };

    function rulesOf(platform: Extract<Platform, 'ios' | 'android'>) {
      const request = graph('device-settings', `/deviceAppManagement/${platform}ManagedAppProtections`, { $expand: 'assignments' });
      return readAll(way, by, request, shape, (read): readonly LockRule[] => [
        {
          id: read.id,
          name: read.displayName ?? '',
          from: 'app-protection',
          platform,
          required: read.pinRequired,
          leastLength: read.minimumPinLength,
          simpleBlocked: read.simplePinBlocked,
          failedAttempts: read.maximumPinRetries,
          assigned: assignedOf(read.assignments)
        }
      ]);
    }
  }
});
