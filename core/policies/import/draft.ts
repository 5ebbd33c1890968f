import type { Left, PolicyDocument } from './document.ts';
import { blocksOfLines } from './lines.ts';
import { outlineOf } from './outline.ts';
import { type Piece, piecesOf } from './split.ts';

export interface DraftClause extends Piece {
  readonly duties: readonly { readonly duty: string }[];
}

export function draftOf(document: PolicyDocument) {
  const { blocks, left } = document.kind === 'lines' ? blocksOfLines(document.lines) : { blocks: document.blocks, left: [] as Left[] };
  const outline = outlineOf(blocks);
  const { pieces, left: unbound } = piecesOf(outline.blocks);
  return { ...outline, clauses: pieces.map(p => ({ ...p, duties: [] as { duty: string }[] })), left: [...left, ...outline.left, ...unbound] };
}
