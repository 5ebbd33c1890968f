import { chosenPlace, places } from './places.ts';
import { type Demonstration, type Moved, paths, type PersonaId, type Place, type Starting, type State } from './api.ts';
import { guidePanel } from './path.ts';
import { headerOf } from './header.ts';
import { preparing } from './preparing.ts';
import { the } from '../dom.ts';
import { ask } from './service.ts';
import { firstLocale, inWords, listenForLanguage, say, speak, spoken, tell } from './speak.ts';
import type { Tour, View } from './tour.ts';

/** Milliseconds until a service that is gone is asked again, and between two answers at least. */
const pause = { gone: 2000, between: 150 } as const;

start();

/** Ties the page together. */
function start(): void {
  let state: Demonstration | undefined;
  let view: View | undefined;
  let shown = '';
  /** The places that were made, by what they were made for. */
  const made = new Map<string, View>();

  const tour: Tour = {
    state: () => state!,
    go: place => {
      if (location.hash === `#${place}`) show();
      else location.hash = place;
    },
    become,
    move,
    seen: step => void ask(paths.seen, { step }),
    ready: {}
  };
  const header = headerOf(tour, { reset });
  const path = guidePanel(tour);

  async function become(persona: PersonaId): Promise<void> {
    if (state?.persona === persona) return;
    const answer = await ask(paths.persona, { persona });
    if ('problem' in answer) return trouble(answer.problem);
    const found = await ask<State>(paths.state);
    if ('value' in found) heard(found.value);
    const who = state?.personas.find(({ id }) => id === persona);
    if (who) tell(say('nowAs', { who: `${who.name}, ${inWords(who.post)}` }));
  }

  async function move(goal: { readonly days: number } | { readonly to: string }): Promise<void> {
    header.moving(true);
    const answer = await ask<{ readonly summary: { readonly en: string; readonly cy: string } }>(paths.clock, goal as Moved);
    header.moving(false);
    if ('problem' in answer) return trouble(answer.problem);
    const found = await ask<State>(paths.state);
    if ('value' in found) heard(found.value);
    tell(inWords(answer.value.summary));
  }

  async function reset(): Promise<void> {
    const answer = await ask(paths.reset, {});
    if ('problem' in answer) return trouble(answer.problem);
    forget();
    try {
      // What an add-in kept for this tab belongs to the school that is gone.
      for (const name of Object.keys(sessionStorage)) if (/msal/i.test(name)) sessionStorage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
    location.hash = '';
  }

  function trouble(sentence: string | undefined): void {
    const place = the('trouble');
    place.hidden = sentence === undefined;
    if (place.textContent !== (sentence ?? '')) place.textContent = sentence ?? '';
  }

  /** Asks for what is new, again and again. */
  async function follow(): Promise<void> {
    for (;;) {
      const revision = known;
      const answer = await ask<State>(revision === undefined ? paths.state : `${paths.state}?after=${revision}`);
      if ('problem' in answer) {
        trouble(answer.problem);
        known = undefined;
      } else {
        trouble(undefined);
        heard(answer.value);
      }
      await new Promise(resolve => setTimeout(resolve, 'problem' in answer ? pause.gone : pause.between));
    }
  }
  let known: number | undefined;

  function heard(said: State): void {
    known = said.revision;
    if (!said.ready) return starts(said);
    const begins = !state;
    state = said;
    the('preparing').hidden = true;
    the('frame').hidden = false;
    header.update();
    path.update();
    if (begins) tell(say('isReady', { school: said.school.name }));
    show();
  }

  function starts(said: Starting): void {
    state = undefined;
    forget();
    the('frame').hidden = true;
    header.away();
    preparing(the('preparing'), said);
  }

  function forget(): void {
    for (const each of made.values()) each.gone?.();
    made.clear();
    view = undefined;
    shown = '';
    the('place').replaceChildren();
  }

  /** Shows the place that the address names, for whom one looks as and in the language of the page. */
  function show(): void {
    if (!state) return;
    const place = chosenPlace(location.hash);
    const key = `${place} ${state.persona} ${spoken()}`;
    path.update();
    const arrived = key !== shown;
    if (arrived) {
      // Somebody else’s desk is not left open.
      for (const [name, each] of made) {
        if (name.endsWith(` ${state.persona} ${spoken()}`)) continue;
        each.gone?.();
        each.root.remove();
        made.delete(name);
      }
      if (view) view.root.hidden = true;
      view = made.get(key) ?? places[place].make(tour);
      made.set(key, view);
      view.root.hidden = false;
      if (!view.root.isConnected) the('place').append(view.root);
      document.title = `${inWords(places[place].title)} – Beadle`;
      navigation(place);
    }
    view!.update();
    if (arrived && shown !== '') {
      const heading = view!.root.querySelector<HTMLElement>('h1');
      if (heading && !view!.root.contains(document.activeElement)) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
        window.scrollTo(0, 0);
      }
    }
    shown = key;
  }

  function navigation(current: Place): void {
    header.navigation(current);
  }

  speak(firstLocale());
  listenForLanguage(() => {
    header.update();
    path.update();
    show();
  });
  addEventListener('hashchange', show);
  void follow();
}
