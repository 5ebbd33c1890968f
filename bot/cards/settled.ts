import { fill, type Locale } from '../../core/locale.ts';
import { longest } from '../../core/policies/desk-words.ts';
import type { Card } from '../turn.ts';
import { cardOf, doneHeading, factSet, group, paragraph } from './elements.ts';
import { plain, plainLines } from './plain.ts';
import { factsOf, type TaskTold } from './task.ts';

const words = {
  answered: { en: 'Answered', cy: 'Atebwyd' },
  settled: { en: 'Settled', cy: 'Setlwyd' },
  by: { en: '{name}, {when}', cy: '{name}, {when}' },
  already: { en: 'This was dealt with already. Thank you.', cy: 'Ymdriniwyd â hyn eisoes. Diolch.' }
};

/** Takes the place of a task’s card: what was asked and what was answered. */
export function settled(
  data: { readonly task: TaskTold; readonly note: string; readonly by: string; readonly when: string },
  locale: Locale
): Card {
  const title = words[data.task.kind === 'question' ? 'answered' : 'settled'][locale];
  return cardOf(locale, title, [
    doneHeading(title),
    factSet(factsOf(data.task, locale)),
    ...(data.task.wrote === '' ? [] : [group([paragraph(plainLines(data.task.wrote, longest.question))], { style: 'emphasis' as const })]),
    paragraph(fill(words.by[locale], { name: plain(data.by), when: data.when }), { weight: 'Bolder' }),
    paragraph(plainLines(data.note, longest.note), { spacing: 'Small' })
  ]);
}

/** Takes the place of a task’s card that somebody else has dealt with. */
export function settledAlready(locale: Locale): Card {
  return cardOf(locale, words.already[locale], [doneHeading(words.settled[locale]), paragraph(words.already[locale])]);
}
