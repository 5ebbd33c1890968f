import { weakPasswordsAllowed } from '../../../../core/tenant/checks/weak-passwords-allowed.ts';
import type { Account } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const account = (id: string, more: Partial<Account> = {}): Account => ({
  id,
  name: `${id}@school.example`,
  enabled: true,
  guest: false,
  synced: false,
  licences: [],
  ...more
});

examineCheck(weakPasswordsAllowed, [
  {
    says: 'strong for everybody',
    parts: { passwordRules: { value: [{ place: '/', strong: true, byDefault: true }] } },
    flow: { accounts: [account('a')] },
    state: 'pass'
  },
  {
    says: 'one account is left out',
    parts: { passwordRules: { value: [] } },
    flow: { accounts: [account('a'), account('b', { weakAllowed: true })] },
    state: 'fail',
    message: 'some',
    subjects: ['b']
  },
  {
    says: 'a unit of Google’s does not ask',
    parts: {
      passwordRules: {
        value: [
          { place: '/', strong: true, byDefault: false },
          { place: '/Pupils', strong: false, byDefault: false }
        ]
      }
    },
    flow: { accounts: [] },
    by: { vendor: 'google' },
    state: 'partial',
    message: 'places',
    subjects: ['/Pupils']
  },
  {
    says: 'a closed account does not count',
    parts: { passwordRules: { value: [] } },
    flow: { accounts: [account('b', { weakAllowed: true, enabled: false })] },
    state: 'pass'
  }
]);
