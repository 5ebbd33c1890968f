import { orSeveral } from './own-words.ts';
import type { Span } from './span.ts';
import { phrases, type Words } from './words.ts';

/** What makes a word one that a school does not send. `mild` words are not looked for unless the school asks. */
export const rudeKinds = ['obscene', 'slur', 'insult', 'sexual', 'mild'] as const;
export type RudeKind = (typeof rudeKinds)[number];

/**
 * The words, English (British first) and Welsh, folded. Each also with an s, but for those that end in one. Behind a word: `-` it takes endings (ed, er, ing, y …); `'` with a capital it is a
 * name and not meant. Before a word: `+` it makes compounds with `tails`, `~` only those; `!` it is also looked for in disguise; `!!` it is so
 * plain that even a disguise without one letter counts. Words of lessons, health and safeguarding (parts of the body, crimes, orientation) are
 * left out on purpose.
 */
const lists: { readonly [K in RudeKind]: string } = {
  obscene:
    '!!fuck- !!motherfuck- fck- fyck- fuk- fuq phuck- fvck- wtf stfu !!+shit- !!bullshit- shite- shitfaced !!+cunt- !bollock- bollox !!arsehole- ' +
    "!+arse- smartarse !+ass' asses !!asshole- !!dumbass- jackass ~butt !piss- pisshead !+cock' !!cocksucker !+dick' !!dickhead !prick- turd- " +
    'ffwc- ffyc- cachu gachu cachwr bolocs',
  slur:
    '!!nigger- !!nigga- nignog wog golliwog- coon darkie paki gook spic beaner wetback honkey kike yid wop !pikey gyppo raghead towelhead chinky ' +
    'chinkies !!faggot- !poofter- lesbo !tranny trannies !spastic spaz spacker- !retard- mong libtard',
  insult:
    '!!bastard- !!bitch- !!wanker- !+wank- !+twat- !whore- !!+slut- skank- !tosser tosspot !bellend- ~knob !knobhead knobend +douche scumbag minger ' +
    'munter paedo perv- trollop bimbo cachgi gachgi bastad hwren slebog',
  sexual:
    '!blowjob !handjob rimjob !gangbang- !cumshot !deepthroat- !dildo- fellatio hentai !jizz- milf orgy orgies threesome bdsm fisting !pussy pussies ' +
    'poontang minge clit nympho +tits titty titties boob boobies boner horny shagged shagging shagger ballsack porno- bestiality schlong smut- nsfw ' +
    'bukkake cnuchio',
  mild: 'crap- bugger- bloody damn- goddamn sod sodding idiot- moron- cretin prat pillock plonker bum fart- slag git blydi diawl'
};
/** What stands behind the words marked `+`. */
const tails = 'head face wit wad hole bag hat wipe tard licker muncher sucker fucker';

/** Sayings, the kind before the colon; each word also with an s. */
const sayings: readonly string[] = [
  'obscene: twll|pen|coc din|tin|coc|dic|cachu|oen',
  'slur: nig nog',
  'slur: half caste',
  'slur: curry|carpet|rug muncher',
  'slur: batty|nancy boy',
  'slur: white power|trash',
  'slur: cadi ffan',
  'insult: son of a bitch',
  'insult: knob|dick|shit|cock|arse end|head|face',
  'insult: screw you',
  'insult: piss|sod|bugger off',
  'insult: hen ast',
  'insult: cont gwirion|bach|hyll',
  'insult: llyfwr|llyfu tin|din',
  'sexual: blow|hand|rim job',
  'sexual: gang bang|banged',
  'sexual: jerk|jack|toss|wank off',
  'sexual: suck|sucking|eat|lick|kiss my|your|his|big cock|dick|balls|arse|ass|pussy',
  'sexual: big|huge|black tits|cock|pussy',
  'sexual: butt plug'
];

/** Places where such a word is not meant: birds, food, health, gardens, sayings; each word also with an s. */
const innocent = [
  'blue|great|coal|marsh|willow|bearded tit',
  'finger|skin|pin|heel|needle|thumb prick|pricked|pricking',
  'prick|pricking|pricked test|testing|the|with|your|each|out|up',
  'pussy cat|willow|foot|riot',
  'cock robin|crow|up|pheasant|and|a|or',
  'weather|turkey|turn|stop cock',
  'faggot and|with|in|peas|gravy',
  'spastic quadriplegia|diplegia|hemiplegia|cerebral|paralysis|muscle|gait',
  'maine coon',
  'ox|oxen and|or|nor .. ass|asses',
  'ass and ox|the|a|an',
  'retard the|a|its|growth|fire',
  'fire|flame|growth retarded',
  'tom|spotted|moby dick',
  'dog and|or bitch|bitches'
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
const meantOtherwise = phrases(innocent.map(orSeveral));

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
    return { kind: kind as RudeKind, line: orSeveral(line!) };
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
      if (entry[0] !== '~') list.push(...orSeveral(word).split('|'));
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
  return [`${bare}es`, `${word}z`].concat(
    ...[bare, doubled].map(stem => ['ed', 'er', 'ers', 'in', 'ing', 'ings', 'y', 'ier', 'iest'].map(ending => stem + ending))
  );
}

function isCapitalised(text: string, at: number): boolean {
  return /^[A-Z](?![A-Z])/.test(text.slice(at, at + 2));
}

/** Whether a word may begin behind this: the s of `Bob's` does not. */
function isClear(text: string, at: number): boolean {
  return at < 0 || text.charCodeAt(at) <= 32 || '"“(*['.indexOf(text[at]!) >= 0;
}
