import type { Locale } from '../../core/locale.ts';
import { formsOf } from './mutations.ts';
import { isNear } from './near.ts';

/** What a word of a question does. `noise` is known and says nothing. */
export type Mark =
  | 'who'
  | 'not'
  | 'sign'
  | 'late'
  | 'status'
  | 'remind'
  | 'reminder'
  | 'reminded'
  | 'change'
  | 'since'
  | 'export'
  | 'excuse'
  | 'excused'
  | 'declined'
  | 'recall'
  | 'until'
  | 'because'
  | 'me'
  | 'looked'
  | 'task'
  | 'send'
  | 'sent'
  | 'help'
  | 'hello'
  | 'thanks'
  | 'count'
  | 'all'
  | 'show'
  | 'give'
  | 'team'
  | 'noise';

type Words = { readonly [M in Mark]?: string };

const english: Words = {
  who: 'who wo hwo woh whos whose whom which anyone anybody anyones someone somebody list names',
  not: 'not hasnt havent isnt arent didnt doesnt dont wont never yet unsigned missing outstanding pending remaining waiting without aint hadnt nobody',
  sign: 'sign signs signed signing signature signatures signd acknowledge acknowledged acknowledgement acknowledgements agreed agree accepted complete completed done unsigned',
  late: 'late overdue behind missed laggards stragglers tardy lagging',
  status: 'status stat statuses state standing check lookup find search about details record situation where',
  remind: 'remind rmind reming chase chasing nudge prod poke ping nag chivvy email message',
  reminder: 'reminder reminders chaser chasers nudges card cards letters',
  reminded: 'reminded nudged chased asked',
  change:
    'change changes changed chnged happened happening happen new news whatsnew update updates updated difference differences different activity',
  since: 'since from after',
  export:
    'export exports exporting exported download downloads csv excel xlsx xls spreadsheet spreadsheets pdf json file files report reports certificate printout print',
  excuse: 'excuse exempt exuse excusing exempting defer postpone',
  excused: 'excused exempt exempted exemption exemptions excuses deferred',
  declined: 'declined refused decline declines refusals refusal refuses refuse refusing rejected objected',
  recall: 'recall undo unexcuse revoke cancel withdraw unexempt reinstate unexcused',
  until: 'until till til untill unitl',
  because: 'because cos cuz coz bc becuase becoz beacuse reason owing becase',
  me: 'me my myself mine i im ive id',
  looked: 'looked lookup lookups viewed searched',
  task: 'task tasks question questions todo todos queries query',
  sent: 'sent sending delivered gone going queue queued progress went delivery',
  send: 'send resend',
  help: 'help halp commands menu options',
  hello: 'hello hi hiya hey morning afternoon evening greetings yo howdy helo',
  thanks: 'thanks thank ta cheers thx thankyou ty',
  count: 'count many number numbers total totals percent percentage % stats statistics overview summary figures dashboard much chart',
  all: 'all everyone everybody every everyones whole everything',
  show: 'show display get see tell view see want know',
  give: 'give allow grant extend',
  team: 'team department dept reports',
  noise:
    'am owe among amongst within theirs thats thts returned left drop oops off one each both anyway back really actually please the a an body hav hve haev teh hte deadline of on in at to for with by and or so far is are was were be been has have had do does did can could would will shall should may please plz pls please it its this that these those there their them they he she him his her we us our you your u r s re m ve d ll just still already now again ok okay what whats how hows why when need needs like policy policies aup agreement document documents acceptable use usage form forms thing things stuff school people person persons folks ones one lot any some anything something up out me as if then hmm um any let off also too us  today quickly quick being got getting go make sure us put through every more time got signed-off sheet copy members member'
};

const welsh: Words = {
  who: 'pwy pa rhestr rhestru rhestrwch rhywun unrhyw unrhywun enwau',
  not: 'heb ddim dim nid nad dydy dydi dydyn byth eto disgwyl aros',
  sign: 'llofnodi llofnodwyd llofnododd llofnod llofnodion llofnodiad llofnodiadau lofnodi arwyddo arwyddodd arwyddwyd cwblhau cwblhawyd gorffen cydnabod derbyn cytuno seinio sainio llofnodir',
  late: 'hwyr hwyrach hwyrddyfodiaid',
  status: 'statws sefyllfa cyflwr manylion chwilio chwiliwch gwirio gwiriwch cofnod',
  remind: 'atgoffa atgoffwch atgoffwn atgoffir atgofa ebostio cysylltu procio prociwch',
  reminder: 'nodyn nodiadau cerdyn cardiau llythyrau negeseuon',
  reminded: 'hatgoffwyd atgoffwyd gofynnwyd',
  change: 'newid newidiodd newidiwyd newidiadau digwydd digwyddodd newydd newyddion diweddariad diweddariadau gwahaniaeth',
  since: 'ers oddi wedyn',
  export:
    'allforio allforiwch allforia lawrlwytho lawrlwythwch csv excel xlsx taenlen taenlenni pdf json ffeil ffeiliau adroddiad adroddiadau tystysgrif argraffu',
  excuse: 'esgusodi esgusodwch esgusoda eithrio eithriwch gohirio gohiriwch',
  excused: 'hesgusodi esgusodiad esgusodwyd hesgusodwyd hesgus heithrio esgusodiadau',
  declined: 'gwrthod gwrthododd gwrthodwyd gwrthodiadau',
  recall: 'dadwneud dadwnewch canslo canslwch diddymu diddymwch tynnu tynnwch',
  until: 'tan hyd nes',
  because: 'oherwydd achos rheswm herwydd',
  me: 'fi gennyf fy mi rwyf rydw rwy dw ydw wyf wyfi myfi',
  looked: 'edrych edrychodd edrychwyd chwiliodd chwiliwyd chwilio',
  task: 'tasg tasgau cwestiwn cwestiynau gorchwyl ymholiadau',
  sent: 'anfonwyd danfonwyd cynnydd ciw mynd aeth',
  send: 'anfon anfonwch danfon danfonwch gyrru gyrrwch hala',
  help: 'help cymorth helpu helpwch gorchmynion dewislen',
  hello: 'helo shwmae sumae shwmai bore prynhawn noswaith henffych haia hylo',
  thanks: 'diolch diolchgar',
  count: 'faint sawl cyfanswm cyfansymiau canran % crynodeb trosolwg ystadegau nifer siart ffigurau',
  all: 'pawb pob holl bawb cyfan popeth oll',
  show: 'dangos dangoswch gweld gwelwch weld dwed dywedwch',
  give: 'rhoi rhowch rho caniatau estyn',
  team: 'tim nhim thim adran',
  noise:
    'y yr r n syd ym di yna yno aelod aelodau neges ymysg ymhlith o blith gyfer tuag hwnnw eisoes bellach i o a ar am at wrth gan gyda yn wedi mae maen sydd sy oes ydy ydi ydyn ydynt yw ydyw oedd bod fod eu ei u w s e hi nhw hwy chi ti ni ein eich beth be ble lle pryd pam sut os gwelwch dda plis ac neu ond hefyd ai na hynny hwn hon yma hyn nawr rwan angen eisiau isio gallwch allwch fedrwch medrwch gellir modd gwneud wneud gwybod wybod polisi polisiau cytundeb dogfen dogfennau defnydd derbyniol ffurflen ysgol pobl bobl rhai rhaid mwy amser cael gael gaiff amdano amdani eto hyd yma fel fe mi dal hyn heddiw un rhywbeth unrhywbeth ol rhestr diweddaraf honno nol iawn syn maer ydir ydyr oer'
};

/** The letters of the two-word forms are joined by a space; the first that fits, longest first, stands for its words. */
const phrases: readonly (readonly [words: string, mark: Mark, locale: Locale])[] = [
  ['show me', 'show', 'en'],
  ['tell me', 'show', 'en'],
  ['give me', 'show', 'en'],
  ['get me', 'show', 'en'],
  ['send me', 'show', 'en'],
  ['let me know', 'show', 'en'],
  ['let me see', 'show', 'en'],
  ['remind me', 'show', 'en'],
  ['i want to know', 'show', 'en'],
  ['i need to know', 'show', 'en'],
  ['i want', 'show', 'en'],
  ['i would like', 'show', 'en'],
  ['i d like', 'show', 'en'],
  ['id like', 'show', 'en'],
  ['can i see', 'show', 'en'],
  ['can i get', 'show', 'en'],
  ['can i have', 'show', 'en'],
  ['could i see', 'show', 'en'],
  ['could i have', 'show', 'en'],
  ['may i see', 'show', 'en'],
  ['to sign', 'not', 'en'],
  ['i need to see', 'show', 'en'],
  ['no one', 'not', 'en'],
  ['looked me up', 'looked', 'en'],
  ['looking me up', 'looked', 'en'],
  ['look me up', 'looked', 'en'],
  ['been looking at', 'looked', 'en'],
  ['looked at', 'looked', 'en'],
  ['look up', 'status', 'en'],
  ['what about', 'status', 'en'],
  ['how about', 'status', 'en'],
  ['how is', 'status', 'en'],
  ['up to', 'until', 'en'],
  ['up until', 'until', 'en'],
  ['due to', 'because', 'en'],
  ['on account of', 'because', 'en'],
  ['let off', 'excuse', 'en'],
  ['follow up', 'remind', 'en'],
  ['chase up', 'remind', 'en'],
  ['past due', 'late', 'en'],
  ['past the deadline', 'late', 'en'],
  ['past deadline', 'late', 'en'],
  ['not on time', 'late', 'en'],
  ['take back', 'recall', 'en'],
  ['how far', 'sent', 'en'],
  ['what can you do', 'help', 'en'],
  ['what can i ask', 'help', 'en'],
  ['what can i say', 'help', 'en'],
  ['what do you do', 'help', 'en'],
  ['who are you', 'help', 'en'],
  ['how are we doing', 'count', 'en'],
  ['how we doing', 'count', 'en'],
  ['how is it going', 'count', 'en'],
  ['how s it going', 'count', 'en'],
  ['good morning', 'hello', 'en'],
  ['good afternoon', 'hello', 'en'],
  ['thank you', 'thanks', 'en'],
  ['to do', 'task', 'en'],
  ['waiting for me', 'task', 'en'],
  ['gone on', 'change', 'en'],
  ['going on', 'change', 'en'],
  ['i gyd', 'all', 'cy'],
  ['wedi i esgusodi', 'excused', 'cy'],
  ['wedi ei esgusodi', 'excused', 'cy'],
  ['wedi u hesgusodi', 'excused', 'cy'],
  ['wedi eu hesgusodi', 'excused', 'cy'],
  ['gen i', 'me', 'cy'],
  ['gennyf i', 'me', 'cy'],
  ['i mi', 'me', 'cy'],
  ['dangoswch i mi', 'show', 'cy'],
  ['dangos i mi', 'show', 'cy'],
  ['dwedwch wrtha i', 'show', 'cy'],
  ['dywedwch wrthyf', 'show', 'cy'],
  ['rhowch i mi', 'show', 'cy'],
  ['dw i eisiau', 'show', 'cy'],
  ['dw i isio', 'show', 'cy'],
  ['hoffwn i', 'show', 'cy'],
  ['hoffwn', 'show', 'cy'],
  ['ga i weld', 'show', 'cy'],
  ['ga i', 'show', 'cy'],
  ['beth am', 'status', 'cy'],
  ['be am', 'status', 'cy'],
  ['sut mae', 'status', 'cy'],
  ['ble mae', 'status', 'cy'],
  ['hyd at', 'until', 'cy'],
  ['am fod', 'because', 'cy'],
  ['am ei fod', 'because', 'cy'],
  ['am ei bod', 'because', 'cy'],
  ['gan fod', 'because', 'cy'],
  ['gan ei fod', 'because', 'cy'],
  ['gan ei bod', 'because', 'cy'],
  ['gan ei bod hi n', 'because', 'cy'],
  ['gan ei fod e n', 'because', 'cy'],
  ['gan ei fod o n', 'because', 'cy'],
  ['am ei bod hi n', 'because', 'cy'],
  ['o achos', 'because', 'cy'],
  ['ar ei hol hi', 'late', 'cy'],
  ['ar ei hol', 'late', 'cy'],
  ['ar ol', 'not', 'cy'],
  ['tynnu n ol', 'recall', 'cy'],
  ['tynnwch n ol', 'recall', 'cy'],
  ['yn ol', 'noise', 'cy'],
  ['lawr lwytho', 'export', 'cy'],
  ['i lawr lwytho', 'export', 'cy'],
  ['nodyn atgoffa', 'reminder', 'cy'],
  ['nodiadau atgoffa', 'reminder', 'cy'],
  ['negeseuon atgoffa', 'reminder', 'cy'],
  ['neges atgoffa', 'reminder', 'cy'],
  ['cardiau atgoffa', 'reminder', 'cy'],
  ['wedi mynd', 'sent', 'cy'],
  ['wedi eu hanfon', 'sent', 'cy'],
  ['wedi cael eu hanfon', 'sent', 'cy'],
  ['wedi digwydd', 'change', 'cy'],
  ['amdanaf i', 'me', 'cy'],
  ['amdana i', 'me', 'cy'],
  ['arna i', 'me', 'cy'],
  ['arnaf i', 'me', 'cy'],
  ['fyny', 'noise', 'cy'],
  ['bore da', 'hello', 'cy'],
  ['prynhawn da', 'hello', 'cy'],
  ['noswaith dda', 'hello', 'cy'],
  ['sut mae pethau', 'count', 'cy'],
  ['sut mae n mynd', 'count', 'cy'],
  ['sut mae hi n mynd', 'count', 'cy'],
  ['sut mae pethau n mynd', 'count', 'cy'],
  ['beth allwch chi', 'help', 'cy'],
  ['beth fedrwch chi', 'help', 'cy'],
  ['beth alla i', 'help', 'cy'],
  ['beth gallaf i ofyn', 'help', 'cy'],
  ['pwy ydych chi', 'help', 'cy'],
  ['i w wneud', 'task', 'cy'],
  ['yn aros', 'not', 'cy']
];
const sorted = phrases
  .map(([words, mark, locale]) => ({ words: words.split(' '), mark, locale }))
  .sort((a, b) => b.words.length - a.words.length);

/** What words stand for in one language. */
export interface Lexicon {
  readonly locale: Locale;
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly phrases: readonly { readonly words: readonly string[]; readonly mark: Mark }[];
}

/** The words that a question is made of, in both languages; the Welsh ones with their mutations. */
export const lexicons: { readonly [L in Locale]: Lexicon } = {
  en: { locale: 'en', marks: marksOf(english, word => [word]), phrases: sorted.filter(({ locale }) => locale === 'en') },
  cy: { locale: 'cy', marks: marksOf(welsh, formsOf), phrases: sorted.filter(({ locale }) => locale === 'cy') }
};

function marksOf(words: Words, forms: (word: string) => readonly string[]): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Mark[]>();
  const add = (word: string, mark: Mark, radical: boolean): void => {
    const known = marks.get(word);
    if (!known) marks.set(word, [mark]);
    else if (radical && !known.includes(mark)) known.push(mark);
  };
  const entries = Object.entries(words) as [Mark, string][];
  for (const [mark, list] of entries) for (const word of list.split(' ')) add(word, mark, true);
  for (const [mark, list] of entries) for (const word of list.split(' ')) for (const form of forms(word)) add(form, mark, false);
  return marks;
}

/** What a word marks: by itself, or with a slip of the fingers the mark of the only kind of word it is near to. */
export function marksIn(lexicon: Lexicon, word: string): { readonly marks: readonly Mark[]; readonly exact: boolean } {
  const exact = lexicon.marks.get(word);
  if (exact) return { marks: exact, exact: true };
  if (word.length < 4 || word.length > 24 || /\d/.test(word)) return { marks: [], exact: false };
  const near: (readonly Mark[])[] = [];
  for (const [known, marks] of lexicon.marks) if (marks[0] !== 'noise' && isNear(word, known)) near.push(marks);
  const [first] = near;
  if (!first) return { marks: [], exact: false };
  const common = first.filter(mark => near.every(marks => marks.includes(mark)));
  return { marks: common.length > 0 ? common : first, exact: false };
}
