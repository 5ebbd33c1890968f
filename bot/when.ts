import { dateIn } from '../core/dates.ts';
import type { Locale } from '../core/locale.ts';

/** An instant (ISO 8601) by the school’s clock, as people write it: `22 November 2026, 14:05 GMT`. What is no instant stays as it is. */
export function momentIn(locale: Locale, timezone: string, instant: string): string {
  const { day, time, zone } = partsOf(timezone, instant) ?? {};
  return day && time ? `${dateIn(locale, day)}, ${time}${zone ? ` ${zone}` : ''}` : instant;
}

/** The date of an instant by the school’s clock, as people write it: `22 November 2026`. */
export function dayOf(locale: Locale, timezone: string, instant: string): string {
  const { day } = partsOf(timezone, instant) ?? {};
  return day ? dateIn(locale, day) : instant;
}

/** The date `YYYY-MM-DD` of an instant by the school’s clock. */
export function dateAt(timezone: string, instant: string): string {
  return partsOf(timezone, instant)?.day ?? instant.slice(0, 10);
}

function partsOf(timezone: string, instant: string): { readonly day: string; readonly time: string; readonly zone: string } | undefined {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return undefined;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short'
  }).formatToParts(at);
  const part = (type: string): string => parts.find(each => each.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}`, zone: part('timeZoneName') };
}
