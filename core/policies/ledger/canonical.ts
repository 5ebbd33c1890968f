/**
 * JSON in its one canonical form (RFC 8785): keys in the order of their UTF-16 units, numbers as ECMAScript writes them, no blanks. What has no place
 * in JSON is treated as `JSON.stringify` does: `undefined` is left out of an object, a number that is not finite is null. The RFC refuses a surrogate
 * without its other half; here it becomes U+FFFD, so that nothing that somebody types can stop an entry and UTF-8 can carry it.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) {
    let text = '[';
    for (let i = 0; i < value.length; i += 1) text += (i === 0 ? '' : ',') + canonical(value[i]);
    return `${text}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = value as { readonly [key: string]: unknown };
    let text = '';
    for (const key of Object.keys(members).sort()) {
      const member = members[key];
      if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(member)}`;
    }
    return `{${text}}`;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? JSON.stringify(value) : 'null';
}

/** The escapes of `JSON.stringify` are those of the RFC. */
function quoted(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  return JSON.stringify(/[\ud800-\udfff]/.test(text) ? text.replace(halves, whole => (whole.length === 2 ? whole : '\ufffd')) : text);
}

/** Nothing to escape, which is nearly every text here. */
const plain = /^[ !#-[\]-~]*$/;

const halves = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
