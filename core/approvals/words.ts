import { fill, type Locale, type Text } from '../locale.ts';
import { type Counts, outside, type Outside, type Refusal, type State, type StepKind } from './approval.ts';
import type { Closing } from './kinds.ts';

/** How a request stands, as people read it. */
export const stateWords: { readonly [S in State]: Text } = {
  asked: { en: 'Waits for an answer', cy: 'Yn aros am ateb' },
  given: { en: 'Approved', cy: 'Cymeradwywyd' },
  refused: { en: 'Not approved', cy: 'Ni chymeradwywyd' },
  withdrawn: { en: 'Taken back', cy: 'Tynnwyd yn ôl' },
  expired: { en: 'Nobody answered in time', cy: 'Ni atebodd neb mewn pryd' },
  closed: { en: 'Over', cy: 'Ar ben' }
};

/** What somebody did, with `{by}` and `{when}`. */
export const stepWords: { readonly [S in StepKind]: Text } = {
  routed: { en: 'Asked on {when}', cy: 'Gofynnwyd ar {when}' },
  given: { en: '{by} approved it on {when}', cy: 'Cymeradwyodd {by} hyn ar {when}' },
  refused: { en: '{by} did not approve it on {when}', cy: 'Ni chymeradwyodd {by} hyn ar {when}' },
  withdrawn: { en: '{by} took it back on {when}', cy: 'Tynnodd {by} hyn yn ôl ar {when}' },
  expired: { en: 'It ran out on {when}', cy: 'Daeth i ben ar {when}' },
  closed: { en: '{by} closed it on {when}', cy: 'Caeodd {by} hyn ar {when}' }
};

/** What is said to close what was given. */
export const closingWords: { readonly [C in Exclude<Closing, 'by-itself'>]: Text } = {
  returned: { en: 'It is back', cy: 'Mae yn ôl' },
  deleted: { en: 'Moved and deleted', cy: 'Wedi’u symud a’u dileu' },
  over: { en: 'It is over, and the access is closed', cy: 'Mae ar ben, a’r mynediad wedi’i gau' }
};

/** Why something was not taken, as a sentence that says what to do. `{field}` is the question. */
export const refusalWords: { readonly [R in Refusal]: Text } = {
  'kind-off': {
    en: 'The school does not use this here. Please ask in person.',
    cy: 'Nid yw’r ysgol yn defnyddio hyn yma. Gofynnwch wyneb yn wyneb.'
  },
  'field-missing': { en: 'Please fill in «{field}».', cy: 'Llenwch «{field}».' },
  'too-long': { en: 'Please write less: what you typed is too long.', cy: 'Ysgrifennwch lai: mae’r hyn a deipioch yn rhy hir.' },
  'day-wrong': { en: 'Please choose a day for «{field}».', cy: 'Dewiswch ddiwrnod ar gyfer «{field}».' },
  'day-over': {
    en: 'That day is over. Please choose today or a later day for «{field}».',
    cy: 'Mae’r diwrnod hwnnw wedi mynd heibio. Dewiswch heddiw neu ddiwrnod diweddarach ar gyfer «{field}».'
  },
  'time-wrong': { en: 'Please give the time as 14:05.', cy: 'Rhowch yr amser fel 14:05.' },
  nobody: {
    en: 'Nobody who may decide this can be reached now. Please speak to the headteacher, or to the chair of governors.',
    cy: 'Ni ellir cyrraedd neb a gaiff benderfynu hyn nawr. Siaradwch â’r pennaeth, neu â chadeirydd y llywodraethwyr.'
  },
  'not-yours': { en: 'There is nothing here for you.', cy: 'Nid oes dim yma i chi.' },
  own: {
    en: 'Nobody decides their own request. Somebody else has been asked.',
    cy: 'Nid oes neb yn penderfynu ar ei gais ei hun. Gofynnwyd i rywun arall.'
  },
  decided: { en: 'This is decided already. Nothing was changed.', cy: 'Penderfynwyd ar hyn eisoes. Ni newidiwyd dim.' },
  'reason-missing': {
    en: 'Please write in a few words why not: whoever asked will read it.',
    cy: 'Ysgrifennwch mewn ychydig eiriau pam nad ydych yn cymeradwyo: bydd pwy bynnag a ofynnodd yn ei ddarllen.'
  },
  'nothing-open': { en: 'There is nothing left to close.', cy: 'Nid oes dim ar ôl i’w gau.' }
};

const counted: { readonly [O in Outside]: { readonly one: Text; readonly many: Text } } = {
  governor: { one: { en: '1 governor', cy: '1 llywodraethwr' }, many: { en: '{count} governors', cy: '{count} o lywodraethwyr' } },
  parent: {
    one: { en: '1 parent or carer', cy: '1 rhiant neu ofalwr' },
    many: { en: '{count} parents or carers', cy: '{count} o rieni neu ofalwyr' }
  },
  agency: {
    one: { en: '1 outside agency', cy: '1 asiantaeth allanol' },
    many: { en: '{count} outside agencies', cy: '{count} o asiantaethau allanol' }
  },
  outsider: {
    one: { en: '1 person outside the school', cy: '1 person y tu allan i’r ysgol' },
    many: { en: '{count} people outside the school', cy: '{count} o bobl y tu allan i’r ysgol' }
  }
};

/** Whom a message goes to, in numbers: `2 parents or carers, 1 outside agency`; empty where it goes to nobody outside. */
export function countWords(people: Counts, locale: Locale): string {
  return outside
    .filter(each => (people[each] ?? 0) > 0)
    .map(each => fill(counted[each][people[each] === 1 ? 'one' : 'many'][locale], { count: people[each] ?? 0 }))
    .join(', ');
}
