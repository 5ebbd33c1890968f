import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf } from '../../../core/report/csv.ts';
import type { Line, ReportData } from '../../../core/report/report.ts';
import type { Subject } from '../../../core/tenant/check.ts';
import { reportData } from '../../support/report.ts';

const read = (csv: string): readonly (readonly string[])[] => parse(csv, { bom: true, record_delimiter: '\r\n' });

describe('a report as CSV', () => {
  let data: ReportData;
  before(async () => {
    data = await reportData();
  });

  /** The rows of one check that points at these. */
  const rowsWith = (first: readonly Subject[], count = first.length): readonly (readonly string[])[] => {
    const line = data.lines.find(({ check }) => check.id === 'mail-forwarded-outside')!;
    const one = { ...line, result: { ...line.result, subjects: { count, first } } } as Line;
    return read(csvOf({ ...data, lines: [one] }, 'en')).slice(1);
  };

  it('has a row for everything that a check points at, and one for a check that points at nothing', () => {
    const [head, ...rows] = read(csvOf(data, 'en'));
    assert.deepEqual(head?.slice(0, 4), ['Check', 'Title', 'Vendor', 'State']);
    const wanted = data.lines.reduce(
      (sum, { result }) => sum + Math.max(1, 'subjects' in result && result.subjects ? result.subjects.first.length : 0),
      0
    );
    assert.equal(rows.length, wanted);
    assert.deepEqual(
      [...new Set(rows.map(([id]) => id))],
      data.lines.map(({ check }) => check.id)
    );
    const row = rows.find(([id]) => id === 'weak-passwords-allowed');
    assert.deepEqual(row, [
      'weak-passwords-allowed',
      'Weak passwords are allowed',
      'Microsoft 365',
      'wrong',
      'serious',
      '',
      '387',
      '390',
      '3 of 390 accounts may have a weak password. Take the exception away.',
      'account',
      'pupil.69@pupils.school.example',
      '00000001-0000-4000-8000-000000000045',
      '',
      ''
    ]);
    assert.equal(rows.find(([id]) => id === 'devices-trusted-without-rules')?.[13], '31 March 2027');
  });

  it('says everything in Welsh too', () => {
    const [head, ...rows] = read(csvOf(data, 'cy'));
    assert.equal(head?.[0], 'Gwiriad');
    assert.deepEqual(rows.find(([id]) => id === 'weak-passwords-allowed')?.slice(1, 5), [
      'Caniateir cyfrineiriau gwan',
      'Microsoft 365',
      'anghywir',
      'difrifol'
    ]);
  });

  it('counts what a result does not name', () => {
    const rows = rowsWith([{ kind: 'mailbox', id: 'a@school.example' }], 812);
    assert.deepEqual(
      rows.map(row => row[9]),
      ['mailbox', 'and 811 more']
    );
  });

  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '|cmd',
    '%x',
    '\t=1',
    '\r\n=1',
    ' =1',
    '\u200b=1',
    '\ufeff=1',
    '＝1',
    '＋1',
    '－1',
    '＠x'
  ];
  for (const name of formulas) {
    it(`lets no spreadsheet run ${JSON.stringify(name)}`, () => {
      const [row] = rowsWith([{ kind: 'device', id: 'd', name }]);
      assert.equal(row?.[10], `'${name}`);
    });
  }

  it('keeps every name as it is, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        const [row] = rowsWith([{ kind: 'device', id: 'd', name: `x${name}` }]);
        assert.equal(row?.[10], `x${name}`);
      })
    );
  });
});
