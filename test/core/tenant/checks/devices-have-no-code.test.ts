import { devicesHaveNoCode } from '../../../../core/tenant/checks/devices-have-no-code.ts';
import type { Device } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const google = { vendor: 'google' } as const;
const device = (id: string, more: Partial<Device> = {}): Device => ({ id, name: id, platform: 'windows', personal: false, ...more });

examineCheck(devicesHaveNoCode, [
  { says: 'all have one', flow: { devices: [device('a', { passwordSet: true })] }, by: google, state: 'pass' },
  {
    says: 'one has none',
    flow: { devices: [device('a', { passwordSet: true }), device('b', { passwordSet: false }), device('c')] },
    by: google,
    state: 'partial',
    subjects: ['b'],
    share: [1, 2]
  },
  { says: 'nobody says', flow: { devices: [device('a')] }, by: google, state: 'not-readable' }
]);
