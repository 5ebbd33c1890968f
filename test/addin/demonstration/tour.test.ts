import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Demonstration, openDemonstration } from '../../../service/demonstration/demonstration.ts';
import { listen, pagesFrom } from '../../../service/serve.ts';
import { browser, browses, built } from '../../support/browser.ts';
import { reduced } from '../../support/pictures.ts';

/** Where the pictures of the docs go: `BEADLE_PICTURES=docs/pictures` makes them anew. */
const pictures = process.env['BEADLE_PICTURES'];

/** Milliseconds for a step, on a machine that is busy with other tests as well. */
const patience = 30_000;

describe('the guided path of the demonstration, on the real service', function () {
  this.timeout(300_000);
  let chromium: Browser | undefined;
  let build: ReturnType<typeof built>;
  let data: string;
  let demonstration: Demonstration | undefined;
  let server: Server;
  let origin: string;

  before(async () => {
    chromium = pictures ? await browser() : undefined;
    if (!chromium) return;
    build = built();
    data = mkdtempSync(join(tmpdir(), 'beadle-tour-'));
    const quiet = (): void => {};
    const log = { info: quiet, warn: quiet };
    demonstration = openDemonstration({
      data,
      now: () => new Date(),
      built: build.folder,
      log,
      metricsToken: undefined,
      registered: 'trial'
    });
    const listening = await listen(pagesFrom(build.folder, quiet, undefined, [demonstration.routes]), [0]);
    server = listening.server;
    origin = `http://localhost:${listening.port}`;
    await demonstration.begin(origin);
  });

  after(async () => {
    await chromium?.close();
    if (!demonstration) return;
    await demonstration.stop(server);
    rmSync(data, { recursive: true, force: true });
    build.gone();
  });

  async function picture(page: Page, name: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.evaluate(() => window.scrollTo(0, 0));
    const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    writeFileSync(join(pictures, `${name}.png`), reduced(taken));
  }

  /** Follows a step of the path to its place. */
  async function follow(page: Page, id: string): Promise<void> {
    const title = page.locator(`[data-step=${id}] .step-title`);
    if ((await title.getAttribute('aria-expanded')) !== 'true') await title.click();
    await page.locator(`[data-step=${id}] .step-body button`).click();
  }

  const done = (page: Page, id: string): Promise<void> => page.locator(`[data-step=${id}].done`).waitFor();

  // It makes a whole school and lets a year go by: a minute or two, for whoever asks for the pictures.
  const drives = pictures ? browses : (title: string): void => void it.skip(`${title} (needs BEADLE_PICTURES)`);

  drives('each step leads to its place, and is ticked once it really happened', async () => {
    const context = await chromium!.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(patience);
    try {
      const page = await context.newPage();
      await page.goto(origin);
      await page.getByRole('heading', { level: 1, name: /^A day at / }).waitFor();
      await picture(page, 'tour-school');

      await follow(page, 'write');
      const pane = page.frameLocator('.pane iframe');
      await page.locator('.mail-bar').first().waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      const alert = page.getByRole('dialog', { name: 'Beadle' });
      await alert.getByText('without the headteacher').waitFor();
      await picture(page, 'tour-send');
      await alert.getByRole('button', { name: 'Copy in the head' }).click();
      await pane.locator('[data-remedy]:focus').waitFor();
      await picture(page, 'tour-pane');
      await pane.getByRole('button', { name: 'Copy in the headteacher' }).click();
      await page.locator('.mail-row:has(#mail-cc) .chip-name').getByText('Headteacher').waitFor();
      await pane.locator('[data-remedy=move-to-bcc]').click();
      await pane.getByText('All is well. Nothing to put right.').first().waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('The message has gone.').first().waitFor();
      await done(page, 'write');

      await follow(page, 'sign');
      const [text] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Read the text' }).click()]);
      await text.getByRole('button', { name: 'Read «Phones and pictures»' }).click();
      await text.locator('.clauses').first().waitFor();
      await text.close();
      await picture(page, 'tour-card');
      await page.getByLabel(/^I have read this policy/).check();
      await page.getByLabel(/^Your full name/).fill('Teacher Seven');
      await page.getByLabel(/^Job title/).fill('Teacher');
      await page.getByRole('button', { name: 'I agree and sign' }).click();
      await done(page, 'sign');

      await follow(page, 'ask');
      await page.waitForFunction(() => (document.getElementById('chat-words') as HTMLInputElement | null)?.value !== '');
      await page.locator('.chat-say button').click();
      await page.getByRole('button', { name: /^Remind them/ }).waitFor();
      await done(page, 'ask');
      await picture(page, 'tour-chat');

      await follow(page, 'parent');
      const [sign] = await Promise.all([context.waitForEvent('page'), page.locator('.main-link').first().click()]);
      await sign.getByLabel(/^Code of six digits/).waitFor();
      await page.locator('.digits').waitFor();
      await picture(page, 'tour-code');
      await sign.getByLabel(/^Code of six digits/).fill(await page.locator('.digits').innerText());
      await sign.getByRole('button', { name: 'Go on' }).click();
      await sign.getByRole('button', { name: 'Finish' }).waitFor();
      const agree = sign.getByRole('button', { name: 'I agree and sign' });
      if ((await agree.count()) > 0) {
        await sign.getByLabel(/^Your full name/).fill('Parent');
        const relationship = sign.getByLabel(/^Relationship/);
        if ((await relationship.count()) > 0) await relationship.fill('Mother');
        for (const box of await sign.getByRole('checkbox').all()) await box.check();
        await picture(sign, 'tour-sign');
        await agree.click();
        await sign.getByRole('heading', { name: 'Signed. Thank you.' }).waitFor();
      }
      await sign.close();
      await done(page, 'parent');

      await follow(page, 'audit');
      await page.frameLocator('iframe.report').getByRole('heading', { level: 1 }).waitFor();
      await done(page, 'audit');
      await picture(page, 'tour-audits');

      await follow(page, 'tab');
      await page.frameLocator('.tab-place iframe').getByRole('heading', { level: 1 }).first().waitFor();
      await page.frameLocator('.tab-place iframe').locator('.waiting').first().waitFor({ state: 'detached' });
      await done(page, 'tab');
      await picture(page, 'tour-dashboard');

      await follow(page, 'gmail');
      await page.getByRole('button', { name: 'Ask Beadle' }).click();
      await page.locator('.g-panel').getByText('without the headteacher').waitFor();
      await picture(page, 'tour-gmail');
      await page.locator('.g-panel').getByRole('button', { name: 'Copy in the headteacher' }).click();
      await page.waitForFunction(() => (document.getElementById('g-cc') as HTMLTextAreaElement).value.startsWith('head@'));
      await done(page, 'gmail');

      await follow(page, 'renewal');
      await page.locator('[data-to=renewal]').click();
      await page.locator('[data-step=renewal].done').waitFor({ timeout: 150_000 });
      await page.getByText('That was the tour.').waitFor();
      await page.locator('.happened li').first().waitFor();
      await picture(page, 'tour-clock');
    } finally {
      await context.close();
    }
  });
});
