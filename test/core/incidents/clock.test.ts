import assert from 'node:assert/strict';
import { awareFrom, breachClock, clockRuns, clockWords, lengthWords, momentWords } from '../../../core/incidents/clock.ts';
import { instantAt } from '../../../core/dates.ts';
import { tellAt, defaultHours } from '../../../core/incidents/hours.ts';
import { schoolDays } from '../../../core/policies/school-days.ts';

/** London: ahead by an hour from 29 March 2026, 1:00 UTC, until 25 October 2026, 1:00 UTC. */
const london = [
  { since: -8.64e15, minutes: 0 },
  { since: Date.parse('2026-03-29T01:00:00Z'), minutes: 60 },
  { since: Date.parse('2026-10-25T01:00:00Z'), minutes: 0 }
];

describe('the clock of 72 hours', () => {
  for (const [says, aware, until, en] of [
    ['an ordinary week', '2026-11-23T09:30:00.000Z', '2026-11-26T09:30:00.000Z', 'Thursday 26 November 2026, 09:30'],
    [
      'the change in March: by the wall an hour later',
      '2026-03-27T15:00:00.000Z',
      '2026-03-30T15:00:00.000Z',
      'Monday 30 March 2026, 16:00'
    ],
    [
      'the change in October: by the wall an hour earlier',
      '2026-10-23T14:00:00.000Z',
      '2026-10-26T14:00:00.000Z',
      'Monday 26 October 2026, 14:00'
    ],
    [
      'Good Friday to Easter Monday, all bank holidays',
      '2026-04-02T14:00:00.000Z',
      '2026-04-05T14:00:00.000Z',
      'Sunday 5 April 2026, 15:00'
    ],
    ['Christmas', '2026-12-24T16:00:00.000Z', '2026-12-27T16:00:00.000Z', 'Sunday 27 December 2026, 16:00']
  ] as const) {
    it(`runs through ${says}`, () => {
      const clock = breachClock(aware, aware);
      assert.deepEqual(clock, { until, minutes: 4320, late: false });
      assert.equal(momentWords('en', clock.until, london), en);
    });
  }

  for (const [now, clock] of [
    ['2026-11-23T09:30:59.000Z', { minutes: 4319, late: false }],
    ['2026-11-26T09:29:30.000Z', { minutes: 0, late: false }],
    ['2026-11-26T09:30:00.000Z', { minutes: 0, late: true }],
    ['2026-11-27T10:30:00.000Z', { minutes: 1500, late: true }]
  ] as const) {
    it(`stands at ${clock.minutes} minutes${clock.late ? ' too late' : ''} at ${now}`, () =>
      assert.deepEqual(breachClock('2026-11-23T09:30:00.000Z', now), { until: '2026-11-26T09:30:00.000Z', ...clock }));
  }

  for (const [minutes, en, cy] of [
    [4320, '3 days', '3 diwrnod'],
    [3180, '2 days 5 hours', '2 ddiwrnod 5 awr'],
    [1501, '1 day 1 hour', '1 diwrnod 1 awr'],
    [200, '3 hours 20 minutes', '3 awr 20 munud'],
    [122, '2 hours 2 minutes', '2 awr 2 funud'],
    [60, '1 hour', '1 awr'],
    [1, '1 minute', '1 munud'],
    [0, 'less than a minute', 'llai na munud']
  ] as const) {
    it(`says ${minutes} minutes as people read them`, () =>
      assert.deepEqual([lengthWords('en', minutes), lengthWords('cy', minutes)], [en, cy]));
  }

  it('is said in one sentence, before its end and after it', () => {
    const aware = '2026-03-27T15:00:00.000Z';
    assert.equal(
      clockWords('en', breachClock(aware, '2026-03-28T10:00:00.000Z'), london),
      '2 days 5 hours left to tell the regulator: until Monday 30 March 2026, 16:00'
    );
    assert.equal(
      clockWords('cy', breachClock(aware, '2026-03-28T10:00:00.000Z'), london),
      '2 ddiwrnod 5 awr ar ôl i roi gwybod i’r rheoleiddiwr: hyd dydd Llun 30 Mawrth 2026, 16:00'
    );
    assert.equal(
      clockWords('en', breachClock(aware, '2026-03-30T15:45:00.000Z'), london),
      'The time to tell the regulator ran out 45 minutes ago, on Monday 30 March 2026, 16:00'
    );
  });

  for (const [says, noticed, reported, aware] of [
    ['a time of an earlier day', { day: '2026-11-20', time: '16:10' }, '2026-11-23T08:00:00.000Z', '2026-11-20T16:10:00.000Z'],
    ['a summer’s time', { day: '2026-07-01', time: '09:00' }, '2026-07-01T12:00:00.000Z', '2026-07-01T08:00:00.000Z'],
    ['an earlier day without a time: from its beginning', { day: '2026-07-01' }, '2026-07-02T12:00:00.000Z', '2026-06-30T23:00:00.000Z'],
    ['today without a time: from the report', { day: '2026-11-23' }, '2026-11-23T08:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    [
      'a time that is still to come: from the report',
      { day: '2026-11-23', time: '09:00' },
      '2026-11-23T08:00:00.000Z',
      '2026-11-23T08:00:00.000Z'
    ],
    ['what is no day: from the report', { day: 'soon' }, '2026-11-23T08:00:00.000Z', '2026-11-23T08:00:00.000Z']
  ] as const) {
    it(`begins with ${says}`, () => assert.equal(awareFrom(noticed, reported, london), aware));
  }

  for (const [says, day, time, at] of [
    ['an hour that the clocks pass over', '2026-03-29', '01:30', '2026-03-29T01:00:00.000Z'],
    ['the last minute before it', '2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['the first after it', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['of an hour that comes twice the first', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['the hour after it', '2026-10-25', '02:00', '2026-10-25T02:00:00.000Z']
  ] as const) {
    it(`finds ${says}`, () => assert.equal(new Date(instantAt(day, time, london)).toISOString(), at));
  }

  for (const [category, personal, runs] of [
    ['data-breach', false, true],
    ['lost-device', false, true],
    ['misdirected-mail', false, true],
    ['virus', false, false],
    ['virus', true, true],
    ['offensive-mail', true, true],
    ['misuse', false, false],
    ['suspicious-mail', false, false],
    ['other', true, true]
  ] as const) {
    it(`${runs ? 'runs' : 'does not run'} for ${category} ${personal ? 'with' : 'without'} data of people`, () =>
      assert.equal(clockRuns(category, personal), runs));
  }
});

describe('the hours in which somebody is told', () => {
  const { isSchoolDay } = schoolDays({
    terms: [
      { from: '2026-09-01', to: '2026-12-18' },
      { from: '2027-01-04', to: '2027-03-25' }
    ],
    closed: ['2026-11-27'],
    inset: [],
    offsets: london
  });
  const told = (at: string, category: 'misuse' | 'virus' | 'lost-device', personal = false) =>
    tellAt({ category, personal }, at, defaultHours, isSchoolDay, london);
  for (const [says, at, when] of [
    ['in school hours at once', '2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z'],
    ['early in the morning when the school opens', '2026-11-23T05:00:00.000Z', '2026-11-23T07:30:00.000Z'],
    ['in the evening the next morning', '2026-11-23T18:00:00.000Z', '2026-11-24T07:30:00.000Z'],
    ['before a closed day and a weekend after them', '2026-11-26T20:00:00.000Z', '2026-11-30T07:30:00.000Z'],
    ['in the holidays when the term begins', '2026-12-20T12:00:00.000Z', '2027-01-04T07:30:00.000Z'],
    ['in summer by the school’s clock', '2026-10-20T05:00:00.000Z', '2026-10-20T06:30:00.000Z'],
    ['over the change in October by the clock of after', '2026-10-23T20:00:00.000Z', '2026-10-26T07:30:00.000Z']
  ] as const) {
    it(`are ${says}`, () => assert.equal(told(at, 'misuse'), when));
  }

  it('do not hold up what cannot wait', () => {
    const night = '2026-12-20T02:00:00.000Z';
    assert.deepEqual([told(night, 'virus'), told(night, 'lost-device'), told(night, 'misuse', true)], [night, night, night]);
  });
});
