import { type Phrases, phrases } from './words.ts';

/** A school's own words and sayings, ready to be found: the signs that phrases give a meaning to are taken out. Nothing where there are none. */
export function ownWords(words: readonly string[]): Phrases | undefined {
  if (words.length === 0) return undefined;
  return phrases(
    words.map(word =>
      word
        .split(/[\s|#._-]+/)
        .filter(part => part !== '')
        .join(' ')
    )
  );
}
