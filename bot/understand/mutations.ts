/** What the first letters of a Welsh word turn into: soft, nasal and aspirate mutation. */
const changes: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['c', ['g', 'ngh', 'ch']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']]
];

/** A Welsh word, folded, with the forms that its first letter can take. Short words stay as they are: mutated they would be other words. */
export function formsOf(word: string): readonly string[] {
  if (word.length < 5) return [word];
  if (/^[aeiouwy]/.test(word)) return [word, `h${word}`];
  if (/^(?:ch|dd|ff|ng|ph|th)/.test(word)) return [word];
  const change = changes.find(([from]) => word.startsWith(from));
  return change ? [word, ...change[1].map(to => to + word.slice(change[0].length))] : [word];
}
