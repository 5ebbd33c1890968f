import type { Text } from '../../core/locale.ts';
import type { Audience } from '../../core/mail/policy.ts';
import type { Somebody } from './school.ts';

/** Every word of the page that is not a rule's own. */
export const words = {
  title: { en: 'Try a mail', cy: 'Rhoi cynnig ar neges' },
  skip: { en: 'Go to the message', cy: 'Ewch i’r neges' },
  tagline: {
    en: 'says what the policy asks, while the mail can still be put right',
    cy: 'yn dweud beth mae’r polisi’n ei ofyn, tra bo modd cywiro’r neges'
  },
  rules: { en: 'All rules', cy: 'Pob rheol' },
  policy: { en: 'Policy', cy: 'Polisi' },
  language: { en: 'Language', cy: 'Iaith' },
  private: {
    en: 'Nothing you write or attach leaves this page: it is judged here, in your browser.',
    cy: 'Nid yw dim yr ydych yn ei ysgrifennu na’i atodi yn gadael y dudalen hon: caiff ei farnu yma, yn eich porwr.'
  },
  examples: { en: 'Examples to try', cy: 'Enghreifftiau i roi cynnig arnynt' },
  compose: { en: 'New message', cy: 'Neges newydd' },
  clear: { en: 'Start afresh', cy: 'Dechrau o’r newydd' },
  from: { en: 'From', cy: 'Oddi wrth' },
  to: { en: 'To', cy: 'At' },
  cc: { en: 'Cc', cy: 'Cc' },
  bcc: { en: 'Bcc', cy: 'Bcc' },
  subject: { en: 'Subject', cy: 'Pwnc' },
  text: { en: 'Text', cy: 'Testun' },
  textHidden: {
    en: 'In this example the mail program keeps the subject and the text to itself, as Gmail does.',
    cy: 'Yn yr enghraifft hon mae’r rhaglen bost yn cadw’r pwnc a’r testun iddi hi ei hun, fel y mae Gmail.'
  },
  textShow: { en: 'Let it read them', cy: 'Gadael iddi eu darllen' },
  when: { en: 'Goes out', cy: 'Yn mynd allan' },
  kind: { en: 'Kind', cy: 'Math' },
  kindNew: { en: 'New', cy: 'Newydd' },
  kindReply: { en: 'Reply', cy: 'Ateb' },
  kindForward: { en: 'Forward', cy: 'Ymlaen' },
  earlier: { en: 'Already in it', cy: 'Eisoes ynddi' },
  earlierHint: { en: 'addresses that were in the conversation before', cy: 'cyfeiriadau a oedd yn y sgwrs o’r blaen' },
  attach: { en: 'Attach files', cy: 'Atodi ffeiliau' },
  attachHint: { en: 'Files are read on this machine only.', cy: 'Dim ond ar y peiriant hwn y caiff ffeiliau eu darllen.' },
  attachments: { en: 'Attachments', cy: 'Atodiadau' },
  send: { en: 'Send', cy: 'Anfon' },
  remove: { en: 'Remove {name}', cy: 'Dileu {name}' },
  people: { en: '{count} people', cy: '{count} o bobl' },
  notAddress: { en: '«{text}» is not an address.', cy: 'Nid yw «{text}» yn gyfeiriad.' },
  suggestions: { en: 'People at the example school', cy: 'Pobl yr ysgol enghreifftiol' },
  added: { en: '{name} added to {field}.', cy: 'Ychwanegwyd {name} at {field}.' },
  verdict: { en: 'What Beadle says', cy: 'Beth mae Beadle yn ei ddweud' },
  fine: { en: 'All is well. Nothing to put right.', cy: 'Mae popeth yn iawn. Does dim i’w gywiro.' },
  fineSoFar: { en: 'Nothing to put right in what could be judged.', cy: 'Does dim i’w gywiro yn yr hyn y gellid ei farnu.' },
  empty: { en: 'Write a message, or try an example.', cy: 'Ysgrifennwch neges, neu rhowch gynnig ar enghraifft.' },
  oneThing: { en: '1 thing to look at.', cy: '1 peth i edrych arno.' },
  manyThings: { en: '{count} things to look at.', cy: 'Nifer y pethau i edrych arnynt: {count}.' },
  clauseOf: { en: '{clause} of the policy', cy: '{clause} y polisi' },
  noClause: {
    en: 'This policy has no clause for it; the school may switch the rule off.',
    cy: 'Nid oes cymal amdano yn y polisi hwn; gall yr ysgol ddiffodd y rheol.'
  },
  why: { en: 'Why?', cy: 'Pam?' },
  whyLong: { en: 'Why? {title} (opens a new tab)', cy: 'Pam? {title} (yn agor tab newydd)' },
  places: { en: 'Where', cy: 'Ble' },
  inText: { en: 'Text: «{words}»', cy: 'Testun: «{words}»' },
  inSubject: { en: 'Subject: «{words}»', cy: 'Pwnc: «{words}»' },
  inField: { en: '{field}: {name}', cy: '{field}: {name}' },
  inFile: { en: 'File: {name}', cy: 'Ffeil: {name}' },
  more: { en: 'and {count} more', cy: '+ {count} arall' },
  undo: { en: 'Undo', cy: 'Dadwneud' },
  done: { en: 'Done: {remedy}.', cy: 'Wedi’i wneud: {remedy}.' },
  loaded: { en: 'Example: {example}.', cy: 'Enghraifft: {example}.' },
  cleared: { en: 'Started afresh.', cy: 'Dechreuwyd o’r newydd.' },
  undone: { en: 'Undone.', cy: 'Wedi’i ddadwneud.' },
  unsure: {
    en: 'Something could not be judged, and this school asks you to confirm such mail.',
    cy: 'Ni ellid barnu rhywbeth, ac mae’r ysgol hon yn gofyn ichi gadarnhau neges o’r fath.'
  },
  who: { en: 'Who is who at {school}', cy: 'Pwy yw pwy yn {school}' },
  whoHint: { en: 'Click on somebody to write to them.', cy: 'Cliciwch ar rywun i ysgrifennu ato.' },
  addTo: { en: 'Add to', cy: 'Ychwanegu at' },
  addSomebody: { en: 'Add {name}, {address}', cy: 'Ychwanegu {name}, {address}' },
  goes: { en: 'This message goes out without a question', cy: 'Mae’r neges hon yn mynd allan heb gwestiwn' },
  ask: { en: 'Before it goes', cy: 'Cyn iddi fynd' },
  stops: { en: 'This message may not be sent', cy: 'Ni chaniateir anfon y neges hon' },
  back: { en: 'Go back', cy: 'Mynd yn ôl' },
  anyway: { en: 'Send all the same', cy: 'Anfon er hynny' },
  gone: { en: 'It would go out now', cy: 'Byddai’n mynd allan nawr' },
  goneText: { en: 'This is a page to try things on: nothing was sent.', cy: 'Tudalen i roi cynnig ar bethau yw hon: ni anfonwyd dim.' },
  kept: {
    en: 'All that would reach the school’s records: which rules spoke, and nothing of the message.',
    cy: 'Y cyfan a fyddai’n cyrraedd cofnodion yr ysgol: pa reolau a siaradodd, a dim o’r neges.'
  },
  close: { en: 'Close', cy: 'Cau' }
} as const satisfies { readonly [name: string]: Text };

export type Word = keyof typeof words;

/** What an audience is called beside a name. */
export const audienceWords: { readonly [A in Audience]: Text } = {
  head: { en: 'headteacher', cy: 'pennaeth' },
  staff: { en: 'staff', cy: 'staff' },
  governor: { en: 'governor', cy: 'llywodraethwr' },
  pupil: { en: 'pupil', cy: 'disgybl' },
  parent: { en: 'parent', cy: 'rhiant' },
  agency: { en: 'agency', cy: 'asiantaeth' },
  outsider: { en: 'outside', cy: 'allanol' }
};

/** The headings of the list of who is who. */
export const shelfWords: { readonly [S in Somebody['shelf']]: Text } = {
  staff: { en: 'Staff', cy: 'Staff' },
  pupil: { en: 'Pupils', cy: 'Disgyblion' },
  parent: { en: 'Parents', cy: 'Rhieni' },
  group: { en: 'Groups', cy: 'Grwpiau' },
  governor: { en: 'Governors', cy: 'Llywodraethwyr' },
  agency: { en: 'Agencies', cy: 'Asiantaethau' },
  outsider: { en: 'Outside', cy: 'Allanol' },
  own: { en: 'Their own accounts', cy: 'Eu cyfrifon eu hunain' }
};
