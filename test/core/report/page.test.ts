import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { locales } from '../../../core/locale.ts';
import { compose } from '../../../core/report/compose.ts';
import { renderHtml } from '../../../core/report/render-html.ts';
import { type ReportData, readers } from '../../../core/report/report.ts';
import { linesOfPdf } from '../../../service/documents/pdf.ts';
import { browser, browses } from '../../support/browser.ts';
import { reportData } from '../../support/report.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violations = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' ')))`;

describe('a report in the browser', function () {
  this.timeout(60_000);
  let chromium: Browser | undefined;
  let data: ReportData;

  before(async () => {
    chromium = await browser();
    data = await reportData();
  });
  after(() => chromium?.close());

  async function shown(html: string, run: (page: Page) => Promise<void>, look: 'light' | 'dark' = 'light', width = 1100): Promise<void> {
    // The page’s own rules let no script in, and axe is one.
    const context = await chromium!.newContext({ colorScheme: look, viewport: { width, height: 900 }, bypassCSP: true });
    try {
      const page = await context.newPage();
      await page.setContent(html);
      await run(page);
    } finally {
      await context.close();
    }
  }

  for (const look of ['light', 'dark'] as const) {
    for (const reader of readers) {
      browses(`has nothing that axe objects to: for ${reader}, ${look}`, () =>
        shown(
          renderHtml(compose(data, reader, 'en')),
          async page => {
            await page.evaluate(axe);
            assert.deepEqual(await page.evaluate(violations), []);
          },
          look
        )
      );
    }
  }

  for (const locale of locales) {
    browses(`needs no scrolling to the side on a phone, in ${locale}, whatever the names`, async () => {
      const long = 'LAPTOP-WITHOUT-A-SINGLE-BLANK-IN-ITS-VERY-LONG-NAME'.repeat(4);
      const lines = data.lines.map(line => {
        const { result } = line;
        if (!('subjects' in result) || !result.subjects) return line;
        return { ...line, result: { ...result, subjects: { count: 1, first: [{ kind: 'device' as const, id: long, name: long }] } } };
      });
      for (const reader of readers) {
        for (const width of [320, 700]) {
          await shown(
            renderHtml(compose({ ...data, lines }, reader, locale)),
            async page => {
              const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
              assert.equal(wider, 0, `${reader} ${width}`);
            },
            'light',
            width
          );
        }
      }
    });

    browses(`prints for the head on two pages of A4, in ${locale}, dark screen or not`, async () => {
      await shown(
        renderHtml(compose(data, 'head', locale)),
        async page => {
          const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
          const lines = await linesOfPdf(new Uint8Array(pdf));
          assert.equal(Math.max(...lines.map(({ page: number }) => number)), 2);
          await page.emulateMedia({ media: 'print' });
          assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)');
        },
        'dark'
      );
    });
  }
});
