import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { firstNamesIn, isFlagged, languageFigures, samplesIn } from '../bench/language.ts';

const shared = new URL('../../../shared/', import.meta.url);
const corpus = existsSync(shared);

describe('offensive-language on the language corpus', () => {
  (corpus ? it : it.skip)('flags at most 0.2 % of the clean words (needs ../shared)', () => {
    const clean = samplesIn(shared).filter(({ label }) => label === 'clean');
    const flagged = clean.filter(({ text }) => isFlagged(text));
    assert.ok(clean.length > 500);
    assert.ok(flagged.length / clean.length <= 0.002, flagged.map(({ text }) => text).join(', '));
  });

  (corpus ? it : it.skip)('flags no first name of England and Wales (needs ../shared)', () => {
    const names = firstNamesIn(shared);
    assert.ok(names.length > 10000);
    assert.deepEqual(
      names.filter(name => isFlagged(name) || isFlagged(name.toLowerCase())),
      []
    );
  });

  (corpus ? it : it.skip)('catches at least 90 % of the disguises (needs ../shared)', () => {
    const hidden = samplesIn(shared).filter(({ label, kind }) => label === 'profane' && kind === 'library-test');
    assert.ok(hidden.length > 10);
    assert.ok(hidden.filter(({ text }) => isFlagged(text)).length / hidden.length >= 0.9);
  });

  (corpus ? it : it.skip)(
    'catches at least 23 % of the listed terms, most of which are words of health, crime, trade or pornography (needs ../shared)',
    () => {
      const listed = samplesIn(shared).filter(({ kind }) => kind === 'listed-term');
      assert.ok(listed.filter(({ text }) => isFlagged(text)).length / listed.length >= 0.23);
    }
  );

  (corpus ? it : it.skip)('says its figures in five lines (needs ../shared)', async () => {
    assert.equal((await languageFigures(shared)).length, 5);
  });
});
