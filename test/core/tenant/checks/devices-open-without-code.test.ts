import { devicesOpenWithoutCode } from '../../../../core/tenant/checks/devices-open-without-code.ts';
import { devicesOf, given, lockRule, nobody, some } from '../../../support/locks.ts';
import { examineCheck } from '../../../support/tenant.ts';

examineCheck(devicesOpenWithoutCode, [
  {
    says: 'given to everybody',
    parts: given(lockRule('windows', { required: true })),
    flow: devicesOf('windows'),
    state: 'pass',
    message: 'held',
    share: [1, 1]
  },
  {
    says: 'given to some groups',
    parts: given(lockRule('windows', { required: true, ...some })),
    flow: devicesOf('windows'),
    state: 'partial',
    message: 'some',
    subjects: ['windows']
  },
  {
    says: 'given to nobody',
    parts: given(lockRule('windows', { required: true, ...nobody })),
    flow: devicesOf('windows'),
    state: 'fail',
    message: 'nobody'
  },
  {
    says: 'too weak',
    parts: given(lockRule('windows', { required: false })),
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
    parts: given(lockRule('windows', { required: false }), lockRule('windows', { required: true })),
    flow: devicesOf('windows'),
    state: 'pass'
  },
  {
    says: 'no device of the kind',
    parts: given(lockRule('windows', { required: true })),
    flow: devicesOf('other'),
    state: 'not-configured',
    message: 'none'
  },
  {
    says: 'held on two devices of three',
    parts: given(lockRule('windows', { required: true })),
    flow: devicesOf('windows', 'windows', 'ios'),
    state: 'partial',
    message: 'missing',
    share: [2, 3]
  }
]);
