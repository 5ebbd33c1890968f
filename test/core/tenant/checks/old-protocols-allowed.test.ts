import { oldProtocolsAllowed } from '../../../../core/tenant/checks/old-protocols-allowed.ts';
import type { AccessRule, SignInRules } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const blocking: AccessRule = {
  id: 'r',
  name: 'Rule',
  state: 'on',
  everybody: true,
  everyApp: true,
  adminsOnly: false,
  exceptions: 0,
  asks: ['block'],
  legacyClients: true
};
const given = (rules: Partial<SignInRules>) => ({
  signInRules: { value: { securityDefaults: false, access: { unread: 'unsupported' as const }, units: [], ...rules } }
});

examineCheck(oldProtocolsAllowed, [
  { says: 'security defaults', parts: given({ securityDefaults: true }), state: 'pass' },
  { says: 'a rule that blocks them', parts: given({ access: { value: [blocking] } }), state: 'pass', message: 'closed' },
  { says: 'a rule that only watches', parts: given({ access: { value: [{ ...blocking, state: 'report-only' }] } }), state: 'fail' },
  { says: 'a rule for some', parts: given({ access: { value: [{ ...blocking, everybody: false }] } }), state: 'fail', message: 'open' },
  {
    says: 'a rule that blocks something else',
    parts: given({ access: { value: [{ ...blocking, legacyClients: false }] } }),
    state: 'fail'
  },
  { says: 'no licence', parts: given({ access: { unread: 'unlicensed' } }), state: 'fail', message: 'unlicensed' },
  { says: 'a page of rules that did not come', parts: given({ access: { unread: 'unreachable' } }), state: 'not-readable' },
  {
    says: 'less secure apps in one unit of Google’s',
    parts: given({
      units: [
        { place: '/', secondStep: 'allowed', lessSecureApps: false, byDefault: false },
        { place: '/Old', secondStep: 'allowed', lessSecureApps: true, byDefault: false }
      ]
    }),
    by: { vendor: 'google' },
    state: 'partial',
    subjects: ['/Old']
  }
]);
