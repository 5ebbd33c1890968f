import { dayAt } from '../core/dates.ts';
import type { IncidentDesk } from '../core/incidents/desk.ts';
import type { Locale } from '../core/locale.ts';
import { chatCard } from './cards/chat-parts.ts';
import { paragraph } from './cards/elements.ts';
import type { Card } from './turn.ts';

const words = {
  none: {
    en: 'Nothing can be reported here. Please speak to the school’s office.',
    cy: 'Ni ellir rhoi gwybod am ddim yma. Siaradwch â swyddfa’r ysgol.'
  }
};

/** What is said where nothing can be reported. */
export function withoutReports(locale: Locale): Card {
  return chatCard(locale, words.none[locale], [paragraph(words.none[locale])]);
}

/** Today by the school's clock. */
export function reportingDay({ now, offsets }: Pick<IncidentDesk, 'now' | 'offsets'>): string {
  return dayAt(now().toISOString(), offsets);
}
