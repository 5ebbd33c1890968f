import type { Facts } from '../facts.ts';
import { isIn } from '../prose.ts';
import { orSeveral } from '../own-words.ts';
import { pupilsWrittenTo } from '../pupils.ts';
import { type Evidence, rule, some } from '../rule.ts';
import { type Hit, isOpening, phrases, type Words, wordsOf } from '../words.ts';

const places = 'park|cinema|cafe|pub|beach|shop|station|mcdonalds';
const lleoedd = 'parc|barc|sinema|caffi|gaffi|tafarn|dafarn|traeth|draeth|siop|orsaf|dre|dref';
const cwrdd = 'cwrdd|gwrdd|cyfarfod|gyfarfod';

/** Ways to arrange to be alone with a pupil or to keep it quiet: never ordinary. */
const never = [
  'meet|see|talk|speak|chat me|us|you|up|to|with .. alone|secretly|privately',
  'come|stay .. alone',
  'meet|see me|us|you|up on your own',
  'meet|see me|us|you .. in private|secret',
  'just the two of us',
  'just you and me',
  'come|pop|drop|call|stay|meet|see|visit ..4 my house|home|flat|place|car',
  'come|pop|stay over|round .. mine|tonight|tomorrow|saturday|sunday',
  'i|ill ..1 pick|collect you up|from',
  'i|ill .. give you a lift|ride',
  'lift|ride|get|sit|wait|talk .. in my car',
  'dont|not tell your ..2 mum|mam|dad|family',
  'keep .. between us',
  'our secret',
  // Cymraeg
  `${cwrdd}|dere|tyrd|dewch|galw|gweld .. ar dy|eich pen|ben dy|eich hun|hunan`,
  `${cwrdd}|dere|tyrd|dewch|galw ..5 nhy|nghartref|fflat|nghar`,
  'dere|tyrd|dewch ar dy|eich ben|pen dy|eich hun|hunan',
  'dim ond ti|chi|ni a|ein fi|mi|dau',
  'ti|di|chi .. yn fy nghar',
  'draw i fy nhy',
  'rhoi|roi|cynnig|gynnig lifft i ti|chi',
  'codi|godi di|chi .. or ty|ysgol|orsaf',
  'paid|peidiwch a dweud|son wrth dy|eich',
  'ein cyfrinach ni'
];

/** Ways to meet at a place outside school: ordinary on a trip or with the whole team. */
const elsewhere = [
  'meet|see me|us|you|up .. outside|off ..1 school|site',
  `meet|see me|us|you|up ..4 at|in|by|outside|near ..1 ${places}`,
  `lets|well|could|can|shall|want ..2 meet|go ..3 at|in|by|outside|near|to ..1 ${places}`,
  'meet|hang up|me|out .. weekend|saturday|sunday|tonight|later',
  'lets|shall|could|can|want|come ..2 for a coffee|drink|walk|drive|meal',
  // Cymraeg
  `${cwrdd} ..5 tu allan ir ysgol`,
  `${cwrdd}|gweld ..5 yn|wrth|ger y|yr ${lleoedd}`,
  `${cwrdd} ..5 dros y penwythnos`,
  'beth|dere|tyrd|dewch .. am goffi|dro|ddiod'
];

/** What makes a place outside school ordinary when it stands in the same sentence. */
const ordinary = [
  'trip|visit|coach|minibus|bus|match|team|squad|competition|concert',
  'everyone|class|group|all|parent|mum|mam|dad|carer|family',
  'taith|daith|ymweliad|bws|gem|tim|cystadleuaeth|cyngerdd|pawb|dosbarth|rhiant|rhieni|gofalwr|teulu'
];

const arranged = phrases([...never, ...elsewhere, ...ordinary.map(orSeveral)]);

/** Staff do not arrange to meet a pupil alone or outside school. */
export const meetingWithPupil = rule({
  id: 'meeting-with-pupil',
  title: { en: 'A meeting with a pupil alone or outside school', cy: 'Cyfarfod â disgybl ar ei ben ei hun neu y tu allan i’r ysgol' },
  duties: ['no-meeting-without-permission', 'professional-contact-with-pupils'],
  action: 'confirm',
  reads: ['recipients', 'sender', 'subject', 'prose'],
  settings: {},
  messages: {
    arranged: {
      en: 'This seems to arrange to meet a pupil alone or outside school. Ask the safeguarding lead first.',
      cy: 'Mae’n ymddangos bod hwn yn trefnu i gwrdd â disgybl ar ei ben ei hun neu y tu allan i’r ysgol. Gofynnwch i’r arweinydd diogelu yn gyntaf.'
    }
  },
  judge: ({ recipients, sender, subject, prose }) => {
    if (pupilsWrittenTo(sender, recipients).length === 0) return [];
    const evidence = some([...arrangedInSubject(subject), ...arrangedIn('text', prose.words, prose.own)]);
    return evidence ? [{ message: 'arranged', evidence }] : [];
  }
});

function arrangedInSubject(subject: string): readonly Evidence[] {
  return arrangedIn('subject', wordsOf(subject), [{ start: 0, end: subject.length }]);
}

function arrangedIn(where: 'subject' | 'text', words: Words, own: Facts['prose']['own']): readonly Evidence[] {
  const evidence: Evidence[] = [];
  const hits = arranged.find(words);
  let last = -1;
  hits.forEach(({ phrase, start, end }, at) => {
    if (start < last || isOrdinary(phrase) || !isIn(own, start)) return;
    if (phrase >= never.length && isExcused(hits, at, words)) return;
    evidence.push({ in: where, start, end, what: 'meeting' });
    last = end;
  });
  return evidence;
}

function isOrdinary(phrase: number): boolean {
  return phrase >= never.length + elsewhere.length;
}

/** How far a sentence may reach on either side of what was found, in words. */
const reach = 40;

/** Whether the sentence in which a hit stands says what makes it ordinary. */
function isExcused(hits: readonly Hit[], at: number, { marks, count }: Words): boolean {
  const middle = hits[at]!.from;
  let from = middle;
  while (from > 0 && middle - from < reach && (marks[from]! & isOpening) === 0) from -= 1;
  let to = middle + 1;
  while (to < count && to - middle < reach && (marks[to]! & isOpening) === 0) to += 1;
  let first = at;
  while (first > 0 && hits[first - 1]!.from >= from) first -= 1;
  for (let i = first; i < hits.length && hits[i]!.from < to; i += 1) if (isOrdinary(hits[i]!.phrase)) return true;
  return false;
}
