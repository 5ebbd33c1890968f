import type { Block } from './report.ts';
import { tame } from './tame.ts';

type Shape = Pick<Extract<Block, { kind: 'table' }>, 'columns' | 'rows'>;

/** Signs of a word that a narrow column makes room for. */
const longWord = 16;
/** Signs of a few words that are not broken where sentences beside them can be. */
const fewWords = 22;

/**
 * How wide each column of a table is, in a room of so many units, where a sign takes `sign` of them: as wide as it needs to be where there is room; else no
 * word of ordinary length is broken, and of what is left those have more that say more.
 */
export function widthsOf({ columns, rows }: Shape, room: number, sign = 1): readonly number[] {
  const cells = columns.map((column, i) => [column, ...rows.map(row => tame(row[i] || ''))]);
  const wanted = cells.map(texts => sign * Math.max(1, ...texts.map(({ length }) => length)));
  if (sumOf(wanted) <= room) return wanted;
  const words = cells.map(texts => Math.max(1, ...texts.map(text => Math.max(...text.split(/\s+/).map(({ length }) => length)))));
  const weights = cells.map(
    (texts, i) =>
      Math.pow(wanted[i]!, 0.2) *
      Math.pow(
        texts.reduce((sum, { length }) => sum + length * length, 1),
        0.35
      )
  );
  const unbroken = wanted.map((each, i) => Math.min(each, sign * Math.min(longWord, words[i]!)));
  const whole = wanted.map((each, i) => (each <= sign * fewWords ? each : unbroken[i]!));
  const least = sumOf(whole) <= room * 0.6 ? whole : unbroken;
  if (sumOf(least) > room) return weights.map(weight => Math.max(sign, (room * weight) / sumOf(weights)));
  const widths = least.slice();
  for (let round = 0; round <= columns.length; round += 1) {
    const left = room - sumOf(widths);
    const open = widths.map((width, i) => (width < wanted[i]! ? weights[i]! : 0));
    const all = sumOf(open);
    if (left < sign || all === 0) break;
    open.forEach((weight, i) => (widths[i] = Math.min(wanted[i]!, widths[i]! + (left * weight) / all)));
  }
  return widths;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
