import * as z from 'zod';
import { fill, locales, type Locale, type Text } from '../../core/locale.ts';
import { fields } from '../../core/policies/audience.ts';
import type { Refusal } from '../../core/policies/desk.ts';
import { deskWords, fieldWords, longest, refusalWords } from '../../core/policies/desk-words.ts';
import { plain } from '../cards/plain.ts';

/** What a card says of a matter; whose it is never comes from a card. */
export const matterShape = z.strictObject({
  policy: z.string().min(1).max(100),
  major: z.int().min(1).max(100_000),
  child: z.string().min(1).max(100).optional()
});

export const itemShape = matterShape.extend({ language: z.enum(locales) });

/** Most matters in one press: a parent of many children with many policies. */
export const mostItems = 500;

/** Words that somebody typed. Longer than any input lets through; what is too long in its sense the desk says. */
export const typed = z
  .string()
  .max(5000)
  .transform(words => words.trim())
  .optional();

export const tick = z.enum(['true', 'false']).transform(value => value === 'true');

/** Why something was not taken, as a sentence; with the title in front where several are on the card. */
export function sentenceFor(
  refusal: Refusal,
  locale: Locale,
  about: { readonly title?: string | undefined; readonly field?: string | undefined } = {}
): string {
  const { title, field = '' } = about;
  const place = places[field];
  const sentence = fill(refusalWords[refusal][locale], {
    field: place ? place.label[locale] : field,
    most: refusal === 'name-too-long' ? longest.name : (place?.most ?? longest.field)
  });
  return title === undefined ? sentence : `«${plain(title)}»: ${sentence}`;
}

/** What can be wrong by itself: its label, and how long it may be. */
const places: { readonly [field: string]: { readonly label: Text; readonly most: number } | undefined } = {
  ...Object.fromEntries(fields.map(field => [field, { label: fieldWords[field], most: longest.field }])),
  question: { label: deskWords.question, most: longest.question },
  reason: { label: deskWords.reason, most: longest.reason }
};

/** Refusals of what was typed rather than of one matter: said once, whatever the number of matters. */
export function isOfForm(refusal: Refusal): boolean {
  return !['not-asked', 'not-opened', 'old-version', 'signed-already'].includes(refusal);
}
