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

/** A phrase whose words may each have an s: `class list` gives `class list|lists`. */
export function orSeveral(phrase: string): string {
  return phrase.replace(/[^| ]{2,}/g, word => (/^\.|s$/.test(word) ? word : `${word}|${word}s`));
}
