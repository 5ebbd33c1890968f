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
    '!!fuck !!motherfuck- fck- fyck- fuk- fuq fk- phuck- phuk- fvck- fook- feck- wtf stfu gtfo !!+shit- !!bullshit- horseshit batshit shite- shitfaced ' +
    "shitless shyte !!+cunt- !bollock- bollox- bollix- !!arsehole- !+arse- smartarse +ass' asses !!asshole- !!dumbass- jackass- smartass- badass " +
    "~butt bunghole cornhole !piss- pisshead- !+cock' cocks' !!cocksucker !+dick' dicks' !!dickhead- !prick- turd- ffwc- ffwcio ffyc- ffycio ffycar " +
    'cachu gachu cachwr gachwr bolocs putain merde',
  slur:
    '!!nigger- !!nigga- nignog- wog wogs golliwog- coon- darkie- paki pakis gook- spic spics wetback- beaner- kike- yid yids dago- wop wops !pikey- ' +
    'gyppo- gippo- raghead- towelhead- kaffir- chinky chinkies japs honkey- !!faggot- fag poof poofs !poofter- lesbo- lezzer- bulldyke- shemale- ' +
    'fudgepacker- !tranny trannies !spastic spastics spaz spazz spacker- !retard- mong mongs libtard- sbastig',
  insult:
    '!!bastard- bastardo !!bitch- biatch !!wanker !+wank- !+twat- !!whore- !!+slut- skank- !tosser- tosspot- !bellend- ~knob !knobhead- knobend- ' +
    '+douche- scumbag- jerkoff- minger- munter- nonce- paedo- perv- trollop- bimbo- wancar wancio cachgi gachgi bastad bitsh hwren slebog slwt',
  sexual:
    '!blowjob- !handjob- footjob- rimjob- !gangbang- bukkake !cumshot- !deepthroat- !dildo- cunnilingus fellatio hentai !jizz- milf- orgy orgies ' +
    'threesome- dominatrix bdsm fisting knobbing !pussy pussies punani punany poontang poon minge- quim- cameltoe camgirl- clit clits nympho- ' +
    'nymphomania +tit tits titty titties boob boobs boobies boner- horny shagged shagging shagger- felch- ballsack- doggystyle doggiestyle ' +
    'jailbait goatse porno- sodomise- sodomy bestiality zoophilia todger- schlong- cnuchio humping twink- smut- nsfw swinger- tushy',
  mild: 'crap- bugger- bloody damn- goddamn- sod sodding idiot- moron- cretin- prat- pillock- plonker- bum bums fart- slag slags git gits blydi diawl'
};
/** What stands behind the words marked `+`, each also with an s. */
const tails = 'head face wit wad hole bag stain hat wipe tard lick licker munch muncher suck sucker fucker nugget storm show load plug';

/** Sayings, the kind before the colon; `split` ones are one word with one space put into it. */
const sayings: readonly string[] = [
  'split: f uck|ucks|ucked|ucker|ucking',
  'split: fu ck|cks|cked|cker|cking',
  'split: fuc k|ked|king',
  'split: s hit|hits',
  'split: sh it|its',
  'split: shi t|ts|tty',
  'split: c unt|unts',
  'split: cu nt|nts',
  'split: cun t|ts',
  'split: b itch|itches',
  'split: bi tch|tches',
  'split: wan ker|kers',
  'split: as shole|sholes',
  'obscene: twll din|tin',
  'obscene: pen coc|dic|cachu',
  'obscene: coc oen',
  'slur: nig nog|nogs',
  'slur: half caste|castes',
  'slur: curry muncher|munchers',
  'slur: sheep shagger|shaggers',
  'slur: shirt lifter|lifters',
  'slur: batty boy|boys|man',
  'slur: nancy boy|boys',
  'slur: carpet|rug|muff muncher|munchers|diver|divers|diving',
  'slur: window licker|lickers',
  'slur: white power|trash',
  'slur: cadi ffan',
  'insult: son|sons of a bitch',
  'insult: bell|knob end|ends|head|heads',
  'insult: dick|shit|cock|arse head|heads|face|faces',
  'insult: screw you',
  'insult: piss|sod|bugger off',
  'insult: hen ast',
  'insult: y gont',
  'insult: cont gwirion|bach|hyll',
  'insult: llyfwr|llyfu tin|din',
  'sexual: blow|hand|rim|foot|boob job|jobs',
  'sexual: golden shower|showers',
  'sexual: doggy|doggie|dog style',
  'sexual: reverse cowgirl',
  'sexual: gang bang|bangs|banged',
  'sexual: booty call|calls',
  'sexual: dry hump|humping|humped',
  'sexual: jerk|jack|toss|wank off',
  'sexual: suck|sucking|sucks my|your|his|big cock|dick|balls',
  'sexual: big|huge|black|shaved tits|cock|cocks|pussy|knockers',
  'sexual: ball|nut sack|sacks|gag',
  'sexual: butt plug|plugs|cheek|cheeks',
  'sexual: barely legal',
  'sexual: eat|lick|kiss my ass|arse|pussy|dick'
];

/** Places where such a word is not meant: birds, food, health, gardens, sayings. */
const innocent = [
  'blue|great|coal|marsh|willow|crested|bearded|tailed|penduline|sombre tit|tits',
  'tit for tat',
  'tit|tits nest|nests|nesting|box',
  'finger|skin|pin|heel|needle|thumb prick|pricks|pricked|pricking',
  'prick test|tests|testing|the|with|your|each|potatoes|several|a|all|out',
  'pricking|pricked out|up|the|with',
  'pussy cat|cats|willow|willows|foot|footing|riot',
  'cock robin|crow|crows|up|ups|eyed|pheasant|pheasants|a|and|or|linnet',
  'weather|turkey|pea|turn|stop|hay cock|cocks',
  'faggots|faggot and|with|in|peas|gravy|mash|chips',
  'fag end|ends|packet|packets|break|ash|butt|butts',
  'and|went|goes|go|just poof',
  'spastic quadriplegia|quadriplegic|diplegia|diplegic|hemiplegia|paraplegia|cerebral|paralysis|muscles|muscle|gait|tetraplegia',
  'kaffir lime|limes',
  'maine coon|coons',
  'ox|oxen and|or|nor .. ass|asses',
  'ass and ox|the|a|an',
  'retard the|a|its|growth|fire|learning|progress',
  'fire|flame|growth retarded',
  'tom|spotted|moby dick',
  'crypto|cryptographic|unique|random|per nonce',
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
const found = phrases([...groups.map(({ line }) => line), ...sayings.map(saying => saying.slice(saying.indexOf(':') + 2))]);
const meantOtherwise = phrases(innocent);

/** The words that are also looked for in disguise. */
export const disguisedWords: readonly Disguised[] = disguised;

/** The rude words and sayings of a text, as whole words, in order; those of `allowed` (hashes of words) are left out. */
export function rudeWordsIn(text: string, words: Words, allowed?: ReadonlySet<number>): readonly RudeWord[] {
  const hits = found.find(words);
  if (hits.length === 0) return [];
  const innocents = meantOtherwise.find(words);
  const rude: RudeWord[] = [];
  let passed = 0;
  for (const { phrase, from, to, start, end } of hits) {
    const group = groups[phrase];
    const kind = group ? group.kind : kindOf(sayings[phrase - groups.length]!);
    if (kind === 'split' && !(words.starts[from + 1] === words.ends[from]! + 1 && isClear(text, start - 1))) continue;
    if (group && group.name && isCapitalised(text, start)) continue;
    if (to === from + 1 && allowed && allowed.has(words.hashes[from]!)) continue;
    while (passed < innocents.length && innocents[passed]!.end <= start) passed += 1;
    let covers = passed;
    while (covers < innocents.length && innocents[covers]!.start <= start && innocents[covers]!.end < end) covers += 1;
    if (covers < innocents.length && innocents[covers]!.start <= start) continue;
    rude.push({ start, end, kind: kind === 'split' ? 'obscene' : kind });
  }
  return rude;
}

function kindOf(saying: string): RudeKind | 'split' {
  return saying.slice(0, saying.indexOf(':')) as RudeKind | 'split';
}

interface Group {
  readonly kind: RudeKind;
  /** With a capital it is a name. */
  readonly name: boolean;
  /** All the forms, as one phrase. */
  readonly line: string;
}

function unfolded(): { readonly groups: readonly Group[]; readonly disguised: readonly Disguised[] } {
  const groups: Group[] = [];
  const disguised: Disguised[] = [];
  for (const kind of rudeKinds) {
    const forms: string[] = [];
    const names: string[] = [];
    for (const entry of lists[kind].split(' ')) {
      const word = entry.replace(/[^a-z]/g, '');
      if (entry[0] === '!') disguised.push({ word, kind, plain: entry[1] === '!' });
      const list = entry.slice(-1) === "'" ? names : forms;
      if (entry[0] !== '~') list.push(word);
      if (entry.slice(-1) === '-') list.push(...endedForms(word));
      if (/[+~]/.test(entry)) for (const tail of tails.split(' ')) forms.push(word + tail, `${word + tail}s`);
    }
    groups.push({ kind, name: false, line: forms.join('|') });
    if (names.length > 0) groups.push({ kind, name: true, line: names.join('|') });
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
