import { appsOpenWithoutPin } from '../../../../core/tenant/checks/apps-open-without-pin.ts';
import type { LockRule } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const rule = (platform: 'ios' | 'android'): LockRule => ({
  id: platform,
  name: platform,
  from: 'app-protection',
  platform,
  required: true,
  leastLength: 6,
  failedAttempts: 5,
  assigned: { everyone: false, groups: ['staff'], excluded: [] }
});
const given = (...rules: readonly LockRule[]) => ({ appRules: { value: rules } });

examineCheck(appsOpenWithoutPin, [
  { says: 'asked on both', parts: given(rule('ios'), rule('android')), state: 'pass' },
  { says: 'asked on iPhones alone', parts: given(rule('ios')), state: 'partial', message: 'none', share: [1, 2] },
  { says: 'asked nowhere', parts: given(), state: 'fail', message: 'none' },
  { says: 'too short on Android', parts: given(rule('ios'), { ...rule('android'), leastLength: 4 }), state: 'partial', message: 'weak' },
  {
    says: 'given to nobody',
    parts: given(rule('ios'), { ...rule('android'), assigned: { everyone: false, groups: [], excluded: [] } }),
    state: 'partial',
    message: 'weak'
  }
]);
