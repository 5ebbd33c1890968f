import type { DutyId } from '../../duties.ts';

/**
 * Words that a sign may name in braces. A phrase's words stand in order, `..` lets up to four others in between (`..9`: up to nine), `word*` is
 * every word that begins so, `|` is «or» for one word and ` / ` for whole phrases. English first, then Welsh.
 */
export const concepts: { readonly [name: string]: string } = {
  not: 'not|never|no|nobody|none|nor|neither|cannot|dont|wont|without|avoid|prohibit*|forbidden|ni|na|nid|nac|peidi*|pheidi*|beidio|byth|heb|gwaherdd*',
  pupil: 'pupil*|student*|child|children|childs|childrens|learner*|disgybl*|ddisgybl*|plant|blant|plentyn|blentyn|dysgwyr',
  parent: 'parent*|carer*|guardian*|rhieni|rieni|rhiant|riant|gofalwyr',
  staff: 'staff|staffs|employee*|teacher*|colleague*|athrawon|athro|gweithwyr',
  governor: 'governor*|trustee*|llywodraethwyr',
  head: 'head|heads|headteacher*|principal|pennaeth|bennaeth|phennaeth',
  lead: 'coordinator*|lead|officer*|dsl|cydlynydd|arweinydd',
  someone:
    'head|headteacher*|principal|coordinator*|lead|dsl|officer|manager|teacher*|adult|technician*|provider|support|office|pennaeth|bennaeth|cydlynydd|arweinydd|athro|athrawes|oedolyn|rheolwr',
  mail: 'email*|mail|ebost|ebyst|bost|post / text|instant message* / messages|message|messaging|neges|negeseuon',
  communicate:
    'communicat*|contact|contacts|contacted|contacting|correspond*|messaging|message*|email*|reply|respond|cysyllt*|gysyllt*|cyfathreb*|gyfathreb*',
  image:
    'image*|photo|photos|photograph|photographs|picture*|video|videos|film|films|filming|footage|delwedd*|ddelwedd*|llun|lluniau|ffotograffau|fideo*',
  device:
    'device*|phone*|mobile|mobiles|telephone*|smartphone*|camera|cameras|laptop*|tablet|tablets|ipad*|computer|computers|equipment|dyfais|ddyfais|dyfeisiau|ddyfeisiau|offer|gliniadur*',
  owndevice:
    'personal|own|private|privately ..4 device*|phone*|mobile*|telephone*|camera*|equipment|laptop*|tablet|tablets|smartphone* / mobile phone*|telephone* / smart watch|watches / smartphone*|smartwatch* / dyfais|ddyfais|dyfeisiau|ddyfeisiau|ffon|ffonau .. hun|personol|hunain',
  phone: 'phone|phones|telephone*|smartphone*|smartwatch*|watch|watches|ffon|ffonau / mobiles / mobile device*',
  data: 'data|information|records|ddata|gwybodaeth|wybodaeth|cofnodion',
  persondata: 'personal|pupil|pupils|sensitive|confidential|school .. data|information|records / data|ddata personol',
  give: 'disclos*|share|shares|shared|sharing|tell|telling|reveal*|give|gives|given|giving|divulg*|passed|passing|datgel*|ddatgel*|rhann*|rannu|rhoi|roi|dweud|ddweud / pass on',
  details: 'details|number|numbers|address|addresses|telephone|phone|email|name|manylion|fanylion|rhif|rhifau|cyfeiriad*',
  password:
    'password*|passphrase*|passcode*|credentials|cyfrinair|gyfrinair|chyfrinair|cyfrineiriau|gyfrineiriau|chyfrineiriau / login|logon|log details',
  permission:
    'permission|consent*|approv*|authoris*|authoriz*|agreed|permitted|permits|caniatad|ganiatad|chaniatad|cydsyniad|gydsyniad|cymeradwy*|gymeradwy*|awdurdod*',
  report:
    'report|reports|reported|reporting|inform|informed|tell|told|notify|notified|alert|contact|raise|raised|adrodd|gwybod|wybod|dweud',
  at: 'immediately|once|possible|straight|unwaith',
  bad: 'inappropriate|unsuitable|illegal|offensive|obscene|abusive|harmful|indecent|pornograph*|racist|extremist|unlawful|discriminatory|nasty|unpleasant|anaddas|amhriodol|anghyfreithlon|sarhaus',
  matter: 'material|materials|content|website*|site|sites|images|anything|pages|deunydd|ddeunydd|cynnwys|gwefan*',
  network: 'network|networks|wifi|wireless|rhwydwaith',
  virus: 'virus|viruses|malware|ransomware|antivirus|firws|firysau|maleiswedd',
  social:
    'social media|network|networks|networking / facebook|twitter|instagram|tiktok|snapchat|whatsapp|youtube / blog|blogs|forums / gyfryngau|cyfryngau cymdeithasol',
  safety:
    'esafety|ediogelwch / online|internet|digital|technology safety / safe use / safe|safely|responsible|responsibly online / safe|safer internet / ar lein / cyber bullying|security / cyberbullying',
  policy: 'policy|policies|agreement*|code|aup|rules|polisi|bolisi|pholisi|cytundeb|gytundeb|rheolau|reolau',
  offsite:
    'offsite / off ..2 site|premises / out of ..2 school|building / taken|take|removed|removing|leave|leaves|leaving|left ..4 school|site|premises|office / outside ..2 school|network|premises / remotely|remote / memory|usb stick*|drive* / removable|portable media|storage|devices / gadael ..2 ysgol / allan|tu ..3 ysgol',
  software: 'software|programs|apps|app|applications|hardware|toolbars|meddalwedd|feddalwedd|caledwedd|galedwedd',
  leave: 'unattended|leave|leaves|leaving|left|away|finish*|session|desk|adael|gadael',
  sign: 'sign|signs|signed|signing|countersign*|llofnod*|lofnod*',
  teach: 'taught|teach|teaches|teaching|educate|educated|educating|learn|dysgu|dysgwch|ddysgu|haddysgu'
};

/** What speaks for a duty. Each sign is a list of things that must all be there, divided by ` & `; `!` before one means that it must not. */
export interface Signs {
  /** Nine in ten. */
  readonly sure?: readonly string[];
  /** Two in three. */
  readonly likely?: readonly string[];
  /** One in three: a hint for the person who edits. */
  readonly perhaps?: readonly string[];
  /** Duties that the same words speak for, and that are not meant where this one is sure. */
  readonly rather?: readonly DutyId[];
}

/** How each duty is usually worded, in general language; a duty that is missing here is never proposed. */
export const signs: { readonly [D in DutyId]?: Signs } = {
  // mail and messages
  'copy-head-on-outside-mail': {
    sure: ['{mail} & copied|copy|copying|cc|cced|gopi|chopi|copi & {head}', '{head} .. in copy|copied']
  },
  'head-authorises-outside-mail': {
    sure: ['{mail} & outside|external|externally|allanol & {permission} & before|prior|by|first|cyn'],
    rather: ['professional-messages']
  },
  'sensitive-mail-authorised': {
    sure: ['sensitiv*|sensitif & {mail} & discuss*|talk*|check|consult|approv*|trafod*|drafod*']
  },
  'check-recipients': {
    sure: [
      'recipient*|addressee*|derbynn* & check*|correct|right|intended|wrong|bcc',
      'bcc / blind copy|copies|carbon / reply all',
      '{mail} & right|correct|wrong|gywir|bobl & people|person|address|bobl & nobody|check|sure|sicrhewch|goes|sent'
    ]
  },
  'no-personal-account': {
    sure: [
      '{not} & personal|own|private|hotmail|gmail ..2 email*|mail|account*|ebost|cyfrif & business|work|contact|communicat*|correspond*|use|gwaith',
      '{not} & personal|private email*|ebost ..1 account*|address* & used',
      'approved|secure|official|school|work|schools|trust|trusts|academy|academys|college ..3 email*|mail|account|system & all|any|only|always|official ..4 business|correspondence|work',
      'account|cyfrif|gyfrif & school|work|ysgol & personal|personol|preifat & {not}',
      'cyfrif|gyfrif|gyfeiriad|cyfeiriad ..1 ebost ..1 ysgol & holl|bob|busnes|fusnes|gwaith|waith'
    ],
    likely: ['account & used & all|school ..2 business', 'school|work .. email*|mail .. all .. communication|correspondence']
  },
  'no-chain-letters': {
    sure: [
      'chain letter*|mail*|email*|message* / llythyrau|llythyr cadwyn',
      'hoax*|junk|spam|joke*|jocs|twyll & forward*|send*|pass*|circulat*|anfon'
    ],
    likely: ['needless|unnecessary anxiety|worry|inconvenience', 'forward* & {not} & nuisance|anxiety|annoy*|everyone']
  },
  'no-meeting-without-permission': {
    sure: [
      'arrang*|agree*|trefn*|drefnu .. meet|meeting|meetings|cyfarfod|gyfarfod',
      'meet ..3 anyone|someone|stranger*|people|person|online'
    ]
  },
  'school-channels-only': {
    sure: [
      '{communicate} & {pupil}|{parent} & {owndevice} & {not}',
      '{communicate} & {pupil}|{parent} & personal|private ..2 email*|account*|number* & {not}',
      '{communicate} & {pupil}|{parent}|communications & school|approved|official|ysgol ..5 channel*|system|systems|account*|platform*|sianel*|email|telephone|phone & only|must|will|using|via|through|drwy',
      '{communicate} .. {pupil} & {not} & social|public|web|personal|private'
    ],
    likely: ['{communicate} & {pupil}|{parent} & transparen*|scrutiny']
  },
  'pupil-contact-in-school-hours': {
    sure: [
      '{communicate}|messages & {pupil} & hours|8am|5pm|6pm|evening*|weekend*|holiday*|oriau & {not}|outside|only|during|within|between|unig'
    ],
    rather: ['school-channels-only']
  },
  'professional-contact-with-pupils': {
    sure: [
      '{communicate} & {pupil} & professional|professionally|proffesiynol|broffesiynol|boundar*|scrutiny',
      'communicate .. {pupil} & only & approved|appropriate|official',
      'professional boundar*|relationship* & {pupil}'
    ]
  },
  'professional-messages': {
    sure: [
      '{communicate}|messages|neges & compatible|befit*|consistent|gweddu|weddu & professional|role|rol|proffesiynol|broffesiynol',
      'misunderstood|misinterpreted|misread & message*|email*|communication*',
      'netiquette',
      '{communicate} ..12 professional boundar*|tone|language|manner',
      'email*|message* & polite*|courteous*|careful* & write|written|wording|tone|language|word'
    ]
  },
  'no-offensive-messages': {
    sure: [
      '{not} & harass*|bully*|bullies|threaten*|defam*|insult*|offend|offence|rude|swear*|hateful & send|sending|forward|post|create|write|message*|email*|text|texts|language|put|publish|anyone',
      '{not} & {bad} ..4 text|texts|email*|message*|messages|language|remarks|comments|jokes',
      '{bad} ..4 text|email*|message*|messages & {not}',
      '{not} & send|forward|distribute & offensive|upsetting',
      'appropriate language & {mail}',
      'negeseuon sarhaus'
    ],
    likely: ['polite|sensible|respectful|kind & {communicate}|messages|online', 'upset & {not} & text|images|comments']
  },
  'report-bad-mail': {
    sure: [
      '{mail} & {report} & offensive|suspicious|phishing|unsolicited|malicious|abusive|threatening|spam|unpleasant|upsetting|sarhaus|amheus',
      'concern* .. {mail} & {report}',
      'suspicious|phishing|abusive|offensive ..1 email*|message*|messages|mail & forwarded|deleted|reported|report|told|helpdesk|team',
      'receipt|receiv* ..3 {bad} & {report}'
    ]
  },
  'open-trusted-mail-only': { sure: ['open*|click*|agor* & attachment*|link|links|hyperlink*|atodiad*|ddolenni|dolenni'] },
  'pupils-use-approved-mail': {
    sure: [
      '{pupil} & only .. approved|school|class .. email*|mail|account*',
      'only .. class|school .. email*|mail ..3 address|account & i|my',
      '{pupil} & only use|uses .. email*|mail account*',
      '{pupil} & approved|class ..2 email*|mail account*'
    ],
    rather: ['school-channels-only']
  },
  'mail-scanned-and-logged': {
    sure: [
      'attachment* & scan* / virus checked',
      '{mail} & scanned|sganio|sganiwch|filtered & logged|viruses|firysau|cofnod|spam|automatically',
      '{mail} & virus checked|scanned'
    ],
    rather: ['filtering-in-place']
  },

  // accounts and passwords
  'own-account-for-each-user': {
    sure: [
      'individual|unique|own|personal ..5 account|accounts|username*|login*|logins & provided|issued|given|gives|allocated|has|have',
      'shared|generic|group account*|login*|logins & {not}'
    ],
    likely: ['only .. accessed by members|authorised|staff']
  },
  'answer-for-own-account': {
    sure: ['responsible|accountable|cyfrifol & activity|everything|anything|actions|use & account*|username*|login|cyfrif']
  },
  'keep-passwords-secret': {
    sure: [
      '{password} & {give} & {not}',
      '{password} & secret|private|confidential|yourself|gyfrinachol',
      '{password} & another|anothers|someone|anyone|others|elses|else|somebody|neb & {not}',
      'keep|keeping .. {password} .. secure|safe',
      '{password} & wr* down'
    ],
    likely: ['{password} & secure|safe', 'log|logged ..3 as|under .. another|someone']
  },
  'change-passwords': { sure: ['{password} & change|changed|changing|renewed|newid*'] },
  'strong-passwords': {
    sure: [
      'strong|complex|gryf|cryf|secure .. {password}',
      '{password} & characters|letters|symbols|numerals|dictionary|words|length|cryf|gryf'
    ]
  },
  'one-password-one-system': {
    sure: ['{password} & only|same|different|separate|un|reuse* & system|systems|site|sites|website*|service*|account*']
  },
  'lock-when-unattended': {
    sure: [
      'lock|locks|locked|locking|logoff|cloi|cloir|clowch|allgofnod*|logged & {leave}|screen* & computer*|workstation*|screen*|system|systems|device|devices|ddyfais|dyfais|cyfrifiadur*|gyfrifiadur*|adael|room',
      'log|logs|logged|logging|sign|switch off|out & {leave}|someone|use|always|session|system'
    ]
  },
  'password-on-devices': {
    sure: [
      '{device} & password|passcode|pin|code|biometric|chyfrinair|god .. protect*|locked|lock|set',
      '{device} & secured|protected|locked .. passcode|pin|password',
      'password|passcode|pin|chyfrinair ..5 {device} & protect*|always|with|secured|diogelwch'
    ]
  },
  'own-files-only': {
    sure: [
      'open|delete|access|read|change|look|trespass*|alter|edit|copy|interfere|agor*|tamper & files|folders|file|ffeiliau & others|other|peers|anyone|someone|another|own|else|hun & {not}|only|yn'
    ],
    rather: ['keep-passwords-secret']
  },

  // data
  'protect-personal-data': {
    sure: [
      '{persondata} & secure|securely|secured|protected|safe|safely|ddiogel|diogel|confidential* & kept|keep|stored|held|handled|used|cadw|cadwch|remain',
      'data protection / gdpr & act|law|legislation|principles|policy|gdpr|comply|line & !photographs'
    ],
    likely: ['{persondata} & {give}|post & {not} & confidential|sensitive', 'privacy & disclos*|violat*|breach']
  },
  'others-details-private': {
    sure: [
      '{give}|publish|post & {not} & others|other|anyone|someone|peoples|another|colleagues|pobl & details|information|address|addresses|number|numbers|name|manylion & personal|private|home|details|address|personol',
      '{pupil} & address|addresses|name|names|details ..8 published|disclosed|given|passed & {not}',
      '{give}|violat* & privacy|personal ..2 details|information & non|third|outside|unauthorised|anyone',
      'passing|pass|give|gives .. {pupil} name|names'
    ],
    likely: [
      '{not} & post|publish|share|disclose & confidential|private ..2 information|data',
      '{not} & send|publish & violat*|breach* ..3 data protection'
    ]
  },
  'own-details-private': {
    sure: [
      '{give} & {not} & own|my|your|their ..3 details|number|address|phone|contact|mobile|email|information|manylion',
      '{give} & {not} & rhif|rhifau ffon|symudol ..1 personol|hun|hunain|preifat',
      '{give} & {not} & personal ..2 details|information',
      '{give} & {not} & themselves|yourself|myself|own & details|name|phone'
    ],
    rather: ['school-channels-only', 'no-personal-account', 'no-school-talk-on-social-media', 'professional-contact-with-pupils']
  },
  'limit-access-to-data': {
    sure: [
      '{not} & view|see|edit|alter|amend|change|read .. data|records|logs',
      'access ..4 {persondata}|data|records & only|need|restricted|limited|meant',
      '{not} & allow* ..3 access ..2 logs|records|data'
    ]
  },
  'encrypt-data-off-site': {
    sure: [
      'encrypt*|amgrypt* & {data}|device*|laptop*|stick*|drive*|storage|media|email*|images',
      'password .. protected & {data} & {offsite}',
      '{offsite} & password .. protect* & data|{data}'
    ],
    rather: ['password-on-devices', 'take-data-out-when-authorised']
  },
  'take-data-out-when-authorised': { sure: ['{data} & {offsite}|home|awdurdod* & {permission}'] },
  'keep-data-no-longer-than-needed': {
    sure: [
      'no|not ..2 longer .. necessary|needed|required',
      'retention',
      '{data} & delet*|destroy*|dispos* & needed|longer|end|purpose|period',
      '{data} & specific|stated|lawful purpose*'
    ],
    rather: ['protect-personal-data']
  },
  'host-data-safely': {
    sure: ['cloud|hosted|hosting & {data}|files|storage & only|approved|protect*|control*|suitable|secure'],
    rather: []
  },
  'no-school-data-on-own-devices': {
    sure: ['{data}|documents|files & {owndevice} & {not} & keep|kept|store|stored|save|saved|hold|download|copy|school'],
    likely: ['{owndevice} & {not} & data & {pupil}', 'only .. device|laptop & school|work business & outside|home']
  },
  'no-parent-contacts-on-own-phone': {
    sure: ['{parent} & {phone} & store*|storing|keep|save|hold|kept|cadw|gadw & contact|number*|details|manylion'],
    rather: ['school-channels-only']
  },
  'report-loss': {
    sure: [
      'lost|loss|stolen|theft|missing|mislaid|goll|gollwyd|gollir & {report} & !responsible',
      '{password} & {report} & compromised|known|knows|discovered|aware|guess*|gwybod'
    ]
  },
  'handle-data-breaches': {
    sure: ['data breach* / breach* ..3 personal data', 'information commissioner* / ico', '72 hours', 'dor|torri|doriad* & ddata|data'],
    likely: ['lost ..4 documents|files|data & {report}']
  },

  // equipment and software
  'virus-protection-current': {
    sure: ['{virus} & updat*|check*|scan*|current|install*|kept|gyfredol|diweddar', 'security updates|patches']
  },
  'leave-protection-on': {
    sure: [
      'bypass*|circumvent*|disabl*|interfer*|tamper*|switch|turn|vpn|proxy|osgoi|diffodd|evade|get ..9 filter*|security|firewall*|virus|antivirus|protection|monitoring|hidlo|ddiogelwch',
      'comply|follow ..7 system|network security',
      'vpn|vpns|proxy|proxies'
    ],
    likely: ['respect system|network security'],
    rather: ['install-with-permission', 'virus-protection-current', 'filtering-in-place']
  },
  'report-viruses': {
    sure: ['{virus} & suspect*|infected|affected|notification*|think|amau & {report}|stop|support|disconnect|wybod|adrodd']
  },
  'install-with-permission': {
    sure: [
      'install*|gosod*|osod*|download* & {software} & {not}|{permission}|only',
      'copy|distribute .. school|illegal|pirated|unlicensed software'
    ]
  },
  'school-equipment-for-work': {
    sure: [
      'school|work & {device} & only|all ..9 business|visits|trips|work',
      'only ..2 these|school|this|the .. device*|equipment|phones|laptop & used|use|conduct',
      '{device}|equipment|resources & personal|private ..1 purposes|use & {not} & school|organisation*|trust',
      'business & school equipment|laptops|devices'
    ]
  },
  'sign-out-equipment': {
    sure: [
      'sign|signed|signing|book|booked|booking out & equipment|device*|laptop*|tablet*|borrow*|offer',
      'borrow*|loan*|benthy* & return*|equipment|device*|laptop*|offer|dychwel*',
      'return*|locking .. portable|borrowed equipment|devices'
    ]
  },
  'look-after-devices': {
    sure: [
      '{device} & car|cars|vehicle*|public|burglar*|window*|view & leave|left|leaving|{not}',
      'home & burglar*|callers|thieves',
      '{device} & look|care .. after|of'
    ],
    likely: ['protect .. {device} & theft|damage']
  },
  'own-devices-off-network': {
    sure: [
      '{owndevice}|phones|telephones & {network} & connect*|access|logged|log|join*|attach*|off|use',
      'guest|separate ..2 wifi|network|wireless',
      '{owndevice} & internet & connect*|access .. school & {not}'
    ],
    rather: ['work-use', 'phones-away-from-pupils']
  },
  'phones-away-from-pupils': {
    sure: [
      '{phone}|{owndevice} & out of sight|reach|view / switched off / silent / staffroom / staff room|area|areas / lesson* / contact time / during|between ..4 day|hours / {pupil} ..2 present / presence of ..2 {pupil} / where and when',
      'calls|texts & {pupil} & present|presence'
    ],
    likely: ['allowed|may|can ..3 carry|bring ..4 {phone} & staff', '{owndevice} & expectations|use & aware|staff']
  },
  'pupil-phones-handed-in': {
    sure: [
      '{pupil}|phones|they & {phone} & bring|brought|hand|handed|office|collect*|swyddfa|ddod & !staff',
      '{not} ..2 bring & {phone} & school'
    ],
    rather: ['phones-away-from-pupils']
  },

  // use
  'work-use': {
    sure: [
      'only|primarily|solely|limited|intended|restricted & professional|educational|work|business|school ..3 purposes|use|activities|related|business|personal & use|used|uses|access|systems|internet|email|services & !{image}',
      'personal|private|incidental|recreational .. use & allowed|permitted|acceptable|limited|reasonable|{not}|revoked|withdrawn|only & !{data}',
      'purposes other than',
      'deemed|considered .. reasonable|acceptable & use|uses|purposes',
      'only use|used .. school|work ..2 purposes|work'
    ],
    likely: [
      'personal|private & photographs|files|information & stored|store & school devices|systems|computers|network',
      'education & professional activities'
    ]
  },
  'know-the-scope': {
    sure: [
      'policy|agreement|code|ict & applies|inclusive|covers|cover|includes & technolog*|systems|devices|equipment|everyone|users|visitors',
      '{not}|neither & liability|liable|responsible|responsibility & loss|damage|theft|material|consequences|access|devices & school|trust|academy & !check*'
    ],
    likely: ['cannot|not|impossible ..4 guarantee*']
  },
  'use-systems-lawfully': {
    sure: [
      'computer misuse',
      'lawful|lawfully|ethical|legally & system*|systems|computer*|technology|network & !monitor*',
      'criminal offence*',
      'consistent|conform|accordance ..16 law|standards|ethos & use|technology'
    ]
  },

  // images
  'consent-for-images': {
    sure: [
      '{image} & {permission}|cydsyniad & {parent}|parental|written|explicit|stands|staff|saif & !journalists',
      'parental consent|permission & photograph*|image*|publication|publish*',
      'consent & valid|form|withdraw*|both|withdrawn|renewed',
      'withdraw .. permission|consent'
    ],
    likely: [
      '{image} & only .. taken|used|stored & policy|professional|purposes',
      '{image} & responsibl*|respect & privacy|used|way|rights',
      'respect & privacy & {pupil}',
      '{image} & consent|cydsyniad|gydsyniad & !journalists'
    ]
  },
  'no-images-on-own-devices': {
    sure: [
      '{image}|record|recordings & {owndevice} & {not} & !keep',
      '{image}|recordings & school ..2 equipment|device*|camera*|devices|offer & only|with|using|gydag',
      '{phone}|{owndevice} & {not} & take|taking|capture ..3 {image}'
    ],
    rather: ['know-the-scope', 'no-school-data-on-own-devices']
  },
  'own-device-images-approved': {
    sure: [
      '{image} & {owndevice}|portable|media & {permission} & unless|express|only|agreed|prior|without|dim',
      '{image} & transfer*|moved|copied|uploaded & delet*|immediately|cloud|server|dileu'
    ],
    rather: ['consent-for-images']
  },
  'images-stored-on-network': {
    sure: [
      '{image} & stored|store|storage|saved|kept|storio|storiwch & network|server|drive|drives|usb|portable|rwydwaith|where|lle|cloud & !encrypt*',
      'access & material|{image} & restricted|limited & staff|network'
    ],
    likely: ['images & copied & server|network|cloud']
  },
  'second-adult-for-images': { sure: ['{image} & knowledge|presence|wybod & another|second|arall'] },
  'consent-to-recording': {
    sure: [
      '{permission}|cytuno|gytuno & sound|audio|sain|conversation*|meeting*|conference ..9 recording*|recorded|record|recordio',
      'record|recorded|recording* & consent|agreed|cytuno|gytunodd & those|everyone|participants|rhai|part'
    ],
    rather: ['video-calls-approved']
  },
  'know-image-risks': {
    sure: ['{image} & risk|risks|risgiau & sharing|posting|storing|taking|publishing|internet|online|rhannu|tynnu'],
    likely: ['{image} & appropriateness|appropriate & considering|consider|remember'],
    rather: ['teach-online-safety']
  },
  'outside-cameras-with-permission': {
    sure: [
      'journalist*|reporter*|newspaper*|wasg|press ..14 interview*|photograph*|name|permission|consent|visit*|approached|contact',
      'photographer*|ffotograffwyr',

      'approached .. photographed',
      'unsupervised access .. {pupil}'
    ],
    rather: ['protect-personal-data']
  },
  'pupil-images-stay-in-school': {
    sure: ['{image} & {not} & distribut*|sent|send|shared|leave|leaves|anfon & outside|beyond|off|allan'],
    rather: ['consent-for-images']
  },
  'no-pupil-names-with-images': {
    sure: [
      'surname*|name|names|caption*|identif*|enw & {image} & {pupil}|website|alongside|file & {not}|only|accompany|should|omitted',
      'full names|surnames & {not}|omit*|only & publish*|website|web',
      'file names ..9 pupil|name',
      'first name & only & website|used|published'
    ],
    rather: ['publish-with-approval']
  },

  // publishing and calls
  'publish-with-approval': {
    sure: [
      'website|web|newsletter|gwefan|wefan|online & contact|personal ..3 details|information|addresses|address & publish*|only|{not}|should & !{give}',
      'personal information|details ..3 {not} .. published',
      '{pupil}|staff & address|addresses|details & {not} & published|publish',
      'editorial responsib*',
      'publish*|cyhoeddwch & approved|gymeradwy* & only|dim|before|without'
    ]
  },
  'video-calls-approved': {
    sure: ['video conferenc*|call|calls|lessons|meetings / videoconferenc* / live stream*|lesson*|lessons / galwadau fideo'],
    rather: ['consent-for-images']
  },

  // monitoring and filtering
  'filtering-in-place': {
    sure: [
      'filter*|hidl* & !logs',
      'block|blocks|blocked|blocking ..6 social|sites|site|categories|websites',
      'child friendly search* / safe search* / safesearch'
    ]
  },
  'monitor-use': {
    sure: [
      'monitor*|reviewed|sweep*|check|checks|checked|inspect* & random*|regular*|weekly|week|daily|term|closely|monthly & logs|log|use|traffic|searches|communication*|activity|internet|chat',
      'monitor|monitoring .. evaluat*',
      'check* & no .. inappropriate|unsuitable ..1 material|content'
    ]
  },
  'know-of-monitoring': {
    sure: [
      'monitored|logged|traced|checked|tracked|recorded|examined|intercepted|fonitro|monitro & use|activity|internet|email*|network|traffic|files|communications|systems|communication & can|may|will|could|aware|understand|know|informed|all|is|gellir|gwybod & !{virus}',
      'email*|mail|messages & {not} & considered|regarded|assume* & private|confidential',
      'right ..2 monitor|examine|inspect|check|access',
      'access .. their|my|all .. folders|files|work & teachers|school & aware|know'
    ],
    likely: ['deleted|examined .. notice|without', 'expectation .. privacy']
  },
  'monitor-lawfully': {
    sure: ['monitor*|interception|fonitro|monitro & proportionate|lawfully|legislation|rights|regulations|gyfreithlon|notice'],
    rather: ['protect-personal-data']
  },
  'no-unsuitable-material': {
    sure: [
      '{bad} & {matter} & {not} & access*|view|visit|download*|browse|upload*|search*|seek|look|save|store|display|distribute|bring|bringing|hold|chwilio|geisio|gwylio',
      '{bad} & download*|upload*|browse|browsing & {not}|disrepute',
      'gambl*',
      'look for|search|save & nasty|unpleasant|rude|horrible',
      'pornograph*|extremis*'
    ]
  },
  'report-unsuitable-material': {
    sure: [
      '{report} & accidental*|discover*|find|finds|come across|encounter|darganfod & {matter}|access|something',
      '{bad} & {matter} & {report}',
      'accidental* & {bad}'
    ],
    rather: ['report-concerns']
  },
  'supervise-pupils-online': {
    sure: [
      'supervis*|goruchwyl* & {pupil}|internet|online|lein',
      'preview*|recheck*|vet|vetted|beforehand & sites|websites|links|videos|resources',
      'sites|websites & checked|check|approved & teacher|before|first|staff & {pupil}|teacher|homework|gyntaf',
      'teacher* & monitor* & classroom|lesson*|class',
      'image search*|searches'
    ],
    likely: ['internet|online & planned|planning & careful|activities|managed|lessons'],
    rather: ['know-of-monitoring', 'video-calls-approved']
  },
  'respect-copyright': {
    sure: [
      'copyright*|hawlfraint|intellectual|plagiari*|licen*|trwydded*',
      'copy & work & own|others|peoples',
      'acknowledg*|credit & work|source*'
    ]
  },
  'assess-new-technology': {
    sure: [
      'new|emerging|newydd|newly ..3 technolog*|service*|apps|app|systems|dechnoleg|software & risk*|assess*|examined|evaluat*|risg|asesu',
      'risk assess* & technolog*|app|apps|service*|system*',
      'impact assessment*'
    ],
    likely: ['unless .. specific .. use'],
    rather: ['know-of-monitoring']
  },
  'pupils-join-no-services': {
    sure: [
      'sign|signing|join|register|ymuno & up|for|to|gwasanaethau ..4 service*|site*|account*|app|apps|lein & {not}|only|until|old|age|hen',
      'sign|signing up & until|unless|age',
      'minimum|under .. age & service*|apps|sites|requirement*|technologies|account*'
    ]
  },

  // social media and conduct
  'no-disrepute-online': {
    sure: [
      'disrepute|discredit*|anfri',
      'reputation & school|professional|role|online|trust',
      'compromis*|undermin*|conducive|question|confused & professional|status',
      'upset|offend ..9 community & {not}'
    ],
    rather: ['work-use']
  },
  'no-school-talk-on-social-media': {
    sure: [
      '{social} & discuss|mention|comment*|talk|refer|share|discussing|drafod|trafod & {not}',
      '{not} & mention|name|discuss & school|individuals & passing|groups|values',
      '{not} & upload|add|post & linked|associated|identif* & school'
    ]
  },
  'no-friends-with-pupils': {
    sure: [
      'friend*|follow|followers|befriend*|ffrind* & {pupil}|{parent} & request*|add|accept|online|social|invit*|derbyn|dderbyn',
      '{social} & connect|cysylltu & {pupil}|{parent}',
      'communicat* .. {pupil} & {not} & social|public|web ..2 media|web|technologies|networks',
      'approached online'
    ]
  },
  'protect-yourself-online': {
    sure: [
      'privacy|preifatrwydd & settings|set|gosodwch',
      'think|consider|meddyliwch ..9 post|posting|posted|bostio|postio',
      'protect myself|yourself|themselves|oneself'
    ]
  },
  'declare-relationships': {
    sure: [
      'relationship*|perthynas|pherthynas|berthnasoedd|perthnasoedd|situations & declar*|preexisting|existing|compromis*|datgan*|ddatgan',
      'conflict* of interest*'
    ]
  },

  // roles, training, teaching
  'name-post-holders': {
    sure: [
      'named|designated|appointed|nominated|enwch & {lead}|governor|person|contact|cyfrifol & is|are|our|school|has|pwy',
      'who hold|holds',
      '{lead} .. is|are & safety|esafety|our|school|dsl|data'
    ],
    likely: ['is .. esafety|safety|safeguarding|protection lead|officer|coordinator']
  },
  'train-staff': {
    sure: [
      'training|trained|cpd|inset|hyfforddi*|hyfforddw* & {staff}|everyone|record|lead|coordinator|induction|volunteers|completed|regular|annual|cofnod',
      'induction',
      'keep|keeps|keeping|kept abreast|up .. to|of|date|issues & {lead}|staff',
      '{staff}|everyone & aware|equipped|knowledge|know & responsibilities|risks|themselves|misuse & !designed & !images'
    ],
    rather: ['teach-online-safety']
  },
  'report-to-governors': {
    sure: [
      '{governor} & updated|informed|report|reports|briefed|told|dywedwch|wybod',
      '{governor}|{head} & ensure*|responsib*|oversee* & policy|practices|effectiveness & implemented|embedded|monitored|compliance|reviewed|effective',
      'governors & understanding|overview|informed'
    ]
  },
  'plan-online-safety-year': {
    sure: [
      'curriculum|scheme|cynlluniwch & {safety}|esafety & designed|planned|reviewed|meets|progressive|year|term|flwyddyn',
      'safer internet|safety day / internet safety day / antibullying week / anti bullying week',
      'each|start|every|beginning ..4 year|term & {pupil}|messages|rules|assembl*|lessons',
      'displayed|display|posters|poster|posted|board & classroom*|class|classrooms|suite|corridor*|rules',
      'digital leaders|champions|ambassadors'
    ],
    likely: ['school|we & responsibility ..2 educate .. {pupil}'],
    rather: ['review-policy', 'consult-on-policy']
  },
  'teach-online-safety': {
    sure: [
      '{pupil} ..6 {teach}',
      '{teach} ..5 {pupil}',
      'promot*|embed*|incorporat*|exploring|explore|reinforc* ..9 {safety}|esafety & {pupil}|curriculum|activities|messages|lessons|principles',
      '{pupil} & know|aware|understand|introduced|shown|advised ..12 help|report|impact|risks|style|conduct|critical*|email|personal & !staff',
      '{pupil} & resources|reminders|prompts|environment & safe|safety|appropriate|comfortable|understanding'
    ],
    likely: ['help .. {pupil} & safe|safely|responsible|attitude & !policy', '{pupil} & made aware .. unacceptable|acceptable'],
    rather: ['respect-copyright', 'professional-messages']
  },
  'inform-parents': {
    sure: [
      '{parent} & informed|information|advised|workshops|workshop|evening*|newsletter*|guides|told|hysbys|gwybodaeth|wybodaeth|attention|know|encouraged & will|are|is|school|provide*|offer*|let|rhowch|should & !store & !pupils ..1 parents & !discuss',
      '{parent} & workshop*|evenings|newsletter*|guides & !{sign} & !policy',
      'home|family & controls|restrictions|systems|settings|filters & child|protect|{parent}'
    ],
    likely: ['parental controls']
  },

  // signing and the policy itself
  'sign-policy': {
    sure: [
      '{sign} & {policy}|form|declaration & staff|users|user|governors|visitors|all|everyone|i|volunteers|contractors|read|darllenwch & !sign up',
      '{policy} .. signed',
      'read .. understood|understand & {policy}',
      'i|we agree to follow|abide|comply|keep',
      'staff|users|visitors|volunteers & given|issued|receive .. policy|agreement'
    ],
    likely: ['agreement|policy & designed to ensure|make', 'acceptable use agreement .. all|staff']
  },
  'sign-yearly': { sure: ['{sign} & annual*|yearly|year|again|blwyddyn|flynyddol', 'annual* .. {sign}|renewal'] },
  'parents-sign': {
    sure: ['{parent} & {sign}|slip & child|{policy}|admission|plentyn', 'return .. slip|form & {parent}|child'],
    rather: ['sign-policy']
  },
  'pupils-sign': {
    sure: [
      '{pupil} & {sign} & {policy}|before|prior|cyn & !{parent} & !{staff}',
      'decline*|refus* ..3 {sign}',
      'pupils|children & have to|must|will sign'
    ],
    rather: ['sign-policy']
  },
  'read-linked-policies': {
    sure: [
      'read|refer|conjunction|darllenwch ..14 safeguarding|protection|behaviour|conduct|handbook|working|learning|other|data|lleill & policy|policies|code|guidance|handbook|practice|polisiau',
      'line|accordance|stated|outlined|described|set ..9 code|handbook|security|image|behaviour|conduct|information ..3 policy|policies|conduct|handbook',
      'conform ..2 teacher* standards'
    ],
    rather: ['sign-policy', 'know-the-scope']
  },
  'publish-policy': {
    sure: [
      '{policy} & published|publish|available|cyhoeddwch & website|office|parents|published|policies|polisi|copies',
      'linked|supports|tied|ynghlwm & policies|policy|polisi & behaviour|safeguarding|other|bullying|lleill',
      'policy & importance|explained'
    ]
  },
  'review-policy': {
    sure: [
      '{policy} & review|reviewed|reviewing|amended|updated|revised|adolyg* & annual*|year*|months|biannual*|termly|regular*|every|will|dates|date|ddyddiadau|term',
      'reviewed|audit*|audited & ict|systems|capacity|provision|security & regularly|school|annually|effective',
      'next review'
    ]
  },
  'consult-on-policy': {
    sure: [
      '{parent}|{pupil}|{governor}|staff & contribute|consult*|consulted|discuss|discussed|views|questionnaire*|survey*|feedback|gofynnwch & policy|reviews|review|polisi'
    ],
    rather: ['inform-parents']
  },
  'support-policy': {
    sure: [
      'support|promote|uphold|cefnog* ..9 {policy}|approach|esafety|ethos',
      'promote ..2 {safety}|esafety & i|we|staff',
      'set|role|gosodwch .. example|model|models|esiampl',
      'implement* & responsib* & all|everyone|staff',
      'rules apply',
      'follow* ..4 procedures & responsib*|safe',
      'responsible for my|your|their behaviour'
    ]
  },
  'ask-when-unsure': {
    sure: [
      'unsure|ansicr|doubt|clarification|queries|explanation',
      'questions & {someone}|ask|raise',
      'ask & {someone} & sure|advice|help',
      'discuss & coordinator|lead & issue'
    ],
    rather: ['report-concerns']
  },

  // what goes wrong
  'report-concerns': {
    sure: [
      '{report} & concern*|breach*|misuse|incident*|noncompliance|bryderon|unauthorised|bullying & !child*|welfare',
      '{report} & misuse|breaches|incident'
    ],
    likely: ['what to do & misuse|incident', 'approached .. {report} / {report} the communication']
  },
  'report-child-concerns': {
    sure: [
      '{pupil}|welfare|plentyn|blentyn & {report}|dsl|record|lead|arweinydd & concern*|incident*|disclosure*|bryderon|pryderon & safety|welfare|safeguarding|protection|behaviour|harm|risk|diogelwch|ddiogelwch',
      'concern* ..4 {pupil} & {report}',
      'child protection procedure*'
    ],
    rather: ['report-concerns', 'know-complaints-route', 'log-incidents']
  },
  'report-concerns-about-staff': {
    sure: [
      'concern*|allegation*|bryderon|pryderon & staff|adult|adults|colleague*|headteacher|oedolyn ..4 chair|lado|to|person|governors & behaviour|welfare|allegation*|about|am & {report}|chair|lado|person',
      'allegation*|whistle*|lado'
    ],
    rather: ['report-child-concerns']
  },
  'log-incidents': {
    sure: [
      'incident*|breaches|digwyddiad* & logged|recorded|log|record|followed|managed|cofnod*|flowchart|investigat*',
      'incident ..9 logged'
    ],
    likely: ['advise .. actions|action & others']
  },
  'know-complaints-route': { sure: ['complaint*|complain|cwyn|cwynion|chwynion|gwynion|objection*|objections|grievance*|gwrthwyneb*'] },
  'refer-outside': {
    sure: [
      'police|heddlu|prosecut* / law enforcement',
      'criminal|civil|illegal|unlawful ..4 proceedings|purposes|issues & brought|lead|advice|matter|refer*',
      'advice & sought & lea|la|authority|council|legal',
      'safeguarding ..2 board|partners|partnership & follow*|refer*|report*'
    ]
  },
  'accept-consequences': {
    sure: [
      'disciplin*|ddisgyblu|disgyblu|sanction*|dismissal|suspen*|prosecut* / gross misconduct',
      'loss|withdrawal|withdrawn|removal ..7 access|privileges|hardware|services',
      'criminal|civil .. proceedings',
      'contract ..1 employment|terms',
      'consequences ..6 breach*|break*|ignor* / torrir .. polisi',
      'follows & broken|breach*'
    ],
    likely: ['breach*|failure ..9 result|lead|may']
  }
};
