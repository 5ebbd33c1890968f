import { check } from '../check.ts';

/** The school’s own name and the like are no passwords. */
export const schoolWordsAsPasswords = check({
  id: 'school-words-as-passwords',
  title: { en: 'Words of the school may be passwords', cy: 'Gall geiriau’r ysgol fod yn gyfrineiriau' },
  duties: ['strong-passwords'],
  severity: 'low',
  vendors: ['microsoft'],
  topics: [],
  reads: ['passwordRules'],
  messages: {
    listed: {
      en: '{count} {count:word of the school is|words of the school are} refused in passwords.',
      cy: 'Gwrthodir {count} o eiriau’r ysgol mewn cyfrineiriau.'
    },
    vendor: {
      en: 'Microsoft refuses its own list of common passwords; no words of the school are on it. Add the school’s name, its town and its motto.',
      cy: 'Mae Microsoft yn gwrthod ei restr ei hun o gyfrineiriau cyffredin; nid oes geiriau’r ysgol arni. Ychwanegwch enw’r ysgol, ei thref a’i harwyddair.'
    },
    off: {
      en: 'A list of words is there, but it is switched off. Switch «Enforce custom list» on.',
      cy: 'Mae rhestr o eiriau yno, ond mae wedi’i diffodd. Trowch «Enforce custom list» ymlaen.'
    }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/entra/identity/authentication/tutorial-configure-custom-password-protection' },
  judge: ({ passwordRules }) => {
    const rule = passwordRules[0];
    const words = (rule && rule.bannedWords) || 0;
    if (words === 0) return { state: 'not-configured', message: 'vendor' };
    return rule && rule.bannedWordsOn ? { state: 'pass', message: 'listed', values: { count: words } } : { state: 'fail', message: 'off' };
  }
});
