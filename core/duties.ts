import type { Text } from './locale.ts';

/** What can serve a duty. The first that is in place decides how far the duty is kept. */
export const controls = ['mail-rule', 'tenant-check', 'schedule', 'approval', 'incident', 'register', 'signature', 'guidance'] as const;
export type Control = (typeof controls)[number];

/** How far a clause is kept, furthest first: something stops or warns, something looks, someone says so, a promise, nobody can tell. */
export const keeping = ['enforced', 'checked', 'reported', 'signed-only', 'out-of-reach'] as const;
export type Kept = (typeof keeping)[number];

/** How far each control keeps a duty. A signature proves that it was read, not that it is done. */
export const keeps = {
  'mail-rule': 'enforced',
  'tenant-check': 'checked',
  schedule: 'checked',
  approval: 'reported',
  incident: 'reported',
  register: 'reported',
  signature: 'signed-only',
  guidance: 'out-of-reach'
} as const satisfies { readonly [C in Control]: Kept };

export interface Duty {
  /** What the duty asks for, in one sentence. */
  readonly says: Text;
  /** What can serve it, strongest first. */
  readonly controls: readonly [Control, ...Control[]];
  /** It can be broken without any mail, by word of mouth, telephone or chat: a mail rule keeps it in part at most. */
  readonly beyondMail?: true;
}

/** The closed list of what clauses ask for. Rules, checks and clauses cite these; a citation that is not listed here does not compile. */
export const duties = {
  'copy-head-on-outside-mail': {
    says: {
      en: 'Copy the headteacher into mail to parents, governors and outside agencies.',
      cy: 'Anfonwch gopi at y pennaeth o bost at rieni, llywodraethwyr ac asiantaethau allanol.'
    },
    controls: ['mail-rule', 'signature']
  },
  'head-authorises-outside-mail': {
    says: { en: 'Have outside mail approved before it is sent.', cy: 'Sicrhewch gymeradwyaeth cyn anfon post allanol.' },
    controls: ['mail-rule', 'approval', 'signature']
  },
  'no-personal-account': {
    says: {
      en: 'Use the school account, never a personal one, for school business.',
      cy: 'Defnyddiwch gyfrif yr ysgol, nid cyfrif personol, ar gyfer gwaith yr ysgol.'
    },
    controls: ['mail-rule', 'tenant-check', 'signature']
  },
  'no-chain-letters': {
    says: { en: 'Do not send on chain letters, hoaxes or jokes.', cy: 'Peidiwch ag anfon llythyrau cadwyn, twyll na jôcs ymlaen.' },
    controls: ['mail-rule', 'signature']
  },
  'own-details-private': {
    says: { en: 'Do not give out your own private contact details.', cy: 'Peidiwch â rhoi eich manylion cyswllt preifat eich hun.' },
    controls: ['mail-rule', 'signature'],
    beyondMail: true
  },
  'others-details-private': {
    says: { en: "Do not disclose other people's personal details.", cy: 'Peidiwch â datgelu manylion personol pobl eraill.' },
    controls: ['mail-rule', 'signature'],
    beyondMail: true
  },
  'protect-personal-data': {
    says: {
      en: 'Keep personal data secure and share it only with those who may see it.',
      cy: "Cadwch ddata personol yn ddiogel a'i rannu dim ond â'r rhai sydd â hawl i'w weld."
    },
    controls: ['tenant-check', 'signature']
  },
  'encrypt-data-off-site': {
    says: {
      en: 'Encrypt or password-protect personal data that leaves the school.',
      cy: "Amgryptiwch neu ddiogelwch â chyfrinair ddata personol sy'n gadael yr ysgol."
    },
    controls: ['mail-rule', 'tenant-check', 'signature']
  },
  'pupil-contact-in-school-hours': {
    says: { en: 'Contact pupils only in school hours.', cy: 'Cysylltwch â disgyblion yn ystod oriau ysgol yn unig.' },
    controls: ['mail-rule', 'signature'],
    beyondMail: true
  },
  'professional-contact-with-pupils': {
    says: {
      en: 'Keep contact with pupils professional and through school channels.',
      cy: "Cadwch gysylltiad â disgyblion yn broffesiynol a thrwy sianeli'r ysgol."
    },
    controls: ['mail-rule', 'signature'],
    beyondMail: true
  },
  'no-offensive-messages': {
    says: {
      en: 'Do not send offensive, harassing or discriminatory messages.',
      cy: 'Peidiwch ag anfon negeseuon sarhaus, aflonyddol na gwahaniaethol.'
    },
    controls: ['mail-rule', 'signature'],
    beyondMail: true
  },
  'sensitive-mail-authorised': {
    says: {
      en: 'Discuss sensitive outside mail with the headteacher before sending it.',
      cy: 'Trafodwch bost allanol sensitif â’r pennaeth cyn ei anfon.'
    },
    controls: ['mail-rule', 'approval', 'signature']
  },
  'pupil-images-stay-in-school': {
    says: {
      en: 'Do not send images of pupils outside the school without consent.',
      cy: 'Peidiwch ag anfon delweddau o ddisgyblion y tu allan i’r ysgol heb ganiatâd.'
    },
    controls: ['mail-rule', 'approval', 'signature'],
    beyondMail: true
  },
  'no-pupil-names-with-images': {
    says: {
      en: "Do not put a pupil's name with or in the name of an image.",
      cy: 'Peidiwch â rhoi enw disgybl gyda delwedd nac yn enw ffeil delwedd.'
    },
    controls: ['mail-rule', 'approval', 'signature'],
    beyondMail: true
  },
  'check-recipients': {
    says: {
      en: 'Make sure that mail goes to the right people and to nobody else.',
      cy: 'Sicrhewch fod post yn mynd at y bobl gywir ac at neb arall.'
    },
    controls: ['mail-rule', 'signature']
  },
  // mail and messages
  'no-meeting-without-permission': {
    says: {
      en: 'Arrange no meeting with a pupil or a stranger without permission.',
      cy: 'Peidiwch â threfnu cyfarfod â disgybl neu ddieithryn heb ganiatâd.'
    },
    controls: ['mail-rule', 'approval', 'signature'],
    beyondMail: true
  },
  'school-channels-only': {
    says: {
      en: 'Reach pupils and parents through the school’s own channels only.',
      cy: 'Cysylltwch â disgyblion a rhieni drwy sianeli’r ysgol ei hun yn unig.'
    },
    controls: ['mail-rule', 'signature'],
    beyondMail: true
  },
  'professional-messages': {
    says: {
      en: 'Write every message as befits your professional role.',
      cy: 'Ysgrifennwch bob neges mewn modd sy’n gweddu i’ch rôl broffesiynol.'
    },
    controls: ['mail-rule', 'signature'],
    beyondMail: true
  },
  'report-bad-mail': {
    says: {
      en: 'Report offensive, suspicious and unsolicited mail.',
      cy: 'Rhowch wybod am bost sarhaus, post amheus a phost na ofynnwyd amdano.'
    },
    controls: ['incident', 'signature']
  },
  'open-trusted-mail-only': {
    says: {
      en: 'Open links and attachments only from people you know and trust.',
      cy: 'Agorwch ddolenni ac atodiadau dim ond gan bobl rydych yn eu hadnabod ac yn ymddiried ynddynt.'
    },
    controls: ['signature', 'guidance']
  },
  'pupils-use-approved-mail': {
    says: {
      en: 'Let pupils use only the mail accounts that the school approved.',
      cy: 'Gadewch i ddisgyblion ddefnyddio dim ond y cyfrifon post a gymeradwywyd gan yr ysgol.'
    },
    controls: ['tenant-check', 'signature']
  },
  'mail-scanned-and-logged': {
    says: { en: 'Scan all mail for viruses and keep its log.', cy: 'Sganiwch bob post am firysau a chadwch ei gofnod.' },
    controls: ['tenant-check']
  },
  // accounts and passwords
  'own-account-for-each-user': {
    says: { en: 'Give each person an account of their own.', cy: 'Rhowch ei gyfrif ei hun i bob person.' },
    controls: ['tenant-check']
  },
  'answer-for-own-account': {
    says: {
      en: 'Answer for everything done under your own account.',
      cy: 'Byddwch yn gyfrifol am bopeth a wneir dan eich cyfrif eich hun.'
    },
    controls: ['signature']
  },
  'keep-passwords-secret': {
    says: {
      en: 'Tell nobody your password and use nobody else’s.',
      cy: 'Peidiwch â dweud eich cyfrinair wrth neb na defnyddio cyfrinair neb arall.'
    },
    controls: ['mail-rule', 'signature'],
    beyondMail: true
  },
  'change-passwords': {
    says: { en: 'Change passwords as often as the school says.', cy: 'Newidiwch gyfrineiriau mor aml ag y dywed yr ysgol.' },
    controls: ['tenant-check', 'signature']
  },
  'strong-passwords': {
    says: { en: 'Use a password as strong as the school asks.', cy: 'Defnyddiwch gyfrinair mor gryf ag y mae’r ysgol yn gofyn amdano.' },
    controls: ['tenant-check', 'signature']
  },
  'one-password-one-system': {
    says: { en: 'Use each password on one system only.', cy: 'Defnyddiwch bob cyfrinair ar un system yn unig.' },
    controls: ['signature']
  },
  'lock-when-unattended': {
    says: { en: 'Lock or log off before you leave a device.', cy: 'Clowch y ddyfais neu allgofnodwch cyn ei gadael.' },
    controls: ['tenant-check', 'signature']
  },
  'password-on-devices': {
    says: { en: 'Protect each device with a password or code.', cy: 'Diogelwch bob dyfais â chyfrinair neu god.' },
    controls: ['tenant-check', 'signature']
  },
  'own-files-only': {
    says: { en: 'Open and change only your own files.', cy: 'Agorwch a newidiwch eich ffeiliau eich hun yn unig.' },
    controls: ['tenant-check', 'incident', 'signature']
  },
  // data
  'limit-access-to-data': {
    says: {
      en: 'Let people see only the school data that they are meant to.',
      cy: 'Gadewch i bobl weld dim ond y data ysgol y maent i fod i’w weld.'
    },
    controls: ['tenant-check', 'signature']
  },
  'take-data-out-when-authorised': {
    says: {
      en: 'Take personal data out, reach it from outside or change it only when authorised.',
      cy: 'Ewch â data personol allan, ei gyrchu o’r tu allan neu ei newid dim ond pan awdurdodir hynny.'
    },
    controls: ['approval', 'signature']
  },
  'keep-data-no-longer-than-needed': {
    says: {
      en: 'Collect data for a stated purpose and delete it when that is served.',
      cy: 'Casglwch ddata at ddiben penodol a’i ddileu wedi i’r diben hwnnw ddod i ben.'
    },
    controls: ['schedule', 'signature']
  },
  'host-data-safely': {
    says: {
      en: 'Keep data online only where it is properly protected.',
      cy: 'Cadwch ddata ar-lein dim ond lle caiff ei ddiogelu’n briodol.'
    },
    controls: ['tenant-check', 'register', 'signature']
  },
  'no-school-data-on-own-devices': {
    says: { en: 'Keep no school data on your own devices.', cy: 'Peidiwch â chadw data’r ysgol ar eich dyfeisiau eich hun.' },
    controls: ['tenant-check', 'signature']
  },
  'no-parent-contacts-on-own-phone': {
    says: {
      en: 'Keep no contact details of parents on your own phone.',
      cy: 'Peidiwch â chadw manylion cyswllt rhieni ar eich ffôn eich hun.'
    },
    controls: ['tenant-check', 'signature']
  },
  'report-loss': {
    says: {
      en: 'Report lost or stolen devices and data, and passwords that others may know.',
      cy: 'Rhowch wybod am ddyfeisiau a data a gollwyd neu a ddygwyd, a chyfrineiriau y gallai eraill eu gwybod.'
    },
    controls: ['incident', 'signature']
  },
  'handle-data-breaches': {
    says: {
      en: 'Record each breach of personal data and report the serious ones in time.',
      cy: 'Cofnodwch bob achos o dorri diogelwch data personol a rhowch wybod am y rhai difrifol mewn pryd.'
    },
    controls: ['incident']
  },
  // devices and software
  'virus-protection-current': {
    says: {
      en: 'Keep virus protection on, current and used.',
      cy: 'Cadwch amddiffyniad rhag firysau wedi’i droi ymlaen, yn gyfredol ac ar waith.'
    },
    controls: ['tenant-check', 'signature']
  },
  'leave-protection-on': {
    says: {
      en: 'Do not switch off or get round filtering, virus protection or security.',
      cy: 'Peidiwch â diffodd nac osgoi’r hidlo, yr amddiffyniad rhag firysau na’r diogelwch.'
    },
    controls: ['tenant-check', 'signature']
  },
  'report-viruses': {
    says: { en: 'Stop and report when you suspect a virus.', cy: 'Peidiwch â pharhau a rhowch wybod os ydych yn amau firws.' },
    controls: ['incident', 'signature']
  },
  'install-with-permission': {
    says: { en: 'Install software or hardware only with permission.', cy: 'Gosodwch feddalwedd neu galedwedd dim ond gyda chaniatâd.' },
    controls: ['tenant-check', 'approval', 'signature']
  },
  'school-equipment-for-work': {
    says: { en: 'Do school business on the school’s equipment.', cy: 'Gwnewch waith yr ysgol ar offer yr ysgol.' },
    controls: ['register', 'signature']
  },
  'sign-out-equipment': {
    says: {
      en: 'Sign out what you borrow, and return it or lock it away.',
      cy: 'Llofnodwch am yr hyn a fenthycwch, a’i ddychwelyd neu ei gloi.'
    },
    controls: ['schedule', 'register', 'signature']
  },
  'look-after-devices': {
    says: {
      en: 'Look after devices at home, in public and on the road.',
      cy: 'Gofalwch am ddyfeisiau gartref, yn gyhoeddus ac wrth deithio.'
    },
    controls: ['signature', 'guidance']
  },
  'work-use': {
    says: {
      en: 'Use school systems for work, and privately only as far as the school allows.',
      cy: 'Defnyddiwch systemau’r ysgol ar gyfer gwaith, ac at ddefnydd preifat dim ond cyn belled ag y mae’r ysgol yn ei ganiatáu.'
    },
    controls: ['signature']
  },
  'own-devices-off-network': {
    says: {
      en: 'Keep your own devices off the school’s network unless allowed.',
      cy: 'Cadwch eich dyfeisiau eich hun oddi ar rwydwaith yr ysgol oni chaniateir hynny.'
    },
    controls: ['tenant-check', 'approval', 'signature']
  },
  'phones-away-from-pupils': {
    says: {
      en: 'Use your own phone only where and when the school allows.',
      cy: 'Defnyddiwch eich ffôn eich hun dim ond ble a phryd y mae’r ysgol yn ei ganiatáu.'
    },
    controls: ['signature']
  },
  'pupil-phones-handed-in': {
    says: {
      en: 'Let pupils bring devices only with approval, and keep them at the office.',
      cy: 'Gadewch i ddisgyblion ddod â dyfeisiau dim ond gyda chymeradwyaeth, a’u cadw yn y swyddfa.'
    },
    controls: ['approval', 'register', 'signature']
  },
  'know-the-scope': {
    says: {
      en: 'Know what the policy covers and what the school does not answer for.',
      cy: 'Byddwch yn ymwybodol o’r hyn y mae’r polisi’n ei gwmpasu ac o’r hyn nad yw’r ysgol yn gyfrifol amdano.'
    },
    controls: ['signature']
  },
  'use-systems-lawfully': {
    says: { en: 'Use the school’s systems within the law.', cy: 'Defnyddiwch systemau’r ysgol o fewn y gyfraith.' },
    controls: ['signature']
  },
  // images, recording, publishing
  'consent-for-images': {
    says: {
      en: 'Take, keep, use and publish images only with consent that still stands.',
      cy: 'Tynnwch, cadwch, defnyddiwch a chyhoeddwch ddelweddau dim ond gyda chydsyniad sy’n dal mewn grym.'
    },
    controls: ['approval', 'register', 'signature']
  },
  'no-images-on-own-devices': {
    says: {
      en: 'Take images and recordings with the school’s equipment, never your own.',
      cy: 'Tynnwch ddelweddau a recordiwch ag offer yr ysgol, byth â’ch offer eich hun.'
    },
    controls: ['signature']
  },
  'own-device-images-approved': {
    says: {
      en: 'Use your own device for images only with permission, then move and delete them.',
      cy: 'Defnyddiwch eich dyfais eich hun ar gyfer delweddau dim ond gyda chaniatâd, yna eu symud a’u dileu.'
    },
    controls: ['approval', 'signature']
  },
  'images-stored-on-network': {
    says: {
      en: 'Store images only where the school keeps them, for those who may see them.',
      cy: 'Storiwch ddelweddau dim ond lle mae’r ysgol yn eu cadw, i’r rhai sydd â hawl i’w gweld.'
    },
    controls: ['tenant-check', 'signature']
  },
  'second-adult-for-images': {
    says: {
      en: 'Let another member of staff know when you take images.',
      cy: 'Rhowch wybod i aelod arall o staff pan fyddwch yn tynnu delweddau.'
    },
    controls: ['register', 'signature']
  },
  'consent-to-recording': {
    says: {
      en: 'Record sound or video only when those recorded agreed.',
      cy: 'Recordiwch sain neu fideo dim ond pan fydd y rhai a recordir wedi cytuno.'
    },
    controls: ['approval', 'register', 'signature']
  },
  'know-image-risks': {
    says: {
      en: 'Know the risks of taking, keeping and sharing images.',
      cy: 'Byddwch yn ymwybodol o risgiau tynnu, cadw a rhannu delweddau.'
    },
    controls: ['signature', 'guidance']
  },
  'outside-cameras-with-permission': {
    says: {
      en: 'Let the press and outside photographers work only with permission, a brief and an escort.',
      cy: 'Gadewch i’r wasg a ffotograffwyr allanol weithio dim ond gyda chaniatâd, cyfarwyddyd a chwmni.'
    },
    controls: ['approval', 'register']
  },
  'publish-with-approval': {
    says: {
      en: 'Publish only what was approved, without personal details.',
      cy: 'Cyhoeddwch dim ond yr hyn a gymeradwywyd, heb fanylion personol.'
    },
    controls: ['schedule', 'approval']
  },
  'video-calls-approved': {
    says: {
      en: 'Have video calls with pupils approved, agreed to by parents and recorded in a log.',
      cy: 'Sicrhewch fod galwadau fideo gyda disgyblion wedi’u cymeradwyo, y rhieni wedi cytuno, a chofnod ohonynt.'
    },
    controls: ['approval', 'register']
  },
  // the internet
  'filtering-in-place': {
    says: { en: 'Filter the internet to suit the people who use it.', cy: 'Hidlwch y rhyngrwyd i weddu i’r bobl sy’n ei defnyddio.' },
    controls: ['tenant-check', 'schedule', 'register']
  },
  'monitor-use': {
    says: {
      en: 'Look at the logs and at what is stored, as often as the policy says.',
      cy: 'Edrychwch ar y cofnodion ac ar yr hyn sydd wedi’i storio mor aml ag y dywed y polisi.'
    },
    controls: ['schedule', 'register']
  },
  'know-of-monitoring': {
    says: {
      en: 'Know that what you do on school systems may be monitored.',
      cy: 'Byddwch yn ymwybodol y gellir monitro’r hyn a wnewch ar systemau’r ysgol.'
    },
    controls: ['signature']
  },
  'monitor-lawfully': {
    says: {
      en: 'Monitor people only lawfully, proportionately and with notice.',
      cy: 'Monitrwch bobl dim ond yn gyfreithlon, yn gymesur a chyda rhybudd.'
    },
    controls: ['register']
  },
  'no-unsuitable-material': {
    says: {
      en: 'Do not seek, keep or pass on illegal, offensive or unsuitable material.',
      cy: 'Peidiwch â chwilio am ddeunydd anghyfreithlon, sarhaus neu anaddas, na’i gadw na’i rannu.'
    },
    controls: ['signature']
  },
  'report-unsuitable-material': {
    says: { en: 'Report unsuitable sites and material at once.', cy: 'Rhowch wybod ar unwaith am wefannau a deunydd anaddas.' },
    controls: ['incident', 'signature']
  },
  'supervise-pupils-online': {
    says: {
      en: 'Check sites first and supervise pupils online.',
      cy: 'Edrychwch ar wefannau yn gyntaf a goruchwyliwch ddisgyblion ar-lein.'
    },
    controls: ['register', 'guidance']
  },
  'respect-copyright': {
    says: { en: 'Respect copyright, licences and other people’s work.', cy: 'Parchwch hawlfraint, trwyddedau a gwaith pobl eraill.' },
    controls: ['signature']
  },
  'assess-new-technology': {
    says: {
      en: 'Assess the risk of new technology and services before use.',
      cy: 'Aseswch risg technoleg a gwasanaethau newydd cyn eu defnyddio.'
    },
    controls: ['approval', 'register']
  },
  'pupils-join-no-services': {
    says: {
      en: 'Let pupils join online services only when old enough and approved.',
      cy: 'Gadewch i ddisgyblion ymuno â gwasanaethau ar-lein dim ond pan fyddant yn ddigon hen a chyda chymeradwyaeth.'
    },
    controls: ['tenant-check', 'signature']
  },
  // social media
  'no-disrepute-online': {
    says: {
      en: 'Do nothing online that discredits your role or the school.',
      cy: 'Peidiwch â gwneud dim ar-lein sy’n dwyn anfri ar eich rôl neu’r ysgol.'
    },
    controls: ['signature']
  },
  'no-school-talk-on-social-media': {
    says: {
      en: 'Do not discuss the school or its people on social media.',
      cy: 'Peidiwch â thrafod yr ysgol na’i phobl ar y cyfryngau cymdeithasol.'
    },
    controls: ['signature']
  },
  'no-friends-with-pupils': {
    says: {
      en: 'Do not connect with pupils or parents on personal social media.',
      cy: 'Peidiwch â chysylltu â disgyblion na rhieni ar gyfryngau cymdeithasol personol.'
    },
    controls: ['signature']
  },
  'protect-yourself-online': {
    says: { en: 'Set your privacy and think before you post.', cy: 'Gosodwch eich preifatrwydd a meddyliwch cyn postio.' },
    controls: ['guidance']
  },
  'declare-relationships': {
    says: {
      en: 'Declare relationships that make it hard to keep the policy.',
      cy: 'Datganwch berthnasoedd sy’n ei gwneud yn anodd cadw at y polisi.'
    },
    controls: ['register', 'signature']
  },
  // people, training, records
  'name-post-holders': {
    says: {
      en: 'Name who is responsible for online safety, and say so.',
      cy: 'Enwch bwy sy’n gyfrifol am ddiogelwch ar-lein, a rhowch wybod i bawb.'
    },
    controls: ['register', 'signature']
  },
  'train-staff': {
    says: {
      en: 'Train staff from their first days on, and keep the record.',
      cy: 'Hyfforddwch staff o’u dyddiau cyntaf ymlaen, a chadwch y cofnod.'
    },
    controls: ['schedule', 'register']
  },
  'report-to-governors': {
    says: {
      en: 'Tell governors and senior leaders how the policy is kept.',
      cy: 'Dywedwch wrth lywodraethwyr ac uwch arweinwyr sut y cedwir y polisi.'
    },
    controls: ['schedule', 'signature']
  },
  'plan-online-safety-year': {
    says: {
      en: 'Plan the year’s online-safety teaching and events.',
      cy: 'Cynlluniwch addysgu a digwyddiadau diogelwch ar-lein y flwyddyn.'
    },
    controls: ['schedule', 'register']
  },
  'teach-online-safety': {
    says: {
      en: 'Teach pupils to be safe, lawful and critical online.',
      cy: 'Dysgwch ddisgyblion i fod yn ddiogel, yn gyfreithlon ac yn feirniadol ar-lein.'
    },
    controls: ['guidance']
  },
  'inform-parents': {
    says: {
      en: 'Give parents information about online safety and the policy.',
      cy: 'Rhowch wybodaeth i rieni am ddiogelwch ar-lein a’r polisi.'
    },
    controls: ['schedule']
  },
  'sign-policy': {
    says: {
      en: 'Read the policy and sign it with the details that the school asks for.',
      cy: 'Darllenwch y polisi a’i lofnodi gyda’r manylion y mae’r ysgol yn gofyn amdanynt.'
    },
    controls: ['signature']
  },
  'sign-yearly': {
    says: { en: 'Sign the policy again each year.', cy: 'Llofnodwch y polisi eto bob blwyddyn.' },
    controls: ['signature']
  },
  'parents-sign': {
    says: {
      en: 'Have parents read and sign the agreement for their child.',
      cy: 'Sicrhewch fod rhieni’n darllen ac yn llofnodi’r cytundeb dros eu plentyn.'
    },
    controls: ['signature']
  },
  'pupils-sign': {
    says: {
      en: 'Have pupils sign the rules before they go online.',
      cy: 'Sicrhewch fod disgyblion yn llofnodi’r rheolau cyn mynd ar-lein.'
    },
    controls: ['signature']
  },
  'read-linked-policies': {
    says: {
      en: 'Read and keep the other policies that this one names.',
      cy: 'Darllenwch a chadwch at y polisïau eraill y mae hwn yn eu henwi.'
    },
    controls: ['signature']
  },
  'publish-policy': {
    says: { en: 'Publish the policy, and keep it tied to the others.', cy: 'Cyhoeddwch y polisi, a’i gadw ynghlwm wrth y lleill.' },
    controls: ['schedule', 'register']
  },
  'review-policy': {
    says: {
      en: 'Review the policy, and the systems under it, on stated dates.',
      cy: 'Adolygwch y polisi, a’r systemau dano, ar ddyddiadau penodol.'
    },
    controls: ['schedule']
  },
  'consult-on-policy': {
    says: {
      en: 'Ask staff, governors, parents and pupils about the policy.',
      cy: 'Holwch staff, llywodraethwyr, rhieni a disgyblion am y polisi.'
    },
    controls: ['schedule', 'register']
  },
  'support-policy': {
    says: { en: 'Support the policy and set an example.', cy: 'Cefnogwch y polisi a gosodwch esiampl.' },
    controls: ['signature']
  },
  'ask-when-unsure': {
    says: { en: 'Ask when you are unsure.', cy: 'Gofynnwch pan fyddwch yn ansicr.' },
    controls: ['guidance']
  },
  // incidents
  'report-concerns': {
    says: {
      en: 'Report breaches, misuse and concerns to the right person.',
      cy: 'Rhowch wybod i’r person cywir am dorri’r polisi, camddefnydd a phryderon.'
    },
    controls: ['incident', 'signature']
  },
  'report-child-concerns': {
    says: {
      en: 'Take concerns about a child’s safety to the safeguarding lead at once.',
      cy: 'Ewch â phryderon am ddiogelwch plentyn at yr arweinydd diogelu ar unwaith.'
    },
    controls: ['incident', 'signature']
  },
  'report-concerns-about-staff': {
    says: {
      en: 'Report concerns about an adult, never to the person concerned.',
      cy: 'Rhowch wybod am bryderon am oedolyn, byth i’r person dan sylw.'
    },
    controls: ['incident', 'signature']
  },
  'log-incidents': {
    says: { en: 'Log and follow up incidents in the same way each time.', cy: 'Cofnodwch a dilynwch ddigwyddiadau yn yr un modd bob tro.' },
    controls: ['incident', 'register']
  },
  'know-complaints-route': {
    says: {
      en: 'Take complaints and objections to the person named for them.',
      cy: 'Ewch â chwynion a gwrthwynebiadau at y person a enwir ar eu cyfer.'
    },
    controls: ['incident', 'register']
  },
  'refer-outside': {
    says: {
      en: 'Bring in the police or other authorities where the law may be broken.',
      cy: 'Galwch ar yr heddlu neu awdurdodau eraill lle gallai’r gyfraith fod wedi’i thorri.'
    },
    controls: ['incident']
  },
  'accept-consequences': {
    says: { en: 'Know what follows when the policy is broken.', cy: 'Byddwch yn ymwybodol o’r hyn sy’n dilyn pan dorrir y polisi.' },
    controls: ['incident', 'signature']
  }
} as const satisfies { readonly [id: string]: Duty };

export type DutyId = keyof typeof duties;
