import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { incidentDeskOf, type SchoolIncidents } from '../../../service/incidents.ts';
import { addressOf } from '../../../service/sign.ts';
import { browser, browses, built, comes, still } from '../../support/browser.ts';
import { exampleReport, incidentParts } from '../../support/incidents.ts';
import { signPages, type TestPages } from '../../support/sign-pages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where pictures of the pages go, for somebody to look at; nowhere unless it is asked for. */
const pictures = process.env['BEADLE_PICTURES'];

describe('the page on which people without Teams report', function () {
  this.timeout(60_000);
  let chromium: Browser | undefined;
  let build: ReturnType<typeof built>;
  let pages: TestPages;
  let incidents: SchoolIncidents;

  before(async () => {
    build = built();
    chromium = await browser();
    pages = await signPages({ folder: build.folder, incidents: at => (incidents = incidentDeskOf(incidentParts(at))) });
  });
  after(async () => {
    await chromium?.close();
    await pages?.close();
    build?.gone();
  });

  /** Comes in by a link and its code, on a phone; whatever the page complains of fails the test. */
  async function as(key: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const context = await chromium!.newContext({ locale: 'en-GB', viewport: { width: 320, height: 740 }, ...options });
    try {
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => complaints.push(message.text()));
      page.on('dialog', dialog => complaints.push(`a dialogue: ${dialog.message()}`));
      const before = pages.mails.length;
      await page.goto(addressOf(pages.origin, '/report', await pages.links.issue('sign', pages.at.ids[key]!)));
      await page.locator('#code').fill(await pages.code(before));
      await page.locator('button.main').click();
      await page.locator('.adaptive').first().waitFor();
      // The secret leaves the address.
      await comes(() => Promise.resolve(new URL(page.url()).hash), '');
      await run(page);
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
    }
  }

  async function faultless(page: Page, name: string): Promise<void> {
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    }
    await still(page);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { violations: found } = await (
        globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      ).axe.run();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
    assert.deepEqual(violations, [], name);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${name} is ${wide} pixels too wide`);
  }

  const hostile = '<img src=x onerror=alert(1)> <script>alert(2)</script> [x](javascript:alert(3)) **b** weasel';

  browses('takes a report, gives its reference, and shows it to who deals with it once the screen is private', async () => {
    await as('teacher', async page => {
      await faultless(page, 'report-1-choose');
      await page.getByRole('button', { name: 'A virus, or a link that should not have been opened' }).click();
      await page.getByLabel('What happened').waitFor();
      await faultless(page, 'report-2-form');
      await page.getByRole('button', { name: 'Send the report' }).click();
      await page.getByText('Please write in a few words what happened.').waitFor();
      await page.getByLabel('What happened').fill(hostile);
      await page.getByLabel('Which device, if any').fill(hostile);
      await page.getByRole('button', { name: 'Send the report' }).click();
      await page.getByText('Reported. Thank you.').waitFor();
      await faultless(page, 'report-3-receipt');
      assert.doesNotMatch((await page.locator('main').textContent()) ?? '', /weasel/);
    });
    const [item] = await incidents.waiting(pages.at.ids['coordinator']!);
    assert.ok(item);
    await as('coordinator', async page => {
      await faultless(page, 'report-4-list');
      assert.doesNotMatch((await page.locator('main .adaptive').first().textContent()) ?? '', /weasel|virus/i);
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByRole('button', { name: 'Show it' }).waitFor();
      await faultless(page, 'report-5-cover');
      await page.getByLabel('My screen is private').check();
      await page.getByRole('button', { name: 'Show it' }).click();
      await page.getByText('weasel').first().waitFor();
      await faultless(page, 'report-6-item');
      assert.equal(await page.locator('main img, main script, main a').count(), 0);
      await page.getByLabel('Your note').fill(hostile);
      await page.getByRole('button', { name: 'Close with this note' }).click();
      await page.getByText('This item is closed.').waitFor();
      await page.getByRole('button', { name: 'Hide it' }).click();
      await page.getByRole('button', { name: 'Show it' }).waitFor();
      assert.doesNotMatch((await page.locator('main').textContent()) ?? '', /weasel/);
    });
  });

  browses('stops at a worry about a child, in Welsh and in the dark as well', async () => {
    await as(
      'teacher',
      async page => {
        await page.getByText('Cymraeg').click();
        await page.getByRole('button', { name: 'Pryder am blentyn' }).click();
        await page.getByText('Siaradwch â rhywun nawr').waitFor();
        assert.equal(await page.locator('main textarea').count(), 0);
        await faultless(page, 'report-7-child');
      },
      { colorScheme: 'dark' }
    );
  });

  browses('shows a reporter nothing of what waits for others', async () => {
    await incidents.report(exampleReport(), pages.at.ids['teacher']!, 'again');
    await as('teacher', async page => assert.equal(await page.locator('main .adaptive').count(), 1));
  });
});
