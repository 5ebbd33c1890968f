import type { Text } from '../../core/locale.ts';

/** The words of `beadle directory`. */
export const directoryWords = {
  counts: {
    en: 'Who is who: {added} new, {gone} gone, {changed} changed, {same} the same.',
    cy: 'Pwy yw pwy: {added} newydd, {gone} wedi mynd, {changed} wedi newid, {same} yr un fath.'
  },
  source: { en: 'SOURCE', cy: 'FFYNHONNELL' },
  people: { en: 'PEOPLE', cy: 'POBL' },
  taken: { en: 'read', cy: 'wedi’i darllen' },
  held: {
    en: 'not believed: {missing} would be gone; --leavers takes it over',
    cy: 'heb ei chredu: byddai {missing} wedi mynd; mae --leavers yn ei derbyn'
  },
  heldBefore: { en: 'not believed', cy: 'heb ei chredu' },
  forbidden: { en: 'not permitted: it lacks {lacks}', cy: 'heb ganiatâd: mae’n brin o {lacks}' },
  unread: { en: 'not read; what was known stays', cy: 'heb ei darllen; erys yr hyn a oedd yn hysbys' },
  doubts: { en: '{count} entries could not be used', cy: 'ni ellid defnyddio {count} cofnod' },
  added: { en: 'New', cy: 'Newydd' },
  gone: { en: 'Gone', cy: 'Wedi mynd' },
  changed: { en: 'Changed', cy: 'Wedi newid' },
  more: { en: 'and {count} more', cy: 'a {count} arall' },
  none: {
    en: 'beadle.yaml names no sources, so nothing is needed. Write «sources:» first.',
    cy: 'Nid yw beadle.yaml yn enwi unrhyw ffynonellau, felly nid oes angen dim. Ysgrifennwch «sources:» yn gyntaf.'
  },
  tied: {
    en: 'Of those who sign, now tied to their account, so that Teams knows them: {count}.',
    cy: 'O’r rhai sy’n llofnodi, wedi’u cysylltu bellach â’u cyfrif fel bod Teams yn eu hadnabod: {count}.'
  },
  looked: {
    en: 'Nothing was taken over: «beadle directory» does that.',
    cy: 'Ni dderbyniwyd dim: mae «beadle directory» yn gwneud hynny.'
  },
  forgotten: { en: 'No longer named, and forgotten: {sources}.', cy: 'Heb eu henwi mwyach, ac wedi’u hanghofio: {sources}.' }
} as const satisfies { readonly [name: string]: Text };
