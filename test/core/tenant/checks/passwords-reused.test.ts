import { passwordsReused } from '../../../../core/tenant/checks/passwords-reused.ts';
import { examineCheck } from '../../../support/tenant.ts';

const google = { vendor: 'google' } as const;
const rules = (...places: readonly (readonly [place: string, reuse: boolean])[]) => ({
  passwordRules: { value: places.map(([place, reuse]) => ({ place, reuse, byDefault: false })) }
});

examineCheck(passwordsReused, [
  { says: 'nowhere', parts: rules(['/', false]), by: google, state: 'pass' },
  { says: 'in one unit', parts: rules(['/', false], ['/Pupils', true]), by: google, state: 'partial', subjects: ['/Pupils'] },
  { says: 'everywhere', parts: rules(['/', true]), by: google, state: 'fail' }
]);
