import type { Empty } from '../../addin/tab/api.ts';
import type { Locale, Text } from '../../core/locale.ts';
import type { Standing } from '../../core/policies/standing.ts';
import type { Tone } from '../../core/report/report.ts';

/** How many of something: one has words of its own, and in Welsh so may two. `{count}` stands for the number. */
export interface Counting {
  readonly one: Text;
  readonly more: Text;
}

/** «1 person has not signed», «3 people have not signed». */
export function counted({ one, more }: Counting, count: number, locale: Locale): string {
  return (count === 1 ? one : more)[locale].replace('{count}', String(count));
}

/** Why a view is empty, in one language. */
export function emptyOf(title: Text, says: Text, locale: Locale, next?: { readonly text: Text; readonly leads?: string }): Empty {
  return {
    title: title[locale],
    says: says[locale],
    ...(next && { next: { text: next.text[locale], ...(next.leads === undefined ? {} : { leads: next.leads }) } })
  };
}

/** How a signature that is wanted looks. */
export const standingTones: { readonly [S in Standing]: Tone } = {
  due: 'plain',
  asked: 'plain',
  opened: 'plain',
  signed: 'good',
  declined: 'bad',
  excused: 'accepted',
  overdue: 'bad',
  expired: 'warn',
  left: 'unknown'
};

/** Without case, accents and what is not a letter or a number, so that a search finds what it means. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
}
