import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Moment, momentOf, nextSchoolTime, schoolDay } from '../../../core/mail/calendar.ts';
import type { Calendar } from '../../../core/mail/policy.ts';
import { school } from '../../support/mail.ts';

const calendar = school.calendar;
const always: Calendar = { ...calendar, terms: [], closed: [] };

/** A moment that must be one. */
function at(instant: string, by: Calendar = calendar): Moment {
  const reading = momentOf(instant, by);
  assert.ok('value' in reading, `${instant} is no instant`);
  return reading.value;
}

describe('the school’s calendar', () => {
  it('places an instant on the school’s clock', () =>
    assert.deepEqual(at('2026-11-18T10:30:00Z'), {
      instant: Date.UTC(2026, 10, 18, 10, 30),
      date: '2026-11-18',
      weekday: 3,
      minutes: 630,
      inTerm: true,
      inSchoolHours: true
    }));

  for (const [instant, date, minutes] of [
    ['2026-06-15T23:30:00Z', '2026-06-16', 30],
    ['2026-11-18T23:30:00Z', '2026-11-18', 1410],
    ['2026-11-18T23:30:00-02:00', '2026-11-19', 90],
    ['2026-10-25T00:59:59Z', '2026-10-25', 119],
    ['2026-10-25T01:00:00Z', '2026-10-25', 60],
    ['2027-03-28T00:59:59Z', '2027-03-28', 59],
    ['2027-03-28T01:00:00Z', '2027-03-28', 120]
  ] as const) {
    it(`reads ${instant} as ${date} and ${minutes} minutes`, () => {
      const moment = at(instant);
      assert.deepEqual([moment.date, moment.minutes], [date, minutes]);
    });
  }

  for (const wrong of [
    '',
    'yesterday',
    '2026-11-18',
    '2026-11-18T10:00:00',
    '18/11/2026 10:00Z',
    '2026-13-40T10:00:00Z',
    '2026-11-18T10:00:00 GMT'
  ]) {
    it(`does not guess what «${wrong}» means`, () => assert.deepEqual(momentOf(wrong, calendar), { unread: 'unreachable' }));
  }

  it('counts every week as term where no term is named', () => assert.equal(at('2026-08-12T10:00:00Z', always).inTerm, true));
  it('has the first and the last day of term in it', () => {
    assert.equal(at('2026-09-01T07:00:00Z').inSchoolHours, true);
    assert.equal(at('2026-12-18T16:59:00Z').inSchoolHours, true);
    assert.equal(at('2026-12-21T10:00:00Z').inTerm, false);
  });
  it('knows a day’s hours from the first opening to the last closing', () => {
    const twice: Calendar = {
      ...always,
      hours: [
        { days: [3], from: '13:00', to: '15:30' },
        { days: [3], from: '08:45', to: '12:00' }
      ]
    };
    assert.deepEqual(schoolDay(at('2026-11-18T12:30:00Z', twice), twice), { from: '08:45', to: '15:30' });
    assert.equal(schoolDay(at('2026-11-19T12:30:00Z', twice), twice), undefined);
    assert.equal(schoolDay(at('2026-10-28T12:30:00Z'), calendar), undefined);
  });
});

describe('the next school time', () => {
  const next = (instant: string, by: Calendar = calendar): string | undefined => nextSchoolTime(at(instant, by).instant, by);

  it('is now, in school hours', () => assert.equal(next('2026-11-18T10:00:00Z'), '2026-11-18T10:00:00.000Z'));
  it('is the same morning, before school', () => assert.equal(next('2026-11-18T05:00:00Z'), '2026-11-18T08:00:00.000Z'));
  it('is the next morning, after school', () => assert.equal(next('2026-11-18T17:00:00Z'), '2026-11-19T08:00:00.000Z'));
  it('is by the new clock when it goes back over the weekend', () =>
    assert.equal(next('2026-10-23T18:00:00Z', always), '2026-10-26T08:00:00.000Z'));
  it('is by the new clock when it goes forward over the weekend', () =>
    assert.equal(next('2027-03-26T18:00:00Z', always), '2027-03-29T07:00:00.000Z'));
  it('is over the summer holidays', () => {
    const two: Calendar = { ...calendar, terms: [{ from: '2026-04-13', to: '2026-07-20' }, ...calendar.terms] };
    assert.equal(next('2026-07-20T18:00:00Z', two), '2026-09-01T07:00:00.000Z');
  });
  it('is the break’s end between two blocks of hours', () => {
    const blocks: Calendar = {
      ...always,
      hours: [
        { days: [1, 2, 3, 4, 5], from: '13:00', to: '15:00' },
        { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }
      ]
    };
    assert.equal(next('2026-11-18T12:10:00Z', blocks), '2026-11-18T13:00:00.000Z');
  });
  it('is after the change where the clocks leave the opening hour out', () => {
    const nights: Calendar = { ...always, hours: [{ days: [7], from: '01:30', to: '04:00' }] };
    assert.equal(next('2027-03-28T00:10:00Z', nights), '2027-03-28T01:00:00.000Z');
  });
  it('is the first of the two where the clocks repeat the opening hour', () => {
    const nights: Calendar = { ...always, hours: [{ days: [7], from: '01:30', to: '04:00' }] };
    assert.equal(next('2026-10-25T00:10:00Z', nights), '2026-10-25T00:30:00.000Z');
  });
  it('is none where school has no hours, or ends before it begins', () => {
    assert.equal(next('2026-11-18T10:00:00Z', { ...always, hours: [] }), undefined);
    assert.equal(next('2026-11-18T10:00:00Z', { ...always, hours: [{ days: [1, 2, 3], from: '15:00', to: '09:00' }] }), undefined);
  });

  it('lies in school hours, not before now, and has no school time between', () =>
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 8, 1), max: Date.UTC(2026, 11, 18) }), fc.nat(10000), (now, part) => {
        const found = nextSchoolTime(now, calendar);
        if (found === undefined) return assert.ok(now > Date.UTC(2026, 11, 18, 16, 59));
        assert.ok(Date.parse(found) >= now);
        assert.equal(at(found).inSchoolHours, true);
        const between = Math.floor(now + ((Date.parse(found) - 1000 - now) * part) / 10000);
        if (between > now) assert.equal(at(new Date(between).toISOString()).inSchoolHours, false);
      }),
      { numRuns: 500 }
    ));
});
