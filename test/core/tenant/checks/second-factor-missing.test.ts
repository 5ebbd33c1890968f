import { secondFactorMissing } from '../../../../core/tenant/checks/second-factor-missing.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import type { SecondFactor } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const one = (account: string, capable: boolean): SecondFactor => ({
  account,
  name: `${account}@school.example`,
  admin: false,
  registered: capable,
  capable,
  guest: false
});

examineCheck(secondFactorMissing, [
  { says: 'all staff have one', flow: { secondFactors: [one('a', true), one('b', true)] }, state: 'pass', share: [2, 2] },
  { says: 'a member of staff has none', flow: { secondFactors: [one('a', true), one('b', false)] }, state: 'partial', subjects: ['b'] },
  {
    says: 'pupils are not asked where only staff are wanted',
    flow: { secondFactors: [one('a', true), { ...one('p', false), name: 'p@pupils.school.example' }] },
    state: 'pass',
    share: [1, 1]
  },
  {
    says: 'pupils are asked where everybody is wanted',
    flow: { secondFactors: [{ ...one('p', false), name: 'p@pupils.school.example' }] },
    by: { expects: expectationsOf('cis', {}) },
    state: 'fail',
    subjects: ['p']
  },
  {
    says: 'an administrator counts whatever the domain',
    flow: { secondFactors: [{ ...one('x', false), name: 'x@tenant.example', admin: true }] },
    by: { expects: expectationsOf('school', { secondFactorFor: 'admins' }) },
    state: 'fail',
    subjects: ['x']
  },
  { says: 'guests are somebody else’s', flow: { secondFactors: [{ ...one('g', false), guest: true }] }, state: 'pass' }
]);
