import type { Locale } from '../locale.ts';
import { rules } from './rules/index.ts';

/** What a rule is called in lists and links: the wrong that it finds. A rule that is not known here goes by its id. */
export function titleOf(id: string, locale: Locale): string {
  const rule = rules.find(rule => rule.id === id);
  return rule ? rule.title[locale] : id;
}
