import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../../addin/gmail/card.ts';
import { browser, browses, comes } from '../../support/browser.ts';
import { type Draft, gmailHost, type Host, mail, textPart } from '../../support/gmail/host.ts';

/** Where pictures of the cards are put, if anywhere: to be looked at. */
const pictures = process.env['BEADLE_PICTURES'];

describe('the add-on for Gmail beside a message that is written', () => {
  let chromium: Browser | undefined;
  let host: Host;
  let page: Page;
  let locale: string;
  let opened: string[];

  before(async () => {
    chromium = await browser();
    host = await gmailHost();
  });
  after(async () => {
    await chromium?.close();
    await host.close();
  });

  beforeEach(async () => {
    if (!chromium) return;
    locale = 'en-GB';
    opened = [];
    page = await chromium.newPage({ viewport: { width: 920, height: 760 } });
    await page.route('https://beadle.school.example/gmail/icon.png', route => route.fulfill({ path: 'addin/outlook/icons/128.png' }));
    await page.exposeFunction('composed', (draft: Draft) => host.compose(draft, { locale }));
    await page.exposeFunction('clicked', async (card: Card, label: string, draft: Draft) => ({
      ...(await host.click(card, label, draft, { locale })),
      lists: draft
    }));
    await page.exposeFunction('opened', (url: string) => void opened.push(url));
    await page.setContent(await readFile(new URL('../../support/gmail/sandbox.html', import.meta.url), 'utf8'));
  });
  afterEach(() => page?.close());

  const picture = async (name: string): Promise<void> => {
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/gmail-${name}.png`, fullPage: true });
  };
  const written = async (lists: Draft): Promise<void> => {
    for (const [name, list] of Object.entries(lists)) await page.fill(`#${name}`, (list as readonly string[]).join(', '));
  };
  const field = (name: string): Promise<string> => page.inputValue(`#${name}`);
  const title = (): Promise<string> => page.innerText('.panel header b');

  browses('puts everything right in three clicks, and then has nothing to say', async () => {
    await written({
      to: ['parent.1@family.example', 'parent.2@family.example', 'parent.3@family.example'],
      cc: ['colleague@school.example']
    });
    await page.click('#open');
    await comes(title, '2 things to look at');
    await picture('compose-en');
    await page.click('button:text-is("Copy in the headteacher")');
    await page.waitForFunction("document.getElementById('told').textContent.startsWith('Done: Copy in')");
    await comes(() => field('cc'), 'colleague@school.example, head@school.example');
    await picture('done-en');
    await page.click('button:text-is("Move families to Bcc")');
    await page.waitForFunction("document.getElementById('told').textContent.startsWith('Done: Move')");
    assert.deepEqual(
      [await field('to'), await field('bcc')],
      ['', 'parent.1@family.example, parent.2@family.example, parent.3@family.example']
    );
    await page.click('button:text-is("Check again")');
    await page.waitForFunction("document.querySelector('.panel b').textContent === 'Nothing to put right so far'");
    await page.click('summary');
    await picture('fine-en');
  });

  browses('says why on the rule’s own page, in the reader’s language', async () => {
    locale = 'cy';
    await written({ to: ['parent.1@family.example'] });
    await page.click('#open');
    await comes(title, '1 peth i edrych arno');
    await picture('compose-cy');
    await page.click('button:text-is("Pam?")');
    await comes(() => Promise.resolve(opened), ['https://beadle.school.example/cy/rules/head-not-copied']);
  });

  browses('shows what is hostile as it is written, and runs nothing of it', async () => {
    await written({
      to: ['"<img src=x onerror=alert(1)>"@schoo1.example', `${'very-long-'.repeat(30)}@schoo1.example`, 'parent.1@family.example']
    });
    let alerted = false;
    page.on('dialog', async dialog => {
      alerted = true;
      await dialog.dismiss();
    });
    await page.click('#open');
    await page.waitForSelector('.panel b');
    await picture('hostile');
    assert.ok((await page.innerText('.panel')).includes('<img src=x onerror=alert(1)>'));
    assert.equal(await page.locator('.panel section img').count(), 0);
    assert.ok(((await page.evaluate('document.querySelector(".panel").scrollWidth')) as number) <= 320);
    assert.equal(alerted, false);
  });

  browses('draws a chain letter that was opened, and the home', async () => {
    const chain =
      'Forward this to 10 people within 24 hours or you will have seven years of bad luck. Do not break the chain. Send this to everyone you know!';
    for (const [name, card] of [
      ['opened-en', await host.open(mail('FW: read this', textPart(chain)))],
      ['opened-cy', await host.open(mail('FW: read this', textPart(chain)), { locale: 'cy' })],
      ['home-en', await host.home()],
      ['home-cy', await host.home({ locale: 'cy' })],
      ['nobody-cy', await host.compose({}, { locale: 'cy' })]
    ] as const) {
      await page.evaluate(`draw(${JSON.stringify(card)})`);
      assert.equal(await title(), card.header.title);
      await picture(name);
    }
  });
});
