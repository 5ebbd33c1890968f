import assert from 'node:assert/strict';
import { dateAt } from '../../../bot/understand/dates.ts';
import { tokensOf } from '../../../bot/understand/tokens.ts';
import { beginningOf } from '../../../bot/understand/zone.ts';

const terms = [
  { from: '2026-09-01', to: '2026-12-18' },
  { from: '2027-01-04', to: '2027-03-26' }
];
/** Sunday, 22 November 2026. */
const today = '2026-11-22';

const past: readonly (readonly [string, string | undefined])[] = [
  ['Monday', '2026-11-16'],
  ['mon', '2026-11-16'],
  ['last Friday', '2026-11-20'],
  ['Sunday', '2026-11-15'],
  ['today', '2026-11-22'],
  ['yesterday', '2026-11-21'],
  ['the day before yesterday', '2026-11-20'],
  ['last week', '2026-11-09'],
  ['this week', '2026-11-16'],
  ['last month', '2026-10-01'],
  ['3 days ago', '2026-11-19'],
  ['two weeks ago', '2026-11-08'],
  ['a month ago', '2026-10-22'],
  ['the past fortnight', '2026-11-08'],
  ['1 March', '2026-03-01'],
  ['March 1st', '2026-03-01'],
  ['the 1st of September', '2026-09-01'],
  ['25 December', '2025-12-25'],
  ['1/3/26', '2026-03-01'],
  ['1.11.', '2026-11-01'],
  ['2026-10-05', '2026-10-05'],
  ['13/14/2026', undefined],
  ['31 February', undefined],
  ['29 February', '2024-02-29'],
  ['dydd Llun', '2026-11-16'],
  ['ddydd Gwener', '2026-11-20'],
  ['dydd Mawrth', '2026-11-17'],
  ['ddoe', '2026-11-21'],
  ['heddiw', '2026-11-22'],
  ['yr wythnos diwethaf', '2026-11-09'],
  ['y mis diwethaf', '2026-10-01'],
  ['1 Mawrth', '2026-03-01'],
  ['1af o Fawrth', '2026-03-01'],
  ['21 Tachwedd 2026', '2026-11-21'],
  ['3 diwrnod yn ôl', '2026-11-19'],
  ['pythefnos yn ôl', '2026-11-08'],
  ['mis Medi', '2026-09-01'],
  ['nonsense', undefined],
  ['', undefined]
];
const future: readonly (readonly [string, string | undefined])[] = [
  ['1 March', '2027-03-01'],
  ['1 March 2028', '2028-03-01'],
  ['1/3/27', '2027-03-01'],
  ['Monday', '2026-11-23'],
  ['Sunday', '2026-11-29'],
  ['next Friday', '2026-11-27'],
  ['tomorrow', '2026-11-23'],
  ['next week', '2026-11-23'],
  ['two weeks', '2026-12-06'],
  ['the end of term', '2026-12-18'],
  ['end of the month', '2026-11-30'],
  ['end of March', '2027-03-31'],
  ['Christmas', '2026-12-25'],
  ['31 December', '2026-12-31'],
  ['yfory', '2026-11-23'],
  ['dydd Llun', '2026-11-23'],
  ['ddiwedd y tymor', '2026-12-18'],
  ['diwedd y mis', '2026-11-30'],
  ['yr wythnos nesaf', '2026-11-23'],
  ['1 Fawrth', '2027-03-01'],
  ['y Nadolig', '2026-12-25']
];

describe('understand: dates as people type them', () => {
  for (const [towards, table] of [
    ['past', past],
    ['future', future]
  ] as const)
    for (const [typed, date] of table)
      it(`«${typed}» in the ${towards} is ${date ?? 'no date'}`, () =>
        assert.equal(dateAt(tokensOf(typed).tokens, 0, { today, towards, terms })?.date, date));

  it('knows no end of term without a calendar', () =>
    assert.equal(dateAt(tokensOf('end of term').tokens, 0, { today, towards: 'future' }), undefined));

  it('begins a day by the school’s clock, in summer and on the days when the clocks change', () => {
    assert.equal(beginningOf('2026-11-22', 'Europe/London'), '2026-11-22T00:00:00.000Z');
    assert.equal(beginningOf('2026-07-01', 'Europe/London'), '2026-06-30T23:00:00.000Z');
    assert.equal(beginningOf('2026-03-29', 'Europe/London'), '2026-03-29T00:00:00.000Z');
    assert.equal(beginningOf('2026-03-30', 'Europe/London'), '2026-03-29T23:00:00.000Z');
    assert.equal(beginningOf('2026-10-25', 'Europe/London'), '2026-10-24T23:00:00.000Z');
    assert.equal(beginningOf('2026-10-26', 'Europe/London'), '2026-10-26T00:00:00.000Z');
  });
});
