import { parse } from 'parse5';
import type { Block } from '../../core/policies/import/document.ts';

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

const skipped = new Set([
  'script',
  'style',
  'head',
  'nav',
  'header',
  'footer',
  'aside',
  'noscript',
  'template',
  'svg',
  'button',
  'select',
  'iframe',
  'form'
]);
const breaking = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'figcaption',
  'hr',
  'html',
  'main',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'br'
]);

/**
 * The pieces of an HTML page in reading order. Where a page marks its main part, only that is read, so that a web site's notices stay out. What is
 * hidden, and a page's own header, menus and footer, are left out.
 */
export function blocksOfHtml(html: string): readonly Block[] {
  const whole = parse(html) as unknown as Node;
  const main = mainOf(whole);
  const blocks = main ? blocksIn(main) : [];
  return blocks.length > 0 ? blocks : blocksIn(whole);
}

function blocksIn(node: Node): readonly Block[] {
  const writer = blockWriter();
  walk(node, writer, []);
  return writer.done();
}

/** The main part of a page. A loop, because a page may be nested deeper than functions can call each other. */
function mainOf(page: Node): Node | undefined {
  const waiting: Node[] = [page];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === 'main' || attribute(node, 'role') === 'main') return node;
    for (const child of node.childNodes || []) waiting.push(child);
  }
  return undefined;
}

interface List {
  readonly ordered: boolean;
  readonly style: string;
  next: number;
}

function walk(node: Node, writer: Writer, lists: readonly List[]): void {
  const name = node.nodeName;
  if (name === '#text') return writer.text(node.value || '');
  if (skipped.has(name) || isHidden(node)) return;
  const heading = /^h([1-6])$/.exec(name);
  if (heading) {
    writer.open({ kind: 'heading', level: Number(heading[1]) });
    inside(node, writer, lists);
    return writer.close();
  }
  if (name === 'ul' || name === 'ol') {
    const list = { ordered: name === 'ol', style: attribute(node, 'type') || '1', next: Number(attribute(node, 'start') || 1) };
    writer.close();
    for (const child of node.childNodes || []) walk(child, writer, [...lists, list]);
    return writer.close();
  }
  if (name === 'li') {
    const list = lists[lists.length - 1];
    const value = attribute(node, 'value');
    if (list && value) list.next = Number(value) || list.next;
    const number = list?.ordered ? numberAs(list.next, list.style) : undefined;
    if (list) list.next += 1;
    writer.open({ kind: 'item', level: Math.max(0, lists.length - 1), ...(number === undefined ? {} : { number }) });
    inside(node, writer, lists);
    return writer.close();
  }
  if (name === 'tr') {
    const cells = (node.childNodes || []).filter(({ nodeName }) => nodeName === 'td' || nodeName === 'th');
    // A table of one column only holds the page together.
    if (cells.length < 2) return inside(node, writer, lists);
    writer.open({ kind: 'row', level: 0 });
    cells.forEach((cell, i) => writer.text(`${i > 0 ? '\t' : ''}${wordsIn(cell)}`));
    return writer.close();
  }
  if (breaking.has(name) || name === 'td' || name === 'th') {
    writer.paragraph();
    inside(node, writer, lists);
    return writer.paragraph();
  }
  inside(node, writer, lists);
}

function inside(node: Node, writer: Writer, lists: readonly List[]): void {
  for (const child of node.childNodes || []) walk(child, writer, lists);
}

function wordsIn(node: Node): string {
  if (node.nodeName === '#text') return (node.value || '').replace(/\s+/g, ' ');
  const inner = (node.childNodes || []).map(wordsIn).join('');
  return breaking.has(node.nodeName) || node.nodeName === 'li' ? ` ${inner} ` : inner;
}

function isHidden(node: Node): boolean {
  const style = attribute(node, 'style') || '';
  return (
    attribute(node, 'hidden') !== undefined ||
    attribute(node, 'aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}

function attribute(node: Node, name: string): string | undefined {
  return node.attrs?.find(attribute => attribute.name === name)?.value;
}

/** A number as a list shows it: `1`, `a`, `A`, `i`, `I`. */
export function numberAs(value: number, style: string): string {
  if (style === 'a' || style === 'A') {
    const letter = String.fromCharCode(97 + ((value - 1) % 26));
    return style === 'A' ? letter.toUpperCase() : letter;
  }
  if (style === 'i' || style === 'I') {
    const roman = romanOf(value);
    return style === 'I' ? roman.toUpperCase() : roman;
  }
  return String(value);
}

function romanOf(value: number): string {
  let rest = Math.min(Math.max(1, value), 400);
  let roman = '';
  for (const [sign, worth] of [
    ['c', 100],
    ['xc', 90],
    ['l', 50],
    ['xl', 40],
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1]
  ] as const) {
    for (; rest >= worth; rest -= worth) roman += sign;
  }
  return roman;
}

type Start = Pick<Block, 'kind' | 'level' | 'number'>;

interface Writer {
  readonly open: (start: Start) => void;
  readonly close: () => void;
  /** A new paragraph; the first inside an item is the item itself. */
  readonly paragraph: () => void;
  readonly text: (text: string) => void;
  readonly done: () => readonly Block[];
}

function blockWriter(): Writer {
  const blocks: Block[] = [];
  let start: Start | undefined;
  let pieces: string[] = [];
  const close = (): void => {
    const text = pieces
      .join('')
      .replace(/[^\S\t]+/g, ' ')
      .trim();
    if (text !== '') {
      blocks.push({ ...(start || { kind: 'paragraph', level: 0 }), text });
      start = undefined;
    }
    pieces = [];
  };
  return {
    open: next => {
      close();
      start = next;
    },
    close: () => {
      close();
      start = undefined;
    },
    paragraph: close,
    text: text => void pieces.push(start?.kind === 'row' ? text : text.replace(/\s+/g, ' ')),
    done: () => {
      close();
      return blocks;
    }
  };
}
