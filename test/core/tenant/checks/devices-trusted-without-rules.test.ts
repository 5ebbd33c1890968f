import { devicesTrustedWithoutRules } from '../../../../core/tenant/checks/devices-trusted-without-rules.ts';
import { examineCheck } from '../../../support/tenant.ts';

examineCheck(devicesTrustedWithoutRules, [
  { says: 'they are not', parts: { deviceDefaults: { value: { unassignedCompliant: false, silentDays: 30 } } }, state: 'pass' },
  {
    says: 'they are',
    parts: { deviceDefaults: { value: { unassignedCompliant: true, silentDays: 30 } } },
    state: 'fail',
    subjects: ['secureByDefault']
  }
]);
