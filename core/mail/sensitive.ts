import { orSeveral } from './own-words.ts';
import { isIn, type Prose } from './prose.ts';
import type { Evidence } from './rule.ts';
import type { Span } from './span.ts';
import { phrases, type Words, wordsOf } from './words.ts';

/** Phrases that make a message sensitive by themselves; each word also with an s. */
const plainly = [
  // Safeguarding
  'safeguarding concern|issue|referral|matter|incident|disclosure|allegation|record|case',
  'child protection|in plan|need|conference|concern|register|referral|case|file|record',
  'domestic|sexual|physical|emotional abuse|violence|assault|harassment',
  'self harm|harmed|harming',
  'suicidal',
  // Exclusion, complaints, allegations, staff
  'permanent|permanently|fixed .. exclusion|exclude|excluded|suspension',
  'suspended|suspending|excluded .. from school|duty',
  'formal|official complaint|grievance',
  'allegation|alleged|complaint .. against',
  'disciplinary|capability|redundancy action|hearing|meeting|procedure|process|investigation|warning|panel|consultation|notice',
  'gross misconduct',
  // Law and data
  'legal action|advice|proceedings|claim',
  'my|our|your|their|his|her solicitor|barrister',
  'court|care|tribunal order|hearing|proceedings',
  'data breach|breaches',
  'subject access request',
  // Needs and health
  'ehcp',
  'education health .. care plan',
  'medical|psychological|psychiatric report|record|history|assessment',
  'diagnosed with',
  // Cymraeg
  'pryder|bryder|phryder|pryderon|bryderon|mater|fater|atgyfeiriad|cofnod|cofnodion diogelu|ddiogelu',
  'amddiffyn plant|plentyn',
  'cam|gam drin|trin',
  'hunan|hunain niweidio|niwed',
  'gwahardd|wahardd|gwaharddiad|waharddiad .. parhaol|barhaol|ysgol',
  'cwyn|gwyn|chwyn ffurfiol|swyddogol',
  'honiad|honiadau .. erbyn',
  'gwrandawiad|ymchwiliad|cam|camau|rhybudd|achos|gorchymyn disgyblu|ddisgyblu|disgyblaethol|llys|cyfreithiol',
  'camymddwyn|gamymddwyn difrifol',
  'diswyddo|ddiswyddo|cyfreithiwr|gyfreithiwr|cyfreithwyr',
  'tor|toriad|torri data',
  'cynllun|gynllun datblygu|addysg unigol|iechyd',
  'adroddiad|cofnod|cofnodion|hanes meddygol'
];

/** Groups of words that make a message sensitive when two groups meet in it. */
const together = [
  'safeguarding|diogelu',
  'exclusion|excluded|suspension|suspended|gwahardd|gwaharddiad',
  'complaint|cwyn|gwyn|chwyn',
  'allegation|alleged|honiad|honiadau',
  'medical|diagnosis|medication|meddygol',
  'sen|aln|ady|idp',
  'solicitor|tribunal|tribiwnlys',
  'redundancy|redundant',
  'grievance|disciplinary|misconduct|disgyblu|camymddwyn',
  'social|gweithiwr|gwasanaethau|mental|iechyd worker|services|cymdeithasol|health|meddwl',
  'abuse|neglect|bruise|bruising',
  'police|heddlu'
];

const spoken = phrases(plainly.concat(together).map(orSeveral));

/** Where the sender's own words and the subject speak of a sensitive matter; empty where they do not. */
export function sensitiveIn(subject: string, prose: Prose): readonly Evidence[] {
  const groups = new Set<number>();
  let sure = false;
  const evidence: Evidence[] = [];
  const see = (where: 'subject' | 'text', words: Words, own: readonly Span[]): void => {
    let last = -1;
    for (const { phrase, start, end } of spoken.find(words)) {
      if (!isIn(own, start)) continue;
      if (phrase < plainly.length) sure = true;
      else groups.add(phrase);
      if (start >= last) evidence.push({ in: where, start, end, what: 'sensitive' });
      last = Math.max(last, end);
    }
  };
  if (subject !== '') see('subject', wordsOf(subject), [{ start: 0, end: subject.length }]);
  see('text', prose.words, prose.own);
  return sure || groups.size > 1 ? evidence : [];
}
