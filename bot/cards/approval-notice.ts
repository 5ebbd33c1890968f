import type { Locale, Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { cardOf, execute, heading, paragraph } from './elements.ts';

/** All that a notification says. */
export const approvalNotice: Text = {
  en: 'Something waits for you about an approval',
  cy: 'Mae rhywbeth yn aros amdanoch ynghylch cymeradwyaeth'
};

const words = {
  lead: {
    en: 'Open it where nobody else can see your screen.',
    cy: 'Agorwch ef lle na all neb arall weld eich sgrin.'
  },
  show: { en: 'Show it', cy: 'Ei ddangos' }
};

/** Tells somebody that a request waits for them or was decided: no name, no kind, no word of it. */
export function approvalCover(id: string, locale: Locale): Card {
  return cardOf(
    locale,
    approvalNotice[locale],
    [heading(approvalNotice[locale]), paragraph(words.lead[locale])],
    [execute(words.show[locale], 'approval-open', { id, in: locale }, { main: true })]
  );
}
