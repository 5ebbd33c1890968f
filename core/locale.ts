/** The languages the product speaks: English and Welsh. Schools in Wales are bilingual by law. */
export const locales = ['en', 'cy'] as const;
export type Locale = (typeof locales)[number];

/** A text the product shows, in every language it speaks. A missing language does not compile. */
export type Text = { readonly [L in Locale]: string };

export type Values = { readonly [name: string]: string | number | Text };

/**
 * Puts `values` into the places `{name}` of a text; of a value in both languages the one of `locale`. Where a text says `{name:device|devices}`, the first
 * word stands if the value is one, and else the second. A place without a value stays as it is, so that a test can see it.
 */
export function fill(text: string, values: Values = {}, locale: Locale = 'en'): string {
  return text.replace(/\{([a-z]\w*)(?::([^{}|]*)\|([^{}|]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    const value = Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;
    if (value === undefined) return place;
    if (many !== undefined) return value === 1 ? one! : many;
    return String(typeof value === 'object' ? value[locale] : value);
  });
}

/** Words for a place in a text, one after another with commas, each once. */
export function listed(words: readonly Text[]): Text {
  const inOne = (locale: Locale): string => Array.from(new Set(words.map(word => word[locale]))).join(', ');
  return { en: inOne('en'), cy: inOne('cy') };
}
