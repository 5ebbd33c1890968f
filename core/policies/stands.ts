import type { DutyId } from '../duties.ts';
import { plainOf } from './plain.ts';
import type { PositionId, Positions, TopicId } from './topics.ts';

/** What in a clause speaks for a position. Every line must hold: one of its phrases stands in the text, or after `!` none of them. */
type Sign = {
  [T in TopicId]: {
    readonly topic: T;
    readonly is: PositionId<T>;
    /** Only a clause that asks for one of these is looked at. */
    readonly of: readonly DutyId[];
    readonly lines: readonly string[];
  };
}[TopicId];

const excepted =
  '!unless|except|permission|permitted by|authorised by|authorisation|authorization|authority|agreed with|agreed by|approved by|consent|however|deemed';
const allowing = 'unless|permission|authorised|authorisation|authorization|agreed with|agreed by|approved by|approval|consent';
const forbidding = 'not|never|no|nobody|must only|only';
const telling = 'report|reported|reporting|tell|told|inform|informed|notify|notified|contact|contacted|refer|referred|raise|followed up';

const told: readonly (readonly [PositionId<'sites-reported-to'>, string])[] = [
  ['headteacher', 'headteacher|head teacher|the head|principal'],
  ['dsl', 'dsl|designated safeguarding lead|safeguarding lead|designated safeguarding officer|child protection officer'],
  ['coordinator', 'coordinator|co ordinator|coordinators|e safety lead|e safety officer|online safety lead|online safety officer'],
  ['line-manager', 'line manager'],
  ['responsible-person', 'responsible person'],
  ['teacher', 'a teacher|my teacher|their teacher|class teacher|your teacher'],
  ['support', 'ict support|it support|technician|technicians|it team|helpdesk|help desk|support provider']
];

const reports: readonly (readonly [
  (
    | 'sites-reported-to'
    | 'mail-reported-to'
    | 'passwords-reported-to'
    | 'malware-reported-to'
    | 'loss-reported-to'
    | 'children-reported-to'
    | 'staff-reported-to'
  ),
  readonly DutyId[],
  readonly string[]
])[] = [
  ['sites-reported-to', ['report-unsuitable-material'], []],
  ['sites-reported-to', ['report-concerns'], ['internet|online']],
  ['mail-reported-to', ['report-bad-mail'], []],
  ['passwords-reported-to', ['report-loss'], ['password|passwords']],
  ['malware-reported-to', ['report-viruses'], []],
  ['loss-reported-to', ['report-loss'], ['lost|loss|stolen|missing']],
  ['children-reported-to', ['report-child-concerns'], []],
  ['staff-reported-to', ['report-concerns-about-staff'], []]
];

const signs: readonly Sign[] = [
  { topic: 'head-in-copy', is: 'parents', of: ['copy-head-on-outside-mail'], lines: ['parent|parents|carer|carers|guardians|families'] },
  { topic: 'head-in-copy', is: 'governors', of: ['copy-head-on-outside-mail'], lines: ['governor|governors|governing body'] },
  {
    topic: 'head-in-copy',
    is: 'agencies',
    of: ['copy-head-on-outside-mail'],
    lines: ['agency|agencies|external|outside|organisations|organisation']
  },
  { topic: 'outside-mail', is: 'all', of: ['head-authorises-outside-mail'], lines: ['!sensitive|sensitivity|confidential|concern|doubt'] },
  { topic: 'outside-mail', is: 'sensitive', of: ['sensitive-mail-authorised'], lines: [] },
  {
    topic: 'personal-use',
    is: 'none',
    of: ['work-use'],
    lines: [
      'not for personal|not for private|no personal use|no private use|other than|only to be used for|only be used for|work related|work connected|school purposes',
      '!unless|permission|deemed|acceptable|limited|incidental|occasional|agreed by|approved by'
    ]
  },
  {
    topic: 'personal-use',
    is: 'approved',
    of: ['work-use'],
    lines: [
      'deemed|approved by|permission|authorised by|agreed by',
      'head|headteacher|head teacher|principal|governors|governing body|line manager'
    ]
  },
  {
    topic: 'personal-use',
    is: 'incidental',
    of: ['work-use'],
    lines: ['limited personal|limited private|limited or|limited use|incidental|occasional|brief', 'personal use|private use']
  },
  {
    topic: 'personal-use',
    is: 'allowed',
    of: ['work-use'],
    lines: [
      'personal use|private use',
      'is allowed|is permitted|are allowed|is fine',
      '!limited|incidental|occasional|brief|not allowed|not permitted|no personal'
    ]
  },
  {
    topic: 'images-on-own-devices',
    is: 'permitted',
    of: ['no-images-on-own-devices', 'own-device-images-approved'],
    lines: ['personal|own|private', 'unless|express permission|agreed with|permission of the head|permission from the head|authorised by']
  },
  {
    topic: 'images-on-own-devices',
    is: 'never',
    of: ['no-images-on-own-devices'],
    lines: ['personal|own|private', forbidding, '!unless|express|agreed with|permission of|permission from|authorised|except|however']
  },
  { topic: 'images-outside', is: 'permitted', of: ['pupil-images-stay-in-school'], lines: [allowing] },
  { topic: 'images-outside', is: 'never', of: ['pupil-images-stay-in-school'], lines: [forbidding, excepted] },
  { topic: 'image-consent-from', is: 'both-parents', of: ['consent-for-images'], lines: ['both parents', 'consent|permission'] },
  {
    topic: 'image-consent-from',
    is: 'parent-staff-or-head',
    of: ['consent-for-images'],
    lines: ['consent', 'parent|parents|carer', 'staff member|member of staff', 'or headteacher|or head teacher|or the headteacher|or head']
  },
  {
    topic: 'image-consent-from',
    is: 'parent-or-staff',
    of: ['consent-for-images'],
    lines: [
      'consent',
      'parent|parents|carer',
      'or staff member|or member of staff',
      '!or headteacher|or head teacher|or the headteacher|or head|outside'
    ]
  },
  {
    topic: 'image-consent-lasts',
    is: 'enrolment',
    of: ['consent-for-images'],
    lines: [
      'consent|permission',
      'entire period|whole time|as long as the child|for the duration|time at the school|time at school|attends'
    ]
  },
  {
    topic: 'image-consent-lasts',
    is: 'yearly',
    of: ['consent-for-images'],
    lines: ['consent|permission', 'annually|each year|every year|yearly']
  },
  {
    topic: 'staff-phones',
    is: 'off',
    of: ['phones-away-from-pupils'],
    lines: ['switched off|turned off|silent', 'school hours|school day|during the day|working day|lessons']
  },
  {
    topic: 'staff-phones',
    is: 'staff-areas',
    of: ['phones-away-from-pupils'],
    lines: ['staff room|staffroom|staff areas|staff area|designated areas']
  },
  {
    topic: 'own-devices-on-network',
    is: 'permitted',
    of: ['own-devices-off-network'],
    lines: ['personal|own|private|mobile', forbidding, allowing]
  },
  {
    topic: 'own-devices-on-network',
    is: 'never',
    of: ['own-devices-off-network'],
    lines: ['not|never', 'wireless|wifi|wi fi|network', 'connect|connected|logged|access|join|log', excepted]
  },
  {
    topic: 'own-details-kept-from',
    is: 'pupils',
    of: ['own-details-private'],
    lines: ['not|never|no', 'pupil|pupils|students|children|learners']
  },
  {
    topic: 'own-details-kept-from',
    is: 'parents',
    of: ['own-details-private'],
    lines: ['not|never|no', 'parents|carers|families']
  },
  {
    topic: 'own-details-kept-from',
    is: 'everybody',
    of: ['own-details-private'],
    lines: ['not|never|no', '!pupil|pupils|student|students|children|parent|parents']
  },
  {
    topic: 'ways-to-reach-pupils',
    is: 'school-channels',
    of: ['school-channels-only'],
    lines: [
      'pupil|pupils|student|students|children',
      'only|never|not|under no circumstances',
      'personal|public|own|approved|school email|school e mail'
    ]
  },
  { topic: 'hours-to-reach-pupils', is: 'school-hours', of: ['pupil-contact-in-school-hours'], lines: ['hours', 'not|only|never'] },
  {
    topic: 'social-media',
    is: 'the-school',
    of: ['no-school-talk-on-social-media'],
    lines: ['mention the school|name the school|school in name|associated with the school|linked to the school|refer to the school']
  },
  {
    topic: 'social-media',
    is: 'its-people',
    of: ['no-school-talk-on-social-media'],
    lines: ['discuss|share|talk|comment', 'pupils|staff|individuals|colleagues|parents|role', 'not|never']
  },
  { topic: 'social-media', is: 'friends', of: ['no-friends-with-pupils'], lines: ['friend|friends|follow|followers', 'not|never|no'] },
  { topic: 'social-media', is: 'disrepute', of: ['no-disrepute-online'], lines: ['disrepute|discredit|discredits|reputation|compromise'] },
  {
    topic: 'password-change',
    is: 'from-time-to-time',
    of: ['change-passwords'],
    lines: ['periodically|regularly|frequently|termly|every term|monthly|annually|days|from time to time|at least every']
  },
  {
    topic: 'password-shape',
    is: 'eight-mixed',
    of: ['strong-passwords'],
    lines: ['symbols|special characters|upper and lower|upper case|punctuation', 'eight|8|characters|numbers']
  },
  {
    topic: 'password-shape',
    is: 'long',
    of: ['strong-passwords'],
    lines: ['three random words|passphrase|twelve|12 characters|14 characters']
  },
  {
    topic: 'anothers-password',
    is: 'permitted',
    of: ['keep-passwords-secret'],
    lines: ['another|other|someone|somebody|colleague', 'without|unless|prior', 'authorisation|authorization|permission|authority']
  },
  {
    topic: 'anothers-password',
    is: 'never',
    of: ['keep-passwords-secret'],
    lines: [
      'not|never',
      'disclose|share|shared|tell|reveal|divulge|another',
      '!without prior|unless|prior authorisation|without permission'
    ]
  },
  {
    topic: 'installing-approved-by',
    is: 'headteacher',
    of: ['install-with-permission'],
    lines: ['permission|authorised|authorisation|approval|agreed', 'headteacher|head teacher|principal']
  },
  {
    topic: 'installing-approved-by',
    is: 'computing-lead',
    of: ['install-with-permission'],
    lines: [
      'permission|authorised|authorisation|approval|agreed',
      'computing lead|computing leader|ict lead|ict leader|it manager|network manager|ict coordinator|ict co ordinator|technician|it support|ict support'
    ]
  },
  {
    topic: 'installing-approved-by',
    is: 'any-colleague',
    of: ['install-with-permission'],
    lines: ['permission|authorised|agreed', 'another staff member|another member of staff|a member of staff|a colleague']
  },
  {
    topic: 'data-out-approved-by',
    is: 'headteacher',
    of: ['take-data-out-when-authorised'],
    lines: ['authorised|permission|approved', 'head|headteacher|head teacher|principal']
  },
  {
    topic: 'data-out-approved-by',
    is: 'governors',
    of: ['take-data-out-when-authorised'],
    lines: ['authorised|permission|approved', 'governing body|governors']
  },
  {
    topic: 'data-out-protected-by',
    is: 'approved-encryption',
    of: ['encrypt-data-off-site'],
    lines: ['encrypt|encrypted|encryption', 'approved by|approved method|method approved|school approved']
  },
  {
    topic: 'data-out-protected-by',
    is: 'encryption',
    of: ['encrypt-data-off-site'],
    lines: ['encrypt|encrypted|encryption', '!approved by|approved method|method approved|school approved']
  },
  {
    topic: 'data-out-protected-by',
    is: 'password',
    of: ['encrypt-data-off-site'],
    lines: ['password|passwords', 'protected|protect|secured', '!encrypt|encrypted|encryption']
  },
  {
    topic: 'signed-again',
    is: 'yearly',
    of: ['sign-yearly', 'sign-policy'],
    lines: ['annually|each year|every year|yearly|annual', 'sign|signed|signing']
  },
  { topic: 'signed-by', is: 'staff', of: ['sign-policy'], lines: ['sign|signed', 'staff|employees|all users'] },
  { topic: 'signed-by', is: 'supply', of: ['sign-policy'], lines: ['sign|signed', 'supply'] },
  { topic: 'signed-by', is: 'governors', of: ['sign-policy'], lines: ['sign|signed', 'governors|governor'] },
  { topic: 'signed-by', is: 'visitors', of: ['sign-policy'], lines: ['sign|signed', 'visitors|visitor|volunteers|authorised users'] },
  { topic: 'signed-by', is: 'contractors', of: ['sign-policy'], lines: ['sign|signed', 'contractors|contractor'] },
  { topic: 'signed-by', is: 'pupils', of: ['sign-policy', 'pupils-sign'], lines: ['sign|signed', 'pupils|children|students'] },
  { topic: 'signed-by', is: 'parents', of: ['parents-sign'], lines: ['sign|signed|signature|return', 'parent|parents|carer|carers'] },
  { topic: 'logs-seen-by', is: 'line-manager', of: ['know-of-monitoring'], lines: ['line manager', 'available|request|shown'] },
  {
    topic: 'logs-seen-by',
    is: 'head',
    of: ['know-of-monitoring'],
    lines: ['headteacher|head teacher|the head', 'available|request|shown', '!line manager|company|technicians']
  },
  { topic: 'logs-looked-at', is: 'weekly', of: ['monitor-use'], lines: ['weekly|each week|every week'] },
  { topic: 'logs-looked-at', is: 'regularly', of: ['monitor-use'], lines: ['regularly|regular'] },
  { topic: 'logs-looked-at', is: 'at-random', of: ['monitor-use'], lines: ['random|randomly'] },
  { topic: 'leaving-a-device', is: 'lock', of: ['lock-when-unattended'], lines: ['lock|locked|locking|locks'] },
  {
    topic: 'leaving-a-device',
    is: 'log-off',
    of: ['lock-when-unattended'],
    lines: ['log off|logs off|logged off|logging off|log out|logs out|logged out|logging out']
  },
  {
    topic: 'reviewed-every',
    is: 'year',
    of: ['review-policy'],
    lines: ['policy|agreement', 'annually|each year|every year|yearly|annual', '!bi annually|bi annual']
  },
  {
    topic: 'reviewed-every',
    is: 'two-years',
    of: ['review-policy'],
    lines: ['policy|agreement', 'every two years|every 2 years|biennially|bi annually|biannually']
  },
  {
    topic: 'reviewed-every',
    is: 'six-months',
    of: ['review-policy'],
    lines: ['policy|agreement', 'twice a year|every six months|bi annually|biannually']
  },
  { topic: 'reviewed-every', is: 'three-years', of: ['review-policy'], lines: ['policy|agreement', 'every three years|every 3 years'] },
  {
    topic: 'breach',
    is: 'access',
    of: ['accept-consequences'],
    lines: ['loss of access|lose access|withdrawal|withdrawn|removal of|suspension of access']
  },
  { topic: 'breach', is: 'discipline', of: ['accept-consequences'], lines: ['disciplinary|discipline'] },
  { topic: 'breach', is: 'contract', of: ['accept-consequences'], lines: ['contract of employment|terms and conditions|my contract'] },
  { topic: 'breach', is: 'police', of: ['accept-consequences'], lines: ['police|criminal|prosecution|prosecuted|legal action'] },
  { topic: 'outside-partners', is: 'police', of: ['refer-outside'], lines: ['police|law enforcement'] },
  { topic: 'outside-partners', is: 'local-authority', of: ['refer-outside'], lines: ['local authority|lea|county council'] },
  {
    topic: 'outside-partners',
    is: 'safeguarding-partners',
    of: ['refer-outside'],
    lines: ['safeguarding children board|lscb|safeguarding partners|safeguarding board']
  },
  { topic: 'outside-partners', is: 'commissioner', of: ['handle-data-breaches', 'refer-outside'], lines: ['information commissioner|ico'] },
  {
    topic: 'video-calls',
    is: 'head',
    of: ['video-calls-approved'],
    lines: ['approval|approved|permission', 'headteacher|head teacher|the head']
  },
  ...reports.reduce<readonly Sign[]>(
    (all, [topic, of, lines]) => [...all, ...told.map(([is, phrases]) => ({ topic, is, of, lines: [telling, phrases, ...lines] }) as Sign)],
    []
  )
];

/**
 * Where a clause seems to stand, by its words and by the duties that it is held to ask for. A proposal for a person to confirm in `policy.yaml`:
 * what is compared afterwards is what stands there. English only.
 */
export function proposedPositions(text: string, duties: readonly DutyId[]): Positions {
  if (duties.length === 0) return {};
  const words = plainOf(text);
  const taken: { [topic: string]: string[] } = {};
  for (const { topic, is, of, lines } of signs) {
    if (!of.some(duty => duties.indexOf(duty) >= 0) || !lines.every(line => holds(line, words))) continue;
    const positions = taken[topic] || [];
    if (positions.indexOf(is) < 0) positions.push(is);
    taken[topic] = positions;
  }
  const positions: { [topic: string]: string | readonly string[] } = {};
  for (const topic of Object.keys(taken)) positions[topic] = taken[topic]!.length === 1 ? taken[topic]![0]! : taken[topic]!;
  return positions as Positions;
}

function holds(line: string, words: string): boolean {
  const absent = line.charAt(0) === '!';
  const found = (absent ? line.slice(1) : line).split('|').some(phrase => words.indexOf(` ${phrase} `) >= 0);
  return found !== absent;
}
