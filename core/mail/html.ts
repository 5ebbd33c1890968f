import type { Span } from './span.ts';
import { isLetter } from './letters.ts';

/** An HTML body as a person reads it. */
export interface Readable {
  /** Blocks stand on lines of their own, cells are parted by tabs; scripts, styles, comments and hidden elements are left out. */
  readonly text: string;
  /** Where the mail program's own marks say that other people's mail is quoted, in order. */
  readonly quoted: readonly Span[];
  /** Where they say that a signature stands, in order. */
  readonly signatures: readonly Span[];
}

type Mark = 'quoted' | 'signature' | 'hidden';

/** Elements that begin and end a line; those of the group have an empty line before and after. */
const block = /^(?:(blockquote|dl|h[1-6r]|ol|p|pre|table|ul)|address|article|center|d[dt]|div|footer|header|li|main|section|tr)$/;
const empty = /^(?:area|base|col|hr|img|input|link|meta|wbr)$/;
/** Elements whose content is no text, up to their closing tag. */
const raw = /^(?:script|style|title|textarea|select|template|svg)$/;

const hiding = /(?:display|visibility|mso-hide)\s{0,3}:\s{0,3}(?:none|hidden|all)|(?:^|\s)hidden(?=[\s=/]|$)/i;
const quoting = /gmail_(?:quote|attr)|OLK_SRC_BODY|moz-(?:cite-prefix|forward)|yahoo_quoted|protonmail_quote|type\s{0,3}=\s{0,3}["']?cite/i;
/** Marks after which everything is quoted. */
const quotingRest = /id\s{0,3}=\s{0,3}["']?(?:divRplyFwdMsg|appendonsend|reply-intro|ms-outlook-mobile-body-sep)/i;
const signing = /(?:id|class)\s{0,3}=\s{0,3}["']?(?:gmail_|moz-|ms-outlook-mobile-|AppleMail|protonmail_)?signature/i;
/** Indented by the sender, in Gmail's editor: no quotation. */
const indented = /border\s{0,3}:\s{0,3}(?:none|medium none|0)/i;

/** The readable text of an HTML body, in one pass; broken HTML is read as browsers read it, as far as a reader would notice. */
export function readableOf(html: string): Readable {
  const spans: { readonly [M in Mark]: Span[] } = { quoted: [], signature: [], hidden: [] };
  const open: { [M in Mark]: number } = { quoted: 0, signature: 0, hidden: 0 };
  const since: { [M in Mark]: number } = { quoted: 0, signature: 0, hidden: 0 };
  const depths = new Map<string, number>();
  /** The marks that end with an element, by its name and how deep it stands in others of its name. */
  const ending = new Map<string, Mark[]>();
  let text = '';
  /** Line breaks that are owed before the next word. */
  let owed = 0;
  let spaced = true;
  let inPre = 0;
  let quotesEnd = true;

  const write = (chunk: string): void => {
    if (open.hidden > 0) return;
    let words = inPre > 0 ? chunk.replace(/\r\n?/g, '\n') : chunk.replace(/[ \t\r\n\f]+/g, ' ');
    if (words.indexOf('&') >= 0) words = decoded(words);
    if (words.indexOf('\u00a0') >= 0) words = words.replace(/\u00a0/g, ' ');
    if (inPre === 0 && (spaced || owed > 0) && words.charCodeAt(0) === 32) words = words.replace(/^ +/, '');
    if (words === '') return;
    if (owed > 0) {
      if (text !== '') text += owed > 1 ? '\n\n' : '\n';
      owed = 0;
    }
    text += words;
    spaced = words.charCodeAt(words.length - 1) === 32;
  };
  const owe = (breaks: number): void => {
    if (open.hidden > 0) return;
    if (owed < breaks) owed = breaks;
    spaced = true;
  };
  const begin = (mark: Mark, name: string): void => {
    const place = `${name} ${depths.get(name) || 0}`;
    const marks = ending.get(place);
    if (marks) marks.push(mark);
    else ending.set(place, [mark]);
    if (open[mark] === 0) since[mark] = text.length;
    open[mark] += 1;
  };
  const finish = (mark: Mark): void => {
    open[mark] -= 1;
    if (open[mark] === 0 && text.length > since[mark]) spans[mark].push({ start: since[mark], end: text.length });
  };
  const close = (name: string): void => {
    const depth = depths.get(name) || 0;
    if (depth === 0) return;
    const place = `${name} ${depth}`;
    depths.set(name, depth - 1);
    (ending.get(place) || []).forEach(finish);
    ending.delete(place);
    if (name === 'pre') inPre -= 1;
  };

  let at = 0;
  const lower = lowered(html);
  const lastTagEnd = html.lastIndexOf('>');
  const lastCommentEnd = html.lastIndexOf('-->');
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    if (tag < 0 || tag >= lastTagEnd) {
      write(html.slice(at));
      break;
    }
    const code = html.charCodeAt(tag + 1);
    const closing = code === 47;
    const first = closing ? html.charCodeAt(tag + 2) : code;
    if (!isLetter(first) && code !== 33 && code !== 63) {
      write(html.slice(at, tag + 1));
      at = tag + 1;
      continue;
    }
    if (tag > at) write(html.slice(at, tag));
    if (!isLetter(first)) {
      const comment = tag < lastCommentEnd && html.startsWith('<!--', tag) ? html.indexOf('-->', tag + 2) : -1;
      at = comment >= 0 ? comment + 3 : html.indexOf('>', tag) + 1;
      continue;
    }
    let nameEnd = tag + (closing ? 2 : 1);
    const nameStart = nameEnd;
    while (nameEnd < html.length && !endsName(html.charCodeAt(nameEnd))) nameEnd += 1;
    const name = html.slice(nameStart, nameEnd).toLowerCase();
    let end = quotesEnd ? tagEnd(html, nameEnd) : -1;
    if (end < 0) {
      quotesEnd = false;
      end = html.indexOf('>', nameEnd);
    }
    at = end + 1;
    const breaks = block.exec(name);
    if (closing) {
      close(name);
      if (breaks) owe(breaks[1] ? 2 : 1);
      continue;
    }
    if (name === 'br') {
      if (open.hidden === 0 && (owed > 0 || text !== '')) owed = Math.min(owed + 1, 2);
      spaced = true;
      continue;
    }
    if (name === 'td' || name === 'th') {
      if (owed === 0 && text !== '' && !text.endsWith('\n')) write(inPre > 0 ? '\t' : '&#9;');
      spaced = true;
    } else if (breaks) {
      close('p');
      owe(breaks[1] ? 2 : 1);
    }
    if (raw.test(name)) {
      const shut = lower().indexOf(`</${name}`, at);
      at = shut < 0 ? html.length : html.indexOf('>', shut) + 1 || html.length;
      continue;
    }
    if (empty.test(name)) continue;
    depths.set(name, (depths.get(name) || 0) + 1);
    if (name === 'pre') inPre += 1;
    if (name === 'li' && open.hidden === 0) write('- ');
    const attributes = end - nameEnd > 3 ? html.slice(nameEnd, end) : '';
    if (attributes !== '') {
      if (hiding.test(attributes)) begin('hidden', name);
      if (signing.test(attributes)) begin('signature', name);
      if (quotingRest.test(attributes)) begin('quoted', '');
    }
    if (quoting.test(attributes) || (name === 'blockquote' && !indented.test(attributes))) begin('quoted', name);
  }
  ending.forEach(marks => marks.forEach(finish));
  return { text, quoted: spans.quoted, signatures: spans.signature };
}

/** Where a tag ends that goes on at `from`: the first `>` outside quotation marks, or -1. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  for (let i = from; i < html.length; i += 1) {
    const code = html.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i;
    else if ((code === 34 || code === 39) && html.charCodeAt(i - 1) === 61) quote = code;
  }
  return -1;
}

function endsName(code: number): boolean {
  return code <= 32 || code === 47 || code === 62;
}

function lowered(html: string): () => string {
  let lower: string | undefined;
  return () => {
    if (lower === undefined) lower = html.replace(/[A-Z]+/g, letters => letters.toLowerCase());
    return lower;
  };
}

/** Letters with an accent are put together of the letter and the mark that the name ends with. */
const accents: { readonly [name: string]: string } = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327'
};
const signs: { readonly [name: string]: string } = signTable();
/** What mail programs mean by the numbers 145 to 151 (Windows-1252). */
const windows = '‘’“”•–—';

function signTable(): { readonly [name: string]: string } {
  const table: { [name: string]: string } = { nbsp: ' ', shy: '' };
  const pairs =
    'amp & lt < gt > quot " apos \' pound £ deg ° hellip … mdash — ndash – lsquo ‘ rsquo ’ ldquo “ rdquo ” bull • euro € commat @ period .'.split(
      ' '
    );
  for (let i = 0; i < pairs.length; i += 2) table[pairs[i]!] = pairs[i + 1]!;
  return table;
}

/** A text with its character references read. One that means nothing stays as it is. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z]{2,8}\d{0,2}));?/g,
    (reference: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        if (Object.prototype.hasOwnProperty.call(signs, name)) return signs[name]!;
        const accent = accents[name.slice(1)];
        return typeof accent === 'string' ? (name.charAt(0) + accent).normalize('NFC') : reference;
      }
      const code = decimal !== undefined ? Number(decimal) : parseInt(hex || '0', 16);
      if (code > 144 && code < 152) return windows.charAt(code - 145);
      if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
      return String.fromCodePoint(code);
    }
  );
}
