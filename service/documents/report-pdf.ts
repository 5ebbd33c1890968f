import type { CanvasElement, Column, Content, TableCell } from 'pdfmake/interfaces.js';
import { fill } from '../../core/locale.ts';
import type { Block, Item, Report, Tone } from '../../core/report/report.ts';
import { isPage, tame } from '../../core/report/tame.ts';
import { legendOf, numbersIn, saidOf, sharesOf } from '../../core/report/toned.ts';
import { widthsOf } from '../../core/report/widths.ts';
import { printPdf } from './print-pdf.ts';

const pageWords = { en: 'Page {page} of {pages}', cy: 'Tudalen {page} o {pages}' } as const;

/** Points. */
const margins = [48, 42, 48, 50] as const;
const inner = 595.28 - margins[0] - margins[2];
const padding = 9;
/** A sign in a table, at its widest on average. */
const sign = 5.6;
const bar = { width: 165, height: 8 } as const;

const inks: { readonly [T in Tone]: string } = {
  good: '#2b6a3f',
  bad: '#9b1c2e',
  warn: '#7a4a00',
  unknown: '#1f5a86',
  accepted: '#54505f',
  plain: '#e3dfd6'
};
const grounds: { readonly [T in Tone]: string } = {
  good: '#e5f1e6',
  bad: '#fbe6e8',
  warn: '#fdf0d4',
  unknown: '#e4eff7',
  accepted: '#ebe8e0',
  plain: '#ebe8e0'
};
/** Rows of a table, or bars of a chart, that fit on a page. */
const long = 15;
const soft = '#5b5f66';
const line = '#d9d5cc';

/** A report as PDF with its charts drawn. `at` is when the audit was made, ISO 8601: the same report gives the same bytes. */
export function reportPdf(report: Report, at: string): Promise<Buffer> {
  const { locale, title, subtitle, sections, foot } = report;
  return printPdf({
    title: `${tame(title)} – ${tame(subtitle)}`,
    language: locale,
    at,
    margins,
    content: [
      {
        fontSize: 9.5,
        lineHeight: 1.22,
        stack: [
          { canvas: [{ type: 'rect', x: 0, y: 0, w: inner, h: 3, color: '#14534f' }], margin: [0, 0, 0, 8] },
          { text: tame(title), style: 'title' },
          { text: tame(subtitle), style: 'subtitle' },
          ...sections.flatMap((section, i) => sectionIn(section, i > 0)),
          { text: tame(foot), style: 'foot' }
        ]
      }
    ],
    styles: {
      title: { fontSize: 20, bold: true, lineHeight: 1.1 },
      subtitle: { fontSize: 11, color: soft, margin: [0, 2, 0, 6] },
      heading: { fontSize: 13, bold: true, margin: [0, 5, 0, 3] },
      caption: { bold: true, margin: [0, 4, 0, 3] },
      soft: { color: soft, fontSize: 8.5 },
      foot: { color: soft, fontSize: 8.5, margin: [0, 12, 0, 0] }
    },
    footer: (page, pages) => `${tame(title)} · ${tame(subtitle)} · ${fill(pageWords[locale], { page, pages })}`
  });
}

/** A heading stands on the page of what it is over; what is longer than a page begins one. */
function sectionIn({ title, blocks: [first, ...rest] }: Report['sections'][number], ruledOff: boolean): readonly Content[] {
  const head = { text: tame(title), style: 'heading' };
  const line = ruledOff ? [ruled()] : [];
  if (!first) return [...line, head];
  const [begun, ...more] = contentOf(first);
  const others = [...more, ...rest.flatMap(contentOf)];
  if (first.kind === 'table' && first.rows.length > long) {
    return [{ ...head, ...(ruledOff ? { pageBreak: 'before' as const } : {}) }, ...(begun ? [begun] : []), ...others];
  }
  return [{ stack: [...line, head, ...(begun ? [begun] : [])], unbreakable: true }, ...others];
}

/** A line between sections. Made anew each time: pdfmake writes into what it is given. */
function ruled(): Content {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: inner, y2: 0, lineWidth: 0.6, lineColor: line }], margin: [0, 7, 0, 0] };
}

/** What one block is on paper, piece by piece: a page may end between them. */
function contentOf(block: Block): readonly Content[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ text: tame(block.text), margin: [0, 0, 0, 3] }];
    case 'facts':
      return [factsIn(block.facts)];
    case 'table':
      return [tableIn(block)];
    case 'bars':
      return [barsIn(block)];
    case 'items':
      return block.items.map(itemIn);
  }
}

function factsIn(facts: Extract<Block, { kind: 'facts' }>['facts']): Content {
  const cells = facts.map(
    ({ name, value, tone }): TableCell => ({
      stack: [
        { text: tame(value), fontSize: 14, bold: true, color: inks[tone], lineHeight: 1.1 },
        { text: tame(name), fontSize: 8.5 }
      ],
      fillColor: grounds[tone]
    })
  );
  return {
    table: { widths: cells.map(() => '*'), body: [cells] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 3,
      vLineColor: () => '#ffffff',
      paddingLeft: () => 7,
      paddingTop: () => 4,
      paddingBottom: () => 4
    },
    margin: [-3, 3, 0, 3]
  };
}

function itemIn({ tone, state, title, says, notes, links }: Item): Content {
  const alone = links.length === 1;
  const ways = links.flatMap(({ text, url }, i) => [
    ...(i === 0 ? [] : [{ text: '     ' }]),
    isPage(url)
      ? { text: tame(text), link: url, color: '#0f5a55', decoration: 'underline' as const }
      : { text: `${tame(text)}: ${tame(url)}` }
  ]);
  return {
    unbreakable: true,
    margin: [0, 2, 0, 3],
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              {
                columns: [
                  { text: tame(title), bold: true, fontSize: 10 },
                  { text: tame(state), bold: true, color: inks[tone], alignment: 'right', width: 'auto' }
                ],
                columnGap: 12
              },
              { text: tame(says) },
              ...(notes.length > 0 || alone
                ? [{ text: [...notes.map(note => `${tame(note)}  `), ...(alone ? ways : [])], style: 'soft' }]
                : []),
              ...(ways.length > 0 && !alone ? [{ text: ways, fontSize: 8.5 }] : [])
            ]
          }
        ]
      ]
    },
    layout: {
      hLineWidth: () => 0.5,
      hLineColor: () => line,
      vLineWidth: i => (i === 0 ? 3 : 0.5),
      vLineColor: i => (i === 0 ? inks[tone] : line),
      paddingLeft: () => 8,
      paddingRight: () => 8,
      paddingTop: () => 3,
      paddingBottom: () => 3
    }
  };
}

function tableIn(block: Extract<Block, { kind: 'table' }>): Content {
  const { caption, columns, rows } = block;
  const right = numbersIn(block);
  const room = inner - columns.length * padding;
  const widths = widthsOf(block, room, sign);
  const taken = widths.reduce((sum, each) => sum + each, 0);
  const cell = (text: string | undefined, i: number, more: { readonly style?: string; readonly bold?: boolean } = {}): TableCell => ({
    ...more,
    text: tame(text ?? ''),
    ...(right[i] ? { alignment: 'right' as const } : {}),
    // A sentence is broken between its words; a name may be longer than its column.
    ...((text ?? '').split(' ').some(word => word.length > 24) ? { wordBreak: 'break-all' as const } : {})
  });
  return {
    unbreakable: rows.length <= long,
    stack: [
      { text: tame(caption), style: 'caption' },
      {
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          widths: widths.map((each, i) => each + (i === (right[widths.length - 1] ? 0 : widths.length - 1) ? room - taken : 0)),
          body: [
            columns.map((column, i) => cell(column, i, { style: 'soft' })),
            ...rows.map(row => columns.map((_, i) => cell(row[i], i, { bold: i === 0 })))
          ]
        },
        layout: {
          hLineWidth: i => (i === 0 ? 0 : 0.5),
          hLineColor: () => line,
          vLineWidth: () => 0,
          paddingLeft: () => 0,
          paddingRight: () => padding,
          paddingTop: () => 2,
          paddingBottom: () => 2
        }
      }
    ],
    margin: [0, 0, 0, 3]
  };
}

function barsIn(block: Extract<Block, { kind: 'bars' }>): Content {
  const legend = legendOf(block);
  return {
    unbreakable: block.bars.length <= long,
    margin: [0, 0, 0, 3],
    stack: [
      { text: tame(block.caption), style: 'caption' },
      ...(legend.length === 0
        ? []
        : [
            {
              columns: legend.flatMap(({ tone, label }): Column[] => [
                { canvas: drawn(tone, 0, 14), width: 14, margin: [0, 2, 0, 0] },
                { text: tame(label), style: 'soft', width: 'auto' as const }
              ]),
              columnGap: 6,
              margin: [0, 0, 0, 2] as [number, number, number, number]
            }
          ]),
      {
        table: {
          widths: [112, bar.width, '*'],
          body: block.bars.map(each => [
            { text: tame(each.label) },
            {
              canvas: [
                { type: 'rect' as const, x: 0, y: 0, w: bar.width, h: bar.height, color: inks.plain },
                ...sharesOf(each).flatMap(({ tone, from, share, rest }) => (rest ? [] : drawn(tone, from * bar.width, share * bar.width)))
              ],
              margin: [0, 2, 0, 0] as [number, number, number, number]
            },
            { text: saidOf(each), style: 'soft' }
          ])
        },
        layout: {
          hLineWidth: () => 0,
          vLineWidth: () => 0,
          paddingLeft: i => (i === 0 ? 0 : 5),
          paddingTop: () => 1,
          paddingBottom: () => 1
        }
      }
    ]
  };
}

/** One part of a bar. Lines and dots tell tones apart without colour. */
function drawn(tone: Tone, x: number, w: number): CanvasElement[] {
  const h = bar.height;
  const marks: CanvasElement[] = [];
  const step = 4;
  for (let at = 0; at + (tone === 'unknown' ? 2 : h) <= w && (tone === 'bad' || tone === 'warn' || tone === 'unknown'); at += step) {
    const [x1, x2] = tone === 'bad' ? [x + at, x + at + h] : [x + at + h, x + at];
    if (tone === 'unknown') marks.push({ type: 'ellipse', x: x + at + 2, y: h / 2, r1: 0.8, r2: 0.8, color: '#ffffff' });
    else marks.push({ type: 'line', x1, y1: h, x2, y2: 0, lineWidth: 0.7, lineColor: '#ffffff' });
  }
  return [{ type: 'rect', x, y: 0, w, h, color: inks[tone] }, ...marks];
}
