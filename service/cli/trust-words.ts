import type { Text } from '../../core/locale.ts';

/** The words of `beadle trust`. */
export const trustWords = {
  heading: {
    en: '{name}: {schools} {schools:school|schools}, {schools:and it|and all of them} can be served.',
    cy: '{name}: {schools} ysgol, a gellir gwasanaethu {schools:honno|pob un ohonynt}.'
  },
  faulty: {
    en: '{name}: {schools} {schools:school|schools}, {faulty} of which cannot be served.',
    cy: '{name}: {schools} ysgol, ac ni ellir gwasanaethu {faulty} ohonynt.'
  },
  never: {
    en: 'Audits are switched on and have not run yet: {ids}. «beadle serve --trust» runs them; «beadle audit --school FILE» does it now.',
    cy: 'Mae archwiliadau wedi’u troi ymlaen ond heb redeg eto: {ids}. Mae «beadle serve --trust» yn eu rhedeg; mae «beadle audit --school FILE» yn gwneud hynny nawr.'
  },
  off: {
    en: 'Not audited: {count} {count:school|schools}, where beadle.yaml has no «audit:».',
    cy: 'Heb eu harchwilio: {count} ysgol, lle nad oes «audit:» yn beadle.yaml.'
  },
  school: { en: 'school', cy: 'ysgol' },
  people: { en: 'people', cy: 'pobl' },
  outstanding: { en: 'not signed', cy: 'heb lofnodi' },
  audit: { en: 'last audit', cy: 'archwiliad diwethaf' },
  wrong: { en: 'to put right', cy: 'i’w cywiro' },
  total: { en: 'together', cy: 'gyda’i gilydd' }
} as const satisfies { readonly [name: string]: Text };
