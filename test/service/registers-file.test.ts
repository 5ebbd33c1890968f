import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Fields, tidied } from '../../core/registers/entry.ts';
import { readLines } from '../../service/csv.ts';
import { isFailure } from '../../service/failure.ts';
import type { Listed } from '../../service/registers.ts';
import { readRegister, registerCsv } from '../../service/registers-file.ts';

const today = '2026-11-23';
const read = (text: string, kind: Parameters<typeof readRegister>[2] = 'training') =>
  readRegister(Buffer.from(text), 'list.csv', kind, today);
const listed = (fields: Fields, more: Partial<Listed> = {}): Listed => ({
  id: 'x',
  kind: 'training',
  at: '2026-11-20T10:00:00.000Z',
  by: 'Casey Online',
  fields,
  state: 'holds',
  due: '2027-09-02',
  notes: [],
  ...more
});

describe('a register as a file', () => {
  it('is read with its columns in any order, British dates, and names with ; between them', () => {
    assert.deepEqual(read('who;what;by;day;room\n"A; B";Weasels;The council;02/09/2026;7\n;;;;\n'), [
      { kind: 'training', fields: { what: 'Weasels', by: 'The council', day: '2026-09-02', who: 'A\nB' } }
    ]);
  });

  it('takes a choice by its id or by its words, in both languages', () => {
    const rows = 'child,use,standing,by,day\nKit,press,given,P,2026-09-01\nKit,Y wasg,Withheld or withdrawn,P,2026-09-02\n';
    assert.deepEqual(
      read(rows, 'image-consent').map(({ fields }) => [fields.use, fields.standing]),
      [
        ['press', 'given'],
        ['press', 'withdrawn']
      ]
    );
  });

  for (const [says, text, sentence] of [
    ['a column is missing', 'what,by,day\nx,y,2026-09-01\n', /list\.csv, line 1: the column who is missing/],
    ['a day is to come', 'what,by,day,who\nx,y,2026-11-24,A\n', /list\.csv, line 2: That day is still to come/],
    ['a cell is empty', 'what,by,day,who\nx,y,2026-09-01,A\n,y,2026-09-01,A\n', /list\.csv, line 3: Please fill in «what»\./],
    ['it is a workbook', 'PK\u0003\u0004', /is an Excel workbook/]
  ] as const)
    it(`is refused where ${says}`, () =>
      assert.throws(
        () => read(text),
        (error: unknown) => isFailure(error) && sentence.test(error.message)
      ));

  it('is written with how each entry stands and what was added', () => {
    const notes = [
      { kind: 'corrected', fields: { who: 'A\nB' }, words: 'B came late.', at: '2026-11-21T10:00:00.000Z', by: 'Head' }
    ] as const;
    assert.equal(
      registerCsv('training', [listed({ what: 'Weasels', by: 'Us', day: '2026-09-02', who: 'A\nB' }, { notes })]),
      '\ufeffwhat,by,day,who,until,evidence,state,due,entered,entered by,notes\r\n' +
        'Weasels,Us,2026-09-02,"A; B",,,holds,2027-09-02,2026-11-20,Casey Online,"2026-11-21 Head, corrected – who: A; B – B came late."\r\n'
    );
  });

  it('never runs as a formula, and is read as it was entered', () => {
    const line = fc.oneof(
      fc.constantFrom('=cmd|x', '+1', '-2', '@a', "'quoted", 'a,b;"c"', '%x', '\uff1dx', '<b>x</b>'),
      fc.string({ minLength: 1, maxLength: 40 })
    );
    fc.assert(
      fc.property(line, line, fc.array(line, { minLength: 1, maxLength: 4 }), (what, by, who) => {
        const { fields } = tidied({ kind: 'training', fields: { what, by, day: '2026-09-02', who: who.join('\n') } });
        fc.pre(fields.what !== undefined && fields.by !== undefined && fields.who !== undefined);
        // A sheet cannot keep the ends of a cell, line breaks in it, or an apostrophe of somebody's own before a formula.
        fc.pre(
          ![fields.what!, fields.by!, ...fields.who!.split('\n')].some(text =>
            /[\r\n\u0000-\u001f]|^'[\s\u200b\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(text)
          )
        );
        const csv = registerCsv('training', [listed(fields)]);
        for (const { cells } of readLines(Buffer.from(csv), 'list.csv', 'wrong-directory'))
          for (const cell of cells) assert.doesNotMatch(cell, /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/);
        assert.deepEqual(read(csv)[0]!.fields, fields);
      })
    );
  });
});
