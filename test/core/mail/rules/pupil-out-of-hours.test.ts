import { pupilOutOfHours } from '../../../../core/mail/rules/pupil-out-of-hours.ts';
import { examine, mail, school } from '../../../support/mail.ts';

const to = ['kit.sample@pupils.school.example'];
const later = (at: string) => ({ kind: 'send-later', at }) as const;
const calendar = school.calendar;

examine(pupilOutOfHours, {
  keeps: [
    { says: 'a Wednesday morning', mail: mail({ to, at: '2026-11-18T10:00:00Z' }) },
    { says: 'the minute at which school begins', mail: mail({ to, at: '2026-11-18T08:00:00Z' }) },
    { says: 'the minute before it ends', mail: mail({ to, at: '2026-11-18T16:59:59Z' }) },
    { says: 'a summer morning that is still night by UTC', mail: mail({ to, at: '2026-09-16T07:00:00Z' }) },
    { says: 'an evening mail to a parent', mail: mail({ to: ['parent.one@family.example'], at: '2026-11-18T22:00:00Z' }) },
    { says: 'an evening mail of a pupil', mail: mail({ from: 'lee.pupil@pupils.school.example', to, at: '2026-11-18T22:00:00Z' }) },
    { says: 'an evening mail of a parent', mail: mail({ from: 'parent.one@family.example', to, at: '2026-11-18T22:00:00Z' }) },
    {
      says: 'an evening mail to the teacher’s own child',
      mail: mail({ to, at: '2026-11-18T22:00:00Z' }),
      policy: { directory: { ...school.directory, 'teacher@school.example': [{ audience: 'staff', household: 'h1' }] } }
    },
    {
      says: 'a school that has not said its hours',
      mail: mail({ to, at: '2026-11-18T22:00:00Z' }),
      policy: { calendar: { ...calendar, hours: [] } }
    },
    {
      says: 'a Saturday where school opens on Saturdays',
      mail: mail({ to, at: '2026-11-21T10:00:00Z' }),
      policy: { calendar: { ...calendar, hours: [...calendar.hours, { days: [6], from: '09:00', to: '12:00' }] } }
    }
  ],
  breaks: [
    {
      says: 'an evening',
      mail: mail({ to, at: '2026-11-18T21:30:00Z' }),
      breaches: [
        {
          message: 'hours',
          values: { from: '08:00', to: '17:00' },
          evidence: [{ in: 'to', address: 'kit.sample@pupils.school.example' }],
          remedy: later('2026-11-19T08:00:00.000Z')
        }
      ]
    },
    { says: 'the minute at which school ends', mail: mail({ to, at: '2026-11-18T17:00:00Z' }), breaches: [{ message: 'hours' }] },
    {
      says: 'an early morning',
      mail: mail({ bcc: to, at: '2026-11-18T07:59:59Z' }),
      breaches: [{ message: 'hours', remedy: later('2026-11-18T08:00:00.000Z') }]
    },
    {
      says: 'a summer evening that is still school time by UTC',
      mail: mail({ to, at: '2026-09-16T16:30:00Z' }),
      breaches: [{ message: 'hours', remedy: later('2026-09-17T07:00:00.000Z') }]
    },
    {
      says: 'a Friday evening, to be sent on Monday',
      mail: mail({ to, at: '2026-11-20T18:00:00Z' }),
      breaches: [{ message: 'hours', remedy: later('2026-11-23T08:00:00.000Z') }]
    },
    {
      says: 'a Saturday',
      mail: mail({ to, at: '2026-11-21T10:00:00Z' }),
      breaches: [{ message: 'closed', remedy: later('2026-11-23T08:00:00.000Z') }]
    },
    {
      says: 'a day in half-term, over which the clocks go back',
      mail: mail({ to, at: '2026-10-26T10:00:00Z' }),
      breaches: [{ message: 'closed', remedy: later('2026-11-02T08:00:00.000Z') }]
    },
    {
      says: 'the Christmas holidays, when the next term is not known yet',
      mail: mail({ to, at: '2026-12-24T10:00:00Z' }),
      breaches: [{ message: 'closed', evidence: [{ in: 'to', address: 'kit.sample@pupils.school.example' }] }]
    },
    {
      says: 'a short Friday, whose hours are the day’s own',
      mail: mail({ to, at: '2026-11-20T14:00:00Z' }),
      policy: {
        calendar: {
          ...calendar,
          hours: [
            { days: [1, 2, 3, 4], from: '08:30', to: '15:30' },
            { days: [5], from: '08:30', to: '11:00' },
            { days: [5], from: '11:20', to: '13:00' }
          ]
        }
      },
      breaches: [{ message: 'hours', values: { from: '08:30', to: '13:00' }, remedy: later('2026-11-23T08:30:00.000Z') }]
    }
  ]
});
