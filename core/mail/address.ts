/**
 * An address in the one form in which addresses are compared: trimmed, out of its angle brackets, lower case, its domain without trailing dots
 * and with international labels as letters. Quotes round a local part that needs none are taken off. What is not one plain address keeps the
 * marks that spoil it, so that it never equals one. Look-alike letters are left alone: a Cyrillic `ѕchool.example` is not the school.
 */
export function normalAddress(raw: string): string {
  const bare = lower(unwrapped(raw));
  const at = bare.lastIndexOf('@');
  if (at < 0) return bare;
  const local = bare.slice(0, at);
  const quoted = local.charCodeAt(0) === 34 && /^"([a-z0-9!#$%&'*+/=?^_`{|}~.-]+)"$/.exec(local);
  return `${quoted ? quoted[1] : local}@${normalDomain(bare.slice(at + 1))}`;
}

/** What stands behind the last `@`, or an empty string. Of a normalised address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1 || address.length);
}

/** What stands before the last `@`. Of a normalised address. */
export function localOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at);
}

/** A normalised address without its sub-address: `a+school@b.example` is delivered to `a@b.example`. The same address where there is none. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const plus = address.indexOf('+');
  return plus > 0 && plus < at && address.charCodeAt(0) !== 34 ? address.slice(0, plus) + address.slice(at) : address;
}

/** Whether a whole domain is one of these: never a suffix, never a prefix, never a sub-domain. */
export function isOneOf(domain: string, domains: readonly string[]): boolean {
  return domain !== '' && domains.indexOf(normalDomain(domain)) >= 0;
}

/** What stands between the one pair of angle brackets at the end; brackets inside a quoted name do not count. */
function unwrapped(raw: string): string {
  const whole = raw.trim();
  const last = endOf(whole) - 1;
  if (whole.charCodeAt(last) !== 62) return whole;
  let quoted = false;
  let open = -1;
  for (let i = 0; i < last; i += 1) {
    const code = whole.charCodeAt(i);
    if (quoted && code === 92) i += 1;
    else if (code === 34) quoted = !quoted;
    else if (code === 60 && !quoted) {
      if (open >= 0) return whole;
      open = i;
    }
  }
  return open < 0 || quoted ? whole : whole.slice(open + 1, last).trim();
}

/** Lower case. The Kelvin sign, whose lower case is a plain k, stays what it is. */
function lower(text: string): string {
  return text.indexOf('\u212a') < 0 ? text.toLowerCase() : text.replace(/[^\u212a]+/g, part => part.toLowerCase());
}

function normalDomain(domain: string): string {
  const bare = domain.slice(0, endOf(domain)).trim();
  return bare.indexOf('xn--') < 0
    ? bare
    : bare
        .split('.')
        .map(label => lettersOf(label))
        .join('.');
}

/** Where a text ends without the dots and spaces behind it. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '.' || text[end - 1]!.trim() === '')) end -= 1;
  return end;
}

/** The letters of an `xn--` label (RFC 3492). A label that is no honest one, such as plain letters in disguise, stays as it is. */
function lettersOf(label: string): string {
  if (label.slice(0, 4) !== 'xn--' || label.length > 63) return label;
  const points = pointsOf(label.slice(4));
  if (!points) return label;
  const letters = points.map(point => String.fromCodePoint(point)).join('');
  const honest =
    points.some(point => point > 0x7f) && points.every(isHonest) && letters === lower(letters) && letters === letters.normalize('NFC');
  return honest ? letters : label;
}

/** Whether a code point may stand in a label: a plain letter, digit or hyphen, or beyond ASCII and no space, joiner or surrogate. */
function isHonest(point: number): boolean {
  if (point < 0x80) return point === 45 || (point >= 48 && point <= 57) || (point >= 97 && point <= 122);
  return (
    point > 0xa0 && !(point >= 0x2000 && point <= 0x206f) && !(point >= 0xd800 && point <= 0xdfff) && point !== 0x212a && point !== 0xfeff
  );
}

function pointsOf(encoded: string): number[] | undefined {
  const dash = encoded.lastIndexOf('-');
  const points: number[] = [];
  for (let i = 0; i < dash; i += 1) points.push(encoded.charCodeAt(i));
  let point = 128;
  let index = 0;
  let bias = 72;
  for (let at = dash + 1; at < encoded.length; ) {
    const before = index;
    let weight = 1;
    for (let k = 36; ; k += 36) {
      const digit = digitOf(encoded.charCodeAt(at));
      if (at >= encoded.length || digit < 0) return undefined;
      at += 1;
      index += digit * weight;
      const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (digit < threshold) break;
      weight *= 36 - threshold;
      if (index > 0x7fffffff || weight > 0x7fffffff) return undefined;
    }
    const count = points.length + 1;
    bias = adapted(index - before, count, before === 0);
    point += Math.floor(index / count);
    index %= count;
    if (point > 0x10ffff) return undefined;
    points.splice(index, 0, point);
    index += 1;
  }
  return points;
}

function digitOf(code: number): number {
  return code >= 48 && code <= 57 ? code - 22 : code >= 97 && code <= 122 ? code - 97 : -1;
}

function adapted(delta: number, count: number, first: boolean): number {
  let left = first ? Math.floor(delta / 700) : delta >> 1;
  left += Math.floor(left / count);
  let k = 0;
  for (; left > 455; k += 36) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
}
