import assert from 'node:assert/strict';
import { controls, type Duty, duties, keeping, keeps } from '../../core/duties.ts';
import { locales } from '../../core/locale.ts';

const all: readonly (readonly [string, Duty])[] = Object.entries(duties);

describe('duties', () => {
  it('are a closed list of sixty to a hundred', () => assert.ok(all.length >= 60 && all.length <= 100, String(all.length)));

  it('bear names of a few lower-case words', () => {
    for (const [id] of all) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
  });

  it('say in one sentence, in each language, what they ask', () => {
    for (const locale of locales) {
      const said = all.map(([, { says }]) => says[locale]);
      assert.equal(new Set(said).size, said.length, locale);
      for (const sentence of said) assert.match(sentence, /^[A-ZÂÊÎÔÛŴŶ][^.!?]{10,120}\.$/, sentence);
    }
  });

  it('name their controls strongest first, each once', () => {
    for (const [id, { controls: own }] of all) {
      const ranks = own.map(control => controls.indexOf(control));
      assert.deepEqual(
        ranks,
        [...new Set(ranks)].sort((a, b) => a - b),
        id
      );
    }
  });

  it('call no control stronger than one before it', () => {
    const ranks = controls.map(control => keeping.indexOf(keeps[control]));
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b)
    );
  });
});
