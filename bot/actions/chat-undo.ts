import * as z from 'zod';
import { fill } from '../../core/locale.ts';
import { no, rightsIn } from '../answers.ts';
import { told } from '../cards/chat-confirm.ts';
import { peopleWords } from '../cards/chat-parts.ts';
import { allowedTo } from '../rights.ts';
import type { Action } from '../turn.ts';
import { inLanguage, instant, language } from './chat-shapes.ts';

const pressed = z.strictObject({ since: instant, in: language });
const words = {
  done: { en: 'Reminders for {people} are taken back.', cy: 'Tynnwyd yn ôl y nodiadau atgoffa ar gyfer {people}.' },
  gone: { en: 'It is too late: they have all been sent.', cy: 'Mae’n rhy hwyr: mae pob un wedi’i anfon.' }
};

/** Takes back the asker's reminders that have not been sent yet. */
export const chatUndo: Action<z.output<typeof pressed>> = {
  id: 'chat-undo',
  read: data => pressed.safeParse(data).data,
  run: async (asked, { since, in: locale }) => {
    const turn = inLanguage(asked, locale);
    const { desk, person } = turn;
    if (allowedTo('remind', await rightsIn(turn)) !== 'all') return { card: no(turn) };
    const count = (await desk.takeBack?.(person.id, since)) ?? 0;
    const title = count > 0 ? fill(words.done[locale], { people: peopleWords(count, locale) }) : words.gone[locale];
    return { card: told(title, [], locale) };
  }
};
