import { secondFactorNotAsked } from '../../../../core/tenant/checks/second-factor-not-asked.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import type { AccessRule, SignInRules } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const access = (more: Partial<AccessRule> = {}): AccessRule => ({
  id: 'r',
  name: 'Rule',
  state: 'on',
  everybody: true,
  everyApp: true,
  adminsOnly: false,
  exceptions: 0,
  asks: ['second-factor'],
  legacyClients: true,
  ...more
});
const unit = (place: string, secondStep: SignInRules['units'][number]['secondStep']) => ({ place, secondStep, byDefault: false });
const given = (rules: Partial<SignInRules>) => ({
  signInRules: { value: { securityDefaults: false, access: { unread: 'unsupported' as const }, units: [], ...rules } }
});

examineCheck(secondFactorNotAsked, [
  {
    says: 'the school asks nobody',
    parts: given({}),
    by: { expects: expectationsOf('school', { secondFactorFor: 'nobody' }) },
    state: 'pass',
    message: 'nobody'
  },
  { says: 'security defaults', parts: given({ securityDefaults: true }), state: 'pass', message: 'defaults' },
  { says: 'a rule for everybody', parts: given({ access: { value: [access()] } }), state: 'pass', message: 'asked' },
  {
    says: 'a rule with exceptions',
    parts: given({ access: { value: [access({ exceptions: 2 })] } }),
    state: 'partial',
    message: 'exceptions'
  },
  {
    says: 'a rule that only watches',
    parts: given({ access: { value: [access({ state: 'report-only' })] } }),
    state: 'fail',
    message: 'watching'
  },
  {
    says: 'a rule for administrators where staff are wanted',
    parts: given({ access: { value: [access({ everybody: false, adminsOnly: true })] } }),
    state: 'partial',
    message: 'some'
  },
  {
    says: 'a rule for administrators where they are wanted',
    parts: given({ access: { value: [access({ everybody: false, adminsOnly: true })] } }),
    by: { expects: expectationsOf('school', { secondFactorFor: 'admins' }) },
    state: 'pass'
  },
  { says: 'a rule for one app', parts: given({ access: { value: [access({ everyApp: false })] } }), state: 'partial', message: 'some' },
  { says: 'no rule', parts: given({ access: { value: [] } }), state: 'fail', message: 'none' },
  { says: 'no licence and no defaults', parts: given({ access: { unread: 'unlicensed' } }), state: 'fail', message: 'unlicensed' },
  {
    says: 'Google enforces it for staff alone',
    parts: given({ units: [unit('/', 'allowed'), unit('/Staff', 'enforced')] }),
    by: { vendor: 'google' },
    state: 'partial',
    subjects: ['/']
  },
  { says: 'Google enforces it everywhere', parts: given({ units: [unit('/', 'enforced')] }), by: { vendor: 'google' }, state: 'pass' }
]);
