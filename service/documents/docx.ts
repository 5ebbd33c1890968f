import mammoth from 'mammoth';
import type { Block } from '../../core/policies/import/document.ts';
import { numberAs } from './html.ts';

/** As much of mammoth's document as is read here. */
interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly numbering?: Numbering | null;
  readonly isBold?: boolean;
}

interface Numbering {
  readonly isOrdered: boolean;
  readonly level: string | number;
}

/** The pieces of a Word document in reading order; running headers and footers are no part of it. Rejects if the bytes are no such document. */
export async function blocksOfDocx(bytes: Uint8Array): Promise<readonly Block[]> {
  let whole: Element | undefined;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      externalFileAccess: false,
      transformDocument: (document: Element) => {
        whole = document;
        return { ...document, children: [] };
      }
    }
  );
  const blocks: Block[] = [];
  if (whole) walk(whole, blocks, new Map());
  return blocks;
}

/** How far each list has counted. Mammoth hands out one object for each level of each list, and lists go on counting after what interrupts them. */
type Counts = Map<Numbering, number>;

function walk(element: Element, blocks: Block[], counts: Counts): void {
  if (element.type === 'paragraph') return addParagraph(element, blocks, counts);
  if (element.type === 'tableRow') {
    const cells = (element.children || []).map(cell => wordsIn(cell, ' '));
    if (cells.length > 1) {
      blocks.push({ kind: 'row', text: cells.join('\t'), level: 0 });
      return;
    }
  }
  for (const child of element.children || []) walk(child, blocks, counts);
}

function addParagraph(element: Element, blocks: Block[], counts: Counts): void {
  const { numbering, styleName } = element;
  const heading = /^(?:heading|pennawd) (\d)/i.exec(styleName || '');
  const title = /^(?:title|teitl)$/i.test(styleName || '');
  const number = numbering ? countedOf(numbering, counts) : undefined;
  // A line broken with Shift+Enter is a paragraph to its reader.
  const lines = wordsIn(element, '\n')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  lines.forEach((text, i) => {
    const first = i === 0 && number !== undefined ? { number } : {};
    if (heading || title) blocks.push({ kind: 'heading', text, level: heading ? Number(heading[1]) : 1, ...first });
    else if (numbering && i === 0) blocks.push({ kind: 'item', text, level: levelOf(numbering), ...first });
    else if (isAllBold(element) && text.length < 90 && !/[.;:,]$/.test(text)) blocks.push({ kind: 'heading', text, level: 3 });
    else blocks.push({ kind: 'paragraph', text, level: 0 });
  });
}

function levelOf({ level }: Numbering): number {
  return Number(level) || 0;
}

/** The number of the next item, written as Word does unless told otherwise: 1, then a, then i. Bullets have none. */
function countedOf(numbering: Numbering, counts: Counts): string | undefined {
  const level = levelOf(numbering);
  for (const other of counts.keys()) if (levelOf(other) > level) counts.delete(other);
  if (!numbering.isOrdered) return undefined;
  const count = (counts.get(numbering) || 0) + 1;
  counts.set(numbering, count);
  return numberAs(count, ['1', 'a', 'i'][level % 3]!);
}

function wordsIn(element: Element, lineBreak: string): string {
  if (element.type === 'text') return element.value || '';
  if (element.type === 'tab') return '\t';
  if (element.type === 'break') return lineBreak;
  const inner = (element.children || []).map(child => wordsIn(child, lineBreak)).join('');
  return element.type === 'paragraph' && lineBreak === ' ' ? `${inner} ` : inner;
}

function isAllBold(element: Element): boolean {
  const runs = (element.children || []).filter(child => child.type === 'run' && wordsIn(child, ' ').trim() !== '');
  return runs.length > 0 && runs.every(run => run.isBold === true);
}
