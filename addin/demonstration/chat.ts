import { type Activity, type Answered, type Chat, paths } from './api.ts';
import type { CardData, Pressed } from '../adaptive.ts';
import { button, el } from '../dom.ts';
import { ask } from './service.ts';
import { say, spoken, tell } from './speak.ts';
import type { Tour, View } from './tour.ts';
import type { PersonaId } from './api.ts';

/** Milliseconds until a chat that is gone is asked for again. */
const pause = 2000;

/** What each persona may like to ask, in the words of the bot’s own commands. */
const suggestions: { readonly [P in PersonaId]: { readonly en: readonly string[]; readonly cy: readonly string[] } } = {
  teacher: { en: ['my status', 'report', 'help'], cy: ['fy statws', 'adrodd', 'help'] },
  head: { en: ['progress', 'what changed since last week', 'help'], cy: ['cynnydd', 'beth newidiodd ers yr wythnos diwethaf', 'help'] },
  coordinator: {
    en: ['who hasn’t signed', 'progress', 'remind the governors', 'help'],
    cy: ['pwy sydd heb lofnodi', 'cynnydd', 'atgoffa’r llywodraethwyr', 'help']
  },
  chair: { en: ['progress', 'my status', 'help'], cy: ['cynnydd', 'fy statws', 'help'] },
  parent: { en: ['my status', 'help'], cy: ['fy statws', 'help'] },
  it: { en: ['my status', 'help'], cy: ['fy statws', 'help'] }
};

/** The bot in a chat of this page: it answers as it does in Teams, with the same cards. */
export function chat(tour: Tour): View {
  const { persona, personas } = tour.state();
  const who = personas.find(({ id }) => id === persona)!;
  const root = el('section', { class: 'chat-place' }, el('h1', {}, say('chatTitle')));
  if (!who.chat) {
    root.append(
      el(
        'div',
        { class: 'empty-place' },
        el('p', {}, say('chatNone', { name: who.name })),
        button(say('chatOther'), { class: 'main' }, () => void tour.become('coordinator'))
      )
    );
    return { root, update: () => {} };
  }

  const path = paths.chat.replace(':persona', persona);
  const gone = new AbortController();
  const shown = new Map<string, HTMLElement>();
  const asked = new Set<string>();
  const log = el('div', { class: 'chat-log', role: 'log', 'aria-label': say('chatLog'), tabindex: '0' });
  const typing = el(
    'p',
    { class: 'typing', hidden: true },
    el('span', { 'aria-hidden': 'true' }, '• • •'),
    el('span', { class: 'unseen' }, say('typing'))
  );
  const input = el('input', { id: 'chat-words', autocomplete: 'off', maxlength: '1000', placeholder: say('chatPlaceholder') });
  const chips = el('div', { class: 'chat-suggestions', role: 'group', 'aria-label': say('chatTry') });
  const form = el(
    'form',
    { class: 'chat-say', novalidate: true },
    el('label', { for: 'chat-words', class: 'unseen' }, say('chatWords')),
    input,
    el('button', { type: 'submit', class: 'main' }, say('chatSend'))
  );
  const empty = el('p', { class: 'empty-place' }, say('chatEmpty'));
  log.append(empty);
  root.append(el('div', { class: 'chat card' }, log, typing, chips, form));
  let waiting = 0;

  function showTyping(now: number): void {
    waiting = Math.max(0, now);
    typing.hidden = waiting === 0;
    if (waiting > 0) log.scrollTop = log.scrollHeight;
  }

  /** Shows the newest from where it begins: what is longer than the window is read from its top. */
  function lead(bubble: HTMLElement): void {
    const top = bubble.offsetTop - log.offsetTop - 12;
    log.scrollTop = Math.min(top, log.scrollHeight - log.clientHeight);
  }

  async function speakUp(text: string): Promise<void> {
    const words = text.trim();
    if (words === '') return input.focus();
    input.value = '';
    input.focus();
    showTyping(waiting + 1);
    const answer = await ask<Answered>(path, { text: words });
    showTyping(waiting - 1);
    if ('problem' in answer) return note(answer.problem);
    answered(answer.value);
  }

  function answered({ says }: Answered): void {
    if (says) note(says);
  }

  /** A sentence that stands in the chat for now, and is told. */
  function note(sentence: string): void {
    log.append(el('p', { class: 'chat-note' }, sentence));
    log.scrollTop = log.scrollHeight;
    tell(sentence);
  }

  async function press(id: string, { verb, data }: Pressed, automatic = false): Promise<void> {
    const bubble = shown.get(id);
    bubble?.setAttribute('aria-busy', 'true');
    if (!automatic) showTyping(waiting + 1);
    const answer = await ask<Answered>(path, { replyToId: id, execute: { verb, data }, ...(automatic ? { automatic } : {}) });
    if (!automatic) showTyping(waiting - 1);
    bubble?.removeAttribute('aria-busy');
    if ('problem' in answer) return automatic ? undefined : note(answer.problem);
    if (answer.value.card) await drawInto(id, answer.value.card, !automatic);
    answered(answer.value);
  }

  /** Draws a card into the bubble of an activity, in place of the one that stands there. */
  async function drawInto(id: string, content: object, focus: boolean): Promise<void> {
    const bubble = shown.get(id);
    if (!bubble) return;
    const { drawn } = await import('../adaptive.ts');
    const wrong = (count: number): void => tell(count === 1 ? say('wrongOne') : say('wrongMany', { count }));
    const card = drawn(content as CardData, { wrong }, what => void press(id, what));
    const place = bubble.querySelector<HTMLElement>('.chat-card') ?? el('div', { class: 'chat-card adaptive' });
    place.replaceChildren(card.element);
    if (!place.isConnected) bubble.append(place);
    lead(bubble);
    if (focus) {
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    }
  }

  async function show(activity: Activity): Promise<void> {
    const { id, from, text, summary, attachments = [], timestamp } = activity;
    empty.remove();
    const words = text ?? (attachments.length === 0 ? summary : undefined);
    const bubble = shown.get(id) ?? el('article', { class: `bubble ${from}`, 'data-activity': id });
    bubble.replaceChildren(
      el('p', { class: 'bubble-who' }, from === 'bot' ? 'Beadle' : who.name, ' ', el('time', { datetime: timestamp }, timeOf(timestamp))),
      ...(words ? words.split(/\n+/).map(line => el('p', {}, line)) : [])
    );
    if (!shown.has(id)) log.append(bubble);
    shown.set(id, bubble);
    for (const { content } of attachments) {
      await drawInto(id, content, false);
      const refresh = (content as { readonly refresh?: { readonly action?: { readonly verb?: unknown; readonly data?: unknown } } }).refresh
        ?.action;
      if (typeof refresh?.verb !== 'string' || asked.has(`${id} ${timestamp}`)) continue;
      asked.add(`${id} ${timestamp}`);
      void press(id, { verb: refresh.verb, data: (refresh.data ?? {}) as Pressed['data'] }, true);
    }
    lead(bubble);
  }

  async function follow(): Promise<void> {
    let watermark = 0;
    while (!gone.signal.aborted) {
      const answer = await ask<Chat>(`${path}?after=${watermark}`, undefined, gone.signal);
      if (gone.signal.aborted) return;
      if ('problem' in answer) {
        await new Promise(resolve => setTimeout(resolve, pause));
        continue;
      }
      // A conversation that began anew counts from the beginning.
      if (answer.value.watermark < watermark) {
        shown.clear();
        log.replaceChildren(empty);
      }
      watermark = answer.value.watermark;
      for (const activity of answer.value.activities) if (activity.type !== 'invoke') await show(activity);
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    void speakUp(input.value);
  });
  chips.append(...suggestions[persona][spoken()].map(words => button(words, { class: 'chat-suggestion' }, () => void speakUp(words))));
  void follow();

  return {
    root,
    gone: () => gone.abort(),
    update: () => {
      if (tour.ready.words === undefined) return;
      input.value = tour.ready.words;
      delete tour.ready.words;
      input.focus();
    }
  };
}

/** The hour of an instant that bears its own offset, else by this machine’s clock. */
function timeOf(instant: string): string {
  const [, time] = /T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?[+-]/.exec(instant) ?? [];
  return time ?? new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
