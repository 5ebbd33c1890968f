import type { Calendar } from '../core/mail/policy.ts';

const fortnight = 14 * 24 * 60 * 60 * 1000;

/** From when on so many minutes are added. */
type Change = Calendar['offsets'][number];

/** What is known of each zone already, by fortnights: the many schools of a trust share it. */
const zones = new Map<string, { readonly at: (instant: number) => number; readonly changes: Map<number, Change | undefined> }>();

/**
 * A time zone as data: the minutes to add to UTC, from each change on, oldest first; the first entry holds from the beginning of time. Between
 * `from` and `to` (milliseconds since 1970) every change is found to the minute, provided that no two lie within a fortnight.
 */
export function offsetsOf(timeZone: string, from: number, to: number): Calendar['offsets'] {
  const { at, changes } = zoneOf(timeZone);
  const offsets: Change[] = [{ since: -8.64e15, minutes: at(from) }];
  for (let cell = Math.floor(from / fortnight); cell * fortnight < to; cell += 1) {
    if (!changes.has(cell)) changes.set(cell, changeIn(at, cell * fortnight));
    const change = changes.get(cell);
    if (change && change.since > from) offsets.push(change);
  }
  return offsets;
}

function zoneOf(timeZone: string): { readonly at: (instant: number) => number; readonly changes: Map<number, Change | undefined> } {
  const known = zones.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  const at = (instant: number): number => minutesOf(clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value || '');
  const zone = { at, changes: new Map<number, Change | undefined>() };
  zones.set(timeZone, zone);
  return zone;
}

function changeIn(at: (instant: number) => number, start: number): Change | undefined {
  const [minutes, next] = [at(start), at(start + fortnight)];
  if (next === minutes) return undefined;
  let before = start;
  let after = start + fortnight;
  while (after - before > 60000) {
    const middle = Math.floor((before + after) / 120000) * 60000;
    if (at(middle) === minutes) before = middle;
    else after = middle;
  }
  return { since: Math.floor(after / 60000) * 60000, minutes: next };
}

/** `GMT`, `GMT+01:00`, `GMT-03:30`. */
function minutesOf(name: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) || [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}
