import type { Block, Item, Report } from './report.ts';
import { tame } from './tame.ts';
import { legendOf, numbersIn, saidOf, sharesOf, signs } from './toned.ts';
import { widthsOf } from './widths.ts';

const width = 80;
const gap = 2;
/** Signs of a bar: the darker, the worse it is to have much of it, so that they differ without colour. */
const inks = { good: '█', bad: '▓', warn: '▒', unknown: '░', accepted: '=', plain: '·' } as const;

/** A report as plain text in lines of 80 signs at most, for a terminal or a mail; only the address of a page may be longer. */
export function renderText({ title, subtitle, sections, foot }: Report): string {
  const parts = sections.map(section => `${underlined(section.title, '-')}\n${section.blocks.map(blockIn).join('\n')}`);
  return `${[`${underlined(title, '=')}${linesOf(subtitle)}`, ...parts, linesOf(foot)].join('\n')}`;
}

function underlined(text: string, sign: string): string {
  const lines = broken(text, width);
  return `${lines.join('\n')}\n${sign.repeat(Math.max(...lines.map(line => line.length)))}\n`;
}

function blockIn(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return linesOf(block.text);
    case 'facts':
      return factsIn(block.facts);
    case 'table':
      return `${linesOf(`${block.caption}:`)}${tableIn(block)}`;
    case 'bars':
      return barsIn(block);
    case 'items':
      return block.items.map(itemIn).join('\n');
  }
}

function factsIn(facts: Extract<Block, { kind: 'facts' }>['facts']): string {
  const widest = Math.min(24, Math.max(0, ...facts.map(({ value }) => tame(value).length)));
  return facts
    .map(({ name, value, tone }) => {
      if (tame(value).length > widest) return linesOf(`${signs[tone]} ${value}: ${name}`, '  ', '    ');
      const head = `  ${signs[tone]} ${padded(tame(value), widest, true)}  `;
      return linesOf(name, head, ' '.repeat(head.length));
    })
    .join('');
}

function itemIn({ tone, state, title, says, notes, links }: Item): string {
  const under = '    ';
  return [
    linesOf(`${signs[tone]} ${title} (${state})`, '', under),
    linesOf(says, under),
    ...notes.map(note => linesOf(note, under)),
    // An address that is broken cannot be followed.
    ...links.map(({ text, url }) => `${under}${tame(text)}: ${tame(url).replace(/ /g, '')}\n`)
  ].join('');
}

function barsIn(block: Extract<Block, { kind: 'bars' }>): string {
  const widest = Math.min(30, Math.max(0, ...block.bars.map(({ label }) => tame(label).length)));
  const long = 24;
  const legend = legendOf(block)
    .map(({ tone, label }) => `${inks[tone]} ${label}`)
    .join('   ');
  const lines = block.bars.map(bar => {
    const drawn = sharesOf(bar).reduce((all, { tone, from, share, rest }) => {
      const to = Math.round((from + share) * long);
      return all + inks[rest ? 'plain' : tone].repeat(Math.max(0, to - all.length));
    }, '');
    const said = broken(saidOf(bar), width - widest - long - 2 * gap);
    const names = broken(bar.label, widest);
    return Array.from({ length: Math.max(said.length, names.length) }, (_, i) =>
      ended(`${padded(names[i] || '', widest)}  ${padded(i === 0 ? drawn : '', long)}  ${said[i] || ''}`)
    ).join('');
  });
  return `${linesOf(`${block.caption}:`)}${legend === '' ? '' : linesOf(legend)}${lines.join('')}`;
}

function tableIn(block: Extract<Block, { kind: 'table' }>): string {
  const { columns, rows } = block;
  const right = numbersIn(block);
  const widths = widthsOf(block, width - gap * (columns.length - 1)).map(Math.floor);
  const line = (cells: readonly string[]): string => {
    const pieces = columns.map((_, i) => broken(cells[i] || '', widths[i]!));
    return Array.from({ length: Math.max(...pieces.map(({ length }) => length)) }, (_, at) =>
      ended(pieces.map((piece, i) => padded(piece[at] || '', widths[i]!, right[i])).join('  '))
    ).join('');
  };
  return `${line(columns)}${widths.map(each => '-'.repeat(each)).join('  ')}\n${rows.map(line).join('')}`;
}

function padded(text: string, to: number, right = false): string {
  const blanks = ' '.repeat(Math.max(0, to - text.length));
  return right ? blanks + text : text + blanks;
}

/** A line without the blanks at its end. */
function ended(line: string): string {
  let end = line.length;
  while (end > 0 && line.charAt(end - 1) === ' ') end -= 1;
  return `${line.slice(0, end)}\n`;
}

function linesOf(text: string, indent = '', under = indent): string {
  const [first = '', ...rest] = broken(text, width - Math.max(indent.length, under.length));
  return [`${indent}${first}`, ...rest.map(line => `${under}${line}`)].map(line => `${line}\n`).join('');
}

/** A text in lines of at most so many signs, broken between words; a word that is longer is broken where it must be. */
function broken(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const whole of tame(text).split(/\s+/)) {
    let word = whole;
    if (line !== '' && line.length + 1 + word.length <= most) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (word.length > most) {
      lines.push(word.slice(0, most));
      word = word.slice(most);
    }
    line = word;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}
