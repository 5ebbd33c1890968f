import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { icons } from '../../manifests/icons.ts';
import { pictureIn, pngOf, sizeOfPng } from '../../manifests/png.ts';

const folder = 'addin/outlook/icons';
const sizes: { readonly [file: string]: number } = {
  '16.png': 16,
  '25.png': 25,
  '32.png': 32,
  '48.png': 48,
  '64.png': 64,
  '80.png': 80,
  '128.png': 128,
  'color.png': 192,
  'outline.png': 32
};

describe('manifests: images', () => {
  it('are these, and no others', () => assert.deepEqual(readdirSync(folder).sort(), Object.keys(sizes).sort()));

  for (const [file, size] of Object.entries(sizes)) {
    it(`${file} has ${size} by ${size} pixels, is small, and is what the drawing gives`, () => {
      const bytes = readFileSync(`${folder}/${file}`);
      assert.deepEqual(sizeOfPng(bytes), { width: size, height: size });
      assert.ok(statSync(`${folder}/${file}`).size < 4096);
      assert.deepEqual(pictureIn(bytes), icons[file]!());
    });
  }

  it('show the sign: green at the edge, white in the letter, gold in the tick, nothing in the corner', () => {
    const { pixels } = icons['128.png']!();
    const at = (x: number, y: number): readonly number[] => [...pixels.subarray((y * 128 + x) * 4, (y * 128 + x) * 4 + 4)];
    assert.deepEqual(at(64, 6), [0x14, 0x53, 0x4f, 255]);
    assert.deepEqual(at(36, 70), [255, 255, 255, 255]);
    assert.deepEqual(at(61, 76), [0xf4, 0xc1, 0x52, 255]);
    assert.deepEqual(at(0, 0), [0, 0, 0, 0]);
  });

  it('has an outline in white on nothing, as Microsoft 365 asks', () => {
    const { pixels } = icons['outline.png']!();
    const colours = new Set<string>();
    for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3]! > 0) colours.add(pixels.subarray(i, i + 3).join());
    assert.deepEqual([...colours], ['255,255,255']);
  });

  it('are read back as they were written, and nothing else is taken for one', () => {
    const picture = { width: 2, height: 1, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) };
    assert.deepEqual(pictureIn(pngOf(picture)), picture);
    assert.equal(sizeOfPng(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), undefined);
  });
});
