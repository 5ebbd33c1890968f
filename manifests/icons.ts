import type { Picture } from './png.ts';

/** Every image of the add-in by the name of its file: for ribbons, phones and lists by their pixels, and the unified manifest's two. */
export const icons: { readonly [file: string]: () => Picture } = {
  ...Object.fromEntries([16, 25, 32, 48, 64, 80, 128].map(size => [`${size}.png`, () => drawn(size, 'color')])),
  'color.png': () => drawn(192, 'color'),
  'outline.png': () => drawn(32, 'outline')
};

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

const green: Colour = [0x14, 0x53, 0x4f];
const gold: Colour = [0xf4, 0xc1, 0x52];
const white: Colour = [255, 255, 255];

/** Beadle's sign on a field of 32 by 32: a B whose lower half ticks. */
const letter: readonly Point[] = [[9, 8], ...arc([18, 12.5], 4.5, -90, 58), ...arc([18.6, 20.5], 4.5, -58, 90), [9, 25], [9, 8]];
const tick: readonly Point[] = [
  [12.6, 16.4],
  [15.2, 19],
  [19.8, 13.8]
];

/** The sign in so many pixels: white and gold on green, or, as Microsoft 365 wants its outline, white alone on nothing. */
function drawn(size: number, kind: 'color' | 'outline'): Picture {
  const pixels = new Uint8Array(size * size * 4);
  // The outline has no field around it to leave room for.
  const zoom = kind === 'color' ? 1 : 1.5;
  const step = 32 / size / zoom;
  const middle: Point = kind === 'color' ? [16, 16] : [15.6, 16.5];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const at: Point = [middle[0] + (x + 0.5 - size / 2) * step, middle[1] + (y + 0.5 - size / 2) * step];
      const cover = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance / step));
      const layers: readonly (readonly [Colour, number])[] = [
        [green, kind === 'color' ? cover(toField(at)) : 0],
        [white, cover(toLine(at, letter) - 1.3)],
        [kind === 'color' ? gold : white, cover(toLine(at, tick) - 1.2)]
      ];
      pixels.set(mixed(layers), (y * size + x) * 4);
    }
  }
  return { width: size, height: size, pixels };
}

/** Colours laid one over the other, each by how much of the pixel it covers. */
function mixed(layers: readonly (readonly [Colour, number])[]): readonly number[] {
  let [red, greens, blue, alpha] = [0, 0, 0, 0];
  for (const [[r, g, b], cover] of layers) {
    red = r * cover + red * (1 - cover);
    greens = g * cover + greens * (1 - cover);
    blue = b * cover + blue * (1 - cover);
    alpha = cover + alpha * (1 - cover);
  }
  // So far each colour is weighed by its cover; a PNG wants it whole.
  return [...[red, greens, blue].map(value => (alpha === 0 ? 0 : Math.round(value / alpha))), Math.round(alpha * 255)];
}

/** How far a point lies outside the field with its round corners; less than nothing inside. */
function toField([x, y]: Point): number {
  const [dx, dy] = [Math.abs(x - 16) - 8, Math.abs(y - 16) - 8];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - 8;
}

function toLine(at: Point, line: readonly Point[]): number {
  return Math.min(...line.slice(1).map((end, i) => toStretch(at, line[i]!, end)));
}

function toStretch([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Points on a circle, clockwise, from one angle to another; 0 degrees points to the right. */
function arc([x, y]: Point, radius: number, from: number, to: number): readonly Point[] {
  return Array.from({ length: 17 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 16) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}
