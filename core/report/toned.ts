import type { Bar, Block, Tone } from './report.ts';

/** A sign for each tone, for those who cannot tell its colour. The word of the state stands beside it. */
export const signs: { readonly [T in Tone]: string } = {
  good: '✓',
  bad: '✗',
  warn: '!',
  unknown: '?',
  accepted: '=',
  plain: '·'
};

/** What is said of a bar beside it: `38 signed, 2 late`. A part without a word of its own is what is left over. */
export function saidOf({ parts }: Bar): string {
  const said = parts.filter(({ label, value }) => label !== '' && value > 0);
  return (said.length > 0 ? said : parts.slice(0, 1)).map(({ label, value }) => `${value} ${label}`).join(', ');
}

/** The parts of a bar with the share of its whole that each takes, from 0 to 1; none of nothing. */
export function sharesOf({
  parts
}: Bar): readonly { readonly tone: Tone; readonly from: number; readonly share: number; readonly rest: boolean }[] {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let from = 0;
  return parts
    .filter(({ value }) => value > 0)
    .map(({ tone, value, label }) => {
      const share = value / whole;
      const drawn = { tone, from, share, rest: label === '' };
      from += share;
      return drawn;
    });
}

/** The tones of a chart with their words, each once, in the order in which they are drawn; nothing where every bar has words of its own. */
export function legendOf({ bars }: Extract<Block, { kind: 'bars' }>): readonly { readonly tone: Tone; readonly label: string }[] {
  const all: { readonly tone: Tone; readonly label: string }[] = [];
  for (const { parts } of bars) {
    for (const { tone, label } of parts) {
      if (label !== '' && !all.some(each => each.label === label)) all.push({ tone, label });
    }
  }
  const shared = bars.length > 1 && bars.every(({ parts }) => parts.filter(({ label }) => label !== '').length > 1);
  return shared || bars.length === 1 ? all : [];
}

/** Which columns of a table hold nothing but numbers. */
export function numbersIn({ columns, rows }: Extract<Block, { kind: 'table' }>): readonly boolean[] {
  return columns.map((_, i) => i > 0 && rows.length > 0 && rows.every(row => /^(?:\d[\d,.]*%?|–)$/.test(row[i] || '')));
}
