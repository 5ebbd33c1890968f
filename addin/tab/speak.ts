import { fill, type Locale, type Text, type Values } from '../../core/locale.ts';
import { the } from './dom.ts';
import { type Word, words } from './words.ts';

const kept = 'beadle-language';

/** What somebody chose on this device before, for as long as the window is open. */
export function chosenLocale(): Locale | undefined {
  try {
    return localeOf(sessionStorage.getItem(kept) ?? '');
  } catch {
    // A browser that keeps nothing still speaks.
    return undefined;
  }
}

/** Keeps what somebody chose. */
export function choose(locale: Locale): void {
  try {
    sessionStorage.setItem(kept, locale);
  } catch {
    // It is chosen again next time.
  }
}

/** The language of a tag such as `cy-GB`; nothing for one that Beadle does not speak. */
export function localeOf(tag: string): Locale | undefined {
  return /^cy\b/i.test(tag) ? 'cy' : /^en\b/i.test(tag) ? 'en' : undefined;
}

/** The language that the browser prefers. */
export function browsersLocale(): Locale {
  return navigator.languages.map(localeOf).find(locale => locale !== undefined) ?? 'en';
}

/** The language in which the page stands. */
export function spoken(): Locale {
  return document.documentElement.lang === 'cy' ? 'cy' : 'en';
}

/** A word of the page in the language in which it stands. */
export function say(word: Word, values: Values = {}): string {
  return saying(words[word], values);
}

/** A text that has both languages, in the one in which the page stands. */
export function saying(text: Text, values: Values = {}): string {
  return fill(text[spoken()], values, spoken());
}

/** Tells a screen reader what happened. */
export function tell(sentence: string): void {
  const region = the('say');
  // The same sentence twice is told twice only if it went away in between.
  region.textContent = '';
  setTimeout(() => (region.textContent = sentence), 50);
}

/** Puts the page’s frame into a language. */
export function speak(locale: Locale): void {
  document.documentElement.lang = locale;
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) element.textContent = say(element.dataset['say'] as Word);
  const chosen = document.querySelector<HTMLInputElement>(`input[name=language][value=${locale}]`);
  if (chosen) chosen.checked = true;
}
