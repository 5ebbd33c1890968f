import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** The same picture with at most 256 colours, which is enough for a page and a third of the bytes: PNG of 8 bits a channel, as the browser makes it. */
export function reduced(png: Buffer): Buffer {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const rows = unfiltered(inflateSync(Buffer.concat(chunksOf(png, 'IDAT'))), width * channels, height, channels);
  const counts = new Map<number, number>();
  const colours = new Uint32Array(width * height);
  for (let i = 0; i < colours.length; i += 1) {
    const colour = (rows[i * channels]! << 16) | (rows[i * channels + 1]! << 8) | rows[i * channels + 2]!;
    colours[i] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  // A colour that hardly differs from one that is there already would take the place of one that stands out.
  const palette: number[] = [];
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (palette.length < 256 && palette.every(each => distanceOf(each, colour) > 12)) palette.push(colour);
  }
  const places = new Map<number, number>();
  for (const colour of counts.keys()) places.set(colour, nearest(colour, palette));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = places.get(colours[y * width + x]!)!;
  const header = Buffer.from(png.subarray(16, 29));
  header[8] = 8;
  header[9] = 3;
  const table = Buffer.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  let least = Infinity;
  palette.forEach((each, at) => {
    const distance = distanceOf(each, colour);
    if (distance < least) [best, least] = [at, distance];
  });
  return best;
}

function distanceOf(a: number, b: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
}

function chunksOf(png: Buffer, type: string): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === type) found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return found;
}

/** The bytes of the rows without the filters by which PNG foretells each from its neighbours (PNG, 9.2). */
function unfiltered(data: Buffer, width: number, height: number, channels: number): Buffer {
  const out = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (width + 1)]!;
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const left = x >= channels ? out[at - channels]! : 0;
      const up = y > 0 ? out[at - width]! : 0;
      const corner = x >= channels && y > 0 ? out[at - width - channels]! : 0;
      const foretold = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      out[at] = data[y * (width + 1) + 1 + x]! + foretold;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map(each => Math.abs(guess - each)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
