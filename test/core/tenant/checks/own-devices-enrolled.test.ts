import { ownDevicesEnrolled } from '../../../../core/tenant/checks/own-devices-enrolled.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import type { Device } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const never = { expects: expectationsOf('school', { ownDevices: 'never' }) };
const device = (id: string, more: Partial<Device> = {}): Device => ({ id, name: id, platform: 'windows', personal: false, ...more });

examineCheck(ownDevicesEnrolled, [
  { says: 'the school allows them', flow: { devices: [device('a', { personal: true })] }, state: 'pass', message: 'allowed' },
  { says: 'none where none is wanted', flow: { devices: [device('a')] }, by: never, state: 'pass', message: 'none' },
  {
    says: 'one where none is wanted',
    flow: { devices: [device('a'), device('b', { personal: true })] },
    by: never,
    state: 'partial',
    subjects: ['b']
  }
]);
