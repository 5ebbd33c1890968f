import { binds, isHalfSaid, saysSomething, startsLikeOrder } from './binding.ts';
import { cueWords } from './cues.ts';
import type { Block, Left } from './document.ts';
import { sentencesOf } from './sentences.ts';
import { isEnded, wordCount } from './shape.ts';

/** One statement of a document, whole: an item has its lead-in, a sentence has its end. */
export interface Piece {
  readonly text: string;
  /** The number it stands under, as printed, an item of an item with both: `6`, `6(a)`, `2.1`. */
  readonly number?: string;
  /** The nearest heading above it. */
  readonly section?: string;
  /** All headings above it, the nearest last. */
  readonly headings: readonly string[];
  /** The lead-in that is not part of `text`; the sentence before, where this one begins with «They», «This», «However». Else empty. */
  readonly context: string;
  readonly page?: number;
}

/** Splits blocks into statements. What binds nobody goes to `left`. */
export function piecesOf(blocks: readonly Block[]): { readonly pieces: readonly Piece[]; readonly left: readonly Left[] } {
  const pieces: Piece[] = [];
  const left: Left[] = [];
  let headings: readonly Heading[] = [];
  let lead: Lead | undefined;
  let numbers: (string | undefined)[] = [];
  const place = (): { readonly section?: string; readonly headings: readonly string[] } => {
    const last = headings[headings.length - 1];
    return { ...(last ? { section: last.text } : {}), headings: headings.map(({ text }) => text) };
  };
  const add = (text: string, context: string, block: Block, number: string | undefined): void =>
    void pieces.push({
      text: shown(text),
      context,
      ...place(),
      ...(number === undefined ? {} : { number }),
      ...(block.page === undefined ? {} : { page: block.page })
    });
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.kind === 'heading') {
      // Headings that follow each other («Agreement: staff and visitors», «Code of conduct») belong together.
      const before = blocks[at - 1];
      const above = before && before.kind === 'heading' ? headings[headings.length - 1] : undefined;
      headings = [
        ...headings.filter(heading => heading.level < block.level || heading === above),
        { text: block.text, level: block.level, number: block.number }
      ];
      lead = undefined;
      numbers = [];
      continue;
    }
    if (block.kind === 'row') {
      lead = undefined;
      addRow(block, blocks[at - 1], text => add(text, '', block, undefined), left);
      continue;
    }
    const item = block.kind === 'item';
    if (item) {
      numbers.length = Math.min(numbers.length, block.level);
      while (numbers.length < block.level) numbers.push(undefined);
      numbers.push(block.number);
      if (lead && (block.level < lead.level || (block.level === lead.level && firstWords(block.text) === lead.begins))) lead = undefined;
    } else {
      numbers = [];
      lead = undefined;
    }
    const sectionNumber = headings.length > 0 ? headings[headings.length - 1]!.number : undefined;
    const own = numberOf(numbers);
    // A letter under «2. Accounts» is 2(a).
    const number = own === undefined ? sectionNumber : sectionNumber !== undefined && !/^\d/.test(own) ? `${sectionNumber}(${own})` : own;
    const next = blocks[at + 1];
    const leads =
      next !== undefined &&
      next.kind === 'item' &&
      (!item || next.level >= block.level) &&
      isLead(block.text, !item || next.level > block.level);
    const sentences = [...sentencesOf(block.text)];
    const last = leads ? sentences.pop() : undefined;
    addSentences(
      sentences,
      item,
      lead,
      text => left.push({ text, because: 'background' }),
      (text, context) => add(text, context, block, number)
    );
    if (last === undefined) continue;
    const words = cueWords(last);
    const before = sentences[sentences.length - 1] || '';
    const half = isHalfSaid(words);
    const things = half ? [] : thingsAfter(blocks, at);
    if (things.length > 0) {
      const listed = `${withoutColon(last)}: ${things.map(unended).join('; ')}.`;
      if (binds(words)) add(listed, '', block, number);
      else left.push({ text: listed, because: 'background' });
      at += things.length;
      lead = undefined;
      continue;
    }
    lead = { text: last, before, level: item ? block.level : -1, begins: item ? firstWords(block.text) : '', half, binding: binds(words) };
    // A lead-in that says something itself («I will promote safety by:») is a clause of its own.
    if (lead.binding && (!half || words[words.length - 1] === 'by')) add(`${withoutColon(last)}.`, '', block, number);
  }
  return { pieces, left };
}

interface Heading {
  readonly text: string;
  readonly level: number;
  readonly number: string | undefined;
}

interface Lead {
  readonly text: string;
  readonly before: string;
  /** Depth of the item that is the lead-in, or -1 for a paragraph. */
  readonly level: number;
  readonly begins: string;
  /** It leaves its verb to the items. */
  readonly half: boolean;
  readonly binding: boolean;
}

/** The items below a lead-in where they are things that it names («Chat rooms») and say nothing themselves; none where they do. */
function thingsAfter(blocks: readonly Block[], lead: number): readonly string[] {
  const items: Block[] = [];
  for (let at = lead + 1; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.kind !== 'item' || block.level < (items[0] || block).level) break;
    items.push(block);
  }
  const saying = items.filter(({ text }) => saysSomething(cueWords(text))).length;
  const words = items.reduce((all, { text }) => all + wordCount(text), 0);
  const long = words >= items.length * 12 && items.every(({ text }) => /^[^a-z]/.test(text));
  return long || saying * 3 > items.length ? [] : items.map(({ text }) => text);
}

function isLead(text: string, above: boolean): boolean {
  if (/[:–—-]$/.test(text)) return true;
  return above && (text.slice(-1) === ';' || !isEnded(text)) && isHalfSaid(cueWords(text.slice(-40)));
}

function addSentences(
  sentences: readonly string[],
  item: boolean,
  lead: Lead | undefined,
  leave: (text: string) => void,
  add: (text: string, context: string) => void
): void {
  const ahead = lead ? `${/^(?:this|these|they|it)\b/i.test(lead.text) ? lead.before : ''} ${lead.text}`.trim() : '';
  let before = '';
  let clause = '';
  let context = ahead;
  const close = (): void => {
    if (clause !== '') add(clause, context);
    clause = '';
  };
  sentences.forEach((sentence, i) => {
    const words = cueWords(sentence);
    const binding = binds(words);
    if (item && i === 0) {
      clause = lead ? led(lead, sentence, words) : sentence;
      context = ahead;
    } else if (binding) {
      close();
      clause = sentence;
      context = pointsBack(sentence) ? before : '';
    } else if (item) clause = `${clause} ${sentence}`;
    else {
      close();
      leave(sentence);
    }
    before = sentence;
  });
  close();
}

function pointsBack(sentence: string): boolean {
  return /^(?:they|this|these|those|it|such|however|nor|he|she|here|hwn|hon|hyn|maent)\b|\bsuch consent\b/i.test(sentence);
}

/** An item with the lead-in that it needs. */
function led(lead: Lead, text: string, words: readonly string[]): string {
  const small = /^[a-z][^A-Z]/.test(text);
  const verb = startsLikeOrder(words);
  if (!lead.half) {
    if (!lead.binding || !small || verb) return text;
    return `${withoutColon(lead.text)}: ${text}`;
  }
  if (!small && !verb) return text;
  return `${withoutColon(lead.text)} ${/^I\b|^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)}`;
}

function addRow(block: Block, before: Block | undefined, add: (text: string) => void, left: Left[]): void {
  const cells = block.text.split('\t').filter(cell => cell !== '' && !/^[-–—:| ]+$/.test(cell));
  const said = cells.slice(1).map(cell =>
    sentencesOf(cell)
      .filter(sentence => binds(cueWords(sentence)))
      .join(' ')
  );
  const first = cells[0] || '';
  const binding = said.filter(cell => cell !== '');
  if (binding.length > 0) add(`${unended(first)}: ${binding.join(' ')}`);
  else if (binds(cueWords(first)) || (wordCount(first) >= 4 && startsLikeOrder(cueWords(first)))) add(first);
  else if (cells.length > 0)
    left.push({ text: cells.join(' | '), because: before && before.kind === 'row' ? 'background' : 'column-title' });
}

function numberOf(numbers: readonly (string | undefined)[]): string | undefined {
  const given = numbers.filter((number): number is string => number !== undefined);
  if (given.length === 0) return undefined;
  return given.reduce((all, number) => (number.indexOf('.') > 0 ? number : `${all}(${number})`));
}

function firstWords(text: string): string {
  return cueWords(text.slice(0, 40)).slice(0, 2).join(' ');
}

function withoutColon(text: string): string {
  return text.replace(/[ :;–—-]{1,4}$/, '');
}

function unended(text: string): string {
  return text.replace(/[ ;,.]{1,3}$/, '');
}

/** As a clause is shown: begins large, has no list's comma or «and» at its end. */
function shown(text: string): string {
  const whole = text.replace(/[;,](?: (?:and|or|a|neu))?$/, '');
  return /^[a-z][a-z ]/.test(whole) ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole;
}
