import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readConfig } from '../../../service/config.ts';
import { setupPage } from '../../../service/setup/page.ts';
import { browser, browses, built } from '../../support/browser.ts';
import { folders } from '../../support/cli.ts';
import { fakeTenants } from '../../support/tenants.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the page of the set-up', function () {
  this.timeout(120_000);
  let chromium: Browser | undefined;
  let build: ReturnType<typeof built>;
  const folder = folders();
  const running: { readonly stop: AbortController; readonly ended: Promise<number> }[] = [];

  before(async () => {
    build = built();
    chromium = await browser();
  });
  after(async () => {
    await chromium?.close();
    build.gone();
  });
  afterEach(async () => {
    for (const { stop, ended } of running.splice(0)) {
      stop.abort();
      await ended;
    }
  });

  /** The page of a school in an empty folder, and the address with its code. */
  async function begun(
    now: () => Date = () => new Date(),
    lang: 'en' | 'cy' = 'en'
  ): Promise<{ readonly url: string; readonly cwd: string; readonly end: () => Promise<number> }> {
    const cwd = await folder();
    const tenants = await fakeTenants();
    const stop = new AbortController();
    const url = await new Promise<string>((done, failed) => {
      const stdout = {
        isTTY: false,
        write: async (text: string) => {
          const [said] = /http:\/\/\S+/.exec(text) ?? [];
          if (said) done(said.replace('localhost', '127.0.0.1'));
        }
      };
      const io = { env: {}, now, stop: stop.signal, stdout, stderr: stdout };
      const ended = setupPage({ file: join(cwd, 'beadle.yaml'), io, world: tenants.outside, lang, built: build.folder });
      ended.catch(failed);
      running.push({ stop, ended });
    });
    const { ended } = running.at(-1)!;
    const end = (): Promise<number> => {
      stop.abort();
      return ended;
    };
    return { url, cwd, end };
  }

  async function on(url: string, run: (page: Page) => Promise<void>, locale = 'en-GB'): Promise<void> {
    const context = await chromium!.newContext({ locale, viewport: { width: 320, height: 720 } });
    try {
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => complaints.push(message.text()));
      await page.goto(url);
      await run(page);
      assert.deepEqual(
        complaints.filter(line => !/^Failed to load resource: the server responded with a status of 4\d\d/.test(line)),
        []
      );
    } finally {
      await context.close();
    }
  }

  async function faultless(page: Page, name: string): Promise<void> {
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const run = (
        globalThis as unknown as {
          axe: { run: (of: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe;
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      return (await run.run(document, { runOnly: tags })).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`
      );
    });
    assert.deepEqual(violations, [], name);
    await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, {
      timeout: 3000
    });
  }

  browses('leads by keyboard through the questions, says what is wrong, and writes beadle.yaml', async () => {
    const { url, cwd, end } = await begun();
    await on(url, async page => {
      await page.getByRole('heading', { name: /^Step 1 of \d: The school$/ }).waitFor();
      assert.equal(new URL(page.url()).hash, '');
      await faultless(page, 'the school');
      await page.getByLabel('What is the school called?').focus();
      await page.keyboard.type('Oak Primary School');
      await page.keyboard.press('Enter');
      await page.locator('#in-staff:focus[aria-invalid=true]').waitFor();
      await page.getByText('This needs an answer.').first().waitFor();
      await faultless(page, 'with an error');
      await page.keyboard.type('oak@example');
      await page.keyboard.press('Tab');
      await page.getByText('«oak@example» is no mail domain.').waitFor();
      await page.locator('#in-staff').fill('oak.example');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /^Step 2 of \d: People and posts$/ }).waitFor();
      await page.getByLabel('Who is the headteacher?').fill('head@oak.example');
      await page.getByLabel('Who is the e-safety coordinator?').fill('esafety@oak.example');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { name: /^Step 3 of \d: What Beadle does$/ }).waitFor();
      await page.getByLabel(/^audits of/).check();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { name: /: Microsoft and Google$/ }).waitFor();
      await page.getByLabel('What is the directory (tenant) id of the school at Microsoft?').fill('89abcdef-0123-4567-89ab-cdef01234567');
      await page.getByLabel(/under which Beadle reads at Microsoft/).fill('01234567-89ab-cdef-0123-456789abcdef');
      await faultless(page, 'the tenant');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { name: /: Mail and signatures$/ }).waitFor();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { name: /: Secrets$/ }).waitFor();
      await page.getByLabel(/What is the secret of the registration/).fill('s3cret-of-graph');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { name: /: Look and write$/ }).waitFor();
      await page.getByText('Into beadle.env, which nobody else may read: BEADLE_GRAPH_SECRET.').waitFor();
      await page.getByRole('button', { name: 'Try the rights' }).click();
      await page.getByRole('region', { name: 'Try the rights' }).getByRole('cell', { name: 'there' }).first().waitFor();
      await faultless(page, 'look');
      assert.ok(!(await page.content()).includes('s3cret-of-graph'));
      await page.getByRole('button', { name: 'Write beadle.yaml' }).click();
      await page.getByText('Written: beadle.env, beadle.yaml.').waitFor();
      await faultless(page, 'written');
    });
    const config = readConfig(await readFile(join(cwd, 'beadle.yaml'), 'utf8'), 'beadle.yaml').value;
    assert.deepEqual(
      [config.school.name, config.audit!.microsoft!.clientId],
      ['Oak Primary School', '01234567-89ab-cdef-0123-456789abcdef']
    );
    assert.match(await readFile(join(cwd, 'beadle.env'), 'utf8'), /^BEADLE_GRAPH_SECRET=s3cret-of-graph$/m);
    assert.equal(await end(), 0, 'it was written');
  });

  browses('speaks Welsh, and keeps what was typed when the language changes', async () => {
    const { url } = await begun();
    await on(
      url,
      async page => {
        await page.getByRole('heading', { name: /^Cam 1 o \d: Yr ysgol$/ }).waitFor();
        await page.getByLabel('Beth yw enw’r ysgol?').fill('Ysgol Derwen');
        await faultless(page, 'Welsh');
        await page.getByText('English', { exact: true }).first().click();
        await page.getByRole('heading', { name: /^Step 1 of/ }).waitFor();
        await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#in-name')?.value === 'Ysgol Derwen');
      },
      'cy-GB'
    );
  });

  browses('opens in Welsh where --lang asked for it, whatever the browser speaks, and may still be switched', async () => {
    const { url } = await begun(undefined, 'cy');
    await on(url, async page => {
      await page.getByRole('heading', { name: /^Cam 1 o \d: Yr ysgol$/ }).waitFor();
      assert.equal(new URL(page.url()).hash, '');
      await page.getByText('English', { exact: true }).first().click();
      await page.getByRole('heading', { name: /^Step 1 of/ }).waitFor();
    });
  });

  it('ends with 2 where nothing was written, as in the terminal', async () => assert.equal(await (await begun()).end(), 2));

  it('opens once, within 15 minutes, on this machine’s own name, and for its own page alone', async () => {
    let late = 0;
    const { url } = await begun(() => new Date(Date.now() + late));
    const { origin, hash } = new URL(url);
    const post = (what: string, body: object, headers: { readonly [name: string]: string } = {}) =>
      fetch(`${origin}/setup/api/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin', ...headers },
        body: JSON.stringify(body)
      });
    assert.equal((await post('questions', { answers: {} })).status, 401);
    assert.equal((await post('enter', { code: 'wrong' })).status, 403);
    assert.equal(
      (await post('enter', { code: hash.slice(1) }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status,
      403
    );
    const entered = await post('enter', { code: hash.slice(1) });
    assert.equal(entered.status, 200);
    const cookie = entered.headers.get('set-cookie')!;
    assert.match(cookie, /HttpOnly; SameSite=Strict/);
    assert.equal((await post('enter', { code: hash.slice(1) })).status, 403);
    assert.equal((await post('questions', { answers: {} }, { cookie: cookie.split(';')[0]! })).status, 200);
    assert.equal((await post('preview', { answers: {} }, { cookie: cookie.split(';')[0]! })).status, 409);
    const page = await fetch(`${origin}/setup`);
    assert.match(page.headers.get('content-security-policy')!, /default-src 'none';script-src 'self'/);
    const other = await begun(() => new Date(Date.now() + late));
    late = 16 * 60_000;
    const old = new URL(other.url);
    const tooLate = await fetch(`${old.origin}/setup/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: old.origin, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ code: old.hash.slice(1) })
    });
    assert.equal(tooLate.status, 403);
  });
});
