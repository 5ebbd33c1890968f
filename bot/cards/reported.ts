import { type Category } from '../../core/incidents/incident.ts';
import { safeguarding } from '../../core/incidents/safeguarding.ts';
import { steps } from '../../core/incidents/steps.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { cardOf, doneHeading, factSet, group, heading, paragraph } from './elements.ts';
import { plain } from './plain.ts';

const words = {
  title: { en: 'Reported. Thank you.', cy: 'Rhoddwyd gwybod. Diolch.' },
  reference: { en: 'Reference', cy: 'Cyfeirnod' },
  keep: {
    en: 'Keep this reference. You cannot see the report again here; if something is to be added, send another and name the reference.',
    cy: 'Cadwch y cyfeirnod hwn. Ni allwch weld yr adroddiad eto yma; os oes rhywbeth i’w ychwanegu, anfonwch un arall ac enwch y cyfeirnod.'
  },
  who: {
    en: 'Somebody will deal with it. We cannot promise that nobody else will ever hear of it.',
    cy: 'Bydd rhywun yn ymdrin ag ef. Ni allwn addo na fydd neb arall byth yn clywed amdano.'
  },
  nobody: {
    en: 'Nobody at the school may have this report. It is kept, but please speak to {outside} now.',
    cy: 'Ni chaiff neb yn yr ysgol yr adroddiad hwn. Fe’i cedwir, ond siaradwch â {outside} nawr.'
  },
  now: { en: 'What to do now', cy: 'Beth i’w wneud nawr' }
};

/** The receipt of a report: its reference and what to do now. Nothing of what was written. */
export function reported(
  data: { readonly reference: string; readonly category: Category; readonly routed: boolean; readonly outside: Text },
  locale: Locale
): Card {
  const { reference, category, routed, outside } = data;
  return cardOf(locale, words.title[locale], [
    doneHeading(words.title[locale]),
    factSet([{ title: words.reference[locale], value: reference }]),
    routed
      ? paragraph(words.who[locale])
      : group([paragraph(fill(words.nobody[locale], { outside: plain(outside[locale], 300) }), { weight: 'Bolder' })], {
          style: 'attention'
        }),
    paragraph(words.keep[locale]),
    paragraph(words.now[locale], { weight: 'Bolder' }),
    ...steps[category].reporter.map(step => paragraph(step[locale], { spacing: 'Small' }))
  ]);
}

/** What stops a report of a worry about a child: whom to speak to, now. */
export function safeguarded(data: { readonly lead: Text; readonly reference: string }, locale: Locale): Card {
  const lead = plain(data.lead[locale], 300);
  return cardOf(locale, safeguarding.title[locale], [
    heading(safeguarding.title[locale]),
    group([paragraph(fill(safeguarding.now[locale], { lead }), { weight: 'Bolder' })], { style: 'attention' }),
    paragraph(safeguarding.danger[locale], { weight: 'Bolder' }),
    paragraph(safeguarding.aboutLead[locale]),
    paragraph(safeguarding.kept[locale]),
    paragraph(fill(safeguarding.reference[locale], { reference: data.reference }))
  ]);
}
