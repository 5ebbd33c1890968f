import { type CueHit, cues } from './cues.ts';

/** Words that make a sentence ask something of somebody, allow it, or say what will follow. English, then Welsh. */
const asking = cues([
  'must|shall|should|cannot|never|always|please|ensure*|prohibit*|forbidden|unacceptable|disciplin*|sanction*|agree|agrees|agreed|consent',
  'may not|only|be|result|lead|use|bring|withdraw|exercise|also',
  'can not|only|be',
  'can .. monitored|logged|checked|traced|seen|contact',
  'not .. allowed|permitted|acceptable|responsible|liable|use|used|share|shared|publish*|displayed|identif*',
  'no .. may|is|are|can|will',
  'do|does|did not',
  'dont|wont|cant|mustnt',
  'will not|be|only|ensure|report|respect|use|keep|take|have|seek|follow|support|promote|comply|make|tell|inform|provide|block|audit|lead|preview|protect|open|raise|refer|liaise|endeavour|examine|check|review|treat|act|log|lock|carry|know|monitor|retain|remove|delete|contact|always|immediately',
  'need|needs to',
  'is|are|be|been|being allowed|permitted|required|expected|encouraged|discouraged|advised|asked|prohibited|obliged|reminded|aware|made|forbidden|entitled',
  'is|are|be ..2 responsible|accountable|liable|aware|monitored|logged|filtered|reviewed|supervised|sought|restricted|blocked|controlled|checked|stored|recorded|reported|trained|given|provided|informed|taught|introduced|kept|updated|used|issued|held|locked|encrypted|retained|deleted|audited|displayed|published|posted|collected|signed|managed|planned|valid|linked|designed|intended|subject',
  'responsibility|responsibilities|duty|obligation',
  'role of',
  'under no circumstances',
  'does .. allow',
  'is|are essential|vital|paramount|primarily|solely|only',
  'reserves the right',
  'it is .. illegal|important|essential|criminal|offence|expected',
  'criminal|unlawful|illegal .. offence|offences|act',
  'i will|understand|agree|acknowledge|accept|appreciate|have|am|know|promise|wont',
  'we will|agree|ask|expect|require|seek|have',
  'in accordance|line with',
  'required|expected|asked|obliged to',
  'bound|binding|breach|breaches',
  'applies|apply to',
  'take|takes .. care|steps|responsibility',
  'rhaid|dylai|dylid|dylech|dylent|peidiwch|caniateir|gwaherddir|gofynnir|disgwylir|cyfrifol|gyfrifol|cyfrifoldeb|sicrhau|sicrhewch|cofiwch|byth',
  'bob amser',
  'ni|na|nid chaniateir|ddylai|ddylid|ddylech|chaiff|fyddaf|fydd|cheir|ellir|ddefnyddir|fyddwn|wnaf|chewch|all|fydda',
  'byddaf|byddwn|bydd|byddant|cytuno|cytunaf|ymwybodol|deallaf',
  'rwyn|yr|rwyf .. deall|cytuno|ymwybodol|gwybod|addo',
  'caiff|cewch|gellir'
]);

/** Who a policy speaks of. English, then Welsh. */
const actors = cues([
  'school|schools|trust|academy|organisation|establishment|college|staff|staffs|employee*|teacher*|pupil*|student*|child|children|learner*|parent*|carer*|guardian*|governor*|governing|headteacher|headteachers|head|principal|coordinator|lead|leader*|user*|visitor*|contractor*|volunteer*|everyone|everybody|anyone|nobody|they|journalist*|photographer*|senior|technician*|member|members|community|individual*|we|our|i|my|you|your|permission|approval|consent|access',
  'policy|agreement|rules|curriculum|email*|equipment|password*|data|device*|images|photograph*|network|internet|website|filter*|complaint*|incident*|phone*|software|hardware|files|system|systems|activity|concern*|communication|communications|use',
  'ysgol|staff|athro|athrawon|disgybl*|plant|rhieni|rhiant|gofalwyr|llywodraethwyr|pennaeth|defnyddwyr|defnyddiwr|ymwelwyr|pawb|neb|aelodau|ein|polisi|cytundeb'
]);

/** Words that begin an order or a promise without a subject. */
const orders = cues([
  'accept|access|act|adhere|allow|always|apply|ask|avoid|be|bring|browse|change|check|comply|connect|consider|contact|copy|create|delete|disable|disclose|discuss|display|distribute|do|download|edit|embed|encrypt|encourage|engage|ensure|follow|forward|gamble|get|give|hand|hold|inform|install|interfere|keep|know|leave|let|lock|log|logging|maintain|make|never|no|not|observe|obtain|only|open|pass|photograph|play|post|print|promote|protect|provide|publish|read|record|refer|remember|remove|report|respect|return|reveal|save|seek|send|set|share|show|sign|speak|stop|store|supervise|support|switch|take|talk|teach|tell|trespass|try|upload|use|visit|wear|write',
  'accessing|allowing|asking|avoiding|being|bringing|changing|checking|connecting|copying|creating|deleting|disclosing|distributing|downloading|encrypting|ensuring|exploring|following|giving|keeping|leaving|locking|making|opening|posting|printing|protecting|providing|publishing|recording|reporting|returning|sending|setting|sharing|signing|storing|supporting|switching|taking|telling|uploading|using|visiting',
  'peidiwch|peidio|defnyddio|defnyddiwch|cadw|cadwch|anfon|anfonwch|rhoi|rhowch|gofyn|gofynnwch|dweud|dywedwch|adrodd|cofiwch|sicrhau|sicrhewch|rhannu|lawrlwytho|agor|dileu|cymryd|tynnu|diogelu|parchu|cloi'
]);

/** Verbs by which a plain statement says what is done: «Staff receive training», «The school keeps a record». */
const doing = cues([
  'receive*|attend*|keep*|take*|give*|gives|maintain*|monitor*|review*|provide*|log|logs|filter*|supervise*|teach*|inform*|ask*|seek*|use|uses|follow*|sign|signs|lead|leads|has|have|completes|reports|checks|block*|promote*|disseminate*|publish*|record*|update*|understand*|know*|liaise*|produces|holds|carries|decide*|wear*|consult*|contact',
  'am|is|are|was|were|been|being|will|would|can|may'
]);

/** Ways of saying how the world is, and why a policy is written. */
const telling = cues([
  'covers a|wide',
  'could|might be',
  'is an|a|seen|now|also ..3 essential|valuable|powerful|wonderful|open|invaluable|important|integral|exciting',
  'we recognise|believe|hope|welcome|appreciate|realise|feel',
  'is|it recognised|usual|hoped|believed|impossible|anticipated',
  'in the 21st century',
  'may|might|could|can include',
  'offer|offers|opens|open new|significant|opportunities|up|benefits',
  'can be used|provide|result|make|increase|help|raise'
]);

/** Whether a sentence of running text binds somebody: it asks, allows or promises, or says what somebody named does. */
export function binds(words: readonly string[]): boolean {
  if (words.length < 3) return false;
  if (strength(asking.find(words)) > 0) return strength(telling.find(words)) === 0 || hasModal(words);
  // «This keeps everybody safe» gives a reason.
  if (strength(telling.find(words)) > 0 || /^(?:this|these|that|it)$/.test(words[0]!)) return false;
  const actor = actors.find(words)[0];
  return actor !== undefined && actor.from < 6 && doing.find(words).some(hit => hit.from > 0 && hit.from < actor.to + 6);
}

function strength(hits: readonly CueHit[]): number {
  return hits.length;
}

const modals = cues([
  'must|shall|should|never|ensure*|prohibit*|forbidden|rhaid|dylai|dylech|responsible|need|needs',
  'not .. allowed|permitted',
  'i will|agree|understand',
  'do not'
]);

function hasModal(words: readonly string[]): boolean {
  return modals.find(words).length > 0;
}

const verbs = cues([
  'must|shall|should|will|cannot|am|is|are|was|were|be|has|have|do|does|dont|never|always|ensure*|agree|understand|know|rhaid|dylai|dylid|bydd|byddaf|mae|maent|yw|peidiwch|ni|peidio'
]);

/** Whether an item says something by itself, or is only a thing that its list names («Chat rooms»). */
export function saysSomething(words: readonly string[]): boolean {
  // What follows «that» or «which» belongs to the thing.
  const relative = words.findIndex(word => word === 'that' || word === 'which' || word === 'who');
  const own = relative > 0 ? words.slice(0, relative) : words;
  return startsLikeOrder(words) || (words.length >= 4 && verbs.find(own).length > 0);
}

/** Whether a text begins with a verb: an order («Never leave …»), or what goes on from a lead-in («send or forward …»). */
export function startsLikeOrder(words: readonly string[]): boolean {
  const first = words.slice(0, 1);
  const second = words.slice(1, 2);
  const adverb = /ly$|^(?:also|then|please|must|should|may|are|is|will|shall|can|cannot)$/.test(first[0] || '');
  return (
    orders.find(first).length > 0 ||
    (adverb && (orders.find(second).length > 0 || /^(?:must|should|may|are|is|will|shall|can|cannot)$/.test(first[0]!)))
  );
}

/** Whether a lead-in leaves its verb to the items: «Users must not», «You should always», «we ask that you». */
export function isHalfSaid(words: readonly string[]): boolean {
  const last = words[words.length - 1];
  return last !== undefined && halves.indexOf(` ${last} `) >= 0;
}

const halves =
  ' must not never always will shall should may can cannot to that you they i we by and or please also only who staff pupils students users parents governors visitors contractors employees everyone volunteers carers learners children dont beidio rhaid dylai bydd byddaf i chi hwy ';
