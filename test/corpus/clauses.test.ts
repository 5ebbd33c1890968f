import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { duties } from '../../core/duties.ts';
import { models } from '../../core/policies/models/index.ts';
import { wordsOf } from '../../core/policies/policy.ts';

const policies = new URL('../../../shared/policies/', import.meta.url);
const shared = existsSync(policies);
const rowsOf = (file: URL) => parse(readFileSync(file, 'utf8'), { columns: true }) as { readonly [column: string]: string }[];
const written = rowsOf(new URL('clause-duties.csv', import.meta.url));

describe('the clauses of five real policies', () => {
  it('are 469, each with duties of the closed list or honestly guidance', () => {
    assert.deepEqual(
      written.map(({ id }) => id),
      Array.from({ length: 469 }, (_, i) => String(i + 1))
    );
    for (const { id, duties: asked } of written) {
      for (const duty of asked!.split('|')) assert.ok(duty === 'guidance' || duty in duties, `row ${id}: ${duty}`);
    }
  });

  it('are guidance only where they ask nothing of anybody that could be told', () => {
    const guidance = written.filter(({ duties }) => duties === 'guidance').map(({ id }) => Number(id));
    assert.deepEqual(guidance, [2, 8, 105, 121, 122, 139, 172, 175, 210, 243, 250, 257, 280, 391, 460]);
  });

  (shared ? it : it.skip)('stand in the models, in their order, for the same people and with the same duties (needs ../shared)', () => {
    const rows = rowsOf(new URL('clauses.csv', policies));
    assert.equal(rows.length, 469);
    models.forEach((model, document) => {
      const own = rows.filter(row => Number(row.document) === document);
      assert.equal(model.clauses.length, own.length, model.id);
      model.clauses.forEach((clause, i) => {
        const row = own[i]!;
        assert.deepEqual(clause.binds, row.binds!.split('|'), `${model.id} ${clause.id}, row ${row.id}`);
        assert.equal(clause.duties.join('|') || 'guidance', written[Number(row.id) - 1]!.duties, `${model.id} ${clause.id}, row ${row.id}`);
        if (row.clause) assert.equal(clause.id.split('.')[0], row.clause, `${model.id} ${clause.id}, row ${row.id}`);
      });
    });
  });

  (shared ? it : it.skip)('are told in our own words: no run of eight words is the school’s (needs ../shared)', () => {
    const runs = new Set<string>();
    for (let document = 0; document < 5; document++) {
      const words = wordsIn(readFileSync(new URL(`00${document}.txt`, policies), 'utf8'));
      for (let i = 0; i + 8 <= words.length; i++) runs.add(words.slice(i, i + 8).join(' '));
    }
    for (const model of models) {
      for (const clause of model.clauses) {
        const words = wordsIn(wordsOf(clause.text, 'en'));
        for (let i = 0; i + 8 <= words.length; i++) assert.ok(!runs.has(words.slice(i, i + 8).join(' ')), `${model.id} ${clause.id}`);
      }
    }
  });
});

function wordsIn(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[a-z0-9']+/g) ?? []
  );
}
