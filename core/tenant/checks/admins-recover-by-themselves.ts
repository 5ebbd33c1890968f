import { check } from '../check.ts';

/** Nobody takes over an administrator’s account by its recovery address. */
export const adminsRecoverByThemselves = check({
  id: 'admins-recover-by-themselves',
  title: { en: 'An administrator’s account can be recovered from outside', cy: 'Gellir adfer cyfrif gweinyddwr o’r tu allan' },
  duties: ['limit-access-to-data'],
  severity: 'medium',
  vendors: ['google'],
  topics: [],
  reads: ['signInRules'],
  messages: {
    closed: {
      en: 'Super administrators cannot recover their accounts by themselves.',
      cy: 'Ni all uwch weinyddwyr adfer eu cyfrifon eu hunain.'
    },
    open: {
      en: 'A super administrator’s account can be recovered by telephone or mail. Switch that off; another administrator can help.',
      cy: 'Gellir adfer cyfrif uwch weinyddwr dros y ffôn neu drwy’r post. Diffoddwch hynny; gall gweinyddwr arall helpu.'
    },
    unset: {
      en: 'Nobody has decided this; Google’s own default holds.',
      cy: 'Nid oes neb wedi penderfynu hyn; rhagosodiad Google sydd mewn grym.'
    }
  },
  pages: { google: 'https://support.google.com/a/answer/9436964' },
  judge: ({ signInRules: { recovery } }) => {
    if (!recovery || recovery.admins === undefined) return { state: 'not-configured', message: 'unset' };
    return recovery.admins ? { state: 'fail', message: 'open' } : { state: 'pass', message: 'closed' };
  }
});
