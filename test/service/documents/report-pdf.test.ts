import assert from 'node:assert/strict';
import { locales } from '../../../core/locale.ts';
import { compose } from '../../../core/report/compose.ts';
import { type Report, type ReportData, readers } from '../../../core/report/report.ts';
import { linesOfPdf } from '../../../service/documents/pdf.ts';
import { reportPdf } from '../../../service/documents/report-pdf.ts';
import { reportData } from '../../support/report.ts';

const at = '2026-11-22T02:00:00.000Z';

describe('the PDF of a report', function () {
  this.timeout(30_000);
  let data: ReportData;
  before(async () => {
    data = await reportData();
  });

  const read = async (report: Report): Promise<{ readonly text: string; readonly pages: number }> => {
    const lines = await linesOfPdf(new Uint8Array(await reportPdf(report, at)));
    return {
      text: lines
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' '),
      pages: Math.max(...lines.map(({ page }) => page))
    };
  };

  for (const locale of locales) {
    it(`is two pages long for the head, and two for governors, in ${locale}`, async () => {
      for (const reader of ['head', 'governors'] as const) assert.equal((await read(compose(data, reader, locale))).pages, 2, reader);
    });
  }

  it('says for every reader what every section says, in Welsh with the letters of Welsh', async () => {
    for (const reader of readers) {
      const report = compose(data, reader, 'cy');
      const { text } = await read(report);
      for (const { title, blocks } of report.sections) {
        assert.ok(text.includes(title), title);
        for (const block of blocks) {
          if (block.kind === 'items') for (const { title: name } of block.items) assert.ok(text.includes(name), name);
          if (block.kind === 'table' || block.kind === 'bars') assert.ok(text.includes(block.caption), block.caption);
        }
      }
      assert.match(text, /44 wedi llofnodi, 2 yn hwyr, 1 wedi’u hesgusodi/);
    }
  });

  it('is the same byte for byte whenever it is printed', async () => {
    const pdf = await reportPdf(compose(data, 'head', 'en'), at);
    assert.ok(pdf.equals(await reportPdf(compose(await reportData(), 'head', 'en'), at)));
    assert.ok(!pdf.equals(await reportPdf(compose(data, 'head', 'cy'), at)));
  });

  it('names to governors no account and no owner of a risk', async () => {
    const { text } = await read(compose(data, 'governors', 'en'));
    assert.doesNotMatch(text, /@|pupil\.|DEVICE-|School Business Manager|new rules by Easter/);
  });

  it('repeats the head of a table on every page, and makes room for a name without a blank', async () => {
    const long = 'LAPTOP-WITHOUT-A-SINGLE-BLANK-IN-ITS-VERY-LONG-NAME'.repeat(4);
    const rows = Array.from({ length: 120 }, (_, i) => [
      `Row ${i}`,
      i === 60 ? long : 'short',
      'A sentence that says what is wrong and what is to be done.'
    ]);
    const report: Report = {
      ...compose(data, 'it', 'en'),
      sections: [
        { id: 's', title: 'All', blocks: [{ kind: 'table', caption: 'Everything', columns: ['Which one', 'Name', 'Says'], rows }] }
      ]
    };
    const { text, pages } = await read(report);
    assert.ok(pages >= 3);
    assert.equal(text.split('Which one').length - 1, pages);
    for (let i = 0; i < 120; i += 1) assert.ok(text.includes(`Row ${i} `), `${i}`);
  });
});
