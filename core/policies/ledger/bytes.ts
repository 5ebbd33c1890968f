/** A text as UTF-8, after `room` bytes that are left zero. A surrogate without its other half becomes U+FFFD. */
export function utf8(text: string, room = 0): Uint8Array {
  const bytes = new Uint8Array(room + text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return wideUtf8(text, room);
    bytes[room + i] = code;
  }
  return bytes;
}

/** The same where not every character is ASCII: a unit of UTF-16 takes three bytes at most. */
function wideUtf8(text: string, room: number): Uint8Array {
  const bytes = new Uint8Array(room + text.length * 3);
  let at = room;
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = code < 0xdc00 ? text.charCodeAt(i + 1) : 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        i += 1;
      } else code = 0xfffd;
    }
    if (code < 0x80) bytes[at++] = code;
    else if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
      else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    }
    if (code >= 0x80) bytes[at++] = 0x80 | (code & 0x3f);
  }
  return bytes.slice(0, at);
}

const digits = '0123456789abcdef';
const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => digits.charAt(byte >> 4) + digits.charAt(byte & 15));

/** Bytes as hexadecimal digits in lower case. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 1) text += pairs[bytes[i]!]!;
  return text;
}

/** The bytes that were written as hexadecimal digits in lower case, or nothing where they were not. */
export function fromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i += 1) {
    const high = digitOf(text.charCodeAt(2 * i));
    const low = digitOf(text.charCodeAt(2 * i + 1));
    if (high < 0 || low < 0) return undefined;
    bytes[i] = high * 16 + low;
  }
  return bytes;
}

/** What a digit counts, by its character code; -1 for what is none. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 (RFC 4648, section 4), with its padding. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] || 0) << 8) | (bytes[i + 2] || 0);
    text += letters.charAt(three >> 18) + letters.charAt((three >> 12) & 63);
    text += i + 1 < bytes.length ? letters.charAt((three >> 6) & 63) : '=';
    text += i + 2 < bytes.length ? letters.charAt(three & 63) : '=';
  }
  return text;
}

/** The bytes that were written as base64 with its padding, or nothing where they were not: one text for the same bytes and no other. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.slice(-2) === '==' ? 2 : text.slice(-1) === '=' ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, at = 0; i < text.length; i += 4) {
    let four = 0;
    for (let j = 0; j < 4; j += 1) {
      const padded = i + j >= text.length - padding;
      const value = padded ? 0 : letters.indexOf(text.charAt(i + j));
      if (value < 0) return undefined;
      four = (four << 6) | value;
    }
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = (four >> shift) & 255;
  }
  return base64(bytes) === text ? bytes : undefined;
}
