import { passwordsTooOld } from '../../../../core/tenant/checks/passwords-too-old.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import type { Account } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const days = { expects: expectationsOf('school', { passwordDays: 90 }) };
const account = (id: string, more: Partial<Account> = {}): Account => ({
  id,
  name: `${id}@school.example`,
  enabled: true,
  guest: false,
  synced: false,
  licences: [],
  ...more
});

examineCheck(passwordsTooOld, [
  {
    says: 'the school does not mind',
    flow: { accounts: [account('a', { passwordChangedAt: '2020-01-01T00:00:00Z' })] },
    state: 'pass',
    message: 'any'
  },
  {
    says: 'changed in time',
    flow: { accounts: [account('a', { passwordChangedAt: '2026-09-01T00:00:00Z' })] },
    by: days,
    state: 'pass',
    share: [1, 1]
  },
  {
    says: 'changed too long ago, or never',
    flow: {
      accounts: [
        account('a', { passwordChangedAt: '2026-11-01T00:00:00Z' }),
        account('b', { passwordChangedAt: '2026-08-20T00:00:00Z' }),
        account('c')
      ]
    },
    by: days,
    state: 'partial',
    subjects: ['b', 'c']
  }
]);
