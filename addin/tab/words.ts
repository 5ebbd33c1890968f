import type { Text } from '../../core/locale.ts';

/** Every word of the tab that the service does not word itself. */
export const words = {
  skip: { en: 'Go to the page', cy: 'Ewch i’r dudalen' },
  language: { en: 'Language', cy: 'Iaith' },
  ways: { en: 'Views', cy: 'Adrannau' },
  waiting: { en: 'One moment…', cy: 'Un funud…' },
  again: { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  cancel: { en: 'Cancel', cy: 'Canslo' },
  close: { en: 'Close', cy: 'Cau' },
  undo: { en: 'Undo', cy: 'Dadwneud' },
  undoAtFoot: { en: 'You can undo it at the foot of the page.', cy: 'Gallwch ei ddadwneud ar waelod y dudalen.' },
  print: { en: 'Print', cy: 'Argraffu' },
  open: { en: 'Open', cy: 'Agor' },
  openOf: { en: 'Open: {what}', cy: 'Agor: {what}' },
  leave: { en: 'Sign out', cy: 'Allgofnodi' },
  left: { en: 'You have signed out', cy: 'Rydych wedi allgofnodi' },
  leftText: { en: 'You may close this page.', cy: 'Cewch gau’r dudalen hon.' },
  signInAgain: { en: 'Sign in again', cy: 'Mewngofnodi eto' },
  readOnly: {
    en: 'Everything here can be looked at; nothing can be changed at the moment.',
    cy: 'Gellir edrych ar bopeth yma; ni ellir newid dim ar hyn o bryd.'
  },
  offline: {
    en: 'The school’s service could not be reached. Please check your connection and try again.',
    cy: 'Ni ellid cyrraedd gwasanaeth yr ysgol. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.'
  },
  stale: { en: 'This is as it was {since}. {problem}', cy: 'Dyma fel yr oedd {since}. {problem}' },
  missing: { en: 'Please fill this in.', cy: 'Llenwch hwn.' },
  missingSome: { en: 'Something is still missing above.', cy: 'Mae rhywbeth ar goll uchod o hyd.' },
  optional: { en: '{label} (if you like)', cy: '{label} (os dymunwch)' },
  none: { en: 'none', cy: 'dim' },
  todayAt: { en: 'today at {time}', cy: 'heddiw am {time}' },
  yesterdayAt: { en: 'yesterday at {time}', cy: 'ddoe am {time}' },
  dayAt: { en: '{day} at {time}', cy: '{day} am {time}' },

  // Coming in
  enterTitle: { en: 'Sign in', cy: 'Mewngofnodi' },
  enterText: {
    en: 'Type the address that the school has of you. If we know it, a link is with you in a minute.',
    cy: 'Teipiwch y cyfeiriad sydd gan yr ysgol ar eich cyfer. Os ydym yn ei adnabod, bydd dolen gyda chi ymhen munud.'
  },
  address: { en: 'Your e-mail address', cy: 'Eich cyfeiriad e-bost' },
  addressMissing: { en: 'Please type an address, such as name@school.example.', cy: 'Teipiwch gyfeiriad, megis enw@ysgol.example.' },
  linkAsk: { en: 'Send me a link', cy: 'Anfonwch ddolen ataf' },
  linkSent: {
    en: 'If the school knows this address, a link is on its way. Open it in this browser; you may close this page.',
    cy: 'Os yw’r ysgol yn adnabod y cyfeiriad hwn, mae dolen ar ei ffordd. Agorwch hi yn y porwr hwn; cewch gau’r dudalen hon.'
  },
  codeTitle: { en: 'Type in your code', cy: 'Teipiwch eich cod' },
  codeText: {
    en: 'We have sent a code of six digits to the address that the school has of you. It is good for 10 minutes.',
    cy: 'Rydym wedi anfon cod chwe digid i’r cyfeiriad sydd gan yr ysgol ar eich cyfer. Bydd yn gweithio am 10 munud.'
  },
  code: { en: 'Code of six digits', cy: 'Cod chwe digid' },
  codeMissing: { en: 'Please type the six digits of the code.', cy: 'Teipiwch chwe digid y cod.' },
  codeAgain: { en: 'Send another code', cy: 'Anfon cod arall' },
  codeSent: {
    en: 'If this link is still good, another code is on its way. There are at most three an hour.',
    cy: 'Os yw’r ddolen hon yn dal i weithio, mae cod arall ar ei ffordd. Ceir tri yr awr ar y mwyaf.'
  },
  otherAddress: { en: 'Ask for a new link', cy: 'Gofyn am ddolen newydd' },
  goOn: { en: 'Go on', cy: 'Ymlaen' },
  teamsTitle: { en: 'Teams could not sign you in', cy: 'Ni allai Teams eich mewngofnodi' },
  teamsText: {
    en: 'Close this tab and open it again. If it happens again, ask your IT support whether Beadle has been approved for the school.',
    cy: 'Caewch y tab hwn a’i agor eto. Os bydd yn digwydd eto, gofynnwch i’ch cymorth TG a yw Beadle wedi’i gymeradwyo ar gyfer yr ysgol.'
  },
  endedTitle: { en: 'Please sign in again', cy: 'Mewngofnodwch eto' },
  nothingTitle: { en: 'There is nothing here for you', cy: 'Nid oes dim yma i chi' },
  nothingText: {
    en: 'The school has given you no view of this page. If that is wrong, ask the e-safety coordinator.',
    cy: 'Nid yw’r ysgol wedi agor dim o’r dudalen hon i chi. Os yw hynny’n anghywir, gofynnwch i’r cydlynydd e-ddiogelwch.'
  },

  // The views
  today: { en: 'Today', cy: 'Heddiw' },
  signatures: { en: 'Signatures', cy: 'Llofnodion' },
  audits: { en: 'Audits', cy: 'Archwiliadau' },
  mail: { en: 'Mail', cy: 'Post' },
  incidents: { en: 'Incidents', cy: 'Digwyddiadau' },
  approvals: { en: 'Approvals', cy: 'Cymeradwyaethau' },
  registers: { en: 'Registers', cy: 'Cofrestri' },
  beginApproval: { en: 'Ask for leave', cy: 'Gofyn am ganiatâd' },
  beginRegister: { en: 'Enter something', cy: 'Cofnodi rhywbeth' },
  clauses: { en: 'Clause map', cy: 'Map o’r cymalau' },
  settings: { en: 'Settings', cy: 'Gosodiadau' },

  // Today
  needsYou: { en: 'What needs you', cy: 'Beth sy’n galw am eich sylw' },
  allWell: { en: 'Nothing needs you today', cy: 'Nid oes dim yn galw am eich sylw heddiw' },
  allWellText: { en: 'If something comes up, it will be here.', cy: 'Os bydd rhywbeth yn codi, bydd yma.' },
  atAGlance: { en: 'At a glance', cy: 'Cipolwg' },

  // Signatures
  showPeople: { en: 'Show these people', cy: 'Dangos y bobl hyn' },
  showPeopleOf: { en: 'Show these people: {audience}, {policy}', cy: 'Dangos y bobl hyn: {audience}, {policy}' },
  trend: { en: 'New signatures', cy: 'Llofnodion newydd' },
  byWeek: { en: 'by week', cy: 'fesul wythnos' },
  byDay: { en: 'by day', cy: 'fesul diwrnod' },
  signedOn: { en: 'Signed', cy: 'Wedi llofnodi' },
  week: { en: 'Week from', cy: 'Wythnos yn dechrau' },
  day: { en: 'Day', cy: 'Diwrnod' },
  tasks: { en: 'Questions and refusals', cy: 'Cwestiynau a gwrthodiadau' },
  question: { en: 'a question', cy: 'cwestiwn' },
  declined: { en: 'did not agree', cy: 'heb gytuno' },
  late: { en: 'late', cy: 'yn hwyr' },
  answer: { en: 'Answer', cy: 'Ateb' },
  answerTo: { en: 'Answer {person}', cy: 'Ateb {person}' },
  answerText: { en: 'Your answer', cy: 'Eich ateb' },
  answerHelp: {
    en: 'It is kept with the question. Write nothing about a child.',
    cy: 'Fe’i cedwir gyda’r cwestiwn. Peidiwch ag ysgrifennu dim am blentyn.'
  },
  people: { en: 'People', cy: 'Pobl' },
  person: { en: 'Name', cy: 'Enw' },
  forChild: { en: '{name}, for {child}', cy: '{name}, ar ran {child}' },
  audience: { en: 'Group', cy: 'Grŵp' },
  policy: { en: 'Policy', cy: 'Polisi' },
  state: { en: 'State', cy: 'Cyflwr' },
  allPolicies: { en: 'all policies', cy: 'pob polisi' },
  allAudiences: { en: 'all groups', cy: 'pob grŵp' },
  allStates: { en: 'all states', cy: 'pob cyflwr' },
  openStates: { en: 'not signed yet', cy: 'heb lofnodi eto' },
  search: { en: 'Find a name', cy: 'Chwilio am enw' },
  more: { en: 'More', cy: 'Rhagor' },
  find: { en: 'Find in this table', cy: 'Chwilio yn y tabl hwn' },
  nobody: { en: 'Nobody fits', cy: 'Nid oes neb yn cyfateb' },
  nobodyText: { en: 'Choose fewer filters, or type less of the name.', cy: 'Dewiswch lai o hidlyddion, neu deipio llai o’r enw.' },
  peopleCount: { en: '{count} in all', cy: '{count} i gyd' },
  select: { en: 'Select', cy: 'Dewis' },
  selectAll: { en: 'Select all on this page', cy: 'Dewis pawb ar y dudalen hon' },
  selectOne: { en: 'Select {name}', cy: 'Dewis {name}' },
  selectedCount: { en: '{count} selected', cy: '{count} wedi’u dewis' },
  selectNone: { en: 'Clear', cy: 'Clirio' },
  remind: { en: 'Remind', cy: 'Atgoffa' },
  remindAll: { en: 'Remind all who fit ({count})', cy: 'Atgoffa pawb sy’n cyfateb ({count})' },
  remindTitle: { en: 'Remind {count} people?', cy: 'Atgoffa {count} o bobl?' },
  remindOneTitle: { en: 'Remind {name}?', cy: 'Atgoffa {name}?' },
  remindText: {
    en: 'Each gets one message, however much they have to sign, on the next school day and never in the holidays. Whoever was reminded lately is left out.',
    cy: 'Bydd pob un yn cael un neges, waeth faint sydd i’w lofnodi, ar y diwrnod ysgol nesaf a byth yn y gwyliau. Gadewir allan pwy bynnag a atgoffwyd yn ddiweddar.'
  },
  remindDo: { en: 'Remind them', cy: 'Eu hatgoffa' },
  andMore: { en: 'and {count} more', cy: 'a {count} arall' },
  excuse: { en: 'Excuse', cy: 'Esgusodi' },
  excuseTitle: { en: 'Excuse {count} from signing?', cy: 'Esgusodi {count} rhag llofnodi?' },
  excuseBecause: { en: 'Why', cy: 'Pam' },
  excuseHelp: {
    en: 'Say no more than is needed: «long absence» is enough.',
    cy: 'Peidiwch â dweud mwy nag sydd ei angen: mae «absenoldeb hir» yn ddigon.'
  },
  excuseUntil: { en: 'Until (if it ends)', cy: 'Tan (os daw i ben)' },
  excuseDo: { en: 'Excuse', cy: 'Esgusodi' },
  excusedCount: { en: '{count} are excused.', cy: 'Mae {count} wedi’u hesgusodi.' },
  recall: { en: 'Take back', cy: 'Tynnu’n ôl' },
  recallOf: { en: 'Take back the excuse of {name}', cy: 'Tynnu’n ôl esgusodiad {name}' },
  export: { en: 'Export the records', cy: 'Allforio’r cofnodion' },
  exportTitle: { en: 'Export all records of signatures?', cy: 'Allforio pob cofnod o lofnodion?' },
  exportText: {
    en: 'The file holds names. Keep it where only those may look who need it, and delete it afterwards. That it was made is recorded.',
    cy: 'Mae’r ffeil yn cynnwys enwau. Cadwch hi lle na all ond y rhai sydd ei hangen edrych arni, a’i dileu wedyn. Cofnodir iddi gael ei gwneud.'
  },
  exportDo: { en: 'Make the file', cy: 'Gwneud y ffeil' },
  download: { en: 'Download the file', cy: 'Lawrlwytho’r ffeil' },
  pause: { en: 'Stop sending', cy: 'Oedi’r anfon' },
  goOnSending: { en: 'Go on sending', cy: 'Parhau â’r anfon' },
  sending: { en: 'Messages on their way', cy: 'Negeseuon ar eu ffordd' },
  waitingToGo: { en: 'waiting', cy: 'yn aros' },
  sent: { en: 'sent', cy: 'wedi’u hanfon' },
  notSent: { en: 'failed', cy: 'wedi methu' },
  before: { en: 'Earlier', cy: 'Cynharach' },
  after: { en: 'Later', cy: 'Diweddarach' },
  rowsOf: { en: '{from} to {to} of {count}', cy: '{from} i {to} o {count}' },

  // Charts
  chartOf: {
    en: 'Chart: {title}. The same numbers stand in the table below it.',
    cy: 'Siart: {title}. Mae’r un rhifau yn y tabl oddi tano.'
  },
  asTable: { en: 'The numbers as a table', cy: 'Y rhifau fel tabl' },

  // Audits
  runAudit: { en: 'Look again now', cy: 'Edrych eto nawr' },
  running: {
    en: 'An audit is running. The page shows the results when it is done.',
    cy: 'Mae archwiliad ar y gweill. Bydd y dudalen yn dangos y canlyniadau pan ddaw i ben.'
  },
  auditTrend: { en: 'How it went so far', cy: 'Sut mae wedi mynd hyd yma' },
  right: { en: 'right', cy: 'cywir' },
  wrong: { en: 'wrong', cy: 'anghywir' },
  unknown: { en: 'not known', cy: 'anhysbys' },
  auditOn: { en: 'Audit', cy: 'Archwiliad' },
  countOf: { en: '{label} ({count})', cy: '{label} ({count})' },
  subjects: { en: 'Where to look ({count})', cy: 'Ble i edrych ({count})' },
  changed: { en: 'Since last time: {change}', cy: 'Ers y tro diwethaf: {change}' },
  accept: { en: 'Accept this risk', cy: 'Derbyn y risg hon' },
  acceptOf: { en: 'Accept this risk: {title}', cy: 'Derbyn y risg hon: {title}' },
  acceptText: {
    en: 'The report then says that the school knows of it and who accepted it until when. It does not become right by that.',
    cy: 'Yna bydd yr adroddiad yn dweud bod yr ysgol yn gwybod amdani, pwy a’i derbyniodd a hyd pryd. Nid yw hynny’n ei gwneud yn iawn.'
  },
  until: { en: 'Until', cy: 'Hyd' },
  owner: { en: 'Who accepts it (role, not name)', cy: 'Pwy sy’n ei derbyn (rôl, nid enw)' },
  because: { en: 'Why', cy: 'Pam' },
  acceptDo: { en: 'Accept it', cy: 'Ei derbyn' },
  untilMissing: { en: 'Please give a day from tomorrow on.', cy: 'Rhowch ddiwrnod o yfory ymlaen.' },
  accepted: { en: 'Accepted risks', cy: 'Risgiau a dderbyniwyd' },
  acceptedHere: { en: 'here', cy: 'yma' },
  acceptedFile: { en: 'in beadle.yaml', cy: 'yn beadle.yaml' },
  from: { en: 'Where', cy: 'Ble' },
  risk: { en: 'What', cy: 'Beth' },
  over: { en: 'over', cy: 'wedi dod i ben' },
  takeBack: { en: 'Take back', cy: 'Tynnu’n ôl' },
  takeBackOf: { en: 'Take back: {title}', cy: 'Tynnu’n ôl: {title}' },
  does: { en: 'What to do', cy: 'Beth i’w wneud' },

  // Mail
  warnings: { en: 'Warnings', cy: 'Rhybuddion' },
  warningsByWeek: { en: 'Warnings by week', cy: 'Rhybuddion fesul wythnos' },
  byRule: { en: 'By rule', cy: 'Fesul rheol' },
  byRuleAndWeek: { en: 'By rule and week', cy: 'Fesul rheol ac wythnos' },
  allRules: { en: 'all rules', cy: 'pob rheol' },
  rule: { en: 'Rule', cy: 'Rheol' },
  warned: { en: 'Warned', cy: 'Rhybuddiwyd' },
  sentAnyway: { en: 'Sent all the same', cy: 'Anfonwyd er hynny' },
  notLooked: { en: 'not looked at', cy: 'heb edrych' },

  // Incidents
  reference: { en: 'Report {reference}', cy: 'Adroddiad {reference}' },
  closedState: { en: 'closed', cy: 'ar gau' },
  openState: { en: 'open', cy: 'ar agor' },
  reportedOn: { en: 'Reported {when}', cy: 'Adroddwyd {when}' },
  waitForYou: { en: 'What waits for you', cy: 'Beth sy’n aros amdanoch' },
  readIt: { en: 'Read', cy: 'Darllen' },
  readItOf: { en: 'Read report {reference}', cy: 'Darllen adroddiad {reference}' },
  noIncidents: { en: 'No report waits for you', cy: 'Nid oes adroddiad yn aros amdanoch' },
  clockLeft: { en: '{time} left', cy: '{time} ar ôl' },
  clockOver: { en: '{time} over', cy: '{time} yn hwyr' },
  hide: { en: 'Cover it', cy: 'Ei guddio' },
  covered: { en: 'The report is covered again.', cy: 'Mae’r adroddiad wedi’i guddio eto.' },
  coveredAsked: { en: 'The request is covered again.', cy: 'Mae’r cais wedi’i guddio eto.' },
  category: { en: 'Kind', cy: 'Math' },
  reporter: { en: 'Reported by', cy: 'Adroddwyd gan' },
  whatHappened: { en: 'What happened', cy: 'Beth ddigwyddodd' },
  steps: { en: 'What to do', cy: 'Beth i’w wneud' },
  notes: { en: 'What was done', cy: 'Beth a wnaed' },
  noNotes: { en: 'Nothing has been noted yet.', cy: 'Nid oes dim wedi’i nodi eto.' },
  addNote: { en: 'Add a note', cy: 'Ychwanegu nodyn' },
  noteKind: { en: 'What it is', cy: 'Beth ydyw' },
  noteText: { en: 'Note', cy: 'Nodyn' },
  noteHelp: {
    en: 'A note stays as it is written: it can be added to, never changed.',
    cy: 'Mae nodyn yn aros fel y’i hysgrifennwyd: gellir ychwanegu ato, ond byth ei newid.'
  },
  noteTo: { en: 'To whom', cy: 'I bwy' },
  noteDo: { en: 'Add it', cy: 'Ei ychwanegu' },
  noteDone: { en: 'The note was added.', cy: 'Ychwanegwyd y nodyn.' },
  handedTo: { en: 'to {name}', cy: 'i {name}' },

  // Clauses
  level: { en: 'How it is kept', cy: 'Sut y’i cedwir' },
  allLevels: { en: 'all levels', cy: 'pob lefel' },
  findClause: { en: 'Find in the text', cy: 'Chwilio yn y testun' },
  partly: { en: 'in part', cy: 'yn rhannol' },
  couldBe: { en: 'It could be: {level}', cy: 'Gallai fod: {level}' },
  clausesShown: { en: '{count} of {all} clauses', cy: '{count} o {all} cymal' },
  noClause: { en: 'No clause fits', cy: 'Nid oes cymal yn cyfateb' },
  noClauseText: { en: 'Choose another level, or type less.', cy: 'Dewiswch lefel arall, neu deipio llai.' },

  // Settings
  change: { en: 'Change', cy: 'Newid' },
  changeOf: { en: 'Change: {title}', cy: 'Newid: {title}' },
  fromFile: { en: 'from beadle.yaml', cy: 'o beadle.yaml' },
  fromUsual: { en: 'as usual', cy: 'fel arfer' },
  fromHere: { en: 'changed here', cy: 'wedi’i newid yma' },
  changedBy: { en: 'Changed by {by}, {when}', cy: 'Newidiwyd gan {by}, {when}' },
  baseIs: { en: 'Without this change: {base}', cy: 'Heb y newid hwn: {base}' },
  backToBase: { en: 'Back to what it was before', cy: 'Yn ôl i’r hyn ydoedd' },
  save: { en: 'Save', cy: 'Cadw' },
  saved: { en: '{title}: saved.', cy: '{title}: wedi’i gadw.' },
  undone: { en: 'It is as it was before.', cy: 'Mae fel yr oedd o’r blaen.' },
  addLine: { en: 'Add another', cy: 'Ychwanegu un arall' },
  takeAway: { en: 'Remove', cy: 'Tynnu' },
  removeLine: { en: 'Remove number {number}', cy: 'Tynnu rhif {number}' },
  lineOf: { en: 'Number {number}', cy: 'Rhif {number}' },
  history: { en: 'Who changed what', cy: 'Pwy newidiodd beth' },
  noHistory: { en: 'Nobody has changed anything here yet.', cy: 'Nid oes neb wedi newid dim yma eto.' },
  historyOf: { en: '{title}: {before} → {after}', cy: '{title}: {before} → {after}' },
  byWhom: { en: '{by}, {when}', cy: '{by}, {when}' },
  undoOf: { en: 'Undo: {title}, {when}', cy: 'Dadwneud: {title}, {when}' }
} as const satisfies { readonly [word: string]: Text };

export type Word = keyof typeof words;
