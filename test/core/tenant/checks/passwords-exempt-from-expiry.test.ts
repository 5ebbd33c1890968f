import { passwordsExemptFromExpiry } from '../../../../core/tenant/checks/passwords-exempt-from-expiry.ts';
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

examineCheck(passwordsExemptFromExpiry, [
  { says: 'the school does not mind', flow: { accounts: [account('a', { neverExpires: true })] }, state: 'pass', message: 'any' },
  {
    says: 'nobody is left out',
    flow: { accounts: [account('a', { neverExpires: false })] },
    by: days,
    state: 'pass',
    message: 'none',
    share: [1, 1]
  },
  {
    says: 'one of two is left out',
    flow: { accounts: [account('a'), account('b', { neverExpires: true })] },
    by: days,
    state: 'partial',
    subjects: ['b']
  },
  {
    says: 'closed accounts, guests and synced accounts do not count',
    flow: {
      accounts: [
        account('a'),
        account('b', { neverExpires: true, enabled: false }),
        account('c', { neverExpires: true, guest: true }),
        account('d', { neverExpires: true, synced: true })
      ]
    },
    by: days,
    state: 'pass'
  }
]);
