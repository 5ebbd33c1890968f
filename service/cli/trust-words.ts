import type { Text } from '../../core/locale.ts';

/** The words of `beadle trust`. */
export const trustWords = {
  heading: {
    en: '{name}: {schools} schools, {faulty} of which cannot be served.',
    cy: '{name}: {schools} ysgol, ac ni ellir gwasanaethu {faulty} ohonynt.'
  },
  school: { en: 'school', cy: 'ysgol' },
  people: { en: 'people', cy: 'pobl' },
  outstanding: { en: 'not signed', cy: 'heb lofnodi' },
  audit: { en: 'last audit', cy: 'archwiliad diwethaf' },
  wrong: { en: 'to put right', cy: 'i’w cywiro' },
  total: { en: 'together', cy: 'gyda’i gilydd' }
} as const satisfies { readonly [name: string]: Text };
