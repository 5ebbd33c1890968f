import { sessionsTooLong } from '../../../../core/tenant/checks/sessions-too-long.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import { examineCheck } from '../../../support/tenant.ts';

const google = { vendor: 'google' } as const;
const units = (...all: readonly (readonly [place: string, sessionSeconds: number])[]) => ({
  signInRules: {
    value: {
      access: { unread: 'unsupported' as const },
      units: all.map(([place, sessionSeconds]) => ({ place, secondStep: 'allowed' as const, sessionSeconds, byDefault: false }))
    }
  }
});

examineCheck(sessionsTooLong, [
  { says: 'a fortnight, which the school allows', parts: units(['/', 14 * 86_400]), by: google, state: 'pass' },
  {
    says: 'a fortnight for pupils, where twelve hours are asked',
    parts: units(['/', 14 * 86_400], ['/Staff', 12 * 3600]),
    by: { ...google, expects: expectationsOf('cisa', {}) },
    state: 'partial',
    subjects: ['/']
  },
  {
    says: 'a fortnight for all, where twelve hours are asked',
    parts: units(['/', 14 * 86_400]),
    by: { ...google, expects: expectationsOf('cisa', {}) },
    state: 'fail'
  }
]);
