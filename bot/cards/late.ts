import { dateIn } from '../../core/dates.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { cardOf, heading, paragraph } from './elements.ts';
import { plain } from './plain.ts';

const words = {
  title: { en: 'Still not signed', cy: 'Heb lofnodi o hyd' },
  why: {
    en: 'These people have been reminded and have not answered. You are told as their line manager, or because they have none. A word from you may help.',
    cy: 'Mae’r bobl hyn wedi’u hatgoffa ac nid ydynt wedi ateb. Rhoddir gwybod i chi fel eu rheolwr llinell, neu am nad oes ganddynt un. Gallai gair gennych helpu.'
  },
  line: { en: '{name}: due on {date}', cy: '{name}: erbyn {date}' },
  more: { en: 'and {count} more', cy: 'a {count} arall' }
} as const satisfies { readonly [name: string]: Text };

/** The line of the notification: nobody's name. */
export const lateNotice: Text = {
  en: 'There is something for you to deal with',
  cy: 'Mae rhywbeth i chi ymdrin ag ef'
};

/** Somebody who is late: their name, and the date `YYYY-MM-DD` by which they should have signed. */
export interface Late {
  readonly name: string;
  readonly due: string;
}

const most = 20;

/** Tells a line manager, or a coordinator, who is late. */
export function late(people: readonly Late[], locale: Locale): Card {
  const more = people.length - most;
  return cardOf(locale, lateNotice[locale], [
    heading(words.title[locale]),
    paragraph(words.why[locale]),
    ...people
      .slice(0, most)
      .map(({ name, due }) =>
        paragraph(`• ${fill(words.line[locale], { name: plain(name), date: dateIn(locale, due) })}`, { spacing: 'Small' })
      ),
    ...(more > 0 ? [paragraph(fill(words.more[locale], { count: more }), { spacing: 'Small' })] : [])
  ]);
}
