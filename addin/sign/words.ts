import type { Text } from '../../core/locale.ts';

/** Every word of the pages to sign that is neither the school’s nor a card’s. */
export const words = {
  title: { en: 'Read and sign', cy: 'Darllen a llofnodi' },
  skip: { en: 'Go to the text', cy: 'Ewch i’r testun' },
  language: { en: 'Language', cy: 'Iaith' },
  waiting: { en: 'One moment…', cy: 'Un funud…' },
  offline: {
    en: 'The school’s service could not be reached. Please check your connection and try again.',
    cy: 'Ni ellid cyrraedd gwasanaeth yr ysgol. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.'
  },
  again: { en: 'Try again', cy: 'Rhoi cynnig arall arni' },

  codeTitle: { en: 'Type in your code', cy: 'Teipiwch eich cod' },
  codeText: {
    en: 'We have sent a code of six digits to the address that the school has of you. It is good for 10 minutes.',
    cy: 'Rydym wedi anfon cod chwe digid i’r cyfeiriad sydd gan yr ysgol ar eich cyfer. Bydd yn gweithio am 10 munud.'
  },
  code: { en: 'Code of six digits', cy: 'Cod chwe digid' },
  codeMissing: { en: 'Please type the six digits of the code.', cy: 'Teipiwch chwe digid y cod.' },
  goOn: { en: 'Go on', cy: 'Ymlaen' },
  codeAgain: { en: 'Send another code', cy: 'Anfon cod arall' },
  codeSent: {
    en: 'If this link is still good, another code is on its way. There are at most three an hour.',
    cy: 'Os yw’r ddolen hon yn dal i weithio, mae cod arall ar ei ffordd. Ceir tri yr awr ar y mwyaf.'
  },
  codeHelp: { en: 'No code has come', cy: 'Nid oes cod wedi cyrraedd' },
  codeHelpText: {
    en: 'It may take a minute. Look among the unwanted mail as well. If nothing comes, the link was used before or is too old: ask for a new one.',
    cy: 'Gall gymryd munud. Edrychwch ymhlith y post diangen hefyd. Os na ddaw dim, defnyddiwyd y ddolen o’r blaen neu mae’n rhy hen: gofynnwch am un newydd.'
  },

  lostTitle: { en: 'You need a new link', cy: 'Mae angen dolen newydd arnoch' },
  lostText: {
    en: 'Type the address that the school has of you. If we know it, a new link is with you in a minute.',
    cy: 'Teipiwch y cyfeiriad sydd gan yr ysgol ar eich cyfer. Os ydym yn ei adnabod, bydd dolen newydd gyda chi ymhen munud.'
  },
  reportTitle: { en: 'Report something, or see what waits for you', cy: 'Rhoi gwybod am rywbeth, neu weld beth sy’n aros amdanoch' },
  reportText: {
    en: 'If a child may be at risk, stop here and speak to somebody at the school now. Otherwise type the address that the school has of you: if we know it, a link is with you in a minute.',
    cy: 'Os gall plentyn fod mewn perygl, stopiwch yma a siaradwch â rhywun yn yr ysgol nawr. Fel arall, teipiwch y cyfeiriad sydd gan yr ysgol ar eich cyfer: os ydym yn ei adnabod, bydd dolen gyda chi ymhen munud.'
  },
  address: { en: 'Your e-mail address', cy: 'Eich cyfeiriad e-bost' },
  addressMissing: { en: 'Please type an address, such as name@home.example.', cy: 'Teipiwch gyfeiriad, megis enw@cartref.example.' },
  linkAsk: { en: 'Send a new link', cy: 'Anfon dolen newydd' },
  linkSent: {
    en: 'If the school knows this address, a link is on its way. You may close this page.',
    cy: 'Os yw’r ysgol yn adnabod y cyfeiriad hwn, mae dolen ar ei ffordd. Cewch gau’r dudalen hon.'
  },

  hello: { en: '{name}, {school} asks you to read and sign', cy: '{name}, mae {school} yn gofyn ichi ddarllen a llofnodi' },
  readTitle: { en: '{school}: to read', cy: '{school}: i’w ddarllen' },
  readText: {
    en: 'When you have read it, go back to Teams and sign there.',
    cy: 'Ar ôl ei ddarllen, ewch yn ôl i Teams a llofnodwch yno.'
  },
  signHere: { en: 'Sign here instead', cy: 'Llofnodi yma yn lle hynny' },
  signHereText: { en: 'For that we send a code to your school address.', cy: 'Ar gyfer hynny anfonwn god i’ch cyfeiriad ysgol.' },
  signHereDo: { en: 'Send me a code', cy: 'Anfonwch god ataf' },
  children: { en: 'For {names}', cy: 'Ar gyfer {names}' },
  changed: { en: 'What changed for you', cy: 'Beth a newidiodd i chi' },
  read: { en: 'Read «{title}»', cy: 'Darllen «{title}»' },
  readCount: {
    en: '{count} of {all} texts opened. Open every text, then you can sign.',
    cy: 'Agorwyd {count} o {all} testun. Agorwch bob testun, yna gallwch lofnodi.'
  },
  opened: { en: 'The text is open.', cy: 'Mae’r testun ar agor.' },
  fingerprint: { en: 'Fingerprint of this text (SHA-256):', cy: 'Ôl bys y testun hwn (SHA-256):' },
  onlyIn: { en: 'This text is in Welsh only.', cy: 'Yn Saesneg yn unig y mae’r testun hwn.' },
  advice: { en: 'Advice; it binds nobody.', cy: 'Cyngor; nid yw’n rhwymo neb.' },
  binds: { en: 'For: {parties}', cy: 'Ar gyfer: {parties}' },
  toSign: { en: 'Go to the signature', cy: 'Ewch i’r llofnod' },
  wrongOne: { en: '1 thing to put right.', cy: '1 peth i’w gywiro.' },
  wrongMany: { en: '{count} things to put right.', cy: 'Nifer y pethau i’w cywiro: {count}.' },
  nothing: { en: 'There is nothing here to read at the moment.', cy: 'Nid oes dim yma i’w ddarllen ar hyn o bryd.' },
  print: { en: 'Print the receipt', cy: 'Argraffu’r dderbynneb' },
  download: { en: 'Download the receipt', cy: 'Lawrlwytho’r dderbynneb' },
  downloadFor: { en: 'Download receipt {index}', cy: 'Lawrlwytho derbynneb {index}' },
  leave: { en: 'Finish', cy: 'Gorffen' },
  left: { en: 'You may close this page now. Thank you.', cy: 'Cewch gau’r dudalen hon nawr. Diolch.' },
  classMode: { en: 'Go through the rules with class {class}', cy: 'Mynd drwy’r rheolau gyda dosbarth {class}' },

  visitTitle: { en: 'Welcome', cy: 'Croeso' },
  visitText: {
    en: 'Please say who you are. Then you read and sign; it takes about a minute.',
    cy: 'Dywedwch pwy ydych chi. Yna byddwch yn darllen a llofnodi; mae’n cymryd tua munud.'
  },
  visitName: { en: 'Your full name', cy: 'Eich enw llawn' },
  visitNameMissing: { en: 'Please type your full name.', cy: 'Teipiwch eich enw llawn.' },
  visitOrganisation: { en: 'Where you come from (firm, agency, school)', cy: 'O ble rydych yn dod (cwmni, asiantaeth, ysgol)' },
  visitRole: { en: 'You are here as', cy: 'Rydych yma fel' },
  visitor: { en: 'Visitor', cy: 'Ymwelydd' },
  supply: { en: 'Supply staff', cy: 'Staff cyflenwi' },
  contractor: { en: 'Contractor', cy: 'Contractwr' },
  visitAddress: { en: 'E-mail address for the receipt, if you want it', cy: 'Cyfeiriad e-bost ar gyfer y dderbynneb, os dymunwch' },
  idle: {
    en: 'This screen goes back to its first page in {seconds} seconds.',
    cy: 'Bydd y sgrin hon yn mynd yn ôl i’w thudalen gyntaf ymhen {seconds} eiliad.'
  },
  stay: { en: 'I need more time', cy: 'Mae angen mwy o amser arnaf' },

  kioskTitle: { en: 'Welcome to {school}', cy: 'Croeso i {school}' },
  kioskText: { en: 'Please read and sign before you go in.', cy: 'Darllenwch a llofnodwch cyn ichi fynd i mewn.' },
  kioskScan: { en: 'Scan this with your phone', cy: 'Sganiwch hwn â’ch ffôn' },
  kioskCode: {
    en: 'Code to scan: it opens the page to sign on your phone',
    cy: 'Cod i’w sganio: mae’n agor y dudalen lofnodi ar eich ffôn'
  },
  kioskHere: { en: 'Sign on this screen', cy: 'Llofnodi ar y sgrin hon' },
  kioskUsed: { en: 'Somebody has just scanned the code. Here is a new one.', cy: 'Mae rhywun newydd sganio’r cod. Dyma un newydd.' },

  classTitle: { en: 'Class {class}: our rules', cy: 'Dosbarth {class}: ein rheolau' },
  classText: {
    en: 'Read the rules together. Then each of you taps their own name and ticks.',
    cy: 'Darllenwch y rheolau gyda’ch gilydd. Yna mae pob un yn tapio ei enw ei hun ac yn ticio.'
  },
  classWho: { en: 'Whose turn is it?', cy: 'Tro pwy yw hi?' },
  classLeft: { en: '{count} of {all} have signed.', cy: 'Mae {count} o {all} wedi llofnodi.' },
  classDone: { en: '{name} has signed.', cy: 'Mae {name} wedi llofnodi.' },
  classSigned: { en: 'has signed', cy: 'wedi llofnodi' },
  classAll: { en: 'Everybody has signed. Thank you!', cy: 'Mae pawb wedi llofnodi. Diolch!' },
  classMine: { en: '{name}, it is your turn', cy: '{name}, eich tro chi yw hi' },
  classAgree: { en: 'I will keep to these rules', cy: 'Byddaf yn cadw at y rheolau hyn' },
  classTick: { en: 'Please tick the box first.', cy: 'Ticiwch y blwch yn gyntaf.' },
  classBack: { en: 'Not me', cy: 'Nid fi' },
  classSign: { en: 'I sign', cy: 'Rwy’n llofnodi' }
} as const satisfies { readonly [name: string]: Text };

export type Word = keyof typeof words;
