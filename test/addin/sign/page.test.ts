import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { verifyReceipt } from '../../../core/policies/ledger/receipt.ts';
import { hashes, verifySignature } from '../../../service/ledger/hashes.ts';
import { addressOf } from '../../../service/sign.ts';
import { browser, browses, built, comes, still } from '../../support/browser.ts';
import { askEverybody, everybodys, mailedLink, signPages, type TestPages } from '../../support/sign-pages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where pictures of the pages go, for somebody to look at; nowhere unless it is asked for. */
const pictures = process.env['BEADLE_PICTURES'];

describe('the pages on which people without Teams sign', () => {
  let chromium: Browser | undefined;
  let build: ReturnType<typeof built>;
  let pages: TestPages;

  before(async () => {
    build = built();
    chromium = await browser();
  });
  after(async () => {
    await chromium?.close();
    build.gone();
  });
  beforeEach(async () => (pages = await signPages({ folder: build.folder })));
  afterEach(() => pages.close());

  /** Opens an address of ours on a phone; whatever the page complains of fails the test, but for answers that it shows in words. */
  async function on(address: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const context = await chromium!.newContext({
      locale: 'en-GB',
      viewport: { width: 360, height: 740 },
      acceptDownloads: true,
      ...options
    });
    try {
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => complaints.push(message.text()));
      await page.goto(address.startsWith('/') ? pages.origin + address : address);
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
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    }
    await still(page);
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
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, `${name} is wider than the screen`);
  }

  async function typeCode(page: Page): Promise<void> {
    const before = pages.mails.length;
    const code = await pages.code(Math.max(0, before - 1));
    await page.getByLabel(/Code of six digits|Cod chwe digid/).fill(code);
    await page.getByRole('button', { name: /^(Go on|Ymlaen)$/ }).click();
  }

  const signButton = (page: Page) => page.getByRole('button', { name: /^(I agree and sign|Cytuno a llofnodi)$/ });

  browses('a parent opens the link on a phone, types the code, reads, signs for both children, and keeps the receipt', async () =>
    on(await mailedLink(pages, 'parent'), async page => {
      await page.getByRole('heading', { name: 'Type in your code' }).waitFor();
      await faultless(page, 'code');
      await typeCode(page);
      await page.getByRole('heading', { name: 'Online safety' }).first().waitFor();
      await comes(() => Promise.resolve(new URL(page.url()).hash), '');
      await page.getByText('For Kit Sample, Sam Sample').first().waitFor();
      await signButton(page).waitFor();
      await faultless(page, 'ask-parent');
      await signButton(page).click();
      await page
        .getByText(/Please type your full name/)
        .first()
        .waitFor();
      // The page marks and focuses what is wrong a moment after the renderer has said so.
      await page.locator('[aria-invalid=true]:focus').waitFor();
      await page.waitForFunction(() => /to put right/.test(document.getElementById('say')?.textContent ?? ''));
      await faultless(page, 'errors-parent');
      await page.getByLabel(/Your full name/).fill('Parent Three');
      await comes(() => page.getByLabel(/Your full name/).getAttribute('aria-invalid'), null);
      await page.getByLabel(/Relationship/).fill('Mother');
      for (const child of ['Kit', 'Sam']) await page.getByLabel(new RegExp(`I agree for ${child}`)).check();
      await signButton(page).click();
      await page.getByRole('heading', { name: 'Signed. Thank you.' }).waitFor();
      await faultless(page, 'receipt-parent');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('button', { name: /^Download receipt/ })
          .first()
          .click()
      ]);
      assert.match(download.suggestedFilename(), /^receipt-\d+\.json$/);
      const receipt = readFileSync(await download.path(), 'utf8');
      assert.equal(verifyReceipt(receipt, { hashes, verify: verifySignature }).fault, undefined);
      await page.emulateMedia({ media: 'print' });
      await comes(() => page.getByRole('button').count(), 0);
      await page.getByText('Kit Sample').first().waitFor();
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('button', { name: 'Finish' }).click();
      await page.getByRole('heading', { name: /You may close this page/ }).waitFor();
      assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /Parent Three|Kit/);
    })
  );

  browses('a governor reads and signs in Welsh, because the school knows that they wish it, at 320 pixels and in the dark', async () =>
    on(
      await mailedLink(pages, 'governor'),
      async page => {
        await typeCode(page);
        await page.getByRole('heading', { name: 'Diogelwch ar-lein' }).waitFor();
        await comes(() => page.locator('html').getAttribute('lang'), 'cy');
        await signButton(page).waitFor();
        await page.getByText('Cadwch eich cyfrinair').waitFor();
        await faultless(page, 'ask-governor-dark-cy');
        await page.getByLabel(/Eich enw llawn/).fill('Llywodraethwr Dau');
        await page.locator('.adaptive input[type=checkbox]').check();
        await signButton(page).click();
        await page.getByRole('heading', { name: 'Llofnodwyd. Diolch.' }).waitFor();
        await faultless(page, 'receipt-governor-dark-cy');
      },
      { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }
    )
  );

  browses('changes its language without losing what was typed', async () =>
    on(await mailedLink(pages, 'teacher'), async page => {
      await typeCode(page);
      await signButton(page).waitFor();
      await page.getByLabel(/Your full name/).fill('Teacher Seven');
      await page.getByLabel(/Job title/).fill('Teacher');
      await page.locator('.adaptive input[type=checkbox]').check();
      await page.getByText('Cymraeg').click();
      await page.getByText('Cadwch eich cyfrinair').waitFor();
      await signButton(page).waitFor();
      await comes(() => page.getByLabel(/Eich enw llawn/).inputValue(), 'Teacher Seven');
      await signButton(page).click();
      await page.getByRole('heading', { name: 'Llofnodwyd. Diolch.' }).waitFor();
      const [entry] = (await pages.at.desk.since('2020-01-01T00:00:00Z')).map(each => each.entry).filter(({ kind }) => kind === 'signed');
      assert.equal(entry?.kind === 'signed' && entry.text, everybodys().texts.cy!.sha256);
    })
  );

  browses('can be used by the keyboard alone, skip link first', async () =>
    on(await mailedLink(pages, 'governor'), async page => {
      await page.getByRole('heading', { name: 'Type in your code' }).waitFor();
      await page.getByLabel('Code of six digits').focus();
      await page.keyboard.type(await pages.code());
      await page.keyboard.press('Enter');
      await signButton(page).waitFor();
      await page.evaluate(() => document.body.focus());
      await page.getByRole('radio', { name: 'English' }).focus();
      await page.keyboard.press('Shift+Tab');
      await page.locator('.skip:focus').waitFor();
      for (let i = 0; i < 30; i += 1) {
        await page.keyboard.press('Tab');
        const kind = await page.evaluate(() => {
          const { activeElement: at } = document;
          return at instanceof HTMLInputElement && at.type === 'checkbox'
            ? 'tick'
            : at instanceof HTMLInputElement && at.type === 'text'
              ? 'name'
              : at instanceof HTMLElement && at.closest('.style-positive')
                ? 'sign'
                : '';
        });
        if (kind === 'tick') await page.keyboard.press('Space');
        if (kind === 'name') await page.keyboard.type('Governor Two');
        if (kind === 'sign') {
          await page.keyboard.press('Enter');
          break;
        }
      }
      await page.getByRole('heading', { name: /Signed\. Thank you|Llofnodwyd/ }).waitFor();
    })
  );

  browses('says why and asks the coordinator when somebody does not agree, and lets them sign after all', async () =>
    on(await mailedLink(pages, 'teacher'), async page => {
      await typeCode(page);
      await page.getByRole('button', { name: 'I do not agree' }).click();
      await page.getByLabel(/Why you do not agree/).fill('I have no school telephone.');
      await faultless(page, 'disagree');
      await page.getByRole('button', { name: 'Send my answer' }).click();
      await page.getByRole('heading', { name: 'Your answer was recorded' }).waitFor();
      await page.getByRole('button', { name: 'Sign after all' }).click();
      await signButton(page).waitFor();
      await page.getByLabel(/Your full name/).fill('Teacher Seven');
      await page.getByLabel(/Job title/).fill('Teacher');
      await page.locator('.adaptive input[type=checkbox]').check();
      await signButton(page).click();
      await page.getByRole('heading', { name: 'Signed. Thank you.' }).waitFor();
    })
  );

  browses('shows on top what changed for whoever signed before', async () => {
    const cookie = await signedBefore('governor');
    assert.ok(cookie);
    const first = everybodys();
    const clauses = first.clauses.map(each =>
      each.id === '2'
        ? {
            ...each,
            text: {
              en: 'Tell the office within the hour if somebody knows your password.',
              cy: 'Dywedwch wrth y swyddfa o fewn yr awr os yw rhywun yn gwybod eich cyfrinair.'
            }
          }
        : each
    );
    await pages.at.desk.versionStore.publish(
      everybodys({ major: 2, clauses, publishedAt: '2026-11-23T09:30:00.000Z' }),
      { en: Buffer.from('%PDF') },
      pages.at.ids['coordinator']!
    );
    pages.at.clock.at += 60 * 60 * 1000;
    await askEverybody(pages.at);
    await on(await mailedLink(pages, 'governor'), async page => {
      await typeCode(page);
      await signButton(page).waitFor();
      await page.getByText('English').click();
      await page.getByRole('heading', { name: 'What changed for you' }).waitFor();
      await signButton(page).waitFor();
      await comes(() => page.locator('.changes').textContent(), /2/);
      await faultless(page, 'changed-governor');
    });
  });

  async function signedBefore(key: string): Promise<boolean> {
    const matter = { person: pages.at.ids[key]!, policy: 'online-safety' };
    await pages.at.desk.open(matter, 'en', 'web');
    const taken = await pages.at.desk.sign({
      matter,
      major: 1,
      typedName: 'Somebody',
      fields: {},
      agreed: true,
      language: 'en',
      channel: 'web',
      assurance: 'code'
    });
    return 'done' in taken;
  }

  browses('from Teams shows the text and no name, and signs after a code only', async () =>
    on(addressOf(pages.origin, '/read', await pages.links.issue('read', pages.at.ids['teacher']!)), async page => {
      await page.getByText('Keep your password to yourself').waitFor();
      assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /Teacher Seven/);
      assert.equal(await signButton(page).count(), 0);
      await faultless(page, 'read-from-teams');
      await page.getByText('Sign here instead').click();
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await page.getByRole('heading', { name: 'Type in your code' }).waitFor();
      await typeCode(page);
      await signButton(page).waitFor();
    })
  );

  browses('a used link leads to the form for a new one', async () => {
    const link = addressOf(pages.origin, '/read', await pages.links.issue('read', pages.at.ids['teacher']!));
    await pages.links.use(link.slice(-43), 'read');
    await on(link, async page => {
      await page.getByText('This link was used before or is too old').waitFor();
      await faultless(page, 'lost');
      await page.getByRole('button', { name: 'Send a new link' }).click();
      await page.getByText('Please type an address').first().waitFor();
      await page.getByLabel('Your e-mail address').fill('teacher.seven@school.example');
      await page.getByRole('button', { name: 'Send a new link' }).click();
      await page.getByText('If the school knows this address').first().waitFor();
      const [mail] = await pages.mailed(1);
      const [fresh] = /\/sign#[\w-]{43}/.exec(mail?.text ?? '') ?? [];
      assert.ok(fresh);
      // Put into the address of this same page, where the browser loads nothing by itself.
      await page.goto(`${pages.origin}/sign`);
      await page.getByText('You need a new link').waitFor();
      await page.goto(`${pages.origin}${fresh}`);
      await page.getByText('Type in your code').waitFor();
    });
  });

  browses('says when a code is wrong, at the field, and takes the right one afterwards', async () =>
    on(await mailedLink(pages, 'parent'), async page => {
      const code = await pages.code();
      const field = page.getByLabel('Code of six digits');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByText('Please type the six digits').first().waitFor();
      await field.fill(code === '000000' ? '000001' : '000000');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByText('This code is not right').first().waitFor();
      await comes(() => field.getAttribute('aria-invalid'), 'true');
      await faultless(page, 'wrong-code');
      await field.fill(code);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { name: 'Online safety' }).first().waitFor();
    })
  );

  browses('a reload after the link was opened sends no second code, and after the code stays in', async () =>
    on(await mailedLink(pages, 'parent'), async page => {
      const code = await pages.code();
      await page.reload();
      await page.getByLabel('Code of six digits').fill(code);
      await page.getByRole('button', { name: 'Go on' }).click();
      await signButton(page).waitFor();
      await page.reload();
      await signButton(page).waitFor();
      assert.equal(pages.mails.length, 1);
    })
  );

  browses('a kiosk shows a code; a visitor scans it and signs on their own phone, and the kiosk shows the next one', async () =>
    on(
      addressOf(pages.origin, '/kiosk', await pages.links.issue('kiosk')),
      async kiosk => {
        const code = kiosk.getByRole('img', { name: /Code to scan/ });
        await code.waitFor();
        await faultless(kiosk, 'kiosk');
        const first = await code.getAttribute('src');
        const shown = await kiosk.evaluate(() =>
          fetch('/kiosk/api/show', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }).then(
            answer => answer.json() as Promise<{ link: string }>
          )
        );
        await on(addressOf(pages.origin, '/visit', shown.link), async phone => {
          await phone.getByRole('heading', { name: 'Welcome' }).waitFor();
          await faultless(phone, 'visit');
          await phone.getByRole('button', { name: 'Go on' }).click();
          await phone.getByText('Please type your full name').first().waitFor();
          await phone.getByLabel('Your full name').fill('Visitor One');
          await phone.getByLabel(/Where you come from/).fill('Example Lifts');
          await phone.getByLabel('Contractor').check();
          await phone.getByLabel(/E-mail address for the receipt/).fill('one@lifts.example');
          await phone.getByRole('button', { name: 'Go on' }).click();
          await signButton(phone).waitFor();
          await phone.getByLabel(/Your full name/).fill('Visitor One');
          await phone.locator('.adaptive input[type=checkbox]').check();
          await signButton(phone).click();
          await phone.getByRole('heading', { name: 'Signed. Thank you.' }).waitFor();
          const [mail] = await pages.mailed(1);
          assert.equal(mail?.to, 'one@lifts.example');
        });
        assert.ok(first);
      },
      { viewport: { width: 1024, height: 768 } }
    )
  );

  browses('on the kiosk itself somebody signs, and the screen goes back by itself to its first page, with nobody’s language', async () =>
    on(
      addressOf(pages.origin, '/kiosk', await pages.links.issue('kiosk')),
      async page => {
        await page.getByText('Cymraeg').click();
        await page.getByRole('img', { name: /Cod i’w sganio/ }).waitFor();
        await page.clock.install();
        await page.getByRole('button', { name: 'Llofnodi ar y sgrin hon' }).click();
        await page.getByRole('heading', { name: 'Croeso' }).waitFor();
        await page.getByLabel('Eich enw llawn').fill('Ymwelydd Un');
        await page.getByRole('button', { name: 'Ymlaen' }).click();
        await signButton(page).waitFor();
        await page.getByLabel(/Eich enw llawn/).fill('Ymwelydd Un');
        await page.locator('.adaptive input[type=checkbox]').check();
        await signButton(page).click();
        await page.getByRole('heading', { name: 'Llofnodwyd. Diolch.' }).waitFor();
        assert.equal(await page.getByRole('button', { name: /dderbynneb/ }).count(), 0, 'nothing is left behind on a screen for many');
        await page.clock.runFor(15_000);
        await page.getByRole('button', { name: 'Mae angen mwy o amser arnaf' }).waitFor();
        await faultless(page, 'kiosk-receipt-cy');
        await page.clock.runFor(20_000);
        await page.getByRole('img', { name: /Code to scan/ }).waitFor();
        assert.equal(new URL(page.url()).pathname, '/kiosk');
        await page.goto(`${pages.origin}/sign`);
        await page.getByRole('heading', { name: 'You need a new link' }).waitFor();
      },
      { viewport: { width: 1024, height: 768 } }
    )
  );

  browses('a class ticks one after the other with its teacher', async () =>
    on(
      await mailedLink(pages, 'teacher'),
      async page => {
        await typeCode(page);
        await page.getByRole('link', { name: /Go through the rules with class 4B/ }).click();
        await page.getByRole('heading', { name: 'Whose turn is it?' }).waitFor();
        await faultless(page, 'class');
        await page.getByRole('button', { name: 'Kit Sample' }).click();
        await page.getByRole('heading', { name: 'Kit Sample, it is your turn' }).waitFor();
        await page.getByRole('button', { name: 'I sign' }).click();
        await page.getByText('Please tick the box first.').first().waitFor();
        await faultless(page, 'class-turn');
        await page.getByRole('checkbox').check();
        await page.getByRole('button', { name: 'I sign' }).click();
        await page.getByText('Kit Sample has signed.').first().waitFor();
        await page.getByText('1 of 2 have signed.').first().waitFor();
        await page.getByRole('button', { name: 'Sam Sample' }).click();
        await page.getByRole('checkbox').check();
        await page.getByRole('button', { name: 'I sign' }).click();
        await page.getByRole('heading', { name: 'Everybody has signed. Thank you!' }).waitFor();
        await faultless(page, 'class-done');
        await page.goto(`${pages.origin}/sign`);
        await page.getByRole('heading', { name: 'You need a new link' }).waitFor();
      },
      { viewport: { width: 820, height: 1180 } }
    )
  );

  browses('is readable in forced colours', async () =>
    on(
      await mailedLink(pages, 'governor'),
      async page => {
        await typeCode(page);
        await signButton(page).waitFor();
        if (pictures) await page.screenshot({ path: join(pictures, 'forced-colors.png'), fullPage: true });
        const shown = await signButton(page).evaluate(
          button => getComputedStyle(button).borderTopStyle !== 'none' && getComputedStyle(button).borderTopWidth !== '0px'
        );
        assert.equal(shown, true);
      },
      { forcedColors: 'active' }
    )
  );

  it('costs a phone little to load, without the library of carousels', () => {
    const script = readFileSync(join(build.folder, 'sign/page.js'));
    assert.doesNotMatch(script.toString(), /swiper["']/);
    assert.ok(gzipSync(script).length < 60_000, `${gzipSync(script).length} bytes`);
    assert.ok(gzipSync(readFileSync(join(build.folder, 'sign/kiosk.js'))).length < 6_000);
  });
});
