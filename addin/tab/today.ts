import type { Need, Today } from './api.ts';
import { el } from './dom.ts';
import { card, empty, facts, state, way } from './pieces.ts';
import { say } from './speak.ts';
import { printing, type Screen, showing, type Shown, top } from './screen.ts';

/** What needs whoever looks, the most pressing first, and the figures that they may see: two minutes for a head. */
export function today(screen: Screen): Shown {
  return showing<Today>(screen, say('today'), 'today', ({ greeting, needs, figures, empty: none }) => [
    top(say('today'), printing()),
    el('p', { class: 'lead', 'data-key': 'lead' }, greeting),
    card(
      say('needsYou'),
      needs.length > 0
        ? el('ul', { class: 'to-do' }, ...needs.map(needed))
        : empty(none ?? { title: say('allWell'), says: say('allWellText') })
    ),
    figures.length > 0 ? card(say('atAGlance'), facts(figures)) : undefined
  ]);
}

function needed({ kind, tone, count, says, more, leads }: Need): HTMLElement {
  const link = way(leads, say('open'), 'quiet-link');
  link.setAttribute('aria-label', say('openOf', { what: says }));
  return el(
    'li',
    { class: tone, 'data-key': `${kind}-${leads}` },
    state(tone, String(count)),
    el('div', {}, el('p', {}, says), more === undefined ? undefined : el('p', { class: 'soft small' }, more)),
    link
  );
}
