import { adminsRecoverByThemselves } from '../../../../core/tenant/checks/admins-recover-by-themselves.ts';
import { examineCheck } from '../../../support/tenant.ts';

const google = { vendor: 'google' } as const;
const recovery = (given: { readonly admins?: boolean }) => ({
  signInRules: { value: { access: { unread: 'unsupported' as const }, units: [], recovery: given } }
});

examineCheck(adminsRecoverByThemselves, [
  { says: 'they may not', parts: recovery({ admins: false }), by: google, state: 'pass' },
  { says: 'they may', parts: recovery({ admins: true }), by: google, state: 'fail' },
  { says: 'nobody decided', parts: recovery({}), by: google, state: 'not-configured' }
]);
