import { dateOf } from './dates.ts';
import type { Block, Left, LeftOut } from './document.ts';
import { markerOf } from './markers.ts';
import { goesOn, isEnded, isPageNumber, joined, tidyText, wordCount } from './shape.ts';

/** A document put in order: its title, the dates it carries, and its blocks with headings told apart and everything that is no text taken away. */
export interface Outline {
  readonly title: string;
  /** As written, where the document says so. */
  readonly adopted?: string;
  /** As written: when the document is to be reviewed. */
  readonly review?: string;
  /** It has a place to sign. */
  readonly signed: boolean;
  readonly blocks: readonly Block[];
  readonly left: readonly Left[];
}

/** Puts blocks in order, whichever format they come from. */
export function outlineOf(raw: readonly Block[]): Outline {
  const left: Left[] = [];
  const dates: { adopted?: string; review?: string } = {};
  let signed = false;
  const blocks: Block[] = [];
  const drop = (text: string, because: LeftOut): void => void left.push({ text, because });
  let contents: Contents | undefined;
  let signing = false;
  for (const block of mended(raw)) {
    const { text } = block;
    const isHead = block.kind === 'heading';
    if (text === '' || /^[-–—_=*.~• \t|:]+$/.test(text)) continue;
    if (isPageNumber(text) && block.kind === 'paragraph') drop(text, 'page-number');
    else if (isContentsLine(text) || (contents && !isHead && goesOnListing(contents, block))) {
      if (contents && block.number !== undefined) contents.numbers.add(block.number);
      if (contents && isContentsLine(text)) contents.dotted = true;
      drop(text, 'contents');
      continue;
    } else if (/^(table of )?contents( page)?:?$|^cynnwys:?$/i.test(text)) {
      contents = { dotted: false, numbers: new Set() };
      drop(text, 'contents');
      continue;
    } else if (isSignatureLine(text) || (signing && isSignatureLabel(text))) {
      signing = true;
      signed = true;
      drop(text, 'signature');
    } else if (isGreeting(text)) drop(text, 'greeting');
    else if (readDate(text, dates)) drop(text, 'date');
    else blocks.push(withoutRules(block));
    if (!isSignatureLine(text) && !isSignatureLabel(text)) signing = false;
    contents = undefined;
  }
  const shaped = blocks.map((block, i) => headed(block, blocks[i - 1], blocks[i + 1], i === 0));
  const title = titleOf(shaped);
  return { title: title ? title.text.slice(0, 120) : '', ...dates, signed, blocks: shaped, left };
}

/** A list of contents while it is read. */
interface Contents {
  /** Its lines lead to page numbers, so that a line without one is no longer part of it. */
  dotted: boolean;
  readonly numbers: Set<string>;
}

/** Whether this is one more line of a list of contents. A number that stood in it already begins the text itself. */
function goesOnListing({ dotted, numbers }: Contents, { kind, text, number }: Block): boolean {
  if (dotted || (number !== undefined && numbers.has(number))) return false;
  return kind === 'item' && wordCount(text) <= 10 && !isEnded(text);
}

/** The heading that says what the document is, where one of those on its cover does; else the first. */
function titleOf(blocks: readonly Block[]): Block | undefined {
  const heads = blocks.slice(0, 5).filter(({ kind }) => kind === 'heading');
  return (
    heads.filter(({ text }) => /\b(?:policy|agreement|acceptable use|code of conduct|polisi|cytundeb)\b/i.test(text))[0] ||
    heads[0] ||
    blocks.find(({ kind }) => kind === 'heading') ||
    blocks[0]
  );
}

/** Typed numbers and bullets become items; sentences that a page end or a stray line break divided become whole. */
function mended(raw: readonly Block[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const block of raw) {
    const text = tidyText(block.text);
    const before = blocks[blocks.length - 1];
    const marker = block.kind === 'paragraph' || (block.kind === 'item' && block.number === undefined) ? markerOf(text) : undefined;
    if (marker && (marker.number !== undefined || block.kind === 'paragraph')) {
      const { number } = marker;
      blocks.push({ ...block, kind: 'item', text: text.slice(marker.length).trim(), ...(number === undefined ? {} : { number }) });
    } else if (
      block.kind === 'paragraph' &&
      before &&
      (before.kind === 'paragraph' || before.kind === 'item') &&
      goesOn(before.text, text)
    ) {
      blocks[blocks.length - 1] = { ...before, text: joined(before.text, text) };
    } else blocks.push({ ...block, text });
  }
  return blocks;
}

const signatureWords =
  ' signature signatures signed sign date job dated dates name names full print printed block capitals letters title position post role class form year child children childs pupil pupils student students parent parents carer carers guardian guardians user users staff member of the and or a by on behalf eg ie teacher headteacher head governor governors chair visitor employee witness ddmmyy dd mm yy yyyy please school i s for in to department signing' +
  ' llofnod llofnodwyd enw dyddiad swydd teitl llawn disgybl rhiant gofalwr dosbarth plentyn y yr ';
const signatureHeads = /\b(?:signature|signatures|signed|llofnod|llofnodwyd)\b/i;
const signatureFields = /\b(?:sign|names?|date|title|position|enw|dyddiad|swydd)\b/i;

/** Whether a line is a place to sign: «Signed ______ Date ______», «Full name (printed)», «Job title:». */
function isSignatureLine(text: string): boolean {
  const words = text.toLowerCase().match(/[a-zŵŷâêîôûïö]+/g) || [];
  if (words.length === 0 || words.length > 16) return false;
  if (!signatureHeads.test(text) && !(signatureFields.test(text) && /[:_\t(]|\.{3}|…/.test(text))) return false;
  return words.every(word => signatureWords.indexOf(` ${word} `) >= 0);
}

/** A label that counts as a place to sign beside other such places: «Job title», «Class». */
function isSignatureLabel(text: string): boolean {
  return (
    wordCount(text) <= 4 && (text.toLowerCase().match(/[a-zŵŷâêîôûïö]+/g) || []).every(word => signatureWords.indexOf(` ${word} `) >= 0)
  );
}

/** A text without the lines to write on: «discussed with ________ (child's name)». */
function withoutRules(block: Block): Block {
  return /_{3}|\.{5}|…{2}/.test(block.text)
    ? {
        ...block,
        text: block.text
          .replace(/_{3,}|\.{5,}|…{2,}/g, ' … ')
          .replace(/ {2,}/g, ' ')
          .trim()
      }
    : block;
}

function isContentsLine(text: string): boolean {
  return text.length < 160 && /(?:\.{4}|…{2}|(?:\. ){4}|\t) {0,9}\d{1,3}$/.test(text);
}

function isGreeting(text: string): boolean {
  return (
    wordCount(text) <= 8 &&
    /^(?:dear |yours (?:sincerely|faithfully)|(?:with )?(?:kind|best) regards|thank you|annwyl |yn gywir|yr eiddoch|diolch)/i.test(text) &&
    !/[a-z]\. /.test(text)
  );
}

/** «Date adopted: …», «Next review: …», «Adolygu: …» and their like: what they say is kept, as written. */
function readDate(text: string, dates: { adopted?: string; review?: string }): boolean {
  if (wordCount(text) > 12) return false;
  const colon = text.search(/[:\t]/);
  const figure = text.search(/[0-9]/);
  const at = colon > 0 ? colon : figure;
  if (at < 4 || at > 40 || figure < 0) return false;
  const label = text.slice(0, at);
  const date = (colon > 0 ? text.slice(at + 1) : writtenDate(text, at)).replace(/\.$/, '').trim();
  if (dateOf(date) === undefined || wordCount(date) > 4) return false;
  const head = label.toLowerCase();
  if (/review|renew|expir|adolyg/.test(head)) dates.review = dates.review || date;
  else if (/adopt|approv|ratif|agreed|issued|published|effective|dated?$|version|mabwysiad|cymeradwy/.test(head))
    dates.adopted = dates.adopted || date;
  else return false;
  return true;
}

/** A date without a colon before it, with the month or season that stands before its first figure. */
function writtenDate(text: string, figure: number): string {
  const before = text.slice(0, figure).trim();
  const word = before.slice(before.lastIndexOf(' ') + 1);
  return dateOf(`${word} 2000`) === '2000' ? text.slice(figure) : `${word} ${text.slice(figure)}`;
}

const finite =
  /\b(?:must|should|will|shall|is|are|was|were|has|have|may|can|cannot|do|does|not|agree|understand|gives?|rhaid|dylai|dylech|bydd|byddaf|mae|maent|ydy|yw|ni|peidiwch|gall|ceir|caiff)\b/i;

/** A short line that says nothing and stands before what says something is a heading; so is «5. Data and System Security» in a numbered list. */
function headed(block: Block, before: Block | undefined, next: Block | undefined, first: boolean): Block {
  const { text } = block;
  if (block.kind === 'heading') {
    const marker = block.number === undefined ? markerOf(text) : undefined;
    if (!marker || marker.number === undefined) return block;
    return { ...block, text: text.slice(marker.length).trim(), number: marker.number };
  }
  if (first && block.kind === 'paragraph' && text.length <= 140 && !/[.;,:?!]$/.test(text) && !finite.test(text))
    return { ...block, kind: 'heading', level: 1 };
  if (block.kind === 'row' || !next || text.length > 100 || finite.test(text) || !/^[^a-z]|^[a-z]-?[A-Z]/.test(text)) return block;
  const words = wordCount(text);
  if (block.kind === 'paragraph') {
    if (words > 12 || /[.;,:?!]$/.test(text) || !/[A-Za-z]{3}/.test(text)) return block;
    return { ...block, kind: 'heading', level: 2 };
  }
  if (block.number === undefined || !/^\d/.test(block.number) || words > 9 || /[;,:?!]$/.test(text)) return block;
  // A list of things («1. Websites 2. Apps») has no headings in it.
  const alike = (other: Block | undefined): boolean =>
    other !== undefined &&
    other.kind === 'item' &&
    !isBelow(other.number, block.number) &&
    !isBelow(block.number, other.number) &&
    other.number !== undefined &&
    wordCount(other.text) <= 9 &&
    !finite.test(other.text);
  if (alike(next) || (alike(before) && next.kind !== 'paragraph')) return block;
  return {
    kind: 'heading',
    text: text.replace(/\.$/, ''),
    level: 2,
    number: block.number,
    ...(block.page === undefined ? {} : { page: block.page })
  };
}

/** Whether a number is one of a part: 2.1 is below 2. */
function isBelow(number: string | undefined, above: string | undefined): boolean {
  return number !== undefined && above !== undefined && number.slice(0, above.length + 1) === `${above}.`;
}
