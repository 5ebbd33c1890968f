import type { Person } from '../../core/policies/person.ts';
import { distance } from './near.ts';
import { fold, tokensOf } from './tokens.ts';

const titles = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'prof', 'rev', 'parch', 'parchedig'];

/** The words of a name, folded, without a title: `Dr Siân Sample-Jones` is `sian sample jones`. */
export function nameWords(name: string): readonly string[] {
  const words = tokensOf(name).tokens.map(({ text }) => text);
  const bare = words.filter(word => !titles.includes(word));
  return bare.length > 0 ? bare : words;
}

/**
 * The people whom a typed name can mean, by name: only those whom it fits best. It fits exactly, in any order; by the address; by whole words and
 * initials; by the beginnings of words; or with a slip of the fingers. Every typed word must fit a word of the name.
 */
export function peopleNamed(typed: readonly string[], people: readonly Person[]): readonly Person[] {
  const words = typed.filter(word => !titles.includes(word));
  const asked = words.length > 0 ? words : typed;
  if (asked.length === 0 || asked.length > 8) return [];
  let best = Infinity;
  let found: Person[] = [];
  for (const person of people) {
    const fit = asked.length === 1 && asked[0]!.includes('@') ? byAddress(asked[0]!, person) : fitOf(asked, nameWords(person.name));
    if (fit > best || fit === Infinity) continue;
    if (fit < best) found = [];
    best = fit;
    found.push(person);
  }
  return found.sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : fold(a.name) > fold(b.name) ? 1 : a.id < b.id ? -1 : 1));
}

function byAddress(typed: string, { address }: Person): number {
  return address !== undefined && fold(address) === typed ? 0 : Infinity;
}

/** 0 exactly all of it, 1 whole words of it, 2 with initials, 3 with beginnings, 4 with slips; `Infinity` not at all. */
function fitOf(typed: readonly string[], name: readonly string[]): number {
  if (
    typed.length === 1 &&
    typed[0]!.length >= 2 &&
    typed[0]!.length === name.length &&
    name.every((word, at) => word[0] === typed[0]![at])
  )
    return 2;
  if (typed.length > name.length) return Infinity;
  const left = [...name];
  let worst = typed.length === name.length ? 0 : 1;
  // The longest first: an initial takes what the others leave.
  for (const word of [...typed].sort((a, b) => b.length - a.length)) {
    let least = Infinity;
    let place = -1;
    for (let at = 0; at < left.length; at += 1) {
      const fit = wordFit(word, left[at]!);
      if (fit < least) {
        least = fit;
        place = at;
      }
    }
    if (place < 0) return Infinity;
    left.splice(place, 1);
    if (least > worst) worst = least;
  }
  // A single letter alone is nobody's name.
  return typed.every(word => word.length === 1) && typed.length < 2 ? Infinity : worst;
}

function wordFit(typed: string, word: string): number {
  if (typed === word) return 0;
  if (typed.length === 1) return word[0] === typed ? 2 : Infinity;
  if (word.startsWith(typed)) return 3;
  if (typed.length < 3 || word.length < 3 || typed.length > 24) return Infinity;
  const most = word.length >= 8 ? 2 : 1;
  const slips = distance(typed, word, most);
  return slips > most || (word.length === 3 && typed.length <= 3) ? Infinity : 3 + slips;
}
