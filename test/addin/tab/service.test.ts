import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { views } from '../../../addin/tab/api.ts';
import { words } from '../../../addin/tab/words.ts';
import { browser, browses, built } from '../../support/browser.ts';
import { askEverybody } from '../../support/sign-pages.ts';
import { freshTab, type TestTab } from '../../support/tab.ts';

describe('the tab with the real service behind it', () => {
  let build: ReturnType<typeof built>;
  let chromium: Browser | undefined;
  let at: TestTab;

  before(async () => {
    build = built();
    chromium = await browser();
  });
  after(async () => {
    await chromium?.close();
    build.gone();
  });
  beforeEach(async () => {
    at = await freshTab({ folder: build.folder });
    await askEverybody(at.signatures);
  });
  afterEach(() => at.close());

  /** Signs in with what is mailed to this address. */
  async function signedIn(address: string, run: (page: Page) => Promise<void>): Promise<void> {
    const context = await chromium!.newContext({ locale: 'en-GB', viewport: { width: 1200, height: 900 } });
    context.setDefaultTimeout(10_000);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => complaints.push(message.text()));
      await page.goto(`${at.here}/tab`);
      await page.getByLabel('Your e-mail address').fill(address);
      await page.getByRole('button', { name: 'Send me a link' }).click();
      const [mail] = await at.mailed(1);
      const [link] = /http\S+\/tab#[A-Za-z0-9_-]{43}/.exec(JSON.stringify(mail)) ?? [];
      await page.goto('about:blank');
      await page.goto(link!);
      await page.getByRole('heading', { name: 'Type in your code' }).waitFor();
      const [, code] = await at.mailed(2);
      await page.getByLabel('Code of six digits').fill(/\d{3} \d{3}/.exec(code!.text)![0]);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
      await run(page);
      assert.deepEqual(
        complaints.filter(line => !/^Failed to load resource: the server responded with a status of 401/.test(line)),
        []
      );
    } finally {
      await context.close();
    }
  }

  browses('a coordinator signs in, opens every view, reminds somebody and takes it back, and changes a setting and undoes it', () =>
    signedIn('esafety@school.example', async page => {
      for (const view of views) {
        await page.getByRole('navigation').getByRole('link', { name: words[view].en, exact: true }).click();
        await page.getByRole('heading', { level: 1, name: words[view].en, exact: true }).waitFor();
        await page.waitForFunction(() => document.querySelector('.waiting, .waiting-lines, .wrong:not(:empty)') === null);
      }
      await page.getByRole('link', { name: 'Signatures', exact: true }).click();
      await page.getByRole('checkbox', { name: /^Select Staff Nine/ }).check();
      await page.getByRole('button', { name: 'Remind', exact: true }).click();
      await page.getByRole('button', { name: 'Remind them' }).click();
      await page.locator('#done').getByText('1 person is reminded.').waitFor();
      await page.locator('#done').getByRole('button', { name: 'Undo' }).click();
      await page.locator('#done').getByText('The reminder of 1 person was taken back.').waitFor();
      await page.getByRole('link', { name: 'Settings', exact: true }).click();
      const setting = page.locator('li[data-key="reminders.cap"]');
      await setting.getByRole('button', { name: /^Change/ }).click();
      await page.getByRole('dialog').getByRole('spinbutton').fill('7');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await setting.getByText('changed here').waitFor();
      await page.locator('#done').getByRole('button', { name: 'Undo' }).click();
      await setting.getByText('changed here').waitFor({ state: 'detached' });
    })
  );

  browses('a list of days is changed line by line as the service keeps it', () =>
    signedIn('head@school.example', async page => {
      await page.getByRole('link', { name: 'Settings', exact: true }).click();
      const setting = page.locator('li[data-key="reminders.days"]');
      await setting.getByRole('button', { name: /^Change/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Add another' }).click();
      await page.locator('dialog input:focus').fill('29');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await setting.getByText('changed here').waitFor();
      await setting
        .getByText(/\b29\b/)
        .first()
        .waitFor();
    })
  );

  browses('what somebody else does is shown without being asked for', () =>
    signedIn('esafety@school.example', async page => {
      await page.getByRole('link', { name: 'Settings', exact: true }).click();
      await page.getByText('Nobody has changed anything here yet.').waitFor();
      const head = await at.sit('head');
      const { status } = await head.post('settings/change', { key: 'reminders.cap', value: 9 });
      assert.equal(status, 200);
      await page.locator('li[data-key="reminders.cap"]').getByText('changed here').waitFor();
    })
  );
});
