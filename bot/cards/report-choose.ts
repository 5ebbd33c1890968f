import { categories, categoryWords } from '../../core/incidents/incident.ts';
import { safeguarding } from '../../core/incidents/safeguarding.ts';
import type { Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard } from './chat-parts.ts';
import { execute, heading, paragraph } from './elements.ts';

const words = {
  title: { en: 'Report something', cy: 'Rhoi gwybod am rywbeth' },
  lead: {
    en: 'What is it? Only those who deal with it will see what you write. It never goes to whom it is about.',
    cy: 'Beth ydyw? Dim ond y rhai sy’n ymdrin ag ef fydd yn gweld yr hyn a ysgrifennwch. Nid yw byth yn mynd at y person dan sylw.'
  },
  urgent: {
    en: 'If it cannot wait, telephone the school as well: nobody may be reading this now.',
    cy: 'Os na all aros, ffoniwch yr ysgol hefyd: efallai nad oes neb yn darllen hyn nawr.'
  }
};

/** Asks what is to be reported, one button each. A worry about a child stands first, and leads away from here before a word of it is typed. */
export function reportChoose(locale: Locale): Card {
  const button = (title: string, category: string) => execute(title, 'report-choose', { category, in: locale });
  return chatCard(
    locale,
    words.title[locale],
    [heading(words.title[locale]), paragraph(words.lead[locale]), paragraph(words.urgent[locale], { spacing: 'Small' })],
    [button(safeguarding.choice[locale], 'child'), ...categories.map(category => button(categoryWords[category][locale], category))]
  );
}
