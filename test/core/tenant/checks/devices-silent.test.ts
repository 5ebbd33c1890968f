import { devicesSilent } from '../../../../core/tenant/checks/devices-silent.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import type { Device } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const device = (id: string, more: Partial<Device> = {}): Device => ({ id, name: id, platform: 'windows', personal: false, ...more });

examineCheck(devicesSilent, [
  { says: 'all were heard of', flow: { devices: [device('a', { lastSeenAt: '2026-11-20T00:00:00Z' })] }, state: 'pass' },
  {
    says: 'one was not since September',
    flow: { devices: [device('a', { lastSeenAt: '2026-11-20T00:00:00Z' }), device('b', { lastSeenAt: '2026-09-20T00:00:00Z' })] },
    state: 'partial',
    subjects: ['b']
  },
  { says: 'nobody was ever', flow: { devices: [device('a')] }, state: 'stale', subjects: ['a'] },
  {
    says: 'a longer time where the school allows it',
    flow: { devices: [device('b', { lastSeenAt: '2026-09-20T00:00:00Z' })] },
    by: { expects: expectationsOf('school', { silentDays: 90 }) },
    state: 'pass'
  }
]);
