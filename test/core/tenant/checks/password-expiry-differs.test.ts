import { passwordExpiryDiffers } from '../../../../core/tenant/checks/password-expiry-differs.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import type { Domain, PasswordRule } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const domain = (name: string, passwordDays?: Domain['passwordDays']): Domain => ({
  name,
  managed: true,
  root: true,
  ...(passwordDays === undefined ? {} : { passwordDays })
});
const given = (domains: readonly Domain[], passwordRules: readonly PasswordRule[] = []) => ({
  domains: { value: domains },
  passwordRules: { value: passwordRules }
});
const never = { expects: expectationsOf('cis', {}) };
const days = { expects: expectationsOf('school', { passwordDays: 90 }) };

examineCheck(passwordExpiryDiffers, [
  { says: 'nobody decided, and the school does not mind', parts: given([domain('school.example')]), state: 'pass', message: 'any' },
  { says: 'never, as the school wants', parts: given([domain('school.example', 'never')]), by: never, state: 'pass', message: 'as' },
  {
    says: 'sub-domains follow their root',
    parts: given([domain('school.example', 'never'), { ...domain('a.school.example', 90), root: false }]),
    by: never,
    state: 'pass'
  },
  {
    says: 'forced against the school’s wish',
    parts: given([domain('school.example', 90)]),
    by: never,
    state: 'fail',
    message: 'forced',
    subjects: ['school.example']
  },
  {
    says: 'one domain of two is forced',
    parts: given([domain('school.example', 'never'), domain('other.example', 90)]),
    by: never,
    state: 'partial',
    message: 'forced',
    subjects: ['other.example'],
    share: [1, 2]
  },
  {
    says: 'never, where the school wants ninety days',
    parts: given([domain('school.example', 'never')]),
    by: days,
    state: 'fail',
    message: 'never'
  },
  { says: 'longer than the school wants', parts: given([domain('school.example', 180)]), by: days, state: 'fail', message: 'longer' },
  { says: 'sooner than the school wants', parts: given([domain('school.example', 60)]), by: days, state: 'pass' },
  { says: 'nobody decided', parts: given([domain('school.example')]), by: never, state: 'not-configured', message: 'unset' },
  {
    says: 'somebody else signs people in',
    parts: given([{ ...domain('school.example', 90), managed: false }]),
    by: days,
    state: 'not-readable',
    message: 'federated'
  },
  {
    says: 'a unit of Google’s that never asks',
    parts: given(
      [],
      [
        { place: '/', days: 'never', byDefault: false },
        { place: '/Staff', days: 90, byDefault: false }
      ]
    ),
    by: { ...days, vendor: 'google' },
    state: 'partial',
    message: 'never',
    subjects: ['/']
  }
]);
