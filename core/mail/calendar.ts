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

/** Places an ISO 8601 instant in the school's calendar. Throws on what is no instant, so that the rule is *not judged*. */
export function momentOf(at: string, calendar: Calendar): Moment {
  const instant = Date.parse(at);
  if (isNaN(instant)) throw new RangeError('not an instant');
  return placed(instant, calendar);
}

/** The first moment from `instant` on that lies in school hours, within 60 days: an ISO 8601 instant, or nothing if the calendar has none. */
export function nextSchoolTime(instant: number, calendar: Calendar): string | undefined {
  const quarter = 15 * 60000;
  let at = Math.ceil(instant / quarter) * quarter;
  for (let steps = 0; steps < 60 * 24 * 4; steps += 1, at += quarter) {
    if (placed(at, calendar).inSchoolHours) return new Date(at).toISOString();
  }
  return undefined;
}

function placed(instant: number, calendar: Calendar): Moment {
  let offset = 0;
  for (const { since, minutes } of calendar.offsets) if (since <= instant) offset = minutes;
  const local = new Date(instant + offset * 60000);
  const date = local.toISOString().slice(0, 10);
  const weekday = local.getUTCDay() || 7;
  const minutes = local.getUTCHours() * 60 + local.getUTCMinutes();
  const inTerm =
    (calendar.terms.length === 0 || calendar.terms.some(term => term.from <= date && date <= term.to)) && calendar.closed.indexOf(date) < 0;
  const open = calendar.hours.some(
    ({ days, from, to }) => days.indexOf(weekday) >= 0 && minutesOf(from) <= minutes && minutes < minutesOf(to)
  );
  return { instant, date, weekday, minutes, inTerm, inSchoolHours: inTerm && open };
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
