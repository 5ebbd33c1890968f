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

/** The letters of an `xn--` label. A label that is no honest one, such as plain letters in disguise, stays as it is. */
function lettersOf(label: string): string {
  const letters = label.slice(0, 4) === 'xn--' && label.length < 64 ? decoded(label.slice(4)) : '';
  // No signs, spaces, joiners or pairs of surrogates, and not all of it plain.
  const isHonest = /^[-a-z0-9\xa1-\u1fff\u2070-\u2129\u212b-\ud7ff\ue000-\ufefe]+$/.test(letters) && /[^\0-\x7f]/.test(letters);
  return isHonest && letters === lower(letters).normalize('NFC') ? letters : label;
}

/** Punycode (RFC 3492): an empty string where it is none. */
function decoded(encoded: string): string {
  const dash = encoded.lastIndexOf('-');
  const letters = encoded.slice(0, Math.max(dash, 0)).split('');
  let point = 128;
  let index = 0;
  let bias = 72;
  for (let at = dash + 1; at < encoded.length; index += 1) {
    const before = index;
    let weight = 1;
    for (let k = 36; ; k += 36, at += 1) {
      // The letters are the digits 0 to 25, the figures 26 to 35.
      const digit = (parseInt(encoded.charAt(at), 36) + 26) % 36;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      index += digit * weight;
      weight *= 36 - threshold;
      if (!(index < 0x7fffffff)) return '';
      if (digit < threshold) break;
    }
    at += 1;
    const count = letters.length + 1;
    let left = Math.floor((index - before) / (before === 0 ? 700 : 2));
    left += Math.floor(left / count);
    for (bias = 0; left > 455; bias += 36) left = Math.floor(left / 35);
    bias += Math.floor((36 * left) / (left + 38));
    point += Math.floor(index / count);
    index %= count;
    if (point > 0xffff) return '';
    letters.splice(index, 0, String.fromCharCode(point));
  }
  return letters.join('');
}
