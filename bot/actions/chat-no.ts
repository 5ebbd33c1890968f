import * as z from 'zod';
import { told } from '../cards/chat-confirm.ts';
import type { Action } from '../turn.ts';
import { language } from './chat-shapes.ts';

/** Some clients send what stands in the boxes of a card with every button. */
const unread = z.string().max(5000).optional();
const pressed = z.strictObject({ in: language, until: unread, because: unread });
const words = { en: 'Nothing was done.', cy: 'Ni wnaed dim.' };

/** Leaves everything as it is. */
export const chatNo: Action<z.output<typeof pressed>> = {
  id: 'chat-no',
  read: data => pressed.safeParse(data).data,
  run: (_turn, { in: locale }) => Promise.resolve({ card: told(words[locale], [], locale) })
};
