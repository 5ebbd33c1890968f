/** The two halves of a UK postcode, by the forms of BS 7666: the inward letters are never C, I, K, M, O or V. */
const halves = /^(GIR|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y]))(\d[ABD-HJLNP-UW-Z]{2})$/;

/** A UK postcode in its usual form, `AB1 2CD`, or nothing if the words are none. Case and the space between the halves do not matter. */
export function postcodeOf(words: string): string | undefined {
  if (words.length > 10) return undefined;
  const found = halves.exec(words.toUpperCase().replace(/ /g, ''));
  return found ? `${found[1]} ${found[2]}` : undefined;
}

/** Where a postcode begins that ends at `end`, or -1. */
export function postcodeStart(text: string, end: number): number {
  const found = /(?:^|[^A-Z\d])([A-Z]{1,2}\d[A-Z\d]? {0,2}\d[A-Z]{2})$/i.exec(text.slice(Math.max(0, end - 10), end));
  return found && postcodeOf(found[1]!) ? end - found[1]!.length : -1;
}
