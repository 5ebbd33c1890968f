import type { Reading } from '../judge.ts';
import type { Calendar } from './policy.ts';

/** One moment as the school's clock and calendar see it. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** `YYYY-MM-DD`, local. */
  readonly date: string;
  /** ISO: 1 is Monday. */
  readonly weekday: number;
  /** Minutes since local midnight. */
  readonly minutes: number;
  readonly inTerm: boolean;
  readonly inSchoolHours: boolean;
}

/** A day's school hours, local: from the first lesson block's beginning to the last one's end, `HH:MM`. */
export interface Day {
  readonly from: string;
  readonly to: string;
}

const minute = 60000;
const day = 24 * 60 * minute;
/** An instant without a time zone is none: what it means would depend on the device. */
const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Places an ISO 8601 instant in the school's calendar. What is no instant is `unreachable`. */
export function momentOf(at: string, calendar: Calendar): Reading<Moment> {
  const instant = written.test(at) ? Date.parse(at) : NaN;
  return isNaN(instant) ? { unread: 'unreachable' } : { value: placed(instant, calendar) };
}

/** The first moment from `instant` on that lies in school hours, within 100 days: an ISO 8601 instant, or nothing if the calendar has none. */
export function nextSchoolTime(instant: number, calendar: Calendar): string | undefined {
  const whole = Math.ceil(instant / 1000) * 1000;
  if (placed(whole, calendar).inSchoolHours) return new Date(whole).toISOString();
  let midnight = Math.floor((whole + offsetAt(whole, calendar) * minute) / day) * day;
  for (let days = 0; days <= 100; days += 1, midnight += day) {
    if (!isTermDay(dateOf(midnight), calendar)) continue;
    let first: number | undefined;
    for (const { from } of hoursOn(weekdayOf(midnight), calendar)) {
      const opens = instantOf(midnight + minutesOf(from) * minute, calendar);
      if (opens >= whole && (first === undefined || opens < first) && placed(opens, calendar).inSchoolHours) first = opens;
    }
    if (first !== undefined) return new Date(first).toISOString();
  }
  return undefined;
}

/** The school hours of the day of a moment, or nothing on a day without school. */
export function schoolDay({ weekday, inTerm }: Moment, calendar: Calendar): Day | undefined {
  const hours = inTerm ? hoursOn(weekday, calendar) : [];
  const [first, ...rest] = hours;
  return (
    first && rest.reduce<Day>((all, { from, to }) => ({ from: from < all.from ? from : all.from, to: to > all.to ? to : all.to }), first)
  );
}

function placed(instant: number, calendar: Calendar): Moment {
  const local = instant + offsetAt(instant, calendar) * minute;
  const date = dateOf(local);
  const weekday = weekdayOf(local);
  const minutes = Math.floor((((local % day) + day) % day) / minute);
  const inTerm = isTermDay(date, calendar);
  const open = calendar.hours.some(
    ({ days, from, to }) => days.indexOf(weekday) >= 0 && minutesOf(from) <= minutes && minutes < minutesOf(to)
  );
  return { instant, date, weekday, minutes, inTerm, inSchoolHours: inTerm && open };
}

function isTermDay(date: string, { terms, closed }: Calendar): boolean {
  return (terms.length === 0 || terms.some(term => term.from <= date && date <= term.to)) && closed.indexOf(date) < 0;
}

function hoursOn(weekday: number, { hours }: Calendar): Calendar['hours'] {
  return hours.filter(({ days, from, to }) => days.indexOf(weekday) >= 0 && minutesOf(from) < minutesOf(to));
}

/** Minutes to add to UTC at an instant. */
function offsetAt(instant: number, { offsets }: Calendar): number {
  let offset = 0;
  for (const { since, minutes } of offsets) if (since <= instant) offset = minutes;
  return offset;
}

/** The instant of a local time. Of an hour that the clocks repeat the first; of one that they leave out the moment after the change. */
function instantOf(local: number, calendar: Calendar): number {
  const candidates = calendar.offsets.map(({ minutes }) => minutes).concat(0);
  let found: number | undefined;
  for (const minutes of candidates) {
    const instant = local - minutes * minute;
    if (offsetAt(instant, calendar) === minutes && (found === undefined || instant < found)) found = instant;
  }
  if (found !== undefined) return found;
  const change = calendar.offsets.filter(({ since, minutes }) => since + minutes * minute > local)[0];
  return change ? change.since : local;
}

function dateOf(local: number): string {
  return new Date(local).toISOString().slice(0, 10);
}

function weekdayOf(local: number): number {
  return new Date(local).getUTCDay() || 7;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
