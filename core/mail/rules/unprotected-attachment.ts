import { protectionOf } from '../encryption.ts';
import { kindOfFile, wordsOfName } from '../file-names.ts';
import type { Attachment } from '../message.ts';
import { rule, some } from '../rule.ts';
import { phrases, type Words } from '../words.ts';

/** Files whose names tell of personal data leave the school only under a password. */
export const unprotectedAttachment = rule({
  id: 'unprotected-attachment',
  title: { en: 'A file with personal data is not protected', cy: 'Nid yw ffeil â data personol wedi’i diogelu' },
  duties: ['encrypt-data-off-site', 'protect-personal-data'],
  action: 'confirm',
  reads: ['recipients', 'attachments'],
  settings: {
    audiences: {
      kind: 'choices',
      of: ['governor', 'pupil', 'parent', 'agency', 'outsider'],
      default: ['governor', 'parent', 'agency', 'outsider'],
      says: 'to whom such files go only under a password'
    },
    names: { kind: 'list', default: [], says: 'further words in file names that tell of personal data' },
    allow: { kind: 'list', default: [], says: 'words in file names that tell of none' }
  },
  messages: {
    open: {
      en: 'A file that by its name holds personal data has no password and would leave the school: protect it, or take it off.',
      cy: 'Nid oes cyfrinair ar ffeil sydd, yn ôl ei henw, yn cynnwys data personol a byddai’n gadael yr ysgol: diogelwch hi, neu tynnwch hi.'
    },
    unseen: {
      en: 'A file that by its name holds personal data would leave the school: make sure that it has a password, or take it off.',
      cy: 'Byddai ffeil sydd, yn ôl ei henw, yn cynnwys data personol yn gadael yr ysgol: sicrhewch fod cyfrinair arni, neu tynnwch hi.'
    }
  },
  judge: ({ recipients, attachments }, { audiences, names, allow }) => {
    if (attachments.length === 0) return [];
    if (!recipients.some(who => !who.exempt && !who.ours && audiences.some(audience => audience === who.audience))) return [];
    const own = names.length > 0 ? phrases(names.map(plainly)) : undefined;
    const fine = allow.length > 0 ? phrases(allow.map(plainly)) : undefined;
    const tells = (words: Words): boolean => {
      if (fine && fine.find(words).length > 0) return false;
      return (own !== undefined && own.find(words).length > 0) || (personal.find(words).length > 0 && harmless.find(words).length === 0);
    };
    const open: Attachment[] = [];
    const unseen: Attachment[] = [];
    for (const file of attachments) {
      const kind = kindOfFile(file.name);
      if (kind === 'sealed' || kind === 'image' || kind === 'video' || !tells(wordsOfName(file.name))) continue;
      const protection = 'value' in file.content ? protectionOf(file.content.value, file.size) : 'unknown';
      if (protection === 'open') open.push(file);
      else if (protection === 'unknown') unseen.push(file);
    }
    const found: { readonly message: 'open' | 'unseen'; readonly files: readonly Attachment[] }[] = [
      { message: 'open', files: open },
      { message: 'unseen', files: unseen }
    ];
    return found.reduce<Found[]>((breaches, { message, files }) => {
      const evidence = some(files.map(({ name }) => ({ in: 'attachment', name })));
      const remedy = { kind: 'remove-attachments' as const, names: files.map(({ name }) => name) };
      return evidence ? breaches.concat({ message, evidence, remedy }) : breaches;
    }, []);
  }
});

interface Found {
  readonly message: 'open' | 'unseen';
  readonly evidence: NonNullable<ReturnType<typeof some>>;
  readonly remedy: { readonly kind: 'remove-attachments'; readonly names: readonly string[] };
}

/** What file names say of personal data, English and Welsh. */
const personal = phrases([
  'sen|senco|ehcp|ehcps|ehc|iep|ieps|ady|cdu|upn|upns|fsm|cpoms|myconcern|dbs|p45|p60|camhs|ihp|ihps|dob|dobs|plasc|ctf|payroll|payslip|payslips',
  'send|aln|idp|lac|pep|pupil register|registers|list|lists|pupils|children|plan|plans|review|reviews|data|minutes|report|reports|profile|profiles|premium',
  'safeguarding|diogelu',
  'child protection',
  'amddiffyn plant',
  'cause|record for|of concern',
  'class|tutor|form|pupil|pupils|student|students|children|name|names|staff|parent|parents|phone|contact|contacts|mailing|address|birthday list|lists|register|registers|roll|contacts',
  'pupil|pupils|student|students|children|child|parent|parents|staff|personal|family|emergency data|details|record|records|file|files|contact|contacts|database|export|names|results|assessments',
  'year|yr|y|class|form|reception|blwyddyn|dosbarth # .. report|reports|list|data|results|register|assessment|assessments|tracker|contacts|rhestr|adroddiadau|canlyniadau',
  'reports|results|register|list|contacts year|yr|y|class',
  'rhestr|rhestrau|cofrestr|manylion|data|cofnod|cofnodion|ffeil|adroddiad|adroddiadau|canlyniadau disgybl|disgyblion|plentyn|plant|staff|personol|cyswllt|teulu|rhieni|dosbarth|blwyddyn|enwau',
  'adroddiad|ffurflen|cofnod cynnydd|damwain|digwyddiad|ymddygiad',
  'sims|arbor|bromcom|scholarpack|integris .. export|extract|report|reports|data|pupils|backup|download|list',
  'medical|medication|medicine|allergy|allergen|asthma|diabetes|epilepsy .. form|forms|list|lists|plan|plans|record|records|needs|info|information|details|register|conditions|report',
  'health|care|healthcare plan|plans|record|records',
  'allergies|meddygol|alergedd|alergeddau|meddyginiaeth|diagnosis',
  'salary|salaries|wages|pension|pensions|cyflogres|cyflog|cyflogau|timesheet|timesheets',
  'pupil|student|progress|behaviour|incident|accident|attendance|psychology|psychologist|therapy|school|social|individual report|reports|log|logs|form|forms',
  'end of year report|reports',
  'report card|cards',
  'absence|absences|exclusion|exclusions|suspension|suspensions|sanctions|detentions|presenoldeb|absenoldeb|gwaharddiad|gwaharddiadau',
  'sats|gcse|phonics|exam|assessment|test|mock .. results|scores|data|marks',
  'free school meal|meals',
  'prydau .. am ddim',
  'looked after',
  'appraisal|disciplinary|grievance|sickness|curriculum vitae|notes|letter|meeting|record|records|form|outcome',
  'occupational health',
  'reference|interview for|notes',
  'application form',
  'next of kin',
  'date|dates of birth|births',
  'passport|passports|birth certificate|certificates|scan|copy',
  'common transfer'
]);
/** Files that speak about such data and hold none. */
const harmless = phrases([
  'policy|policies|polisi|polisïau|template|templates|templed|templedi|blank|gwag|guidance|guide|guidelines|canllaw|canllawiau|leaflet|taflen|training|hyfforddiant',
  'poster|posteri|newsletter|cylchlythyr|timetable|amserlen|agenda|brochure|prospectus|prosbectws|privacy|preifatrwydd|presentation|cyflwyniad|workshop|course|cwrs',
  'information report|evening|sheet',
  'job description|advert',
  'how to',
  'financial|finance|accounts|budget|inspection|estyn|ofsted'
]);

function plainly(word: string): string {
  return word
    .replace(/[|#._-]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
}
