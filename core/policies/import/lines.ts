import type { Block, Left, Line } from './document.ts';
import { markerOf } from './markers.ts';
import { goesOn, isPageNumber, joined, likeness, tidyText } from './shape.ts';

/** Makes blocks of printed lines: running lines and page numbers go, wrapped lines and sentences broken by a page end are put together. */
export function blocksOfLines(lines: readonly Line[]): { readonly blocks: readonly Block[]; readonly left: readonly Left[] } {
  const left: Left[] = [];
  const kept = withoutRunning(
    lines.map(line => ({ ...line, text: tidyText(line.text) })),
    left
  );
  const margin = marginOf(kept);
  const blocks: Open[] = [];
  const lists: Level[] = [];
  let open: Open | undefined;
  for (const line of kept) {
    const hashes = /^#{1,6} /.exec(line.text);
    if (hashes) {
      const level = hashes[0].length - 1;
      const text = line.text
        .slice(level)
        .replace(/#{1,6}$/, '')
        .trim();
      open = { kind: 'heading', text, level, page: line.page, last: line };
      lists.length = 0;
      blocks.push(open);
      continue;
    }
    const marker = markerOf(line.text);
    const text = marker ? line.text.slice(marker.length).trim() : line.text;
    if (text === '') continue;
    const row = !marker && text.indexOf('\t') > 0;
    // Some formats draw bullets instead of writing them: what stands indented under «… must not:» is a list all the same.
    const listed: boolean = !marker && !row && open !== undefined && isListed(open, line);
    if (!marker && open && (listed ? goesOnListed(open, line, margin) : continues(open, line, margin))) {
      open.text = joined(open.text, text);
      open.last = line;
      continue;
    }
    if (row) open = { kind: 'row', text, level: 0, page: line.page, last: line };
    else if (listed) {
      const edge: number = open!.edge === undefined ? open!.last.left : open!.edge;
      open = { kind: 'item', text, level: levelOf(lists, '', undefined, line.left), page: line.page, edge, last: line };
    } else if (marker && marker.number !== undefined && line.size > 1.12 && text.length <= 80 && !/[.;:,]$/.test(text)) {
      lists.length = 0;
      open = { kind: 'heading', text: line.text, level: line.size > 1.5 ? 1 : 2, page: line.page, last: line };
    } else if (marker) {
      const level = levelOf(lists, marker.style, marker.number, line.left);
      open = { kind: 'item', text, level, page: line.page, last: line, ...(marker.number === undefined ? {} : { number: marker.number }) };
    } else {
      lists.length = 0;
      open =
        line.size > 1.12
          ? { kind: 'heading', text, level: line.size > 1.5 ? 1 : 2, page: line.page, last: line }
          : { kind: 'paragraph', text, level: 0, page: line.page, last: line };
    }
    blocks.push(open);
  }
  return {
    blocks: blocks.map(({ kind, text, level, page, number }) => ({ kind, text, level, page, ...(number === undefined ? {} : { number }) })),
    left
  };
}

interface Open {
  readonly kind: Block['kind'];
  text: string;
  readonly level: number;
  readonly page: number;
  readonly number?: string;
  /** Of an item whose bullet is not written: how far left its lead-in stands. */
  readonly edge?: number;
  last: Line;
}

function isListed({ kind, text, edge, last }: Open, line: Line): boolean {
  if (Math.abs(line.size - last.size) > 0.12) return false;
  const room = letterOf(line) * 1.5;
  if (edge !== undefined) return line.left > edge + room;
  return (kind === 'paragraph' || kind === 'item') && text.slice(-1) === ':' && line.left > last.left + room;
}

function goesOnListed({ text, edge, last }: Open, line: Line, margin: number): boolean {
  if (edge === undefined || Math.abs(line.left - last.left) > letterOf(line) / 2 || /[.;:]$/.test(text)) return false;
  return margin > 0 && last.right + firstWordOf(line) >= margin * 0.97;
}

function letterOf({ left, right, text }: Line): number {
  return (right - left) / Math.max(1, text.length);
}

function continues(open: Open, line: Line, margin: number): boolean {
  if (open.kind === 'row' || open.text.length > 20000 || line.text.indexOf('\t') > 0) return false;
  const { last } = open;
  if (Math.abs(line.size - last.size) > 0.12 || /_{4}/.test(last.text) || /_{4}/.test(line.text)) return false;
  if (open.kind === 'heading') return line.page === last.page && line.gap < 0.5;
  const turned = line.page !== last.page;
  // A sentence that stops in the middle goes on, whatever lies between: an empty line, a page end.
  if (goesOn(open.text, line.text)) return true;
  if (margin === 0 || (line.gap >= 0.5 && !turned)) return false;
  const full = last.right + firstWordOf(line) >= margin * 0.97;
  return turned ? full && !/[.!?:;]['"’”)]?$/.test(open.text) : full;
}

function firstWordOf(line: Line): number {
  const end = line.text.indexOf(' ');
  return ((line.right - line.left) / Math.max(1, line.text.length)) * (end < 0 ? line.text.length : end + 1);
}

/** Where lines are broken, or 0 where each line is a paragraph of its own. */
function marginOf(lines: readonly Line[]): number {
  const rights = lines.map(line => line.right).sort((a, b) => a - b);
  if (rights.length === 0) return 0;
  const usual = rights[Math.floor(rights.length * 0.9)]!;
  const longest = rights[rights.length - 1]!;
  const letters = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  // Nobody prints lines of more than about 130 letters: so long a line was never wrapped.
  return letters > 140 && longest > usual * 1.15 ? 0 : letters > 200 ? 0 : usual;
}

interface Level {
  readonly style: string;
  readonly left: number;
  number: string | undefined;
}

/** The depth of an item, by the style of its marker first and by its indent second: indents are the first thing to go wrong in a conversion. */
function levelOf(lists: Level[], style: string, number: string | undefined, left: number): number {
  for (let depth = lists.length - 1; depth >= 0; depth -= 1) {
    const level = lists[depth]!;
    const numeric = number !== undefined && level.number !== undefined;
    const next = numeric && /^\d+$/.test(number) && Number(number) === Number(level.number) + 1;
    if (level.style !== style && !next) {
      // In one list of bullets a less indented sign of another form is still a step back.
      if (number === undefined && level.number === undefined && left < level.left) lists.length = depth;
      continue;
    }
    if (numeric || Math.abs(left - level.left) < 0.5) {
      lists.length = depth + 1;
      level.number = number;
      return depth;
    }
    if (left > level.left) break;
    lists.length = depth;
  }
  lists.push({ style, left, number });
  return Math.min(lists.length - 1, 8);
}

/** Takes away what is printed on every page: the first and last lines of pages that come again, and page numbers. */
function withoutRunning(lines: readonly Line[], left: Left[]): readonly Line[] {
  const pages = lines.length > 0 ? lines[lines.length - 1]!.page : 0;
  const edges = edgesOf(lines, pages > 1);
  const seen = new Map<string, number>();
  edges.forEach((edge, i) => {
    const line = lines[i]!;
    if (edge && line.text.length <= 120 && !markerOf(line.text)) seen.set(likeness(line.text), (seen.get(likeness(line.text)) || 0) + 1);
  });
  const enough = pages > 1 ? Math.max(2, Math.ceil(pages / 3)) : 2;
  let carried = 0;
  const kept: Line[] = [];
  lines.forEach((line, i) => {
    const like = likeness(line.text);
    const running = edges[i] === true && (seen.get(like) || 0) >= enough;
    const number = isPageNumber(line.text) && (edges[i] === true || line.gap >= 1);
    if (!running && !number) {
      kept.push(carried > line.gap ? { ...line, gap: carried } : line);
      carried = 0;
      return;
    }
    // Without pages, the first of the lines that come again is the title.
    if (running && !number && pages === 1 && kept.length === 0) {
      kept.push(line);
      return;
    }
    carried = Math.max(carried, line.gap);
    left.push({ text: line.text, because: number ? 'page-number' : 'running-line' });
  });
  return kept;
}

/** The lines that may be printed on every page: three at each end of a page; without pages, those after two empty lines or more. */
function edgesOf(lines: readonly Line[], paged: boolean): readonly boolean[] {
  return lines.map((line, i) => {
    if (!paged) return line.gap >= 2 || i === 0;
    for (let step = 1; step <= 3; step += 1) {
      if (!lines[i - step] || lines[i - step]!.page !== line.page) return true;
      if (!lines[i + step] || lines[i + step]!.page !== line.page) return true;
    }
    return false;
  });
}
