import type { Text } from '../../core/locale.ts';
import type { Remedy } from '../../core/mail/remedy.ts';
import type { Refusal } from './redraft.ts';

/** Every word of the add-on that is not a rule’s own. */
export const words = {
  oneThing: { en: '1 thing to look at', cy: '1 peth i edrych arno' },
  manyThings: { en: '{count} things to look at', cy: 'Nifer y pethau i edrych arnynt: {count}' },
  more: { en: 'And {count} more.', cy: '+ {count} arall.' },
  fine: { en: 'All is well', cy: 'Mae popeth yn iawn' },
  fineSoFar: { en: 'Nothing to put right so far', cy: 'Dim i’w gywiro hyd yma' },
  fineSoFarSays: {
    en: 'By who it goes to, there is nothing to put right.',
    cy: 'O ran at bwy y mae’n mynd, nid oes dim i’w gywiro.'
  },
  fineSays: { en: 'There is nothing to put right.', cy: 'Nid oes dim i’w gywiro.' },
  nobody: { en: 'Nobody to look at yet', cy: 'Neb i edrych arno eto' },
  nobodySays: {
    en: 'Gmail shows Beadle no recipient yet. Fill in who the message goes to, then choose «Check again».',
    cy: 'Nid yw Gmail yn dangos yr un derbynnydd i Beadle eto. Nodwch at bwy y mae’r neges yn mynd, yna dewiswch «Gwirio eto».'
  },
  onlyWho: {
    en: 'Gmail shows Beadle only who a message goes to.',
    cy: 'Dim ond at bwy y mae neges yn mynd y mae Gmail yn ei ddangos i Beadle.'
  },
  beforeSending: { en: 'Before you send it', cy: 'Cyn ichi ei hanfon' },
  beforeSendingOn: { en: 'Before you send it on', cy: 'Cyn ichi ei hanfon ymlaen' },
  again: { en: 'Check again', cy: 'Gwirio eto' },
  why: { en: 'Why?', cy: 'Pam?' },
  whyOf: { en: 'Why? Opens the page about: {title}', cy: 'Pam? Yn agor y dudalen am: {title}' },
  families: { en: 'Move families to Bcc', cy: 'Symud teuluoedd i Bcc' },
  clauseOf: { en: '{clause} of the school’s policy', cy: '{clause} o bolisi’r ysgol' },
  clauseIn: { en: '{clause} of the school’s policy ({section})', cy: '{clause} o bolisi’r ysgol ({section})' },
  noClause: { en: 'The school’s policy has no clause of its own for it.', cy: 'Nid oes gan bolisi’r ysgol gymal penodol amdano.' },
  unsure: {
    en: 'Something could not be judged, and your school asks you to look such mail over once more before you send it.',
    cy: 'Ni ellid barnu rhywbeth, ac mae’ch ysgol yn gofyn ichi edrych dros neges o’r fath unwaith eto cyn ei hanfon.'
  },
  notStopped: {
    en: 'Beadle cannot hold a message back in Gmail. Please put this right before you send it.',
    cy: 'Ni all Beadle ddal neges yn ôl yn Gmail. Cywirwch hyn cyn ei hanfon.'
  },
  done: {
    en: 'Done: {remedy}. Choose «Check again» to look once more.',
    cy: 'Wedi’i wneud: {remedy}. Dewiswch «Gwirio eto» i edrych eto.'
  },
  checked: { en: 'Checked again.', cy: 'Wedi’i wirio eto.' },
  homeSays: {
    en: 'While you write, open Beadle by its button in the message: it looks at who the message goes to, by your school’s own rules, and puts it right with one click.',
    cy: 'Wrth ichi ysgrifennu, agorwch Beadle â’i fotwm yn y neges: mae’n edrych at bwy y mae’r neges yn mynd, yn ôl rheolau’r ysgol, ac yn ei chywiro ag un clic.'
  },
  homeOpened: {
    en: 'When you open a message that reads like a chain letter, it says so before you send it on.',
    cy: 'Pan agorwch neges sy’n darllen fel llythyr cadwyn, mae’n dweud hynny cyn ichi ei hanfon ymlaen.'
  },
  limits: { en: 'What Beadle does not see in Gmail', cy: 'Beth nad yw Beadle yn ei weld yn Gmail' },
  limitsText: {
    en: 'Of a message that you are writing it does not see what you write, the subject, or what you attach; nor who is in a group.',
    cy: 'Mewn neges yr ydych yn ei hysgrifennu, nid yw’n gweld yr hyn a ysgrifennwch, y pwnc, na’r hyn a atodwch; na phwy sydd mewn grŵp.'
  },
  limitsFrom: {
    en: 'It takes your school account for the sender, also where you chose another address under From.',
    cy: 'Mae’n cymryd mai eich cyfrif ysgol yw’r anfonwr, hyd yn oed os dewisoch gyfeiriad arall o dan Oddi wrth.'
  },
  limitsChange: {
    en: 'It does not notice when you change who the message goes to: choose «Check again».',
    cy: 'Nid yw’n sylwi pan newidiwch at bwy y mae’r neges yn mynd: dewiswch «Gwirio eto».'
  },
  limitsStop: {
    en: 'It cannot hold a message back: whether you send it is up to you.',
    cy: 'Ni all ddal neges yn ôl: chi sy’n penderfynu ei hanfon ai peidio.'
  },
  private: {
    en: 'Gmail sends who the message goes to, to your school’s own Beadle. It is judged there, and neither kept nor passed on.',
    cy: 'Mae Gmail yn anfon at bwy y mae’r neges yn mynd i Beadle eich ysgol chi. Caiff ei barnu yno, heb ei chadw na’i throsglwyddo.'
  },
  rules: { en: 'All rules', cy: 'Pob rheol' },
  openedFine: { en: 'No chain letter', cy: 'Nid llythyr cadwyn' },
  openedFineSays: {
    en: 'This does not read like a chain letter, a hoax, a petition or a joke that is passed round.',
    cy: 'Nid yw hwn yn darllen fel llythyr cadwyn, twyll, deiseb na jôc sy’n cael ei phasio o gwmpas.'
  },
  openedBad: { en: 'Do not send this on', cy: 'Peidiwch ag anfon hon ymlaen' },
  openedUnread: { en: 'Not looked at', cy: 'Heb edrych arni' },
  openedUnreadSays: {
    en: 'Beadle could not read this message, so it cannot say whether it is a chain letter. Look at it yourself before you send it on.',
    cy: 'Ni allai Beadle ddarllen y neges hon, felly ni all ddweud ai llythyr cadwyn ydyw. Edrychwch arni eich hun cyn ei hanfon ymlaen.'
  },
  icon: { en: 'Beadle', cy: 'Beadle' }
} as const satisfies { readonly [name: string]: Text };

/** Why a remedy was not carried out, and what to do instead. */
export const refusalWords: { readonly [R in Refusal]: Text } = {
  'not-shown': {
    en: 'Gmail did not say who the message goes to, so nothing was changed. Please do it by hand.',
    cy: 'Ni ddywedodd Gmail at bwy y mae’r neges yn mynd, felly ni newidiwyd dim. Gwnewch hynny â llaw.'
  },
  'by-hand': {
    en: 'There is an entry here that Beadle cannot write back, so nothing was changed. Please do it by hand.',
    cy: 'Mae cofnod yma na all Beadle ei ysgrifennu’n ôl, felly ni newidiwyd dim. Gwnewch hynny â llaw.'
  },
  'nothing-to-do': {
    en: 'The message has changed in the meantime: there is nothing left to do.',
    cy: 'Mae’r neges wedi newid yn y cyfamser: nid oes dim ar ôl i’w wneud.'
  }
};

/** What to do by hand where no button can do it in Gmail. */
export const byHandWords: { readonly [K in Remedy['kind']]?: Text } = {
  'send-from': { en: 'Choose {address} under From.', cy: 'Dewiswch {address} o dan Oddi wrth.' },
  'send-later': {
    en: 'Schedule it for school hours, by the arrow beside Send.',
    cy: 'Trefnwch iddi fynd yn ystod oriau ysgol, â’r saeth wrth ymyl Anfon.'
  },
  'remove-attachments': { en: 'Remove the attachment.', cy: 'Tynnwch yr atodiad.' },
  'cut-words': { en: 'Take it out of the text.', cy: 'Tynnwch ef o’r testun.' }
};
