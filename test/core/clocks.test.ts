import assert from 'node:assert/strict';
import {
  answerBy,
  endOf,
  type Followed,
  isChaseDay,
  isReminderDay,
  type Request,
  tellAt as tellOfApproval
} from '../../core/approvals/approval.ts';
import { awareFrom, breachClock, momentWords } from '../../core/incidents/clock.ts';
import { defaultHours, tellAt } from '../../core/incidents/hours.ts';
import { schoolDays } from '../../core/policies/school-days.ts';

/** London in 2026 and 2027: ahead by an hour from the last Sunday of March, 1:00 UTC, until the last of October, 1:00 UTC. */
const offsets = [
  { since: -8.64e15, minutes: 0 },
  { since: Date.parse('2026-03-29T01:00:00Z'), minutes: 60 },
  { since: Date.parse('2026-10-25T01:00:00Z'), minutes: 0 },
  { since: Date.parse('2027-03-28T01:00:00Z'), minutes: 60 },
  { since: Date.parse('2027-10-31T01:00:00Z'), minutes: 0 }
];

/** A school’s calendar: Easter is on 5 April 2026 and on 28 March 2027, the day of the change itself. */
const { isSchoolDay } = schoolDays({
  terms: [
    { from: '2026-01-05', to: '2026-04-02' },
    { from: '2026-04-20', to: '2026-07-20' },
    { from: '2026-09-01', to: '2026-10-23' },
    { from: '2026-11-02', to: '2026-12-18' },
    { from: '2027-01-04', to: '2027-03-25' },
    { from: '2027-04-12', to: '2027-07-20' },
    { from: '2027-09-01', to: '2027-10-22' },
    { from: '2027-11-01', to: '2027-12-17' }
  ],
  // The bank holidays of May, which lie in term.
  closed: ['2026-05-04', '2026-05-25', '2027-05-03', '2027-05-31'],
  inset: ['2026-09-01', '2026-09-02', '2026-11-02', '2027-11-01'],
  offsets
});
const clock = { isSchoolDay, offsets, hours: { from: '07:30', until: '18:00' } };

describe('the clocks of a school’s year: whoever deals with a report is told', () => {
  for (const [says, at, told] of [
    [
      'at once a minute before the school closes, on the last evening of winter time',
      '2026-03-27T17:59:00.000Z',
      '2026-03-27T17:59:00.000Z'
    ],
    ['on Monday by summer time, once it has closed', '2026-03-27T18:00:00.000Z', '2026-03-30T06:30:00.000Z'],
    ['on Monday by summer time, in the night of the change', '2026-03-29T00:59:00.000Z', '2026-03-30T06:30:00.000Z'],
    ['when it opens, a minute later', '2026-03-30T06:29:00.000Z', '2026-03-30T06:30:00.000Z'],
    ['at once when it has just opened', '2026-03-30T06:30:00.000Z', '2026-03-30T06:30:00.000Z'],
    ['the next morning from six in the evening by summer time', '2026-03-30T17:00:00.000Z', '2026-03-31T06:30:00.000Z'],
    ['after Easter, on the last evening of term', '2026-04-02T17:00:00.000Z', '2026-04-20T06:30:00.000Z'],
    ['on Good Friday after the holidays', '2026-04-03T10:00:00.000Z', '2026-04-20T06:30:00.000Z'],
    ['on Tuesday, where Monday is a bank holiday', '2026-05-01T20:00:00.000Z', '2026-05-05T06:30:00.000Z'],
    ['after the days on which the staff alone are there', '2026-08-31T10:00:00.000Z', '2026-09-03T06:30:00.000Z'],
    ['in the summer after all of it', '2026-07-21T08:00:00.000Z', '2026-09-03T06:30:00.000Z'],
    ['after half-term and its training day, by winter time', '2026-10-23T17:00:00.000Z', '2026-11-03T07:30:00.000Z'],
    ['in the hour that comes twice, likewise', '2026-10-25T00:30:00.000Z', '2026-11-03T07:30:00.000Z'],
    ['after an Easter on the day of the change', '2027-03-25T18:00:00.000Z', '2027-04-12T06:30:00.000Z'],
    ['after a half-term that ends with the change', '2027-10-22T17:00:00.000Z', '2027-11-02T07:30:00.000Z'],
    ['after it also where it is reported in the second of the two hours', '2027-10-31T01:30:00.000Z', '2027-11-02T07:30:00.000Z']
  ] as const) {
    it(says, () => {
      const report = { category: 'misuse', personal: false } as const;
      assert.equal(tellAt(report, at, defaultHours, isSchoolDay, offsets), told);
      assert.equal(tellOfApproval(at, clock), told, 'and whoever decides on an approval, likewise');
    });
  }
  for (const at of ['2027-03-28T01:30:00.000Z', '2027-10-31T00:30:00.000Z', '2026-12-25T03:00:00.000Z'])
    it(`at once of what cannot wait, at ${at}`, () =>
      assert.equal(tellAt({ category: 'lost-device', personal: false }, at, defaultHours, isSchoolDay, offsets), at));
});

describe('the clocks of a school’s year: the 72 hours', () => {
  for (const [says, aware, from, until, en] of [
    [
      'lose no hour in October',
      '2026-10-24T12:00:00.000Z',
      'Saturday 24 October 2026, 13:00',
      '2026-10-27T12:00:00.000Z',
      'Tuesday 27 October 2026, 12:00'
    ],
    [
      'lose none over Easter 2027',
      '2027-03-26T10:00:00.000Z',
      'Friday 26 March 2027, 10:00',
      '2027-03-29T10:00:00.000Z',
      'Monday 29 March 2027, 11:00'
    ],
    [
      'lose none in October 2027',
      '2027-10-30T09:00:00.000Z',
      'Saturday 30 October 2027, 10:00',
      '2027-11-02T09:00:00.000Z',
      'Tuesday 2 November 2027, 09:00'
    ],
    [
      'end in the hour that comes twice',
      '2026-10-22T00:30:00.000Z',
      'Thursday 22 October 2026, 01:30',
      '2026-10-25T00:30:00.000Z',
      'Sunday 25 October 2026, 01:30'
    ],
    [
      'and in its second time',
      '2026-10-22T01:30:00.000Z',
      'Thursday 22 October 2026, 02:30',
      '2026-10-25T01:30:00.000Z',
      'Sunday 25 October 2026, 01:30'
    ]
  ] as const) {
    it(says, () => {
      assert.deepEqual(breachClock(aware, aware), { until, minutes: 4320, late: false });
      assert.deepEqual([momentWords('en', aware, offsets), momentWords('en', until, offsets)], [from, en]);
    });
  }
  for (const [now, minutes] of [
    ['2027-10-31T00:30:00.000Z', 3390],
    ['2027-10-31T01:30:00.000Z', 3330],
    ['2027-10-31T02:30:00.000Z', 3270]
  ] as const)
    it(`have ${minutes} minutes left at ${now}`, () => assert.equal(breachClock('2027-10-30T09:00:00.000Z', now).minutes, minutes));

  for (const [says, noticed, reported, aware] of [
    ['a time that no clock showed', { day: '2027-03-28', time: '01:30' }, '2027-03-28T12:00:00.000Z', '2027-03-28T01:00:00.000Z'],
    ['a time that came twice: the earlier', { day: '2027-10-31', time: '01:30' }, '2027-10-31T12:00:00.000Z', '2027-10-31T00:30:00.000Z'],
    ['the day of 23 hours: its first', { day: '2027-03-28' }, '2027-03-29T12:00:00.000Z', '2027-03-28T00:00:00.000Z'],
    ['the day after it', { day: '2027-03-29' }, '2027-03-30T12:00:00.000Z', '2027-03-28T23:00:00.000Z'],
    ['the day of 25 hours: its first', { day: '2027-10-31' }, '2027-11-01T12:00:00.000Z', '2027-10-30T23:00:00.000Z'],
    ['the day after that', { day: '2027-11-01' }, '2027-11-02T12:00:00.000Z', '2027-11-01T00:00:00.000Z']
  ] as const)
    it(`begin with ${says}`, () => assert.equal(awareFrom(noticed, reported, offsets), aware));
});

describe('the clocks of a school’s year: approvals', () => {
  const by = (fields: Request['fields'], at: string, days: number): string => answerBy({ kind: 'send', fields }, at, days, clock);
  for (const [says, at, days, until] of [
    ['to the end of the third school day, over the change in March', '2026-03-25T09:00:00Z', 3, '2026-03-30T23:00:00.000Z'],
    ['over Easter', '2026-04-01T09:00:00Z', 3, '2026-04-21T23:00:00.000Z'],
    ['over a bank holiday', '2026-04-30T09:00:00Z', 2, '2026-05-05T23:00:00.000Z'],
    ['over the summer and two training days', '2026-07-20T09:00:00Z', 5, '2026-09-09T23:00:00.000Z'],
    ['over half-term, the change in October and a training day', '2026-10-22T09:00:00Z', 2, '2026-11-04T00:00:00.000Z'],
    ['over an Easter on the day of the change', '2027-03-24T09:00:00Z', 2, '2027-04-12T23:00:00.000Z'],
    ['over a half-term that ends with the change', '2027-10-21T09:00:00Z', 2, '2027-11-03T00:00:00.000Z'],
    ['from the day by the school’s clock, after midnight in summer', '2026-04-29T23:30:00Z', 2, '2026-05-05T23:00:00.000Z']
  ] as const) {
    it(`can be decided ${says}`, () => assert.equal(by({}, at, days), until));
  }
  for (const [says, fields, at, until] of [
    ['a conference by summer time begins', { day: '2026-03-30', time: '08:30' }, '2026-03-27T09:00:00Z', '2026-03-30T07:30:00.000Z'],
    ['one by winter time begins', { day: '2026-10-26', time: '08:30' }, '2026-10-23T09:00:00Z', '2026-10-26T08:30:00.000Z'],
    ['a day of 23 hours is over', { until: '2026-03-29' }, '2026-03-25T09:00:00Z', '2026-03-29T23:00:00.000Z'],
    ['a day of 25 hours is over', { until: '2026-10-25' }, '2026-10-20T09:00:00Z', '2026-10-26T00:00:00.000Z']
  ] as const) {
    it(`can be decided until ${says}`, () => assert.equal(by(fields, at, 5), until));
  }

  const followed: Followed = { kind: 'send', asker: 'teacher', deciders: 1, answerBy: '2030-01-01T00:00:00.000Z', lasts: 7, steps: [] };
  for (const [says, at, ends] of [
    ['the change in March', '2026-03-26T10:00:00.000Z', '2026-04-02T23:00:00.000Z'],
    ['the change in October, given before midnight', '2026-10-24T22:30:00.000Z', '2026-11-01T00:00:00.000Z'],
    ['the same, given half an hour after midnight by summer time', '2026-10-24T23:30:00.000Z', '2026-11-02T00:00:00.000Z'],
    ['the change in March 2027, given half an hour before midnight', '2027-03-27T23:30:00.000Z', '2027-04-03T23:00:00.000Z']
  ] as const) {
    it(`hold for seven days of the calendar, over ${says}`, () =>
      assert.equal(endOf({ ...followed, steps: [{ kind: 'given', at, by: 'head' }] }, offsets), ends));
  }

  /** Of the days from one to another, those for which something holds. */
  const daysFrom = (from: string, to: string, holds: (day: string) => boolean): readonly string[] => {
    const found: string[] = [];
    for (let at = Date.parse(from); at <= Date.parse(to); at += 24 * 60 * 60 * 1000) {
      const day = new Date(at).toISOString().slice(0, 10);
      if (holds(day)) found.push(day);
    }
    return found;
  };
  for (const [says, at, answer, days] of [
    [
      'over Easter and the change before it',
      '2026-03-26T09:00:00Z',
      '2026-04-21T23:00:00.000Z',
      ['2026-03-30', '2026-04-01', '2026-04-20', '2026-04-21']
    ],
    [
      'over half-term and the change in October',
      '2026-10-20T09:00:00Z',
      '2026-11-05T00:00:00.000Z',
      ['2026-10-22', '2026-11-03', '2026-11-04']
    ]
  ] as const) {
    it(`remind on each second school day and on the last, ${says}`, () =>
      assert.deepEqual(
        daysFrom('2026-03-01', days[days.length - 1]!, day => isReminderDay({ at, answerBy: answer }, day, clock)),
        days
      ));
  }
  for (const [says, since, days] of [
    ['Easter and the bank holiday of May', '2026-04-02T23:00:00.000Z', ['2026-04-20', '2026-04-27', '2026-05-05']],
    ['half-term, where it ended with the day of 25 hours', '2026-10-26T00:00:00.000Z', ['2026-11-03', '2026-11-10']]
  ] as const) {
    it(`are asked for on the first school day after their end and on each fifth, over ${says}`, () =>
      assert.deepEqual(
        daysFrom(since.slice(0, 10), days[days.length - 1]!, day => isChaseDay(since, day, clock)),
        days
      ));
  }
});
