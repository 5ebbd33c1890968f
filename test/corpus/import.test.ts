import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { importsMeasured } from '../bench/import.ts';

const folder = new URL('../../../shared/', import.meta.url);
const shared = existsSync(folder);

describe('policy import: five real policies', () => {
  (shared ? it : it.skip)('finds the clauses of each, and not by chance or by giant clauses (needs ../shared)', () => {
    for (const { document, rows, clauses, found, byChance, medianWords } of importsMeasured(folder)) {
      assert.ok(found / rows >= 0.86, `${document}: ${found} of ${rows} rows`);
      assert.ok(byChance / rows <= 0.2, `${document}: ${byChance} of ${rows} by chance`);
      assert.ok(clauses <= rows * 1.25 && clauses >= rows * 0.75, `${document}: ${clauses} clauses for ${rows} rows`);
      assert.ok(medianWords <= 30, `${document}: ${medianWords} words in the median`);
    }
  });

  (shared ? it : it.skip)('proposes the duties that their clauses have (needs ../shared)', () => {
    const figures = importsMeasured(folder);
    const sum = (key: 'right' | 'proposed' | 'wanted'): number => figures.reduce((all, each) => all + each[key], 0);
    assert.ok(sum('right') / sum('proposed') >= 0.82, `precision ${sum('right') / sum('proposed')}`);
    assert.ok(sum('right') / sum('wanted') >= 0.92, `recall ${sum('right') / sum('wanted')}`);
  });
});
