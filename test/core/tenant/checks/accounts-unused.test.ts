import { accountsUnused } from '../../../../core/tenant/checks/accounts-unused.ts';
import type { SignIn } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const one = (account: string, lastAt?: string): SignIn => ({
  account,
  name: `${account}@school.example`,
  enabled: true,
  guest: false,
  ...(lastAt === undefined ? {} : { lastAt })
});

examineCheck(accountsUnused, [
  { says: 'all in use', flow: { signIns: [one('a', '2026-11-20T08:00:00Z')] }, state: 'pass', share: [1, 1] },
  {
    says: 'one not used since June',
    flow: { signIns: [one('a', '2026-11-20T08:00:00Z'), one('b', '2026-06-20T08:00:00Z')] },
    state: 'partial',
    subjects: ['b']
  },
  { says: 'one made last week and never used', flow: { signIns: [{ ...one('a'), createdAt: '2026-11-15T08:00:00Z' }] }, state: 'pass' },
  { says: 'one never used at all', flow: { signIns: [one('a')] }, state: 'partial', subjects: ['a'] },
  {
    says: 'pupils, guests and closed accounts do not count',
    flow: {
      signIns: [
        { ...one('p'), name: 'p@pupils.school.example' },
        { ...one('g'), guest: true },
        { ...one('c'), enabled: false }
      ]
    },
    state: 'pass',
    share: [0, 0]
  }
]);
