import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** Where the school wants passwords changed, nobody is left out. */
export const passwordsExemptFromExpiry = survey({
  id: 'passwords-exempt-from-expiry',
  title: { en: 'Some passwords never run out', cy: 'Nid yw rhai cyfrineiriau byth yn dod i ben' },
  duties: ['change-passwords'],
  severity: 'medium',
  vendors: ['microsoft'],
  topics: ['passwordDays'],
  reads: [],
  walks: 'accounts',
  begin: tally,
  see: (seen, account) => {
    if (account.enabled && !account.guest && !account.synced)
      count(seen, account.neverExpires !== true, () => ({ kind: 'account', id: account.id, name: account.name }));
  },
  messages: {
    any: { en: 'The school does not want passwords to run out.', cy: 'Nid yw’r ysgol am i gyfrineiriau ddod i ben.' },
    none: { en: 'Nobody is left out of the school’s rule.', cy: 'Nid oes neb wedi’i eithrio o reol yr ysgol.' },
    some: {
      en: '{count} of {of} {of:account|accounts} {count:is|are} left out of the school’s rule: {count:its password never runs|their passwords never run} out. Take the exception away, or accept it with a reason.',
      cy: 'Mae {count} o {of} cyfrif {count:wedi’i eithrio|wedi’u heithrio} o reol yr ysgol: nid yw {count:ei gyfrinair|eu cyfrineiriau} byth yn dod i ben. Dilëwch yr eithriad, neu derbyniwch ef gyda rheswm.'
    }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/microsoft-365/admin/add-users/set-password-to-never-expire' },
  judge: (_parts, { expects }, seen) => {
    if (typeof expects.passwordDays !== 'number') return { state: 'pass', message: 'any' };
    const missing = seen.of - seen.held;
    if (missing === 0) return { state: 'pass', message: 'none', ...counts(seen) };
    return { state: seen.held > 0 ? 'partial' : 'fail', message: 'some', values: { count: missing, of: seen.of }, ...counts(seen) };
  }
});
