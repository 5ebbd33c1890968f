import { encryptionNotAsked } from '../../../../core/tenant/checks/encryption-not-asked.ts';
import { devicesOf, given, lockRule, nobody, some } from '../../../support/locks.ts';
import { examineCheck } from '../../../support/tenant.ts';

examineCheck(encryptionNotAsked, [
  {
    says: 'given to everybody',
    parts: given(lockRule('windows', { encryption: true })),
    flow: devicesOf('windows'),
    state: 'pass',
    message: 'held',
    share: [1, 1]
  },
  {
    says: 'given to some groups',
    parts: given(lockRule('windows', { encryption: true, ...some })),
    flow: devicesOf('windows'),
    state: 'partial',
    message: 'some',
    subjects: ['windows']
  },
  {
    says: 'given to nobody',
    parts: given(lockRule('windows', { encryption: true, ...nobody })),
    flow: devicesOf('windows'),
    state: 'fail',
    message: 'nobody'
  },
  {
    says: 'too weak',
    parts: given(lockRule('windows', { encryption: false })),
    flow: devicesOf('windows'),
    state: 'fail',
    message: 'weak',
    subjects: ['windows']
  },
  {
    says: 'said by no rule',
    parts: given(lockRule('windows')),
    flow: devicesOf('windows'),
    state: 'fail',
    message: 'missing',
    share: [0, 1]
  },
  {
    says: 'weak, and then strong for everybody',
    parts: given(lockRule('windows', { encryption: false }), lockRule('windows', { encryption: true })),
    flow: devicesOf('windows'),
    state: 'pass'
  },
  {
    says: 'no device of the kind',
    parts: given(lockRule('windows', { encryption: true })),
    flow: devicesOf('other'),
    state: 'not-configured',
    message: 'none'
  },
  {
    says: 'held on two devices of three',
    parts: given(lockRule('windows', { encryption: true })),
    flow: devicesOf('windows', 'windows', 'macos'),
    state: 'partial',
    message: 'missing',
    share: [2, 3]
  },
  { says: 'iPads always are', parts: given(), flow: devicesOf('ios'), state: 'not-configured' }
]);
