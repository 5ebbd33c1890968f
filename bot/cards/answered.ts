import { fill, type Locale } from '../../core/locale.ts';
import { longest } from '../../core/policies/desk-words.ts';
import type { Card } from '../turn.ts';
import { cardOf, group, heading, paragraph } from './elements.ts';
import { plain, plainLines } from './plain.ts';

const words = {
  heading: { en: 'An answer to your question', cy: 'Ateb i’ch cwestiwn' },
  about: { en: '{title}, version {version}', cy: '{title}, fersiwn {version}' },
  asked: { en: 'You asked:', cy: 'Gofynnoch:' },
  answer: { en: 'The answer:', cy: 'Yr ateb:' },
  from: { en: 'The answer of {name}:', cy: 'Ateb {name}:' },
  stands: { en: 'Your signature stands as it is.', cy: 'Mae eich llofnod yn sefyll fel y mae.' }
};

/** Brings the coordinator’s answer to whoever signed with a question. */
export function answered(
  data: { readonly title: string; readonly version: string; readonly question: string; readonly answer: string; readonly by: string },
  locale: Locale
): Card {
  return cardOf(locale, words.heading[locale], [
    heading(words.heading[locale]),
    paragraph(fill(words.about[locale], { title: plain(data.title), version: data.version }), { spacing: 'None' }),
    group(
      [paragraph(words.asked[locale], { weight: 'Bolder' }), paragraph(plainLines(data.question, longest.question), { spacing: 'Small' })],
      { style: 'emphasis' }
    ),
    paragraph(data.by === '' ? words.answer[locale] : fill(words.from[locale], { name: plain(data.by) }), { weight: 'Bolder' }),
    paragraph(plainLines(data.answer, longest.note), { spacing: 'Small' }),
    paragraph(words.stands[locale])
  ]);
}
