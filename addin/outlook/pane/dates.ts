import { months } from '../../../core/dates.ts';
import type { Locale } from '../../../core/locale.ts';

/** The day of an instant by this device's clock, as people write it: `22 November 2026`. Not every device has the names of the Welsh months. */
export function dayIn(instant: string, locale: Locale): string {
  const date = new Date(instant);
  return `${date.getDate()} ${months[locale][date.getMonth()] ?? ''} ${date.getFullYear()}`;
}
