import { devicesBreakRules } from '../../../../core/tenant/checks/devices-break-rules.ts';
import type { Device } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const device = (id: string, more: Partial<Device> = {}): Device => ({ id, name: id, platform: 'windows', personal: false, ...more });

examineCheck(devicesBreakRules, [
  { says: 'all keep them', flow: { devices: [device('a', { compliant: true })] }, state: 'pass' },
  {
    says: 'one does not, one is about to',
    flow: { devices: [device('a', { compliant: true }), device('b', { compliant: false }), device('c', { compliant: 'in-grace' })] },
    state: 'partial',
    subjects: ['b', 'c'],
    share: [1, 3]
  },
  { says: 'nobody says', flow: { devices: [device('a')] }, state: 'not-readable' }
]);
