import { domainOf, survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** Everybody of whom the school expects it has set up a second factor. */
export const secondFactorMissing = survey({
  id: 'second-factor-missing',
  title: { en: 'People have no second factor', cy: 'Nid oes gan bobl ail ffactor' },
  duties: ['answer-for-own-account', 'limit-access-to-data'],
  severity: 'high',
  vendors: ['microsoft', 'google'],
  topics: ['secondFactorFor'],
  people: {
    says: {
      en: 'Reads who has set up a second factor, never what it is used for.',
      cy: 'Mae’n darllen pwy sydd wedi gosod ail ffactor, byth ar gyfer beth y’i defnyddir.'
    },
    monitors: false
  },
  reads: [],
  walks: 'secondFactors',
  begin: tally,
  see: (seen, { account, name, admin, guest, capable }, { expects, domains }) => {
    const wanted = expects.secondFactorFor;
    if (guest || wanted === 'nobody') return;
    const staff = domains.staff.indexOf(domainOf(name)) >= 0;
    if (wanted === 'everybody' || admin || (wanted === 'staff' && staff))
      count(seen, capable, () => ({ kind: 'account', id: account, name }));
  },
  messages: {
    all: { en: '{of} of {of} {of:has|have} set up a second factor.', cy: 'Mae {of} o {of} wedi gosod ail ffactor.' },
    some: {
      en: '{count} of {of} {of:person|people} of whom the school expects it {count:has|have} no second factor. Ask {count:that person|them} to set one up.',
      cy: 'Nid oes gan {count} o’r {of} y mae’r ysgol yn ei ddisgwyl ganddynt ail ffactor. Gofynnwch {count:i’r person hwnnw|iddynt} osod un.'
    },
    nobody: { en: 'The school asks nobody for a second factor.', cy: 'Nid yw’r ysgol yn gofyn i neb am ail ffactor.' }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-authentication-methods-activity',
    google: 'https://support.google.com/a/answer/9176805'
  },
  judge: (_parts, { expects }, seen) => {
    if (expects.secondFactorFor === 'nobody' || seen.of === 0) return { state: 'pass', message: 'nobody' };
    const open = seen.of - seen.held;
    if (open === 0) return { state: 'pass', message: 'all', values: { of: seen.of }, ...counts(seen) };
    return { state: seen.held > 0 ? 'partial' : 'fail', message: 'some', values: { count: open, of: seen.of }, ...counts(seen) };
  }
});
