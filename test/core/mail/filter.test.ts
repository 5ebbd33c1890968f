import assert from 'node:assert/strict';
import fc from 'fast-check';
import { audiencesIn, filterOf, keyedHash, sipHash } from '../../../core/mail/filter.ts';
import type { Known } from '../../../core/mail/policy.ts';

const key = '000102030405060708090a0b0c0d0e0f';
const parents = (count: number): { [address: string]: readonly Known[] } =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`family.${i}@home.example`, [{ audience: 'parent', name: `Parent ${i}` }]]));

describe('the directory as a keyed filter', () => {
  it('hashes as the authors of SipHash-2-4 print it', () => {
    const text = String.fromCharCode(...Array.from({ length: 15 }, (_, i) => i));
    const [high, low] = sipHash(new Int32Array([0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c]), text);
    assert.deepEqual([high >>> 0, low >>> 0], [0xa129ca61, 0x49be45e5]);
  });

  it('never forgets an address, and knows each of its audiences', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.emailAddress(), { minLength: 1, maxLength: 50 }), addresses => {
        const directory: { [address: string]: readonly Known[] } = {};
        addresses.forEach(
          (address, i) => (directory[address] = i % 2 ? [{ audience: 'parent' }] : [{ audience: 'parent' }, { audience: 'governor' }])
        );
        const filter = filterOf(directory, key);
        for (const address of addresses) {
          const found = audiencesIn(filter, address).map(({ audience }) => audience);
          for (const { audience } of directory[address]!) assert.ok(found.includes(audience));
        }
      })
    );
  });

  it('takes fewer than one stranger in 500 for a parent', () => {
    const filter = filterOf(parents(2000), key);
    let taken = 0;
    for (let i = 0; i < 50000; i += 1) taken += audiencesIn(filter, `stranger.${i}@elsewhere.example`).length;
    assert.ok(taken < 100, `${taken} of 50,000`);
  });

  it('holds 2,000 addresses in less than 5 kB, without an address or a name in it', () => {
    const json = JSON.stringify(filterOf(parents(2000), key));
    assert.ok(json.length < 5000, `${json.length}`);
    assert.doesNotMatch(json, /home|Parent \d/);
  });

  it('says nothing to whoever asks with another key', () => {
    const { shelves } = filterOf(parents(500), key);
    const asked = Object.keys(parents(500)).filter(address => audiencesIn({ key: 'f'.repeat(32), shelves }, address).length > 0);
    assert.ok(asked.length < 10);
  });

  it('is the same whatever the order of the directory', () => {
    const ordered = parents(100);
    const turned = Object.fromEntries(Object.entries(ordered).reverse());
    assert.deepEqual(filterOf(turned, key), filterOf(ordered, key));
  });

  it('takes fewer than one stranger in 500 for the only governor', () => {
    const filter = filterOf({ 'governor.one@governors.example': [{ audience: 'governor' }] }, key);
    let taken = 0;
    for (let i = 0; i < 50000; i += 1) taken += audiencesIn(filter, `stranger.${i}@elsewhere.example`).length;
    assert.ok(taken < 100, `${taken} of 50,000`);
  });

  it('knows an address of which only the hash was accepted, and is the same as with the address itself', () => {
    const hash = keyedHash(key, 'aunt.one@home.example');
    const filter = filterOf(parents(100), key, [{ hash, audience: 'parent' }]);
    assert.deepEqual(audiencesIn(filter, 'aunt.one@home.example'), [{ audience: 'parent' }]);
    assert.deepEqual(audiencesIn(filterOf(parents(100), key), 'aunt.one@home.example'), []);
    assert.deepEqual(filterOf({ ...parents(100), 'aunt.one@home.example': [{ audience: 'parent' }] }, key), filter);
  });
});
