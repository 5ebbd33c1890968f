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
  const now = Math.ceil(instant / 1000) * 1000;
  let midnight = Math.floor(now / day) * day;
  for (let days = 0; days <= 100; days += 1, midnight += day) {
    // School begins now, or when a block of hours does by one of the clocks, or when the clocks leave its beginning out.
    const starts = calendar.offsets.reduce<number[]>(
      (all, { since, minutes }) => all.concat(since, opening(midnight, minutes, calendar)),
      [now, ...opening(midnight, 0, calendar)]
    );
    const first = Math.min(...starts.filter(at => at >= now && at < midnight + day && placed(at, calendar).inSchoolHours));
    if (first < Infinity) return new Date(first).toISOString();
  }
  return undefined;
}

function opening(midnight: number, offset: number, { hours }: Calendar): readonly number[] {
  return hours.map(({ from }) => midnight + (minutesOf(from) - offset) * minute);
}

/** The school hours of the day of a moment, or nothing on a day without school. */
export function schoolDay({ weekday, inTerm }: Moment, calendar: Calendar): Day | undefined {
  const [first, ...rest] = inTerm ? calendar.hours.filter(({ days }) => days.indexOf(weekday) >= 0) : [];
  return (
    first && rest.reduce<Day>((all, { from, to }) => ({ from: from < all.from ? from : all.from, to: to > all.to ? to : all.to }), first)
  );
}

function placed(instant: number, calendar: Calendar): Moment {
  const local = instant + offsetAt(instant, calendar) * minute;
  const date = new Date(local).toISOString().slice(0, 10);
  const weekday = new Date(local).getUTCDay() || 7;
  const minutes = Math.floor((((local % day) + day) % day) / minute);
  const { terms, closed, hours } = calendar;
  const inTerm = (terms.length === 0 || terms.some(({ from, to }) => from <= date && date <= to)) && closed.indexOf(date) < 0;
  const isOpen = hours.some(({ days, from, to }) => days.indexOf(weekday) >= 0 && minutesOf(from) <= minutes && minutes < minutesOf(to));
  return { instant, date, weekday, minutes, inTerm, inSchoolHours: inTerm && isOpen };
}

/** Minutes to add to UTC at an instant. */
function offsetAt(instant: number, { offsets }: Calendar): number {
  let offset = 0;
  for (const { since, minutes } of offsets) if (since <= instant) offset = minutes;
  return offset;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
