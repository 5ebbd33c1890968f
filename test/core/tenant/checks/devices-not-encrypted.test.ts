import { devicesNotEncrypted } from '../../../../core/tenant/checks/devices-not-encrypted.ts';
import type { Device } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const device = (id: string, more: Partial<Device> = {}): Device => ({ id, name: id, platform: 'windows', personal: false, ...more });

examineCheck(devicesNotEncrypted, [
  { says: 'all are', flow: { devices: [device('a', { encrypted: true })] }, state: 'pass', share: [1, 1] },
  {
    says: 'one is not',
    flow: { devices: [device('a', { encrypted: true }), device('b', { encrypted: false, platform: 'macos' })] },
    state: 'partial',
    subjects: ['b']
  },
  {
    says: 'iPads do not count, nor devices that do not say',
    flow: { devices: [device('a', { encrypted: true }), device('b', { encrypted: false, platform: 'ios' }), device('c')] },
    state: 'pass',
    share: [1, 1]
  },
  { says: 'nobody says', flow: { devices: [device('c')] }, state: 'not-readable' }
]);
