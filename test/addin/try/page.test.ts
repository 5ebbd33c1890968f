import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { browser, browses, built, comes, served, still } from '../../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the page to try Beadle on', () => {
  let chromium: Browser | undefined;
  let build: ReturnType<typeof built>;
  let server: Server;
  let origin: string;

  before(async () => {
    build = built();
    ({ server, origin } = await served(build.folder));
    chromium = await browser();
  });

  after(async () => {
    await chromium?.close();
    server.close();
    server.closeAllConnections();
    build.gone();
  });

  /** Opens a page; whatever it complains of fails the test. */
  async function on(path: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const context = await chromium!.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => complaints.push(message.text()));
      const response = await page.goto(origin + path);
      await run(page);
      // Of a page that is not there the browser says so itself.
      assert.deepEqual(complaints.slice(response?.status() === 404 ? 1 : 0), []);
    } finally {
      await context.close();
    }
  }

  const finding = (page: Page, rule: string) => page.locator(`.finding[data-rule="${rule}"]`);
  const chips = (page: Page, field: string) => page.locator(`#${field}-chips .chip-name`).allTextContents();

  async function add(page: Page, field: string, ...people: readonly string[]): Promise<void> {
    for (const person of people) {
      await page.fill(`#${field}`, person);
      await page.press(`#${field}`, 'Enter');
    }
  }

  browses('is silent when nothing is written, and when all is well', () =>
    on('/', async page => {
      await comes(() => page.locator('#verdict').textContent(), 'Write a message, or try an example.');
      await page.click('[data-example=all-is-well]');
      await page.locator('.fine').waitFor();
      await comes(() => page.locator('#verdict').textContent(), 'All is well. Nothing to put right.');
    })
  );

  browses('speaks up as one types, puts it right with one click, and takes that back', () =>
    on('/', async page => {
      await add(page, 'to', 'Parent Three <parent.three@home.example>');
      await page.fill('#subject', 'Swimming on Friday');
      const seen = finding(page, 'head-not-copied');
      await seen.waitFor();
      await comes(() => chips(page, 'cc'), []);
      await seen.locator('.remedy').click();
      await seen.waitFor({ state: 'detached' });
      await comes(() => chips(page, 'cc'), ['Headteacher']);
      await page.locator('#undo:focus').waitFor();
      await page.fill('#subject', 'Swimming');
      await page.click('#undo');
      await seen.waitFor();
      await comes(() => chips(page, 'cc'), []);
      await comes(() => page.inputValue('#subject'), 'Swimming');
    })
  );

  browses('moves a crowd to Bcc and shows who was seen', () =>
    on('/', async page => {
      await page.click('[data-example=everybody-in-to]');
      const seen = finding(page, 'crowd-in-the-open');
      await seen.waitFor();
      await comes(() => page.locator('#to-chips .flagged').count(), 6);
      await seen.locator('.place').first().click();
      await page.locator('#to-chips .chip:first-child button:focus').waitFor();
      await seen.locator('.remedy').click();
      await seen.waitFor({ state: 'detached' });
      await comes(() => chips(page, 'to'), []);
      await comes(async () => (await chips(page, 'bcc')).length, 6);
    })
  );

  browses('marks the place in the text, and selects it on demand', () =>
    on('/', async page => {
      await page.click('[data-example=own-mobile]');
      await finding(page, 'own-details-given').waitFor();
      assert.match((await page.locator('#behind mark').first().textContent()) ?? '', /07700 900123/);
      await finding(page, 'own-details-given').locator('.place').first().click();
      const selected = await page.evaluate(() => {
        const text = document.activeElement as HTMLTextAreaElement;
        return text.value.slice(text.selectionStart, text.selectionEnd);
      });
      assert.match(selected, /07700 900123/);
    })
  );

  browses('names the clause of the policy that was chosen', () =>
    on('/', async page => {
      await page.click('[data-example=everybody-in-to]');
      const named = new Set<string>();
      for (const id of await page
        .locator('#policy option')
        .evaluateAll(options => options.map(option => (option as HTMLOptionElement).value))) {
        await page.selectOption('#policy', id);
        await page.locator(`#policy option[value="${id}"]:checked`).waitFor({ state: 'attached' });
        named.add((await finding(page, 'crowd-in-the-open').locator('.clause').first().textContent()) ?? '');
      }
      assert.ok(named.size >= 4, [...named].join('\n'));
      assert.ok([...named].some(text => /Clauses? .+ of the policy/.test(text)));
    })
  );

  browses('leaves an opened clause open while the message is being written, and shows the place where it has moved to', () =>
    on('/', async page => {
      await page.click('[data-example=own-mobile]');
      const seen = finding(page, 'own-details-given');
      await seen.locator('summary').click();
      assert.ok((await seen.locator('details li').first().textContent())!.length > 20);
      await page.evaluate(() => (document.getElementById('text') as HTMLTextAreaElement).setSelectionRange(0, 0));
      await page.locator('#text').pressSequentially('Good morning. ');
      // What is found is shown when the typing pauses: until then the place is the one from before.
      await comes(async () => {
        await seen.locator('.place').click();
        return page.evaluate(() => {
          const text = document.activeElement as HTMLTextAreaElement;
          return text.value.slice(text.selectionStart, text.selectionEnd);
        });
      }, '07700 900123');
      assert.equal(await seen.locator('details').getAttribute('open'), '');
    })
  );

  browses('speaks Welsh at its Welsh address and at a click, and keeps the message', () =>
    on('/', async page => {
      await add(page, 'to', 'parent.three@home.example');
      await page.fill('#text', 'Annwyl Parent Three');
      await page.getByText('Cymraeg').click();
      await comes(() => page.locator('html').getAttribute('lang'), 'cy');
      assert.equal(new URL(page.url()).pathname, '/cy');
      await comes(() => page.locator('#verdict-title').textContent(), 'Beth mae Beadle yn ei ddweud');
      assert.equal(await finding(page, 'head-not-copied').locator('a').getAttribute('href'), '/cy/rules/head-not-copied');
      await comes(() => page.inputValue('#text'), 'Annwyl Parent Three');
      await page.goto(`${origin}/cy`);
      await comes(() => page.locator('.send').first().textContent(), 'Anfon');
    })
  );

  browses('says what it could not judge, and judges it once it may read it', () =>
    on('/', async page => {
      await page.click('[data-example=unread-text]');
      await page.locator('#blind').waitFor();
      await comes(() => page.locator('.fineSoFar').textContent(), 'Nothing to put right in what could be judged.');
      assert.match((await page.locator('.unjudged').textContent()) ?? '', /rules could not judge.*Beadle is not shown the text here/);
      await page.click('#unblind');
      await page.locator('.fine').waitFor();
      await comes(() => page.locator('.unjudged').count(), 0);
    })
  );

  browses('asks before a message goes, and shows all that would be kept of it', () =>
    on('/', async page => {
      await page.click('[data-example=head-left-out]');
      await finding(page, 'head-not-copied').waitFor();
      for (const field of ['from', 'to', 'subject', 'when']) await page.press(`#${field}`, 'Enter');
      assert.equal(await page.locator('#dialog').isVisible(), false);
      await page.click('#compose .send');
      await comes(() => page.locator('#dialog-title').textContent(), 'Before it goes');
      await page.getByRole('button', { name: 'Send all the same' }).click();
      const record = JSON.parse((await page.locator('#dialog pre').textContent()) ?? '') as { findings: unknown[] };
      assert.equal(record.findings.length, 1);
      assert.doesNotMatch(JSON.stringify(record), /@|Swimming/);
      await page.keyboard.press('Escape');
      await page.locator('#dialog').waitFor({ state: 'hidden' });
    })
  );

  browses('says what is no address, and keeps what was typed', () =>
    on('/', async page => {
      await add(page, 'to', 'parent.one@family.example, nobody');
      await comes(() => chips(page, 'to'), ['Parent One']);
      await comes(() => page.inputValue('#to'), 'nobody');
      await comes(() => page.locator('#to-error').textContent(), '«nobody» is not an address.');
      await comes(() => page.getAttribute('#to', 'aria-invalid'), 'true');
      await page.fill('#to', '');
      await page.press('#to', 'Backspace');
      await comes(() => chips(page, 'to'), []);
      await comes(() => page.getAttribute('#to', 'aria-invalid'), null);
    })
  );

  browses('writes to whoever is clicked in the list of who is who, and brings the members of a group', () =>
    on('/', async page => {
      await page.click('.person[data-address="head@school.example"]');
      await page.check('input[name=into][value=bcc]');
      await page.click('.person[data-address="year5.parents@school.example"]');
      await page.click('.person[data-address="year5.parents@school.example"]');
      await comes(() => chips(page, 'to'), ['Headteacher']);
      await comes(() => chips(page, 'bcc'), ['Parents of Year 5']);
      await comes(() => page.locator('#bcc-chips small').textContent(), '6 people');
    })
  );

  browses('puts a late message off to school hours', () =>
    on('/', async page => {
      await page.click('[data-example=late-to-pupil]');
      const seen = finding(page, 'pupil-out-of-hours');
      await seen.waitFor();
      await comes(() => page.inputValue('#when'), /T21:40$/);
      await seen.locator('.remedy').click();
      await seen.waitFor({ state: 'detached' });
      await comes(() => page.inputValue('#when'), /T08:00$/);
    })
  );

  browses('sends from the school’s account instead of one’s own', () =>
    on('/', async page => {
      await page.click('[data-example=own-account]');
      const seen = finding(page, 'sent-from-personal-account');
      await seen.waitFor();
      await comes(() => page.inputValue('#from'), 'Class Teacher <class.teacher@mailbox.example>');
      await page.fill('#from', 'teacher@school.example');
      await page.press('#from', 'Tab');
      await seen.waitFor({ state: 'detached' });
    })
  );

  browses('reads an attachment here, and takes it away again', () =>
    on('/', async page => {
      await page.setInputFiles('#attach', { name: 'report.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2500) });
      await page.locator('#files .chip').waitFor();
      await comes(() => page.locator('#files small').textContent(), '2.5 kB');
      await page.locator('#files button').click();
      await page.locator('#files .chip').waitFor({ state: 'detached' });
    })
  );

  browses('is worked with the keyboard alone', () =>
    on('/', async page => {
      const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id || document.activeElement?.className || '');
      await page.keyboard.press('Tab');
      await comes(focused, 'skip');
      await page.keyboard.press('Enter');
      for (const id of ['clear', 'from', 'to']) {
        await page.keyboard.press('Tab');
        await comes(focused, id);
      }
      await page.keyboard.type('parent thr');
      await page.keyboard.press('ArrowDown');
      await comes(() => page.locator('#to-list [aria-selected=true] strong').textContent(), 'Parent Three');
      await page.keyboard.press('Enter');
      await comes(() => chips(page, 'to'), ['Parent Three']);
      await comes(focused, 'to');
      await finding(page, 'head-not-copied').waitFor();
      for (let tabs = 0; (await focused()) !== 'remedy'; tabs += 1) {
        assert.ok(tabs < 30, 'the remedy cannot be reached');
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await finding(page, 'head-not-copied').waitFor({ state: 'detached' });
      await comes(focused, 'undo');
      await page.keyboard.press('Enter');
      await finding(page, 'head-not-copied').waitFor();
      await comes(() => chips(page, 'cc'), []);
    })
  );

  browses('tells those who listen, once, when the writer pauses', () =>
    on('/', async page => {
      await page.click('[data-example=head-left-out]');
      await page.waitForFunction(() => /1 thing to look at/.test(document.getElementById('status')?.textContent ?? ''));
      await comes(() => page.locator('#status').getAttribute('aria-live'), 'polite');
    })
  );

  browses('takes what is typed for text, never for HTML', () =>
    on('/', async page => {
      const hostile = '<img src=x onerror=alert(1)>';
      await page.fill('#to', `${hostile} <a@b.example>`);
      await page.press('#to', 'Enter');
      await page.fill('#subject', hostile);
      await page.fill('#text', `${hostile} ring me on my mobile 07700 900123`);
      await page.setInputFiles('#attach', { name: hostile, mimeType: 'text/plain', buffer: Buffer.from('') });
      await page.locator('#files .chip').waitFor();
      await finding(page, 'own-details-given').waitFor();
      assert.equal(await page.locator('main img').count(), 0);
    })
  );

  browses('keeps up with a long text and five hundred recipients', () =>
    on('/', async page => {
      const many = Array.from({ length: 500 }, (_, i) => `person${i}@else.example`).join(', ');
      await page.fill('#bcc', many);
      await page.press('#bcc', 'Enter');
      await comes(() => page.locator('#bcc-chips .chip').count(), 500);
      await page.fill('#text', 'The choir meets on Thursday after lunch in the hall. '.repeat(4000));
      const started = Date.now();
      await page.locator('#text').pressSequentially('again');
      assert.ok(Date.now() - started < 5000);
    })
  );

  browses('asks for nothing once it is loaded, whatever is done on it', () =>
    on('/', async page => {
      await page.waitForLoadState('networkidle');
      const asked: string[] = [];
      page.on('request', request => asked.push(request.url()));
      await page.focus('.skip');
      await page.keyboard.press('Enter');
      for (const example of await page.locator('#examples button').all()) await example.click();
      await add(page, 'cc', 'head@school.example');
      await page.fill('#text', 'https://tracker.example/pixel.gif');
      await page.setInputFiles('#attach', { name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('PK') });
      await page.click('.person >> nth=3');
      await page.click('#clear');
      await page.getByText('Cymraeg').click();
      await page.waitForTimeout(900);
      assert.deepEqual(asked, []);
    })
  );

  browses('fits a telephone of 320 pixels without scrolling sideways', () =>
    on(
      '/',
      async page => {
        await page.click('[data-example=everybody-in-to]');
        await finding(page, 'crowd-in-the-open').waitFor();
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
        await page.locator('#peek').waitFor();
        await page.click('#peek');
        await page.locator('#peek').waitFor({ state: 'hidden' });
      },
      { viewport: { width: 320, height: 640 } }
    )
  );

  browses('says in both languages what is missing where scripts are off', () =>
    on(
      '/',
      async page => {
        assert.equal(await page.locator('main').isVisible(), false);
        assert.match((await page.locator('.noscript').allTextContents()).join(' '), /needs JavaScript.*angen JavaScript/s);
      },
      { javaScriptEnabled: false }
    )
  );

  const looks: readonly (readonly [look: string, options: BrowserContextOptions, paths: readonly string[]])[] = [
    ['light', {}, ['/', '/cy', '/rules', '/cy/rules', '/rules/crowd-in-the-open', '/nowhere']],
    ['dark', { colorScheme: 'dark' }, ['/', '/rules', '/rules/crowd-in-the-open']],
    ['320 pixels wide', { viewport: { width: 320, height: 640 } }, ['/', '/cy', '/rules', '/rules/crowd-in-the-open']],
    ['forced colours', { forcedColors: 'active' }, ['/']]
  ];
  for (const [look, options, paths] of looks) {
    for (const path of paths) {
      browses(`has nothing that axe objects to: ${path}, ${look}`, () =>
        on(
          path,
          async page => {
            if (path === '/' || path === '/cy') {
              await page.click('[data-example=everybody-in-to]');
              await page.locator('.finding').waitFor();
              await page.locator('.clause summary').first().click();
              await page.fill('#cc', 'parent');
              await page.press('#cc', 'ArrowDown');
            }
            assert.deepEqual(await violationsOn(page), []);
          },
          options
        )
      );
    }
  }

  browses('has nothing that axe objects to: the question before a message goes', () =>
    on('/', async page => {
      await page.click('[data-example=head-left-out]');
      await finding(page, 'head-not-copied').waitFor();
      await page.click('#compose .send');
      assert.deepEqual(await violationsOn(page), []);
      await page.getByRole('button', { name: 'Send all the same' }).click();
      assert.deepEqual(await violationsOn(page), []);
    })
  );

  it('weighs less than 100 kB compressed, all in all', () => {
    const weight = ['page.html', 'page.css', 'page.js', 'beadle.svg'].reduce(
      (sum, file) => sum + gzipSync(readFileSync(`${build.folder}/try/${file}`)).length,
      0
    );
    assert.ok(weight < 100_000, `${weight} bytes`);
  });
});

/** What axe finds wrong, a line for each place. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await still(page);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run: () => Promise<Found> } }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`));
  });
}

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
  }[];
}
