import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { type Demonstration, openDemonstration } from '../../../service/demonstration/demonstration.ts';
import { listen, pagesFrom } from '../../../service/serve.ts';
import { browser, browses, built, comes, still } from '../../support/browser.ts';
import { reduced } from '../../support/pictures.ts';

/** Where the pictures of the docs go: `BEADLE_PICTURES=docs/pictures` makes them anew. */
const pictures = process.env['BEADLE_PICTURES'];

/** Milliseconds for what a click brings about, on a machine that is busy with other tests as well; and for a year, or a school, to be made. */
const patience = { click: 30_000, school: 150_000 } as const;

describe('the guided path of the demonstration, on the real service', function () {
  this.timeout(300_000);
  let chromium: Browser | undefined;
  let build: ReturnType<typeof built>;
  let data: string;
  let demonstration: Demonstration | undefined;
  let server: Server;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    chromium = await browser();
    if (!chromium) return;
    build = built();
    data = mkdtempSync(join(tmpdir(), 'beadle-tour-'));
    const quiet = (): void => {};
    demonstration = openDemonstration({
      data,
      now: () => new Date(),
      built: build.folder,
      log: { info: quiet, warn: quiet },
      metricsToken: undefined,
      registered: 'trial'
    });
    const listening = await listen(pagesFrom(build.folder, quiet, undefined, [demonstration.routes]), [0]);
    server = listening.server;
    const origin = `http://localhost:${listening.port}`;
    context = await chromium.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(patience.click);
    page = await context.newPage();
    const begun = demonstration.begin(origin);
    await page.goto(origin);
    await begun;
  });

  after(async () => {
    await chromium?.close();
    if (!demonstration) return;
    await demonstration.stop(server);
    rmSync(data, { recursive: true, force: true });
    build.gone();
  });

  /** Takes a picture for the docs, where somebody asked for them. */
  async function picture(name: string, of: Page = page, at?: Locator): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await (at ? at.evaluate(element => element.scrollIntoView()) : of.evaluate(() => window.scrollTo(0, 0)));
    await still(of);
    writeFileSync(join(pictures, `tour-${name}.png`), reduced(await of.screenshot({ animations: 'disabled', caret: 'hide' })));
  }

  /** Follows a step of the path to its place. */
  async function follow(id: string): Promise<void> {
    const title = page.locator(`[data-step=${id}] .step-title`);
    if ((await title.getAttribute('aria-expanded')) !== 'true') await title.click();
    await page.locator(`[data-step=${id}] .step-body button`).click();
  }

  const done = (id: string): Promise<void> => page.locator(`[data-step=${id}].done .proof`).waitFor({ state: 'attached' });
  const opens = async (link: Locator): Promise<Page> => (await Promise.all([context.waitForEvent('page'), link.click()]))[0];

  browses('the school is shown as it stands on the morning of the demonstration', async () => {
    await page.getByRole('heading', { level: 1, name: /^A day at / }).waitFor({ timeout: patience.school });
    await comes(() => page.locator('#now').innerText(), /^Tuesday 24 November 2026, 08:4\d$/);
    await picture('school');
  });

  browses('says in Welsh what is amiss with a mail', async () => {
    await page.locator('label[lang=cy]').click();
    await follow('write');
    await page.locator('.mail-bar').first().waitFor();
    await page.getByRole('button', { name: 'Anfon', exact: true }).click();
    const alert = page.getByRole('dialog', { name: 'Beadle' });
    await alert.getByText('heb y pennaeth').waitFor();
    await picture('send-cy');
    await alert.getByRole('button', { name: 'Peidio ag anfon' }).click();
    await page.locator('label[lang=en]').click();
    await page.getByRole('heading', { level: 2, name: 'Five minutes' }).waitFor();
  });

  browses('a mail is held up, put right by two clicks, and goes', async () => {
    await follow('write');
    await page.locator('.mail-bar').first().waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const alert = page.getByRole('dialog', { name: 'Beadle' });
    await alert.getByText('without the headteacher').waitFor();
    await picture('send');
    await alert.getByRole('button', { name: 'Copy in the head' }).click();
    const pane = page.frameLocator('.pane iframe');
    await pane.locator('[data-remedy]:focus').waitFor();
    await pane.getByText('Asking the school for a newer one…').waitFor({ state: 'hidden' });
    await picture('pane');
    await pane.getByRole('button', { name: 'Copy in the headteacher' }).click();
    await page.locator('.mail-row:has(#mail-cc) .chip-name').getByText('Headteacher').waitFor();
    await pane.locator('[data-remedy=move-to-bcc]').click();
    await pane.getByText('All is well. Nothing to put right.').first().waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('The message has gone.').first().waitFor();
    await done('write');
  });

  browses('a teacher reads the new text, and signs on the card', async () => {
    await follow('sign');
    const text = await opens(page.getByRole('link', { name: 'Read the text' }));
    await text.getByRole('button', { name: 'Read «Phones and pictures»' }).click();
    await text.locator('.clauses').first().waitFor();
    await text.close();
    await page.getByLabel(/^I have read this policy/).check();
    await page.getByLabel(/^Your full name/).fill('Teacher Seven');
    await page.getByLabel(/^Job title/).fill('Teacher');
    await picture('card');
    await page.getByRole('button', { name: 'I agree and sign' }).click();
    await done('sign');
  });

  browses('the coordinator asks the bot who has not signed', async () => {
    await follow('ask');
    await comes(() => page.locator('#chat-words').inputValue(), 'Who hasn’t signed?');
    await page.locator('.chat-say button').click();
    await page.getByRole('button', { name: /^Remind them/ }).waitFor();
    await done('ask');
    await picture('chat');
  });

  browses('a parent signs by link and code, without an account', async () => {
    await follow('parent');
    const sign = await opens(page.locator('.main-link').first());
    await sign.getByLabel(/^Code of six digits/).waitFor();
    await page.locator('.digits').waitFor();
    await sign.getByLabel(/^Code of six digits/).fill(await page.locator('.digits').innerText());
    await sign.getByRole('button', { name: 'Go on' }).click();
    await sign.setViewportSize({ width: 720, height: 1280 });
    const texts = sign.locator('.clauses').first();
    await sign.getByRole('button', { name: 'I agree and sign' }).waitFor();
    await sign.locator('label[lang=cy]').click();
    await sign.getByRole('button', { name: 'Cytuno a llofnodi' }).waitFor();
    await picture('sign-cy', sign, texts);
    await sign.locator('label[lang=en]').click();
    await sign.getByLabel(/^Your full name/).fill('Parent Seven');
    await sign.getByLabel(/^Relationship/).fill('Mother');
    for (const box of await sign.getByRole('checkbox').all()) await box.check();
    await picture('sign', sign, texts);
    await sign.getByRole('button', { name: 'I agree and sign' }).click();
    await sign.getByRole('heading', { name: 'Signed. Thank you.' }).waitFor();
    await sign.close();
    await done('parent');
  });

  browses('the head reads what last night’s audit found', async () => {
    await follow('audit');
    await page.frameLocator('iframe.report').getByRole('heading', { level: 1 }).waitFor();
    await done('audit');
    await picture('audits');
  });

  browses('the coordinator looks at the dashboard', async () => {
    await follow('tab');
    const tab = page.frameLocator('.tab-place iframe');
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
    await tab.locator('.waiting').first().waitFor({ state: 'detached' });
    await done('tab');
    await picture('dashboard');
  });

  browses('the add-on for Gmail says the same of the same draft', async () => {
    await follow('gmail');
    await page.getByRole('button', { name: 'Ask Beadle' }).click();
    await page.locator('.g-panel').getByText('without the headteacher').waitFor();
    await picture('gmail');
    await page.locator('.g-panel').getByRole('button', { name: 'Copy in the headteacher' }).click();
    await comes(() => page.locator('#g-cc').inputValue(), /^head@/);
    await done('gmail');
  });

  browses('a year goes by, everybody is asked again, and the path is at its end', async () => {
    await follow('renewal');
    await page.locator('[data-to=renewal]').click();
    await page.locator('[data-step=renewal].done').waitFor({ timeout: patience.school });
    await page.getByText('That was the tour.').waitFor();
    await comes(() => page.locator('#now').innerText(), /^Thursday 2 September 2027, 08:1\d$/);
    await page.locator('.happened li').first().waitFor();
    await picture('clock');
  });

  browses('the day begins anew, with nothing done', async () => {
    await page.getByRole('button', { name: 'Begin anew' }).click();
    await page.getByRole('button', { name: 'Take it away and begin anew' }).click();
    await page.locator('#preparing:not([hidden])').waitFor();
    await page.getByRole('heading', { level: 1, name: /^A day at / }).waitFor({ timeout: patience.school });
    await comes(() => page.locator('#now').innerText(), /^Tuesday 24 November 2026, 08:4\d$/);
    await comes(() => page.locator('#guide-count').innerText(), '0 of 8 done');
  });
});
