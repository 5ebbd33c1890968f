import type { Locale } from './locale.ts';

/** The months as they stand in a date. */
export const months: { readonly [L in Locale]: readonly string[] } = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  cy: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr']
};

const shortMonths: { readonly [L in Locale]: readonly string[] } = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  cy: ['Ion', 'Chwe', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gorff', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag']
};

const milliseconds = 24 * 60 * 60 * 1000;

/** A date `YYYY-MM-DD` as people write it: `21 November 2026`, `21 Tachwedd 2026`. What is no date stays as it is. */
export function dateIn(locale: Locale, day: string): string {
  return writtenWith(months[locale], day);
}

/** The same where there is little room: `21 Nov 2026`, `21 Tach 2026`. */
export function shortDateIn(locale: Locale, day: string): string {
  return writtenWith(shortMonths[locale], day);
}

function writtenWith(names: readonly string[], day: string): string {
  return isDay(day) ? `${Number(day.slice(8))} ${names[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}` : day;
}

/** Whether this is a date `YYYY-MM-DD` that the calendar has. */
export function isDay(text: string): boolean {
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !isNaN(instant) && dayFrom(instant) === text;
}

/** The date so many days later, or earlier where `days` is negative. What is no date stays as it is. */
export function addDays(day: string, days: number): string {
  return isDay(day) ? dayFrom(Date.parse(`${day}T00:00:00Z`) + days * milliseconds) : day;
}

/** Days from one date to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / milliseconds);
}

/** ISO: 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Minutes that a place's clocks are ahead of UTC from an instant on, the earliest first. */
export interface Offset {
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly minutes: number;
}

/** The date of an instant (ISO 8601) by a place's clocks; an empty text for what is no instant. */
export function dayAt(instant: string, offsets: readonly Offset[]): string {
  const at = Date.parse(instant);
  if (isNaN(at)) return '';
  let minutes = 0;
  for (const offset of offsets) if (offset.since <= at) minutes = offset.minutes;
  return dayFrom(at + minutes * 60000);
}

/** Milliseconds since 1970 of a date and a time by a place's clocks. A time that the clocks pass over is the moment of the change; of one that comes twice, the first. */
export function instantAt(day: string, time: string, offsets: readonly Offset[]): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (isNaN(asUtc)) return NaN;
  let first = Infinity;
  let change = NaN;
  for (let i = 0; i < offsets.length; i += 1) {
    const { since, minutes } = offsets[i]!;
    const until = i + 1 < offsets.length ? offsets[i + 1]!.since : Infinity;
    const at = asUtc - minutes * 60000;
    if (at >= since && at < until && at < first) first = at;
    const before = i > 0 ? offsets[i - 1]!.minutes : minutes;
    // Passed over: after the change by the clocks of before, and before it by those of after.
    if (asUtc - before * 60000 >= since && at < since) change = since;
  }
  if (first !== Infinity) return first;
  return isNaN(change) ? asUtc : change;
}

function dayFrom(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
