import * as z from 'zod';
import { part, type Read } from '../../part.ts';
import { readOne } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const settings = z.object({ secureByDefault: z.boolean(), deviceComplianceCheckinThresholdDays: z.int() });
/** Graph gives a property either bare or in a frame. */
const shape = z.union([settings, z.object({ value: settings }).transform(({ value }) => value)]);
const by: Read = { vendor: 'microsoft', rights: [rights.deviceManagementConfigurationReadAll], licences: ['intune'] };

/** How Intune takes a device to which nothing was assigned, or which has long been silent. */
export const deviceDefaults = part({
  ...by,
  part: 'deviceDefaults',
  read: way =>
    readOne(way, by, graph('device-settings', '/deviceManagement/settings'), shape, read => ({
      unassignedCompliant: !read.secureByDefault,
      silentDays: read.deviceComplianceCheckinThresholdDays
    }))
});
