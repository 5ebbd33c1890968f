import type { Control, Kept } from '../../core/duties.ts';
import type { Text } from '../../core/locale.ts';

/** How far a clause is kept. */
export const keptWords: { readonly [K in Kept]: Text } = {
  enforced: { en: 'enforced', cy: 'gorfodir' },
  checked: { en: 'checked', cy: 'gwirir' },
  reported: { en: 'reported', cy: 'adroddir' },
  'signed-only': { en: 'signed only', cy: 'llofnod yn unig' },
  'out-of-reach': { en: 'out of reach', cy: 'y tu hwnt' }
};

/** What each of these words claims, and no more. */
export const keptMeaning: { readonly [K in Kept]: Text } = {
  enforced: { en: 'a mail rule stops or warns', cy: 'mae rheol bost yn atal neu’n rhybuddio' },
  checked: { en: 'a check or a schedule looks', cy: 'mae gwiriad neu amserlen yn edrych' },
  reported: { en: 'somebody has to say so', cy: 'rhaid i rywun ddweud' },
  'signed-only': { en: 'a promise; a signature proves notice, not conduct', cy: 'addewid; prawf o rybudd yw llofnod, nid o ymddygiad' },
  'out-of-reach': { en: 'guidance, or nobody can tell', cy: 'canllaw, neu ni all neb ddweud' }
};

/** What serves a duty. */
export const controlWords: { readonly [C in Control]: Text } = {
  'mail-rule': { en: 'mail rule', cy: 'rheol bost' },
  'tenant-check': { en: 'tenant check', cy: 'gwiriad tenant' },
  schedule: { en: 'schedule', cy: 'amserlen' },
  approval: { en: 'approval', cy: 'cymeradwyaeth' },
  incident: { en: 'incident report', cy: 'adroddiad digwyddiad' },
  register: { en: 'register', cy: 'cofrestr' },
  signature: { en: 'signature', cy: 'llofnod' },
  guidance: { en: 'guidance', cy: 'canllaw' }
};

/** The words around the map’s table. */
export const mapWords = {
  clause: { en: 'CLAUSE', cy: 'CYMAL' },
  today: { en: 'TODAY', cy: 'HEDDIW' },
  by: { en: 'BY', cy: 'GAN' },
  couldBe: { en: 'COULD BE', cy: 'GALLAI FOD' },
  duties: { en: 'DUTIES', cy: 'DYLETSWYDDAU' },
  total: { en: 'clauses', cy: 'cymalau' },
  guidance: { en: 'guidance', cy: 'canllaw' },
  asks: { en: 'ASKS', cy: 'GOFYN' },
  asksNothing: { en: 'No duty is named for it.', cy: 'Ni enwir dyletswydd ar ei gyfer.' },
  wordy: {
    en: '--words prints what each clause says and asks for.',
    cy: 'Mae --words yn argraffu’r hyn y mae pob cymal yn ei ddweud ac yn ei ofyn.'
  },
  partly: {
    en: '* in part ({count} clauses): some of those bound, or some of what is asked, is kept less far.',
    cy: '* yn rhannol ({count} o gymalau): cedwir llai ar rai o’r bobl a rwymir, neu ar ran o’r hyn a ofynnir.'
  },
  guidedOne: {
    en: '1 clause names no duty: it is guidance, or its duty is still to be put in.',
    cy: 'Nid yw 1 cymal yn enwi dyletswydd: canllaw ydyw, neu mae ei ddyletswydd eto i’w nodi.'
  },
  partlyOne: {
    en: '* in part (1 clause): some of those bound, or some of what is asked, is kept less far.',
    cy: '* yn rhannol (1 cymal): cedwir llai ar rai o’r bobl a rwymir, neu ar ran o’r hyn a ofynnir.'
  },
  guided: {
    en: '{count} clauses name no duty: they are guidance, or their duties are still to be put in.',
    cy: 'Nid yw {count} o gymalau yn enwi dyletswydd: canllawiau ydynt, neu mae eu dyletswyddau eto i’w nodi.'
  },
  built: {
    en: 'TODAY counts the mail rules that are on, and signatures on paper. COULD BE counts what is not in place: tenant checks, schedules, approvals, incident reports and registers.',
    cy: 'Mae HEDDIW yn cyfrif y rheolau post sydd ymlaen, a llofnodion ar bapur. Mae GALLAI FOD yn cyfrif yr hyn nad yw yn ei le: gwiriadau tenant, amserlenni, cymeradwyaethau, adroddiadau digwyddiad a chofrestrau.'
  },
  builtLedger: {
    en: 'TODAY counts the mail rules that are on, and signatures in the ledger. COULD BE counts what is not in place: tenant checks, schedules, approvals, incident reports and registers.',
    cy: 'Mae HEDDIW yn cyfrif y rheolau post sydd ymlaen, a llofnodion yn y llyfr cofnodion. Mae GALLAI FOD yn cyfrif yr hyn nad yw yn ei le: gwiriadau tenant, amserlenni, cymeradwyaethau, adroddiadau digwyddiad a chofrestrau.'
  },
  audited: {
    en: 'TODAY counts as well what the audit of {date} looked at: {count} checks could judge.',
    cy: 'Mae HEDDIW yn cyfrif hefyd yr hyn yr edrychodd archwiliad {date} arno: gallai {count} gwiriad farnu.'
  },
  used: {
    en: 'TODAY counts as well what people can report and ask leave for here, and the registers that hold something.',
    cy: 'Mae HEDDIW yn cyfrif hefyd yr hyn y gall pobl adrodd amdano a gofyn am ganiatâd ar ei gyfer yma, a’r cofrestri sy’n dal rhywbeth.'
  },
  decided: { en: 'Rules as {file} decides.', cy: 'Rheolau fel y penderfyna {file}.' },
  defaults: {
    en: 'Rules with their own defaults; there is no beadle.yaml here.',
    cy: 'Rheolau â’u gosodiadau diofyn; nid oes beadle.yaml yma.'
  }
} as const satisfies { readonly [name: string]: Text };

/** The words around the findings of a lint. */
export const lintWords = {
  clean: { en: '{policy}: nothing to put right.', cy: '{policy}: dim i’w gywiro.' },
  one: { en: '{policy}: 1 thing to put right.', cy: '{policy}: 1 peth i’w gywiro.' },
  many: { en: '{policy}: {count} things to put right.', cy: '{policy}: {count} o bethau i’w cywiro.' },
  clause: { en: 'Clause {ids}', cy: 'Cymal {ids}' },
  clauses: { en: 'Clauses {ids}', cy: 'Cymalau {ids}' },
  whole: { en: 'The policy as a whole', cy: 'Y polisi cyfan' },
  trust: { en: 'trust: {ids}', cy: 'ymddiriedolaeth: {ids}' }
} as const satisfies { readonly [name: string]: Text };
