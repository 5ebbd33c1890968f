import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fill } from '../../core/locale.ts';

describe('a text with places', () => {
  it('has its values put in, each as often as it is named', () =>
    assert.equal(fill('{count} of {count} to {who}', { count: 3, who: 'a@b.example' }), '3 of 3 to a@b.example'));
  it('keeps a place for which there is no value, so that a test can see it', () =>
    assert.equal(fill('{who} and {what}', { who: 'A' }), 'A and {what}'));
  it('says one and many with the word that goes with each', () => {
    const text = '{count} of {of} {of:device|devices} {count:is|are} lost';
    assert.equal(fill(text, { count: 1, of: 1 }), '1 of 1 device is lost');
    assert.equal(fill(text, { count: 1, of: 3 }), '1 of 3 devices is lost');
    assert.equal(fill(text, { count: 0, of: 3 }), '0 of 3 devices are lost');
    assert.equal(fill(text, { count: 2 }), '2 of {of} {of:device|devices} are lost');
    assert.equal(fill('{count:|s}', { count: 2 }), 's');
  });
  it('does not fill what a value brings along', () => assert.equal(fill('{who}', { who: '{count}', count: 3 }), '{count}'));
  it('takes no value from what every object has', () => assert.equal(fill('{constructor}'), '{constructor}'));
  it('leaves any text without places alone', () =>
    fc.assert(
      fc.property(fc.string(), text => {
        if (!text.includes('{')) assert.equal(fill(text, { a: 1 }), text);
      })
    ));
});
