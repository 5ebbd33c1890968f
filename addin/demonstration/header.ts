import type { Place } from './api.ts';
import { button, el, the } from '../dom.ts';
import { placeIds, places } from './places.ts';
import { inWords, say, spoken } from './speak.ts';
import type { Tour } from './tour.ts';

/** The top of the page, and the ways to its places. */
export interface Header {
  readonly update: () => void;
  /** There is nothing to show: the school is being made. */
  readonly away: () => void;
  readonly moving: (now: boolean) => void;
  readonly navigation: (current: Place) => void;
}

/** How many goals of the clock stand at the top; all stand in its own place. */
const atTop = ['morning', 'week', 'renewal'];

export function headerOf(tour: Tour, { reset }: { readonly reset: () => Promise<void> }): Header {
  const eyes = the<HTMLSelectElement>('eyes');
  let current: Place = 'guide';
  let busy = false;
  let look = '';

  eyes.addEventListener('change', () => void tour.become(eyes.value as never));
  the('reset').addEventListener('click', () => askToReset(reset));

  function update(): void {
    const { school, clock, persona, personas, happened } = tour.state();
    the('clock-strip').hidden = false;
    the('school').textContent = school.name;
    const time = the<HTMLTimeElement>('now');
    time.dateTime = clock.now;
    time.textContent = inWords(clock.words);
    eyes.disabled = false;
    const now = JSON.stringify([spoken(), persona, personas.map(({ id }) => id), clock.to.map(({ id, words }) => [id, words])]);
    if (now !== look) {
      eyes.replaceChildren(
        ...personas.map(({ id, name, post }) => el('option', { value: id, selected: id === persona }, titled(name, inWords(post))))
      );
      eyes.value = persona;
      the('clock-goals').replaceChildren(
        ...clock.to
          .filter(({ id }) => atTop.includes(id))
          .map(({ id, title, words }) =>
            button(inWords(title), { class: 'goal', 'data-goal': id, title: inWords(words) }, () => {
              if (!busy) void tour.move({ to: id });
            })
          )
      );
    }
    look = now;
    const [last] = happened;
    if (!busy) the('clock-says').textContent = last ? inWords(last.summary) : '';
    navigation(current);
  }

  function moving(now: boolean): void {
    busy = now;
    the('clock-strip').setAttribute('aria-busy', String(now));
    for (const goal of document.querySelectorAll('[data-goal]')) {
      if (now) goal.setAttribute('aria-disabled', 'true');
      else goal.removeAttribute('aria-disabled');
    }
    if (now) the('clock-says').textContent = say('moving');
  }

  function navigation(place: Place): void {
    current = place;
    const { personas, persona } = tour.state();
    const unread = personas.find(({ id }) => id === persona)?.unread ?? 0;
    const list = the('places-list');
    const links = placeIds.map(id =>
      el(
        'li',
        {},
        el(
          'a',
          { href: `#${id}`, ...(id === place ? { 'aria-current': 'page' } : {}) },
          inWords(places[id].title),
          ...(id === 'chat' && unread > 0 && place !== 'chat'
            ? [' ', el('span', { class: 'unread' }, String(unread), el('span', { class: 'unseen' }, ` ${say('unread')}`))]
            : [])
        )
      )
    );
    const next = [spoken(), place, unread].join(' ');
    if (list.dataset['look'] === next) return;
    const focused = document.activeElement instanceof HTMLAnchorElement && list.contains(document.activeElement);
    list.dataset['look'] = next;
    list.replaceChildren(...links);
    const here = list.querySelector<HTMLElement>('[aria-current]');
    if (focused) here?.focus();
    here?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return {
    update,
    moving,
    navigation,
    away: () => {
      the('clock-strip').hidden = true;
      eyes.disabled = true;
      look = '';
    }
  };
}

/** Asks before everything that was done here is taken away. */
function askToReset(reset: () => Promise<void>): void {
  const dialog = el('dialog', { 'aria-labelledby': 'reset-title' });
  const shut = (): void => {
    dialog.close();
    dialog.remove();
    the('reset').focus();
  };
  dialog.append(
    el('h2', { id: 'reset-title' }, say('resetTitle')),
    el('p', {}, say('resetText')),
    el(
      'ul',
      { class: 'plain' },
      ...(['resetMail', 'resetSigned', 'resetAudits', 'resetClock'] as const).map(word => el('li', {}, say(word)))
    ),
    el('p', {}, say('resetStays')),
    el(
      'p',
      { class: 'doing' },
      button(say('resetYes'), { class: 'main' }, () => {
        shut();
        void reset();
      }),
      button(say('resetNo'), { class: 'quiet' }, shut)
    )
  );
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    shut();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** A name with what somebody is, where the name does not say it already. */
function titled(name: string, post: string): string {
  const [called, does] = [name.toLowerCase(), post.toLowerCase()];
  return called.includes(does) || does.includes(called) ? name : `${name} (${post})`;
}
