import type { Bar, Block } from '../../core/report/report.ts';
import { legendOf, saidOf, sharesOf } from '../../core/report/toned.ts';
import { el, svg } from './dom.ts';
import { more } from './pieces.ts';
import { say } from './speak.ts';
import { plainTable } from './table.ts';

/** One row of a chart over time: its values, one for each label. */
export interface Series {
  readonly title: string;
  readonly look: string;
  readonly values: readonly number[];
}

const height = 190;
const room = { top: 8, bottom: 24 };

/** Columns over time, several series one on another, with the same numbers as a table below it. Nobody needs the drawing to know the numbers. */
export function columns(title: string, first: string, labels: readonly string[], series: readonly Series[]): HTMLElement {
  const most = roundUp(Math.max(1, ...labels.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))));
  const tall = (value: number): number => ((height - room.top - room.bottom) * value) / most;
  const step = 100 / Math.max(1, labels.length);
  // Few columns stay slim.
  const wide = Math.min(step * 0.7, 9);
  const marks = [most, ...(most % 2 === 0 ? [most / 2] : []), 0];
  const columnsOf = labels.flatMap((_, i) => {
    let from = height - room.bottom;
    return series.map(({ look, values }) => {
      const high = tall(values[i] ?? 0);
      from -= high;
      return svg('rect', {
        class: look,
        x: percentOf(i * step + (step - wide) / 2),
        y: rounded(from),
        width: percentOf(wide),
        height: rounded(high)
      });
    });
  });
  const every = Math.ceil(labels.length / 7);
  const drawing = svg(
    'svg',
    { height, width: '100%', role: 'img', 'aria-label': say('chartOf', { title }), focusable: 'false' },
    ...marks.map(value => {
      const y = rounded(height - room.bottom - tall(value));
      return svg('line', { class: 'axis', x1: '0', x2: '100%', y1: y, y2: y });
    }),
    ...columnsOf,
    ...labels.flatMap((label, i) => {
      // The last one is named whatever stands beside it; on a phone only every second of the others.
      const fromLast = labels.length - 1 - i;
      if (fromLast % every !== 0) return [];
      const at = (i + 0.5) * step;
      const anchor = at > 92 && labels.length > 3 ? 'end' : at < 8 && labels.length > 3 ? 'start' : 'middle';
      const x = anchor === 'end' ? 100 : anchor === 'start' ? 0 : at;
      return [
        svg(
          'text',
          { class: (fromLast / every) % 3 === 0 ? undefined : 'rare', x: percentOf(x), y: height - 7, 'text-anchor': anchor },
          label
        )
      ];
    })
  );
  const scale = el(
    'div',
    { class: 'scale', 'aria-hidden': 'true' },
    svg(
      'svg',
      { height, width: '100%', focusable: 'false' },
      ...marks.map(value =>
        svg('text', { x: '100%', y: rounded(height - room.bottom - tall(value) + 4), 'text-anchor': 'end' }, String(value))
      )
    )
  );
  return el(
    'figure',
    { class: 'chart', 'data-key': `chart-${title}` },
    el('figcaption', {}, title),
    el('div', { class: 'plot' }, scale, drawing),
    series.length > 1
      ? el('ul', { class: 'legend' }, ...series.map(({ title: says, look }) => el('li', {}, swatch(look), says)))
      : undefined,
    more(
      say('asTable'),
      plainTable(
        title,
        [first, ...series.map(each => each.title)],
        labels.map((label, i) => [label, ...series.map(({ values }) => values[i] ?? 0)])
      )
    )
  );
}

/** Bars one below another, each with its words beside it, as in the report. */
export function bars({ caption, bars: all }: Pick<Extract<Block, { kind: 'bars' }>, 'caption' | 'bars'>): HTMLElement {
  const legend = legendOf({ kind: 'bars', caption, bars: all });
  return el(
    'figure',
    { class: 'chart' },
    el('figcaption', {}, caption),
    legend.length === 0
      ? undefined
      : el('ul', { class: 'legend', 'aria-hidden': 'true' }, ...legend.map(({ tone, label }) => el('li', {}, swatch(tone), label))),
    el(
      'ul',
      { class: 'bars' },
      ...all.map(bar =>
        el('li', { 'data-key': bar.label }, el('span', {}, bar.label), strip(bar), el('span', { class: 'said' }, saidOf(bar)))
      )
    )
  );
}

/** One bar; its words stand beside it. */
export function strip(bar: Bar): SVGSVGElement {
  return svg(
    'svg',
    { 'aria-hidden': 'true', focusable: 'false', width: '100%', height: 16 },
    ...sharesOf(bar).map(({ tone, from, share, rest }) =>
      svg('rect', { class: rest ? 'plain' : tone, x: percent(from), y: 0, width: percent(share), height: '100%' })
    )
  );
}

/** What the colours of bars mean. */
export function legend(all: readonly { readonly tone: string; readonly label: string }[]): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  return el('ul', { class: 'legend' }, ...all.map(({ tone, label }) => el('li', { 'data-key': label }, swatch(tone), label)));
}

function swatch(look: string): SVGSVGElement {
  return svg(
    'svg',
    { width: 14, height: 12, 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', { class: look, width: '100%', height: '100%' })
  );
}

function percent(share: number): string {
  return percentOf(share * 100);
}

function percentOf(hundredths: number): string {
  return `${rounded(hundredths)}%`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The next number above that halves well: 2, 4, 6, 8, 10, 12, 16, 20, 40, … */
function roundUp(value: number): number {
  let size = 1;
  for (;;) {
    for (const step of [2, 4, 6, 8, 10, 12, 16]) if (value <= step * size) return step * size;
    size *= 10;
  }
}
