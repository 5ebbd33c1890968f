import { check } from '../check.ts';

/** An account is locked for a while once somebody has guessed wrong too often. */
export const lockoutTooLate = check({
  id: 'lockout-too-late',
  title: { en: 'Guessing passwords is stopped too late', cy: 'Mae dyfalu cyfrineiriau’n cael ei atal yn rhy hwyr' },
  duties: ['strong-passwords', 'answer-for-own-account'],
  severity: 'medium',
  vendors: ['microsoft'],
  topics: ['lockoutAttempts', 'lockoutSeconds'],
  reads: ['passwordRules'],
  messages: {
    soon: {
      en: 'An account is locked after {after} wrong passwords, for {seconds} seconds.',
      cy: 'Caiff cyfrif ei gloi ar ôl {after} cyfrinair anghywir, am {seconds} eiliad.'
    },
    vendor: {
      en: 'Nobody changed Microsoft’s own rule, which is enough: locked after {after} wrong passwords, for {seconds} seconds.',
      cy: 'Nid oes neb wedi newid rheol Microsoft ei hun, sy’n ddigon: cloi ar ôl {after} cyfrinair anghywir, am {seconds} eiliad.'
    },
    late: {
      en: 'An account is locked after {after} wrong passwords, for {seconds} seconds; it should be after {attempts} at most, for {least} at least.',
      cy: 'Caiff cyfrif ei gloi ar ôl {after} cyfrinair anghywir, am {seconds} eiliad; dylai fod ar ôl {attempts} fan bellaf, am o leiaf {least}.'
    }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-password-smart-lockout' },
  judge: ({ passwordRules }, { expects }) => {
    const rule = passwordRules[0];
    const { lockoutAfter: after, lockoutSeconds: seconds } = rule || {};
    if (!rule || after === undefined || seconds === undefined)
      return { state: 'not-readable', message: 'vendor', values: { after: 10, seconds: 60 } };
    const values = { after, seconds, attempts: expects.lockoutAttempts, least: expects.lockoutSeconds };
    const soon = after <= expects.lockoutAttempts && seconds >= expects.lockoutSeconds;
    if (!soon)
      return { state: 'fail', message: 'late', values, subjects: { count: 1, first: [{ kind: 'setting', id: 'LockoutThreshold' }] } };
    return { state: 'pass', message: rule.byDefault ? 'vendor' : 'soon', values };
  }
});
