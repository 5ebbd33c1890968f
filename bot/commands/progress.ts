import { type Answer, no, replied, rightsIn } from '../answers.ts';
import { chatCard } from '../cards/chat-parts.ts';
import { type Button, execute, factSet, heading, paragraph } from '../cards/elements.ts';
import { allowedTo } from '../rights.ts';
import type { Card, Turn } from '../turn.ts';

const words = {
  title: { en: 'Cards and letters', cy: 'Cardiau a llythyrau' },
  waiting: { en: 'Waiting to be sent', cy: 'Yn aros i’w hanfon' },
  sent: { en: 'Sent today', cy: 'Anfonwyd heddiw' },
  failed: { en: 'Could not be sent', cy: 'Methwyd eu hanfon' },
  done: { en: 'Everything has been sent.', cy: 'Mae popeth wedi’i anfon.' },
  going: { en: 'The sending goes on.', cy: 'Mae’r anfon yn parhau.' },
  paused: { en: 'The sending is paused.', cy: 'Mae’r anfon wedi’i oedi.' },
  pause: { en: 'Pause', cy: 'Oedi' },
  goOn: { en: 'Go on', cy: 'Parhau' },
  again: { en: 'Look again', cy: 'Edrych eto' },
  unknown: { en: 'I cannot see here how the sending stands.', cy: 'Ni allaf weld yma sut mae’r anfon yn mynd.' }
};

/** How the sending of cards and letters stands, with a button to pause it. */
export const progress: Answer<'progress'> = async turn => [replied(await progressCard(turn), turn.locale)];

/** The same as a card, which a button renews. */
export async function progressCard(turn: Turn): Promise<Card> {
  const { desk, locale } = turn;
  if (allowedTo('progress', await rightsIn(turn)) !== 'all') return no(turn);
  const sending = await desk.sending?.();
  if (!sending) return chatCard(locale, words.unknown[locale], [paragraph(words.unknown[locale])]);
  const { waiting, sent, failed, paused } = sending;
  const sentence = (paused ? words.paused : waiting > 0 ? words.going : words.done)[locale];
  const buttons: Button[] = [execute(words.again[locale], 'chat-sending', { in: locale })];
  if (desk.pause) buttons.unshift(execute((paused ? words.goOn : words.pause)[locale], 'chat-sending', { pause: !paused, in: locale }));
  return chatCard(
    locale,
    sentence,
    [
      heading(words.title[locale]),
      paragraph(sentence),
      factSet([
        { title: words.waiting[locale], value: String(waiting) },
        { title: words.sent[locale], value: String(sent) },
        ...(failed > 0 ? [{ title: words.failed[locale], value: String(failed) }] : [])
      ])
    ],
    buttons
  );
}
