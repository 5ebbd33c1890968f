import type { Line } from '../../core/policies/import/document.ts';

/** The lines of a plain text. A form feed begins a page. */
export function linesOfText(text: string): readonly Line[] {
  const lines: Line[] = [];
  let page = 1;
  let gap = 0;
  for (const printed of text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)) {
    const sheets = printed.split('\f');
    sheets.forEach((sheet, i) => {
      if (i > 0) page += 1;
      const body = sheet.replace(/\s+$/, '');
      const words = body.replace(/^\s+/, '');
      if (words === '') {
        gap += i === 0 ? 1 : 0;
        return;
      }
      const left = indentOf(body.slice(0, body.length - words.length));
      lines.push({ text: words, left, right: left + words.length, gap, page, size: 1 });
      gap = 0;
    });
  }
  return lines;
}

function indentOf(blanks: string): number {
  let columns = 0;
  for (const blank of blanks) columns = blank === '\t' ? columns - (columns % 4) + 4 : columns + 1;
  return columns;
}
