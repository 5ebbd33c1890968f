import { survey } from '../check.ts';
import { count, counts, tally } from '../tally.ts';

/** No account may have a password weaker than the vendor’s own rules allow. */
export const weakPasswordsAllowed = survey({
  id: 'weak-passwords-allowed',
  title: { en: 'Weak passwords are allowed', cy: 'Caniateir cyfrineiriau gwan' },
  duties: ['strong-passwords'],
  severity: 'high',
  vendors: ['microsoft', 'google'],
  topics: [],
  reads: ['passwordRules'],
  walks: 'accounts',
  begin: tally,
  see: (seen, account) => {
    if (account.enabled && !account.guest)
      count(seen, account.weakAllowed !== true, () => ({ kind: 'account', id: account.id, name: account.name }));
  },
  messages: {
    none: { en: 'Strong passwords are asked of everybody.', cy: 'Gofynnir i bawb am gyfrineiriau cryf.' },
    some: {
      en: '{count} of {of} {of:account|accounts} may have a weak password. Take the exception away.',
      cy: 'Gall {count} o {of} cyfrif fod â chyfrinair gwan. Dilëwch yr eithriad.'
    },
    places: {
      en: 'Strong passwords are not enforced in {count} of {of} organisational {of:unit|units}. Switch them on there.',
      cy: 'Nid yw cyfrineiriau cryf yn cael eu gorfodi mewn {count} o {of} uned. Trowch nhw ymlaen yno.'
    }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-sspr-policy',
    google: 'https://support.google.com/a/answer/139399'
  },
  judge: ({ passwordRules }, _audited, seen) => {
    const weak = passwordRules.filter(({ strong }) => strong === false);
    if (weak.length > 0) {
      return {
        state: weak.length < passwordRules.length ? 'partial' : 'fail',
        message: 'places',
        values: { count: weak.length, of: passwordRules.length },
        share: { held: passwordRules.length - weak.length, of: passwordRules.length },
        subjects: { count: weak.length, first: weak.map(({ place }) => ({ kind: 'place', id: place })) }
      };
    }
    const allowed = seen.of - seen.held;
    if (allowed === 0) return { state: 'pass', message: 'none', ...counts(seen) };
    return { state: 'fail', message: 'some', values: { count: allowed, of: seen.of }, ...counts(seen) };
  }
});
