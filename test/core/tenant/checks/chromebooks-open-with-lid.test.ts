import { chromebooksOpenWithLid } from '../../../../core/tenant/checks/chromebooks-open-with-lid.ts';
import { devicesOf, given, lockRule, nobody, some } from '../../../support/locks.ts';
import { examineCheck } from '../../../support/tenant.ts';

examineCheck(chromebooksOpenWithLid, [
  {
    says: 'given to everybody',
    parts: given(lockRule('chromeos', { lockOnClose: true })),
    flow: devicesOf('chromeos'),
    by: { vendor: 'google' },
    state: 'pass',
    message: 'held',
    share: [1, 1]
  },
  {
    says: 'given to some groups',
    parts: given(lockRule('chromeos', { lockOnClose: true, ...some })),
    flow: devicesOf('chromeos'),
    by: { vendor: 'google' },
    state: 'partial',
    message: 'some',
    subjects: ['chromeos']
  },
  {
    says: 'given to nobody',
    parts: given(lockRule('chromeos', { lockOnClose: true, ...nobody })),
    flow: devicesOf('chromeos'),
    by: { vendor: 'google' },
    state: 'fail',
    message: 'nobody'
  },
  {
    says: 'too weak',
    parts: given(lockRule('chromeos', { lockOnClose: false })),
    flow: devicesOf('chromeos'),
    by: { vendor: 'google' },
    state: 'fail',
    message: 'weak',
    subjects: ['chromeos']
  },
  {
    says: 'said by no rule',
    parts: given(lockRule('chromeos')),
    flow: devicesOf('chromeos'),
    by: { vendor: 'google' },
    state: 'fail',
    message: 'missing',
    share: [0, 1]
  },
  {
    says: 'weak, and then strong for everybody',
    parts: given(lockRule('chromeos', { lockOnClose: false }), lockRule('chromeos', { lockOnClose: true })),
    flow: devicesOf('chromeos'),
    by: { vendor: 'google' },
    state: 'fail'
  },
  {
    says: 'no device of the kind',
    parts: given(lockRule('chromeos', { lockOnClose: true })),
    flow: devicesOf('other'),
    by: { vendor: 'google' },
    state: 'not-configured',
    message: 'none'
  }
]);
