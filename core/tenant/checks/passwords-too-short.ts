import { check } from '../check.ts';

/** A password has as many characters as the school asks for. */
export const passwordsTooShort = check({
  id: 'passwords-too-short',
  title: { en: 'Passwords may be shorter than the school asks', cy: 'Gall cyfrineiriau fod yn fyrrach nag y mae’r ysgol yn gofyn' },
  duties: ['strong-passwords'],
  severity: 'medium',
  vendors: ['microsoft', 'google'],
  topics: ['passwordLength'],
  reads: ['passwordRules'],
  messages: {
    long: { en: 'Passwords have at least {length} characters everywhere.', cy: 'Mae gan gyfrineiriau o leiaf {length} nod ym mhobman.' },
    short: {
      en: 'In {count} of {of} {of:place|places} a password may have {shortest} {shortest:character|characters}; the school asks for {length}.',
      cy: 'Mewn {count} o {of} lle gall cyfrinair fod â {shortest} nod; mae’r ysgol yn gofyn am {length}.'
    },
    fixed: {
      en: 'Microsoft asks for {shortest} characters and lets nobody change that; the school asks for {length}. A second factor makes up for it.',
      cy: 'Mae Microsoft yn gofyn am {shortest} nod ac ni all neb newid hynny; mae’r ysgol yn gofyn am {length}. Mae ail ffactor yn gwneud iawn amdano.'
    }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-sspr-policy',
    google: 'https://support.google.com/a/answer/139399'
  },
  judge: ({ passwordRules }, { expects, vendor }) => {
    const length = expects.passwordLength;
    const short = passwordRules.filter(({ leastLength }) => leastLength !== undefined && leastLength < length);
    const share = { held: passwordRules.length - short.length, of: passwordRules.length };
    if (short.length === 0) return { state: 'pass', message: 'long', values: { length }, share };
    const values = {
      count: short.length,
      of: passwordRules.length,
      length,
      shortest: short.reduce((least, { leastLength = length }) => Math.min(least, leastLength), length)
    };
    if (vendor === 'microsoft') return { state: 'not-readable', message: 'fixed', values };
    const subjects = { count: short.length, first: short.map(({ place }) => ({ kind: 'place' as const, id: place })) };
    return { state: share.held > 0 ? 'partial' : 'fail', message: 'short', values, share, subjects };
  }
});
