import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kinds, layOut } from './new.ts';

describe('npm run new', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'beadle-new-'));
    cpSync('core', join(root, 'core'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  for (const kind of kinds) {
    it(`lays out a ${kind} that compiles and stands in the index`, () => {
      const paths = layOut(root, kind, 'seen-by-nobody');
      assert.equal(paths.length, 5);
      for (const path of paths) assert.ok(existsSync(join(root, path)), path);
      const index = readFileSync(join(root, paths[4]!), 'utf8');
      assert.equal(index.match(/seenByNobody/g)?.length, 2);
      execFileSync(join('node_modules', '.bin', 'tsc'), ['-p', join(root, 'core')], { shell: process.platform === 'win32' });
    });
  }

  it('refuses an id that is no id, and one that is taken, and writes nothing', () => {
    assert.throws(() => layOut(root, 'rule', 'Head'), /is not an id/);
    assert.throws(() => layOut(root, 'rule', 'crowd-in-the-open'), /already there/);
    assert.ok(!existsSync(join(root, 'test')));
  });
});
