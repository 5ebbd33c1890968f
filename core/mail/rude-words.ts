import type { Span } from './span.ts';
import { phrases, type Words } from './words.ts';

/** What makes a word one that a school does not send. `mild` words are not looked for unless the school asks. */
export const rudeKinds = ['obscene', 'slur', 'insult', 'sexual', 'mild'] as const;
export type RudeKind = (typeof rudeKinds)[number];

/**
 * The words, English (British first) and Welsh, folded. Behind a word: `-` it takes endings (s, ed, er, ing, y …); `'` with a capital it is a
 * name and not meant. Before a word: `+` it makes compounds with `tails`, `~` only those; `!` it is also looked for in disguise; `!!` it is so
 * plain that even a disguise without one letter counts. Words of lessons, health and safeguarding (parts of the body, crimes, orientation) are
 * left out on purpose.
 */
const lists: { readonly [K in RudeKind]: string } = {
  obscene:
    '!!fuck !!motherfuck- fck- fyck- fuk- fuq phuck- fvck- wtf stfu !!+shit- !!bullshit- shite- shitfaced shyte !!+cunt- !bollock- bollox- !!arsehole- ' +
    "!+arse- smartarse !+ass' asses !!asshole- !!dumbass- jackass- smartass- ~butt !piss- pisshead- !+cock' cocks' !!cocksucker !+dick' dicks' " +
    '!!dickhead- !prick- turd- ffwc- ffwcio ffyc- cachu gachu cachwr gachwr bolocs',
  slur:
    '!!nigger- !!nigga- nignog- wog wogs golliwog- coon- darkie- paki pakis gook- spic spics beaner- wetback- honkey- kike- yid yids wop wops !pikey- ' +
    'gyppo- raghead- towelhead- kaffir- chinky chinkies japs !!faggot- fag poof poofs !poofter- lesbo- shemale- ' +
    '!tranny trannies !spastic spastics spaz spazz spacker- !retard- mong mongs libtard-',
  insult:
    '!!bastard- !!bitch- !!wanker- !+wank- !+twat- !whore- !!+slut- skank- !tosser- tosspot- !bellend- ~knob !knobhead- knobend- +douche- scumbag- ' +
    'jerkoff- minger- munter- nonce- paedo- perv- trollop- bimbo- cachgi gachgi bastad hwren slebog slwt',
  sexual:
    '!blowjob- !handjob- rimjob- !gangbang- !cumshot- !deepthroat- !dildo- cunnilingus fellatio hentai !jizz- milf- orgy orgies threesome- bdsm ' +
    'fisting !pussy pussies punani poontang minge- quim- clit clits nympho- +tit tits titty titties boob boobs boobies boner- horny ' +
    'shagged shagging shagger- ballsack- doggystyle jailbait porno- bestiality schlong- cnuchio smut- nsfw bukkake',
  mild: 'crap- bugger- bloody damn- goddamn- sod sodding idiot- moron- cretin- prat- pillock- plonker- bum bums fart- slag slags git gits blydi diawl'
};
/** What stands behind the words marked `+`, each also with an s. */
const tails = 'head face wit wad hole bag hat wipe tard licker muncher sucker fucker';

/** Sayings, the kind before the colon. */
const sayings: readonly string[] = [
  'obscene: twll|pen|coc din|tin|coc|dic|cachu|oen',
  'slur: nig nog|nogs',
  'slur: half caste|castes',
  'slur: curry|carpet|rug muncher|munchers',
  'slur: batty|nancy boy|boys',
  'slur: white power|trash',
  'slur: cadi ffan',
  'insult: son|sons of a bitch',
  'insult: bell|knob|dick|shit|cock|arse end|ends|head|heads|face|faces',
  'insult: screw you',
  'insult: piss|sod|bugger off',
  'insult: hen ast',
  'insult: cont gwirion|bach|hyll',
  'insult: llyfwr|llyfu tin|din',
  'sexual: blow|hand|rim job|jobs',
  'sexual: gang bang|bangs|banged',
  'sexual: booty call|calls',
  'sexual: jerk|jack|toss|wank off',
  'sexual: suck|sucking|sucks|eat|lick|kiss my|your|his|big cock|dick|balls|ass|arse|pussy',
  'sexual: big|huge|black tits|cock|cocks|pussy',
  'sexual: ball|nut sack|sacks',
  'sexual: butt plug|plugs'
];

/** Places where such a word is not meant: birds, food, health, gardens, sayings. */
const innocent = [
  'blue|great|coal|marsh|willow|crested|bearded tit|tits',
  'tit for tat',
  'tit|tits nest|nests|nesting|box',
  'finger|skin|pin|heel|needle|thumb prick|pricks|pricked|pricking',
  'prick|pricking|pricked test|tests|testing|the|with|your|each|out|up',
  'pussy cat|cats|willow|willows|foot|riot',
  'cock robin|crow|crows|up|ups|pheasant|and|a|or',
  'weather|turkey|turn|stop cock|cocks',
  'faggots|faggot and|with|in|peas|gravy|mash',
  'fag end|ends|packet|packets|break|ash',
  'and|went|goes|go|just poof',
  'spastic quadriplegia|diplegia|hemiplegia|cerebral|paralysis|muscles|gait',
  'kaffir lime|limes',
  'maine coon|coons',
  'ox|oxen and|or|nor .. ass|asses',
  'ass and ox|the|a|an',
  'retard the|a|its|growth|fire',
  'fire|flame|growth retarded',
  'tom|spotted|moby dick',
  'crypto|unique|random|per nonce',
  'bitch puppies|puppy|dog',
  'dog|dogs and|or bitch|bitches'
];

/** A word that is also looked for in disguise. */
export interface Disguised {
  readonly word: string;
  readonly kind: RudeKind;
  /** So plain that a disguise without one letter counts. */
  readonly plain: boolean;
}

/** A place where a rude word stands. */
export interface RudeWord extends Span {
  readonly kind: RudeKind;
}

const { groups, disguised } = unfolded();
const found = phrases(groups.map(({ line }) => line));
const meantOtherwise = phrases(innocent);

/** The words that are also looked for in disguise. */
export const disguisedWords: readonly Disguised[] = disguised;

/** The rude words and sayings of a text, as whole words, in order; those of `allowed` (hashes of words) are left out. */
export function rudeWordsIn(text: string, words: Words, allowed: readonly number[]): readonly RudeWord[] {
  const { starts, ends, hashes } = words;
  const hits = found.find(words);
  if (hits.length === 0) return [];
  const innocents = meantOtherwise.find(words);
  const rude: RudeWord[] = [];
  let passed = 0;
  for (const { phrase, from, to, start, end } of hits) {
    const { kind, only } = groups[phrase]!;
    if (only === 'split' && !(starts[from + 1] === ends[from]! + 1 && isClear(text, start - 1))) continue;
    if (only === 'small' && isCapitalised(text, start)) continue;
    if (to === from + 1 && allowed.indexOf(hashes[from]!) >= 0) continue;
    while (passed < innocents.length && innocents[passed]!.end <= start) passed += 1;
    const cover = innocents[passed];
    if (!cover || cover.start > start) rude.push({ start, end, kind });
  }
  return rude;
}

interface Group {
  readonly kind: RudeKind;
  /** `small`: with a capital it is a name. `split`: only where a single space was put into the word. */
  readonly only?: 'small' | 'split';
  /** All the forms, as one phrase. */
  readonly line: string;
}

function unfolded(): { readonly groups: readonly Group[]; readonly disguised: readonly Disguised[] } {
  const groups = sayings.map<Group>(saying => {
    const [kind, line] = saying.split(': ');
    return { kind: kind as RudeKind, line: line! };
  });
  const disguised: Disguised[] = [];
  for (const kind of rudeKinds) {
    const forms: string[] = [];
    const names: string[] = [];
    for (const entry of lists[kind].split(' ')) {
      const word = entry.replace(/[^a-z]/g, '');
      const plain = entry[1] === '!';
      const list = entry.slice(-1) === "'" ? names : forms;
      const ended = entry.slice(-1) === '-' ? endedForms(word) : [];
      list.push(...ended);
      if (entry[0] !== '~') list.push(word);
      if (entry[0] === '!') {
        disguised.push({ word, kind, plain });
        forms.push(word + word);
      }
      for (let at = 1; plain && at < word.length; at += 1) {
        const rest = [word, ...ended].map(form => form.slice(at));
        groups.push({ kind, only: 'split', line: `${word.slice(0, at)} ${rest.join('|')}` });
      }
      if (/[+~]/.test(entry)) for (const tail of tails.split(' ')) forms.push(word + tail, `${word + tail}s`);
    }
    groups.push({ kind, line: forms.join('|') });
    if (names.length > 0) groups.push({ kind, only: 'small', line: names.join('|') });
  }
  return { groups, disguised };
}

/** A word with its endings: `shit` gives shits, shitty, shitting; `arse` gives arsed, arsing. */
function endedForms(word: string): readonly string[] {
  const bare = word.slice(-1) === 'e' ? word.slice(0, -1) : word;
  const doubled = /[^aeiou][aeiou][bdgknpt]$/.test(word) ? word + word.slice(-1) : bare;
  return [`${word}s`, `${bare}es`, `${word}z`].concat(
    ...[bare, doubled].map(stem => ['ed', 'er', 'ers', 'in', 'ing', 'ings', 'y', 'ier', 'iest'].map(ending => stem + ending))
  );
}

function isCapitalised(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1);
  return isUpper(text.charCodeAt(at)) && !isUpper(second);
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Whether a word may begin behind this: the s of `Bob's` does not. */
function isClear(text: string, at: number): boolean {
  return at < 0 || text.charCodeAt(at) <= 32 || '"“(*['.indexOf(text[at]!) >= 0;
}
