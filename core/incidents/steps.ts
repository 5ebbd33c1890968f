import type { Text } from '../locale.ts';
import type { Category } from './incident.ts';

/** What is to be done now: by whoever reports, and by whoever deals with it. */
export interface Steps {
  readonly reporter: readonly Text[];
  readonly handler: readonly Text[];
}

const newPassword: Text = {
  en: 'Change the password now, from another device, wherever it was used.',
  cy: 'Newidiwch y cyfrinair nawr, o ddyfais arall, ym mhob man lle’i defnyddiwyd.'
};
const signOut: Text = {
  en: 'Sign the account out everywhere: Microsoft Entra admin centre › Users › the person › Revoke sessions; Google Admin console › Directory › Users › the person › Security › Reset sign-in cookies.',
  cy: 'Allgofnodwch y cyfrif ym mhobman: canolfan weinyddu Microsoft Entra › Users › y person › Revoke sessions; consol Google Admin › Directory › Users › y person › Security › Reset sign-in cookies.'
};
const assess: Text = {
  en: 'Note whose data it is, how many people, and what could come of it. If it may harm them, tell the regulator (the ICO) before the 72 hours are over.',
  cy: 'Nodwch ddata pwy ydyw, faint o bobl, a beth allai ddod ohono. Os gallai eu niweidio, rhowch wybod i’r rheoleiddiwr (yr ICO) cyn i’r 72 awr ddod i ben.'
};
const tellThem: Text = {
  en: 'If the risk to them is high, tell the people concerned as well, without delay.',
  cy: 'Os yw’r risg iddynt yn uchel, rhowch wybod i’r bobl dan sylw hefyd, yn ddi-oed.'
};
const keepIt: Text = {
  en: 'Do not forward it, do not print it and do not take a picture of it.',
  cy: 'Peidiwch â’i hanfon ymlaen, ei hargraffu na thynnu llun ohoni.'
};

/** The first steps of each category. */
export const steps: { readonly [C in Category]: Steps } = {
  'accidental-access': {
    reporter: [
      {
        en: 'Turn the screen away or switch it off. Do not look for it again.',
        cy: 'Trowch y sgrin i ffwrdd neu diffoddwch hi. Peidiwch â chwilio amdano eto.'
      },
      {
        en: 'If a child saw it, speak to the designated safeguarding lead now.',
        cy: 'Os gwelodd plentyn ef, siaradwch â’r person diogelu dynodedig nawr.'
      }
    ],
    handler: [
      {
        en: 'Have the address blocked by whoever runs the filter, and note why it came through.',
        cy: 'Trefnwch i bwy bynnag sy’n rhedeg yr hidlydd rwystro’r cyfeiriad, a nodwch pam y daeth drwodd.'
      },
      {
        en: 'If it may be against the law, do not open it: call the police.',
        cy: 'Os gallai fod yn erbyn y gyfraith, peidiwch â’i agor: ffoniwch yr heddlu.'
      }
    ]
  },
  'offensive-mail': {
    reporter: [{ en: 'Do not answer it and do not delete it.', cy: 'Peidiwch â’i hateb na’i dileu.' }, keepIt],
    handler: [
      {
        en: 'Look at it where it lies, together with the person who got it.',
        cy: 'Edrychwch arni lle mae hi, gyda’r person a’i derbyniodd.'
      },
      {
        en: 'Have the sender blocked. If it is a threat, call the police.',
        cy: 'Trefnwch i rwystro’r anfonwr. Os yw’n fygythiad, ffoniwch yr heddlu.'
      }
    ]
  },
  'lost-device': {
    reporter: [
      {
        en: 'Tell IT support now, by telephone, so that they can lock it from afar. Do not wait to see whether it turns up.',
        cy: 'Rhowch wybod i’r cymorth TG nawr, dros y ffôn, fel y gallant ei chloi o bell. Peidiwch ag aros i weld a ddaw i’r golwg.'
      },
      newPassword,
      {
        en: 'If it was stolen, tell the police and note the crime number.',
        cy: 'Os cafodd ei dwyn, rhowch wybod i’r heddlu a nodwch rif y drosedd.'
      }
    ],
    handler: [
      {
        en: 'Lock it from afar: Microsoft Intune admin centre › Devices › the device › Remote lock. A computer that has no such button: sign it out and disable the device in Entra.',
        cy: 'Clowch hi o bell: canolfan weinyddu Microsoft Intune › Devices › y ddyfais › Remote lock. Cyfrifiadur heb fotwm o’r fath: allgofnodwch ef ac analluogwch y ddyfais yn Entra.'
      },
      {
        en: 'At Google: Admin console › Devices › Mobile and endpoints › the device › Block or Wipe account; a Chromebook: Devices › Chrome › Disable.',
        cy: 'Yn Google: consol Admin › Devices › Mobile and endpoints › y ddyfais › Block neu Wipe account; Chromebook: Devices › Chrome › Disable.'
      },
      signOut,
      {
        en: 'Note whether it was encrypted and locked: that decides what a finder can read.',
        cy: 'Nodwch a oedd wedi’i hamgryptio a’i chloi: hynny sy’n penderfynu beth all rhywun ei ddarllen.'
      },
      assess
    ]
  },
  virus: {
    reporter: [
      {
        en: 'Take the device off the network: switch off Wi-Fi and pull the cable. Leave it switched on.',
        cy: 'Tynnwch y ddyfais oddi ar y rhwydwaith: diffoddwch y Wi-Fi a thynnwch y cebl. Gadewch hi ymlaen.'
      },
      {
        en: 'Do not type a password on it. Tell IT support by telephone.',
        cy: 'Peidiwch â theipio cyfrinair arni. Rhowch wybod i’r cymorth TG dros y ffôn.'
      },
      newPassword
    ],
    handler: [
      {
        en: 'Keep it off the network until it was examined, and look whether others got the same message.',
        cy: 'Cadwch hi oddi ar y rhwydwaith nes iddi gael ei harchwilio, ac edrychwch a gafodd eraill yr un neges.'
      },
      signOut,
      {
        en: 'Note whether files were locked or copied: then it is a breach of personal data as well.',
        cy: 'Nodwch a gafodd ffeiliau eu cloi neu eu copïo: yna mae’n achos o dorri data personol hefyd.'
      }
    ]
  },
  'misdirected-mail': {
    reporter: [
      {
        en: 'Recall it now: in classic Outlook open it under Sent Items › File › Resend or Recall › Recall This Message; in the new Outlook open it and choose Recall message. It works inside the school only.',
        cy: 'Galwch hi’n ôl nawr: yn Outlook clasurol agorwch hi o dan Sent Items › File › Resend or Recall › Recall This Message; yn yr Outlook newydd agorwch hi a dewiswch Recall message. Dim ond o fewn yr ysgol y mae’n gweithio.'
      },
      {
        en: 'Ask whoever got it, in a new message without its text, to delete it unread and to tell you so.',
        cy: 'Gofynnwch i bwy bynnag a’i cafodd, mewn neges newydd heb ei thestun, ei dileu heb ei darllen a dweud hynny wrthych.'
      }
    ],
    handler: [
      {
        en: 'Note who got it, who has read it, and who has said that it is deleted.',
        cy: 'Nodwch pwy a’i cafodd, pwy sydd wedi’i darllen, a phwy sydd wedi dweud ei bod wedi’i dileu.'
      },
      assess,
      tellThem
    ]
  },
  'password-known': {
    reporter: [
      newPassword,
      { en: 'Tell nobody the new one, not even IT support.', cy: 'Peidiwch â dweud yr un newydd wrth neb, hyd yn oed y cymorth TG.' }
    ],
    handler: [
      signOut,
      {
        en: 'Look through what was signed in to meanwhile, and whether mail is forwarded by a rule that nobody made.',
        cy: 'Edrychwch drwy’r hyn y mewngofnodwyd iddo yn y cyfamser, ac a yw post yn cael ei anfon ymlaen gan reol na wnaeth neb ei chreu.'
      }
    ]
  },
  misuse: {
    reporter: [
      {
        en: 'Do not speak about it with others, and do not look for proof yourself.',
        cy: 'Peidiwch â siarad amdano ag eraill, a pheidiwch â chwilio am brawf eich hun.'
      },
      keepIt
    ],
    handler: [
      {
        en: 'Speak to whoever advises the school on staff matters before you look into anybody’s account.',
        cy: 'Siaradwch â phwy bynnag sy’n cynghori’r ysgol ar faterion staff cyn edrych i mewn i gyfrif neb.'
      },
      {
        en: 'If a child may be concerned, go to the designated safeguarding lead now and write nothing of it here.',
        cy: 'Os gallai fod yn ymwneud â phlentyn, ewch at y person diogelu dynodedig nawr ac ysgrifennwch ddim ohono yma.'
      }
    ]
  },
  'data-breach': {
    reporter: [
      {
        en: 'Stop what is still going on: take back the link, close the folder, switch the device off the network.',
        cy: 'Stopiwch yr hyn sy’n dal i ddigwydd: tynnwch y ddolen yn ôl, caewch y ffolder, tynnwch y ddyfais oddi ar y rhwydwaith.'
      },
      { en: 'Do not delete anything: it shows what happened.', cy: 'Peidiwch â dileu dim: mae’n dangos beth ddigwyddodd.' }
    ],
    handler: [
      assess,
      tellThem,
      {
        en: 'Record it here even if nobody has to be told: the law asks for a record of every breach.',
        cy: 'Cofnodwch ef yma hyd yn oed os nad oes rhaid rhoi gwybod i neb: mae’r gyfraith yn gofyn am gofnod o bob achos.'
      }
    ]
  },
  'suspicious-mail': {
    reporter: [
      {
        en: 'Do not click anything in it, do not open a file from it and do not reply.',
        cy: 'Peidiwch â chlicio ar ddim ynddi, peidiwch ag agor ffeil ohoni a pheidiwch ag ateb.'
      },
      {
        en: 'Do not send it on, not even as a warning to others.',
        cy: 'Peidiwch â’i hanfon ymlaen, hyd yn oed i rybuddio eraill.'
      },
      {
        en: 'If you clicked, opened a file or typed a password, telephone IT support now and change that password from another device.',
        cy: 'Os gwnaethoch glicio, agor ffeil neu deipio cyfrinair, ffoniwch y cymorth TG nawr a newidiwch y cyfrinair hwnnw o ddyfais arall.'
      }
    ],
    handler: [
      {
        en: 'Look whether others got it, and have it taken out of their mailboxes: Microsoft Defender portal › Explorer; Google Admin console › Security investigation tool.',
        cy: 'Edrychwch a gafodd eraill hi, a threfnwch i’w thynnu o’u blychau post: porth Microsoft Defender › Explorer; consol Google Admin › Security investigation tool.'
      },
      {
        en: 'Ask whether anybody clicked or typed something: then it is a virus or a known password as well.',
        cy: 'Gofynnwch a wnaeth rhywun glicio neu deipio rhywbeth: os felly, mae’n feirws neu’n gyfrinair hysbys hefyd.'
      }
    ]
  },
  other: {
    reporter: [
      { en: 'Leave everything as it is until somebody has looked at it.', cy: 'Gadewch bopeth fel y mae nes i rywun edrych arno.' }
    ],
    handler: [
      {
        en: 'Decide what it is. If it is a breach of personal data, the 72 hours run from when it was noticed.',
        cy: 'Penderfynwch beth ydyw. Os yw’n achos o dorri data personol, mae’r 72 awr yn rhedeg o’r adeg y sylwyd arno.'
      }
    ]
  }
};
