import { lockoutTooLate } from '../../../../core/tenant/checks/lockout-too-late.ts';
import { examineCheck } from '../../../support/tenant.ts';

const rule = (lockoutAfter: number, lockoutSeconds: number, byDefault = false) => ({
  passwordRules: { value: [{ place: '/', lockoutAfter, lockoutSeconds, byDefault }] }
});

examineCheck(lockoutTooLate, [
  { says: 'after ten, for a minute', parts: rule(10, 60), state: 'pass', message: 'soon' },
  { says: 'Microsoft’s own rule', parts: rule(10, 60, true), state: 'pass', message: 'vendor' },
  { says: 'after fifteen', parts: rule(15, 60), state: 'fail', message: 'late' },
  { says: 'for half a minute', parts: rule(5, 30), state: 'fail', message: 'late' },
  { says: 'a vendor that says nothing', parts: { passwordRules: { value: [{ place: '/', byDefault: true }] } }, state: 'not-readable' }
]);
