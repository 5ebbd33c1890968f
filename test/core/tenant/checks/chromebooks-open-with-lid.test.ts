import { chromebooksOpenWithLid } from '../../../../core/tenant/checks/chromebooks-open-with-lid.ts';
import type { Device, LockRule } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const rule = (platform: LockRule['platform'], more: Partial<LockRule> = {}): LockRule => ({
  id: platform,
  name: platform,
  from: 'chrome-policy',
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

examineCheck(chromebooksOpenWithLid, [
  {
    says: 'given to everybody',
    parts: given(rule('chromeos', { lockOnClose: true })),
    flow: devices('chromeos'),
    by: { vendor: 'google' },
    state: 'pass',
    message: 'held',
    share: [1, 1]
  },
  {
    says: 'given to some groups',
    parts: given(rule('chromeos', { lockOnClose: true, ...some })),
    flow: devices('chromeos'),
    by: { vendor: 'google' },
    state: 'partial',
    message: 'some',
    subjects: ['chromeos']
  },
  {
    says: 'given to nobody',
    parts: given(rule('chromeos', { lockOnClose: true, ...nobody })),
    flow: devices('chromeos'),
    by: { vendor: 'google' },
    state: 'fail',
    message: 'nobody'
  },
  {
    says: 'too weak',
    parts: given(rule('chromeos', { lockOnClose: false })),
    flow: devices('chromeos'),
    by: { vendor: 'google' },
    state: 'fail',
    message: 'weak',
    subjects: ['chromeos']
  },
  {
    says: 'said by no rule',
    parts: given(rule('chromeos')),
    flow: devices('chromeos'),
    by: { vendor: 'google' },
    state: 'fail',
    message: 'missing',
    share: [0, 1]
  },
  {
    says: 'weak, and then strong for everybody',
    parts: given(rule('chromeos', { lockOnClose: false }), rule('chromeos', { lockOnClose: true })),
    flow: devices('chromeos'),
    by: { vendor: 'google' },
    state: 'fail'
  },
  {
    says: 'no device of the kind',
    parts: given(rule('chromeos', { lockOnClose: true })),
    flow: devices('other'),
    by: { vendor: 'google' },
    state: 'not-configured',
    message: 'none'
  }
]);
