import { fill, type Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { type Button, cardOf, execute, group, heading, paragraph, say, subheading } from './elements.ts';
import { plain } from './plain.ts';

const words = {
  hello: { en: 'Hello', cy: 'Helo' },
  what: {
    en: 'I am Beadle. For {school} I bring you the policies that you are asked to sign, remind you when one is due, and keep your receipts.',
    cy: 'Beadle ydw i. Ar ran {school} rwy’n dod â’r polisïau y gofynnir i chi eu llofnodi, yn eich atgoffa pan fydd un i’w lofnodi, ac yn cadw eich derbynebau.'
  },
  privacy: {
    en: 'Only the e-safety coordinator sees who has signed. Each time somebody looks you up it is recorded, and you can ask me to show it.',
    cy: 'Dim ond y cydlynydd e-ddiogelwch sy’n gweld pwy sydd wedi llofnodi. Bob tro y bydd rhywun yn edrych ar eich cofnod caiff hynny ei nodi, a gallwch ofyn i mi ei ddangos.'
  },
  show: { en: 'What do I have to sign?', cy: 'Beth sydd gennyf i’w lofnodi?' },
  ask: { en: 'You can ask me', cy: 'Gallwch ofyn i mi' }
};

/** Greets somebody and says what they can do. `asks` are things to say; the buttons say them. */
export function welcome(data: { readonly school: string; readonly asks: readonly string[] }, locale: Locale): Card {
  const asks: readonly Button[] = data.asks.slice(0, 6).map(words => say(words, words));
  return cardOf(
    locale,
    fill(words.what[locale], { school: plain(data.school) }),
    [
      heading(words.hello[locale]),
      paragraph(fill(words.what[locale], { school: plain(data.school) })),
      paragraph(words.privacy[locale]),
      ...(asks.length > 0
        ? [
            group([subheading(words.ask[locale]), ...asks.map(button => ({ type: 'ActionSet' as const, actions: [button] }))], {
              separator: true,
              spacing: 'Medium'
            })
          ]
        : [])
    ],
    [execute(words.show[locale], 'show', {}, { main: true })]
  );
}
