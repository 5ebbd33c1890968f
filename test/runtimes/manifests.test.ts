import assert from 'node:assert/strict';
import { faultsIn } from '../../manifests/check.ts';
import { associatedIn } from '../../manifests/associated.ts';
import { started } from '../../manifests/source.ts';
import { siteIn } from '../../service/cli/manifests.ts';
import { built } from '../support/browser.ts';
import { made } from '../support/manifests.ts';

describe('the manifests and the add-in as it is built', () => {
  let build: ReturnType<typeof built>;
  before(() => (build = built()));
  after(() => build.gone());

  it('fit: every file that a manifest points at is there, and every function is associated', () =>
    assert.deepEqual(faultsIn(made, siteIn(build.folder)), []));

  it('know the same functions, none more and none fewer', () =>
    assert.deepEqual([...siteIn(build.folder).associated].sort(), started.map(({ handler }) => handler).sort()));

  it('do not fit where nothing is built', () =>
    assert.deepEqual(
      [...new Set(faultsIn(made, siteIn(`${build.folder}/nowhere`)).map(({ check }) => check))],
      ['handlers', 'icons', 'served']
    ));

  it('serve nothing from elsewhere', () => {
    const { at } = siteIn(build.folder);
    assert.equal(at('/engine.js'), undefined);
    assert.equal(at('/outlook/../engine.js'), undefined);
  });
});

describe('the functions that a script associates', () => {
  it('are those that it names with a function while it loads', () =>
    assert.deepEqual(associatedIn('Office.onReady(); Office.actions.associate("a", () => {}); Office.actions.associate("b");'), ['a']));

  for (const [title, script] of [
    ['a window', 'window.x = 1'],
    ['a mistake in it', 'Office.actions.associate("a", () => {}'],
    ['no end', 'for (;;) {}']
  ] as const) {
    it(`are none of a script with ${title}`, () => assert.equal(associatedIn(script), undefined)).timeout(10_000);
  }
});
