import assert from 'node:assert/strict';
import { nearest } from '../../service/nearest.ts';

describe('the nearest word', () => {
  for (const [word, found] of [
    ['whenUnsur', 'whenUnsure'],
    ['WHENUNSURE', 'whenUnsure'],
    ['whneUnsure', 'whenUnsure'],
    ['exmept', 'exempt'],
    ['rule', 'rules'],
    ['rulse', 'rules'],
    ['zebra', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined]
  ] as const) {
    it(`for «${word.slice(0, 20)}» is ${found || 'none'}`, () => assert.equal(nearest(word, ['rules', 'exempt', 'whenUnsure']), found));
  }

  it('is the first of equally near ones', () => assert.equal(nearest('cat', ['bat', 'rat']), 'bat'));
});
