import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { fromHex } from '../../../core/policies/ledger/bytes.ts';
import { appended, continues, emptyRange, includes, rootOf } from '../../../core/policies/ledger/tree.ts';
import { proofsOver } from '../../../service/ledger/proofs.ts';
import { plainHashes } from '../../support/ledger.ts';

const { sha256 } = plainHashes;
const leaves = Array.from({ length: 5000 }, (_, i) => createHash('sha256').update(`leaf ${i}`).digest('hex'));
const rootAt = (size: number): Uint8Array =>
  rootOf(
    leaves.slice(0, size).reduce((range, leaf) => appended(range, fromHex(leaf)!, sha256), emptyRange),
    sha256
  );

describe('proofs over a long ledger', () => {
  for (const size of [1, 2, 1023, 1024, 1025, 2048, 3000, 5000]) {
    it(`are good at ${size} entries`, async () => {
      const proofs = proofsOver(async (from, to) => leaves.slice(from, to));
      const root = rootAt(size);
      for (const index of [0, 1, 1000, 1023, 1024, 2047, 2500, size - 1].filter(each => each < size)) {
        const proof = await proofs.inclusion(index, size);
        assert.ok(includes(fromHex(leaves[index]!)!, { index, size, root, proof }, sha256), `entry ${index}`);
      }
      for (const before of [1, 7, 1024, 1500, 2048, size].filter(each => each <= size)) {
        const proof = await proofs.consistency(before, size);
        assert.ok(continues({ size: before, root: rootAt(before) }, { size, root }, proof, sha256), `from ${before}`);
      }
    });
  }

  it('read the whole ledger once and then little of it', async () => {
    let read = 0;
    const proofs = proofsOver(async (from, to) => {
      read += to - from;
      return leaves.slice(from, to);
    });
    await proofs.inclusion(0, 5000);
    await proofs.inclusion(4999, 5000);
    read = 0;
    await proofs.inclusion(1234, 5000);
    await proofs.inclusion(4321, 5000);
    assert.ok(read <= 2 * 2048, `${read} leaves`);
  });

  it('try again what could not be read', async () => {
    let fails = true;
    const proofs = proofsOver(async (from, to) => {
      if (fails) throw new Error('the database is away');
      return leaves.slice(from, to);
    });
    await assert.rejects(() => proofs.inclusion(0, 5000));
    fails = false;
    assert.ok(includes(fromHex(leaves[0]!)!, { index: 0, size: 5000, root: rootAt(5000), proof: await proofs.inclusion(0, 5000) }, sha256));
  });
});
