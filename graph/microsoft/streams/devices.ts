import * as z from 'zod';
import type { Device } from '../../../core/tenant/snapshot.ts';
import { type Read, stream } from '../../part.ts';
import { walk } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const shape = z.object({
  id: z.string(),
  deviceName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  operatingSystem: z.string().nullish(),
  isEncrypted: z.boolean(),
  complianceState: z.string().nullish(),
  jailBroken: z.string().nullish(),
  managedDeviceOwnerType: z.string().nullish(),
  lastSyncDateTime: z.string().nullish()
});
const by: Read = { vendor: 'microsoft', rights: [rights.deviceManagementManagedDevicesReadAll], licences: ['intune'] };

/** Every device of Intune, a thousand a page. */
export const devices = stream({
  ...by,
  stream: 'devices',
  walk: (way, see) => {
    const $select =
      'id,deviceName,userPrincipalName,operatingSystem,isEncrypted,complianceState,jailBroken,managedDeviceOwnerType,lastSyncDateTime';
    return walk(way, by, graph('devices', '/deviceManagement/managedDevices', { $select, $top: '1000' }), shape, device =>
      see(deviceOf(device))
    );
  }
});

/** How Microsoft's names for systems begin. */
const systems: readonly (readonly [start: string, platform: Device['platform']])[] = [
  ['windows', 'windows'],
  ['macos', 'macos'],
  ['mac os', 'macos'],
  ['ios', 'ios'],
  ['ipados', 'ios'],
  ['android', 'android'],
  ['chrome', 'chromeos']
];

const compliance: { readonly [state: string]: boolean | 'in-grace' } = { compliant: true, noncompliant: false, inGracePeriod: 'in-grace' };

function deviceOf(device: z.output<typeof shape>): Device {
  const system = (device.operatingSystem ?? '').toLowerCase();
  const platform = systems.find(([start]) => system.startsWith(start))?.[1] ?? 'other';
  const compliant = compliance[device.complianceState ?? ''];
  const broken = device.jailBroken?.toLowerCase();
  return {
    id: device.id,
    name: device.deviceName ?? '',
    platform,
    personal: device.managedDeviceOwnerType === 'personal',
    encrypted: device.isEncrypted,
    ...(compliant === undefined ? {} : { compliant }),
    ...(broken === 'true' || broken === 'false' ? { compromised: broken === 'true' } : {}),
    // Year one stands for «never».
    ...(device.lastSyncDateTime && !device.lastSyncDateTime.startsWith('0001-') ? { lastSeenAt: device.lastSyncDateTime } : {}),
    ...(device.userPrincipalName ? { user: device.userPrincipalName.toLowerCase() } : {})
  };
}
