import { dateIn, dayAt, instantAt, type Offset, weekdayOf } from '../dates.ts';
import { fill, type Locale, type Text } from '../locale.ts';
import type { Category } from './incident.ts';

/** Hours in which a breach of personal data is to be notified, from when the school became aware of it (UK GDPR, article 33(1)). */
export const breachHours = 72;

const minute = 60 * 1000;
const hour = 60 * minute;

/** Whether the clock runs: always where data of people is gone by its nature, else where the reporter says that it may be. */
export function clockRuns(category: Category, personal: boolean): boolean {
  return personal || category === 'data-breach' || category === 'lost-device' || category === 'misdirected-mail';
}

/**
 * From when the school is held to have been aware (ISO 8601, UTC): when somebody of it noticed, never later than the report. Where no time was given the
 * clock counts from the beginning of that day, or from the report where that is the same day.
 */
export function awareFrom(
  noticed: { readonly day: string; readonly time?: string },
  reportedAt: string,
  offsets: readonly Offset[]
): string {
  const reported = Date.parse(reportedAt);
  if (noticed.time === undefined && noticed.day === dayAt(reportedAt, offsets)) return new Date(reported).toISOString();
  const at = instantAt(noticed.day, noticed.time ?? '00:00', offsets);
  return new Date(isNaN(at) ? reported : Math.min(at, reported)).toISOString();
}

/** How the clock stands. Hours that have passed count, each of them: neither nights nor weekends, holidays or a change of the clocks stop it. */
export interface BreachClock {
  /** ISO 8601, UTC. */
  readonly until: string;
  /** Whole minutes that are left; of a clock that has run out, how long ago that was. */
  readonly minutes: number;
  readonly late: boolean;
}

/** How the clock that began at an instant stands at another (ISO 8601). */
export function breachClock(aware: string, now: string): BreachClock {
  const until = Date.parse(aware) + breachHours * hour;
  const left = until - Date.parse(now);
  return { until: new Date(until).toISOString(), minutes: Math.floor(Math.abs(left) / minute), late: left <= 0 };
}

const weekdays: { readonly [L in Locale]: readonly string[] } = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  cy: ['dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn', 'dydd Sul']
};

/** An instant (ISO 8601) by a place's clocks, as people write it: `Wednesday 25 November 2026, 14:05`. */
export function momentWords(locale: Locale, instant: string, offsets: readonly Offset[]): string {
  const day = dayAt(instant, offsets);
  if (day === '') return instant;
  let minutes = 0;
  for (const offset of offsets) if (offset.since <= Date.parse(instant)) minutes = offset.minutes;
  const time = new Date(Date.parse(instant) + minutes * minute).toISOString().slice(11, 16);
  return `${weekdays[locale][weekdayOf(day) - 1]} ${dateIn(locale, day)}, ${time}`;
}

const words: { readonly [W in 'left' | 'late' | 'none']: Text } = {
  left: { en: '{left} left to tell the regulator: until {until}', cy: '{left} ar ôl i roi gwybod i’r rheoleiddiwr: hyd {until}' },
  late: {
    en: 'The time to tell the regulator ran out {left} ago, on {until}',
    cy: 'Daeth yr amser i roi gwybod i’r rheoleiddiwr i ben {left} yn ôl, ar {until}'
  },
  none: { en: 'less than a minute', cy: 'llai na munud' }
};

/** The clock as people read it: the days and hours that are left, and the moment at which it runs out. */
export function clockWords(locale: Locale, clock: BreachClock, offsets: readonly Offset[]): string {
  return fill(words[clock.late ? 'late' : 'left'][locale], {
    left: lengthWords(locale, clock.minutes),
    until: momentWords(locale, clock.until, offsets)
  });
}

/** A length of time in days and hours, in hours and minutes where it is shorter than a day: `2 days 5 hours`, `3 hours 20 minutes`. */
export function lengthWords(locale: Locale, minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts =
    days > 0
      ? [counted(locale, days, 'day'), counted(locale, hours, 'hour')]
      : [counted(locale, hours, 'hour'), counted(locale, rest, 'minute')];
  const said = parts.filter(part => part !== '');
  return said.length > 0 ? said.join(' ') : words.none[locale];
}

const units: {
  readonly [U in 'day' | 'hour' | 'minute']: { readonly en: readonly [string, string]; readonly cy: readonly [string, string] };
} = {
  day: { en: ['day', 'days'], cy: ['diwrnod', 'diwrnod'] },
  hour: { en: ['hour', 'hours'], cy: ['awr', 'awr'] },
  minute: { en: ['minute', 'minutes'], cy: ['munud', 'munud'] }
};

function counted(locale: Locale, count: number, unit: 'day' | 'hour' | 'minute'): string {
  if (count === 0) return '';
  // Two days and two minutes soften in Welsh.
  if (locale === 'cy' && count === 2) return { day: '2 ddiwrnod', hour: '2 awr', minute: '2 funud' }[unit];
  return `${count} ${units[unit][locale][count === 1 ? 0 : 1]}`;
}
