import { devicesOpenWithoutCode } from '../../../../core/tenant/checks/devices-open-without-code.ts';
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

examineCheck(devicesOpenWithoutCode, [
  {
    says: 'given to everybody',
    parts: given(rule('windows', { required: true })),
    flow: devices('windows'),
    state: 'pass',
    message: 'held',
    share: [1, 1]
  },
  {
    says: 'given to some groups',
    parts: given(rule('windows', { required: true, ...some })),
    flow: devices('windows'),
    state: 'partial',
    message: 'some',
    subjects: ['windows']
  },
  {
    says: 'given to nobody',
    parts: given(rule('windows', { required: true, ...nobody })),
    flow: devices('windows'),
    state: 'fail',
    message: 'nobody'
  },
  {
    says: 'too weak',
    parts: given(rule('windows', { required: false })),
    flow: devices('windows'),
    state: 'fail',
    message: 'weak',
    subjects: ['windows']
  },
  { says: 'said by no rule', parts: given(rule('windows')), flow: devices('windows'), state: 'fail', message: 'missing', share: [0, 1] },
  {
    says: 'weak, and then strong for everybody',
    parts: given(rule('windows', { required: false }), rule('windows', { required: true })),
    flow: devices('windows'),
    state: 'pass'
  },
  {
    says: 'no device of the kind',
    parts: given(rule('windows', { required: true })),
    flow: devices('other'),
    state: 'not-configured',
    message: 'none'
  },
  {
    says: 'held on two devices of three',
    parts: given(rule('windows', { required: true })),
    flow: devices('windows', 'windows', 'ios'),
    state: 'partial',
    message: 'missing',
    share: [2, 3]
  }
]);
