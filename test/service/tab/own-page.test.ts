import assert from 'node:assert/strict';
import type { Router } from 'express';
import { views } from '../../../addin/tab/api.ts';
import { tabRoutes } from '../../../service/routes/tab.ts';
import { type AtTestTab, freshTab, type TestTab } from '../../support/tab.ts';

/** Where somebody comes in or goes: nobody need sit there. */
const doors = ['enter/teams', 'enter/link', 'enter/code', 'enter/prove', 'leave'];

interface Layer {
  readonly route?: { readonly path: string; readonly methods: { readonly [method: string]: boolean } };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Every route of a router and of those within it: `POST /tab/api/audits/run`. */
function routesIn(stack: readonly Layer[]): readonly string[] {
  return stack.flatMap(({ route, handle }) =>
    route ? Object.keys(route.methods).map(method => `${method.toUpperCase()} ${route.path}`) : handle.stack ? routesIn(handle.stack) : []
  );
}

describe('what changes something on the tab', function () {
  this.timeout(60_000);
  let at: TestTab;
  let who: AtTestTab;
  let posts: readonly string[];
  let revision: string;

  before(async () => {
    at = await freshTab();
    who = await at.sit('coordinator');
    const all = routesIn((tabRoutes('/nowhere', at.tab, () => {}) as Router).stack as unknown as readonly Layer[]);
    posts = all.filter(each => each.startsWith('POST ')).map(each => each.slice('POST /tab/api/'.length));
    const others = all.filter(each => !each.startsWith('POST '));
    assert.deepEqual(
      [...others].sort(),
      ['GET /tab', ...['session', 'changes', ...views].map(path => `GET /tab/api/${path}`)].sort(),
      'nothing is changed by another method, and nothing is read that is not known here'
    );
    assert.ok(posts.length >= 22, posts.join(' '));
    for (const door of doors) assert.ok(posts.includes(door), door);
    revision = await at.tab.revision();
  });
  after(() => at.close());

  /** What a page of another site can make a browser send with the cookie of whoever sits here. */
  const attempts: readonly (readonly [says: string, headers: { readonly [header: string]: string }, body: string, status: number])[] = [
    ['without our header', { 'Beadle-Tab': '' }, '{}', 403],
    ['from another origin', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, '{}', 403],
    ['from another origin whose browser says nothing else', { Origin: 'https://evil.example', 'Sec-Fetch-Site': '' }, '{}', 403],
    ['from a neighbour of our own domain', { Origin: 'https://evil.school.example', 'Sec-Fetch-Site': 'same-site' }, '{}', 403],
    ['from a page without an origin', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }, '{}', 403],
    [
      'as a form',
      {
        'Beadle-Tab': '',
        Origin: 'https://evil.example',
        'Sec-Fetch-Site': 'cross-site',
        'Content-Type': 'application/x-www-form-urlencoded'
      },
      'paused=true',
      403
    ],
    ['as a form of ours that somebody smuggled in', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'paused=true', 415],
    ['as a form with files', { 'Content-Type': 'multipart/form-data; boundary=x' }, '--x--', 415],
    ['as plain text', { 'Content-Type': 'text/plain' }, '{}', 415]
  ];
  for (const [says, headers, body, status] of attempts) {
    it(`is refused ${says}, at each of its routes`, async () => {
      for (const path of posts) {
        const proof = headers['Beadle-Tab'] === undefined ? { 'Beadle-Tab': who.csrf } : {};
        const answer = await at.ask(`/tab/api/${path}`, body, { Cookie: who.cookie, ...proof, ...headers });
        assert.equal(answer.status, status, `${path} ${JSON.stringify(answer.body)}`);
        assert.deepEqual(answer.cookies, [], `${path} gives no cookie`);
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null, path);
      }
      assert.equal(await at.tab.revision(), revision, 'nothing came of it');
      assert.equal((await who.get('session')).status, 200, 'nobody was signed out');
      assert.deepEqual([at.mails.length, at.audits.asked], [0, 0]);
    });
  }

  it('is refused with a proof that is not of this sitting, and without a sitting', async () => {
    const other = await at.sit('head');
    for (const path of posts.filter(each => !doors.includes(each))) {
      for (const proof of ['1', other.csrf, `${who.csrf}x`, who.csrf.slice(0, -1)]) {
        const { status, body } = await at.ask(`/tab/api/${path}`, {}, { Cookie: who.cookie, 'Beadle-Tab': proof });
        assert.deepEqual([status, body.reason], [403, 'elsewhere'], path);
      }
      for (const cookie of [
        '',
        'beadle-tab=',
        `beadle-tab=${'A'.repeat(43)}`,
        'beadle-tab=short',
        `beadle-sign=${who.cookie.split('=')[1]}`
      ]) {
        const { status, body } = await at.ask(`/tab/api/${path}`, {}, { Cookie: cookie, 'Beadle-Tab': who.csrf });
        assert.deepEqual([status, body.reason], [401, 'nobody'], `${path} ${cookie}`);
      }
    }
    assert.equal(await at.tab.revision(), revision);
  });

  it('asks no browser for leave on behalf of another site', async () => {
    for (const path of posts) {
      const answer = await fetch(`${at.here}/tab/api/${path}`, {
        method: 'OPTIONS',
        headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'beadle-tab' }
      });
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null, path);
      assert.equal(answer.headers.get('Access-Control-Allow-Headers'), null, path);
      assert.ok(answer.status >= 400, `${path} ${answer.status}`);
    }
  });
});
