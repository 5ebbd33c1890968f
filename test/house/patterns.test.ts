import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Node, parse } from 'acorn';
import { transformSync } from 'esbuild';
import { checkSync } from 'recheck';
import { filesIn } from '../support/tree.ts';

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression written in a file, as a literal or as `new RegExp('…')`. One that is put together from pieces fails the test. */
function patternsIn(file: string): readonly Pattern[] {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', target: 'es2022' });
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (isNode(node)) {
      if (node.type === 'Literal' && 'regex' in node && node.regex) {
        const { pattern, flags } = node.regex as { pattern: string; flags: string };
        found.push({ source: pattern, flags });
      }
      if (node.type === 'NewExpression' && 'callee' in node && nameOf(node.callee) === 'RegExp')
        assert.fail(`${file} puts a pattern together while it runs`);
      Object.values(node).forEach(visit);
    }
  };
  visit(parse(code, { ecmaVersion: 2022, sourceType: 'module' }));
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function nameOf(node: unknown): unknown {
  return isNode(node) && 'name' in node ? node.name : undefined;
}

describe('the house: no pattern of the core can blow up', () => {
  for (const file of filesIn('core')) {
    const patterns = patternsIn(file);
    if (patterns.length === 0) continue;
    it(file, () => {
      for (const { source, flags } of patterns) {
        const found = checkSync(source, flags, { timeout: 20000 });
        assert.equal(found.status, 'safe', `/${source}/${flags}: ${JSON.stringify('complexity' in found ? found.complexity : found)}`);
      }
    });
  }
});
