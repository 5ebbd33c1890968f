import { addDays, dayAt, instantAt, type Offset } from './dates.ts';

/** From when until when on a school day somebody is told of something. */
export interface OpenHours {
  /** `HH:MM` by the school's clock. */
  readonly from: string;
  readonly until: string;
}

/** The first instant, from one on (both ISO 8601), at which the school is open: itself, or the beginning of the hours of this or the next school day. */
export function openFrom(at: string, hours: OpenHours, isSchoolDay: (day: string) => boolean, offsets: readonly Offset[]): string {
  const now = Date.parse(at);
  let day = dayAt(at, offsets);
  // A summer's holidays are the longest that a school has; past that its calendar is not known, and nothing waits for it.
  for (let i = 0; i < 60; i += 1, day = addDays(day, 1)) {
    if (!isSchoolDay(day)) continue;
    const opens = instantAt(day, hours.from, offsets);
    if (now < opens) return new Date(opens).toISOString();
    if (now < instantAt(day, hours.until, offsets)) return at;
  }
  return at;
}
