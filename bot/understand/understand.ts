import { addDays } from '../../core/dates.ts';
import type { Locale } from '../../core/locale.ts';
import { dateAt, type Found, type Sense } from './dates.ts';
import type { List, Question, Scope, Understood } from './question.ts';
import { type Named, scopeIn } from './scope.ts';
import { type Token, tokensOf, type Typed } from './tokens.ts';
import { type Lexicon, lexicons, type Mark, marksIn } from './vocabulary.ts';

/** What the reading of a question is told from: the school's people, groups and policies, and its day. */
export interface Known extends Named {
  /** `YYYY-MM-DD`, by the school's clock. */
  readonly today: string;
  readonly terms?: Sense['terms'];
}

/** Words after these are not read: nobody asks that long. */
const mostWords = 120;
const mostReason = 300;
/** Words that make a sentence English or Welsh, besides those of the vocabulary. */
const telling: { readonly [L in Locale]: readonly string[] } = {
  en: 'the of has have hasnt havent who what is are was to for my by everyone until since please me and not yet'.split(' '),
  cy: 'y yr wedi pwy beth sydd heb mae ydy ydi yw oes ers tan oherwydd ydw ac neu fy amdanaf'.split(' ')
};

/**
 * Reads a question as people type it: both languages, synonyms, slips of the fingers. It never throws, and what it does not understand it leaves
 * without a question. A word of somebody's name is a name, whatever verb it looks like.
 */
export function understand(written: string, known: Known): Understood {
  const typed = tokensOf(written);
  const tokens = typed.tokens.slice(0, mostWords);
  if (tokens.length === 0) return /\?/.test(typed.text) ? { question: { ask: 'help' } } : {};
  const { locale, lexicon } = languageOf(tokens, known);
  const sentence = readSentence(typed, tokens, lexicon, known);
  const question = questionOf(sentence, known);
  return { ...(question && { question }), ...(locale && { locale }) };
}

/** The language whose words the sentence has more of; where it is as much of one as of the other, none. */
function languageOf(tokens: readonly Token[], { isName }: Known): { readonly locale?: Locale; readonly lexicon: Lexicon } {
  let score = 0;
  for (const { text } of tokens) {
    if (isName(text)) continue;
    const en = lexicons.en.marks.has(text);
    const cy = lexicons.cy.marks.has(text);
    if (en !== cy) score += en ? 2 : -2;
    if (telling.en.includes(text)) score += 1;
    if (telling.cy.includes(text)) score -= 1;
  }
  if (score === 0) {
    const words = tokens.map(token => token.text);
    for (const [lexicon, sign] of [
      [lexicons.en, 1],
      [lexicons.cy, -1]
    ] as const)
      if (lexicon.phrases.some(phrase => words.some((_, at) => phrase.words.every((word, i) => words[at + i] === word)))) score += sign;
  }
  if (score === 0)
    for (const { text } of tokens) {
      if (isName(text)) continue;
      if (marksIn(lexicons.en, text).marks.length > 0) score += 1;
      if (marksIn(lexicons.cy, text).marks.length > 0) score -= 1;
    }
  const language = score < 0 ? 'cy' : 'en';
  return { ...(score !== 0 && { locale: language }), lexicon: lexicons[language] };
}

/** A sentence with what each of its words does. */
interface Sentence {
  readonly typed: Typed;
  readonly tokens: readonly Token[];
  readonly marks: readonly (readonly Mark[])[];
  readonly scope: Scope;
  readonly used: ReadonlySet<number>;
  readonly isName: (word: string) => boolean;
}

/** After one of these a name may come: what then looks like a word with a slip in it is only one of the second kind. */
const orders: readonly Mark[] = ['status', 'remind', 'excuse', 'recall'];
const afterOrder: readonly Mark[] = ['until', 'because', 'late', 'not', 'sign', 'all', 'who', 'since', 'excused'];

function readSentence(typed: Typed, tokens: readonly Token[], lexicon: Lexicon, known: Known): Sentence {
  const { scope, used } = scopeIn(tokens, known);
  const marks: (readonly Mark[])[] = tokens.map(() => []);
  let ordered = false;
  const other = lexicon.locale === 'en' ? lexicons.cy : lexicons.en;
  for (let at = 0; at < tokens.length; at += 1) {
    if (marks[at]!.length > 0) continue;
    const phrase = lexicon.phrases.find(({ words }) => words.every((word, i) => tokens[at + i]?.text === word && !used.has(at + i)));
    if (phrase) {
      marks[at] = [phrase.mark];
      for (let i = 1; i < phrase.words.length; i += 1) marks[at + i] = ['noise'];
      continue;
    }
    if (used.has(at)) continue;
    const { text } = tokens[at]!;
    const date = known.isName(text) ? undefined : dateAt(tokens, at, { today: known.today, towards: 'past' });
    if (date && !lexicon.marks.has(text)) {
      for (let place = at; place < date.end; place += 1) marks[place] = ['noise'];
      continue;
    }
    const found = marksIn(lexicon, text);
    // A name is no verb with a slip in it; and no word of the language but a plain one.
    if (known.isName(text) && (!found.exact || !besideNothing(tokens, at, known) || isMeantAsName(typed, tokens, at, found.marks)))
      continue;
    if (!found.exact && ordered && found.marks.some(mark => !afterOrder.includes(mark))) continue;
    ordered ||= found.exact && found.marks.some(mark => orders.includes(mark));
    if (found.marks.length > 0) marks[at] = found.marks;
    else if (text.length >= 5 && !known.isName(text) && other.marks.has(text)) marks[at] = other.marks.get(text)!;
  }
  return { typed, tokens, marks, scope, used, isName: known.isName };
}

/** Whether a word that is both of a name and of the language stands alone: `will` in «will Kit sign» does not. */
function besideNothing(tokens: readonly Token[], at: number, { isName }: Known): boolean {
  return ![tokens[at - 1], tokens[at + 1]].some(token => token !== undefined && isName(token.text));
}

/** Words after which a small word that is a name too (`Will`, `Beth`) is the name. */
const beforeNames = 'has is did does was of status remind chase excuse for about ydy ydi yw am statws atgoffa atgoffwch esgusodi i'.split(
  ' '
);

/** A small word is somebody's name where it is written like one within the sentence, or stands where a name would. */
function isMeantAsName({ text }: Typed, tokens: readonly Token[], at: number, marks: readonly Mark[]): boolean {
  if (at === 0 || !marks.includes('noise')) return false;
  // «Beth» is «what» too, and then a verb follows.
  if (tokens[at]!.text === 'beth' && ['yw', 'ydy', 'ydi', 'sydd', 'sy', 'mae', 'oedd'].includes(tokens[at + 1]?.text ?? '')) return false;
  const { start } = tokens[at]!;
  const letter = text.slice(start, start + 1);
  return (letter !== letter.toLowerCase() && text !== text.toUpperCase()) || beforeNames.includes(tokens[at - 1]!.text);
}

function questionOf(sentence: Sentence, known: Known): Question | undefined {
  const { marks, tokens } = sentence;
  const has = (...wanted: readonly Mark[]): boolean => wanted.some(mark => marks.some(of => of.includes(mark)));
  const first = (mark: Mark): number => marks.findIndex(of => of.includes(mark));
  const scope: Scope = { ...sentence.scope, ...(has('team') && has('me') && { team: true }) };
  const scoped = Object.keys(scope).some(key => key !== 'policy');
  const left = leftOver(sentence, 0, tokens.length);
  const named = left.length > 0;

  if (has('looked') && has('me', 'who') && !named && !has('remind') && !scoped && !(has('since') || has('not')))
    return { ask: 'looked-me-up' };
  if (has('recall') && !scoped) {
    const name = leftOver(sentence, first('recall') + 1, tokens.length);
    if (name.length > 0) return { ask: 'recall', name };
    if (tokens.length <= 6 || has('excuse', 'excused')) return { ask: 'recall' };
  }
  const excusing = excuseIn(sentence, known, scoped);
  if (excusing) return excusing;
  if (isReminding(sentence)) {
    const list = has('late') ? 'late' : 'not-signed';
    if (scoped && named) return { ask: 'remind', list, scope, unknown: wordsOf(left) };
    if (named && has('all')) return { ask: 'remind', list, scope, unknown: wordsOf(left) };
    if (named) return { ask: 'remind', list: 'not-signed', scope, name: left };
    if (scoped || has('all', 'late', 'not', 'who') || has('remind', 'reminder')) return { ask: 'remind', list, scope };
  }
  if (has('export') && !(has('status') && named)) return { ask: 'export' };
  const unknown = named ? { unknown: wordsOf(left) } : {};
  if (
    has('sent') &&
    !has('since') &&
    (has('reminder', 'send') || !has('sign', 'who', 'late')) &&
    !named &&
    !has('task', 'change') &&
    !scoped
  )
    return { ask: 'progress' };
  if (has('task') && !named) return { ask: 'tasks' };
  const changes = changesIn(sentence, known, has);
  if (changes) return changes;
  if (
    has('me') &&
    !has('who', 'show') &&
    !scoped &&
    !named &&
    (has('sign', 'status', 'late', 'not', 'excused', 'reminded') || tokens.length <= 2)
  )
    return { ask: 'my-status' };
  const list = listIn(has, scoped, named);
  if (list && !(named && !scoped && isAboutOne(sentence, left))) return { ask: 'who', list, scope, ...unknown };
  if (named && !scoped && (has('status', 'sign', 'late', 'excused', 'declined', 'reminded', 'show') || left.every(known.isName)))
    return { ask: 'status-of', name: left };
  if (!named && has('me') && has('sign', 'not', 'status', 'late') && !has('who')) return { ask: 'my-status' };
  if (has('help') && !scoped) return { ask: 'help' };
  if (scoped || has('count') || (has('sign', 'status') && (has('all', 'count', 'sign') || !named))) {
    if (!(named && !scoped && !has('count', 'all'))) return { ask: 'have-they-signed', scope, ...unknown };
  }
  if (has('show') && has('who') && has('all')) return { ask: 'have-they-signed', scope };
  if (has('hello') && !named) return { ask: 'hello' };
  if (has('thanks') && !named) return { ask: 'thanks' };
  return undefined;
}

function listIn(has: (...wanted: readonly Mark[]) => boolean, scoped: boolean, named: boolean): List | undefined {
  if (has('count')) return undefined;
  const asking = has('who', 'show');
  if (has('declined') && (asking || !named)) return 'declined';
  if (has('excused') && (asking || !named)) return 'excused';
  if (has('late') && !(named && !asking)) return 'late';
  if (has('not') && (asking || has('sign') || scoped)) return 'not-signed';
  return has('who') && has('sign') ? 'signed' : undefined;
}

/** `who is Kit Sample`, `has anyone seen Kit`: the words left over are somebody's name, so the question is about them and no list. */
function isAboutOne({ marks, isName }: Sentence, left: readonly string[]): boolean {
  return left.every(isName) || !marks.some(of => of.includes('who'));
}

/** A reminder is to be sent; not: did it go out, was somebody reminded. */
function isReminding({ marks, tokens }: Sentence): boolean {
  const has = (mark: Mark): boolean => marks.some(of => of.includes(mark));
  const at = marks.findIndex(of => of.includes('remind'));
  if (at >= 0)
    return (
      !(has('sent') && has('reminder')) &&
      !(has('who') && marks.findIndex(of => of.includes('who')) < at && !has('send') && tokens.length <= 3)
    );
  return has('reminder') && !has('sent') && !has('who') && !has('count') && !has('change') && !has('status');
}

function excuseIn(sentence: Sentence, known: Known, scoped: boolean): Question | undefined {
  const { marks, tokens, typed } = sentence;
  const place = (mark: Mark): number => marks.findIndex(of => of.includes(mark));
  // «let Kit off until Monday»
  const letting = tokens.findIndex(
    ({ text }, at) => text === 'let' && tokens.some((token, after) => after > at + 1 && token.text === 'off')
  );
  const verb = place('excuse') >= 0 ? place('excuse') : letting;
  const given = place('give');
  const wh = place('who');
  const begins = verb >= 0 ? verb : place('excused');
  const future: Sense = { today: known.today, towards: 'future', ...(known.terms && { terms: known.terms }) };
  const reasonAt = marks.findIndex((of, at) => at > Math.max(begins, given) && of.includes('because'));
  const untilAt = marks.findIndex(
    (of, at) => at > Math.max(begins, given) && of.includes('until') && dateAt(tokens, at + 1, future) !== undefined
  );
  if (begins < 0 && !(given >= 0 && untilAt > given)) return undefined;
  // «who is excused», «is Kit excused»: a question and no order.
  if (verb < 0 && begins >= 0 && (wh >= 0 || (untilAt < 0 && reasonAt < 0))) return undefined;
  if (verb >= 0 && wh >= 0 && wh < verb) return undefined;
  const start = Math.max(begins, given) + 1;
  let until: Found | undefined = untilAt >= 0 ? dateAt(tokens, untilAt + 1, future) : undefined;
  let untilStart = untilAt;
  if (!until)
    for (let at = start; at < tokens.length && !until; at += 1) {
      if (!['for', 'am', 'to', 'until'].includes(tokens[at]!.text) || (reasonAt >= 0 && at > reasonAt)) continue;
      until = dateAt(tokens, at + 1, future);
      untilStart = until ? at : -1;
    }
  const forAt =
    reasonAt >= 0
      ? -1
      : tokens.findIndex(({ text }, at) => at > start && ['for', 'as', 'gan', 'am', 'since'].includes(text) && at !== untilStart);
  const because = reasonAt >= 0 ? reasonAt : forAt;
  const unclearAt = until ? -1 : marks.findIndex((of, at) => at > start && of.includes('until'));
  const nameEnd = Math.min(...[untilStart, because, unclearAt, tokens.length].filter(at => at >= start));
  const name = leftOver(sentence, start, nameEnd);
  // «is Kit Sample excused until …» has the name before the verb.
  const whom = name.length > 0 ? name : leftOver(sentence, 0, Math.max(begins, 0));
  const reason =
    because >= 0
      ? reasonFrom(sentence, because, untilStart > because ? untilStart : tokens.length)
      : until
        ? trimmed(typed.text.slice(tokens[until.end - 1]!.end))
        : '';
  const unclearEnd = because > unclearAt ? tokens[because]!.start : typed.text.length;
  const unclear = unclearAt < 0 ? '' : trimmed(typed.text.slice(tokens[unclearAt]!.end, unclearEnd)).slice(0, 40);
  return {
    ask: 'excuse',
    ...(whom.length > 0 && !scoped && { name: whom }),
    ...(until && { until: until.date }),
    ...(reason !== '' && { because: reason }),
    ...(unclear !== '' && { unclear })
  };
}

function reasonFrom({ typed, tokens, marks }: Sentence, at: number, end: number): string {
  let from = at;
  while (
    from + 1 < end &&
    marks[from + 1]!.includes('noise') &&
    ['of', 'to', 'account', 'fod', 'bod', 'ei'].includes(tokens[from + 1]!.text)
  )
    from += 1;
  const start = tokens[from]!.end;
  return trimmed(typed.text.slice(start, tokens[end]?.start ?? typed.text.length));
}

function trimmed(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:()[\]–—-]+/, '')
    .replace(/[\s,;:()[\]–—-]+$/, '')
    .slice(0, mostReason);
}

function changesIn({ tokens, marks }: Sentence, known: Known, has: (...wanted: readonly Mark[]) => boolean): Question | undefined {
  const past: Sense = { today: known.today, towards: 'past', ...(known.terms && { terms: known.terms }) };
  const since = marks.findIndex((of, at) => of.includes('since') && dateAt(tokens, at + 1, past) !== undefined);
  let found = since >= 0 ? dateAt(tokens, since + 1, past) : undefined;
  if (!found && !has('change')) {
    // «who signed yesterday», «signatures this week»
    if (!has('sign') || has('not', 'late', 'count')) return undefined;
  }
  for (let at = 0; at < tokens.length && !found; at += 1) found = dateAt(tokens, at, past);
  if (!found && !has('change')) return undefined;
  if (since >= 0 && !has('change', 'sign', 'who', 'declined', 'excused', 'show') && tokens.length > 5) return undefined;
  if (has('not') && !has('change')) return undefined;
  const date = found && found.date <= known.today ? found.date : undefined;
  return { ask: 'changed-since', since: date ?? addDays(known.today, -7), signed: has('sign') && !has('change') };
}

/** The words of a stretch that nothing else explains: a name, or something that is not known. */
function leftOver({ tokens, marks, used, isName }: Sentence, start: number, end: number): readonly string[] {
  const left: string[] = [];
  for (let at = Math.max(start, 0); at < end; at += 1) {
    if (used.has(at) || marks[at]!.length > 0) continue;
    const { text } = tokens[at]!;
    if (text.length > 1 || isName(text) || /[a-z]/.test(text)) left.push(text);
  }
  return Array.from(new Set(left)).slice(0, 8);
}

function wordsOf(left: readonly string[]): string {
  return left.join(' ').slice(0, 80);
}
