import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, weekdayOf } from '../../../core/dates.ts';
import { schoolDays, schoolYearOf } from '../../../core/policies/school-days.ts';

const autumn = schoolDays({
  terms: [
    { from: '2026-09-02', to: '2026-10-23' },
    { from: '2026-11-02', to: '2026-12-18' },
    { from: '2027-01-05', to: '2027-02-12' }
  ],
  closed: ['2026-11-27'],
  inset: ['2027-01-05'],
  offsets: []
});
const unknown = schoolDays({ terms: [], closed: [], inset: [], offsets: [] });

describe('school days', () => {
  for (const [day, is, why] of [
    ['2026-11-23', true, 'a Monday in term'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-27', false, 'a day on which the school is closed'],
    ['2026-10-28', false, 'half-term'],
    ['2026-12-18', true, 'the last day of term'],
    ['2026-12-21', false, 'the Christmas holidays'],
    ['2027-01-05', false, 'a training day'],
    ['2027-01-06', true, 'the first day with pupils'],
    ['2026-08-20', false, 'the summer holidays before the first term that is known'],
    ['2027-03-01', false, 'shortly after the last term that is known'],
    ['2027-06-01', true, 'long after the last term that is known: nothing says that it is none'],
    ['2026-03-02', true, 'long before the first'],
    ['2027-06-05', false, 'a Saturday of which nothing is known']
  ] as const) {
    it(`${is ? 'count' : 'leave out'} ${why}`, () => assert.equal(autumn.isSchoolDay(day), is));
  }

  it('are each Monday to Friday where no term is named', () => {
    assert.deepEqual(['2026-08-10', '2026-12-25', '2026-11-22'].map(unknown.isSchoolDay), [true, true, false]);
  });

  for (const [day, count, then] of [
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-26', 1, '2026-11-30'],
    ['2026-11-22', 5, '2026-11-30'],
    ['2026-12-17', 5, '2027-01-11'],
    ['2026-11-22', 0, '2026-11-23'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2027-01-06', -1, '2026-12-18']
  ] as const) {
    it(`count ${count} from ${day} to ${then}`, () => assert.equal(autumn.addSchoolDays(day, count), then));
  }

  it('are looked for from the day itself', () => {
    assert.equal(autumn.nextSchoolDay('2026-12-19'), '2027-01-06');
    assert.equal(autumn.nextSchoolDay('2026-12-18'), '2026-12-18');
  });

  it('are given up for what is no date, and for a school that is always closed', () => {
    assert.equal(autumn.nextSchoolDay('soon'), 'soon');
    assert.equal(autumn.addSchoolDays('soon', 3), 'soon');
    const always = Array.from({ length: 12_000 }, (_, i) => addDays('2020-01-01', i));
    const shut = schoolDays({ terms: [], closed: always, inset: [], offsets: [] });
    assert.ok(shut.addSchoolDays('2026-11-23', 3) > '2026-11-23');
  });

  it('come back to where one began, and are what they say, under any calendar', () => {
    const day = fc.integer({ min: 0, max: 900 }).map(days => addDays('2026-01-01', days));
    const term = fc.tuple(day, fc.integer({ min: 0, max: 120 })).map(([from, length]) => ({ from, to: addDays(from, length) }));
    const calendar = fc.record({
      terms: fc.array(term, { maxLength: 8 }),
      closed: fc.array(day, { maxLength: 10 }),
      inset: fc.array(day, { maxLength: 5 }),
      offsets: fc.constant([])
    });
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 60 }), (given, start, count) => {
        const days = schoolDays(given);
        const from = days.nextSchoolDay(start);
        assert.ok(from >= start && days.isSchoolDay(from) && weekdayOf(from) <= 5);
        const then = days.addSchoolDays(from, count);
        assert.ok(then > from && days.isSchoolDay(then));
        assert.equal(days.addSchoolDays(then, -count), from);
        let between = 0;
        for (let at = addDays(from, 1); at <= then; at = addDays(at, 1)) between += days.isSchoolDay(at) ? 1 : 0;
        assert.equal(between, count);
      })
    );
  });
});

describe('a school year', () => {
  it('begins on the first of September', () => {
    assert.deepEqual(
      ['2026-08-31', '2026-09-01', '2027-01-01', '2027-08-31', '2027-09-01'].map(schoolYearOf),
      [2025, 2026, 2026, 2026, 2027]
    );
  });
});
