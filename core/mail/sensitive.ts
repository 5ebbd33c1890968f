import { isIn, type Prose } from './prose.ts';
import type { Evidence } from './rule.ts';
import type { Span } from './span.ts';
import { phrases, type Words, wordsOf } from './words.ts';

/** Phrases that make a message sensitive by themselves. */
const plainly = [
  // Safeguarding
  'safeguarding concern|concerns|issue|issues|referral|matter|incident|disclosure|allegation|record|records|case',
  'child protection plan|conference|concern|concerns|register|referral|case|file|record|records|investigation|enquiry',
  'child in need plan',
  'made|make|making a disclosure',
  'domestic|sexual|physical|emotional abuse|violence|assault|harassment',
  'self harm|harmed|harming|harms',
  'selfharm|selfharming|suicidal',
  'prevent referral',
  // Exclusion
  'permanent|permanently|fixed|formally .. exclusion|exclude|excluded|excluding|suspension',
  'suspended|suspending|excluded|excluding .. from school|duty',
  // Complaints, allegations, staff
  'formal|official complaint|complaints|grievance',
  'complaint|complaints against',
  'allegation|allegations|alleged .. against|assault|assaulted|abuse|misconduct|bullying',
  'disciplinary action|hearing|meeting|procedure|process|investigation|warning|panel',
  'gross misconduct',
  'raise|raised|raising|lodge|lodged .. grievance',
  'capability procedure|process|hearing',
  'made|making .. redundant',
  'redundancy consultation|notice|payment|selection|process|pay',
  'settlement agreement',
  'employment|send tribunal',
  // Law and data
  'legal action|advice|proceedings|claim',
  'my|our|your|their|his|her solicitor|solicitors|barrister',
  'court order|hearing|proceedings|case',
  'care proceedings',
  'data breach|breaches',
  'subject access request',
  // Needs and health
  'ehcp|ehcps|echp',
  'education health .. care plan',
  'statement of special',
  'medical report|reports|record|records|history|diagnosis',
  'diagnosed with',
  'psychological|psychiatric report|assessment|records',
  // Cymraeg
  'pryder|bryder|phryder|pryderon|bryderon|mater|fater|materion|faterion|atgyfeiriad|digwyddiad|cofnod|cofnodion diogelu|ddiogelu',
  'amddiffyn plant|plentyn',
  'cam|gam drin|trin',
  'camdriniaeth|gamdriniaeth',
  'hunan|hunain niweidio|niwed',
  'gwahardd|wahardd|gwaharddiad|waharddiad .. parhaol|barhaol',
  'gwahardd|wahardd|gwaharddiad|waharddiad or ysgol',
  'cwyn|gwyn|chwyn ffurfiol|swyddogol',
  'honiad|honiadau .. erbyn',
  'gwrandawiad|ymchwiliad|cam|camau|rhybudd disgyblu|ddisgyblu|disgyblaethol',
  'camymddwyn|gamymddwyn difrifol',
  'diswyddo|ddiswyddo',
  'dileu|colli swydd|swyddi',
  'cyfreithiwr|gyfreithiwr|chyfreithiwr|cyfreithwyr',
  'achos|gorchymyn|camau llys|cyfreithiol',
  'tor|toriad|torri data',
  'cynllun|gynllun datblygu unigol',
  'cynllun|gynllun addysg iechyd .. gofal',
  'adroddiad|cofnod|cofnodion|hanes meddygol'
] as const;

/** Groups of words that make a message sensitive when two groups meet in it. */
const together = [
  'safeguarding|diogelu',
  'exclusion|excluded|suspension|suspended|gwahardd|wahardd|gwaharddiad',
  'complaint|complaints|complained|cwyn|gwyn|chwyn|cwynion',
  'allegation|allegations|alleged|honiad|honiadau',
  'medical|diagnosis|medication|meddygol|meddyginiaeth',
  'sen|aln|ady|idp',
  'solicitor|solicitors|tribunal|lawyer|tribiwnlys',
  'redundancy|redundancies|redundant',
  'grievance|disciplinary|misconduct|disgyblu|camymddwyn',
  'social worker|services',
  'gweithiwr|gwasanaethau cymdeithasol',
  'mental health',
  'iechyd meddwl',
  'abuse|neglect|bruise|bruises|bruising|esgeulustod',
  'police|heddlu'
] as const;

const spoken = phrases([...plainly, ...together]);

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
