import type { Party } from '../policy.ts';
import type { Left, PolicyDocument } from './document.ts';
import { blocksOfLines } from './lines.ts';
import { outlineOf } from './outline.ts';
import { partyFinder } from './parties.ts';
import { type Proposal, proposer } from './propose.ts';
import { type Piece, piecesOf } from './split.ts';

/** A clause as it was found, with what is proposed for it. A person has the last word. */
export interface DraftClause {
  /** The document's own number, or its section and its place there; no two are the same. */
  readonly id: string;
  readonly section: string;
  readonly text: string;
  readonly binds: readonly Party[];
  /** Surest first; also those that are too weak to be taken over. */
  readonly duties: readonly Proposal[];
  readonly page?: number;
}

/** A policy as a document gives it. */
export interface Draft {
  readonly title: string;
  /** As written in the document. */
  readonly adopted?: string;
  readonly review?: string;
  /** The document has a place to sign. */
  readonly signed: boolean;
  readonly clauses: readonly DraftClause[];
  readonly left: readonly Left[];
}

/** From here on a proposed duty is taken over into the draft. */
export const takenFrom = 0.5;

/** Makes a draft of a document: clauses, whom they bind, proposed duties. Runs in time linear in the length of the document. */
export function draftOf(document: PolicyDocument): Draft {
  const { blocks, left } = document.kind === 'lines' ? blocksOfLines(document.lines) : { blocks: document.blocks, left: [] };
  const outline = outlineOf(blocks);
  const { pieces, left: unbound } = piecesOf(outline.blocks);
  const propose = proposer();
  const whom = partyFinder();
  const ids = idsOf(pieces);
  const clauses = pieces.map((piece, i) => {
    const duties = propose(piece.text, piece.context, piece.section || '');
    const surest = duties[0] && duties[0].confidence >= takenFrom ? duties[0].duty : undefined;
    return {
      id: ids[i]!,
      section: piece.section || '',
      text: piece.text,
      binds: whom(piece.text, piece.headings, outline.title, surest),
      duties,
      ...(piece.page === undefined ? {} : { page: piece.page })
    };
  });
  return {
    title: outline.title,
    ...(outline.adopted === undefined ? {} : { adopted: outline.adopted }),
    ...(outline.review === undefined ? {} : { review: outline.review }),
    signed: outline.signed,
    clauses,
    left: [...left, ...outline.left, ...unbound]
  };
}

/**
 * The printed number; `6.2`, `6.3` for what else stands under it, where the document has no such number itself; `E-mail.3` where it has none, and
 * a plain 3 in a document whose only heading is too long for an id.
 */
function idsOf(pieces: readonly Piece[]): readonly string[] {
  const printed = pieces.map(({ number }) => (number === undefined ? undefined : number.replace(/\(/g, '.').replace(/\)/g, '')));
  const kept = new Set(printed);
  const oneSection = new Set(pieces.map(({ section }) => section)).size === 1;
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  return pieces.map(({ section }, i) => {
    const number = printed[i];
    const start = number !== undefined ? number : oneSection && (section || '').length > longest ? '' : shortened(section || 'clause');
    let count = counts.get(start) || 0;
    let id: string;
    do {
      count += 1;
      id = number !== undefined && count === 1 ? start : start === '' ? `${count}` : `${start}.${count}`;
    } while (taken.has(id) || (id !== number && kept.has(id)));
    counts.set(start, count);
    taken.add(id);
    return id;
  });
}

/** How many characters of a heading an id may hold. */
const longest = 40;

function shortened(section: string): string {
  if (section.length <= longest) return section;
  const cut = section.slice(0, longest).lastIndexOf(' ');
  return section.slice(0, cut > 10 ? cut : longest);
}
