import { check } from '../check.ts';
import { platformNames } from '../locks.ts';
import { listed } from '../../locale.ts';

/** Where the school wants no device of people’s own, none may be enrolled. */
export const ownDevicesMayJoin = check({
  id: 'own-devices-may-join',
  title: { en: 'People may enrol their own devices', cy: 'Gall pobl gofrestru eu dyfeisiau eu hunain' },
  duties: ['no-school-data-on-own-devices', 'own-devices-off-network'],
  severity: 'low',
  vendors: ['microsoft'],
  topics: ['ownDevices'],
  reads: ['enrolmentRules'],
  messages: {
    allowed: { en: 'The school allows people’s own devices.', cy: 'Mae’r ysgol yn caniatáu dyfeisiau pobl eu hunain.' },
    blocked: { en: 'People’s own devices are blocked everywhere.', cy: 'Mae dyfeisiau pobl eu hunain wedi’u rhwystro ym mhobman.' },
    open: {
      en: 'People’s own devices may be enrolled on {platforms}. Block personal devices in the enrolment restrictions.',
      cy: 'Gellir cofrestru dyfeisiau pobl eu hunain ar {platforms}. Rhwystrwch ddyfeisiau personol yn y cyfyngiadau cofrestru.'
    },
    unset: {
      en: 'No enrolment restriction was found, so everybody may enrol a device.',
      cy: 'Ni chanfuwyd cyfyngiad cofrestru, felly gall pawb gofrestru dyfais.'
    }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/mem/intune/enrollment/enrollment-restrictions-set' },
  judge: ({ enrolmentRules }, { expects }) => {
    if (expects.ownDevices === 'allowed') return { state: 'pass', message: 'allowed' };
    if (enrolmentRules.length === 0) return { state: 'not-configured', message: 'unset' };
    const open = enrolmentRules.filter(
      ({ personalBlocked, assigned }) => !personalBlocked && (assigned.everyone || assigned.groups.length > 0)
    );
    if (open.length === 0) return { state: 'pass', message: 'blocked' };
    return {
      state: open.length < enrolmentRules.length ? 'partial' : 'fail',
      message: 'open',
      values: { platforms: listed(open.map(({ platform }) => platformNames[platform])) },
      share: { held: enrolmentRules.length - open.length, of: enrolmentRules.length },
      subjects: { count: open.length, first: open.map(({ name, platform }) => ({ kind: 'setting', id: platform, name })) }
    };
  }
});
