import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { browser, browses, built } from '../../support/browser.ts';
import { fakeDemonstration, type FakeDemonstration } from '../../support/demonstration.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const places = ['guide', 'outlook', 'gmail', 'chat', 'sign', 'tab', 'audits', 'clock'] as const;

describe('the page of the demonstration', () => {
  let chromium: Browser | undefined;
  let build: ReturnType<typeof built>;
  let fake: FakeDemonstration;

  before(async () => {
    build = built();
    chromium = await browser();
  });
  after(async () => {
    await chromium?.close();
    build.gone();
  });
  beforeEach(async () => (fake = await fakeDemonstration(build.folder)));
  afterEach(() => fake.close());

  /** Opens a place; whatever the page complains of fails the test, but for the dashboard that this service has not. */
  async function on(place: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const context = await chromium!.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
    try {
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => complaints.push(message.text()));
      await page.goto(`${fake.origin}/#${place}`);
      await page.locator('main#place h1').waitFor();
      await run(page);
      assert.deepEqual(
        complaints.filter(line => !/^Failed to load resource: the server responded with a status of 404/.test(line)),
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
      return (await run.run(document, { runOnly: tags, iframes: false })).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`
      );
    });
    assert.deepEqual(violations, [], name);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, `${name} is wider than the screen`);
  }

  const open = (page: Page, place: string) => page.locator(`#places-list a[href="#${place}"]`).click();
  const chips = (page: Page, field: string) => page.locator(`.mail-row:has(#mail-${field}) .chip-name`);
  const pane = (page: Page) => page.frameLocator('.pane iframe');

  async function writing(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Take me there' }).click();
    await chips(page, 'to').waitFor();
  }

  browses('every place has no fault that axe can see, and fits 320 pixels, in the light and in the dark', () =>
    on(
      'guide',
      async page => {
        for (const place of places) {
          await open(page, place);
          await page.locator(`#places-list a[href="#${place}"][aria-current]`).waitFor();
          await page.locator('main#place section:not([hidden]) h1').waitFor();
          await faultless(page, place);
          await page.setViewportSize({ width: 320, height: 700 });
          await page.emulateMedia({ colorScheme: 'dark' });
          await faultless(page, `${place} at 320`);
          await page.emulateMedia({ colorScheme: 'light' });
          await page.setViewportSize({ width: 1280, height: 800 });
        }
      },
      { viewport: { width: 1280, height: 800 } }
    )
  );

  browses('a mail to a parent is warned of on the bar, put right by one click in the real pane, and leaves', () =>
    on('guide', async page => {
      await writing(page);
      await page.locator('.mail-bar').getByText('This goes to parents or carers without the headteacher').waitFor();
      await faultless(page, 'compose');
      await page.getByRole('button', { name: 'Open Beadle' }).click();
      await pane(page).getByRole('button', { name: 'Copy in the headteacher' }).click();
      await chips(page, 'cc').getByText('Headteacher').waitFor();
      await page.locator('.mail-bar').waitFor({ state: 'detached' });
      await pane(page).getByText('All is well. Nothing to put right.').first().waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('The message has gone.').first().waitFor();
      const [mail] = fake.mails;
      assert.deepEqual(
        [mail?.to, mail?.cc, mail?.left, mail?.remedied, mail?.warned],
        [['parent.three@home.example'], ['head@school.example'], true, true, ['head-not-copied']]
      );
      await page.locator('[data-step=write].done').waitFor();
    })
  );

  browses('at Send it asks in the add-in’s words; Escape keeps the message, and what was undone in the pane is asked again', () =>
    on('guide', async page => {
      await writing(page);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      const alert = page.getByRole('dialog', { name: 'Beadle' });
      await alert.getByText('This goes to parents or carers without the headteacher').waitFor();
      await faultless(page, 'alert');
      await page.keyboard.press('Escape');
      await alert.waitFor({ state: 'detached' });
      await page.locator('.send:focus').waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await alert.getByRole('button', { name: 'Copy in the head' }).click();
      await pane(page).locator('[data-remedy]:focus').waitFor();
      await page.keyboard.press('Enter');
      await chips(page, 'cc').getByText('Headteacher').waitFor();
      await pane(page).getByRole('button', { name: 'Undo' }).click();
      await chips(page, 'cc').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await alert.getByRole('button', { name: 'Send Anyway' }).click();
      await page.getByText('The message has gone.').first().waitFor();
      assert.deepEqual(
        fake.mails.map(({ left }) => left),
        [false, false, false, true]
      );
      await page.getByText('All that the school’s records get of it').click();
      const record = await page.locator('.mail-note pre').textContent();
      assert.match(record ?? '', /"rule": "head-not-copied"/);
      assert.doesNotMatch(record ?? '', /parent|swimming|teacher/i);
    })
  );

  browses('whoever types names and addresses gets people, and is told what is none', () =>
    on('outlook', async page => {
      await page.getByRole('button', { name: 'New message' }).click();
      await page.locator('#mail-to:focus').waitFor();
      await page.keyboard.type('headteacher, somebody@coaches.example; nonsense,');
      await chips(page, 'to').nth(1).waitFor();
      assert.deepEqual(await chips(page, 'to').allTextContents(), ['Headteacher', 'somebody@coaches.example']);
      await page.getByText('«nonsense» is no address.').waitFor();
      assert.equal(await page.inputValue('#mail-to'), 'nonsense');
      await page.getByRole('button', { name: 'Take somebody@coaches.example away' }).click();
      await chips(page, 'to').nth(1).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Discard' }).click();
      await page.getByText('The draft is gone. Nothing was sent.').first().waitFor();
      await page.getByRole('button', { name: 'Reply' }).click();
      await chips(page, 'to').getByText('Parent Three').waitFor();
      assert.match(await page.inputValue('#mail-text'), /> is there swimming on Friday\?/);
    })
  );

  browses('the card of Gmail puts the draft right, and nothing of its words is asked about', () =>
    on('gmail', async page => {
      await page.getByRole('button', { name: /^Example/ }).click();
      await page.getByRole('button', { name: 'Ask Beadle' }).click();
      await page.locator('.g-panel').getByText('This goes to parents or carers without the headteacher').waitFor();
      await faultless(page, 'the card');
      await page.locator('.g-panel').getByRole('button', { name: 'Copy in the headteacher' }).click();
      await page.waitForFunction(() => (document.getElementById('g-cc') as HTMLTextAreaElement).value === 'head@school.example');
      await page.locator('.g-panel').getByText('Nothing to put right').first().waitFor();
      await page.locator('.gmail-place').getByRole('button', { name: 'Send' }).click();
      await page.getByText('The message has gone.').first().waitFor();
      assert.deepEqual([fake.mails[0]?.by, fake.mails[0]?.warned, fake.mails[0]?.remedied], ['gmail', ['head-not-copied'], true]);
    })
  );

  browses('the bot answers with a card, which points out what is missing and is replaced once it is signed', () =>
    on('chat', async page => {
      await page.getByLabel('What you say').fill('what is open?');
      await page.keyboard.press('Enter');
      const sign = page.getByRole('button', { name: 'I agree and sign' });
      await sign.waitFor();
      await faultless(page, 'the chat');
      await sign.click();
      await page.locator('[aria-invalid=true]:focus').waitFor();
      await page.getByLabel(/Your full name/).fill('Teacher Seven');
      await sign.click();
      await page.getByRole('heading', { name: 'Signed. Thank you.' }).waitFor();
      await page.locator('[data-step=sign].done').waitFor();
    })
  );

  browses('whoever has no Teams is told so, and led to somebody who has', () =>
    on('chat', async page => {
      await page.getByLabel('Through the eyes of').selectOption('parent');
      await page.getByText('Parent Three has no Teams here').waitFor();
      await faultless(page, 'no chat');
      await page.getByRole('button', { name: 'Look as the coordinator' }).click();
      await page.getByText('Nothing has been said yet.').waitFor();
      await page.waitForFunction(() => (document.getElementById('eyes') as HTMLSelectElement).value === 'coordinator');
    })
  );

  browses('a step of the path leads to its place, through the right eyes, with its words', () =>
    on('guide', async page => {
      await page.locator('[data-step=ask] .step-title').click();
      await page.locator('[data-step=ask]').getByRole('button', { name: 'Take me there' }).click();
      await page.waitForURL(/#chat$/);
      await page.waitForFunction(() => (document.getElementById('chat-words') as HTMLInputElement | null)?.value === 'who has not signed?');
      assert.equal(await page.inputValue('#eyes'), 'coordinator');
    })
  );

  browses('the clock is moved at the top, and its place says what that brought', () =>
    on('clock', async page => {
      await page.getByText('The clock has not been moved yet.').waitFor();
      await page.locator('#clock-strip').getByRole('button', { name: 'A week on' }).click();
      await page.locator('#now').getByText('Tuesday 1 December 2026, 08:40').waitFor();
      await page.getByText('The audit found 7 things to put right.').waitFor();
      await page.waitForFunction(() => /14 reminders/.test(document.getElementById('say')?.textContent ?? ''));
      await page.locator('#clock-says').getByText('14 reminders were sent').waitFor();
    })
  );

  browses('the back button leads back, and a place keeps what stood in it', () =>
    on('outlook', async page => {
      await page.getByRole('button', { name: 'New message' }).click();
      await page.fill('#mail-subject', 'Half written');
      await open(page, 'clock');
      await page.getByRole('heading', { name: 'The school’s clock', level: 1 }).waitFor();
      await page.goBack();
      await page.waitForURL(/#outlook$/);
      await page.locator('#mail-subject').waitFor();
      assert.equal(await page.inputValue('#mail-subject'), 'Half written');
    })
  );

  browses('beginning anew asks first and says what it takes away, then shows how far the school is', () =>
    on('guide', async page => {
      await page.getByRole('button', { name: 'Begin anew' }).click();
      await page.getByText('signatures, questions and reports of the invented people').waitFor();
      await faultless(page, 'asking');
      await page.keyboard.press('Escape');
      await page.locator('#reset:focus').waitFor();
      assert.equal(fake.resets(), 0);
      await page.getByRole('button', { name: 'Begin anew' }).click();
      await page.getByRole('button', { name: 'Take it away and begin anew' }).click();
      await page.getByRole('heading', { name: 'The school is being made' }).waitFor();
      assert.equal(fake.resets(), 1);
      fake.start(1);
      await page.locator('[aria-current=step]').getByText('Invent the school').waitFor();
      await faultless(page, 'preparing');
      fake.start('failed');
      await page.getByRole('alert').getByText('There is no database here.').waitFor();
      await page.getByRole('link', { name: 'Try a mail without it' }).waitFor();
      await faultless(page, 'failed');
      fake.start('ready');
      await page.getByRole('heading', { name: 'A day at Example Primary School' }).waitFor();
    })
  );

  browses('speaks Welsh in every place, chosen once', () =>
    on('guide', async page => {
      await page.getByText('Cymraeg').first().click();
      await page.getByRole('heading', { name: 'Diwrnod yn Example Primary School' }).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'cy');
      for (const place of places) {
        await open(page, place);
        await page.locator(`#places-list a[href="#${place}"][aria-current]`).waitFor();
        await faultless(page, `${place} in Welsh`);
        assert.doesNotMatch((await page.locator('main#place').innerText()) ?? '', /\b(?:the|nothing|message|school’s)\b/, place);
      }
      await open(page, 'outlook');
      await page.getByRole('button', { name: 'Neges newydd' }).click();
      await page.locator('#mail-to:focus').waitFor();
      await page.keyboard.type('parent three,');
      await page.locator('.mail-bar').getByText('heb y pennaeth').waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Outlook' }).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'cy');
    })
  );

  browses('can be used by the keyboard alone, skip link first', () =>
    on('guide', async page => {
      await page.keyboard.press('Tab');
      await page.locator('.skip:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('#place:focus').waitFor();
      await page.keyboard.press('Tab');
      await page.locator('.tile:focus').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/#sign$/);
      await page.locator('main#place h1:focus').waitFor();
    })
  );

  browses('says that the service is gone, and goes on by itself', async () => {
    const context = await chromium!.newContext({ locale: 'en-GB' });
    try {
      const page = await context.newPage();
      await page.goto(fake.origin);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await context.setOffline(true);
      fake.change({ sent: 215 });
      await page.getByText('The service does not answer.').waitFor();
      await context.setOffline(false);
      await page.locator('.figure').getByText('215').waitFor();
      await page.locator('#trouble').waitFor({ state: 'hidden' });
    } finally {
      await context.close();
    }
  });

  it('costs little to load, cards included', () => {
    const sizes = ['page.js', 'office.js'].map(file => gzipSync(readFileSync(join(build.folder, 'demonstration', file))).length);
    assert.ok(sizes[0]! < 60_000, `the page has ${sizes[0]} bytes`);
    assert.ok(sizes[1]! < 1000, `what stands in a frame has ${sizes[1]} bytes`);
  });
});
