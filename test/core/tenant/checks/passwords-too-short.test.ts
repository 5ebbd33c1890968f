import { passwordsTooShort } from '../../../../core/tenant/checks/passwords-too-short.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import { examineCheck } from '../../../support/tenant.ts';

const google = { vendor: 'google' } as const;
const rules = (...places: readonly (readonly [place: string, leastLength: number])[]) => ({
  passwordRules: { value: places.map(([place, leastLength]) => ({ place, leastLength, byDefault: false })) }
});

examineCheck(passwordsTooShort, [
  { says: 'long enough everywhere', parts: rules(['/', 8], ['/Staff', 12]), by: google, state: 'pass', share: [2, 2] },
  { says: 'too short for pupils', parts: rules(['/', 8], ['/Pupils', 6]), by: google, state: 'partial', subjects: ['/Pupils'] },
  { says: 'too short everywhere', parts: rules(['/', 6]), by: google, state: 'fail' },
  { says: 'Microsoft asks for as much as the school', parts: rules(['/', 8]), state: 'pass' },
  {
    says: 'Microsoft asks for less and nobody can change it',
    parts: rules(['/', 8]),
    by: { expects: expectationsOf('cis', {}) },
    state: 'not-readable',
    message: 'fixed'
  }
]);
