import assert from 'node:assert/strict';
import { zip } from '../../manifests/zip.ts';

describe('manifests: the package', () => {
  it('is a zip archive in which each file stands as it is, byte by byte', () => {
    // PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. The check sum of «123456789» is that of every textbook.
    const front = `504b0304 1400 0008 0000 0000 2100 2639f4cb 09000000 09000000 0500 0000 ${hex('a.txt')} ${hex('123456789')}`;
    const entry = `504b0102 1400 1400 0008 0000 0000 2100 2639f4cb 09000000 09000000 0500 0000 0000 0000 0000 00000000 00000000 ${hex('a.txt')}`;
    const end = '504b0506 0000 0000 0100 0100 33000000 2c000000 0000';
    assert.equal(
      Buffer.from(zip([{ name: 'a.txt', bytes: Buffer.from('123456789') }])).toString('hex'),
      `${front}${entry}${end}`.replaceAll(' ', '')
    );
  });

  it('finds its second file behind the first', () => {
    const archive = Buffer.from(
      zip([
        { name: 'a', bytes: Uint8Array.of(1, 2, 3) },
        { name: 'b', bytes: Uint8Array.of(4) }
      ])
    );
    const directory = archive.readUInt32LE(archive.length - 6);
    const second = archive.readUInt32LE(directory + 46 + 1 + 42);
    assert.equal(archive.readUInt32LE(second), 0x04034b50);
    assert.equal(archive.toString('latin1', second + 30, second + 31), 'b');
    assert.equal(archive[second + 31], 4);
  });
});

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}
