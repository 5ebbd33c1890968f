import * as z from 'zod';
import { part, type Read } from '../../part.ts';
import { readOne } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const shape = z.object({
  totalReportedDeviceCount: z.int(),
  pendingSignatureUpdateDeviceCount: z.int(),
  inactiveThreatAgentDeviceCount: z.int(),
  criticalFailuresDeviceCount: z.int()
});
const by: Read = { vendor: 'microsoft', rights: [rights.deviceManagementManagedDevicesReadAll], licences: ['intune'] };

/** Microsoft Defender on the Windows devices of Intune, counted by Microsoft. */
export const protection = part({
  ...by,
  part: 'protection',
  read: way =>
    readOne(way, by, graph('devices', '/deviceManagement/deviceProtectionOverview'), shape, read => ({
      devices: read.totalReportedDeviceCount,
      outOfDate: read.pendingSignatureUpdateDeviceCount,
      off: read.inactiveThreatAgentDeviceCount,
      infected: read.criticalFailuresDeviceCount
    }))
});
