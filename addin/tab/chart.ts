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

const width = 640;
const height = 200;
const room = { left: 34, right: 6, top: 10, bottom: 24 };

/** Columns over time, several series one on another, with the same numbers as a table below it. Nobody needs the drawing to know the numbers. */
export function columns(title: string, first: string, labels: readonly string[], series: readonly Series[]): HTMLElement {
  const sums = labels.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  const most = roundUp(Math.max(1, ...sums));
  const step = (width - room.left - room.right) / Math.max(1, labels.length);
  const per = (value: number): number => ((height - room.top - room.bottom) * value) / most;
  const bars = labels.flatMap((_, i) => {
    let from = height - room.bottom;
    return series.map(({ look, values }) => {
      const tall = per(values[i] ?? 0);
      from -= tall;
      return svg('rect', {
        class: look,
        x: rounded(room.left + i * step + step * 0.14),
        y: rounded(from),
        width: rounded(Math.min(step * 0.72, 48)),
        height: rounded(tall)
      });
    });
  });
  const every = Math.ceil(labels.length / 8);
  const drawing = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': say('chartOf', { title }), focusable: 'false' },
    ...[0, most / 2, most].flatMap(value => {
      const y = rounded(height - room.bottom - per(value));
      return [
        svg('line', { class: 'axis', x1: room.left, x2: width - room.right, y1: y, y2: y }),
        ...(Number.isInteger(value) ? [svg('text', { x: room.left - 6, y: y + 4, 'text-anchor': 'end' }, String(value))] : [])
      ];
    }),
    ...bars,
    ...labels.flatMap((label, i) =>
      i % every === 0
        ? [
            svg(
              'text',
              { x: rounded(room.left + i * step + Math.min(step * 0.5, 24 + step * 0.14)), y: height - 8, 'text-anchor': 'middle' },
              label
            )
          ]
        : []
    )
  );
  return el(
    'figure',
    { class: 'chart', 'data-key': `chart-${title}` },
    el('figcaption', {}, title),
    drawing,
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

function swatch(look: string): SVGSVGElement {
  return svg(
    'svg',
    { width: 14, height: 12, 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', { class: look, width: '100%', height: '100%' })
  );
}

function percent(share: number): string {
  return `${rounded(share * 100)}%`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The next number above that halves well: 2, 4, 10, 20, 40, 100, … */
function roundUp(value: number): number {
  let size = 1;
  for (;;) {
    for (const step of [2, 4, 6, 10]) if (value <= step * size) return step * size;
    size *= 10;
  }
}
