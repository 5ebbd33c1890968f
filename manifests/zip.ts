import { crc32 } from 'node:zlib';

/** A zip archive of these files, stored as they are and dated 1 January 1980, so that the same files give the same bytes. */
export function zip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const front: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = Buffer.from(name);
    // Version 2.0, names in UTF-8, stored, midnight, 1 January 1980.
    const about = packed(
      [20, 2],
      [0x0800, 2],
      [0, 2],
      [0, 2],
      [0x21, 2],
      [crc32(bytes), 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [path.length, 2],
      [0, 2]
    );
    front.push(packed([0x04034b50, 4]), about, path, bytes);
    directory.push(packed([0x02014b50, 4], [20, 2]), about, packed([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), path);
    offset += 30 + path.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = packed([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]);
  return new Uint8Array(Buffer.concat([...front, ...directory, end]));
}

/** Numbers, each in so many bytes, the lowest first. */
function packed(...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  return Buffer.concat(
    numbers.map(([value, bytes]) => {
      const cell = Buffer.alloc(bytes);
      cell.writeUIntLE(value, 0, bytes);
      return cell;
    })
  );
}
