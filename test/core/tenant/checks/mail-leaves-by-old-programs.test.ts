import { mailLeavesByOldPrograms } from '../../../../core/tenant/checks/mail-leaves-by-old-programs.ts';
import { examineCheck } from '../../../support/tenant.ts';

const google = { vendor: 'google' } as const;
const rules = (...places: readonly (readonly [place: string, popOrImap: boolean])[]) => ({
  mailRules: { value: places.map(([place, popOrImap]) => ({ place, popOrImap, byDefault: false })) }
});

examineCheck(mailLeavesByOldPrograms, [
  { says: 'nowhere', parts: rules(['/', false]), by: google, state: 'pass' },
  { says: 'by staff', parts: rules(['/', false], ['/Staff', true]), by: google, state: 'partial', subjects: ['/Staff'] },
  { says: 'everywhere', parts: rules(['/', true]), by: google, state: 'fail' }
]);
