import type { Bar, Block, Item, Link, Report, Tone } from './report.ts';
import { style } from './style.ts';
import { isPage, tame } from './tame.ts';
import { legendOf, numbersIn, saidOf, sharesOf, signs } from './toned.ts';
import { widthsOf } from './widths.ts';

const words = {
  en: { by: 'Beadle', link: 'opens on the web' },
  cy: { by: 'Beadle', link: 'yn agor ar y we' }
} as const;

/**
 * A report as one HTML file: no script, nothing that is fetched, its charts drawn in it. Light, dark, on a phone and on paper. Whatever the tenant calls its
 * things is shown as text.
 */
export function renderHtml(report: Report): string {
  const { locale, reader, title, subtitle, sections, foot } = report;
  const parts = sections.map(({ id, title: name, blocks }) => {
    const drawn = blocks.map((block, i) => blockIn(block, `${id}-${i}`)).join('\n');
    return `<section id="${escaped(id)}" aria-labelledby="${escaped(id)}-title">\n<h2 id="${escaped(id)}-title">${escaped(name)}</h2>\n${drawn}\n</section>`;
  });
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${title} – ${subtitle}`)}</title>
<style>
${style}</style>
</head>
<body class="${reader}">
${patterns}
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(subtitle)}</p>
</header>
<main>
${parts.join('\n')}
</main>
<footer>
<p>${escaped(foot)}</p>
<p class="by">${words[locale].by}</p>
</footer>
</body>
</html>
`;
}

/** Text as HTML shows it, between tags and inside quoted attributes. The only way in which anything that is not ours gets into the file. */
export function escaped(text: string): string {
  return tame(text).replace(/[&<>"'`=]/g, sign => `&#${sign.charCodeAt(0)};`);
}

/** What fills the parts of bars, so that they differ without colour. Never shown by itself. */
const patterns = `<svg class="patterns" aria-hidden="true" focusable="false" width="0" height="0"><defs>
<pattern id="on-warn" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="stroke" d="M0 3h6"/></pattern>
<pattern id="on-bad" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="stroke" d="M0 3h6"/></pattern>
<pattern id="on-unknown" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="dot" cx="3" cy="3" r="1.2"/></pattern>
</defs></svg>`;

function blockIn(block: Block, id: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'facts':
      return `<dl class="facts">\n${block.facts.map(({ name, value, tone }) => `<div class="${tone}"><dt>${escaped(name)}</dt><dd${value.length > 4 ? ' class="long"' : ''}>${escaped(value)}</dd></div>`).join('\n')}\n</dl>`;
    case 'table':
      return tableIn(block);
    case 'bars':
      return barsIn(block, escaped(id));
    case 'items':
      return `<ol class="items">\n${block.items.map(itemIn).join('\n')}\n</ol>`;
  }
}

function itemIn({ tone, state, title, says, notes, links }: Item): string {
  const more = notes.map(note => `<p class="note">${escaped(note)}</p>`);
  const ways = links.map(linkIn);
  return `<li class="${tone}">
<h3>${escaped(title)}</h3>
<p class="state">${signIn(tone)}${escaped(state)}</p>
<p>${escaped(says)}</p>
${[...more, ...(ways.length > 0 ? [`<p class="links">${ways.map(way => `<span>${way}</span>`).join('\n')}</p>`] : [])].join('\n')}
</li>`;
}

/** A way to a page; what is no address of a page is shown and not followed. */
function linkIn({ text, url }: Link): string {
  return isPage(url) ? `<a href="${escaped(url)}" rel="noreferrer">${escaped(text)}</a>` : escaped(`${text}: ${url}`);
}

function signIn(tone: Tone): string {
  return `<span class="sign" aria-hidden="true">${signs[tone]}</span>`;
}

/** On a phone each row stands as a list of its own, so every cell says its column; the roles keep it a table to those who hear it. */
function tableIn(block: Extract<Block, { kind: 'table' }>): string {
  const { caption, columns, rows } = block;
  const right = numbersIn(block);
  const kind = (i: number, text: string): string => (right[i] ? ' class="number"' : hasLongWord(text) ? ' class="long-word"' : '');
  const head = columns.map((column, i) => `<th scope="col" role="columnheader"${kind(i, '')}>${escaped(column)}</th>`).join('');
  const body = rows.map(row => {
    const cells = columns.map((column, i) => {
      const text = row[i] === undefined ? '' : row[i]!;
      if (i === 0) return `<th scope="row" role="rowheader"${kind(i, text)}>${escaped(text)}</th>`;
      return `<td role="cell" data-of="${escaped(column)}"${kind(i, text)}>${escaped(text)}</td>`;
    });
    return `<tr role="row">${cells.join('')}</tr>`;
  });
  return `<table role="table"${rows.length <= short ? ' class="short"' : ''}>
<caption>${escaped(caption)}</caption>
<colgroup>${colsOf(block)}</colgroup>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body.join('\n')}
</tbody>
</table>`;
}

/** Rows of a table that stand on one page of paper, and signs that stand beside one another in it. */
const short = 15;
const line = 100;

/** How wide columns are: in signs where there is room for all of them, and then one of them has the rest; else in shares. */
function colsOf(block: Extract<Block, { kind: 'table' }>): string {
  const widths = widthsOf(block, line);
  const all = widths.reduce((sum, each) => sum + each, 0);
  const rest = all >= line ? -1 : numbersIn(block)[widths.length - 1] ? 0 : widths.length - 1;
  return widths
    .map((each, i) => {
      if (i === rest) return '<col style="width:auto">';
      return `<col style="width:${all < line ? `${Math.ceil(each) + 2}ch` : `${Math.round((100 * each) / all)}%`}">`;
    })
    .join('');
}

/** Whether a cell holds a word that would make its table wider than the page. Others are not broken. */
function hasLongWord(text: string): boolean {
  return text.split(/\s+/).some(word => word.length > 22);
}

function barsIn(block: Extract<Block, { kind: 'bars' }>, id: string): string {
  const legend = legendOf(block);
  const bars = block.bars.map((bar, i) => `<li>${barIn(bar, `${id}-${i}`)}</li>`);
  return `<figure>
<figcaption>${escaped(block.caption)}</figcaption>
${legend.length === 0 ? '' : `<p class="legend" aria-hidden="true">${legend.map(({ tone, label }) => `<span>${swatchOf(tone)}${escaped(label)}</span>`).join(' ')}</p>\n`}<ul class="bars">
${bars.join('\n')}
</ul>
</figure>`;
}

function barIn(bar: Bar, id: string): string {
  const said = saidOf(bar);
  const parts = sharesOf(bar).map(({ tone, from, share, rest }) => rectangles(rest ? 'plain' : tone, per(from), per(share)));
  return `<span class="label">${escaped(bar.label)}</span>
<svg role="img" aria-labelledby="${id}-t ${id}-d" width="100%" height="16"><title id="${id}-t">${escaped(bar.label)}</title><desc id="${id}-d">${escaped(said)}</desc>${parts.join('')}</svg>
<span class="said">${escaped(said)}</span>`;
}

function swatchOf(tone: Tone): string {
  return `<svg width="16" height="12" focusable="false">${rectangles(tone, '0', '100%')}</svg>`;
}

function rectangles(tone: Tone, x: string, width: string): string {
  const place = `x="${x}" y="0" width="${width}" height="100%"`;
  const patterned = tone === 'warn' || tone === 'bad' || tone === 'unknown';
  return `<rect class="${tone}" ${place}/>${patterned ? `<rect ${place} fill="url(#on-${tone})"/>` : ''}`;
}

function per(share: number): string {
  return `${Math.round(share * 10000) / 100}%`;
}
