import type { Sha256 } from './hashes.ts';
import { isIndex } from './json.ts';

/**
 * The Merkle tree of RFC 6962 as far as appending needs it: the roots of its complete subtrees, the largest first. At a million leaves these are at
 * most twenty hashes.
 */
export interface Range {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export const emptyRange: Range = { size: 0, peaks: [] };

/** The tree with one more leaf, given by its hash. One hash on average, log n at most. */
export function appended({ size, peaks }: Range, leaf: Uint8Array, sha256: Sha256): Range {
  const next = peaks.slice();
  let hash = leaf;
  for (let left = size; left % 2 === 1; left = (left - 1) / 2) hash = nodeHash(next.pop()!, hash, sha256);
  next.push(hash);
  return { size: size + 1, peaks: next };
}

/** The root of the tree: 32 bytes. Of no leaves, the hash of nothing. */
export function rootOf({ peaks }: Range, sha256: Sha256): Uint8Array {
  let root = peaks[peaks.length - 1];
  if (!root) return sha256(new Uint8Array(0));
  for (let i = peaks.length - 2; i >= 0; i -= 1) root = nodeHash(peaks[i]!, root, sha256);
  return root;
}

/** The hash of an inner node: SHA-256 of a one byte, the left and the right. */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
}

/** Leaves from `from` up to but without `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What an inclusion proof of one leaf in the tree of `size` leaves is made of: the roots of these spans, in this order. None where there is no such
 * leaf.
 */
export function inclusionSpans(index: number, size: number): readonly Span[] {
  if (index >= size) return [];
  const spans: Span[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + half(to - from);
    if (index < middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  return spans.reverse();
}

/** What a proof is made of that the tree of `size` leaves only added to that of `before`: the roots of these spans, in this order. */
export function consistencySpans(before: number, size: number): readonly Span[] {
  if (before <= 0 || before >= size) return [];
  const spans: Span[] = [];
  let from = 0;
  let to = size;
  // RFC 6962, 2.1.2: whether what is left of the older tree is the whole older tree, whose root the verifier knows.
  let whole = true;
  while (before !== to) {
    const middle = from + half(to - from);
    if (before <= middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
      whole = false;
    }
  }
  if (!whole) spans.push({ from, to });
  return spans.reverse();
}

/** The largest power of two below a number of at least two. */
function half(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** Whether `proof` shows that the leaf with this hash stands at `index` in the tree of `size` leaves with this root (RFC 9162, 2.1.3.2). */
export function includes(
  leaf: Uint8Array,
  {
    index,
    size,
    root,
    proof
  }: { readonly index: number; readonly size: number; readonly root: Uint8Array; readonly proof: readonly Uint8Array[] },
  sha256: Sha256
): boolean {
  if (!isIndex(index) || index >= size) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const beside of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(beside, hash, sha256);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else hash = nodeHash(hash, beside, sha256);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && same(hash, root);
}

/** A tree by its size and root. */
export interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether `proof` shows that the second tree holds all of the first, unchanged, at its beginning (RFC 9162, 2.1.4.2). Of no leaves every tree does. */
export function continues(first: Head, second: Head, proof: readonly Uint8Array[], sha256: Sha256): boolean {
  if (first.size > second.size || first.size < 0) return false;
  if (first.size === second.size) return proof.length === 0 && same(first.root, second.root);
  if (first.size === 0) return proof.length === 0;
  const path = isPower(first.size) ? [first.root, ...proof] : proof;
  const start = path[0];
  if (!start) return false;
  let at = first.size - 1;
  let last = second.size - 1;
  while (at % 2 === 1) {
    at = (at - 1) / 2;
    last = Math.floor(last / 2);
  }
  let older = start;
  let newer = start;
  for (const beside of path.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(beside, older, sha256);
      newer = nodeHash(beside, newer, sha256);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else newer = nodeHash(newer, beside, sha256);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && same(older, first.root) && same(newer, second.root);
}

function isPower(count: number): boolean {
  let power = 1;
  while (power < count) power *= 2;
  return power === count;
}

/** Whether two hashes are the same. */
export function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
