import { addDays, dayAt, type Offset, weekdayOf } from '../dates.ts';

/** When a school is open, as its `beadle.yaml` says. Dates are `YYYY-MM-DD` by the school's clock. */
export interface SchoolCalendar {
  /** First and last day of each term, in any order. */
  readonly terms: readonly { readonly from: string; readonly to: string }[];
  /** Days without school inside a term. */
  readonly closed: readonly string[];
  /** Days on which staff are trained and nobody is to be chased. */
  readonly inset: readonly string[];
  /** How far the school's clocks are ahead of UTC. */
  readonly offsets: readonly Offset[];
}

/** Counts by school days: Monday to Friday in term, neither closed nor a training day. */
export interface SchoolDays {
  readonly isSchoolDay: (day: string) => boolean;
  /**
   * The `count`-th school day after a day, or before it where `count` is negative; for 0 the day itself, or the next school day where it is none.
   */
  readonly addSchoolDays: (day: string, count: number) => string;
  /** The day itself, or the first school day after it. */
  readonly nextSchoolDay: (day: string) => string;
  /** The date of an instant (ISO 8601) by the school's clock. */
  readonly dayOf: (instant: string) => string;
}

/** A holiday is never this long: further than this from every term, in days, nothing is known of the calendar. */
const farthest = 60;

/** Days without a school day between them, after which it is given up: what was asked about is no date. */
const longest = 4000;

/** Makes a school's calendar ready. Where it names no term, and far from every term that it names, each Monday to Friday counts. */
export function schoolDays({ terms, closed, inset, offsets }: SchoolCalendar): SchoolDays {
  const without = new Set([...closed, ...inset]);
  const known = terms.map(({ from, to }) => ({ from, to, after: addDays(from, -farthest), before: addDays(to, farthest) }));
  const isSchoolDay = (day: string): boolean => {
    if (weekdayOf(day) > 5 || without.has(day)) return false;
    return known.some(({ from, to }) => from <= day && day <= to) || !known.some(({ after, before }) => after <= day && day <= before);
  };
  const nextSchoolDay = (day: string): string => {
    let at = day;
    for (let idle = 0; !isSchoolDay(at) && idle < longest; idle += 1) at = addDays(at, 1);
    return at;
  };
  const addSchoolDays = (day: string, count: number): string => {
    if (count === 0) return nextSchoolDay(day);
    const step = count < 0 ? -1 : 1;
    let at = day;
    for (let left = Math.abs(count), idle = 0; left > 0 && idle < longest; idle += 1) {
      at = addDays(at, step);
      if (!isSchoolDay(at)) continue;
      left -= 1;
      idle = 0;
    }
    return at;
  };
  return { isSchoolDay, addSchoolDays, nextSchoolDay, dayOf: instant => dayAt(instant, offsets) };
}

/** The school year of a date, by the calendar year in which it began: 2026 from 1 September 2026 on. */
export function schoolYearOf(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
}
