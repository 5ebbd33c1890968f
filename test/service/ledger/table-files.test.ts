import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Table } from '../../../service/ledger/status-table.ts';
import { clockOf, csvOf, xlsxOf } from '../../../service/ledger/table-files.ts';
import { unzipped } from '../../support/unzip.ts';

const london = clockOf('Europe/London');
const csv = (table: Table): string => [...csvOf(table, london)].join('');
const table: Table = {
  columns: [
    { id: 'name', heading: 'Name' },
    { id: 'reminders', heading: 'Reminders' },
    { id: 'due', heading: 'Due' },
    { id: 'askedAt', heading: 'Asked' }
  ],
  rows: [
    ['Kit Sample', 2, { day: '2026-11-30' }, { instant: '2026-11-02T09:00:00.000Z' }],
    ['Siân “Ŵy”, Ms', 0, '', { instant: '2026-07-02T09:00:00.000Z' }]
  ]
};

describe('a table as CSV', () => {
  it('has a mark for Excel, commas, CRLF, and times by the school’s clock', () => {
    assert.equal(
      csv(table),
      '\ufeffName,Reminders,Due,Asked\r\nKit Sample,2,2026-11-30,2026-11-02 09:00\r\n"Siân “Ŵy”, Ms",0,,2026-07-02 10:00\r\n'
    );
  });

  const cells: readonly (readonly [typed: string, written: string])[] = [
    ['=1+1', "'=1+1"],
    ['+44 1632 960001', "'+44 1632 960001"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['|calc', "'|calc"],
    [' =1', "' =1"],
    ['\t=1', '"\'\t=1"'],
    ['\u200b=1', "'\u200b=1"],
    ['\u0000=1', "'\u0000=1"],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://a.example","x")', '"\'=HYPERLINK(""http://a.example"",""x"")"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['a;b', '"a;b"'],
    ['Mary-Ann O’Neill', 'Mary-Ann O’Neill'],
    ['1 = 1', '1 = 1']
  ];
  for (const [typed, written] of cells) {
    it(`writes ${JSON.stringify(typed)} so that it is no formula and no other cell`, () => {
      assert.equal(csv({ columns: [{ id: 'a', heading: 'A' }], rows: [[typed]] }), `\ufeffA\r\n${written}\r\n`);
    });
  }

  it('is read back as it was typed, but for the apostrophe, whatever was typed', () => {
    const row = fc.tuple(fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), rows => {
        const columns = ['A', 'B'].map(heading => ({ id: heading, heading }));
        const read = parse(csv({ columns, rows }), { bom: true, record_delimiter: '\r\n' }).slice(1);
        assert.deepEqual(
          read.map(cells => cells.map(cell => cell.replace(/^'/, ''))),
          rows.map(cells => cells.map(cell => cell.replace(/^'/, '')))
        );
        for (const cell of read.flat()) assert.ok(!/^[=+\-@\t\r]/.test(cell), cell);
      })
    );
  });
});

describe('a table as a workbook', () => {
  it('has every text as a text, numbers and times as such, and no formula', async () => {
    const formulas = { ...table, rows: [...table.rows, ['=1+1', 0, '', ''] as const] };
    const files = await unzipped(await xlsxOf(formulas, london, 'Llofnodion: [1/2]'));
    const sheet = files['xl/worksheets/sheet1.xml']!;
    assert.ok(!sheet.includes('<f>'), 'no cell is a formula');
    assert.match(files['xl/workbook.xml']!, /<sheet [^>]*name="Llofnodion   1 2"/);
    const texts = `${files['xl/sharedStrings.xml'] ?? ''}${sheet}`;
    for (const text of ['Kit Sample', 'Siân “Ŵy”, Ms', '=1+1', 'Reminders']) assert.ok(texts.includes(text), text);
    // 2 November 2026, 09:00 and 2 July 2026, 10:00 (summer time), counted in days as Excel does.
    assert.match(sheet, /<v>46328\.375<\/v>/);
    assert.match(sheet, /<v>46205\.41666/);
    assert.match(sheet, /<v>46356<\/v>/);
  });
});
