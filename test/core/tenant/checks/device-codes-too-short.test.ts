import { deviceCodesTooShort } from '../../../../core/tenant/checks/device-codes-too-short.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import { devicesOf, given, lockRule, nobody, some } from '../../../support/locks.ts';
import { examineCheck } from '../../../support/tenant.ts';

examineCheck(deviceCodesTooShort, [
  {
    says: 'given to everybody',
    parts: given(lockRule('windows', { leastLength: 6 })),
    flow: devicesOf('windows'),
    state: 'pass',
    message: 'held',
    share: [1, 1]
  },
  {
    says: 'given to some groups',
    parts: given(lockRule('windows', { leastLength: 6, ...some })),
    flow: devicesOf('windows'),
    state: 'partial',
    message: 'some',
    subjects: ['windows']
  },
  {
    says: 'given to nobody',
    parts: given(lockRule('windows', { leastLength: 6, ...nobody })),
    flow: devicesOf('windows'),
    state: 'fail',
    message: 'nobody'
  },
  {
    says: 'too weak',
    parts: given(lockRule('windows', { leastLength: 4 })),
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
    parts: given(lockRule('windows', { leastLength: 4 }), lockRule('windows', { leastLength: 6 })),
    flow: devicesOf('windows'),
    state: 'pass'
  },
  {
    says: 'no device of the kind',
    parts: given(lockRule('windows', { leastLength: 6 })),
    flow: devicesOf('other'),
    state: 'not-configured',
    message: 'none'
  },
  {
    says: 'held on two devices of three',
    parts: given(lockRule('windows', { leastLength: 6 })),
    flow: devicesOf('windows', 'windows', 'ios'),
    state: 'partial',
    message: 'missing',
    share: [2, 3]
  },
  {
    says: 'four are enough where the school says so',
    parts: given(lockRule('windows', { leastLength: 4 })),
    flow: devicesOf('windows'),
    by: { expects: expectationsOf('school', { deviceLength: 4 }) },
    state: 'pass'
  }
]);
