import type { Session, View } from './api.ts';
import { audits } from './audits.ts';
import { clauses } from './clauses.ts';
import { type Children, el, patch, the } from './dom.ts';
import { incidents } from './incidents.ts';
import { mail } from './mail.ts';
import { empty } from './pieces.ts';
import { type Screen, type Shown, top } from './screen.ts';
import { settings } from './settings.ts';
import { signatures } from './signatures.ts';
import { say } from './speak.ts';
import { tables } from './tables.ts';
import { today } from './today.ts';

const openings: { readonly [V in View]: (screen: Screen) => Shown } = {
  today,
  signatures,
  audits,
  mail,
  incidents,
  approvals: screen => tables(screen, 'approvals'),
  registers: screen => tables(screen, 'registers'),
  clauses,
  settings
};

/** The views of a sitting, one of which is shown. */
export interface Frame {
  /** Goes to where a link leads, such as `signatures/staff-aup`; to the first view where it leads nowhere. */
  readonly go: (leads: string, focus: boolean) => void;
  readonly renew: () => void;
  /** Opens what is shown again, as after another language was chosen. */
  readonly reopen: () => void;
  readonly leave: () => void;
}

/** Begins with whoever is signed in: each sees their own views alone. `went` is told which view is shown. */
export function framed(session: Session, went: (view: View) => void): Frame {
  let now: { readonly view: View; readonly shown: Shown } | undefined;
  let turn = 0;
  let folded = true;

  const ways = (): void => {
    const place = the('ways');
    place.hidden = session.views.length < 2;
    place.setAttribute('aria-label', say('ways'));
    const here = now?.view;
    patch(place, [
      el(
        'div',
        {},
        el(
          'button',
          {
            type: 'button',
            class: 'quiet menu',
            'aria-expanded': String(!folded),
            'aria-controls': 'ways-list',
            onclick: () => {
              folded = !folded;
              ways();
            }
          },
          here ? say(here) : say('ways')
        ),
        el(
          'ul',
          { id: 'ways-list' },
          ...session.views.map(view =>
            el(
              'li',
              { 'data-key': view },
              el('a', { href: `#${view}`, 'aria-current': view === here ? 'page' : undefined, onclick: () => (folded = true) }, say(view))
            )
          )
        )
      )
    ]);
  };

  function go(leads: string, focus: boolean): void {
    const [first = '', ...asked] = leads.split('/').map(decoded);
    const view = session.views.find(each => each === first) ?? session.views[0];
    if (!view) return nothing();
    // What a report is called stands in no address, not even for the moment in which it is opened.
    if (view === 'incidents' && asked.length > 0) history.replaceState(null, '', `${location.pathname}${location.search}#incidents`);
    folded = true;
    if (now?.view === view) {
      now.shown.turn?.(asked);
      return ways();
    }
    open(view, asked, focus);
  }

  function open(view: View, asked: readonly string[], focus: boolean): void {
    now?.shown.leave?.();
    const mine = ++turn;
    const place = the('view');
    place.replaceChildren();
    document.title = `${say(view)} – ${session.school.name} – Beadle`;
    const screen: Screen = {
      session,
      asked,
      can: action => !session.readOnly && session.actions.includes(action),
      here: () => mine === turn,
      draw: (...children) => {
        if (mine !== turn) return;
        const held = document.activeElement;
        patch(place, noted(children));
        // What was in focus may have gone with what it stood in: the reader goes on at the view, not at the beginning of the page.
        if (held && held !== document.body && !held.isConnected) place.focus({ preventScroll: true });
      }
    };
    now = { view, shown: openings[view](screen) };
    ways();
    if (focus) {
      window.scrollTo(0, 0);
      place.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
    went(view);
  }

  function noted(children: Children): Children {
    return session.readOnly ? [el('p', { class: 'stale', 'data-key': 'read-only' }, say('readOnly')), ...children] : children;
  }

  function nothing(): void {
    patch(the('view'), [top(say('nothingTitle')), empty({ title: session.person.name, says: say('nothingText') })]);
    ways();
  }

  return {
    go,
    renew: () => now?.shown.renew(true),
    reopen: () => {
      const view = now?.view;
      if (view) open(view, [], false);
    },
    leave: () => {
      now?.shown.leave?.();
      now = undefined;
      turn += 1;
      the('ways').hidden = true;
    }
  };
}

/** A word of an address as it was meant; one that is written wrongly is taken as it stands. */
function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
