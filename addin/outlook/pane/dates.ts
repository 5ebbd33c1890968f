import type { Locale } from '../../../core/locale.ts';

const months = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  cy: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr']
} as const;

/** The day of an instant by this device's clock, as people write it: `22 November 2026`. Not every device has the names of the Welsh months. */
export function dayIn(instant: string, locale: Locale): string {
  const date = new Date(instant);
  return `${date.getDate()} ${months[locale][date.getMonth()] ?? ''} ${date.getFullYear()}`;
}
