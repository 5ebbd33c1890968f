import assert from 'node:assert/strict';
import { filesIn, importsOf, roots } from '../support/tree.ts';

/** Who may import whom. A folder may always import from itself; `service` may import everything. */
const arrows: { readonly [place: string]: readonly string[] } = {
  core: [],
  'core/mail': ['core'],
  'core/tenant': ['core'],
  'core/policies': ['core'],
  'core/incidents': ['core'],
  'core/approvals': ['core'],
  'core/registers': ['core'],
  'core/report': ['core', 'core/mail', 'core/tenant', 'core/policies', 'core/incidents', 'core/approvals', 'core/registers'],
  addin: [],
  'addin/outlook': ['core', 'core/mail', 'core/incidents', 'addin'],
  'addin/gmail': ['core', 'core/mail'],
  'addin/try': ['core', 'core/mail', 'core/policies', 'addin'],
  'addin/tab': ['core', 'core/policies', 'core/report'],
  'addin/setup': ['core'],
  'addin/demonstration': ['core', 'addin'],
  'addin/sign': ['core', 'core/policies', 'core/report', 'addin'],
  bot: ['core', 'core/policies', 'core/incidents', 'core/approvals', 'core/report'],
  graph: ['core', 'core/tenant'],
  manifests: ['core', 'core/mail']
};
const places = [...Object.keys(arrows), 'service'].sort((a, b) => b.length - a.length);
const placeOf = (file: string): string | undefined => places.find(place => file.startsWith(`${place}/`));

describe('the house: arrows', () => {
  const files = roots.flatMap(root => filesIn(root));

  it('sees the files of the product', () => assert.ok(files.length > 20));

  for (const file of files) {
    const here = placeOf(file);
    it(`${file} stands in a place of the plan and imports only what that place may`, () => {
      assert.ok(here, 'stands in no place of this house');
      for (const path of importsOf(file)) {
        const there = placeOf(path);
        if (here.startsWith('core')) assert.ok(there, `the core imports nothing outside itself (${path})`);
        if (!there || there === here || here === 'service') continue;
        assert.ok(arrows[here]!.includes(there), `${here} may not import ${there} (${path})`);
      }
    });
  }

  it('has no circle of files', () => assert.deepEqual(circlesAmong(files), []));
});

/** Depth-first search; a type import counts, because a circle of types is a circle for the reader too. */
function circlesAmong(files: readonly string[]): readonly string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const seen = path.indexOf(file);
    if (seen >= 0) {
      circles.push([...path.slice(seen), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of importsOf(file)) if (files.includes(next)) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return circles;
}
