import type { Text } from '../../core/locale.ts';
import type { ChangeKind } from '../../core/policies/changes.ts';
import type { Standing } from '../../core/policies/standing.ts';

/** What happened to a clause, in a word. */
export const changeWords: { readonly [K in ChangeKind]: Text } = {
  added: { en: 'new', cy: 'newydd' },
  removed: { en: 'gone', cy: 'wedi mynd' },
  reworded: { en: 'reworded', cy: 'aileiriwyd' },
  rebound: { en: 'binds others', cy: 'rhwymo eraill' },
  renumbered: { en: 'moved', cy: 'symudwyd' },
  translated: { en: 'translated', cy: 'cyfieithwyd' },
  refiled: { en: 'duties only', cy: 'dyletswyddau’n unig' }
};

/** The heads of columns for standings. */
export const standingHeads: { readonly [S in Standing]: Text } = {
  signed: { en: 'SIGNED', cy: 'LLOFNODWYD' },
  opened: { en: 'OPENED', cy: 'AGORWYD' },
  asked: { en: 'ASKED', cy: 'GOFYNNWYD' },
  due: { en: 'TO ASK', cy: 'I OFYN' },
  expired: { en: 'AGAIN', cy: 'ETO' },
  overdue: { en: 'LATE', cy: 'HWYR' },
  declined: { en: 'DECLINED', cy: 'GWRTHODWYD' },
  excused: { en: 'EXCUSED', cy: 'ESGUSODWYD' },
  left: { en: 'LEFT', cy: 'GADAWODD' }
};

/** The words of `beadle publish`. */
export const publishWords = {
  heading: { en: '{title} ({policy}), version {number}', cy: '{title} ({policy}), fersiwn {number}' },
  first: { en: 'It is the first version of this policy.', cy: 'Dyma fersiwn gyntaf y polisi hwn.' },
  follows: { en: 'Version {last} of {date} is in force.', cy: 'Fersiwn {last}, {date}, sydd mewn grym.' },
  audience: { en: 'AUDIENCE', cy: 'CYNULLEIDFA' },
  wanted: { en: 'TO SIGN', cy: 'I LOFNODI' },
  asks: { en: 'ASKED ANEW', cy: 'GOFYNNIR' },
  ends: { en: 'SIGNATURES THAT END', cy: 'LLOFNODION SY’N DOD I BEN' },
  changed: { en: 'Changed:', cy: 'Newidiadau:' },
  unchanged: { en: 'No clause has changed.', cy: 'Nid oes yr un cymal wedi newid.' },
  was: { en: 'was', cy: 'gynt' },
  now: { en: 'now', cy: 'bellach' },
  more: { en: '… and {count} more clauses', cy: '… a {count} arall o gymalau' },
  forAudience: { en: 'What {audience} read of it:', cy: 'Yr hyn y mae {audience} yn ei ddarllen amdano:' },
  think: { en: 'Think of this first:', cy: 'Ystyriwch hyn yn gyntaf:' },
  nobody: {
    en: 'Nobody is known who signs it yet: «beadle people import» reads the list of people.',
    cy: 'Nid oes neb yn hysbys eto sy’n ei lofnodi: mae «beadle people import» yn darllen y rhestr o bobl.'
  },
  ask: {
    en: 'Publish version {number}? It cannot be taken back. [y/N] ',
    cy: 'Cyhoeddi fersiwn {number}? Ni ellir ei dynnu’n ôl. [y/N] '
  },
  waits: {
    en: 'Nothing is published yet. Say --yes to publish it.',
    cy: 'Nid oes dim wedi’i gyhoeddi eto. Rhowch --yes i’w gyhoeddi.'
  },
  left: { en: 'Nothing was published.', cy: 'Ni chyhoeddwyd dim.' },
  done: {
    en: 'Version {number} of {policy} is published. SHA-256 of its text: {hashes}',
    cy: 'Mae fersiwn {number} o {policy} wedi’i chyhoeddi. SHA-256 ei thestun: {hashes}'
  },
  asked: {
    en: 'People are asked on {date}, by «beadle serve». Signatures to ask for: {count}.',
    cy: 'Gofynnir i bobl ar {date}, gan «beadle serve». Llofnodion i ofyn amdanynt: {count}.'
  },
  same: {
    en: '{policy} is published as it is: version {number}.',
    cy: 'Mae {policy} wedi’i gyhoeddi fel y mae: fersiwn {number}.'
  }
} as const satisfies { readonly [name: string]: Text };

/** The words of `beadle people`. */
export const peopleWords = {
  heading: { en: '{file}: {count} people', cy: '{file}: {count} o bobl' },
  audience: { en: 'AUDIENCE', cy: 'CYNULLEIDFA' },
  people: { en: 'PEOPLE', cy: 'POBL' },
  signs: { en: 'SIGNS', cy: 'YN LLOFNODI' },
  nothing: { en: 'nothing', cy: 'dim' },
  none: { en: 'in no audience', cy: 'heb gynulleidfa' },
  unreached: {
    en: 'Without an address or Entra id, so asked in class, at the kiosk or on paper: {count}.',
    cy: 'Heb gyfeiriad na rhif Entra, felly gofynnir iddynt yn y dosbarth, wrth y ciosg neu ar bapur: {count}.'
  },
  childless: {
    en: 'Parents without a child on the list, so never asked: {names}.',
    cy: 'Rhieni heb blentyn ar y rhestr, felly ni ofynnir iddynt byth: {names}.'
  },
  posts: {
    en: 'Nobody on the list is {roles}.',
    cy: 'Nid oes neb ar y rhestr yn {roles}.'
  },
  same: { en: 'Everybody is known already, as the list says.', cy: 'Mae pawb eisoes yn hysbys, fel y dywed y rhestr.' },
  differs: {
    en: 'Beside what is known: {added} new, {changed} changed, {left} no longer on the list, {same} the same.',
    cy: 'O gymharu â’r hyn sy’n hysbys: {added} newydd, {changed} wedi newid, {left} heb fod ar y rhestr mwyach, {same} yr un fath.'
  },
  added: { en: 'New', cy: 'Newydd' },
  changed: { en: 'Changed', cy: 'Wedi newid' },
  left: { en: 'No longer on the list', cy: 'Heb fod ar y rhestr mwyach' },
  more: { en: '{names} and {count} more', cy: '{names} (+ {count} arall)' },
  exported: {
    en: 'An export of {system}. Rows of which something is to be said: {count}.',
    cy: 'Allforiad o {system}. Rhesi y mae rhywbeth i’w ddweud amdanynt: {count}.'
  },
  row: { en: 'line {line}: {says}', cy: 'llinell {line}: {says}' },
  hint: { en: '«beadle people import» takes this over.', cy: 'Mae «beadle people import» yn derbyn hyn.' },
  ask: { en: 'Take this over? [y/N] ', cy: 'Derbyn hyn? [y/N] ' },
  waits: { en: 'Nothing is taken over yet. Say --yes to do so.', cy: 'Nid oes dim wedi’i dderbyn eto. Rhowch --yes i wneud hynny.' },
  kept: { en: 'Nothing was taken over.', cy: 'Ni dderbyniwyd dim.' },
  done: {
    en: 'Taken over: {added} new, {changed} changed, {left} left.',
    cy: 'Derbyniwyd: {added} newydd, {changed} wedi newid, {left} wedi gadael.'
  }
} as const satisfies { readonly [name: string]: Text };

/** The words of `beadle status`. */
export const statusWords = {
  heading: { en: '{title}, version {number} of {date}', cy: '{title}, fersiwn {number}, {date}' },
  audience: { en: 'AUDIENCE', cy: 'CYNULLEIDFA' },
  wanted: { en: 'TO SIGN', cy: 'I LOFNODI' },
  total: { en: 'all', cy: 'pawb' },
  none: {
    en: 'Nothing is published yet: «beadle publish» shows what would be.',
    cy: 'Nid oes dim wedi’i gyhoeddi eto: mae «beadle publish» yn dangos beth fyddai.'
  },
  nobody: {
    en: 'Nobody is known who signs it: «beadle people import» reads the list of people.',
    cy: 'Nid oes neb yn hysbys sy’n ei lofnodi: mae «beadle people import» yn darllen y rhestr o bobl.'
  },
  proves: {
    en: 'A signature proves notice, not conduct. Who stands where by name: ask the bot, or «beadle export».',
    cy: 'Prawf o rybudd yw llofnod, nid o ymddygiad. Pwy sy’n sefyll ymhle wrth eu henwau: gofynnwch i’r bot, neu «beadle export».'
  }
} as const satisfies { readonly [name: string]: Text };
