/** Small files made byte by byte, true to their formats as far as their protection goes. */

interface Packed {
  readonly name: string;
  readonly sealed?: boolean;
}

/** A zip archive of empty files, stored; `sealed` ones bear the encryption flag. */
export function zip(files: readonly Packed[]): Uint8Array {
  const front: number[] = [];
  const directory: number[] = [];
  for (const { name, sealed } of files) {
    const flags = sealed ? 1 : 0;
    const offset = front.length;
    const middle = [...two(20), ...two(flags), ...two(0), ...four(0), ...four(0), ...four(0), ...four(0), ...two(name.length), ...two(0)];
    front.push(...ofText('PK\u0003\u0004'), ...middle, ...ofText(name));
    directory.push(
      ...ofText('PK\u0001\u0002'),
      ...two(20),
      ...middle,
      ...two(0),
      ...two(0),
      ...two(0),
      ...four(0),
      ...four(offset),
      ...ofText(name)
    );
  }
  const end = [...ofText('PK\u0005\u0006'), ...two(0), ...two(0), ...two(files.length), ...two(files.length), ...four(directory.length)];
  return Uint8Array.from([...front, ...directory, ...end, ...four(front.length), ...two(0)]);
}

/** A compound file: a header, one sector with its directory (up to three streams), then a sector for each stream. */
export function compound(streams: readonly { readonly name: string; readonly stream?: readonly number[] }[]): Uint8Array {
  const bytes = new Uint8Array(512 * (2 + streams.length));
  bytes.set(ofText('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'));
  bytes.set(two(9), 30);
  const entries = [{ name: 'Root Entry' }, ...streams];
  entries.slice(0, 4).forEach(({ name }, i) => {
    const at = 512 + i * 128;
    Array.from(name).forEach((letter, l) => bytes.set(two(letter.charCodeAt(0)), at + 2 * l));
    bytes.set(two(2 * (name.length + 1)), at + 64);
    bytes.set(four(i), at + 116);
  });
  streams.forEach(({ stream = [] }, i) => bytes.set(stream, 512 * (2 + i)));
  return bytes;
}

/** A PDF with this trailer dictionary, or with this cross-reference stream in its place. */
export function pdf(dictionary: string, kind: 'table' | 'stream' = 'table'): Uint8Array {
  const start = '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n';
  const references = kind === 'table' ? `xref\n0 1\n0000000000 65535 f \ntrailer\n${dictionary}\n` : `3 0 obj\n${dictionary}\nendobj\n`;
  return ofText(`${start}${references}startxref\n${start.length}\n%%EOF\n`);
}

/** One byte a character. */
export function ofText(text: string): Uint8Array {
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}

function two(value: number): readonly number[] {
  return [value & 255, (value >> 8) & 255];
}

function four(value: number): readonly number[] {
  return [...two(value & 65535), ...two(value >>> 16)];
}
