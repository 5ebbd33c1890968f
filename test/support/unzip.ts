import { inflateRawSync } from 'node:zlib';

/** The texts of the files in a zip archive, by their paths, as its central directory lists them. */
export async function unzipped(zip: Buffer): Promise<{ readonly [path: string]: string }> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const files: { [path: string]: string } = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name, extra, comment] = [10, 20, 28, 30, 32].map(offset =>
      offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset)
    ) as [number, number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const path = zip.toString('utf8', at + 46, at + 46 + name);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    files[path] = (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return files;
}
