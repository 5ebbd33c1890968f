import type { Locale, Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { cardOf, heading, paragraph } from './elements.ts';

/** All that a notification says. */
export const registerNotice: Text = {
  en: 'Something falls due in a register that you keep',
  cy: 'Mae rhywbeth i’w wneud mewn cofrestr yr ydych yn ei chadw'
};

const where: Text = {
  en: 'Open Beadle’s tab and choose «Registers».',
  cy: 'Agorwch dab Beadle a dewiswch «Cofrestri».'
};

/** Tells whoever keeps a register that something in it falls due: not which, and of whom not at all. */
export function registerCard(locale: Locale): Card {
  return cardOf(locale, registerNotice[locale], [heading(registerNotice[locale]), paragraph(where[locale])]);
}
