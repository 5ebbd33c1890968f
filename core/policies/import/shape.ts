/** Folds what a text may be written with to one form: typographic quotes, no-break blanks, soft hyphens, runs of blanks, left-over markup. */
export function tidyText(text: string): string {
  return text
    .replace(/<\/?[a-z][a-z0-9]{0,9}\/?>/gi, ' ')
    .replace(/\u00ad|\u200b|\ufeff/g, '')
    .replace(/\*{2,3}/g, '')
    .replace(/ﬁ/g, 'fi')
    .replace(/ﬂ/g, 'fl')
    .replace(/[ \u00a0\u2000-\u200a\u202f\u3000\n\r\f\v]+/g, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .trim();
}

/** Whether a sentence ends here, a closing quote or bracket after the stop included. */
export function isEnded(text: string): boolean {
  return /[.!?:;]['"’”)\]]{0,2}$/.test(text);
}

/** Letters of the longest paragraph that is put together; a longer one is no sentence that was broken. */
const longest = 20000;

/** Whether a text that stops without a stop goes on with this one: it begins small, or the text stops at a word that cannot be the last. */
export function goesOn(text: string, next: string): boolean {
  if (text === '' || text.length > longest || /[.!?:]['"’”)\]]{0,2}$/.test(text)) return false;
  return /^[a-zà-ÿŵŷ(][a-zà-ÿŵŷ' ,)-]/.test(next) || leadsOn(text);
}

function leadsOn(text: string): boolean {
  const last = /([A-Za-z]{1,12}|,|&)$/.exec(text.slice(-12));
  return last !== null && neverLast.indexOf(` ${last[1]!.toLowerCase()} `) >= 0;
}

// English, then Welsh.
const neverLast =
  ' , & the a an of and or to in for with by from on at if that which who when their your our its his her this these any all each must should will shall not be is are as than into about between through ' +
  ' y yr a ac neu i o ar am gan gyda wrth eu ein eich eu bod yn os pan ';

/** How many words a text has. */
export function wordCount(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i += 1) {
    const blank = text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9;
    if (!blank && !inside) count += 1;
    inside = !blank;
  }
  return count;
}

/** Puts two pieces of one sentence together; a word that was divided at the end of a line becomes whole again. */
export function joined(text: string, next: string): string {
  if (text.slice(-1) === '-' && /^[a-z]/.test(next)) {
    let start = text.length - 1;
    while (start > 0 && text.length - start < 30 && /[A-Za-z]/.test(text.charAt(start - 1))) start -= 1;
    const part = text.length - 1 - start;
    if (part > 0) return (part > 3 ? text.slice(0, -1) : text) + next;
  }
  return text === '' ? next : `${text} ${next}`;
}

/** The same for lines that differ only in figures, case and blanks: running headers and page numbers. */
export function likeness(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/[\s_]+/g, ' ')
    .trim();
}

/** Whether a line is a page number and nothing else. */
export function isPageNumber(text: string): boolean {
  return (
    /^[-–|[( ]{0,3}(?:page |tudalen |p\. ?)?\d{1,3}(?: ?(?:of|o|\/|allan o) ?\d{1,3})?[-–|\]) ]{0,3}$/i.test(text) ||
    /^page \|? ?\d{1,3}$/i.test(text)
  );
}
