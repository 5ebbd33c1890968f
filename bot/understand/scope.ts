import { locales } from '../../core/locale.ts';
import type { Audience, Who } from '../../core/policies/audience.ts';
import type { Role } from '../../core/policies/person.ts';
import type { Wording } from '../../core/policies/policy.ts';
import { formsOf } from './mutations.ts';
import { isNear } from './near.ts';
import type { Scope } from './question.ts';
import { fold, type Token, tokensOf } from './tokens.ts';

/** What of the school can be named in a question. */
export interface Named {
  readonly audiences: readonly Audience[];
  readonly groups: readonly string[];
  readonly classes: readonly string[];
  readonly policies: readonly { readonly id: string; readonly title: Wording }[];
  /** Whether a folded word is part of the name of somebody whom the asker may see. */
  readonly isName: (word: string) => boolean;
}

/** A scope and the places of the words that named it. */
export interface Scoped {
  readonly scope: Scope;
  readonly used: ReadonlySet<number>;
}

const roleWords: readonly (readonly [role: Role, words: string])[] = [
  ['supply', 'supply supplies agency temps temp locum cyflenwi llanw asiantaeth'],
  [
    'governor',
    'governor governors govs gov governers goveners govenors governing board llywodraethwr llywodraethwyr llywodraethwraig bwrdd'
  ],
  ['contractor', 'contractor contractors contracter contractwr contractwyr'],
  ['visitor', 'visitor visitors guest guests volunteer volunteers ymwelydd ymwelwyr gwestai gwesteion gwirfoddolwr gwirfoddolwyr'],
  ['pupil', 'pupil pupils student students kids children learners learner disgybl disgyblion plant dysgwyr myfyrwyr'],
  ['parent', 'parent parents mums dads carers carer guardian guardians families family rhiant rhieni gofalwyr gwarcheidwaid teuluoedd'],
  ['staff', 'staff teacher teachers employees employee colleagues tas staf athro athrawes athrawon gweithwyr cydweithwyr'],
  ['head', 'head headteacher pennaeth prifathro prifathrawes'],
  ['chair', 'chair cadeirydd'],
  ['coordinator', 'coordinator coordinators cydlynydd cydlynwyr']
];
const roleOf: ReadonlyMap<string, Role> = new Map(
  roleWords.flatMap(([role, words]) => words.split(' ').flatMap(word => formsOf(word).map(form => [form, role] as const)))
);
const classWords = [
  'class',
  'classes',
  'form',
  'year',
  'yr',
  'dosbarth',
  'ddosbarth',
  'nosbarth',
  'dosbarthiadau',
  'blwyddyn',
  'flwyddyn',
  'mlwyddyn',
  'bl'
];
const titleNoise = ['the', 'of', 'and', 'for', 'a', 'y', 'yr', 'o', 'i', 'ar', 'at', 'policy', 'polisi'];

/** Finds whom a question is about: audiences, groups, classes, policies. A word of a person's name beside another one is none of these. */
export function scopeIn(tokens: readonly Token[], named: Named): Scoped {
  const used = new Set<number>();
  const scope: { -readonly [K in keyof Scope]: Scope[K] } = {};
  const words = tokens.map(({ text }) => text);
  const take = (at: number, count: number): void => {
    for (let each = at; each < at + count; each += 1) used.add(each);
  };
  const beside = (at: number): boolean => {
    if (!named.isName(words[at]!)) return false;
    return [words[at - 1], words[at + 1]].some(word => word !== undefined && named.isName(word) && !roleOf.has(word));
  };
  for (const { id, title } of named.policies) {
    const found = policyAt(words, id, title);
    if (!found) continue;
    scope.policy = id;
    take(...found);
    break;
  }
  for (let at = 0; at < words.length; at += 1) {
    if (used.has(at) || beside(at)) continue;
    // «supply teachers» are supply staff, whatever group of teachers there is.
    if (used.has(at - 1) && roleOf.get(words[at - 1]!) === 'supply' && roleOf.get(words[at]!) === 'staff') {
      take(at, 1);
      continue;
    }
    const group = longest(named.groups, words, at);
    const audience = longest(
      named.audiences.flatMap(({ id, title }) => [id, ...locales.map(locale => title[locale])]),
      words,
      at
    );
    if (audience && (!group || audience.count >= group.count)) {
      const meant = named.audiences.find(
        ({ id, title }) => id === audience.text || locales.some(locale => title[locale] === audience.text)
      );
      if (meant && scope.audience === undefined) scope.audience = meant.id;
      take(at, audience.count);
    } else if (group) {
      scope.group = group.text;
      take(at, group.count);
    } else {
      const role = roleAt(words, at, named);
      if (role === undefined) continue;
      take(at, 1);
      const audience = named.audiences.find(({ id, who }) => asksFor(who, role) || id === role || id === `${role}s`);
      if (scope.role !== undefined || (scope.audience !== undefined && !(role === 'supply' || role === 'parent'))) continue;
      if (role === 'supply') delete scope.audience;
      if (audience && role !== 'head' && role !== 'chair' && role !== 'coordinator') scope.audience = audience.id;
      else scope.role = role;
    }
  }
  const classes = classesIn(words, used, named.classes, scope.audience !== undefined || scope.role !== undefined);
  if (classes) {
    scope.classes = classes.found;
    for (const at of classes.places) used.add(at);
  }
  return { scope, used };
}

function asksFor(who: Who, role: Role): boolean {
  if ('role' in who) return who.role === role;
  if ('any' in who) return who.any.length > 0 && asksFor(who.any[0]!, role);
  return 'all' in who && who.all.length > 0 && asksFor(who.all[0]!, role);
}

function roleAt(words: readonly string[], at: number, { isName }: Named): Role | undefined {
  const word = words[at]!;
  const exact = roleOf.get(word);
  if (exact) return exact === 'staff' && /^(?:supply|agency|cyflenwi|llanw)$/.test(words[at - 1] || '') ? undefined : exact;
  if (word.length < 6 || isName(word)) return undefined;
  for (const [known, role] of roleOf) if (known.length >= 6 && isNear(word, known)) return role;
  return undefined;
}

/** The longest of these texts whose words stand here one after another. */
function longest(
  texts: readonly string[],
  words: readonly string[],
  at: number
): { readonly text: string; readonly count: number } | undefined {
  let found: { text: string; count: number } | undefined;
  for (const text of texts) {
    const parts = wordsOf(text);
    if (parts.length === 0 || (found && parts.length <= found.count)) continue;
    if (parts.every((part, i) => words[at + i] === part)) found = { text, count: parts.length };
  }
  return found;
}

function wordsOf(text: string): readonly string[] {
  return tokensOf(text.replace(/-/g, ' ')).tokens.map(token => token.text);
}

/** A policy by its id, by the telling words of its title, or by their first letters (`AUP`). */
function policyAt(words: readonly string[], id: string, title: Wording): [at: number, count: number] | undefined {
  const titles = typeof title === 'string' ? [title] : locales.flatMap(locale => title[locale] ?? []);
  for (const text of [id, ...titles]) {
    const telling = wordsOf(text).filter(word => !titleNoise.includes(word));
    if (telling.length === 0) continue;
    const letters = telling.length > 1 ? [...telling, 'p'].map(word => word[0]).join('') : '';
    for (let at = 0; at < words.length; at += 1) {
      if (telling.every((word, i) => words[at + i] === word)) return [at, telling.length];
      if (letters.length > 2 && words[at] === letters) return [at, 1];
    }
  }
  return undefined;
}

/** `class 4B`, `4B`, `4 b`, `year 4`, `dosbarth 4B`. */
function classesIn(
  words: readonly string[],
  used: ReadonlySet<number>,
  classes: readonly string[],
  told: boolean
): { readonly found: readonly string[]; readonly places: readonly number[] } | undefined {
  const known = classes.map(name => ({ name, folded: plain(fold(name)) }));
  for (let at = 0; at < words.length; at += 1) {
    if (used.has(at)) continue;
    const after = at > 0 && classWords.includes(words[at - 1]!);
    const before = classWords.includes(words[at + 1] ?? '');
    for (const count of [2, 1]) {
      const typed = plain(words.slice(at, at + count).join(''));
      if (typed === '' || at + count > words.length) continue;
      // A class whose name is a word (`Oak`) is one beside the word class, or where people of it are asked for.
      if (!after && !before && !/\d/.test(typed) && !told) continue;
      const exact = known.filter(({ folded }) => folded === typed);
      const places = [
        ...(after ? [at - 1] : []),
        ...Array.from({ length: count }, (_, i) => at + i),
        ...(before && !after ? [at + count] : [])
      ];
      if (exact.length > 0) return { found: exact.map(({ name }) => name), places };
      if (after && count === 1 && /^\d{1,2}$/.test(typed)) {
        const year = known.filter(({ folded }) => folded.startsWith(typed) && !/^\d/.test(folded.slice(typed.length)));
        if (year.length > 0) return { found: year.map(({ name }) => name).slice(0, 20), places };
      }
    }
  }
  return undefined;
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').replace(/^(?:class|year|yr|y|dosbarth|blwyddyn)(?=\d)/, '');
}
