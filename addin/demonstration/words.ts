import type { Text } from '../../core/locale.ts';

/** Every word of the page that neither the service nor an add-in says. */
export const words = {
  skip: { en: 'Go to the place', cy: 'Ewch i’r lle' },
  invented: {
    en: 'Invented: nothing leaves this machine.',
    cy: 'Dychmygol: nid oes dim yn gadael y peiriant hwn.'
  },
  eyes: { en: 'Through the eyes of', cy: 'Drwy lygaid' },
  language: { en: 'Language', cy: 'Iaith' },
  reset: { en: 'Begin anew', cy: 'Dechrau o’r newydd' },
  clock: { en: 'The school’s clock', cy: 'Cloc yr ysgol' },
  moving: { en: 'Time is passing…', cy: 'Mae amser yn mynd heibio…' },
  places: { en: 'Places', cy: 'Lleoedd' },
  unread: { en: 'new', cy: 'newydd' },
  newTab: { en: ' (opens a new tab)', cy: ' (yn agor tab newydd)' },
  waiting: { en: 'One moment…', cy: 'Un funud…' },
  wentWrong: {
    en: 'The service could not do this. Try again; if it happens again, begin anew.',
    cy: 'Ni allai’r gwasanaeth wneud hyn. Rhowch gynnig arall arni; os bydd yn digwydd eto, dechreuwch o’r newydd.'
  },
  away: {
    en: 'The service does not answer. Is «npm start» still running? This page goes on by itself once it is.',
    cy: 'Nid yw’r gwasanaeth yn ateb. A yw «npm start» yn dal i redeg? Bydd y dudalen hon yn mynd ymlaen ohoni ei hun pan fydd.'
  },
  preparing: { en: 'The school is being made', cy: 'Mae’r ysgol yn cael ei chreu' },
  preparingText: {
    en: 'A database, an invented tenant, and a year of what happened there: this takes up to half a minute the first time.',
    cy: 'Cronfa ddata, tenantiaeth ddychmygol, a blwyddyn o’r hyn a ddigwyddodd yno: mae hyn yn cymryd hyd at hanner munud y tro cyntaf.'
  },
  isReady: { en: '{school} is ready.', cy: 'Mae {school} yn barod.' },
  nowAs: { en: 'You now look through the eyes of {who}.', cy: 'Rydych nawr yn edrych drwy lygaid {who}.' },

  guide: { en: 'Five minutes', cy: 'Pum munud' },
  guideLead: { en: 'A step is ticked once it really happened.', cy: 'Caiff cam ei dicio pan fydd wedi digwydd go iawn.' },
  guideCount: { en: '{done} of {all} done', cy: '{done} o {all} wedi’u gwneud' },
  guideAll: {
    en: 'That was the tour. Everything stays as it is: look around.',
    cy: 'Dyna’r daith. Mae popeth yn aros fel y mae: edrychwch o gwmpas.'
  },
  notMade: { en: 'The school could not be made', cy: 'Ni ellid creu’r ysgol' },
  tryAlone: { en: 'Try a mail without it', cy: 'Rhoi cynnig ar neges hebddo' },
  stepDone: { en: 'done', cy: 'wedi’i wneud' },
  stepOpen: { en: 'to do', cy: 'i’w wneud' },
  showMe: { en: 'Take me there', cy: 'Ewch â fi yno' },
  showAgain: { en: 'Go there again', cy: 'Ewch yno eto' },
  asWhom: { en: 'as {who}', cy: 'fel {who}' },

  resetTitle: { en: 'Begin the day anew?', cy: 'Dechrau’r diwrnod o’r newydd?' },
  resetText: {
    en: 'This takes away everything that was done in this demonstration:',
    cy: 'Mae hyn yn dileu popeth a wnaed yn yr arddangosiad hwn:'
  },
  resetMail: { en: 'mail that was written, and what Beadle sent', cy: 'negeseuon a ysgrifennwyd, a’r hyn a anfonodd Beadle' },
  resetSigned: {
    en: 'signatures, questions and reports of the invented people',
    cy: 'llofnodion, cwestiynau ac adroddiadau’r bobl ddychmygol'
  },
  resetAudits: { en: 'audits and reports since the first morning', cy: 'archwiliadau ac adroddiadau ers y bore cyntaf' },
  resetClock: { en: 'the days by which you moved the clock', cy: 'y dyddiau y symudoch y cloc' },
  resetStays: { en: 'Nothing outside the demonstration is touched.', cy: 'Ni chyffyrddir â dim y tu allan i’r arddangosiad.' },
  resetYes: { en: 'Take it away and begin anew', cy: 'Dileu a dechrau o’r newydd' },
  resetNo: { en: 'Leave it as it is', cy: 'Gadael fel y mae' },

  welcomeTitle: { en: 'A day at {school}', cy: 'Diwrnod yn {school}' },
  welcomeText: {
    en: 'This is Beadle itself with an invented school behind it. Follow the path, or look around: write a mail, answer a card, sign, ask the bot, read last night’s audit, move the clock.',
    cy: 'Dyma Beadle ei hun gydag ysgol ddychmygol y tu ôl iddo. Dilynwch y llwybr, neu edrychwch o gwmpas: ysgrifennwch neges, atebwch gerdyn, llofnodwch, holwch y bot, darllenwch archwiliad neithiwr, symudwch y cloc.'
  },
  signedTile: { en: 'Signed', cy: 'Wedi llofnodi' },
  ofAll: { en: '{count} of {all}', cy: '{count} o {all}' },
  nothingOverdue: { en: 'Nobody is late.', cy: 'Nid oes neb yn hwyr.' },
  overdueText: { en: '{overdue} late, {declined} declined', cy: '{overdue} yn hwyr, {declined} wedi gwrthod' },
  auditTile: { en: 'Last audit', cy: 'Archwiliad diwethaf' },
  countRight: { en: '{count} right', cy: '{count} yn gywir' },
  auditText: { en: '{wrong} to put right, {unknown} not known', cy: '{wrong} i’w cywiro, {unknown} yn anhysbys' },
  noAudit: { en: 'The first runs tonight.', cy: 'Bydd y cyntaf yn rhedeg heno.' },
  peopleTile: { en: 'People', cy: 'Pobl' },
  peopleText: {
    en: '{staff} staff, {governors} governors, {parents} parents, {pupils} pupils',
    cy: '{staff} o staff, {governors} o lywodraethwyr, {parents} o rieni, {pupils} o ddisgyblion'
  },
  sentTile: { en: 'Sent', cy: 'Anfonwyd' },
  sentText: { en: 'cards and letters since the day began', cy: 'cardiau a llythyrau ers i’r diwrnod ddechrau' },
  whoseEyes: { en: 'Whose eyes?', cy: 'Llygaid pwy?' },

  outlookTitle: { en: 'Outlook', cy: 'Outlook' },
  inbox: { en: 'Inbox', cy: 'Mewnflwch' },
  reading: { en: 'Letter', cy: 'Llythyr' },
  inboxEmpty: {
    en: 'Nothing has come yet. Move the clock, or write something yourself.',
    cy: 'Nid oes dim wedi dod eto. Symudwch y cloc, neu ysgrifennwch rywbeth eich hun.'
  },
  noAddIn: {
    en: '{name} has no account at the school: this is mail at home, without an add-in.',
    cy: 'Nid oes gan {name} gyfrif yn yr ysgol: post gartref yw hwn, heb ategyn.'
  },
  newMail: { en: 'New message', cy: 'Neges newydd' },
  reply: { en: 'Reply', cy: 'Ateb' },
  from: { en: 'From', cy: 'Oddi wrth' },
  to: { en: 'To', cy: 'At' },
  cc: { en: 'Cc', cy: 'Cc' },
  bcc: { en: 'Bcc', cy: 'Bcc' },
  subject: { en: 'Subject', cy: 'Pwnc' },
  text: { en: 'Text', cy: 'Testun' },
  files: { en: 'Attachments', cy: 'Atodiadau' },
  attach: { en: 'File', cy: 'Ffeil' },
  fileExample: { en: 'marks.xlsx', cy: 'marciau.xlsx' },
  attachIt: { en: 'Attach', cy: 'Atodi' },
  send: { en: 'Send', cy: 'Anfon' },
  sendLater: { en: 'Send later', cy: 'Anfon yn nes ymlaen' },
  delayed: { en: 'It will leave on {at}.', cy: 'Bydd yn gadael ar {at}.' },
  delayedTo: { en: '{day} at {time}', cy: '{day} am {time}' },
  discard: { en: 'Discard', cy: 'Gwaredu' },
  discarded: { en: 'The draft is gone. Nothing was sent.', cy: 'Mae’r drafft wedi mynd. Ni anfonwyd dim.' },
  takeAway: { en: 'Take {name} away', cy: 'Tynnu {name}' },
  notAddress: {
    en: '«{text}» is no address. Write one, or the name of somebody here.',
    cy: 'Nid yw «{text}» yn gyfeiriad. Ysgrifennwch un, neu enw rhywun yma.'
  },
  nobody: { en: 'It goes to nobody yet: write down an address.', cy: 'Nid yw’n mynd at neb eto: ysgrifennwch gyfeiriad.' },
  openBeadle: { en: 'Beadle', cy: 'Beadle' },
  pane: { en: 'Beadle beside the message', cy: 'Beadle wrth ochr y neges' },
  closeBar: { en: 'Close this notice', cy: 'Cau’r hysbysiad hwn' },
  slow: {
    en: 'Beadle is taking longer than expected to check your message.',
    cy: 'Mae Beadle yn cymryd mwy o amser na’r disgwyl i wirio eich neges.'
  },
  tooSlow: { en: 'Beadle did not finish checking your message.', cy: 'Ni orffennodd Beadle wirio eich neges.' },
  notThere: {
    en: 'Beadle is unavailable and cannot check your message right now.',
    cy: 'Nid yw Beadle ar gael ac ni all wirio eich neges ar hyn o bryd.'
  },
  sendAnyway: { en: 'Send Anyway', cy: 'Anfon beth bynnag' },
  dontSend: { en: 'Don’t Send', cy: 'Peidio ag anfon' },
  gone: { en: 'The message has gone.', cy: 'Mae’r neges wedi mynd.' },
  whatIsKept: { en: 'All that the school’s records get of it', cy: 'Y cyfan y mae cofnodion yr ysgol yn ei gael ohoni' },

  gmailTitle: { en: 'Gmail', cy: 'Gmail' },
  gmailText: {
    en: 'Gmail hands over only who a message goes to, and asks when the person does. The card is what the real endpoint answers.',
    cy: 'Dim ond at bwy y mae neges yn mynd y mae Gmail yn ei roi, a hynny pan fydd y person yn gofyn. Y cerdyn yw ateb y pwynt terfyn go iawn.'
  },
  gmailPanel: { en: 'Add-on', cy: 'Ategyn' },
  gmailEmpty: { en: 'Click «Ask Beadle» under the draft.', cy: 'Cliciwch «Gofyn i Beadle» o dan y drafft.' },
  gmailAsk: { en: 'Ask Beadle', cy: 'Gofyn i Beadle' },
  gmailBlind: { en: 'Subject and text stay with Gmail.', cy: 'Mae’r pwnc a’r testun yn aros gyda Gmail.' },
  gmailStatus: {
    en: 'The endpoint answered with the status {status}. Try again in a moment.',
    cy: 'Atebodd y pwynt terfyn â’r statws {status}. Rhowch gynnig arall arni ymhen ychydig.'
  },
  gmailScopes: {
    en: 'The endpoint asks for a permission that was left out.',
    cy: 'Mae’r pwynt terfyn yn gofyn am ganiatâd a adawyd allan.'
  },
  showMore: { en: 'Show more', cy: 'Dangos mwy' },
  loadExample: { en: 'Example: {title}', cy: 'Enghraifft: {title}' },

  chatTitle: { en: 'Chat with Beadle', cy: 'Sgwrs â Beadle' },
  chatNone: {
    en: '{name} has no Teams here: Beadle writes letters instead. They stand in the inbox.',
    cy: 'Nid oes gan {name} Teams yma: mae Beadle yn ysgrifennu llythyrau yn lle hynny. Maent yn y mewnflwch.'
  },
  chatOther: { en: 'Look as the coordinator', cy: 'Edrych fel y cydlynydd' },
  chatLog: { en: 'Conversation', cy: 'Sgwrs' },
  chatEmpty: {
    en: 'Nothing has been said yet. Ask something, or pick one of these.',
    cy: 'Nid oes dim wedi’i ddweud eto. Gofynnwch rywbeth, neu ddewis un o’r rhain.'
  },
  chatTry: { en: 'Things to ask', cy: 'Pethau i’w gofyn' },
  chatWords: { en: 'What you say', cy: 'Yr hyn a ddywedwch' },
  chatPlaceholder: { en: 'Ask Beadle', cy: 'Gofyn i Beadle' },
  chatSend: { en: 'Say', cy: 'Dweud' },
  typing: { en: 'Beadle is writing…', cy: 'Mae Beadle yn ysgrifennu…' },
  wrongOne: { en: '1 thing to put right.', cy: '1 peth i’w gywiro.' },
  wrongMany: { en: '{count} things to put right.', cy: 'Nifer y pethau i’w cywiro: {count}.' },

  signTitle: { en: 'Signing without Teams', cy: 'Llofnodi heb Teams' },
  signText: {
    en: 'Parents, governors and supply staff get a link by mail, and a code once they open it. These are the real pages, in a tab of their own.',
    cy: 'Mae rhieni, llywodraethwyr a staff cyflenwi yn cael dolen drwy’r post, a chod ar ôl ei hagor. Dyma’r tudalennau go iawn, mewn tab ar wahân.'
  },
  signMine: { en: 'The link of {name}', cy: 'Dolen {name}' },
  signNone: {
    en: 'There is nothing to sign by a link for this person now.',
    cy: 'Nid oes dim i’r person hwn ei lofnodi drwy ddolen ar hyn o bryd.'
  },
  signOpen: { en: 'Read and sign as {name}', cy: 'Darllen a llofnodi fel {name}' },
  signOthers: { en: 'Others, and the school’s door', cy: 'Eraill, a drws yr ysgol' },
  becomeToSign: { en: 'Look as {name}', cy: 'Edrych fel {name}' },
  signKiosk: { en: 'The screen at the door', cy: 'Y sgrin wrth y drws' },
  signKioskText: {
    en: 'visitors scan its code and sign on their own phones',
    cy: 'mae ymwelwyr yn sganio ei god ac yn llofnodi ar eu ffonau eu hunain'
  },
  signReport: { en: 'Report what went wrong', cy: 'Rhoi gwybod beth aeth o’i le' },
  signReportText: { en: 'to the right person, never to the one it is about', cy: 'i’r person cywir, byth i’r un y mae’n ymwneud ag ef' },
  signTexts: { en: 'The texts', cy: 'Y testunau' },
  codeFor: { en: 'The code that was mailed to {name}:', cy: 'Y cod a anfonwyd at {name}:' },
  codeWhere: { en: 'The letter stands in the inbox as well.', cy: 'Mae’r llythyr yn y mewnflwch hefyd.' },

  tabTitle: { en: 'Dashboard', cy: 'Dangosfwrdd' },
  tabText: { en: 'What this person may see and do, and nothing else.', cy: 'Yr hyn y caiff y person hwn ei weld a’i wneud, a dim arall.' },
  tabOpen: { en: 'Open it in a tab of its own', cy: 'Ei agor mewn tab ar wahân' },
  tabMissing: {
    en: 'There is no dashboard for this person in this version. Audits, reports and the chat say the same in the meantime.',
    cy: 'Nid oes dangosfwrdd i’r person hwn yn y fersiwn hon. Mae’r archwiliadau, yr adroddiadau a’r sgwrs yn dweud yr un peth yn y cyfamser.'
  },
  tabAlone: {
    en: 'The dashboard lets no page frame it but Teams. Open it in a tab of its own.',
    cy: 'Nid yw’r dangosfwrdd yn gadael i unrhyw dudalen ei fframio heblaw Teams. Agorwch ef mewn tab ar wahân.'
  },

  auditsTitle: { en: 'Audits and reports', cy: 'Archwiliadau ac adroddiadau' },
  auditsText: {
    en: 'Once a week, at night, Beadle reads the settings of the tenant, and changes nothing. Its reports go to four readers, each with what they can do about it.',
    cy: 'Unwaith yr wythnos, yn y nos, mae Beadle yn darllen gosodiadau’r denantiaeth, heb newid dim. Mae ei adroddiadau’n mynd at bedwar darllenydd, pob un â’r hyn y gall ei wneud amdano.'
  },
  auditsTable: { en: 'Audits so far', cy: 'Archwiliadau hyd yma' },
  noAudits: {
    en: 'No audit has run yet. Move the clock to the next one.',
    cy: 'Nid oes archwiliad wedi rhedeg eto. Symudwch y cloc i’r un nesaf.'
  },
  when: { en: 'When', cy: 'Pryd' },
  right: { en: 'Right', cy: 'Cywir' },
  wrong: { en: 'To put right', cy: 'I’w cywiro' },
  unknown: { en: 'Not known', cy: 'Anhysbys' },
  runAudit: { en: 'Go to the next audit: {when}', cy: 'Mynd i’r archwiliad nesaf: {when}' },
  reportsTitle: { en: 'Reports of the last audit', cy: 'Adroddiadau’r archwiliad diwethaf' },
  reportOpen: { en: 'Open the report in a tab of its own', cy: 'Agor yr adroddiad mewn tab ar wahân' },
  reportPdf: { en: 'As PDF', cy: 'Fel PDF' },

  clockTitle: { en: 'The school’s clock', cy: 'Cloc yr ysgol' },
  clockText: {
    en: 'Move it on, and whatever falls due in between really happens: reminders, audits, reports, checkpoints of the ledger, the yearly renewal. On the way over more than a month only the last audits and checkpoints are made.',
    cy: 'Symudwch ef ymlaen, a bydd popeth sydd i’w wneud yn y cyfamser yn digwydd go iawn: nodiadau atgoffa, archwiliadau, adroddiadau, pwyntiau gwirio’r llyfr cofnodion, yr adnewyddu blynyddol. Os symudwch ef fwy na mis, dim ond yr archwiliadau a’r pwyntiau gwirio olaf a wneir.'
  },
  movedBy: { en: 'moved on by {days} days', cy: 'wedi’i symud {days} diwrnod ymlaen' },
  happenedTitle: { en: 'What time brought', cy: 'Beth ddaeth gydag amser' },
  nothingHappened: { en: 'The clock has not been moved yet.', cy: 'Nid yw’r cloc wedi’i symud eto.' },
  noJobs: { en: 'Nothing was due in that time.', cy: 'Nid oedd dim i’w wneud yn yr amser hwnnw.' }
} as const satisfies { readonly [name: string]: Text };

export type Word = keyof typeof words;
