import { devicesLockTooLate } from '../../../../core/tenant/checks/devices-lock-too-late.ts';
import type { Device, LockRule } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const rule = (platform: LockRule['platform'], more: Partial<LockRule> = {}): LockRule => ({
  id: platform,
  name: platform,
  from: 'compliance',
  platform,
  assigned: { everyone: true, groups: [], excluded: [] },
  ...more
});
const some = { assigned: { everyone: false, groups: ['g'], excluded: [] } };
const nobody = { assigned: { everyone: false, groups: [], excluded: [] } };
const devices = (...platforms: readonly Device['platform'][]) => ({
  devices: platforms.map((platform, i) => ({ id: `d${i}`, name: `d${i}`, platform, personal: false }))
});
const given = (...rules: readonly LockRule[]) => ({ lockRules: { value: rules } });

examineCheck(devicesLockTooLate, [
  {
    says: 'given to everybody',
    parts: given(rule('windows', { minutes: 15 })),
    flow: devices('windows'),
    state: 'pass',
    message: 'held',
    share: [1, 1]
  },
  {
    says: 'given to some groups',
    parts: given(rule('windows', { minutes: 15, ...some })),
    flow: devices('windows'),
    state: 'partial',
    message: 'some',
    subjects: ['windows']
  },
  {
    says: 'given to nobody',
    parts: given(rule('windows', { minutes: 15, ...nobody })),
    flow: devices('windows'),
    state: 'fail',
    message: 'nobody'
  },
  {
    says: 'too weak',
    parts: given(rule('windows', { minutes: 16 })),
    flow: devices('windows'),
    state: 'fail',
    message: 'weak',
    subjects: ['windows']
  },
  { says: 'said by no rule', parts: given(rule('windows')), flow: devices('windows'), state: 'fail', message: 'missing', share: [0, 1] },
  {
    says: 'weak, and then strong for everybody',
    parts: given(rule('windows', { minutes: 16 }), rule('windows', { minutes: 15 })),
    flow: devices('windows'),
    state: 'pass'
  },
  {
    says: 'no device of the kind',
    parts: given(rule('windows', { minutes: 15 })),
    flow: devices('other'),
    state: 'not-configured',
    message: 'none'
  },
  {
    says: 'held on two devices of three',
    parts: given(rule('windows', { minutes: 15 })),
    flow: devices('windows', 'windows', 'macos'),
    state: 'partial',
    message: 'missing',
    share: [2, 3]
  },
  { says: 'nothing is never', parts: given(rule('windows', { minutes: 0 })), flow: devices('windows'), state: 'fail', message: 'weak' },
  {
    says: 'telephones of Google’s, whose rule nobody can see, do not count',
    parts: given(),
    flow: devices('android', 'ios'),
    by: { vendor: 'google' },
    state: 'not-configured'
  },
  {
    says: 'an organisational unit that loosens it',
    parts: given(
      rule('chromeos', { minutes: 10, from: 'chrome-policy' }),
      rule('chromeos', {
        id: 'pupils',
        minutes: 60,
        from: 'chrome-policy',
        assigned: { everyone: false, groups: ['/Pupils'], excluded: [] }
      })
    ),
    flow: devices('chromeos'),
    by: { vendor: 'google' },
    state: 'fail',
    subjects: ['pupils']
  }
]);
