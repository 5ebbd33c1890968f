import type { Text } from '../../core/locale.ts';

/** What a school can switch on that needs a right at Microsoft or Google. The add-ins and the bot itself need none: each has a registration of its own. */
export type Feature = 'audit' | 'directory' | 'post' | 'rules' | 'sent' | 'install';

/** What each is called. */
export const featureNames: { readonly [F in Feature]: Text } = {
  audit: { en: 'audits', cy: 'archwiliadau' },
  directory: { en: 'who is who', cy: 'pwy yw pwy' },
  post: { en: 'mail by the tenant', cy: 'post drwy’r denantiaeth' },
  rules: { en: 'Gmail’s own rules', cy: 'rheolau Gmail ei hun' },
  sent: { en: 'what was sent anyway', cy: 'yr hyn a anfonwyd beth bynnag' },
  install: { en: 'installing in Teams', cy: 'gosod yn Teams' }
};
