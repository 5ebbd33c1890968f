import { el } from '../dom.ts';
import { ask } from './ask.ts';
import { type CardData, drawn, type Pressed } from './card.ts';
import { askForLink } from './enter.ts';
import { saying } from './field.ts';
import { chosenLocale, speak, tell } from './speak.ts';
import { show, showProblem, showWaiting } from './view.ts';

interface State {
  readonly school: string;
  readonly language: 'en' | 'cy';
  readonly cards: readonly CardData[];
}

/** Whoever has proved who they are reports here, and sees what waits for them behind its cover. Everybody else asks for a link first. */
export async function reporting(left: () => void): Promise<void> {
  showWaiting();
  const answer = await ask<State>('/sign/api/report');
  if ('problem' in answer) {
    if (answer.status === 401 || answer.status === 403) return askForLink(undefined, 'report');
    return showProblem(answer.problem, () => void reporting(left));
  }
  const { school, language, cards } = answer.value;
  if (chosenLocale() === undefined && document.documentElement.lang !== language) {
    speak(language);
    return reporting(left);
  }
  const places = cards.map(card => {
    const place = el('section', { tabindex: '-1', class: 'report' });
    put(place, card);
    return place;
  });
  const leave = saying('leave', { class: 'quiet' }, () => void ask('/sign/api/leave', {}).then(left));
  show(el('h1', {}, school), ...places, el('p', { class: 'leave' }, leave));
}

function put(place: HTMLElement, card: CardData): void {
  const { element } = drawn(card, {}, true, what => void press(place, what));
  place.replaceChildren(el('div', { class: 'card adaptive' }, element));
}

/** A card while it waits for an answer is not pressed again. */
let pressing = false;

async function press(place: HTMLElement, what: Pressed): Promise<void> {
  if (pressing) return;
  pressing = true;
  place.setAttribute('aria-busy', 'true');
  try {
    const answer = await ask<{ readonly cards: readonly CardData[] }>('/sign/api/report/act', what);
    if ('problem' in answer) {
      if (answer.status === 401) return askForLink(answer.problem, 'report');
      place.querySelector('.wrong.act')?.remove();
      place.append(el('p', { class: 'wrong act', role: 'alert' }, answer.problem));
      return;
    }
    const [card] = answer.value.cards;
    if (!card) return;
    put(place, card);
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'start' });
    tell(place.querySelector('.ac-textBlock')?.textContent ?? '');
  } finally {
    pressing = false;
    place.removeAttribute('aria-busy');
  }
}
