import { fromHex } from '../../core/policies/ledger/bytes.ts';
import { appended, consistencySpans, emptyRange, inclusionSpans, type Range, rootOf, type Span } from '../../core/policies/ledger/tree.ts';
import { hashes } from './hashes.ts';

/** Proofs over a ledger that only grows. */
export interface Proofs {
  /** That the entry at `index` stands in the tree of the first `size`. */
  readonly inclusion: (index: number, size: number) => Promise<readonly Uint8Array[]>;
  /** That the tree of `size` entries only added to that of `before`. */
  readonly consistency: (before: number, size: number) => Promise<readonly Uint8Array[]>;
}

/** How many leaves share one remembered hash. */
const chunk = 1024;

/**
 * Proofs over leaves that can be read: `leaves` gives those from `from` up to but without `to`, as 64 hexadecimal digits each. The hashes of whole chunks
 * are remembered, so that a proof reads two or three thousand leaves at most, however long the ledger is; the first one reads them all.
 */
export function proofsOver(leaves: (from: number, to: number) => Promise<readonly string[]>): Proofs {
  const known = new Map<number, Promise<Uint8Array>>();

  function chunkRoot(from: number): Promise<Uint8Array> {
    const found = known.get(from);
    if (found) return found;
    const root = rangeOf(from, from + chunk).then(range => rootOf(range, hashes.sha256));
    known.set(from, root);
    root.catch(() => known.delete(from));
    return root;
  }

  async function rangeOf(from: number, to: number): Promise<Range> {
    const found = await leaves(from, to);
    if (found.length !== to - from) throw new Error('the ledger has fewer leaves than it said');
    return found.reduce((range, leaf) => appended(range, fromHex(leaf)!, hashes.sha256), emptyRange);
  }

  /** The spans of a proof begin where a chunk does, or lie within one. */
  async function spanRoot({ from, to }: Span): Promise<Uint8Array> {
    let whole = emptyRange;
    let at = from;
    for (; to - at >= chunk; at += chunk) whole = appended(whole, await chunkRoot(at), hashes.sha256);
    const rest = await rangeOf(at, to);
    return rootOf({ size: to - from, peaks: [...whole.peaks, ...rest.peaks] }, hashes.sha256);
  }

  async function rootsOf(spans: readonly Span[]): Promise<readonly Uint8Array[]> {
    const roots: Uint8Array[] = [];
    for (const span of spans) roots.push(await spanRoot(span));
    return roots;
  }

  return {
    inclusion: (index, size) => rootsOf(inclusionSpans(index, size)),
    consistency: (before, size) => rootsOf(consistencySpans(before, size))
  };
}
