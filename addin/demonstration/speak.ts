import { fill, type Locale, type Text, type Values } from '../../core/locale.ts';
import { the } from '../dom.ts';
import { type Word, words } from './words.ts';

const kept = 'beadle-language';

/** The language that somebody chose here before, else the one that their browser prefers. */
export function firstLocale(): Locale {
  const chosen = chosenLocale();
  if (chosen) return chosen;
  const preferred = navigator.languages.find(language => /^(?:en|cy)\b/i.test(language));
  return preferred && /^cy/i.test(preferred) ? 'cy' : 'en';
}

function chosenLocale(): Locale | undefined {
  try {
    const chosen = sessionStorage.getItem(kept);
    return chosen === 'en' || chosen === 'cy' ? chosen : undefined;
  } catch {
    // A browser that keeps nothing still speaks.
    return undefined;
  }
}

/** The language in which the page stands. */
export function spoken(): Locale {
  return document.documentElement.lang === 'cy' ? 'cy' : 'en';
}

/** A word of the page in the language in which it stands. */
export function say(word: Word, values: Values = {}): string {
  return fill(words[word][spoken()], values, spoken());
}

/** What the service says in every language, in the one in which the page stands. */
export function inWords(text: Text): string {
  return text[spoken()];
}

/** Tells a screen reader what happened. */
export function tell(sentence: string): void {
  const region = the('say');
  // The same sentence twice is told twice only if it went away in between.
  region.textContent = '';
  setTimeout(() => (region.textContent = sentence), 50);
}

/** Puts the page into a language, with every word that stands in it already. */
export function speak(locale: Locale): void {
  document.documentElement.lang = locale;
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) element.textContent = say(element.dataset['say'] as Word);
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) radio.checked = radio.value === locale;
}

/** The switch between languages. */
export function listenForLanguage(changed: () => void): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
    input.addEventListener('change', () => {
      const locale = input.value === 'cy' ? 'cy' : 'en';
      try {
        sessionStorage.setItem(kept, locale);
      } catch {
        // It is chosen again next time.
      }
      speak(locale);
      changed();
    });
  }
}
