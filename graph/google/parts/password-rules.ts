import type { PasswordRule } from '../../../core/tenant/snapshot.ts';
import { part, type Read } from '../../part.ts';
import { scopes } from '../scopes.ts';
import { secondsOf, settingsOf } from '../settings.ts';

const by: Read = { vendor: 'google', rights: [scopes.policies, scopes.units] };
const day = 24 * 60 * 60;

/** What Google holds passwords to where nobody decided: eight characters, no more, and they never run out. */
const byGoogle = { leastLength: 8, strong: false, enforcedAtSignIn: false, reuse: true, days: 'never' } as const;

/** Length, strength, reuse and expiry of passwords, by organisational unit. */
export function passwordRules(customer: string) {
  return part({
    ...by,
    part: 'passwordRules',
    read: async way => {
      const read = await settingsOf(way, by, customer, ['security.password']);
      if ('unread' in read) return read;
      return {
        value: read.value['security.password']!.map(({ place, value, byDefault }): PasswordRule => {
          const seconds = secondsOf(value['expirationDuration']);
          return {
            place,
            leastLength: typeof value['minimumLength'] === 'number' ? value['minimumLength'] : byGoogle.leastLength,
            strong: value['allowedStrength'] === undefined ? byGoogle.strong : value['allowedStrength'] === 'STRONG',
            enforcedAtSignIn: value['enforceRequirementsAtLogin'] === true,
            reuse: value['allowReuse'] === undefined ? byGoogle.reuse : value['allowReuse'] === true,
            days: seconds ? Math.ceil(seconds / day) : 'never',
            byDefault
          };
        })
      };
    }
  });
}
