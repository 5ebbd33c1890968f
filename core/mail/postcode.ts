/** The two halves of a UK postcode, by the forms of BS 7666: the inward letters are never C, I, K, M, O or V. */
const halves = /^(GIR|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y]))(\d[ABD-HJLNP-UW-Z]{2})$/;

/** A UK postcode in its usual form, `AB1 2CD`, or nothing if the words are none. Case and the space between the halves do not matter. */
export function postcodeOf(words: string): string | undefined {
  if (words.length > 10) return undefined;
  const found = halves.exec(words.toUpperCase().replace(/ /g, ''));
  return found ? `${found[1]} ${found[2]}` : undefined;
}

/** The form alone: what stands at the end of an address and looks like a postcode is one, though no post office would give those letters. */
const loose = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;

/** Where the postcode begins whose inward half has its digit at `digit`, or -1. `inAddress` asks for its form alone. */
export function postcodeStart(text: string, digit: number, inAddress = false): number {
  if (!isLetter(text.charCodeAt(digit + 1)) || !isLetter(text.charCodeAt(digit + 2)) || isWord(text.charCodeAt(digit + 3))) return -1;
  let at = digit - 1;
  while (at >= 0 && at > digit - 3 && text.charCodeAt(at) === 32) at -= 1;
  const outwardEnd = at + 1;
  while (at >= 0 && at > outwardEnd - 6 && isWord(text.charCodeAt(at))) at -= 1;
  for (let start = at + 1; start < outwardEnd - 1; start += 1) {
    if (isWord(text.charCodeAt(start - 1))) break;
    const halves = text.slice(start, outwardEnd) + text.slice(digit, digit + 3);
    if (inAddress ? loose.test(halves) || postcodeOf(halves) !== undefined : postcodeOf(halves) !== undefined) return start;
  }
  return -1;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isWord(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}
