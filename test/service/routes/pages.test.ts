import assert from 'node:assert/strict';
import { request, type Server } from 'node:http';
import { locales } from '../../../core/locale.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import { checks } from '../../../core/tenant/checks/index.ts';
import { listen, pagesFrom } from '../../../service/serve.ts';
import { built, served } from '../../support/browser.ts';

describe('the pages of beadle serve', () => {
  let build: ReturnType<typeof built>;
  let server: Server;
  let origin: string;

  before(async () => {
    build = built();
    ({ server, origin } = await served(build.folder));
  });

  after(() => {
    server?.close();
    server?.closeAllConnections();
    build?.gone();
  });

  const found: readonly (readonly [path: string, type: RegExp, says: RegExp])[] = [
    ['/', /^text\/html/, /<main hidden>/],
    ['/cy', /^text\/html/, /<main hidden>/],
    ['/try/page.js', /^text\/javascript/, /crowd-in-the-open/],
    ['/try/page.css', /^text\/css/, /prefers-color-scheme/],
    ['/try/beadle.svg', /^image\/svg/, /<svg/],
    ['/rules', /^text\/html/, /<h1>The rules<\/h1>/],
    ['/cy/rules', /^text\/html/, /<html lang="cy">[^]*<h1>Y rheolau<\/h1>/],
    ['/rules/crowd-in-the-open', /^text\/html/, /<blockquote>[^]*<code>least<\/code>/],
    ['/cy/rules/crowd-in-the-open', /^text\/html/, /<html lang="cy">[^]*<blockquote>/],
    ['/checks', /^text\/html/, /<h1>The checks<\/h1>/],
    ['/cy/checks', /^text\/html/, /<html lang="cy">[^]*<h1>Y gwiriadau<\/h1>/],
    [
      '/checks/mail-forwarded-outside',
      /^text\/html/,
      /<h1>Mail is forwarded outside the school<\/h1>[^]*href="https:\/\/support.google.com\/a\/answer\/2491924"[^]*<code>dpia<\/code>/
    ],
    ['/cy/checks/mail-forwarded-outside', /^text\/html/, /<html lang="cy">[^]*asesiad diogelu data/]
  ];
  for (const [path, type, says] of found) {
    it(`shows ${path}`, async () => {
      const response = await fetch(origin + path);
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', type);
      assert.match(await response.text(), says);
    });
  }

  for (const [place, units] of Object.entries({ rules, checks })) {
    it(`has a page in every language for each of the ${place}, and lists them all`, async () => {
      for (const locale of locales) {
        const under = locale === 'en' ? '' : `/${locale}`;
        const list = await (await fetch(`${origin}${under}/${place}`)).text();
        for (const { id } of units) {
          assert.ok(list.includes(`href="${under}/${place}/${id}"`), id);
          assert.equal((await fetch(`${origin}${under}/${place}/${id}`)).status, 200, id);
        }
      }
    });
  }

  const missing = [
    '/nowhere',
    '/rules/no-such-rule',
    '/rules/__proto__',
    '/checks/no-such-check',
    '/checks/index',
    '/try/nowhere.js',
    '/try/../beadle.mjs',
    '/rules/%2e%2e%2fengine'
  ];
  for (const path of missing) {
    it(`says in words that there is nothing at ${path}`, async () => {
      const { status, text } = await asked(origin, path);
      assert.equal(status, 404);
      assert.match(text, /<h1>There is no page at this address<\/h1>/);
    });
  }

  it('says it in Welsh below /cy', async () => {
    const response = await fetch(`${origin}/cy/unman`);
    assert.equal(response.status, 404);
    assert.match(await response.text(), /<html lang="cy">[^]*<h1>Does dim tudalen yn y cyfeiriad hwn<\/h1>/);
  });

  it('answers an address that cannot be read with a code and no more', async () => {
    const { status, text } = await asked(origin, '/rules/%');
    assert.equal(status, 400);
    assert.match(text, /tell your IT support this code: [0-9a-f]{8}/);
    assert.doesNotMatch(text, /URIError|node_modules/);
  });

  for (const path of ['/', '/rules', '/try/page.js', '/nowhere']) {
    it(`forbids the browser whatever ${path} does not need`, async () => {
      const { headers } = await fetch(origin + path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'"
      ]) {
        assert.ok(policy.split(';').includes(rule), `${rule} is not in: ${policy}`);
      }
      assert.doesNotMatch(policy, /unsafe|\*|upgrade-insecure-requests/);
      assert.equal(headers.get('cache-control'), 'no-cache');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('strict-transport-security'), null);
      assert.equal(headers.get('x-powered-by'), null);
    });
  }

  it('holds no script and no style inside its pages', async () => {
    for (const path of ['/', '/rules', '/rules/crowd-in-the-open', '/checks', '/checks/mail-forwarded-outside', '/nowhere']) {
      const text = await (await fetch(origin + path)).text();
      assert.doesNotMatch(text, /<script(?![^>]* src=)|<style| style=| on[a-z]+=/);
    }
  });

  it('writes a code to the log when a page is broken, and nothing else', async () => {
    const lines: string[] = [];
    const { server: broken, port } = await listen(
      pagesFrom(`${build.folder}/nowhere`, line => lines.push(line)),
      [0]
    );
    try {
      const response = await fetch(`http://127.0.0.1:${port}/rules/crowd-in-the-open`);
      assert.equal(response.status, 500);
      const [code] = /[0-9a-f]{8}(?=\.<)/.exec(await response.text()) ?? [];
      assert.deepEqual(lines, [`A page could not be shown (500, ${code}).`]);
    } finally {
      broken.close();
      broken.closeAllConnections();
    }
  });
});

/** Asks for a path exactly as it is written: `fetch` would tidy it first. */
function asked(origin: string, path: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path }, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}
