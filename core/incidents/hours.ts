import { addDays, dayAt, type Offset } from '../dates.ts';
import { clockRuns, instantAt } from './clock.ts';
import type { Category } from './incident.ts';

/** When whoever deals with reports is told of one, by the school's own rule. */
export interface Hours {
  /** `HH:MM` by the school's clock. */
  readonly from: string;
  readonly until: string;
  /** Of which categories they are told at once, whenever that is. What the 72 hours run for always is. */
  readonly atOnce: readonly Category[];
}

export const defaultHours: Hours = { from: '07:30', until: '18:00', atOnce: ['virus', 'password-known'] };

/** When somebody is told of what was reported at an instant (ISO 8601): at once, or from when the school is next open. */
export function tellAt(
  report: { readonly category: Category; readonly personal: boolean },
  at: string,
  hours: Hours,
  isSchoolDay: (day: string) => boolean,
  offsets: readonly Offset[]
): string {
  if (clockRuns(report.category, report.personal) || hours.atOnce.indexOf(report.category) >= 0) return at;
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
