import { check } from '../check.ts';

/** A password that was used before is not taken again. */
export const passwordsReused = check({
  id: 'passwords-reused',
  title: { en: 'Old passwords may be used again', cy: 'Gellir defnyddio hen gyfrineiriau eto' },
  duties: ['strong-passwords', 'one-password-one-system'],
  severity: 'low',
  vendors: ['google'],
  topics: [],
  reads: ['passwordRules'],
  messages: {
    none: { en: 'No old password is taken again.', cy: 'Ni dderbynnir hen gyfrinair eto.' },
    some: {
      en: 'Old passwords are taken again in {count} of {of} organisational {of:unit|units}. Switch «Allow password reuse» off there.',
      cy: 'Derbynnir hen gyfrineiriau eto mewn {count} o {of} uned. Diffoddwch «Allow password reuse» yno.'
    }
  },
  pages: { google: 'https://support.google.com/a/answer/139399' },
  judge: ({ passwordRules }) => {
    const reused = passwordRules.filter(({ reuse }) => reuse !== false);
    const share = { held: passwordRules.length - reused.length, of: passwordRules.length };
    if (reused.length === 0) return { state: 'pass', message: 'none', share };
    const subjects = { count: reused.length, first: reused.map(({ place }) => ({ kind: 'place' as const, id: place })) };
    return { state: share.held > 0 ? 'partial' : 'fail', message: 'some', values: { count: reused.length, of: share.of }, share, subjects };
  }
});
