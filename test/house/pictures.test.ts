import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { filesIn } from '../support/tree.ts';

/** The pictures that a page shows: what they say to whoever cannot see them, and their files. */
const shown = filesIn('docs', '.md').flatMap(file =>
  [...readFileSync(file, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, says, path]) => ({ file, says: says!, path: path! }))
);

describe('the house: pictures', () => {
  it('every picture that a page shows is there, and says what it shows', () => {
    for (const { file, says, path } of shown) {
      assert.ok(existsSync(`docs/${path}`), `${file}: there is no ${path}`);
      assert.ok(says.length > 20, `${file}: ${path} does not say what it shows`);
    }
  });

  it('every picture is shown by a page, and is no larger than 120 kB', () => {
    for (const name of readdirSync('docs/pictures')) {
      assert.ok(
        shown.some(({ path }) => path === `pictures/${name}`),
        `no page shows ${name}`
      );
      assert.ok(readFileSync(`docs/pictures/${name}`).length <= 120_000, `${name} is larger than 120 kB`);
    }
  });
});
