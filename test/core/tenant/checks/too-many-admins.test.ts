import { tooManyAdmins } from '../../../../core/tenant/checks/too-many-admins.ts';
import { examineCheck } from '../../../support/tenant.ts';

const holders = (...accounts: readonly string[]) => ({
  roleHolders: { value: accounts.map(account => ({ account, role: 'Administrator', all: true })) }
});

examineCheck(tooManyAdmins, [
  { says: 'two', parts: holders('a', 'b'), state: 'pass' },
  { says: 'the same one twice is one', parts: holders('a', 'a'), state: 'fail', message: 'few', subjects: ['a'] },
  { says: 'six', parts: holders('a', 'b', 'c', 'd', 'e', 'f'), state: 'fail', message: 'many' },
  {
    says: 'smaller roles do not count',
    parts: {
      roleHolders: {
        value: [
          ...holders('a', 'b').roleHolders.value,
          ...['c', 'd', 'e', 'f'].map(account => ({ account, role: 'Help desk', all: false }))
        ]
      }
    },
    state: 'pass'
  },
  { says: 'nobody', parts: holders(), state: 'fail', message: 'few' }
]);
