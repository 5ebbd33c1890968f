import { fill, type Locale } from '../../core/locale.ts';
import type { Sending } from '../../core/policies/desk.ts';
import { type Answer, no, replied, rightsIn } from '../answers.ts';
import { chatCard } from '../cards/chat-parts.ts';
import { type Button, execute, factSet, heading, paragraph } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
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
  more: { en: 'and {count} more', cy: 'a {count} arall' },
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
  const { waiting, sent, failed, paused, troubles = [] } = sending;
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
      ]),
      ...troubleLines(troubles, locale).map(line => paragraph(line))
    ],
    buttons
  );
}

/** Names that are shown for one reason; the others are counted. */
const mostNames = 15;

/** A line for each reason: whom nothing reaches, why, and what can be done. */
function troubleLines(troubles: NonNullable<Sending['troubles']>, locale: Locale): readonly string[] {
  const byReason = new Map<string, { readonly names: Set<string>; readonly next: string }>();
  for (const { person, what, next } of troubles) {
    const found = byReason.get(what[locale]) ?? { names: new Set(), next: next[locale] };
    byReason.set(what[locale], found);
    found.names.add(person.name);
  }
  return [...byReason].map(([what, { names, next }]) => {
    const shown = [...names].slice(0, mostNames).map(name => plain(name));
    const more = names.size - shown.length;
    const rest = more > 0 ? ` ${fill(words.more[locale], { count: more })}` : '';
    return `${shown.join(', ')}${rest}: ${what} ${next}`;
  });
}
