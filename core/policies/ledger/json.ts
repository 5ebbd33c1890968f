/** Whether this is a whole number from zero on. */
export function isIndex(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Math.floor(value) === value && value <= 9007199254740991;
}

/** Whether this is 64 hexadecimal digits in lower case. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** Whether this is an object of JSON, no list and not null. */
export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys and values of an object. */
export function entriesOf(value: object): readonly (readonly [key: string, value: unknown])[] {
  return Object.keys(value).map(key => [key, (value as { readonly [key: string]: unknown })[key]] as const);
}

/** An object out of its JSON, or nothing where it is none. */
export function objectOf(text: string): { readonly [key: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
