import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Sha256 } from '../../../../core/policies/ledger/hashes.ts';
import {
  appended,
  consistencySpans,
  continues,
  emptyRange,
  inclusionSpans,
  includes,
  type Range,
  rootOf,
  type Span
} from '../../../../core/policies/ledger/tree.ts';

const sha256: Sha256 = bytes => createHash('sha256').update(bytes).digest();
const leafOf = (hexadecimal: string): Uint8Array => sha256(Buffer.from(`00${hexadecimal}`, 'hex'));
const grown = (leaves: readonly Uint8Array[]): Range => leaves.reduce((range, leaf) => appended(range, leaf, sha256), emptyRange);
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** RFC 6962, 2.1, word for word: the root of a list of leaf hashes. */
function naive(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0]!;
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Buffer.concat([Buffer.of(1), naive(leaves.slice(0, k)), naive(leaves.slice(k))]));
}

/** RFC 6962, 2.1.1: PATH(m, D[n]). */
function path(m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length <= 1) return [];
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return m < k ? [...path(m, leaves.slice(0, k)), naive(leaves.slice(k))] : [...path(m - k, leaves.slice(k)), naive(leaves.slice(0, k))];
}

/** RFC 6962, 2.1.2: SUBPROOF(m, D[n], b). */
function subproof(m: number, leaves: readonly Uint8Array[], whole: boolean): readonly Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [naive(leaves)];
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), whole), naive(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), naive(leaves.slice(0, k))];
}

const rootsOf = (spans: readonly Span[], leaves: readonly Uint8Array[]): readonly Uint8Array[] =>
  spans.map(({ from, to }) => naive(leaves.slice(from, to)));
const many = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, i) => leafOf(Buffer.from(`leaf ${i}`).toString('hex')));
/** The same hash with one bit changed. */
const bent = (hash: Uint8Array, bit: number): Uint8Array => hash.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

describe('the ledger’s tree', () => {
  // The eight leaves of the reference tree of Certificate Transparency, and the roots as it grows.
  const reference: readonly (readonly [leaf: string, root: string])[] = [
    ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328']
  ];
  const leaves = reference.map(([leaf]) => leafOf(leaf));

  it('has the hash of nothing as its root while it is empty', () => {
    assert.equal(hexOf(rootOf(emptyRange, sha256)), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  for (const [i, [, root]] of reference.entries()) {
    it(`has the reference root with ${i + 1} of the reference leaves`, () => {
      assert.equal(hexOf(rootOf(grown(leaves.slice(0, i + 1)), sha256)), root);
    });
  }

  it('gives the reference proofs of inclusion', () => {
    // From the test data of Certificate Transparency: leaf 5 of 8, and leaf 2 of 3.
    assert.deepEqual(rootsOf(inclusionSpans(5, 8), leaves).map(hexOf), [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
    ]);
    assert.deepEqual(rootsOf(inclusionSpans(2, 3), leaves).map(hexOf), [
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'
    ]);
  });

  it('gives the reference proofs of consistency', () => {
    assert.deepEqual(rootsOf(consistencySpans(6, 8), leaves).map(hexOf), [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
    ]);
    assert.deepEqual(rootsOf(consistencySpans(2, 5), leaves).map(hexOf), [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
    ]);
  });

  it('is the tree of the RFC’s own definition at every size', () => {
    const all = many(130);
    let range = emptyRange;
    for (const [i, leaf] of all.entries()) {
      range = appended(range, leaf, sha256);
      assert.equal(hexOf(rootOf(range, sha256)), hexOf(naive(all.slice(0, i + 1))), `size ${i + 1}`);
      assert.equal(range.size, i + 1);
      assert.ok(range.peaks.length <= 8);
    }
  });

  const all = many(70);
  const sizes = fc.integer({ min: 1, max: 70 }).chain(size => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));

  it('proves every leaf, by the proof of the RFC’s own definition', () => {
    fc.assert(
      fc.property(sizes, ([size, index]) => {
        const part = all.slice(0, size);
        const proof = rootsOf(inclusionSpans(index, size), part);
        assert.deepEqual(proof.map(hexOf), path(index, part).map(hexOf));
        assert.ok(includes(all[index]!, { index, size, root: naive(part), proof }, sha256));
      })
    );
  });

  it('takes no proof for another place, another leaf, another size, another root, or one that was bent, cut or lengthened', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat({ max: 255 }), ([size, index], other, bit) => {
        const part = all.slice(0, size);
        const root = naive(part);
        const leaf = all[index]!;
        const proof = rootsOf(inclusionSpans(index, size), part);
        const elsewhere = other % size;
        if (elsewhere !== index) assert.ok(!includes(leaf, { index: elsewhere, size, root, proof }, sha256));
        assert.ok(!includes(bent(leaf, bit), { index, size, root, proof }, sha256));
        assert.ok(!includes(leaf, { index, size, root: bent(root, bit), proof }, sha256));
        assert.ok(!includes(leaf, { index, size, root, proof: [...proof, root] }, sha256));
        if (proof.length === 0) return;
        const at = other % proof.length;
        assert.ok(!includes(leaf, { index, size, root, proof: proof.map((hash, i) => (i === at ? bent(hash, bit) : hash)) }, sha256));
        assert.ok(!includes(leaf, { index, size, root, proof: proof.slice(0, -1) }, sha256));
      })
    );
  });

  it('takes no leaf from outside the tree', () => {
    assert.deepEqual(inclusionSpans(8, 8), []);
    const root = naive(leaves);
    for (const index of [-1, 8, 1.5]) {
      assert.ok(!includes(leaves[0]!, { index, size: 8, root, proof: rootsOf(inclusionSpans(0, 8), leaves) }, sha256));
    }
    assert.ok(!includes(root, { index: 0, size: 0, root, proof: [] }, sha256));
  });

  it('proves that it only ever grew, by the proof of the RFC’s own definition', () => {
    fc.assert(
      fc.property(sizes, ([size, smaller]) => {
        const before = smaller + 1;
        const proof = rootsOf(consistencySpans(before, size), all);
        assert.deepEqual(proof.map(hexOf), before === size ? [] : subproof(before, all.slice(0, size), true).map(hexOf));
        const [first, second] = [before, size].map(count => ({ size: count, root: naive(all.slice(0, count)) }));
        assert.ok(continues(first!, second!, proof, sha256));
      })
    );
  });

  it('takes no proof of growth from a tree in which an old leaf was changed', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ([size, smaller], which) => {
        const before = smaller + 1;
        const changed = all.slice(0, size).map((leaf, i) => (i === which % before ? bent(leaf, 0) : leaf));
        const proof = rootsOf(consistencySpans(before, size), changed);
        const first = { size: before, root: naive(all.slice(0, before)) };
        assert.ok(!continues(first, { size, root: naive(changed) }, proof, sha256));
        assert.ok(!continues(first, { size, root: naive(all.slice(0, size)) }, proof.concat(all[0]!), sha256));
      })
    );
  });

  it('takes every tree for one that grew out of nothing, and none for one that shrank', () => {
    const empty = { size: 0, root: naive([]) };
    const three = { size: 3, root: naive(all.slice(0, 3)) };
    assert.ok(continues(empty, three, [], sha256));
    assert.ok(!continues(three, empty, [], sha256));
    assert.ok(!continues(three, { size: 5, root: naive(all.slice(0, 5)) }, [], sha256));
  });
});
