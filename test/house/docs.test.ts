import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { commands } from '../../service/cli/commands.ts';
import { filesIn } from '../support/tree.ts';

const pages = filesIn('docs', '.md').map(file => ({ file, text: readFileSync(file, 'utf8') }));
const paths = commands.map(({ path }) => path);

/** The heading’s own name in a link, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}

/** What a page names as a command: in code, `beadle` and the words after it up to an argument or an option. */
function commandsIn(text: string): readonly string[] {
  const code = [...text.matchAll(/^```sh\n([\s\S]*?)^```|`([^`\n]+)`/gm)].map(([, block, inline]) => block ?? inline!);
  return code
    .flatMap(each => each.split('\n'))
    .flatMap(line =>
      [...line.replace(/\s#.*$/, '').matchAll(/(?:^|\s)beadle ([a-z][a-z-]*(?: [a-z][a-z-]*(?=\s|$))?)/g)].map(([, path]) => path!)
    );
}

/** Tables that a file of TypeScript declares under a name: `interface Tables {` or `type IncidentTables = {`. */
function tablesIn(file: string, name: string): readonly string[] {
  const [, body] = new RegExp(`(?:interface|type) ${name}\\b[^{]*\\{\\n([\\s\\S]*?)^\\}`, 'm').exec(readFileSync(file, 'utf8')) ?? [];
  assert.ok(body, `${file} declares no ${name}`);
  return [...body.matchAll(/^ {2}([a-z_]+): \{/gm)].map(([, table]) => table!);
}

describe('the house: docs are true', () => {
  it('has pages', () => assert.ok(pages.length >= 12));

  for (const { file, text } of pages) {
    it(`${file} links only to files and headings that there are`, () => {
      for (const [, path, anchor] of text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)) {
        const target = path === '' ? file : join(dirname(file), path!);
        assert.ok(existsSync(target), `there is no ${target}`);
        if (anchor === undefined) continue;
        const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
        assert.ok(headings.includes(anchor), `${target} has no heading #${anchor}`);
      }
    });

    it(`${file} names only commands that there are`, () => {
      for (const path of commandsIn(text)) {
        const [first] = path.split(' ');
        assert.ok(paths.includes(path) || paths.includes(first!), `there is no «beadle ${path}»`);
      }
    });

    it(`${file} names only environment variables that the service knows`, () => {
      const known = readFileSync('service/environment.ts', 'utf8');
      for (const [name] of text.matchAll(/\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g))
        assert.match(known, new RegExp(`^ {2}${name}:`, 'm'), `the service knows no ${name}`);
    });
  }

  it('names commands at all', () => assert.ok(pages.flatMap(({ text }) => commandsIn(text)).length > 40));

  it('maps every table of the database', () => {
    const map = pages.find(({ file }) => file === 'docs/data-map.md')!.text;
    const tables = [...tablesIn('service/store/tables.ts', 'Tables'), ...tablesIn('service/store/incidents.ts', 'IncidentTables')];
    assert.ok(tables.length > 20);
    for (const table of tables) assert.ok(map.includes(`\n| \`${table}\` |`), `docs/data-map.md says nothing of ${table}`);
  });

  it('maps every table that the steps of the database make, and no other', () => {
    const made = filesIn('service/store/migrations').flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(/create table ([a-z_]+)/g)].map(([, table]) => table!)
    );
    const map = pages.find(({ file }) => file === 'docs/data-map.md')!.text;
    const [, rows] = /## Tables\n([\s\S]*?)\n## /.exec(map)!;
    const mapped = [...rows!.matchAll(/^\| `([a-z_]+)`/gm)].map(([, table]) => table!).filter(table => table !== 'pgboss');
    assert.deepEqual([...mapped].sort(), [...made].sort());
  });

  it('is there in Welsh for those who are not asked whether they read English', () => {
    for (const page of ['teacher', 'parent']) {
      const [english, welsh] = [`docs/${page}.md`, `docs/${page}.cy.md`].map(file => pages.find(each => each.file === file)?.text);
      assert.ok(english && welsh, page);
      const headings = (text: string): number => [...text.matchAll(/^#+ /gm)].length;
      assert.equal(headings(welsh), headings(english), page);
    }
  });
});
