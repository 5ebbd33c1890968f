/** What of a message a condition looks at. Of Gmail these two are known to be taken. */
export type Field = 'all_headers' | 'all_content';

/** The field holds this text, in any case of letters. */
export function contains(field: Field, text: string): string {
  return `${field}.contains('${text.replace(/[\\']/g, '\\$&')}')`;
}

/** The field matches the pattern or the list with this key so often, or in so many different ways. */
export function matches(
  field: Field,
  kind: 'pattern' | 'words',
  key: string,
  least: { readonly times: number } | { readonly different: number } = { times: 1 }
): string {
  const count = 'times' in least ? `minimum_match_count: ${least.times}` : `minimum_unique_match_count: ${least.different}`;
  const called = kind === 'words' ? 'matches_word_list' : 'matches_regex_detector';
  return `${field}.${called}('policies/{${key}}', {${count}})`;
}

/** All of these. */
export function all(...conditions: readonly string[]): string {
  return conditions.join(' && ');
}

/** At least one of these. */
export function any(...conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions[0]! : `(${conditions.join(' || ')})`;
}

/** Not this one. */
export function not(condition: string): string {
  return `!${condition}`;
}

/** The keys of the detectors that a condition refers to. */
export function keysIn(condition: string): readonly string[] {
  return [...condition.matchAll(/'policies\/\{([^}']+)\}'/g)].map(([, key]) => key!);
}

/** The condition with Google's own names in the place of keys; nothing where one of them has no name yet. */
export function resolved(condition: string, names: ReadonlyMap<string, string>): string | undefined {
  if (!keysIn(condition).every(key => names.has(key))) return undefined;
  return condition.replace(/'policies\/\{([^}']+)\}'/g, (_, key: string) => `'${names.get(key)!}'`);
}
