import type { SignInRules } from '../../../core/tenant/snapshot.ts';
import { part, type Read } from '../../part.ts';
import { scopes } from '../scopes.ts';
import { type Placed, secondsOf, settingsOf } from '../settings.ts';

const by: Read = { vendor: 'google', rights: [scopes.policies, scopes.units] };
const types = [
  'security.two_step_verification_enrollment',
  'security.two_step_verification_enforcement',
  'security.two_step_verification_enforcement_factor',
  'security.session_controls',
  'security.less_secure_apps',
  'security.user_account_recovery',
  'security.super_admin_account_recovery'
] as const;

/** A web session of Google’s lasts a fortnight where nobody decided. */
const fortnight = 14 * 24 * 60 * 60;

/** 2-step verification, sessions and recovery, by organisational unit. */
export function signInRules(customer: string) {
  return part({
    ...by,
    part: 'signInRules',
    read: async way => {
      const read = await settingsOf(way, by, customer, types);
      if ('unread' in read) return read;
      const settings = read.value;
      const places = [...new Set(types.flatMap(type => settings[type]!.map(({ place }) => place)))];
      const units = places.map((place): SignInRules['units'][number] => {
        const of = (type: (typeof types)[number]): Placed => nearest(settings[type]!, place);
        const factor = of('security.two_step_verification_enforcement_factor').value['allowedSignInFactorSet'];
        const seconds = secondsOf(of('security.session_controls').value['webSessionDuration']);
        const lessSecure = of('security.less_secure_apps').value['allowLessSecureApps'];
        return {
          place,
          secondStep: stepOf(
            of('security.two_step_verification_enrollment').value['allowEnrollment'],
            of('security.two_step_verification_enforcement').value['enforcedFrom']
          ),
          ...(typeof factor === 'string' ? { telephoneAllowed: factor === 'ALL' } : {}),
          sessionSeconds: seconds ?? fortnight,
          ...(typeof lessSecure === 'boolean' ? { lessSecureApps: lessSecure } : {}),
          byDefault: types.every(type => of(type).byDefault)
        };
      });
      const recovery = (type: (typeof types)[number]): boolean | undefined => {
        const value = nearest(settings[type]!, '/').value['enableAccountRecovery'];
        return typeof value === 'boolean' ? value : undefined;
      };
      const [users, admins] = [recovery('security.user_account_recovery'), recovery('security.super_admin_account_recovery')];
      return {
        value: {
          access: { unread: 'unsupported' },
          units,
          recovery: { ...(users === undefined ? {} : { users }), ...(admins === undefined ? {} : { admins }) }
        }
      };
    }
  });
}

/** The setting of a place, or of the nearest place above it that has its own. */
function nearest(all: readonly Placed[], place: string): Placed {
  const fits = all.filter(each => each.place === place || each.place === '/' || place.startsWith(`${each.place}/`));
  return fits.reduce((longest, each) => (each.place.length > longest.place.length ? each : longest));
}

/** The first second of 1970 is Google’s way to say «not enforced». */
function stepOf(allowed: unknown, from: unknown): SignInRules['units'][number]['secondStep'] {
  const enforced = typeof from === 'string' && Date.parse(from) > 0;
  return enforced ? 'enforced' : allowed === false ? 'off' : 'allowed';
}
