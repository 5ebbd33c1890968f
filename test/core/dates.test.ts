import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, dateIn, dayAt, daysBetween, isDay, shortDateIn, weekdayOf } from '../../core/dates.ts';

describe('dates', () => {
  for (const [day, en, cy, short, byr] of [
    ['2026-11-21', '21 November 2026', '21 Tachwedd 2026', '21 Nov 2026', '21 Tach 2026'],
    ['2027-03-01', '1 March 2027', '1 Mawrth 2027', '1 Mar 2027', '1 Maw 2027'],
    ['2024-02-29', '29 February 2024', '29 Chwefror 2024', '29 Feb 2024', '29 Chwe 2024'],
    ['soon', 'soon', 'soon', 'soon', 'soon'],
    ['2026-02-30', '2026-02-30', '2026-02-30', '2026-02-30', '2026-02-30']
  ] as const) {
    it(`write ${day} as people do, in both languages, long and short`, () => {
      assert.deepEqual([dateIn('en', day), dateIn('cy', day), shortDateIn('en', day), shortDateIn('cy', day)], [en, cy, short, byr]);
    });
  }

  it('are those that the calendar has', () => {
    assert.deepEqual(['2026-02-28', '2024-02-29', '2026-02-29', '2026-13-01', '2026-1-1', '', '2026-11-21T00:00:00Z'].map(isDay), [
      true,
      true,
      false,
      false,
      false,
      false,
      false
    ]);
  });

  it('are counted over the end of a month, a year and a leap day', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2024-03-01', -1), '2024-02-29');
    assert.equal(daysBetween('2026-11-21', '2026-12-05'), 14);
    assert.equal(daysBetween('2026-12-05', '2026-11-21'), -14);
  });

  it('stay as they are where they are none', () => assert.equal(addDays('some day', 3), 'some day'));

  it('know their day of the week, Monday first', () => {
    assert.deepEqual(['2026-11-23', '2026-11-27', '2026-11-28', '2026-11-29'].map(weekdayOf), [1, 5, 6, 7]);
  });

  it('come back to themselves, however far one counts', () => {
    const day = fc.integer({ min: -300_000, max: 300_000 }).map(days => addDays('2026-11-22', days));
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        assert.equal(addDays(addDays(from, days), -days), from);
        assert.equal(daysBetween(from, addDays(from, days)), days);
        assert.equal(weekdayOf(addDays(from, 7 * days)), weekdayOf(from));
      })
    );
  });

  it('are read off an instant by the place’s own clock', () => {
    const london = [
      { since: -8.64e15, minutes: 0 },
      { since: Date.parse('2026-03-29T01:00:00Z'), minutes: 60 },
      { since: Date.parse('2026-10-25T01:00:00Z'), minutes: 0 }
    ];
    assert.equal(dayAt('2026-08-31T23:30:00Z', london), '2026-09-01');
    assert.equal(dayAt('2026-11-21T23:30:00Z', london), '2026-11-21');
    assert.equal(dayAt('2026-11-21T23:30:00Z', []), '2026-11-21');
    assert.equal(dayAt('yesterday', london), '');
  });
});
