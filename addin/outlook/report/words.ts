import type { mailCategories } from '../../../core/incidents/incident.ts';
import type { Text } from '../../../core/locale.ts';

/** Every word of the page that reports a mail, but for what is said of every report wherever it is made. */
export const words = {
  title: { en: 'Report this mail', cy: 'Rhoi gwybod am y neges hon' },
  language: { en: 'Language', cy: 'Iaith' },
  lead: {
    en: 'The mail is not forwarded: it stays where it is. Only those who deal with reports see what you write here, and never whom it is about.',
    cy: 'Nid anfonir y neges ymlaen: mae’n aros lle mae hi. Dim ond y rhai sy’n ymdrin ag adroddiadau sy’n gweld yr hyn a ysgrifennwch yma, byth y sawl y mae’n ymwneud ag ef.'
  },
  what: { en: 'What is it?', cy: 'Beth ydyw?' },
  meanwhile: { en: 'What to do meanwhile', cy: 'Beth i’w wneud yn y cyfamser' },
  received: {
    en: 'If it came to you by mistake: do not read on, do not copy it and do not send it on. Do not delete it until whoever deals with it says so.',
    cy: 'Os daeth atoch drwy gamgymeriad: peidiwch â darllen ymhellach, peidiwch â’i chopïo na’i hanfon ymlaen. Peidiwch â’i dileu nes i bwy bynnag sy’n ymdrin â hi ddweud wrthych am wneud.'
  },
  sentByYou: { en: 'If you sent it yourself:', cy: 'Os chi a’i hanfonodd:' },
  note: { en: 'What happened', cy: 'Beth ddigwyddodd' },
  along: { en: 'Goes along only where you tick it', cy: 'Yn mynd gyda’r adroddiad dim ond os ticiwch' },
  sender: { en: 'Who sent it: {sender}', cy: 'Pwy a’i hanfonodd: {sender}' },
  subject: { en: 'Its subject: {subject}', cy: 'Ei phwnc: {subject}' },
  noSubject: { en: '(no subject)', cy: '(dim pwnc)' },
  personal: {
    en: 'Data about people may have been seen by somebody who should not have seen it',
    cy: 'Efallai fod rhywun wedi gweld data am bobl na ddylai fod wedi’i weld'
  },
  whom: { en: 'Is it about somebody at the school?', cy: 'A yw’n ymwneud â rhywun yn yr ysgol?' },
  whomHint: {
    en: 'Whoever you name here, or tick, does not get this report and never sees it. Whoever of the school sent the mail does not either, where you tick who sent it.',
    cy: 'Ni fydd pwy bynnag a enwch yma, neu a diciwch, yn cael yr adroddiad hwn nac yn ei weld byth. Ni fydd ychwaith unrhyw un o’r ysgol a anfonodd y neges, os ticiwch pwy a’i hanfonodd.'
  },
  about: { en: 'Whom it is about', cy: 'Am bwy y mae' },
  roles: { en: 'Or one of these', cy: 'Neu un o’r rhain' },
  private: {
    en: 'The text of the mail and its files never leave Outlook from here, whatever you tick.',
    cy: 'Nid yw testun y neges na’i ffeiliau byth yn gadael Outlook o’r fan hon, beth bynnag a diciwch.'
  },
  send: { en: 'Send the report', cy: 'Anfon yr adroddiad' },
  sending: { en: 'Sending the report…', cy: 'Wrthi’n anfon yr adroddiad…' },
  noteMissing: { en: 'Please write in a few words what happened.', cy: 'Ysgrifennwch mewn ychydig eiriau beth ddigwyddodd.' },
  done: { en: 'Reported. Thank you.', cy: 'Rhoddwyd gwybod. Diolch.' },
  reference: { en: 'Reference: {reference}', cy: 'Cyfeirnod: {reference}' },
  next: {
    en: 'Whoever deals with such reports is told, and looks at the mail together with you. Keep the reference: you cannot see the report again here. If something is to be added, send another and name the reference.',
    cy: 'Dywedir wrth bwy bynnag sy’n ymdrin ag adroddiadau o’r fath, a byddant yn edrych ar y neges gyda chi. Cadwch y cyfeirnod: ni allwch weld yr adroddiad eto yma. Os oes rhywbeth i’w ychwanegu, anfonwch un arall ac enwch y cyfeirnod.'
  },
  nobody: {
    en: 'Nobody at the school may have this report. It is kept, but please speak to {outside} now.',
    cy: 'Ni chaiff neb yn yr ysgol yr adroddiad hwn. Fe’i cedwir, ond siaradwch â {outside} nawr.'
  },
  another: { en: 'Report something else about this mail', cy: 'Rhoi gwybod am rywbeth arall ynghylch y neges hon' },
  signIn: { en: 'Sign in', cy: 'Mewngofnodi' },
  retry: { en: 'Try again', cy: 'Ceisio eto' },
  'sign-in': {
    en: 'Sign in with your school account to send a report.',
    cy: 'Mewngofnodwch â’ch cyfrif ysgol i anfon adroddiad.'
  },
  closed: {
    en: 'Signing in was not finished, so nothing was sent. What you typed is still here.',
    cy: 'Ni orffennwyd mewngofnodi, felly nid anfonwyd dim. Mae’r hyn a deipioch yma o hyd.'
  },
  offline: {
    en: 'There is no connection, so nothing was sent. What you typed stays here while this pane is open: send it once there is a connection. If it cannot wait, telephone the school.',
    cy: 'Nid oes cysylltiad, felly nid anfonwyd dim. Mae’r hyn a deipioch yn aros yma tra bo’r cwarel hwn ar agor: anfonwch ef pan fydd cysylltiad. Os na all aros, ffoniwch yr ysgol.'
  },
  unreachable: {
    en: 'The school’s service does not answer just now, so nothing was sent. What you typed is still here: try again. If it cannot wait, telephone the school.',
    cy: 'Nid yw gwasanaeth yr ysgol yn ateb ar hyn o bryd, felly nid anfonwyd dim. Mae’r hyn a deipioch yma o hyd: ceisiwch eto. Os na all aros, ffoniwch yr ysgol.'
  },
  refused: {
    en: 'The school’s service does not accept this account, so nothing was sent. Report it to the school’s office in person; your IT support can help with the account.',
    cy: 'Nid yw gwasanaeth yr ysgol yn derbyn y cyfrif hwn, felly nid anfonwyd dim. Rhowch wybod i swyddfa’r ysgol wyneb yn wyneb; gall eich cymorth TG helpu gyda’r cyfrif.'
  },
  'too-old': {
    en: 'This Outlook is too old to sign in here, so nothing can be sent from it. Open the mail in Outlook on the web, or report it to the school’s office in person.',
    cy: 'Mae’r Outlook hwn yn rhy hen i fewngofnodi yma, felly ni ellir anfon dim ohono. Agorwch y neges yn Outlook ar y we, neu rhowch wybod i swyddfa’r ysgol wyneb yn wyneb.'
  },
  unknown: {
    en: 'The school does not know this account as anybody, so nothing can be reported from it. Report it to the school’s office in person, or by telephone.',
    cy: 'Nid yw’r ysgol yn gwybod cyfrif pwy yw hwn, felly ni ellir rhoi gwybod am ddim ohono. Rhowch wybod i swyddfa’r ysgol wyneb yn wyneb, neu dros y ffôn.'
  },
  noItem: {
    en: 'Open this beside a mail that you received.',
    cy: 'Agorwch hwn wrth ochr neges a dderbynioch.'
  },
  noOffice: {
    en: 'Outlook’s part of Beadle did not load, so nothing can be reported from here; without a connection it cannot be. If it cannot wait, telephone the school. If a child may be at risk, speak to the designated safeguarding lead now; in danger, call 999.',
    cy: 'Ni lwythodd rhan Outlook o Beadle, felly ni ellir rhoi gwybod am ddim o’r fan hon; nid oes modd heb gysylltiad. Os na all aros, ffoniwch yr ysgol. Os gall plentyn fod mewn perygl, siaradwch â’r person diogelu dynodedig nawr; mewn perygl uniongyrchol, ffoniwch 999.'
  },
  wentWrong: {
    en: 'Something went wrong in Beadle itself. Close this pane and open it again; if it cannot wait, telephone the school.',
    cy: 'Aeth rhywbeth o’i le yn Beadle ei hun. Caewch y cwarel hwn a’i agor eto; os na all aros, ffoniwch yr ysgol.'
  }
} as const satisfies { readonly [name: string]: Text };

export type Word = keyof typeof words;

/** Each choice as whoever received the mail would say it. */
export const kindWords: { readonly [K in (typeof mailCategories)[number]]: Text } = {
  'offensive-mail': { en: 'It is offensive or threatening', cy: 'Mae’n sarhaus neu’n fygythiol' },
  'suspicious-mail': {
    en: 'It is a chain letter or a hoax, or wants a password, money or a click (phishing)',
    cy: 'Llythyr cadwyn neu neges ffug ydyw, neu mae am gael cyfrinair, arian neu glic (gwe-rwydo)'
  },
  'misdirected-mail': {
    en: 'It was meant for somebody else, or shows what I should not see',
    cy: 'Ar gyfer rhywun arall yr oedd, neu mae’n dangos yr hyn na ddylwn ei weld'
  },
  other: { en: 'Something else is wrong with it', cy: 'Mae rhywbeth arall o’i le arni' }
};
