import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { rules } from '../../core/mail/rules/index.ts';
import { checks } from '../../core/tenant/checks/index.ts';

const readme = readFileSync('README.md', 'utf8');
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { readonly [name: string]: string } }).scripts;

/** The rows of README's table that link to a page in this folder. */
function rowsFor(folder: string): readonly string[] {
  return readme.split('\n').filter(line => line.startsWith(`| [\``) && line.includes(`](${folder}/`));
}

describe('the house: README is true', () => {
  it('lists every rule with its title and what it asks by default, in their order', () =>
    assert.deepEqual(
      rowsFor('core/mail/rules'),
      rules.map(({ id, title, action }) => `| [\`${id}\`](core/mail/rules/${id}.md) | ${title.en} | ${action} |`)
    ));

  it('lists every check with its title and severity, in their order', () =>
    assert.deepEqual(
      rowsFor('core/tenant/checks'),
      checks.map(({ id, title, severity }) => `| [\`${id}\`](core/tenant/checks/${id}.md) | ${title.en} | ${severity} |`)
    ));

  it('names only scripts that there are', () => {
    for (const [, script] of readme.matchAll(/npm run ([a-z:]+)/g)) assert.ok(scripts[script!], `there is no «npm run ${script}»`);
  });

  it('links only to files that there are', () => {
    for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) assert.ok(existsSync(path!), `there is no ${path}`);
  });
});
