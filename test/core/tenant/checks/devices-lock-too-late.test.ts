import { devicesLockTooLate } from '../../../../core/tenant/checks/devices-lock-too-late.ts';
import { devicesOf, given, lockRule, nobody, some } from '../../../support/locks.ts';
import { examineCheck } from '../../../support/tenant.ts';

examineCheck(devicesLockTooLate, [
  {
    says: 'given to everybody',
    parts: given(lockRule('windows', { minutes: 15 })),
    flow: devicesOf('windows'),
    state: 'pass',
    message: 'held',
    share: [1, 1]
  },
  {
    says: 'given to some groups',
    parts: given(lockRule('windows', { minutes: 15, ...some })),
    flow: devicesOf('windows'),
    state: 'partial',
    message: 'some',
    subjects: ['windows']
  },
  {
    says: 'given to nobody',
    parts: given(lockRule('windows', { minutes: 15, ...nobody })),
    flow: devicesOf('windows'),
    state: 'fail',
    message: 'nobody'
  },
  {
    says: 'too weak',
    parts: given(lockRule('windows', { minutes: 16 })),
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
    parts: given(lockRule('windows', { minutes: 16 }), lockRule('windows', { minutes: 15 })),
    flow: devicesOf('windows'),
    state: 'pass'
  },
  {
    says: 'no device of the kind',
    parts: given(lockRule('windows', { minutes: 15 })),
    flow: devicesOf('other'),
    state: 'not-configured',
    message: 'none'
  },
  {
    says: 'held on two devices of three',
    parts: given(lockRule('windows', { minutes: 15 })),
    flow: devicesOf('windows', 'windows', 'macos'),
    state: 'partial',
    message: 'missing',
    share: [2, 3]
  },
  {
    says: 'nothing is never',
    parts: given(lockRule('windows', { minutes: 0 })),
    flow: devicesOf('windows'),
    state: 'fail',
    message: 'weak'
  },
  {
    says: 'telephones of Google’s, whose rule nobody can see, do not count',
    parts: given(),
    flow: devicesOf('android', 'ios'),
    by: { vendor: 'google' },
    state: 'not-configured'
  },
  {
    says: 'an organisational unit that loosens it',
    parts: given(
      lockRule('chromeos', { minutes: 10, from: 'chrome-policy' }),
      lockRule('chromeos', {
        id: 'pupils',
        minutes: 60,
        from: 'chrome-policy',
        assigned: { everyone: false, groups: ['/Pupils'], excluded: [] }
      })
    ),
    flow: devicesOf('chromeos'),
    by: { vendor: 'google' },
    state: 'fail',
    subjects: ['pupils']
  }
]);
