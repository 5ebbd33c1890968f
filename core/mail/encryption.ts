/** `sealed`: nobody opens it without a password or key. `open`: anybody does. `unknown`: the bytes at hand do not tell. */
export type Protection = 'sealed' | 'open' | 'unknown';

/** One file in a zip archive. */
export interface Entry {
  readonly name: string;
  readonly sealed: boolean;
}

/**
 * Whether a file is encrypted, by its own bytes: Office (ECMA-376 agile and standard encryption, and the older formats' flags), PDF, zip, 7z,
 * OpenPGP, S/MIME. `bytes` may be only the first part of a file of `size` bytes. Never throws.
 */
export function protectionOf(bytes: Uint8Array, size: number = bytes.length): Protection {
  if (begins(bytes, 'PK\u0003\u0004') || begins(bytes, 'PK\u0005\u0006')) return ofZip(bytes);
  if (begins(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return ofCompound(bytes, size);
  if (begins(bytes, '%PDF-')) return ofPdf(bytes, size);
  if (begins(bytes, "7z\u00bc\u00af'\u001c")) return ofSevenZip(bytes);
  if (begins(bytes, 'Rar!')) return 'unknown';
  if (begins(bytes, '-----BEGIN PGP MESSAGE-----') || begins(bytes, 'age-encryption.org/') || begins(bytes, '-----BEGIN AGE '))
    return 'sealed';
  return bytes.length === 0 ? 'unknown' : 'open';
}

/** The files in a zip archive, as its directory at the end lists them, or, where that is not at hand, as they stand one after the other. */
export function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const listed = fromDirectory(bytes);
  return listed.length > 0 ? listed : fromFront(bytes);
}

function ofZip(bytes: Uint8Array): Protection {
  const entries = entriesOf(bytes).filter(({ name }) => name.slice(-1) !== '/');
  if (entries.length === 0) return 'unknown';
  if (entries.every(({ sealed }) => sealed)) return 'sealed';
  // An encrypted OpenDocument file says so in a manifest that is itself compressed.
  return entries[0]!.name === 'mimetype' ? 'unknown' : 'open';
}

const mostEntries = 5000;

function fromDirectory(bytes: Uint8Array): readonly Entry[] {
  const entries: Entry[] = [];
  for (let end = bytes.length - 22; end >= 0 && end > bytes.length - 66000; end -= 1) {
    if (bytes[end] !== 0x50 || !isAt(bytes, end, 'PK\u0005\u0006')) continue;
    let at = u32(bytes, end + 16);
    while (entries.length < mostEntries && at + 46 <= bytes.length && isAt(bytes, at, 'PK\u0001\u0002')) {
      const length = u16(bytes, at + 28);
      entries.push({ name: latin(bytes, at + 46, length), sealed: (u16(bytes, at + 8) & 1) === 1 });
      at += 46 + length + u16(bytes, at + 30) + u16(bytes, at + 32);
    }
    break;
  }
  return entries;
}

function fromFront(bytes: Uint8Array): readonly Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (entries.length < mostEntries && at + 30 <= bytes.length && isAt(bytes, at, 'PK\u0003\u0004')) {
    const flags = u16(bytes, at + 6);
    const length = u16(bytes, at + 26);
    entries.push({ name: latin(bytes, at + 30, length), sealed: (flags & 1) === 1 });
    // Bit 3: the length stands behind the file, so the next one cannot be found from here.
    if ((flags & 8) !== 0) break;
    at += 30 + length + u16(bytes, at + 28) + u32(bytes, at + 18);
  }
  return entries;
}

/** A compound file: directory entries are 128 bytes, each at a multiple of 128, and begin with their name in UTF-16. */
function ofCompound(bytes: Uint8Array, size: number): Protection {
  const sector = 1 << Math.min(16, u16(bytes, 30));
  let seen = false;
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const first = bytes[at]!;
    if ((first !== 0x45 && first !== 0x57 && first !== 0x42) || bytes[at + 1] !== 0) continue;
    if (isWide(bytes, at, 'EncryptedPackage') || isWide(bytes, at, 'EncryptedSummary')) return 'sealed';
    const start = (u32(bytes, at + 116) + 1) * sector;
    if (isWide(bytes, at, 'WordDocument') && u16(bytes, start) === 0xa5ec) {
      seen = true;
      if ((u16(bytes, start + 10) & 0x100) !== 0) return 'sealed';
    } else if ((isWide(bytes, at, 'Workbook') || isWide(bytes, at, 'Book')) && u16(bytes, start) === 0x0809) {
      seen = true;
      if (hasFilePass(bytes, start)) return 'sealed';
    }
  }
  return seen || bytes.length >= size ? 'open' : 'unknown';
}

/** In an encrypted workbook the FILEPASS record stands among the first (MS-XLS 2.4.117). */
function hasFilePass(bytes: Uint8Array, start: number): boolean {
  let at = start;
  for (let records = 0; records < 20 && at + 4 <= bytes.length; records += 1) {
    if (u16(bytes, at) === 0x2f) return true;
    at += 4 + u16(bytes, at + 2);
  }
  return false;
}

/** The trailer, or the cross-reference stream in its place, names the encryption dictionary (ISO 32000-1, 7.5.5). */
function ofPdf(bytes: Uint8Array, size: number): Protection {
  const tail = latin(bytes, Math.max(0, bytes.length - 2048), 2048);
  const pointer = tail.lastIndexOf('startxref');
  if (pointer < 0) {
    const seen = named(latin(bytes, 0, 4096) + tail);
    return seen === 'open' && bytes.length < size ? 'unknown' : seen;
  }
  const at = parseInt(tail.slice(pointer + 9, pointer + 30).trim(), 10) || 0;
  // The trailer stands behind a plain table, before the pointer; the dictionary of a stream, or of a file made for the web, where it points.
  return named(latin(bytes, at, 8192) + tail);
}

function named(text: string): Protection {
  return /\/Encrypt[ \t\r\n/<]/.test(text) ? 'sealed' : 'open';
}

/** The coder 06 F1 07 01 (AES-256 with SHA-256) in the header at the end; behind a packed header it may be out of sight. */
function ofSevenZip(bytes: Uint8Array): Protection {
  const start = 32 + u32(bytes, 12);
  const length = u32(bytes, 20);
  if (length === 0 || start >= bytes.length) return 'unknown';
  for (let at = start; at + 4 <= Math.min(bytes.length, start + length); at += 1) {
    if (bytes[at] === 0x06 && bytes[at + 1] === 0xf1 && bytes[at + 2] === 0x07 && bytes[at + 3] === 0x01) return 'sealed';
  }
  return bytes[start] === 0x01 ? 'open' : 'unknown';
}

function begins(bytes: Uint8Array, mark: string): boolean {
  return isAt(bytes, 0, mark);
}

function isAt(bytes: Uint8Array, at: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i += 1) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}

function isWide(bytes: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i += 1) if (bytes[at + 2 * i] !== name.charCodeAt(i) || bytes[at + 2 * i + 1] !== 0) return false;
  return bytes[at + 2 * name.length] === 0 && bytes[at + 2 * name.length + 1] === 0;
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
