import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** What windows-1252 means by the bytes 0x80 to 0x9f; where it means nothing, a space. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Puts the characters right that Node 20 decodes wrongly: its `TextDecoder('windows-1252')`, which stands behind ISO-8859-1 and ASCII as well,
 * hands out the control characters U+0080 to U+009F for the bytes that mean quotes, dashes and the euro. No mail means those control
 * characters, so they are read as those bytes, wherever they come from. Every character keeps its offset.
 */
export function repaired(text: string): string {
  return control.test(text) ? text.replace(controls, found => meant(found)) : text;
}

const control = /[\u0080-\u009f]/;
const controls = /[\u0080-\u009f]/g;

function meant(found: string): string {
  const character = upper[found.charCodeAt(0) - 0x80]!;
  return character === ' ' ? found : character;
}

/**
 * A mail whose undeclared bytes are UTF-8. What declares no charset and is no UTF-8 (raw letters in headers, the text of old programs) is
 * windows-1252; what declares one is left to the parser, and so are mails of several parts, which may hold files.
 */
export function declared(mail: Uint8Array): Uint8Array {
  if (isUtf8(mail)) return mail;
  const bytes = Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength);
  const [end] = [bytes.indexOf('\n\n'), bytes.indexOf('\n\r\n')].filter(at => at >= 0).sort((a, b) => a - b);
  const head = bytes.subarray(0, end ?? bytes.length);
  const body = bytes.subarray(head.length);
  const silent = !/charset|multipart\//i.test(head.toString('latin1'));
  return Buffer.concat([isUtf8(head) ? head : inUtf8(head), silent ? inUtf8(body) : body]);
}

function inUtf8(bytes: Buffer): Buffer {
  return Buffer.from(iconv.decode(bytes, 'windows-1252'));
}
