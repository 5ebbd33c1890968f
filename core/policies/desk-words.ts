import type { Text } from '../locale.ts';
import type { Field } from './audience.ts';
import type { Refusal } from './desk.ts';
import type { Assurance, Channel, EntryKind } from './entry.ts';
import type { Role } from './person.ts';
import type { Standing } from './standing.ts';

/** Characters that people may type: what the inputs let through and what the desk takes. */
export const longest = { name: 120, field: 120, question: 1000, reason: 1000, note: 1000 } as const;

/** Why an answer was not taken and what to do. `{field}` is the field’s own word, `{most}` how many characters there may be. */
export const refusalWords: { readonly [R in Refusal]: Text } = {
  'not-asked': {
    en: 'You are not asked to sign this at the moment, and nothing was recorded. If you think you should be, tell the e-safety coordinator.',
    cy: 'Ni ofynnir i chi lofnodi hwn ar hyn o bryd, ac ni chofnodwyd dim. Os credwch y dylid gofyn i chi, rhowch wybod i’r cydlynydd e-ddiogelwch.'
  },
  'not-opened': {
    en: 'Please open and read the text before you sign it.',
    cy: 'Agorwch a darllenwch y testun cyn ei lofnodi.'
  },
  'old-version': {
    en: 'There is a newer version of this text. Please read the new one and sign that.',
    cy: 'Mae fersiwn mwy newydd o’r testun hwn. Darllenwch yr un newydd a llofnodwch hwnnw.'
  },
  'not-agreed': {
    en: 'Please tick what you agree to, or say that you do not agree.',
    cy: 'Ticiwch yr hyn rydych yn cytuno ag ef, neu dywedwch nad ydych yn cytuno.'
  },
  'name-missing': {
    en: 'Please type your full name: it is your signature.',
    cy: 'Teipiwch eich enw llawn: dyna eich llofnod.'
  },
  'name-too-long': {
    en: 'That name is too long: please type at most {most} characters.',
    cy: 'Mae’r enw hwnnw’n rhy hir: teipiwch {most} nod ar y mwyaf.'
  },
  'field-missing': { en: 'Please fill in «{field}».', cy: 'Llenwch «{field}».' },
  'field-too-long': {
    en: '«{field}» is too long: please type at most {most} characters.',
    cy: 'Mae «{field}» yn rhy hir: teipiwch {most} nod ar y mwyaf.'
  },
  'reason-missing': {
    en: 'Please say in a few words why you do not agree.',
    cy: 'Dywedwch mewn ychydig eiriau pam nad ydych yn cytuno.'
  },
  'signed-already': {
    en: 'You have signed this already; once is enough.',
    cy: 'Rydych wedi llofnodi hwn eisoes; mae unwaith yn ddigon.'
  },
  'countersigner-missing': {
    en: 'A second person must confirm this. Please say who typed it in or stood by.',
    cy: 'Rhaid i ail berson gadarnhau hyn. Dywedwch pwy a’i teipiodd neu pwy oedd yn bresennol.'
  }
};

/** Where a wanted signature stands, in a few words. */
export const standingWords: { readonly [S in Standing]: Text } = {
  due: { en: 'not asked yet', cy: 'heb ofyn eto' },
  asked: { en: 'asked', cy: 'gofynnwyd' },
  opened: { en: 'opened, not signed yet', cy: 'agorwyd, heb ei lofnodi eto' },
  signed: { en: 'signed', cy: 'llofnodwyd' },
  declined: { en: 'declined', cy: 'gwrthodwyd' },
  excused: { en: 'excused', cy: 'esgusodwyd' },
  overdue: { en: 'overdue', cy: 'hwyr' },
  expired: { en: 'to be signed again', cy: 'i’w lofnodi eto' },
  left: { en: 'left without signing', cy: 'gadawodd heb lofnodi' }
};

/** Where somebody was asked or answered. */
export const channelWords: { readonly [C in Channel]: Text } = {
  teams: { en: 'in Teams', cy: 'yn Teams' },
  mail: { en: 'by the link in an e-mail', cy: 'drwy’r ddolen mewn e-bost' },
  web: { en: 'on the sign page', cy: 'ar y dudalen lofnodi' },
  kiosk: { en: 'at the school’s kiosk', cy: 'wrth giosg yr ysgol' },
  class: { en: 'in class', cy: 'yn y dosbarth' },
  paper: { en: 'on paper', cy: 'ar bapur' }
};

/** How it is known who signed. */
export const assuranceWords: { readonly [A in Assurance]: Text } = {
  directory: { en: 'signed in with the school’s account', cy: 'wedi mewngofnodi â chyfrif yr ysgol' },
  code: { en: 'a code sent to the known address', cy: 'cod a anfonwyd i’r cyfeiriad hysbys' },
  countersigned: { en: 'typed in by a second person', cy: 'teipiwyd gan ail berson' },
  present: { en: 'present in person', cy: 'yn bresennol yn y cnawd' }
};

/** What happened, in a few words. */
export const entryWords: { readonly [K in EntryKind]: Text } = {
  published: { en: 'published', cy: 'cyhoeddwyd' },
  asked: { en: 'asked', cy: 'gofynnwyd' },
  reminded: { en: 'reminded', cy: 'atgoffwyd' },
  escalated: { en: 'passed on to the line manager', cy: 'trosglwyddwyd i’r rheolwr llinell' },
  opened: { en: 'opened', cy: 'agorwyd' },
  signed: { en: 'signed', cy: 'llofnodwyd' },
  declined: { en: 'declined', cy: 'gwrthodwyd' },
  excused: { en: 'excused', cy: 'esgusodwyd' },
  recalled: { en: 'excuse taken back', cy: 'tynnwyd yr esgusodiad yn ôl' },
  left: { en: 'left without signing', cy: 'gadawodd heb lofnodi' },
  'looked-up': { en: 'looked up', cy: 'edrychwyd ar y cofnod' },
  settled: { en: 'settled', cy: 'setlwyd' },
  erased: { en: 'personal details erased', cy: 'dilëwyd manylion personol' }
};

/** What is asked besides the name, as a label. */
export const fieldWords: { readonly [F in Field]: Text } = {
  'job-title': { en: 'Job title', cy: 'Teitl eich swydd' },
  class: { en: 'Class', cy: 'Dosbarth' },
  relationship: { en: 'Relationship to the child', cy: 'Perthynas â’r plentyn' }
};

/** What somebody is at the school. */
export const roleWords: { readonly [R in Role]: Text } = {
  staff: { en: 'member of staff', cy: 'aelod o staff' },
  supply: { en: 'supply teacher', cy: 'aelod o staff cyflenwi' },
  governor: { en: 'governor', cy: 'llywodraethwr' },
  visitor: { en: 'visitor', cy: 'ymwelydd' },
  contractor: { en: 'contractor', cy: 'contractwr' },
  pupil: { en: 'pupil', cy: 'disgybl' },
  parent: { en: 'parent', cy: 'rhiant' },
  head: { en: 'headteacher', cy: 'pennaeth' },
  coordinator: { en: 'e-safety coordinator', cy: 'cydlynydd e-ddiogelwch' },
  chair: { en: 'chair of governors', cy: 'cadeirydd y llywodraethwyr' },
  'data-protection-officer': { en: 'data protection officer', cy: 'swyddog diogelu data' }
};

/** What cards, page and mail say alike. */
export const deskWords = {
  /** The line of a notification: nothing of what it is about. */
  notice: { en: 'You have something to read and sign', cy: 'Mae gennych rywbeth i’w ddarllen a’i lofnodi' },
  receipt: { en: 'You have a receipt', cy: 'Mae gennych dderbynneb' },
  answer: { en: 'You have an answer', cy: 'Mae gennych ateb' },
  version: { en: 'Version {version}', cy: 'Fersiwn {version}' },
  dueBy: { en: 'Please sign by {date}', cy: 'Llofnodwch erbyn {date}' },
  wasDue: { en: 'This was due on {date}', cy: 'Roedd hwn i’w lofnodi erbyn {date}' },
  agreeAndSign: { en: 'I agree and sign', cy: 'Cytuno a llofnodi' },
  doNotAgree: { en: 'I do not agree', cy: 'Anghytuno' },
  fullName: { en: 'Your full name, typed as your signature', cy: 'Eich enw llawn, wedi’i deipio fel llofnod' },
  question: { en: 'A question for the coordinator, if you have one', cy: 'Cwestiwn i’r cydlynydd, os oes gennych un' },
  reason: { en: 'Why you do not agree', cy: 'Pam nad ydych yn cytuno' }
} as const satisfies { readonly [word: string]: Text };
