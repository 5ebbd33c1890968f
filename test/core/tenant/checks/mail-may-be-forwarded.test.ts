import { mailMayBeForwarded } from '../../../../core/tenant/checks/mail-may-be-forwarded.ts';
import { examineCheck } from '../../../support/tenant.ts';

const google = { vendor: 'google' } as const;
const rules = (...places: readonly (readonly [place: string, forwarding: boolean])[]) => ({
  mailRules: { value: places.map(([place, forwarding]) => ({ place, forwarding, byDefault: false })) }
});

examineCheck(mailMayBeForwarded, [
  { says: 'nowhere', parts: rules(['/', false]), by: google, state: 'pass' },
  { says: 'by staff', parts: rules(['/', false], ['/Staff', true]), by: google, state: 'partial', subjects: ['/Staff'] },
  { says: 'everywhere', parts: rules(['/', true]), by: google, state: 'fail' }
]);
