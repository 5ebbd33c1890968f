import assert from 'node:assert/strict';
import { middleOf } from '../../../../core/report/everyday.ts';
import type { ReportData, Section } from '../../../../core/report/report.ts';
import { approvals } from '../../../../core/report/sections/approvals.ts';
import { everyday as headSection } from '../../../../core/report/sections/everyday.ts';
import { incidents } from '../../../../core/report/sections/incidents.ts';
import { registers } from '../../../../core/report/sections/registers.ts';
import type { Locale } from '../../../../core/locale.ts';

const everyday: ReportData['everyday'] = {
  incidents: [
    { category: 'virus', open: 1, closed: 3, clocks: 0, late: 0, minutesToClose: 3060 },
    { category: 'lost-device', open: 2, closed: 0, clocks: 1, late: 1 },
    { category: 'misuse', open: 0, closed: 0, clocks: 0, late: 0 }
  ],
  approvals: [
    { kind: 'send', waiting: 1, given: 12, refused: 2, lapsed: 0, overdue: 0, minutesToDecide: 95 },
    { kind: 'equipment', waiting: 0, given: 0, refused: 0, lapsed: 1, overdue: 0 },
    { kind: 'video-conference', waiting: 0, given: 0, refused: 0, lapsed: 0, overdue: 0 }
  ],
  registers: [
    { kind: 'training', entries: 5, holds: 2, due: 1, overdue: 1 },
    { kind: 'image-consent', entries: 0, holds: 0, due: 0, overdue: 0 }
  ]
};

const nothing: readonly ReportData['everyday'][] = [undefined, {}, { incidents: [], approvals: [], registers: [] }];

const made = (section: Section, of: ReportData['everyday'] = everyday, locale: Locale = 'en') => {
  const blocks = section.make({ everyday: of } as ReportData, locale, 'governors');
  return {
    texts: blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : [])),
    rows: blocks.flatMap(block => (block.kind === 'table' ? block.rows : []))
  };
};

describe('the sections on every day', () => {
  it('count reports by kind, those that are open, and the clocks that run', () => {
    const { texts, rows } = made(incidents);
    assert.deepEqual(rows, [
      ['A virus, or a link that should not have been opened', '1', '3', '2 days 3 hours'],
      ['A lost or stolen device', '2', '0', '–']
    ]);
    assert.equal(texts[1], 'The 72 hours in which the regulator is told run for: 1. They ran out before anybody decided for: 1.');
    assert.equal(made(incidents, { incidents: [everyday!.incidents![0]!] }).texts.length, 1);
  });

  it('count approvals by what became of them, and what should be back', () => {
    const { texts, rows } = made(approvals);
    assert.deepEqual(rows, [
      ['Sending a message', '1', '12', '2', '0', '1 hour 35 minutes'],
      [rows[1]![0], '0', '0', '0', '1', '–']
    ]);
    assert.equal(texts.length, 1);
    const overdue = made(approvals, { approvals: [{ ...everyday!.approvals![0]!, overdue: 3 }] });
    assert.equal(overdue.texts[1], 'Should be back, deleted or over, and nobody has said that it is: 3.');
  });

  it('count registers by how they stand', () => {
    assert.deepEqual(made(registers).rows, [['Training', '2', '1', '1']]);
    assert.deepEqual(made(registers, everyday, 'cy').rows, [['Hyfforddiant', '2', '1', '1']]);
  });

  for (const section of [incidents, approvals, registers]) {
    it(`say nothing in «${section.id}» where there is nothing`, () => {
      for (const none of nothing) assert.deepEqual(section.make({ everyday: none } as ReportData, 'en', 'governors'), []);
    });
    it(`are not for IT support in «${section.id}», and speak both languages`, () => {
      assert.deepEqual(section.readers, ['coordinator', 'governors']);
      assert.notDeepEqual(made(section, everyday, 'cy').texts, made(section).texts);
    });
  }

  it('are a sentence each for the head, whose report has two pages, and none of what there is not', () => {
    const text = (of: ReportData['everyday']) => headSection.make({ everyday: of } as ReportData, 'en', 'head');
    assert.deepEqual(text(everyday), [
      {
        kind: 'paragraph',
        text: 'Reported this school year: 3 open, 3 closed; the 72 hours run for 1. Approvals: 1 waiting, 12 approved, 2 not approved, 0 overdue. Registers: 1 due soon, 1 overdue.'
      }
    ]);
    assert.deepEqual(text({ approvals: everyday!.approvals! }), [
      { kind: 'paragraph', text: 'Approvals: 1 waiting, 12 approved, 2 not approved, 0 overdue.' }
    ]);
    for (const none of nothing) assert.deepEqual(text(none), []);
  });

  it('take the middle one, the lower of two', () => {
    assert.deepEqual([middleOf([]), middleOf([5]), middleOf([9, 1]), middleOf([10, 2, 9])], [undefined, 5, 1, 9]);
  });
});
