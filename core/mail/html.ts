import type { Span } from './span.ts';

/** An HTML body as a person reads it. */
export interface Readable {
  /** Blocks stand on lines of their own, cells are parted by tabs; scripts, styles, comments, the head and hidden elements are left out. */
  readonly text: string;
  /** Where the mail program's own marks say that other people's mail is quoted, in order. */
  readonly quoted: readonly Span[];
  /** Where they say that a signature stands, in order. */
  readonly signatures: readonly Span[];
}

type Mark = 'quoted' | 'signature' | 'hidden';
type Opened = { readonly mark: Mark; readonly depth: number };

const voids = words('area base br col embed hr img input link meta param source track wbr');
/** Elements that begin and end a line. */
const lines = words(
  'address article aside center dd details div dt fieldset figure footer form header li main nav option section summary tr'
);
/** Elements with an empty line before and after. */
const paragraphs = words('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul');
/** Elements whose content is no text, up to their closing tag. */
const raws = words('script style title textarea select noframes template object svg math');

const telling = /none|hid|height|font|opac|uote|sign|Rply|append|OLK_SRC|moz-|attribution|cite/i;
const hiding =
  /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all|max-height\s{0,3}:\s{0,3}0(?![.\d])|font-size\s{0,3}:\s{0,3}0(?![.\d])|opacity\s{0,3}:\s{0,3}0(?![.\d])|(?:^|\s)hidden(?=[\s=/]|$)/i;
const quoting =
  /gmail_quote|gmail_attr|OLK_SRC_BODY_SECTION|moz-cite-prefix|moz-forward-container|yahoo_quoted|protonmail_quote|mac_outlook_attribution|type\s{0,3}=\s{0,3}["']?cite/i;
const quotingRest = /id\s{0,3}=\s{0,3}["']?(?:divRplyFwdMsg|appendonsend|reply-intro|ms-outlook-mobile-body-separator)/i;
const signing =
  /(?:id|class)\s{0,3}=\s{0,3}["']?(?:[\w -]{0,60}[ "'])?(?:gmail_signature|moz-signature|signature|ms-outlook-mobile-signature|AppleMailSignature|ymail_android_signature|mobile-?signature|protonmail_signature_block)(?:["' >]|$)/i;
/** Indented by the sender, in Gmail's editor: no quotation. */
const indented = /border\s{0,3}:\s{0,3}(?:none|medium none|0)/i;

/** The readable text of an HTML body, in one pass; broken HTML is read as browsers read it, as far as a reader would notice. */
export function readableOf(html: string): Readable {
  const quoted: Span[] = [];
  const signatures: Span[] = [];
  const depths = new Map<string, number>();
  const opened = new Map<string, Opened[]>();
  const open: { [M in Mark]: number } = { quoted: 0, signature: 0, hidden: 0 };
  const since: { [M in Mark]: number } = { quoted: -1, signature: -1, hidden: -1 };
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
    const stack = opened.get(name);
    const entry = { mark, depth: depths.get(name) || 0 };
    if (stack) stack.push(entry);
    else opened.set(name, [entry]);
    if (open[mark] === 0) since[mark] = text.length;
    open[mark] += 1;
  };
  const finish = (mark: Mark): void => {
    open[mark] -= 1;
    if (open[mark] > 0) return;
    const span = { start: since[mark], end: text.length };
    if (span.end <= span.start) return;
    if (mark === 'quoted') quoted.push(span);
    else if (mark === 'signature') signatures.push(span);
  };
  const close = (name: string): void => {
    const depth = depths.get(name) || 0;
    if (depth === 0) return;
    depths.set(name, depth - 1);
    const stack = opened.get(name);
    while (stack && stack.length > 0 && stack[stack.length - 1]!.depth >= depth) finish(stack.pop()!.mark);
    if (name === 'pre') inPre -= 1;
  };

  let at = 0;
  const lower = lowered(html);
  const lastTagEnd = html.lastIndexOf('>');
  const lastCommentEnd = html.lastIndexOf('-->');
  let headless = false;
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
    if (closing) {
      close(name);
      if (name === 'pre' || paragraphs.has(name)) owe(2);
      else if (lines.has(name)) owe(1);
      continue;
    }
    if (name === 'br') {
      if (open.hidden > 0) continue;
      if (owed === 0 && text === '') continue;
      if (owed < 2) owed += 1;
      spaced = true;
      continue;
    }
    if (name === 'td' || name === 'th') {
      if (owed === 0 && text !== '' && !text.endsWith('\n')) write(inPre > 0 ? '\t' : '&#9;');
      spaced = true;
    } else if (paragraphs.has(name)) {
      close('p');
      owe(2);
    } else if (lines.has(name)) {
      close('p');
      owe(1);
    } else if (name === 'hr') owe(2);
    if (raws.has(name)) {
      const shut = lower().indexOf(`</${name}`, at);
      at = shut < 0 ? html.length : html.indexOf('>', shut) + 1 || html.length;
      continue;
    }
    if (name === 'head') {
      if (headless) continue;
      headless = true;
      const shut = lower().indexOf('</head', at);
      const body = lower().indexOf('<body', at);
      if (shut >= 0 && (body < 0 || shut < body)) at = shut;
      else if (body >= 0) at = body;
      continue;
    }
    if (voids.has(name)) continue;
    depths.set(name, (depths.get(name) || 0) + 1);
    if (name === 'pre') inPre += 1;
    if (name === 'li' && open.hidden === 0) write('- ');
    const attributes = end - nameEnd > 3 ? html.slice(nameEnd, end) : '';
    const tells = attributes !== '' && telling.test(attributes);
    if (tells && hiding.test(attributes) && name !== 'body' && name !== 'html') begin('hidden', name);
    if (tells && quotingRest.test(attributes)) {
      if (open.quoted === 0) since.quoted = text.length;
      open.quoted += 1;
    } else if ((tells && quoting.test(attributes)) || (name === 'blockquote' && !indented.test(attributes))) begin('quoted', name);
    if (tells && signing.test(attributes)) begin('signature', name);
  }
  if (open.quoted > 0) {
    open.quoted = 1;
    finish('quoted');
  }
  if (open.signature > 0) {
    open.signature = 1;
    finish('signature');
  }
  return { text, quoted, signatures };
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

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function lowered(html: string): () => string {
  let lower: string | undefined;
  return () => {
    if (lower === undefined) lower = html.replace(/[A-Z]+/g, letters => letters.toLowerCase());
    return lower;
  };
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const others =
  'amp & lt < gt > quot " apos \' hellip … mdash — ndash – lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ bull • trade ™ euro € Wcirc Ŵ wcirc ŵ Ycirc Ŷ ycirc ŷ rarr → larr ← minus − tilde ˜ circ ˆ commat @ period .';
const entities = entityTable();
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function entityTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  latin1.split(' ').forEach((name, i) => {
    table.set(name, String.fromCharCode(160 + i));
  });
  const pairs = others.split(' ');
  for (let i = 0; i + 1 < pairs.length; i += 2) table.set(pairs[i]!, pairs[i + 1]!);
  return table;
}

/** A text with its character references read. One that means nothing stays as it is. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z]{2,8}\d{0,2}));?/g,
    (reference: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        const meant = entities.get(name);
        return meant === undefined ? reference : meant;
      }
      const code = decimal !== undefined ? Number(decimal) : parseInt(hex || '0', 16);
      if (code >= 128 && code < 160) return windows1252.charAt(code - 128);
      if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
      return String.fromCodePoint(code);
    }
  );
}
