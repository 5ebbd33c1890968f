import { ownDevicesMayJoin } from '../../../../core/tenant/checks/own-devices-may-join.ts';
import { expectationsOf } from '../../../../core/tenant/packs.ts';
import type { EnrolmentRule } from '../../../../core/tenant/snapshot.ts';
import { examineCheck } from '../../../support/tenant.ts';

const never = { expects: expectationsOf('school', { ownDevices: 'never' }) };
const rule = (platform: EnrolmentRule['platform'], personalBlocked: boolean): EnrolmentRule => ({
  name: 'All users',
  platform,
  personalBlocked,
  assigned: { everyone: true, groups: [], excluded: [] }
});
const given = (...rules: readonly EnrolmentRule[]) => ({ enrolmentRules: { value: rules } });

examineCheck(ownDevicesMayJoin, [
  { says: 'the school allows them', parts: given(rule('windows', false)), state: 'pass', message: 'allowed' },
  { says: 'blocked everywhere', parts: given(rule('windows', true), rule('ios', true)), by: never, state: 'pass', message: 'blocked' },
  { says: 'open on iPads', parts: given(rule('windows', true), rule('ios', false)), by: never, state: 'partial', subjects: ['ios'] },
  {
    says: 'open to nobody',
    parts: given({ ...rule('ios', false), assigned: { everyone: false, groups: [], excluded: [] } }),
    by: never,
    state: 'pass'
  },
  { says: 'no restriction at all', parts: given(), by: never, state: 'not-configured' }
]);
