import { dateIn } from '../../core/dates.ts';
import { fill, type Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { cardOf, factSet, heading, paragraph } from './elements.ts';
import { plain } from './plain.ts';

/** Somebody of the manager’s own who is late. */
export interface Late {
  readonly name: string;
  readonly titles: readonly string[];
  /** `YYYY-MM-DD`, the earliest. */
  readonly due: string;
}

const words = {
  heading: { en: 'Still to be signed in your team', cy: 'Eto i’w lofnodi yn eich tîm' },
  one: {
    en: 'One person of yours has not signed, although the reminders are over.',
    cy: 'Mae un aelod o’ch tîm heb lofnodi, er bod yr atgoffa wedi dod i ben.'
  },
  several: {
    en: '{count} people of yours have not signed, although the reminders are over.',
    cy: 'Mae {count} aelod o’ch tîm heb lofnodi, er bod yr atgoffa wedi dod i ben.'
  },
  line: { en: '{titles}; due on {date}', cy: '{titles}; erbyn {date}' },
  please: {
    en: 'Please speak with them in person. Only you and the e-safety coordinator see this list.',
    cy: 'Siaradwch â nhw wyneb yn wyneb. Dim ond chi a’r cydlynydd e-ddiogelwch sy’n gweld y rhestr hon.'
  },
  more: {
    en: '{count} more are not listed here. The e-safety coordinator can give you their names.',
    cy: 'Mae {count} arall heb eu rhestru yma. Gall y cydlynydd e-ddiogelwch roi eu henwau i chi.'
  },
  otherwise: { en: 'There is something to sort out in your team.', cy: 'Mae rhywbeth i’w ddatrys yn eich tîm.' }
};
const most = 40;

/** Tells a manager which of their own people are late, and nobody else’s. */
export function escalation(late: readonly Late[], locale: Locale): Card {
  return cardOf(locale, words.otherwise[locale], [
    heading(words.heading[locale]),
    paragraph(late.length === 1 ? words.one[locale] : fill(words.several[locale], { count: late.length })),
    factSet(
      late.slice(0, most).map(({ name, titles, due }) => ({
        title: plain(name, 80),
        value: fill(words.line[locale], { titles: plain(titles.map(title => plain(title, 80)).join(', '), 240), date: dateIn(locale, due) })
      }))
    ),
    ...(late.length > most ? [paragraph(fill(words.more[locale], { count: late.length - most }))] : []),
    paragraph(words.please[locale])
  ]);
}
