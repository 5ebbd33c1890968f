import type { Device, LockRule } from '../../core/tenant/snapshot.ts';

/** A rule for how one platform locks, given to everybody unless `more` says otherwise. */
export const lockRule = (platform: LockRule['platform'], more: Partial<LockRule> = {}): LockRule => ({
  id: platform,
  name: platform,
  from: platform === 'chromeos' ? 'chrome-policy' : 'compliance',
  platform,
  assigned: { everyone: true, groups: [], excluded: [] },
  ...more
});

/** To whom a rule may be given: to some groups, or to nobody. */
export const some = { assigned: { everyone: false, groups: ['g'], excluded: [] } };
export const nobody = { assigned: { everyone: false, groups: [], excluded: [] } };

/** One device of each of these platforms, as they stream past. */
export const devicesOf = (...platforms: readonly Device['platform'][]) => ({
  devices: platforms.map((platform, i) => ({ id: `d${i}`, name: `d${i}`, platform, personal: false }))
});

/** The rules of a tenant. */
export const given = (...rules: readonly LockRule[]) => ({ lockRules: { value: rules } });
