/** `sealed`: nobody opens it without a password or key. `open`: anybody does. `unknown`: the bytes at hand do not tell. */
export type Protection = 'sealed' | 'open' | 'unknown';

/** One file in a zip archive. */
export interface Entry {
  readonly name: string;
  readonly sealed: boolean;
}

/**
 * Whether a file is encrypted, by its own bytes: Office (ECMA-376 agile and standard encryption), PDF, zip. `bytes` may be only the first part of a
 * file of `size` bytes. Never throws.
 */
export function protectionOf(bytes: Uint8Array, size: number = bytes.length): Protection {
  const head = latin(bytes, 0, 8);
  if (/^PK[\x03\x05]/.test(head)) return ofZip(bytes);
  if (/^%PDF/.test(head)) return ofPdf(bytes, size);
  // Of the older formats of Office, whose flags stand elsewhere, nothing more is known.
  if (/^\xd0\xcf\x11\xe0/.test(head)) return hasEncryptedPackage(bytes) ? 'sealed' : 'unknown';
  return head === '' || /^(?:7z|Rar!|-----BEG)/.test(head) ? 'unknown' : 'open';
}

/** The files in a zip archive, as its directory at the end lists them: none where that is not at hand. */
export function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const entries: Entry[] = [];
  const tail = Math.max(0, bytes.length - 66000);
  const end = tail + latin(bytes, tail, 66000).lastIndexOf('PK\x05\x06');
  for (let at = end < tail ? bytes.length : u32(bytes, end + 16); entries.length < mostEntries && latin(bytes, at, 4) === 'PK\x01\x02'; ) {
    const length = u16(bytes, at + 28);
    entries.push({ name: latin(bytes, at + 46, length), sealed: (u16(bytes, at + 8) & 1) === 1 });
    at += 46 + length + u16(bytes, at + 30) + u16(bytes, at + 32);
  }
  return entries;
}

const mostEntries = 5000;

function ofZip(bytes: Uint8Array): Protection {
  const entries = entriesOf(bytes).filter(({ name }) => name.slice(-1) !== '/');
  // An encrypted OpenDocument file says so in a manifest that is itself compressed.
  if (entries.length === 0 || entries[0]!.name === 'mimetype') return 'unknown';
  return entries.every(({ sealed }) => sealed) ? 'sealed' : 'open';
}

/** A compound file: directory entries are 128 bytes, each at a multiple of 128, and begin with their name in UTF-16. */
function hasEncryptedPackage(bytes: Uint8Array): boolean {
  for (let at = 512; at < bytes.length; at += 128) {
    if (bytes[at] === 69 && latin(bytes, at, 32).replace(/\0/g, '') === 'EncryptedPackage') return true;
  }
  return false;
}

/** The trailer, or the cross-reference stream to which the end points, names the encryption dictionary (ISO 32000-1, 7.5.5). */
function ofPdf(bytes: Uint8Array, size: number): Protection {
  const tail = latin(bytes, Math.max(0, bytes.length - 2048), 2048);
  const pointer = /startxref\s{1,4}(\d{1,10})/.exec(tail);
  if (/\/Encrypt[\s/<]/.test(latin(bytes, pointer ? Number(pointer[1]) : 0, 8192) + tail)) return 'sealed';
  return bytes.length < size ? 'unknown' : 'open';
}

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] || 0) | ((bytes[at + 1] || 0) << 8);
}

function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) + u16(bytes, at + 2) * 65536;
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  let text = '';
  const end = Math.min(bytes.length, from + length);
  for (let at = from; at < end; at += 1) text += String.fromCharCode(bytes[at]!);
  return text;
}
