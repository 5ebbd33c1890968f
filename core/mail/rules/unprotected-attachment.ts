import { protectionOf } from '../encryption.ts';
import { kindOfFile, wordsOfName } from '../file-names.ts';
import { leavesTo } from '../outside.ts';
import { orSeveral, ownWords } from '../own-words.ts';
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
      en: 'A file that by its name holds personal data would leave the school: make sure that it has a password, or take it off.',
      cy: 'Byddai ffeil sydd, yn ôl ei henw, yn cynnwys data personol yn gadael yr ysgol: sicrhewch fod cyfrinair arni, neu tynnwch hi.'
    }
  },
  judge: ({ recipients, attachments }, { audiences, names, allow }) => {
    if (attachments.length === 0 || leavesTo(audiences, recipients).length === 0) return [];
    const own = ownWords(names);
    const fine = ownWords(allow);
    const files: string[] = [];
    for (const { name, size, content } of attachments) {
      const kind = kindOfFile(name);
      if (kind === 'sealed' || kind === 'image' || kind === 'video') continue;
      const words = wordsOfName(name);
      if (fine && fine.find(words).length > 0) continue;
      if (!(own && own.find(words).length > 0) && !tellsOfPeople(words)) continue;
      if (!('value' in content) || protectionOf(content.value, size) !== 'sealed') files.push(name);
    }
    const evidence = some(files.map(name => ({ in: 'attachment', name })));
    return evidence ? [{ message: 'open', evidence, remedy: { kind: 'remove-attachments', names: files } }] : [];
  }
});

/** What file names say of personal data, English and Welsh: whose or what about, and what is kept of it; the rest tell it alone. */
const personal = phrases(
  [
    'class|tutor|year|yr|y|reception|pupil|student|child|children|name|staff|parent|personal|family|emergency|contact|phonics|sats|gcse|exam|sims|arbor|dosbarth|blwyddyn|disgybl|disgyblion|plentyn|plant|rhieni|enwau|cyswllt',
    'send|aln|idp|lac|pep|medical|allergy|asthma|diabetes|epilepsy|care|progress|behaviour|incident|accident|attendance|cynnydd|damwain|digwyddiad|ymddygiad',
    'list|register|contact|data|detail|record|database|export|report|result|mark|assessment|tracker|profile|rhestr|cofrestr|manylion|cofnod|cofnodion|adroddiad|adroddiadau|canlyniadau',
    'plan|review|form|log|need|information|minutes|ffurflen',
    'sen|senco|ehcp|ady|cdu|upn|fsm|cpoms|dbs|p60|camhs|dob|payroll|payslip|safeguarding|diogelu|meddygol|salary|pension|cyflogres|absence|exclusion|suspension|detention|absenoldeb|gwaharddiad|disciplinary|passport',
    'child protection',
    'amddiffyn plant',
    'cause|record for|of concern',
    'end of year',
    'free school meal',
    'looked after',
    'occupational health',
    'next of kin',
    'date of birth',
    'birth certificate',
    'application form'
  ].map(orSeveral)
);
/** Files that speak about such data and hold none. */
const harmless = phrases(
  [
    'policy|polisi|template|templed|blank|gwag|guidance|guide|guideline|canllaw|leaflet|taflen|training|hyfforddiant|poster|newsletter|cylchlythyr|timetable|amserlen|agenda|privacy|preifatrwydd|premium|finance|inspection|ofsted',
    'information report|evening|sheet',
    'job description',
    'how to'
  ].map(orSeveral)
);

function tellsOfPeople(words: Words): boolean {
  let seen = 0;
  for (const { phrase } of personal.find(words)) seen |= 1 << Math.min(phrase, 4);
  const tells = seen > 15 || ((seen & 3) > 0 && (seen & 4) > 0) || (seen & 10) === 10;
  return tells && harmless.find(words).length === 0;
}
