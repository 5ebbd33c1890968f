import type { Offset } from '../dates.ts';
import { openFrom, type OpenHours } from '../school-hours.ts';
import { clockRuns } from './clock.ts';
import type { Category } from './incident.ts';

/** When whoever deals with reports is told of one, by the school's own rule. */
export interface Hours extends OpenHours {
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
  return openFrom(at, hours, isSchoolDay, offsets);
}
