import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Line } from '../../core/policies/import/document.ts';

interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

interface Printed {
  readonly pieces: readonly Shown[];
  readonly page: number;
}

/** The printed lines of a PDF, from the top of the first page down. None: it holds pictures only. Rejects as pdfjs does, with its error names. */
export async function linesOfPdf(bytes: Uint8Array): Promise<readonly Line[]> {
  // pdfjs takes the bytes it is given away from their owner.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true
  });
  try {
    const document = await task.promise;
    const printed: Printed[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const shown: Shown[] = [];
      for (const item of items) {
        if (!('str' in item) || item.str === '') continue;
        const [a, b, , d, x, y] = item.transform as [number, number, number, number, number, number];
        shown.push({ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || Math.abs(d) || item.height });
      }
      for (const pieces of linesAmong(shown)) printed.push({ pieces, page: number });
      page.cleanup();
    }
    return measured(printed);
  } finally {
    await task.destroy();
  }
}

/** Pieces on one line stand next to each other in the file and at one height on the page. */
function linesAmong(shown: readonly Shown[]): readonly (readonly Shown[])[] {
  const lines: Shown[][] = [];
  for (const piece of shown) {
    const line = lines[lines.length - 1];
    const last = line?.[line.length - 1];
    if (line && last && Math.abs(last.y - piece.y) < Math.max(last.size, piece.size) * 0.4 && piece.x >= last.x - 1) line.push(piece);
    else if (piece.text.trim() !== '') lines.push([piece]);
  }
  return lines;
}

function measured(printed: readonly Printed[]): readonly Line[] {
  const usualSize = medianOf(printed.flatMap(({ pieces }) => pieces.map(({ size }) => size)));
  const steps = printed.map(({ pieces, page }, i) => {
    const above = printed[i - 1];
    return above && above.page === page ? above.pieces[0]!.y - pieces[0]!.y : 0;
  });
  const usualStep = medianOf(steps.filter(step => step > usualSize * 0.5 && step < usualSize * 3)) || usualSize * 1.2;
  return printed.map(({ pieces, page }, i) => {
    const last = pieces[pieces.length - 1]!;
    const size = Math.max(...pieces.filter(({ text }) => text.trim() !== '').map(piece => piece.size));
    const extra = steps[i]! / usualStep - 1;
    return {
      text: textOf(pieces),
      left: pieces[0]!.x,
      right: last.x + last.width,
      gap: extra < 0.22 ? 0 : Math.max(1, Math.round(extra)),
      page,
      size: usualSize > 0 ? size / usualSize : 1
    };
  });
}

/** What stands on a line; a hole as wide as a large letter divides cells, but not a bullet or number from its text. */
function textOf(pieces: readonly Shown[]): string {
  let text = '';
  let end = 0;
  for (const piece of pieces) {
    const hole = text === '' ? 0 : piece.x - end;
    if (hole > piece.size * 1.1) text += /^\s*\S{1,5}\s*$/.test(text) ? ' ' : '\t';
    else if (hole > piece.size * 0.15 && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] || 0;
}
