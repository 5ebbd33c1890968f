/** One printed line, where the format knows lines only: plain text and PDF. `left`, `right` and the like are in any one unit, letters or points. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Empty lines above it: 0 in running text, 1 after an empty line; fractions may come from a PDF. */
  readonly gap: number;
  /** From 1; all lines have the same where pages are not known. */
  readonly page: number;
  /** Size of the letters against the document's usual one, 1 where sizes are not known. */
  readonly size: number;
}

/** One piece of a document as its author made it, in reading order. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** On one line, without its marker or number. The cells of a row are divided by tabs. */
  readonly text: string;
  /** Of a heading from 1, of an item its depth from 0; else 0. */
  readonly level: number;
  /** As printed, without brackets and full stop: `4`, `2.1`, `a`. Bullets have none. */
  readonly number?: string;
  /** From 1, where pages are known. */
  readonly page?: number;
}

/** What a reader of files hands over: lines where the layout has to be guessed from, blocks where the format has them. */
export type PolicyDocument =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] };

/** Why a piece of the document became no clause. */
export type LeftOut = 'running-line' | 'page-number' | 'contents' | 'date' | 'signature' | 'greeting' | 'column-title' | 'background';

/** A piece of the document that became no clause, so that a person can see that nothing was lost. */
export interface Left {
  readonly text: string;
  readonly because: LeftOut;
}
