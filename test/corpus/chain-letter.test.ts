import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { type ChainLetterResult, chainLetterResult } from '../bench/chain-letter.ts';

const folder = new URL('../../../shared/', import.meta.url);
const shared = existsSync(folder);

describe('The rule chain-letter on real mail', () => {
  let result: ChainLetterResult;
  before(() => {
    if (shared) result = chainLetterResult(folder)!;
  });
  const part = (list: 'now' | 'cross', group: string): number => {
    const { of, count } = result[list][group]!;
    assert.ok(of > 0, group);
    return count / of;
  };

  (shared ? it : it.skip)('finds nearly all chain letters, hoaxes and petitions (needs ../shared)', () => {
    assert.ok(part('now', 'found: chain, hoax, petition') >= 0.95, JSON.stringify(result.now));
    assert.ok(part('cross', 'found: chain, hoax, petition') >= 0.93, JSON.stringify(result.cross));
  });

  (shared ? it : it.skip)('finds three of four forwarded jokes, those in attachments counted as missed (needs ../shared)', () => {
    assert.ok(part('now', 'found: joke') >= 0.75, JSON.stringify(result.now));
    assert.ok(part('cross', 'found: joke') >= 0.72, JSON.stringify(result.cross));
  });

  (shared ? it : it.skip)('leaves ordinary mail alone (needs ../shared)', () => {
    assert.ok(part('now', 'false alarm: ordinary') <= 0.003, JSON.stringify(result.now));
    assert.ok(part('cross', 'false alarm: ordinary') <= 0.004, JSON.stringify(result.cross));
    assert.ok(part('now', 'false alarm: hard ham') <= 0.05, JSON.stringify(result.now));
    assert.ok(part('cross', 'false alarm: hard ham') <= 0.05, JSON.stringify(result.cross));
  });
});
