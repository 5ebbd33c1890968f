import { fill, locales, type Locale, type Text } from '../locale.ts';
import { cueWords } from './import/cues.ts';
import type { Clause, Party, Wording } from './policy.ts';

/**
 * What happened to a clause: `added`, `removed`, `reworded`, `rebound` (the same words bind others), `renumbered` (the same words under another
 * number or heading), `translated` (the same words, and now in a further language), `refiled` (only our duties or positions of it changed).
 */
export const changeKinds = ['added', 'removed', 'reworded', 'rebound', 'renumbered', 'translated', 'refiled'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One clause that is not as it was. */
export interface Change {
  /** The weightiest of what happened to it. */
  readonly kind: ChangeKind;
  readonly before?: Clause;
  readonly after?: Clause;
  /** Whom it concerns: bound by it before, now, or no longer. Nobody for `renumbered`, `translated`, `refiled` and what is advice. */
  readonly concerns: readonly Party[];
  /** Its duties are others than before. */
  readonly duties: boolean;
  /** It binds others than before. */
  readonly binds: boolean;
}

/** As much of a version as is compared. */
export interface Compared {
  readonly languages: readonly [Locale, ...Locale[]];
  readonly clauses: readonly Clause[];
}

/**
 * What changed from one version to the next, clause by clause: first what the new version has, in its order, then what was taken out. A clause
 * that moved is found again by its words, and one that was reworded by its number or by words that are mostly the same.
 */
export function changesBetween(before: Compared, after: Compared): readonly Change[] {
  const old = before.clauses.map(clause => readied(clause, before.languages));
  const now = after.clauses.map(clause => readied(clause, after.languages));
  const pairs = paired(old, now);
  const taken = new Set(pairs.filter(each => each !== undefined));
  const changes: Change[] = [];
  now.forEach((clause, i) => {
    const former = pairs[i];
    const change = former === undefined ? addition(clause.clause) : difference(old[former]!, clause);
    if (change) changes.push(change);
  });
  old.forEach(({ clause }, i) => {
    if (!taken.has(i))
      changes.push({ kind: 'removed', before: clause, concerns: boundBy(clause), duties: clause.duties.length > 0, binds: false });
  });
  return changes;
}

/** Whom changes concern, in no order that matters; each party once. */
export function partiesOf(changes: readonly Change[]): readonly Party[] {
  return Array.from(new Set(changes.reduce<readonly Party[]>((all, { concerns }) => [...all, ...concerns], [])));
}

/** A clause with what it is compared by. */
interface Ready {
  readonly clause: Clause;
  /** Its words by language, one blank between them. */
  readonly words: { readonly [L in Locale]?: string };
  /** All of them, to look the same words up. */
  readonly key: string;
  readonly bag: ReadonlySet<string>;
}

function readied(clause: Clause, languages: readonly [Locale, ...Locale[]]): Ready {
  const words = byLanguage(clause.text, languages[0]);
  const all = locales.map(locale => words[locale] || '');
  return { clause, words, key: all.join('\n'), bag: new Set(cueWords(all.join(' '))) };
}

function byLanguage(wording: Wording, first: Locale): { readonly [L in Locale]?: string } {
  if (typeof wording === 'string') return { [first]: tidied(wording) };
  const words: { [L in Locale]?: string } = {};
  for (const locale of locales) {
    const text = wording[locale];
    if (text !== undefined) words[locale] = tidied(text);
  }
  return words;
}

function tidied(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Words of which this share is common make one clause of two that bear the same number; more where they bear different ones. */
const likeUnderOneNumber = 0.3;
const likeAnywhere = 0.6;

/** Of each clause of `now` the index of the one that it was, if it was there. */
function paired(old: readonly Ready[], now: readonly Ready[]): readonly (number | undefined)[] {
  const pairs: (number | undefined)[] = now.map(() => undefined);
  const free = new Set(old.map((_, i) => i));
  const pair = (to: number, from: number): void => {
    pairs[to] = from;
    free.delete(from);
  };
  const byId = new Map<string, number>();
  old.forEach(({ clause }, i) => void byId.set(clause.id, i));
  const named = (to: number): number | undefined => {
    const from = byId.get(now[to]!.clause.id);
    return from !== undefined && free.has(from) ? from : undefined;
  };
  const each = (visit: (to: number) => void): void => now.forEach((_, to) => void (pairs[to] === undefined && visit(to)));
  each(to => {
    const from = named(to);
    if (from !== undefined && sameWords(old[from]!, now[to]!)) pair(to, from);
  });
  const byWords = new Map<string, number[]>();
  old.forEach(({ key }, i) => {
    if (!free.has(i)) return;
    const others = byWords.get(key);
    if (others) others.push(i);
    else byWords.set(key, [i]);
  });
  each(to => {
    const from = (byWords.get(now[to]!.key) || []).shift();
    if (from !== undefined) pair(to, from);
  });
  each(to => {
    const from = named(to);
    if (from !== undefined && likenessOf(old[from]!, now[to]!) >= likeUnderOneNumber) pair(to, from);
  });
  const left = Array.from(free);
  const candidates: { readonly to: number; readonly from: number; readonly like: number }[] = [];
  each(to => {
    for (const from of left) {
      const like = likenessOf(old[from]!, now[to]!);
      if (like >= likeAnywhere) candidates.push({ to, from, like });
    }
  });
  candidates.sort((a, b) => b.like - a.like || a.to - b.to || a.from - b.from);
  for (const { to, from } of candidates) if (pairs[to] === undefined && free.has(from)) pair(to, from);
  return pairs;
}

/** Whether those who read either in a language that both have read the same. */
function sameWords(before: Ready, after: Ready): boolean {
  const common = locales.filter(locale => before.words[locale] !== undefined && after.words[locale] !== undefined);
  return common.length > 0 && common.every(locale => before.words[locale] === after.words[locale]);
}

/** The share of words that two clauses have in common, 0 to 1. */
function likenessOf({ bag: a }: Ready, { bag: b }: Ready): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  // Even if all of the shorter were in the longer, they would not be alike enough.
  if (fewer.size * 2 < likeUnderOneNumber * (a.size + b.size)) return 0;
  let shared = 0;
  fewer.forEach(word => void (more.has(word) && (shared += 1)));
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function addition(clause: Clause): Change {
  return { kind: 'added', after: clause, concerns: boundBy(clause), duties: clause.duties.length > 0, binds: false };
}

function difference(before: Ready, after: Ready): Change | undefined {
  const [was, is] = [before.clause, after.clause];
  const [bound, binds] = [boundBy(was), boundBy(is)];
  const others = [...bound.filter(party => binds.indexOf(party) < 0), ...binds.filter(party => bound.indexOf(party) < 0)];
  const duties = !sameMembers(was.duties, is.duties);
  const same = sameWords(before, after);
  const change = (kind: ChangeKind, concerns: readonly Party[]): Change => ({
    kind,
    before: was,
    after: is,
    concerns,
    duties,
    binds: others.length > 0
  });
  if (!same) return change('reworded', Array.from(new Set([...bound, ...binds])));
  if (others.length > 0) return change('rebound', others);
  if (was.id !== is.id || tidied(was.section) !== tidied(is.section)) return change('renumbered', []);
  if (before.key !== after.key) return change('translated', []);
  if (duties || !samePositions(was.positions, is.positions)) return change('refiled', []);
  return undefined;
}

/** Whom a clause really binds: advice binds nobody. */
function boundBy({ binds, standing }: Clause): readonly Party[] {
  return standing === 'advice' ? [] : binds;
}

/** Whoever kept them may have put their topics into another order. */
function samePositions(a: Clause['positions'] = {}, b: Clause['positions'] = {}): boolean {
  const topics = Object.keys(a) as (keyof typeof a)[];
  return sameMembers(topics, Object.keys(b)) && topics.every(topic => JSON.stringify(a[topic]) === JSON.stringify(b[topic]));
}

function sameMembers<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every(each => b.indexOf(each) >= 0);
}

const words = {
  added: { en: 'New for you: {ids}.', cy: 'Newydd i chi: {ids}.' },
  reworded: { en: 'Worded differently: {ids}.', cy: 'Wedi’i eirio’n wahanol: {ids}.' },
  gone: { en: 'No longer applies to you: {ids}.', cy: 'Ddim yn berthnasol i chi mwyach: {ids}.' },
  same: { en: 'Nothing that concerns you has changed.', cy: 'Nid oes dim sy’n berthnasol i chi wedi newid.' },
  rest: { en: 'All else that concerns you is as it was.', cy: 'Mae’r gweddill i chi fel yr oedd.' },
  more: { en: '{ids} and {count} more', cy: '{ids} (+ {count} arall)' },
  one: { en: 'clause {ids}', cy: 'cymal {ids}' },
  several: { en: 'clauses {ids}', cy: 'cymalau {ids}' }
} as const satisfies { readonly [name: string]: Text };

/**
 * What changed for those who are bound as one of `parties`, in two lines at most: what is new or reworded, then what is gone, each by the numbers
 * of the clauses.
 */
export function changedFor(parties: readonly Party[], changes: readonly Change[]): readonly Text[] {
  const mine = (of: readonly Party[]): boolean => of.some(party => parties.indexOf(party) >= 0);
  const added: string[] = [];
  const reworded: string[] = [];
  const gone: string[] = [];
  for (const { before, after, concerns } of changes) {
    if (!mine(concerns)) continue;
    const [was, is] = [before !== undefined && mine(boundBy(before)), after !== undefined && mine(boundBy(after))];
    if (is) (was ? reworded : added).push(after!.id);
    else if (was) gone.push(before!.id);
  }
  if (added.length + reworded.length + gone.length === 0) return [words.same];
  const part = (text: Text, ids: readonly string[], locale: Locale): readonly string[] =>
    ids.length === 0 ? [] : [fill(text[locale], { ids: fewOf(ids, locale) })];
  const line = (made: (locale: Locale) => readonly string[]): Text => ({ en: made('en').join(' '), cy: made('cy').join(' ') });
  const first = line(locale => [...part(words.added, added, locale), ...part(words.reworded, reworded, locale)]);
  const second = line(locale => [...part(words.gone, gone, locale), words.rest[locale]]);
  return first.en === '' ? [second] : [first, second];
}

const most = 6;

function fewOf(ids: readonly string[], locale: Locale): string {
  const shown = ids.slice(0, most).join(', ');
  const few = ids.length <= most ? shown : fill(words.more[locale], { ids: shown, count: ids.length - most });
  return fill(words[ids.length === 1 ? 'one' : 'several'][locale], { ids: few });
}
