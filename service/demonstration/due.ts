import type { Offset } from '../../core/dates.ts';
import { addDays, dayAt, instantAt, weekdayOf } from '../../core/dates.ts';

/** A time at which a job falls due. */
export interface Due<J> {
  readonly at: Date;
  readonly job: J;
}

/**
 * When jobs fall due after one moment and until another, in order; those of one moment in their own order. `cron` is five fields by the school's clock, as far
 * as Beadle's jobs use them. What is to be looked at all the time falls due once a day, at `daily`.
 */
export function dueBetween<J extends { readonly cron: string }>(
  jobs: readonly J[],
  {
    after,
    until,
    offsets,
    daily
  }: { readonly after: Date; readonly until: Date; readonly offsets: readonly Offset[]; readonly daily: string }
): readonly Due<J>[] {
  const due: Due<J>[] = [];
  const last = dayAt(until.toISOString(), offsets);
  for (let day = dayAt(after.toISOString(), offsets); day <= last; day = addDays(day, 1)) {
    for (const job of jobs) {
      const time = timeOn(job.cron, day, daily);
      if (time === undefined) continue;
      const at = instantAt(day, time, offsets);
      if (at > after.getTime() && at <= until.getTime()) due.push({ at: new Date(at), job });
    }
  }
  return due.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** `HH:MM` at which a cron falls due on a day, or nothing. */
function timeOn(cron: string, day: string, daily: string): string | undefined {
  const [minute = '', hour = '', date = '', month = '', weekday = ''] = cron.split(' ');
  if (!holds(date, Number(day.slice(8))) || !holds(month, Number(day.slice(5, 7))) || !holds(weekday, weekdayOf(day) % 7)) return undefined;
  return /^\d+$/.test(minute) && /^\d+$/.test(hour) ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : daily;
}

function holds(field: string, value: number): boolean {
  return (
    field === '*' ||
    field.split(',').some(part => {
      const [from = '', to = from] = part.split('-');
      return Number(from) <= value && value <= Number(to);
    })
  );
}
