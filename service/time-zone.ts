import type { Calendar } from '../core/mail/policy.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * A time zone as data: the minutes to add to UTC, from each change on, oldest first; the first entry holds from the beginning of time. Between
 * `from` and `to` (milliseconds since 1970) every change is found to the minute, provided that no two lie within a fortnight.
 */
export function offsetsOf(timeZone: string, from: number, to: number): Calendar['offsets'] {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  const at = (instant: number): number => minutesOf(clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value || '');
  let minutes = at(from);
  const offsets = [{ since: -8.64e15, minutes }];
  for (let start = from; start < to; start += 14 * day) {
    const next = at(start + 14 * day);
    if (next === minutes) continue;
    let before = start;
    let after = start + 14 * day;
    while (after - before > 60000) {
      const middle = Math.floor((before + after) / 120000) * 60000;
      if (at(middle) === minutes) before = middle;
      else after = middle;
    }
    minutes = next;
    offsets.push({ since: Math.floor(after / 60000) * 60000, minutes });
  }
  return offsets;
}

/** `GMT`, `GMT+01:00`, `GMT-03:30`. */
function minutesOf(name: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) || [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}
