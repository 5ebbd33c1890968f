import { listed } from '../../locale.ts';
import { check } from '../check.ts';
import { platformNames } from '../locks.ts';

/** Where people use their own telephones, the school’s apps ask for a PIN of their own. */
export const appsOpenWithoutPin = check({
  id: 'apps-open-without-pin',
  title: { en: 'The school’s apps open without a PIN', cy: 'Mae apiau’r ysgol yn agor heb PIN' },
  duties: ['no-school-data-on-own-devices', 'password-on-devices'],
  severity: 'medium',
  vendors: ['microsoft'],
  topics: ['deviceLength', 'deviceAttempts'],
  reads: ['appRules'],
  messages: {
    asked: { en: 'The school’s apps ask for a PIN on {platforms}.', cy: 'Mae apiau’r ysgol yn gofyn am PIN ar {platforms}.' },
    weak: {
      en: 'The PIN that the school’s apps ask for on {platforms} is shorter than {length} characters, may be guessed too often, or is given to nobody.',
      cy: 'Mae’r PIN y mae apiau’r ysgol yn gofyn amdano ar {platforms} yn fyrrach na {length} nod, gellir ei ddyfalu’n rhy aml, neu ni roddwyd ef i neb.'
    },
    none: {
      en: 'No app protection policy asks for a PIN on {platforms}. Make one in Intune.',
      cy: 'Nid oes polisi diogelu apiau’n gofyn am PIN ar {platforms}. Gwnewch un yn Intune.'
    }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/mem/intune/apps/app-protection-policies' },
  judge: ({ appRules }, { expects }) => {
    const phones = ['ios', 'android'] as const;
    const asking = (platform: (typeof phones)[number]) => appRules.filter(rule => rule.platform === platform && rule.required === true);
    const strong = phones.filter(platform =>
      asking(platform).some(
        ({ leastLength = 0, failedAttempts = Infinity, assigned }) =>
          leastLength >= expects.deviceLength &&
          failedAttempts <= expects.deviceAttempts &&
          (assigned.everyone || assigned.groups.length > 0)
      )
    );
    const values = (some: readonly (typeof phones)[number][]) => ({
      platforms: listed(some.map(each => platformNames[each])),
      length: expects.deviceLength
    });
    if (strong.length === phones.length) return { state: 'pass', message: 'asked', values: values(strong) };
    const missing = phones.filter(platform => asking(platform).length === 0);
    const share = { held: strong.length, of: phones.length };
    const state = strong.length > 0 ? 'partial' : 'fail';
    if (missing.length > 0) return { state, message: 'none', values: values(missing), share };
    return { state, message: 'weak', values: values(phones.filter(platform => strong.indexOf(platform) < 0)), share };
  }
});
