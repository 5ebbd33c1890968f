import type { Facts } from '../facts.ts';
import { isIn } from '../prose.ts';
import { pupilsWrittenTo } from '../pupils.ts';
import { type Evidence, rule, some } from '../rule.ts';
import { isOpening, phrases, type Words, wordsOf } from '../words.ts';

const places = 'park|cinema|cafe|pub|beach|shop|shops|station|woods|arcade|mall|costa|starbucks|mcdonalds|greggs|nandos';
const lleoedd = 'parc|barc|sinema|caffi|gaffi|tafarn|dafarn|traeth|draeth|siop|siopau|orsaf|dre|dref';

/** Ways to arrange to be alone with a pupil or to keep it quiet: never ordinary. */
const never = [
  'meet me|us|you|up .. on your own',
  'meet .. alone',
  'see me|you ..1 alone',
  'see me|you on your own',
  'talk|speak|chat to|with me|you alone',
  'come|stay .. alone',
  'come on your own',
  'meet|see me|us|you .. in private|secret',
  'meet|see me|us|you .. secretly|privately',
  'just the two of us',
  'just you and me',
  'come|pop|drop|call|stay|meet|see|visit ..4 my house|home|flat|place|car',
  'at|to|round my house|flat|place .. after school|tonight|tomorrow|saturday|sunday|weekend',
  'come over|round to mine',
  'come|pop|stay over|round .. mine|tonight|tomorrow|saturday|sunday',
  'i can|could|will pick|collect you up|from',
  'ill|i pick|collect you up|from',
  'ill|i .. give you a lift|ride',
  'ill|i .. drive|run you home|there|back',
  'lift|ride|drive in my car',
  'get|sit|wait|talk .. in my car',
  'dont|not tell your ..2 mum|mam|dad|parents|family',
  'keep .. between us',
  'our secret',
  // Cymraeg
  'cwrdd|gwrdd|cyfarfod|gyfarfod|dere|tyrd|dewch|galw|galwa .. ar dy|eich pen|ben dy|eich hun|hunan',
  'gweld|weld di|ti|chi .. ar dy|eich pen|ben dy|eich hun|hunan',
  'dim ond ti|chi a fi|mi',
  'dim ond ni ein dau',
  'cwrdd|gwrdd|cyfarfod|gyfarfod|dere|tyrd|dewch|galw|galwa ..5 nhy|nghartref|fflat|nghar',
  'ti|di|chi .. yn fy nghar',
  'draw i fy nhy',
  'rhoi|roi|cynnig|gynnig lifft i ti|chi',
  'codi|godi di|chi .. or ty|ysgol|orsaf',
  'paid|peidiwch a dweud|son wrth dy|eich',
  'ein cyfrinach ni'
];

/** Ways to meet at a place outside school: ordinary on a trip or with the whole team. */
const elsewhere = [
  'meet|see me|us|you|up .. outside of school',
  'meet|see me|us|you|up .. outside|off school|site',
  `meet|see me|us|you|up ..4 at|in|by|outside|near the|a ${places}`,
  `meet|see me|us|you|up ..4 at|in|by|outside|near ${places}`,
  `lets|well|could|can|shall ..2 meet ..3 at|in|by|outside|near the|a ${places}`,
  `lets|shall|could|can|want ..2 go ..1 to the|a ${places}`,
  'meet up .. after|weekend|saturday|sunday|tonight|later',
  'hang out with|together|after|at|tonight',
  'meet|see me|us|you|up .. at the weekend',
  'lets|shall|could|can|want ..2 go for a coffee|drink|walk|drive|meal|pizza|burger',
  'come for a coffee|drink|walk|drive|meal|pizza|burger',
  // Cymraeg
  'cwrdd|gwrdd|cyfarfod|gyfarfod ..5 tu allan ir ysgol',
  `cwrdd|gwrdd|cyfarfod|gyfarfod ..5 yn|wrth|ger y|yr ${lleoedd}`,
  `gweld|weld di|ti|chi ..5 yn|wrth|ger y|yr ${lleoedd}`,
  'cwrdd|gwrdd|cyfarfod|gyfarfod ..5 dros y penwythnos',
  'beth|dere|tyrd|dewch .. am goffi|dro|ddiod|bitsa'
];

/** What makes a place outside school ordinary when it stands in the same sentence. */
const ordinary = phrases([
  'trip|visit|coach|minibus|bus|match|fixture|team|squad|tournament|competition|rehearsal|concert|performance|museum|gallery|field|fieldwork',
  'everyone|everybody|class|group|all',
  'parent|parents|mum|mam|dad|carer|carers|guardian|family',
  'taith|ymweliad|bws|gem|tim|cystadleuaeth|ymarfer|cyngerdd|amgueddfa|pawb|dosbarth|grwp',
  'rhiant|rhieni|dad|gofalwr|gofalwyr|teulu'
]);

const arranged = phrases([...never, ...elsewhere]);

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
      en: 'This seems to arrange to meet a pupil alone or outside school. Meet in school with somebody else there, or ask the safeguarding lead first.',
      cy: 'Mae’n ymddangos bod hwn yn trefnu i gwrdd â disgybl ar ei ben ei hun neu y tu allan i’r ysgol. Cwrddwch yn yr ysgol gyda rhywun arall yno, neu gofynnwch i’r arweinydd diogelu yn gyntaf.'
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
  let last = -1;
  let excuses: readonly { readonly from: number }[] | undefined;
  for (const { phrase, from, start, end } of arranged.find(words)) {
    if (start < last || !isIn(own, start)) continue;
    if (phrase >= never.length) {
      excuses = excuses || ordinary.find(words);
      if (hasOneIn(sentenceAround(from, words), excuses)) continue;
    }
    evidence.push({ in: where, start, end, what: 'meeting' });
    last = end;
  }
  return evidence;
}

/** How far a sentence may reach on either side of what was found, in words. */
const reach = 40;

/** The words of the sentence in which a word stands: from, to (exclusive). */
function sentenceAround(at: number, { marks, count }: Words): readonly [number, number] {
  let from = at;
  while (from > 0 && at - from < reach && (marks[from]! & isOpening) === 0) from -= 1;
  let to = at + 1;
  while (to < count && to - at < reach && (marks[to]! & isOpening) === 0) to += 1;
  return [from, to];
}

/** Whether one of the hits, which are in order, begins inside. */
function hasOneIn([from, to]: readonly [number, number], hits: readonly { readonly from: number }[]): boolean {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low < hits.length && hits[low]!.from < to;
}
