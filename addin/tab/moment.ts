import { dateIn } from '../../core/dates.ts';
import { fill, type Locale } from '../../core/locale.ts';
import { say, spoken } from './speak.ts';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
});

interface Local {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `14:05`. */
  readonly time: string;
}

/** An instant (ISO 8601) by the clocks of the United Kingdom; what is no instant stays as it is. */
export function localOf(instant: string): Local {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return { day: instant, time: '' };
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: `${of['year']}-${of['month']}-${of['day']}`, time: `${of['hour']}:${of['minute']}` };
}

/** An instant as people say it: `today at 14:05`, `yesterday at 9:30`, `12 November 2026 at 16:10`. */
export function momentOf(instant: string, now: Date = new Date()): string {
  const { day, time } = localOf(instant);
  if (time === '') return day;
  const today = localOf(now.toISOString()).day;
  const yesterday = localOf(new Date(now.getTime() - 24 * 60 * 60 * 1000).toISOString()).day;
  if (day === today) return say('todayAt', { time });
  return day === yesterday ? say('yesterdayAt', { time }) : say('dayAt', { day: dateIn(spoken(), day), time });
}

/** How long, as people say it, in its two largest units: `2 days 4 hours`, `35 minutes`. Less than a minute is one. */
export function lasting(milliseconds: number, locale: Locale = spoken()): string {
  const minutes = Math.max(1, Math.floor(Math.abs(milliseconds) / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const all = [
    [days, 'day'],
    [hours, 'hour'],
    [rest, 'minute']
  ] as const;
  const first = all.findIndex(([count]) => count > 0);
  return all
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => fill(units[unit][locale][count === 1 ? 'one' : 'many'], { count }))
    .join(' ');
}

// After a number Welsh keeps the word in the singular; «dau» and «dwy» are left to figures.
const units = {
  day: { en: { one: '{count} day', many: '{count} days' }, cy: { one: '{count} diwrnod', many: '{count} diwrnod' } },
  hour: { en: { one: '{count} hour', many: '{count} hours' }, cy: { one: '{count} awr', many: '{count} awr' } },
  minute: { en: { one: '{count} minute', many: '{count} minutes' }, cy: { one: '{count} munud', many: '{count} munud' } }
} as const;
