/**
 * An address in the one form in which addresses are compared: trimmed, out of its angle brackets, lower case, without a trailing dot.
 * Quotes round a local part that needs none are taken off. Look-alike letters are left alone: a Cyrillic `ѕchool.example` is not the school.
 */
export function normalAddress(raw: string): string {
  const open = raw.lastIndexOf('<');
  const close = raw.indexOf('>', open);
  const bare = (open >= 0 && close > open ? raw.slice(open + 1, close) : raw).trim().toLowerCase();
  const at = bare.lastIndexOf('@');
  if (at < 0) return bare;
  const local = bare.slice(0, at);
  const quoted = /^"([a-z0-9!#$%&'*+/=?^_`{|}~.-]+)"$/.exec(local);
  return `${quoted ? quoted[1] : local}@${bareDomain(bare.slice(at + 1))}`;
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

/** Whether a whole domain is one of these: never a suffix, never a prefix. */
export function isOneOf(domain: string, domains: readonly string[]): boolean {
  return domain !== '' && domains.indexOf(bareDomain(domain)) >= 0;
}

function bareDomain(domain: string): string {
  let end = domain.length;
  while (end > 0 && domain.charCodeAt(end - 1) === 46) end -= 1;
  return domain.slice(0, end).trim();
}
