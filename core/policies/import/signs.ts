import type { DutyId } from '../../duties.ts';

/**
 * Words that a sign may name in braces. A phrase's words stand in order, `..` lets up to four others in between, `word*` is every word that
 * begins so, `|` is «or» for one word and ` / ` for whole phrases. English first, then Welsh.
 */
export const concepts: { readonly [name: string]: string } = {
  not: 'not|never|no|nor|neither|cannot|dont|wont|without|avoid*|prohibit*|forbidden|unacceptable|refrain / ni|na|nid|peidi*|byth|heb|gwaherdd*',
  pupil: 'pupil*|student*|child|children|childs|learner*|disgybl*|plant|plentyn|myfyriwr|myfyrwyr|dysgwyr',
  parent: 'parent*|carer*|guardian*|famil*|rhieni|rhiant|gofalwyr|gofalwr|teulu*|theulu*',
  staff: 'staff|staffs|employee*|teacher*|colleague*|athrawon|athro|gweithwyr',
  governor: 'governor*|governing|trustee*|llywodraethwyr|llywodraethwr',
  head: 'head|heads|headteacher*|principal|pennaeth|phennaeth',
  coordinator: 'coordinator*|lead|leader|dsl|officer|cydlynydd|arweinydd',
  someone:
    'head|headteacher*|principal|coordinator*|lead|leader*|dsl|officer|manager|teacher*|adult|governor*|governing|technician*|provider|support|person|office|pennaeth|cydlynydd|athro|athrawes|oedolyn|rheolwr',
  outsider:
    'agenc*|organisation|organisations|authority|authorities|outside|external*|third|public|professionals|asiantaeth*|allanol|sefydliad*',
  mail: 'email*|mail|message*|messaging|ebost|neges*|negeseuon|bost|post',
  communicate: 'communicat*|contact|contacts|contacted|contacting|correspond*|messaging|message*|email*|chat|reach|cysyllt*|cyfathreb*',
  image:
    'image*|photo|photos|photograph*|picture*|video|videos|videoing|film|films|filming|filmed|footage|delwedd*|llun|lluniau|ffotograff*|fideo*|ffilm*',
  record: 'record|recorded|recording*|film*|video*|audio|sound|recordio*',
  device:
    'device*|phone*|mobile*|telephone*|smartphone*|camera*|laptop*|tablet*|computer*|equipment|watch|watches|dyfais|dyfeisiau|ddyfais|ddyfeisiau|ffon|ffonau|camer*|gliniadur*|offer',
  own: 'personal|personally|own|private|privately|personol|hun|preifat|eiddo',
  phone: 'phone*|mobile|mobiles|telephone*|smartphone*|smartwatch*|watch|watches|ffon|ffonau',
  data: 'data|information|records|files|documents|gwybodaeth|cofnodion|ddata',
  give: 'disclos*|discloses|share|shares|shared|sharing|tell|telling|reveal*|give|gives|given|giving|divulg*|pass|passed|passing|datgel*|ddatgelu|rhann*|rannu|rhoi|roi|dweud|ddweud',
  details: 'details|number|numbers|address|addresses|surname*|handle|accounts|name|names|manylion|rhif|rhifau|cyfeiriad*|chyfeiriad*',
  password: 'password*|passphrase*|passcode*|pin|pins|credentials|login|logins|cyfrinair|cyfrineiriau|gyfrinair|gyfrineiriau|chyfrinair',
  permission:
    'permission|consent*|approv*|authoris*|authoriz*|agreed|agree|agreement|allowed|permitted|caniatad|ganiatad|chaniatad|cydsyni*|cymeradwy*|gymeradwy*|awdurdod*',
  report:
    'report|reports|reported|reporting|inform|informed|informs|tell|told|notify|notified|alert|contact|raise|raised|refer|referred|adrodd|gwybod|dweud|wrth',
  take: 'take|takes|taken|taking|capture*|record|recorded|recording|use|used|store|stored|publish*|display*|post|posted|print*|tynnu|dynnu|cymryd|cadw|defnyddio',
  send: 'send|sends|sending|sent|forward*|distribut*|transmit*|circulat*|pass|publish*|share*|sharing|post|posting|upload*|anfon*|dosbarthu|ddosbarthu',
  bad: 'inappropriate|unsuitable|illegal|offensive|obscene|abusive|harmful|indecent|pornograph*|racist|extremis*|extreme|unlawful|discriminatory|explicit|nasty|unpleasant|anaddas|amhriodol|anghyfreithlon|sarhaus|niweidiol',
  network: 'network|networks|wifi|wireless|broadband|internet|rhwydwaith|diwifr|rhyngrwyd',
  virus: 'virus|viruses|malware|ransomware|spyware|antivirus|firws|firysau|maleiswedd',
  social:
    'social media|network*|networking|site|sites / facebook|twitter|instagram|tiktok|snapchat|whatsapp|youtube / blog|blogs|blogging / cyfryngau cymdeithasol / gyfryngau cymdeithasol',
  safety:
    'esafety|esafe / online|internet|digital|technology|cyber|ict safety|safe|safely|safeguarding / safe use / safe|safely online / ddiogelwch|diogelwch|ediogelwch|edddiogelwch / ddiogel|diogel ar lein',
  policy: 'policy|policies|agreement*|code|aup|rules|handbook|polisi|bolisi|pholisi|cytundeb|gytundeb|rheolau|polisiau|bolisiau',
  offsite:
    'offsite / off ..2 site|premises / out of|the ..1 school|building / remov*|taken|take|takes|taking|leav* ..6 school|site|premises|office / outside ..2 school|network|premises / remotely|remote / memory|usb stick*|drive* / removable|portable media|storage|devices|drives / oddi|allan ..2 ysgol / gadael ..2 ysgol',
  software: 'software|program*|app|apps|application|applications|hardware|toolbar*|extension*|meddalwedd|feddalwedd|caledwedd|galedwedd',
  lock: 'lock|locks|locked|locking|logoff|logout|unlocked|cloi|clowch|gloi|allgofnod* / log|logs|logged|logging|sign|signed|signing|switch off|out'
};

/** What speaks for a duty. Each sign is a list of things that must all be there, divided by ` & `; `!` before one means that it must not. */
export interface Signs {
  /** Nine in ten. */
  readonly sure?: readonly string[];
  /** Two in three. */
  readonly likely?: readonly string[];
  /** One in three: two of them make it likely. */
  readonly perhaps?: readonly string[];
}

/** How each duty is usually worded, in general language; a duty that is missing here is never proposed. */
export const signs: { readonly [D in DutyId]?: Signs } = {
  'copy-head-on-outside-mail': {
    sure: [
      '{mail} & copied|copy|copying|cc|cced|include|chopi|gopi|copi ..6 {head}',
      '{mail} & {head} .. copied|copy|cc|copied in / copi|gopi|chopi ..4 bennaeth|pennaeth'
    ]
  },
  'head-authorises-outside-mail': {
    sure: ['{mail} & {permission} & before|prior|first|cyn & {outsider} & !sensitiv*'],
    likely: ['{mail} & {outsider} & {permission} .. by', '{mail} & {outsider} & letter & head*']
  },
  'sensitive-mail-authorised': {
    sure: ['{mail} & sensitiv*|sensitif|confidential|difficult & {head} & before|discuss|first|trafod*|cyn'],
    likely: ['sensitiv*|sensitif ..9 {mail} & discuss*|consult*|check|trafod*']
  },
  'no-personal-account': {
    sure: [
      '{own} ..2 {mail} & {not} & business|contact|work|communicat*|correspond*|use|used|using|conduct|waith|gwaith|cyfrif',
      '{mail} ..3 account*|system|systems|address|addresses & business|work|communications & school|approved|official|secure & only|always|all|any',
      'approved|secure|official .. {mail} .. system*|account* & business|work',
      'account|cyfrif|gyfrif & school|work|ysgol & {own} & never|not|nid|peidiwch & business|work|email|waith'
    ],
    likely: [
      'school|work .. {mail} .. account|address & only|always|all|must',
      'account & used & all school business',
      'school|work .. {mail} .. address & all .. business'
    ]
  },
  'no-chain-letters': {
    sure: [
      'chain letter*|mail*|email*|message* / llythyrau|llythyr cadwyn',
      'hoax*|junk|spam|joke*|jocs|twyll & forward*|send*|pass*|circulat*|creat*|anfon',
      'forward & {not} & joke*|hoax*|warning*|unsolicited'
    ],
    likely: ['forward & {not} & nuisance|anxiety|inconvenience|annoy*', 'needless|unnecessary anxiety']
  },
  'own-details-private': {
    sure: [
      '{give} & my|your|their|own|personal .. details|number|address|information|contact & {not} & own|my|your|personal|their & phone|mobile|telephone|home|email|contact|social|details & !{image} & !others',
      '{give} & {not} & personal|own|private|identif* .. details|information & home|phone|address|telephone|social|location|identify|themselves|own',
      'own|themselves & others & {give} & details|name|address|phone & {not}',
      '{give} & {not} & {own} & manylion'
    ],
    likely: [
      '{give} ..6 personal information|details & {not} & {pupil}|themselves|users|you|i',
      'never .. {give} .. personal information|details',
      'reveal* .. personal information|details'
    ]
  },
  'others-details-private': {
    sure: [
      '{give} & {not} & other|others|another|anothers|peoples|someone|pobl ..4 details|information|name|personal|address|data|manylion',
      'own|themselves & others & {give} & details|name|address|phone & {not}',
      '{pupil} & address|addresses|names|details & {not} ..3 published|disclosed|shared|given',
      'disclos*|reveal*|share .. personal details|information ..8 non|outside|anyone|third|unauthorised|public',
      'passing|giving|give .. {pupil} name|names'
    ],
    likely: [
      '{not} & post|publish|disclos*|share .. confidential|private information|data',
      'confidential information & {not} & {give}|discuss*|post',
      'violat*|breach* .. data protection|privacy & send|publish|share|disclose'
    ]
  },
  'protect-personal-data': {
    sure: [
      'personal|pupil|sensitive|confidential|school .. data|information & secure|securely|secured|security|protected|confidential|safe|safely & !encrypt* & !password*',
      'personal|sensitive|confidential .. data|information & secure|securely & kept|keep|keeping|stored|handled|used',
      'data protection act|law|legislation|regulation*|policy|principles & data|information|material & keep|kept|accordance|comply|compliance|line|violat*|breach*|handled|processed & !monitor*',
      'data|ddata personol & ddiogel|diogel|diogelu'
    ],
    likely: [
      'gdpr',
      'responsibility & sensitive|personal information|data & secure|protect*',
      '{not} & post|publish|share|disclose .. confidential information|data',
      'protect .. data & loss|unauthorised|misuse|theft',
      'privacy|private & disclos*|reveal* & details|data'
    ]
  },
  'encrypt-data-off-site': {
    sure: [
      'encrypt*|amgrypt* & !email account',
      '{data} & password .. protect* & {offsite}',
      'data & password|passwords protected & site|stick*|portable|home'
    ],
    likely: ['violat*|breach* .. data protection & send|email|transfer', '{offsite} & password .. protect* & {device}|data|storage']
  },
  'check-recipients': {
    sure: [
      'recipient*|derbynn* & check*|right|correct|intended|wrong|blind|bcc',
      'bcc / blind copy|copies',
      '{mail} .. right|correct|wrong person|people|address*',
      'post & mynd & bobl gywir'
    ],
    likely: ['check|double .. address*|addressee* & send*|mail|email', 'mail|email & nobody|no one else', 'reply all']
  },
  'no-meeting-without-permission': {
    sure: [
      'meet|meeting|meetings|cyfarfod|chyfarfod & arrang*|trefnu|drefnu & !video',
      'meet ..3 anyone|someone|stranger*|people|pupil*|person'
    ]
  },
  'school-channels-only': {
    sure: [
      '{communicate} & {pupil}|{parent} & {own} ..3 {device}|{mail}|account*|number* & {not}',
      '{communicate} & {pupil}|{parent} & through|via|using|by|drwy & school|approved|official|ysgol & email*|system|systems|channels|account*|platform*|address*|sianeli',
      '{communicate} & school .. approved|provided & channel*|system*|account*',
      'only .. {communicate} .. {pupil}|{parent}',
      '{not} .. {communicate} .. {pupil} & public|social|web'
    ],
    likely: ['{communicate} & {pupil}|{parent} & transparent|scrutiny', '{communicate} ..5 channel*|sianeli & school|approved|official']
  },
  'professional-contact-with-pupils': {
    sure: [
      '{communicate} & {pupil} & professional* & boundar*|role|manner|conduct|relationship*|compatible|appropriate|proffesiynol',
      'cysyllt* & disgybl* & broffesiynol|proffesiynol',
      '{pupil} & {communicate} & transparent|scrutiny',
      'only .. {communicate} .. {pupil} & approved|appropriate|school'
    ],
    likely: ['{communicate} & professional boundaries|relationship*', '{communicate} & clear|explicit .. boundar*']
  },
  'professional-messages': {
    sure: [
      '{communicate} & compatible|befit*|consistent|incompatible|gweddu|weddu & professional|role|position|proffesiynol|broffesiynol',
      'message* & misunderstood|misinterpreted|misread',
      'netiquette',
      '{mail} & written|write|wording|worded|tone & careful*|polite*|professional*|courteous*|proffesiynol'
    ],
    likely: ['{communicate} & professional boundaries|manner|tone|language', '{mail} & polite*|courteous*|respectful*|professionally']
  },
  'no-offensive-messages': {
    sure: [
      '{mail}|text|texts|language|comments|communicat* & {not} & {bad}|bully*|harass*|threat*|abus*|offen*|rude|swear*|defam*|insult*|malicious|hateful',
      'harass*|bully*|offence|offend|defam*|anxiety & send|create|forward|transmit|post|publish|put|message* & {not}',
      '{bad} ..2 text|email*|message*|language & {not}|allowed|sending',
      'language & offence|offensive|swear*|bad|inappropriate|obscene|appropriate & {mail}|{not}|use|used',
      'negeseuon sarhaus'
    ],
    likely: [
      'contact|communication*|messages .. {pupil}|others|people & polite|sensible|respectful|responsible',
      '{send}|browse & offensive & {not} & send',
      'upset & {send}|upload|text|images & {not} & community|anyone|other'
    ]
  },
  'report-bad-mail': {
    sure: [
      '{mail} & {report} & offensive|suspicious|phishing|unsolicited|malicious|abusive|upset*|threat*|spam|unpleasant|sarhaus|amheus & receiv*|if|immediately|get|any|all|must|wybod',
      'concern* .. {mail} .. content|sent & {report}'
    ],
    likely: ['receipt|receiv* ..4 {bad} & {report}', 'phishing & {report}', '{report} ..6 phishing|unsolicited']
  },
  'open-trusted-mail-only': {
    sure: [
      'open|click|agor* & attachment*|link|links|hyperlink*|atodiad*|dolenni|ddolenni & known|know|trust*|source|sender|unless|approved|expect*|unknown|adnabod|sure'
    ],
    likely: ['{not} & open|click & attachment*|link|links|hyperlink*']
  },
  'pupils-use-approved-mail': {
    sure: [
      '{pupil} & only .. approved|school|class|own & {mail} & account*|address*',
      'i & only & class|school .. {mail}',
      '{pupil} & use|using & approved|class .. {mail} .. account*'
    ],
    likely: ['disgyblion & cyfrifon ebost|bost']
  },
  'mail-scanned-and-logged': {
    sure: [
      '{mail}|attachment*|bost & scan*|filtered|virus*|sganio|firysau & scanned|checked|logged|filtered|scan|automatically|sganiwch & !you & !pupil & !media & !downloaded',
      '{mail} & logged|log|archiv* & filtered|scanned|traced|histories'
    ]
  },
  'own-account-for-each-user': {
    sure: [
      'individual|own|unique|each|every|person ..5 account*|username*|login*|cyfrif|gyfrif & provided|issued|given|gives|given|has|have|user|users|allocated|rhowch|give & !business'
    ],
    likely: ['own email account & gives|given|provide*', 'shared|generic account*|login*|logins & not|no']
  },
  'answer-for-own-account': {
    sure: [
      'responsible|accountable|answer*|cyfrifol & activity|everything|actions|use|done|anything & account*|username*|login|log|cyfrif',
      'under ..3 username*|login|account*'
    ]
  },
  'keep-passwords-secret': {
    sure: [
      '{password} & {give} & {not}',
      '{password} & keep|kept|hold & secret|private|confidential|secure|safe|gyfrinachol|cyfrinachol|yourself',
      '{password} & {not} & others|another|anothers|someone|anyone|somebody|elses|neb',
      'log|logging in|on .. as someone|another|anyone'
    ],
    likely: ['{password} & shared|sharing|secure|written|write|rhannu', 'another ..3 {password}']
  },
  'change-passwords': {
    sure: ['{password} & change*|changing|renew*|newid|newidiwch & !compromis* & !suspect', '{password} ..6 expire*']
  },
  'strong-passwords': {
    sure: [
      'strong|complex|secure|gryf|cryf ..2 {password} & use|contain*|letters|characters|choose|numbers|symbols|defnyddiwch|must|set',
      '{password} & characters|letters|symbols|uppercase|dictionary|words|long|length|nod|llythrennau'
    ]
  },
  'one-password-one-system': {
    sure: [
      '{password} & one|single|different|each|same|un|reuse*|re ..6 system|systems|site|sites|account|accounts|service* & !strong|only'
    ],
    likely: ['{password} & reus*']
  },
  'lock-when-unattended': {
    sure: [
      '{lock} & unattended|leav*|left|away|session|finish*|workstation*|screen|screens|adael|gadael|end',
      'unattended & {lock}|workstation*|screen*|computer*|system*|logged & !public & !car & !stolen',
      '{lock} & computer*|workstation*|screen* & !site'
    ],
    likely: ['log|logging|sign|logs off|out & someone|yourself|session|after|finish*|always|use|using']
  },
  'password-on-devices': {
    sure: [
      'password|passcode|pin|code|biometric*|cyfrinair|chyfrinair|god|chod ..6 {device} & !encrypt* & !shared & !memory & !account*',
      '{device} ..8 {password} .. protect* & !encrypt* & !stick*',
      'always password protect*'
    ],
    likely: ['{device} & protected ..3 passcode|pin|password']
  },
  'own-files-only': {
    sure: [
      'others|other|another|elses|peoples|peers ..5 files|file|folders|folder|work|documents & {not} & access|open|delete|trespass*|look|read|alter*|edit|change|tamper*|interfer* & !copy',
      'open|delete|access|change|agorwch .. only ..3 own files|folders|work',
      'only .. open|delete|access|change .. own files|folders|work',
      'trespass & files|folders',
      'ffeiliau .. hun'
    ],
    likely: ['files|folders & peers|others|another|elses & {not}']
  },
  'limit-access-to-data': {
    sure: [
      '{not} & allow|let .. view|see|access|read .. data|information|records|logs',
      '{not} & edit|change|alter|amend .. data|records',
      'access ..4 data|information|records|logs & restrict*|limited|only|need|authorised & !image*',
      'access ..3 logs & {not}'
    ],
    likely: ['data & need to know', 'unauthorised .. access & data']
  },
  'take-data-out-when-authorised': {
    sure: ['{data} & {offsite} & {permission} & !image* & !{image} & !encrypt*', 'data & {permission} & remotely|remote|offsite|home'],
    likely: []
  },
  'keep-data-no-longer-than-needed': {
    sure: [
      'no longer|than ..3 necessary|needed|required',
      'retention schedule|period*|policy',
      'retained|kept|held|stored & only|specific & purpose* & data|information',
      'delet*|destroy*|dispos* & data|records|information & longer|needed|end|purpose|securely'
    ],
    likely: ['data & purpose & collect|collected|obtained|casglwch']
  },
  'host-data-safely': {
    sure: [
      'cloud|hosted|hosting|host & data|information|files & protect*|suitable|approved|control*|country|countries|uk|only|secure*',
      'data & online|ar lein & only|dim & properly|protected|ddiogelir|diogelir'
    ],
    likely: ['cloud storage|services & {permission}|{not}']
  },
  'no-school-data-on-own-devices': {
    sure: [
      '{data}|email*|images & {own} ..4 {device}|accounts|storage & {not} & keep|kept|store|stored|save|saved|hold|held|download* & !parent* contact & !{phone}',
      '{data} & {own} ..4 {device} & {not} & school|pupil*|work|ysgol & !photograph* & !{take}',
      'sensitive|school|pupil|personal ..5 information|data|documents & {own} devices & {not} & keep|kept|store*|save*|hold'
    ],
    likely: ['only .. device|laptop & school business|work & outside|home']
  },
  'no-parent-contacts-on-own-phone': {
    sure: [
      '{parent}|{pupil} & contact*|numbers & store|stored|keep|kept|save|saved|hold|cadw|gadw & {own}|{phone} & {phone}',
      '{parent} contact*|numbers & {own} ..2 {phone}',
      'manylion .. rhieni & ffon'
    ]
  },
  'report-loss': {
    sure: [
      'lost|loss|stolen|theft|missing|mislaid|goll|coll|dwyn|gollwyd & {report} & !responsible',
      'compromised|know|knows|known|aware|discovered ..6 {password} & {report}|change',
      '{password} ..8 compromised|discovered|known & {report}|change'
    ]
  },
  'handle-data-breaches': {
    sure: [
      'data|gdpr|information breach* / breach* ..4 personal data|data & {report}|72|hours|ico|commissioner|record|notif*',
      'information commissioner*',
      '72 hours',
      'dor|torri|doriad* .. data|ddata'
    ],
    likely: ['breach* .. data protection', 'lost|loss ..5 documents|files|data & {report}']
  },
  'virus-protection-current': {
    sure: [
      '{virus} & updat*|check*|scan*|current|install*|protection|software|kept|diweddar|gyfredol & !bypass & !interfer* & !disabl* & !suspect* & !affected',
      'security|critical patches|updates & install*|applied'
    ],
    likely: ['{virus} & before|prior']
  },
  'leave-protection-on': {
    sure: [
      'bypass*|circumvent*|disabl*|interfer*|tamper*|undermin*|evade|avoid|switch|turn|get round|vpn|proxy|osgoi|diffodd ..9 filter*|security|firewall*|virus|antivirus|anti|protection|monitoring|safeguards|hidlo|settings',
      'comply ..4 security|system security',
      'bypass*|circumvent*|vpn|vpns|proxy|hack*'
    ],
    likely: ['respect|follow ..3 system|network|ict security']
  },
  'report-viruses': {
    sure: [
      '{virus} & suspect*|infected|affected|think|believe|amau|notif* & {report}|stop|support|disconnect|peidiwch',
      '{virus} .. {report} / {report} ..6 {virus}',
      'virus notification*'
    ]
  },
  'install-with-permission': {
    sure: [
      'install*|gosod*|osod*|download* ..9 {software} & {not}|{permission}|only',
      '{software} & install*|gosod* & {permission}|{not}',
      'copy|distribute ..5 illegal|unlicensed|pirated software',
      'connect|attach .. {own}|any .. hardware & {permission}|{not}'
    ],
    likely: ['software & install*|licen*']
  },
  'school-equipment-for-work': {
    sure: [
      'school|work|organisations ..3 {device}|equipment|systems & only|these|this|all|always ..9 used|use|business|work|offsite & business|trips|visits|work & !professional & !personal purposes & !email account*',
      'only ..3 {device} & business|visits|trips|work & school & !internet',
      '{device} & {own} purposes|use & {not} & organisation*|school & resources|equipment|systems',
      'use|defnydd* school|ysgol .. {device} & all .. business'
    ],
    likely: ['school business & school equipment|laptop|device*', 'waith|gwaith .. ysgol & offer .. ysgol']
  },
  'sign-out-equipment': {
    sure: [
      'sign|signing|signed|signs|book|booked out & equipment|device*|laptop*|borrow*',
      'borrow*|loan*|benthyg* & equipment|device*|return*|laptop*|dychwel*',
      'return*|returning .. equipment|devices|laptop*',
      'portable equipment & lock*|return*|away'
    ]
  },
  'look-after-devices': {
    sure: [
      '{device} & car|cars|vehicle*|public place*|burglar*|windows|window|view|transport|gar|train|boot|overnight & {not}|lock*|leave|left|secure',
      'home & secure & burglar*|theft|callers',
      'unattended & public|car|vehicle|train|home|place',
      'look|looks|looking|care after|of & device*|devices|laptop*|equipment|ipad*|dyfeisiau|ddyfeisiau & !health',
      'gofalwch|gofalu & dyfeisiau|ddyfeisiau|offer'
    ],
    likely: ['protect .. {device} .. theft|damage|access', 'treat .. equipment|devices & care']
  },
  'work-use': {
    sure: [
      'professional|educational|work|business|school purposes|use|activities|related & only|primarily|intended|solely|limited|restricted & !image* & !{image} & !software & use|used|uses|purposes|activities & school|systems|internet|equipment|ict|it|email|network|computers|devices|services',
      '{own}|incidental|recreational|private ..1 use|business|purposes & school|systems|internet|equipment|network|services|it|ict|limited|allowed|acceptable|permitted|{not} & !{phone} & !image* & !{image} & !personal data',
      'purposes other than|unrelated|non ..4 school|work|business|organisation*|organisations',
      'deemed|considered|judged reasonable|acceptable & uses|use',
      'only .. use|used .. school purposes|work|schoolwork',
      'at|ar gyfer gwaith|ddibenion & systemau|rhyngrwyd'
    ],
    likely: [
      'personal|private files|photographs|information & stored|store|kept & school devices|systems|computers',
      'abuse .. privilege',
      'made available & education*|teaching & network|system',
      'interfere .. work duties|duties',
      'limited ..3 work'
    ]
  },
  'own-devices-off-network': {
    sure: [
      '{own}|mobile*|visitor*|guest ..4 {device}|phones|devices|phone & {network} & connect*|access|logged|log|join*|attach*|use|using|cysylltu & {not}|{permission}|only|guest|heb & !covers & !inclusive',
      '{device} .. off .. {network} & own',
      'dyfeisiau .. hun & rhwydwaith'
    ]
  },
  'phones-away-from-pupils': {
    sure: [
      '{phone}|watches|device*|devices & out of sight|reach|view',
      '{phone}|watches|device*|calls|texts & switched|silent|off|away|locker*|staffroom|staff room|areas|areas|present|contact time & school|children|hours|lesson*|staff|pupils|class* & !sign* & !camera & !image* & !screen',
      '{own} .. {phone} & only ..3 where|when|in|during|breaks|break|pan|lle',
      '{not} ..8 {phone} & during|between .. hours|lessons|time|day & staff|i|my|teachers|own',
      '{own} .. device* & public areas|staff room|staffroom|between|hours & {not}'
    ],
    likely: [
      '{own} ..3 {phone}|devices|mobile & expectations|allowed|permitted & use|using|carry|bring & staff|i|my & !{pupil}',
      'carry ..3 {phone}'
    ]
  },
  'pupil-phones-handed-in': {
    sure: [
      '{pupil} & {phone}|device*|devices & bring|brought|hand|handed|office|collected|bag|bags|locker*|swyddfa & !staff & !photograph* & !image* & !record',
      '{phone} & handed ..3 office|teacher|in',
      '{not} ..2 bring & {phone}|device*|watch & school'
    ],
    likely: ['{phone}|watch & not allowed & school day']
  },
  'know-the-scope': {
    sure: [
      'policy|agreement|code & applies|apply|covers|cover|inclusive|includes|scope|berthnasol & {device}|technolog*|systems|visitors|equipment|users|everyone|use|all',
      'accept|accepts|take|takes|responsible|liable .. responsibility|liability|loss|damage|for & {not}|neither|nor & school|trust|academy|la & loss|damage|material|access|outside|consequences|personal|content|device|devices',
      'includes|include .. range|wide ..6 devices|technologies|facilities'
    ],
    likely: ['guarantee & {not}', '{not} .. liable|liability', 'scope .. policy']
  },
  'use-systems-lawfully': {
    sure: [
      'computer misuse',
      'lawful|lawfully|unlawful* .. use|used|manner & system*|systems|computer*|technology|network|school',
      'used|use .. lawfully|legally|ethical* & systems|computer*|technology|equipment',
      'criminal offence*|law & use|using|access|systems & system|computer*|systems|technology & !email* & !copyright & !report* & !enforcement & !violat*',
      'gyfraith & systemau|cyfrifiaduron'
    ],
    likely: [
      'consistent|line|accordance|conform ..9 law|guidance|standards & use|technology',
      'protect .. systems & infection|unauthorised|damage|abuse'
    ]
  },
  'consent-for-images': {
    sure: [
      '{image} & {permission} & parent*|parental|written|carer*|guardian|express|explicit|consent*|both|rhieni|dal|cydsyniad & !network & !own device* & !journalist* & !personal device* & !record*',
      'parental|parents|parent consent|permission & !online service* & !video conferenc* & !journalist* & !videoconferenc*',
      'withdraw|withdrawn .. consent|permission',
      'consent & valid|form|withdraw*|both',
      'image|photo|photographic consent'
    ],
    likely: [
      '{image} & only .. used|taken|stored & policy|purposes|professional',
      '{image} & responsib* & privacy|respect|way|use',
      '{image} & {take} & consent'
    ]
  },
  'no-images-on-own-devices': {
    sure: [
      '{image}|record|recordings & {own} ..4 {device} & {not} & !{virus} & !documents & !{data} stored & !pictures & !photographs for',
      '{image} & school|schools .. equipment|device*|camera*|devices & only|with|use|taken|gydag',
      '{device} & {own} & {not} & {take} .. picture*|photo*|image*|video*',
      '{own} ..4 {device} & {not} & photograph*|photographs|images|record|video'
    ],
    likely: ['{phone} & {take} .. pictures|photos|images|photographs & {pupil} & {not}', 'recordings|images made on personal']
  },
  'own-device-images-approved': {
    sure: [
      '{image} & {own} ..4 {device}|portable|media|camera*|digital & {permission} & unless|without|express|only|agreed|prior & !consent',
      '{image} & transfer*|moved|copied|upload* & delet*|immediately|cloud|server|network & device|previously|staff|personal|taken',
      'images & previously & copied|moved|transferred'
    ]
  },
  'images-stored-on-network': {
    sure: [
      '{image} & stored|store|storage|saved|kept|storio|storiwch|copied|access* ..9 network|server|drive|usb|media|rhwydwaith|cloud|where & !distribut* & !{give} outside',
      'access & image*|material|images & restricted|limited & staff|network',
      '{image} & portable|removable|usb & {not}|{permission}'
    ],
    likely: ['images & stored|storage & secure*|network']
  },
  'second-adult-for-images': {
    sure: [
      '{image} & knowledge|presence|present|another|second|arall & member|colleague|adult|staff|aelod & another|second|arall|other & !consent'
    ]
  },
  'consent-to-recording': {
    sure: [
      '{record} & {permission}|consent & meeting*|sound|audio|conference*|call*|video|sought|those|everyone|rhai|sain & !personal device* & !{own} digital & !images of pupils & !parents are|consider'
    ],
    likely: ['recorded & consent|agreed & those|everyone|participants']
  },
  'know-image-risks': {
    sure: ['{image} & risk|risks|risgiau & shar*|post*|stor*|tak*|publish*|internet|online|rhannu'],
    likely: ['{image} & appropriate* & consider*|always & take|store|post']
  },
  'outside-cameras-with-permission': {
    sure: [
      'journalist*|press|media|newspaper*|reporter*|wasg & {permission}|interview*|consent|visit*|photograph*|names|name|only & !social media & !removable & !portable',
      'photographer*|ffotograffwyr & !parents may',
      'commercial|outside|external|professional .. photographer*|film*|cameras',
      'unsupervised access & children',
      'photo sessions',
      'approached|interviewed ..3 photographed|interviewed'
    ]
  },
  'pupil-images-stay-in-school': {
    sure: [
      '{image} & {send}|leave|leaves|taken|shared ..4 outside|beyond|off|allan & school|network|site|ysgol|consent',
      '{image} & distribut*|shared|sent|anfon ..3 outside|allan'
    ],
    likely: ['send .. image & {not} & unless|approved|permission']
  },
  'no-pupil-names-with-images': {
    sure: [
      'surname*|name|names|named|identif*|identify|identifiable|caption*|enw|enwau & {image}|file|website|web & {not}|only|omit*|first & {pupil}|photograph*|image*|picture*|delwedd* & !journalist code',
      'full names|surnames|surname & publish*|omit*|website|image*|alongside|photograph*',
      'names|name & accompany|alongside|beside & {image}'
    ],
    likely: ['file names|name & {pupil}|refer']
  },
  'publish-with-approval': {
    sure: [
      'website|site|web|newsletter|gwefan|wefan & {details}|personal information|contact & {not}|only|should|school & publish*|published|details|personal & !first & !photo* & !image*',
      'personal|pupils|pupil ..6 information|addresses|details & {not} & publish*',
      'editorial responsib* / responsib* .. website|content & accurate',
      'publish* .. only & approv*|gymeradwy*|permission|checked',
      'website & approv*|content accurate|accurate'
    ]
  },
  'video-calls-approved': {
    sure: [
      'video conferenc*|call*|calls|lesson*|link / videoconferenc* / teams|zoom|skype call*|meeting* / live online|stream* lesson* / galwadau fideo',
      'conferenc* & record|approval|permission|supervis*'
    ],
    likely: []
  },
  'filtering-in-place': {
    sure: [
      'filter*|hidl* & !bypass & !mail & !email* & !monitored & !breaches & !attempt & !circumvent*',
      'block|blocks|blocked|blocking .. social|site*|newsgroups|access|sites|websites',
      'child friendly search',
      'search engine* & safe|safesearch|child|friendly & use|encourag*'
    ],
    likely: ['filter* & monitored|logged & system*', 'gradual*|age appropriate .. access']
  },
  'monitor-use': {
    sure: [
      'logs|log|activity|use|usage|traffic|system|systems|searches|chat|learning ..9 monitored|reviewed|checked|examined|sweep*|audited & random*|regular*|week*|month*|closely|daily|term*',
      'monitor*|sweep*|check* & regular*|week*|random*|closely|term* & internet|logs|log|use|system|traffic|platform* & !virus & !i',
      'responsib* .. check*|monitor* & inappropriate|material|use|internet & !within their classroom & !each teacher',
      'edrychwch .. cofnodion / monitr* .. rheolaidd'
    ],
    likely: ['monitor|monitors|evaluate .. effectiveness|use .. internet|use']
  },
  'know-of-monitoring': {
    sure: [
      'monitor*|logged|traced|traceable|tracked|examined|monitro|fonitro|checked|intercept* & can|may|will|could|understand|aware|know|reserves|right|subject|gellir|informed|told|be|is|all & use|activity|internet|email|mail|network|files|traffic|emails|communications|systems|folders|devices & !each teacher & !proportionate & !{virus} & !virus & !current legislation & !sweeps & !compliance with & !system* is regularly',
      'email*|mail|messages & {not} & private|confidential & considered|regarded|assume|are|is & !parent* & !share',
      'reserves .. right .. monitor|examine|inspect|check|access',
      'exercise .. right .. monitor',
      'access .. all their|my folders|files|work & teachers|school|staff',
      'i know & checked|looked|seen'
    ],
    likely: ['deleted|examined|inspected & files & without .. notice|right|may', 'privacy & no|expectation']
  },
  'monitor-lawfully': {
    sure: [
      'monitor*|intercept*|fonitro|monitro & proportionate|lawful*|legislation|law|rights|ripa|human|act|gyfreithlon & !compliance with this & !inspect'
    ],
    likely: ['interception .. communications']
  },
  'no-unsuitable-material': {
    sure: [
      '{bad} & material*|content|website*|websites|sites|images|anything|matter & {not} & access*|view*|visit*|download*|browse*|upload*|search*|seek|look|save|store|display|distribut*|create|send|deunydd|bring|bringing|device & !accidental* & !sending & !language',
      'gambl* / gamble',
      '{bad} & download*|browse|visit|access & {not} & !accidental*',
      'pornograph*|extremis* & {not}',
      'ensure .. no .. inappropriate|illegal content',
      'deunydd .. anaddas|anghyfreithlon|sarhaus & peidiwch|ni'
    ],
    likely: ['look for|save & nasty|unpleasant|rude', 'disrepute & illegal|abusive|discriminatory & download*|material']
  },
  'report-unsuitable-material': {
    sure: [
      '{report}|breach & accidental*|discover*|find|come|across|encounter*|uncomfortable|anaddas ..9 material*|access|site*|content|anything|websites|sites|page* & !deliberate',
      'accidental* ..4 access|find|visit|come & {report}|tell|reported|reporting|immediately',
      '{bad} ..3 site|sites|website*|material|content|wefan* & {report} & !{mail} & !{virus}',
      'find|see anything & tell & teacher|adult|grown'
    ],
    likely: ['breach .. immediately reported', 'upset|uncomfortable & tell & teacher|adult|someone']
  },
  'supervise-pupils-online': {
    sure: [
      'supervis*|goruchwyl*|oruchwyl* & {pupil}|internet|online|use|access|they|ar lein & !parents be|advised',
      'preview*|previously|recheck* & site*|sites|websites|materials|check*',
      'check|checked|checks|vet|vetted .. sites|websites|materials|resources|first & teacher|before|prior|staff|lesson*',
      'teacher* & monitor* & classroom|class|lesson*|within',
      'image search*|searches & discourag*|raw|not',
      'internet activities .. planned / planned ..3 internet',
      'specific|approved|suggested .. sites|websites|materials & {pupil}|homework|research'
    ],
    likely: ['careful planning|planned & internet|online', 'homework & sites|internet']
  },
  'respect-copyright': {
    sure: [
      'copyright*|hawlfraint|intellectual|plagiaris*|licens*|licenc*|trwydded*',
      'copy .. others|peoples|someone work',
      'claim|say .. work .. own',
      'work & own & copy & {not}'
    ]
  },
  'assess-new-technology': {
    sure: [
      'new|emerging|newydd ..3 technolog*|service*|app|apps|system*|dechnoleg|software & risk*|assess*|examin*|evaluat*|asesu|impact|before|dpia|cyn|trial*',
      'risk assess* .. technolog*|apps|use|before',
      'dpia / impact assessment*'
    ],
    likely: ['unless .. specific use .. approved', 'newsgroups & approved']
  },
  'pupils-join-no-services': {
    sure: [
      'sign|join|register|signing|cofrestru|ymuno up|for|with|online|any|a ..9 service*|site*|account*|app|apps & {not}|only|until|unless|age|old',
      'minimum|under ..1 age / age limit*|restriction*|requirement* / 13|thirteen years & !parent & !home',
      'sign up & service*|account*|online',
      'disgyblion .. ymuno .. gwasanaethau'
    ]
  },
  'no-disrepute-online': {
    sure: [
      'disrepute|discredit*|anfri|enw drwg',
      'reputation & school|professional|role|online|own|trust & bring|damage|harm|affect|compatible|undermin*|compromise|my|enw',
      'compromis*|undermin*|conducive|question|confused|incompatible ..6 professional*|role|status|responsibilities|position & !passwords',
      'upset|offend .. community|member* & {send}|upload|put|online|text & {not}'
    ],
    likely: ['professional conduct|discretion & essential|online|internet', 'online|social & professional & standards|conduct|status']
  },
  'no-school-talk-on-social-media': {
    sure: [
      '{social} & discuss*|mention*|refer*|comment*|talk*|share|information|drafod|trafod|post ..12 school|pupil*|staff|work|colleague*|parents|role|individuals|business|ysgol & {not}',
      '{not} & talk|discuss|mention|comment|post ..8 school|role|work|individuals|pupils|colleagues & {social}|name|online|media|groups',
      '{not} & upload|post|add & image*|video|text|images & linked|associated|about|relating ..6 school'
    ]
  },
  'no-friends-with-pupils': {
    sure: [
      'friend|friends|follow|ffrind|ffrindiau|follower* & request*|add|accept|befriend|social|derbyn|connect|with|requests & {pupil}|{parent}|former|past',
      '{pupil}|{parent} & {social} & connect|cysylltu|add|accept|communicate|friends & {not}|personal|approached',
      'befriend* & {pupil}|{parent}',
      'approached online',
      'communicat* & {pupil} & {not} & public|social ..2 web|media|technologies|network*'
    ],
    likely: ['contact & {pupil} & {own} & {social}']
  },
  'protect-yourself-online': {
    sure: [
      'privacy|preifatrwydd ..2 settings|setting|gosodiadau & !child',
      'privacy & set|review|check & settings|own|strict',
      'think|consider|meddyliwch .. before|appropriateness|cyn .. post*|posting|images|material|upload|bostio|postio',
      'protect myself|yourself|themselves|oneself & online|social|media',
      'set|gosodwch .. privacy|preifatrwydd'
    ],
    likely: ['posted online & forever|permanent|copied', 'digital footprint']
  },
  'declare-relationships': {
    sure: [
      'relationship*|perthynas|pherthynas|berthnasoedd|perthnasoedd & declar*|preexisting|existing|disclose|discuss*|datgan*|compromis*|inform|prior & !boundaries',
      'conflict* of interest*'
    ],
    likely: ['family|friends & declare|tell & pupil*|head']
  },
  'name-post-holders': {
    sure: [
      'named|designated|appointed|nominated|enwch ..6 {coordinator}|person|governor|contact|cyfrifol & is|are|our|school|has|online|safety|who|responsible & !report* & !report & !concerns about & !raise',
      'coordinator|lead|officer|dsl ..3 is & school|our|named|the|trained',
      'who holds|hold .. post*|role*|posts',
      '{coordinator} for|our & safety|online|esafety & is'
    ],
    likely: ['is|are the|our ..2 esafety|safety|online lead|coordinator|officer']
  },
  'train-staff': {
    sure: [
      'training|trained|cpd|inset|hyfforddi*|hyfforddwch|hyfforddiant & {staff}|coordinator|lead|governors|induction|receive*|annual*|regular*|record|update* & !{pupil} must',
      'induction|cynefino & {staff}|new|policy|part|newydd',
      'keep|keeps|kept abreast|informed|up|update* ..2 date|issues|guidance|developments|current & coordinator|staff|lead|officer|teachers|dsl',
      '{staff} & aware|know|understand & what to do|responsibilit*|safeguarding & individual|misuse|event|incident',
      'everyone|staff ..9 equipped|knowledge & safe'
    ],
    likely: ['{staff} & aware|opportunity & risks|discuss|threats|deal', 'completed training', 'training & staff|provided']
  },
  'report-to-governors': {
    sure: [
      '{governor}|senior|leaders ..6 updated|informed|report|reports|briefed|kept|gwybod|overview|understanding',
      'report|reports|update*|dywedwch .. to|wrth .. {governor}',
      '{governor} & ultimate|overall|responsib*|oversee*|monitor|ensure* & policy|implement*|practices|effectiveness|compliance & !image* & !photo* & !consent',
      '{head} & ensures|responsib* & policy & implemented|embedded|monitored|compliance'
    ]
  },
  'plan-online-safety-year': {
    sure: [
      'curriculum & {safety}|esafety|designed|progressive|reviewed|planned & meets|designed|reviewed|revised|planned|scheme|broad|school|year & !embed & !activities & !informally & !opportunities',
      'internet|bullying|online|anti safety|bullying|internet day|week',
      'safer internet day / antibullying week / anti bullying week',
      'each|start|every|beginning|new|term ..4 year|term & {pupil}|classroom*|messages|rules|assembl* & {safety}|messages|introduced|discussed|rules|bullying|esafety & !sign* & !parents & !password*',
      'posters|displayed|display|board|poster & class*|classroom*|suite|school|esafety & esafety|safety|rules|regularly|prominent*|updated|messages & !image* & !public',
      'digital leaders|champions|ambassadors|council',
      'cynlluni*|chynlluni* .. blwyddyn|flwyddyn',
      'assembl* & online|esafety|internet|safety'
    ],
    likely: ['school|we ..6 educat* .. our|pupils|children & responsib*|understand & safe|legal|risks']
  },
  'teach-online-safety': {
    sure: [
      '{pupil} ..4 taught|educated|learn|shown|dysgu|introduced|advised|encouraged & !parents',
      'educat*|teach|teaching|teaches|dysgwch ..5 {pupil} & !teaching and & !sufficiently & !designed to educate',
      'promot*|embed*|incorporat*|explor*|reinforc*|model* ..12 {safety}|esafety|safe & {pupil}|curriculum|messages|lessons|awareness & !approach',
      '{pupil} & aware|know|understand & where|how|impact|seek|risks|help & !monitored & !can be & !policy & !sign & !expectations',
      'resources & {safety}|appropriate & {pupil}',
      '{pupil} & reminders|prompts|additional|extra & teaching|understanding'
    ],
    likely: [
      'help .. {pupil} & safe|responsible & promote|develop|attitude',
      '{pupil} & made aware',
      'curriculum & {safety}|esafety & embed*|activities',
      'safe environment|space & {pupil}',
      '{pupil} need to understand'
    ]
  },
  'inform-parents': {
    sure: [
      '{parent} & information|informed|inform|workshops|evening*|newsletter*|guides|guidance|website|advice|advised|gwybodaeth|awareness|training|told|hysbys & school|will|provide*|disseminat*|offer*|attention|be|are|events|rhowch|let|should & !complaints & !sign & !contribut* & !storing & !contact information & !permission & !photographs/film & !telephone & !withdraw & !email* with & !staff must not & !communicat*|know',
      '{parent} & attention|aware .. policy|safety|risks',
      'let .. {parent} .. know',
      'systems|controls|restrictions & home & {parent}|child|family|protect|settings'
    ],
    likely: ['parental controls', '{parent} & meetings|evenings & safety|online']
  },
  'sign-policy': {
    sure: [
      'sign|signed|signs|signing|llofnod*|lofnodi & {policy}|form|declaration|it|yearly & {staff}|users|user|governors|visitors|all|everyone|read|required|expected|asked|i|contractors|volunteers|supply|adults|darllen* & !sign up & !{parent} sign & !out & !rules|staff & !child & !parents',
      'read ..2 understood|understand|sign|signed & {policy}|agreed|comply & i|staff|users|agreed',
      'i agree|undertake to|follow|comply & {policy}|user & follow|comply|abide & !parent*',
      'agree to follow|abide|comply|adhere',
      '{policy} & given|issued|provided & staff|new|all & induction|sign|importance|read|receive'
    ],
    likely: ['agreement|policy & {staff} & designed to ensure & aware|responsibilities', 'acceptable use agreement & for all|staff']
  },
  'sign-yearly': {
    sure: [
      'sign|signed|llofnod*|resign|renew*|signing ..12 annual*|yearly|year|again|blwyddyn|flynyddol & !date|year & !next',
      'annual*|yearly|each year ..12 sign|signed|agreement'
    ]
  },
  'parents-sign': {
    sure: [
      '{parent} & sign|signed|signature|llofnodi|countersign|slip|return & agreement*|rules|child|policy|admission|cytundeb|slip|form & !photograph* & !withdraw',
      'we have discussed .. child*|document|rules',
      '{parent} & discuss|read ..9 child|rules|agreement & sign|child|return|rules & !views & !reviews'
    ]
  },
  'pupils-sign': {
    sure: [
      '{pupil}|they|i ..12 sign|signed|llofnodi & rules|agreement*|before|prior|internet|policy|charter|rheolau & !up & !{staff} & !staff & !behalf & !parents|children & !annually & !governors',
      '{not}|decline|refuse .. sign & access|internet|{pupil}'
    ]
  },
  'read-linked-policies': {
    sure: [
      'read|refer|conjunction|followed|see|reference|darllen* ..14 child|safeguarding|behaviour|conduct|protection|data|handbook|other|working|learning|staff|online|remote policy|policies|guidance|practice|handbook|code|procedure* & !sign & !concerns',
      'in line|accordance|conjunction with .. other|image|child|safeguarding|behaviour|information|conduct|data|staff|security policy|policies|code|procedures|standards',
      'as|set stated|outlined|out|described in .. policy|policies|handbook|code',
      'conform ..4 standards|code',
      'polisiau eraill'
    ],
    likely: ['alongside & policy|policies & read|with']
  },
  'publish-policy': {
    sure: [
      '{policy} & published|publish|website|cyhoedd*|made available|prospectus|shared with|available & !images & !personal information & !photographs & !children|prospectus',
      'linked|supports|links|supported|ynghlwm .. policies|policy|polisiau & behaviour|safeguarding|other|mandatory|bullying|lleill',
      'published policies',
      'policy & given|explained & importance|all staff',
      'attention & drawn .. policy'
    ]
  },
  'review-policy': {
    sure: [
      '{policy}|aup & review|reviewed|amended|updated|revis*|adolyg* & annual*|year*|biannual*|bi|term*|regular*|every|date|months|when|will|if|ddyddiadau|monitored & !sign* & !read & !contribut* & !curriculum & !website',
      'reviewed|audit*|audited ..3 regularly|annually|provision|ict',
      'capacity|audit & security|ict|provision & review*|audit',
      'next review'
    ],
    likely: ['{policy} & adequate|effective & audit|implementation']
  },
  'consult-on-policy': {
    sure: [
      '{parent}|{pupil}|{staff}|{governor}|everyone ..14 contribute*|consult*|discuss|questionnaire*|views|feedback|opportunity|survey* & {policy}|review*|agreement & !child & !rules & !sensitivity & !procedure',
      'discussed with ..2 governors|pupils|parents|staff & policy|agreed',
      'consult* .. on & policy|policies',
      'gofynnwch .. polisi'
    ],
    likely: ['questionnaire*|consultation']
  },
  'support-policy': {
    sure: [
      'support|promot*|uphold|cefnog* ..9 policy|policies|approach|esafety|safety|rules|polisi & !unions & !technical & !{virus} & !governors & !provider',
      'implement* & responsib* & all|everyone|staff',
      'set|role|gosod* .. example|model|models|esiampl',
      'rules .. apply ..6 staff|everyone|all',
      'responsible for my|your|their behaviour'
    ],
    likely: ['promoting & safe behaviour*|use & teachers|staff', 'follow & procedures & safety|esafety|rules', 'rules & keep & safe']
  },
  'ask-when-unsure': {
    sure: [
      'unsure|ansicr|doubt|clarification|queries|query|questions|questions|eglurhad',
      'any concerns|concern should & discuss*|clarif*|raised .. with & policy|agreement|coordinator|contact|clarification|head & !pupils & !safety',
      'concerns .. would like|explanation|clarification',
      'further information|advice & {someone} & consult|contact|ask|seek',
      'consult with .. {someone}',
      'opportunity|discuss & coordinator & issue|concern* & staff'
    ],
    likely: ['ask & {someone} & sure|before|advice', 'any concerns .. discussed with']
  },
  'report-concerns': {
    sure: [
      'report|reported|reporting|raise|adrodd|gwybod ..9 concern*|breach*|misuse|incident*|violation*|non|tor|unauthorised & !child & !welfare & !{virus} & !lost & !about .. staff & !accidental* & !procedures for & !pupils & !children*',
      'concern*|breach*|misuse|incident*|noncompliance ..12 reported|report & !{pupil} & !welfare & !accidental* & !unsuitable & !{virus} notified',
      'misuse & what to do|report',
      'approached .. by & report',
      'duty .. report'
    ],
    likely: ['able .. report', 'please report', 'bullying|abuse & report']
  },
  'report-child-concerns': {
    sure: [
      '{pupil}|welfare|child ..6 safety|welfare|protection|safeguarding|wellbeing|risk|ddiogelwch|diogelwch ..14 {report}|dsl|lead|procedures & concern*|report*|incident*|disclosure*|nature|bryderon|pryderon & !teach & !staff to the & !governors|dsl',
      '{report} ..12 {pupil}|pupils|childrens & safety|welfare|concern*|safeguarding|harm & concern*|incident*|report|refer & !staff to',
      'child protection procedures|procedure',
      'bryderon|pryderon .. plentyn|blentyn|disgybl*'
    ],
    likely: ['safeguarding .. concern*', 'disclosure* & {pupil}']
  },
  'report-concerns-about-staff': {
    sure: [
      'concern*|allegation*|bryderon|pryderon ..9 staff|adult|colleague|headteacher|oedolyn|colleague* & {report}|about|behaviour|welfare|chair|lado & !online safety & !discuss*|behaviour & !pupils|staff',
      'allegation* & against|about',
      'whistleblow* / whistle blowing',
      'lado'
    ]
  },
  'log-incidents': {
    sure: [
      'incident*|digwyddiad*|breach*|misuse & logged|recorded|log|record|cofnod*|flowchart|followed|managed|procedure*|investigat* & !pupils online safety & !training & !{virus} notif* & !report*|logged',
      'incident log|book|record',
      'consistent approach & incident*'
    ],
    likely: ['advise .. actions & incident*|others|virus|equipment', 'investigat* .. incident*|misuse']
  },
  'know-complaints-route': { sure: ['complain*|cwyn|cwynion|gwynion|objection*|grievance*|gwrthwyneb* & !child protection nature'] },
  'refer-outside': {
    sure: [
      'police|heddlu|law enforcement|prosecut*|lado|ceop|iwf|authorit*',
      'criminal|civil ..3 proceedings|prosecution|investigation|charges|purposes',
      'advice & sought|seek & lea|la|authority|local|legal',
      'local|safeguarding ..3 board|partners|partnership & followed|referred|report*'
    ]
  },
  'accept-consequences': {
    sure: [
      'disciplin*|sanction*|ddisgyblu|disgyblu|dismiss*|suspension|suspend*|withdraw*|gross misconduct|termination & !parents & !consent & !permission',
      'loss|withdrawal|withdrawn|removed ..3 access|privileges|use',
      'criminal|civil ..3 proceedings',
      'terms .. conditions|contract .. employment',
      'consequence* & {not}|break*|breach*|failure|follow*|torri & !internet access',
      'prosecut*'
    ],
    likely: ['breach|failure ..12 result|lead', 'torrir .. polisi']
  }
};
