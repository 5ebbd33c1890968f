import { devicesCompromised } from '../../../../core/tenant/checks/devices-compromised.ts';
import type { Device } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const device = (id: string, more: Partial<Device> = {}): Device => ({ id, name: id, platform: 'windows', personal: false, ...more });

examineCheck(devicesCompromised, [
  { says: 'none', flow: { devices: [device('a', { compromised: false })] }, state: 'pass' },
  {
    says: 'one',
    flow: { devices: [device('a', { compromised: false }), device('b', { compromised: true })] },
    state: 'fail',
    subjects: ['b']
  },
  { says: 'nobody says', flow: { devices: [device('a')] }, state: 'not-readable' }
]);
