import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { type View, views } from '../../../addin/tab/api.ts';
import { words } from '../../../addin/tab/words.ts';
import type { Locale } from '../../../core/locale.ts';
import { browses, built } from '../../support/browser.ts';
import { origin, type Windows, windows } from '../../support/teams-tab/host.ts';
import { type FakeService, fakeService } from '../../support/teams-tab/service.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where pictures of the views go, for somebody to look at; nowhere unless it is asked for. */
const pictures = process.env['BEADLE_PICTURES'];
/** What a name, a note or a reason may be: markup, a script, a turned direction of writing, a word without an end. */
const nasty = `<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>\u202Edetrever ${'W'.repeat(300)}`;

describe('the views of the tab', () => {
  let build: ReturnType<typeof built>;
  let chromium: Windows | undefined;
  let service: FakeService;

  before(async () => {
    build = built();
    chromium = await windows((request, response) => service.app(request, response));
  });
  after(async () => {
    await chromium?.close();
    build.gone();
  });
  beforeEach(() => {
    service = fakeService(build.folder);
    service.role = 'coordinator';
  });

  async function on(run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const context = await chromium!.context(options);
    context.setDefaultTimeout(10_000);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      page.on('console', message => complaints.push(message.text()));
      await run(page);
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
    }
  }

  /** Waits until the view has drawn what the service says. */
  async function drawn(frame: Frame, view: View, locale: Locale = 'en'): Promise<void> {
    await frame.getByRole('heading', { level: 1, name: words[view][locale], exact: true }).waitFor();
    await frame.waitForFunction(() => document.querySelector('.waiting, .waiting-lines') === null);
  }

  async function faultless(frame: Frame, name: string): Promise<void> {
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      const high = await frame.evaluate(() => document.documentElement.scrollHeight);
      const { width } = frame.page().viewportSize()!;
      const before = frame.page().viewportSize()!;
      await frame.page().setViewportSize({ width, height: Math.max(600, Math.min(high, 3000)) });
      await frame.page().screenshot({ path: join(pictures, `${name}.png`) });
      await frame.page().setViewportSize(before);
    }
    await frame.evaluate(axe);
    const violations = await frame.evaluate(async () => {
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
    const wide = await frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, `${name} is wider than its window`);
  }

  for (const theme of ['default', 'dark', 'contrast'] as const) {
    browses(`stand in Teams’ theme «${theme}», each without a fault`, () =>
      on(async page => {
        const { called, faults, page: host } = await chromium!.inTeams(page.context(), { theme });
        await called('appInitialization.success');
        const frame = host.frames()[1]!;
        for (const view of views) {
          await frame.evaluate(to => (location.hash = to), view);
          await drawn(frame, view);
          await faultless(frame, `teams-${theme}-${view}`);
        }
        assert.deepEqual(await faults(), []);
      })
    );
  }

  browses('stand on a phone of 320 pixels in Welsh, and whatever people wrote does no harm', () =>
    on(
      async page => {
        service.typed = nasty;
        service.language = 'cy';
        for (const view of views) {
          await page.goto(`${origin}/tab#${view}`);
          await drawn(page.mainFrame(), view, 'cy');
          await faultless(page.mainFrame(), `phone-cy-${view}`);
          assert.equal(await page.evaluate(() => (window as unknown as { harmed?: number }).harmed), undefined);
          assert.equal(await page.evaluate(() => document.querySelectorAll('main img, main script').length), 0);
          assert.equal(
            await page.evaluate(() => document.body.textContent.includes('\u202E')),
            false,
            'nothing turns the direction of writing'
          );
        }
      },
      { viewport: { width: 320, height: 640 }, locale: 'cy-GB', reducedMotion: 'reduce' }
    )
  );

  for (const [role, shown] of [
    ['head', ['today', 'signatures', 'audits', 'mail', 'incidents', 'approvals', 'registers', 'clauses', 'settings']],
    ['governor', ['today', 'signatures', 'audits', 'mail', 'incidents', 'registers', 'clauses']],
    ['it', ['today', 'audits', 'clauses', 'settings']],
    ['staff', ['today', 'incidents', 'approvals', 'registers']]
  ] as const) {
    browses(`show a ${role} their own alone, and nothing to press that is not theirs`, () =>
      on(async page => {
        service.role = role;
        await page.goto(`${origin}/tab#settings/x`);
        await page.getByRole('navigation').getByRole('link').first().waitFor();
        const ways = await page.getByRole('navigation').getByRole('link').allTextContents();
        assert.deepEqual(
          ways,
          shown.map(view => words[view].en)
        );
        if (role === 'governor') {
          await page.goto(`${origin}/tab#signatures`);
          await drawn(page.mainFrame(), 'signatures');
          assert.equal(await page.getByRole('checkbox').count(), 0);
          assert.equal(await page.getByRole('button', { name: /Remind|Excuse|Export|Answer/ }).count(), 0);
        }
      })
    );
  }

  browses('stand in forced colours and on paper, without what can only be pressed', () =>
    on(
      async page => {
        await page.goto(`${origin}/tab#signatures`);
        await drawn(page.mainFrame(), 'signatures');
        if (pictures) await page.screenshot({ path: join(pictures, 'forced.png'), fullPage: true });
        await page.emulateMedia({ media: 'print', forcedColors: 'none' });
        await page.waitForFunction(() => document.querySelector('main button')?.checkVisibility() === false);
        assert.equal(await page.getByRole('heading', { name: 'Signatures', level: 1 }).isVisible(), true);
        assert.equal(await page.getByRole('navigation').isVisible(), false);
        if (pictures) await page.screenshot({ path: join(pictures, 'print.png'), fullPage: true });
      },
      { forcedColors: 'active' }
    )
  );

  it('cost little to load, and the library of Teams only inside Teams', () => {
    const size = (file: string): number => gzipSync(readFileSync(join(build.folder, 'tab', file))).length;
    const script = readFileSync(join(build.folder, 'tab/page.js'), 'utf8');
    const first = [...script.matchAll(/(?:from|import)\s*"\.\/(part-[A-Z0-9]+\.js)"/g)].map(([, file]) => file!);
    const later = [...script.matchAll(/import\("\.\/(part-[A-Z0-9]+\.js)"\)/g)].map(([, file]) => file!);
    assert.ok(later.length > 0, 'something comes only when it is asked for');
    const alone = ['page.html', 'tab.css', 'page.js', ...new Set(first)].reduce((sum, file) => sum + size(file), 0);
    const inTeams = alone + later.reduce((sum, file) => sum + size(file), 0);
    assert.ok(alone < 60_000, `${alone} bytes`);
    assert.ok(inTeams < 200_000, `${inTeams} bytes`);
  });
});
