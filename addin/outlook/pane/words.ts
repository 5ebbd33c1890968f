import type { Text } from '../../../core/locale.ts';
import type { Remedy } from '../../../core/mail/remedy.ts';
import type { Refusal } from '../remedies.ts';

/** Every word of the pane that is not a rule's own. */
export const words = {
  title: { en: 'What Beadle says of this message', cy: 'Beth mae Beadle yn ei ddweud am y neges hon' },
  language: { en: 'Language', cy: 'Iaith' },
  reading: { en: 'Reading the message…', cy: 'Wrthi’n darllen y neges…' },
  fine: { en: 'All is well. Nothing to put right.', cy: 'Mae popeth yn iawn. Does dim i’w gywiro.' },
  fineSoFar: { en: 'Nothing to put right in what could be judged.', cy: 'Does dim i’w gywiro yn yr hyn y gellid ei farnu.' },
  empty: { en: 'Nothing is written yet.', cy: 'Nid oes dim wedi’i ysgrifennu eto.' },
  noItem: { en: 'Open Beadle while you write a message.', cy: 'Agorwch Beadle wrth ichi ysgrifennu neges.' },
  noOffice: {
    en: 'Outlook’s part of Beadle did not load. Close this pane and open it again; without a connection it cannot be opened.',
    cy: 'Ni lwythodd rhan Outlook o Beadle. Caewch y cwarel hwn a’i agor eto; heb gysylltiad nid oes modd ei agor.'
  },
  wentWrong: {
    en: 'Something went wrong in Beadle itself. Close this pane and open it again.',
    cy: 'Aeth rhywbeth o’i le yn Beadle ei hun. Caewch y cwarel hwn a’i agor eto.'
  },
  oneThing: { en: '1 thing to look at.', cy: '1 peth i edrych arno.' },
  manyThings: { en: '{count} things to look at.', cy: 'Nifer y pethau i edrych arnynt: {count}.' },
  again: { en: 'Look again', cy: 'Edrych eto' },
  clauseOf: { en: '{clause} of the school’s policy', cy: '{clause} o bolisi’r ysgol' },
  clauseIn: { en: '{clause} of the school’s policy ({section})', cy: '{clause} o bolisi’r ysgol ({section})' },
  noClause: { en: 'The school’s policy has no clause of its own for it.', cy: 'Nid oes gan bolisi’r ysgol gymal penodol amdano.' },
  why: { en: 'Why: ', cy: 'Pam: ' },
  newWindow: { en: ' (opens in the browser)', cy: ' (yn agor yn y porwr)' },
  places: { en: 'Where', cy: 'Ble' },
  inText: { en: 'Text: «{words}»', cy: 'Testun: «{words}»' },
  inSubject: { en: 'Subject: «{words}»', cy: 'Pwnc: «{words}»' },
  inField: { en: '{field}: {name}', cy: '{field}: {name}' },
  inFile: { en: 'File: {name}', cy: 'Ffeil: {name}' },
  more: { en: 'and {count} more', cy: '+ {count} arall' },
  from: { en: 'From', cy: 'Oddi wrth' },
  to: { en: 'To', cy: 'At' },
  cc: { en: 'Cc', cy: 'Cc' },
  bcc: { en: 'Bcc', cy: 'Bcc' },
  doing: { en: 'One moment…', cy: 'Un eiliad…' },
  done: { en: 'Done: {remedy}.', cy: 'Wedi’i wneud: {remedy}.' },
  doneForGood: {
    en: 'Done: {remedy}. Outlook offers no way back; you can still change it yourself.',
    cy: 'Wedi’i wneud: {remedy}. Nid yw Outlook yn cynnig ffordd yn ôl; gallwch ei newid eich hun o hyd.'
  },
  undo: { en: 'Undo', cy: 'Dadwneud' },
  undone: { en: 'Undone.', cy: 'Wedi’i ddadwneud.' },
  unsure: {
    en: 'Something could not be judged, and your school asks you to confirm such mail.',
    cy: 'Ni ellid barnu rhywbeth, ac mae’ch ysgol yn gofyn ichi gadarnhau neges o’r fath.'
  },
  who: { en: 'Who is this?', cy: 'Pwy yw hwn?' },
  whoHint: {
    en: 'The school does not know these addresses. What you say counts for you at once; the e-safety coordinator is asked to approve it, and gets no address.',
    cy: 'Nid yw’r ysgol yn adnabod y cyfeiriadau hyn. Mae’r hyn a ddywedwch yn cyfrif i chi ar unwaith; gofynnir i’r cydlynydd e-ddiogelwch ei gymeradwyo, ond ni chaiff gyfeiriad.'
  },
  whoIs: { en: 'Who is {name}?', cy: 'Pwy yw {name}?' },
  said: { en: '{name}: {who}, as you say', cy: '{name}: {who}, meddech chi' },
  change: { en: 'Change', cy: 'Newid' },
  changeFor: { en: 'Change for {name}', cy: 'Newid ar gyfer {name}' },
  noted: { en: 'Noted: {who}.', cy: 'Wedi’i nodi: {who}.' },
  notNoted: { en: 'It could not be kept. Try again.', cy: 'Nid oedd modd ei gadw. Rhowch gynnig arall arni.' },
  approval: { en: 'Approval', cy: 'Cymeradwyaeth' },
  leaveHint: {
    en: 'You can ask first. Whoever decides is told how many people outside the school it goes to and what you write here; not the message, nor who they are.',
    cy: 'Gallwch ofyn yn gyntaf. Caiff pwy bynnag sy’n penderfynu wybod at faint o bobl y tu allan i’r ysgol y mae’n mynd, a’r hyn a ysgrifennwch yma; nid y neges, na phwy ydynt.'
  },
  leaveNote: { en: 'What it is about, and why it should go', cy: 'Am beth y mae, a pham y dylai fynd' },
  leaveAttach: { en: 'Attach the text of this message', cy: 'Atodi testun y neges hon' },
  leaveAsk: { en: 'Ask the headteacher first', cy: 'Gofyn i’r pennaeth yn gyntaf' },
  leaveSent: {
    en: 'Asked. You can close the message and send it once it is approved.',
    cy: 'Gofynnwyd. Gallwch gau’r neges a’i hanfon unwaith y cymeradwyir hi.'
  },
  leaveFailed: {
    en: 'The school could not be asked just now. Nothing was sent; try again.',
    cy: 'Nid oedd modd gofyn i’r ysgol ar hyn o bryd. Nid anfonwyd dim; ceisiwch eto.'
  },
  leaveAsked: { en: 'Asked on {date}. It waits for an answer.', cy: 'Gofynnwyd ar {date}. Mae’n aros am ateb.' },
  leaveRefused: { en: 'Not approved on {date}.', cy: 'Ni chymeradwywyd ar {date}.' },
  leaveOther: {
    en: 'Approved on {date}, but not for all whom it goes to now. You can ask again.',
    cy: 'Cymeradwywyd ar {date}, ond nid ar gyfer pawb y mae’n mynd atynt nawr. Gallwch ofyn eto.'
  },
  leaveOver: {
    en: 'What was asked on {date} no longer holds. You can ask again.',
    cy: 'Nid yw’r hyn y gofynnwyd amdano ar {date} yn dal mwyach. Gallwch ofyn eto.'
  },
  policy: { en: 'Policy', cy: 'Polisi' },
  policyOf: { en: 'Policy of {date}', cy: 'Polisi dyddiedig {date}' },
  version: { en: 'Version {version}', cy: 'Fersiwn {version}' },
  noPolicy: { en: 'No school policy yet', cy: 'Dim polisi ysgol eto' },
  nothingJudged: { en: 'Until it is here, nothing is judged.', cy: 'Hyd nes y daw, nid oes dim yn cael ei farnu.' },
  old: {
    en: 'It was good until {date}. Beadle goes on judging by it until a newer one is here.',
    cy: 'Roedd yn ddilys hyd {date}. Mae Beadle yn dal i farnu yn ôl y polisi hwn nes y daw un diweddarach.'
  },
  asking: { en: 'Asking the school for it…', cy: 'Wrthi’n gofyn i’r ysgol amdano…' },
  askingNewer: { en: 'Asking the school for a newer one…', cy: 'Wrthi’n gofyn i’r ysgol am un diweddarach…' },
  signIn: { en: 'Sign in', cy: 'Mewngofnodi' },
  retry: { en: 'Try again', cy: 'Ceisio eto' },
  'sign-in': {
    en: 'Sign in with your school account, so that Beadle can fetch the school’s policy.',
    cy: 'Mewngofnodwch â’ch cyfrif ysgol, er mwyn i Beadle nôl polisi’r ysgol.'
  },
  closed: { en: 'Signing in was not finished.', cy: 'Ni orffennwyd mewngofnodi.' },
  offline: {
    en: 'There is no connection, so the school could not be asked.',
    cy: 'Nid oes cysylltiad, felly nid oedd modd gofyn i’r ysgol.'
  },
  refused: {
    en: 'The school’s service does not accept this account. Your IT support can help.',
    cy: 'Nid yw gwasanaeth yr ysgol yn derbyn y cyfrif hwn. Gall eich cymorth TG helpu.'
  },
  'too-old': {
    en: 'This Outlook is too old to sign in here. Open Beadle once in Outlook on the web: what it fetches there is used here as well.',
    cy: 'Mae’r Outlook hwn yn rhy hen i fewngofnodi yma. Agorwch Beadle unwaith yn Outlook ar y we: defnyddir yr hyn a gaiff yno yma hefyd.'
  },
  silent: {
    en: 'The school’s service does not answer just now.',
    cy: 'Nid yw gwasanaeth yr ysgol yn ateb ar hyn o bryd.'
  },
  forged: {
    en: 'What came as the policy does not bear your school’s signature, so it was not taken. Tell your IT support.',
    cy: 'Nid oes llofnod eich ysgol ar yr hyn a ddaeth fel polisi, felly nis derbyniwyd. Rhowch wybod i’ch cymorth TG.'
  },
  unreadable: {
    en: 'The policy that came cannot be read by this version of Beadle. Tell your IT support.',
    cy: 'Ni all y fersiwn hon o Beadle ddarllen y polisi a ddaeth. Rhowch wybod i’ch cymorth TG.'
  },
  'not-kept': {
    en: 'The policy that came could not be kept in your mailbox. Tell your IT support.',
    cy: 'Nid oedd modd cadw’r polisi a ddaeth yn eich blwch post. Rhowch wybod i’ch cymorth TG.'
  },
  private: {
    en: 'Your message is judged here, on this device. Beadle sends its words and addresses to nobody, but for its text where you ask for approval and tick that it goes along.',
    cy: 'Caiff eich neges ei barnu yma, ar y ddyfais hon. Nid yw Beadle yn anfon ei geiriau na’i chyfeiriadau at neb, ac eithrio ei thestun lle gofynnwch am gymeradwyaeth a thicio ei fod yn mynd gyda’r cais.'
  },
  blind: { en: 'What Beadle does not see', cy: 'Beth nad yw Beadle yn ei weld' },
  blindPhone: {
    en: 'On phones and tablets it warns while you choose who to write to; it is not asked when you press Send.',
    cy: 'Ar ffonau a llechi mae’n rhybuddio wrth ichi ddewis at bwy i ysgrifennu; ni ofynnir iddo pan bwyswch Anfon.'
  },
  blindOffline: {
    en: 'Mail that waits in the Outbox, or is sent while Outlook works offline, may leave before Beadle has looked at it.',
    cy: 'Gall neges sy’n aros yn y Blwch Allan, neu a anfonir tra bo Outlook yn gweithio all-lein, adael heb i Beadle edrych arni.'
  },
  blindOthers: {
    en: 'Mail that another program sends through Outlook (such as «Send to» in a folder), and mail from other mail programs, does not pass by it.',
    cy: 'Nid yw neges y mae rhaglen arall yn ei hanfon drwy Outlook (megis «Anfon at» mewn ffolder), na neges o raglenni post eraill, yn mynd heibio iddo.'
  },
  blindGroups: {
    en: 'It does not see who is in a group or a contact list, nor what an attachment says.',
    cy: 'Nid yw’n gweld pwy sydd mewn grŵp neu restr gysylltiadau, na beth mae atodiad yn ei ddweud.'
  },
  blindTyped: {
    en: 'An address counts once Outlook has underlined it or shown a name for it: press Tab after typing it.',
    cy: 'Mae cyfeiriad yn cyfrif unwaith y bydd Outlook wedi’i danlinellu neu wedi dangos enw: pwyswch Tab ar ôl ei deipio.'
  }
} as const satisfies { readonly [name: string]: Text };

export type Word = keyof typeof words;

/** Who an unknown address may be, in the order in which it is asked. */
export const whoWords = {
  parent: { en: 'A parent or carer', cy: 'Rhiant neu ofalwr' },
  governor: { en: 'A governor', cy: 'Llywodraethwr' },
  agency: { en: 'An agency', cy: 'Asiantaeth' },
  staff: { en: 'A colleague’s own address', cy: 'Cyfeiriad personol cydweithiwr' },
  outsider: { en: 'Somebody else', cy: 'Rhywun arall' }
} as const satisfies { readonly [audience: string]: Text };

/** Why a remedy was not carried out, and what to do instead. */
export const refusalWords: { readonly [R in Refusal]: Text } = {
  'contact-list': {
    en: 'Outlook lets no add-in change a field that holds a contact list. Nothing was changed; please do it by hand.',
    cy: 'Nid yw Outlook yn gadael i ategyn newid maes sy’n cynnwys rhestr gysylltiadau. Ni newidiwyd dim; gwnewch hynny â llaw.'
  },
  'cut-off': {
    en: 'There is more here than Outlook shows to add-ins. Nothing was changed, so that nothing is lost; please do it by hand.',
    cy: 'Mae mwy yma nag y mae Outlook yn ei ddangos i ategion. Ni newidiwyd dim, rhag colli dim; gwnewch hynny â llaw.'
  },
  'by-hand': {
    en: 'Outlook lets no add-in do this here. Please do it by hand.',
    cy: 'Nid yw Outlook yn gadael i ategyn wneud hyn yma. Gwnewch hynny â llaw.'
  },
  'nothing-to-do': {
    en: 'The message has changed in the meantime: there is nothing left to do.',
    cy: 'Mae’r neges wedi newid yn y cyfamser: nid oes dim ar ôl i’w wneud.'
  },
  unreachable: {
    en: 'Outlook did not do it. Nothing was changed; try again, or do it by hand.',
    cy: 'Ni wnaeth Outlook hyn. Ni newidiwyd dim; ceisiwch eto, neu gwnewch hynny â llaw.'
  },
  halfway: {
    en: 'Outlook did only a part of it. Look at the message before you send it.',
    cy: 'Dim ond rhan o hyn a wnaeth Outlook. Edrychwch ar y neges cyn ei hanfon.'
  }
};

/** What to do by hand where one click cannot do it in Outlook. */
export const byHandWords: { readonly [K in Remedy['kind']]?: Text } = {
  'send-from': { en: 'Choose {address} under From.', cy: 'Dewiswch {address} o dan Oddi wrth.' },
  'send-later': { en: 'Send it in school hours, or delay its delivery.', cy: 'Anfonwch hi yn ystod oriau ysgol, neu oedwch ei danfon.' },
  'remove-attachments': { en: 'Remove the attachment.', cy: 'Tynnwch yr atodiad.' },
  'cut-words': { en: 'Take it out of the text.', cy: 'Tynnwch ef o’r testun.' }
};
