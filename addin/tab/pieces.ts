import { isPage } from '../../core/report/tame.ts';
import { signs } from '../../core/report/toned.ts';
import type { Tone } from '../../core/report/report.ts';
import type { Empty } from './api.ts';
import { el, type Children } from './dom.ts';

/** A state in a word, with a sign for those who cannot tell its colour. */
export function state(tone: Tone, says: string): HTMLElement {
  return el('span', { class: `state ${tone}` }, el('span', { 'aria-hidden': 'true' }, signs[tone]), says);
}

/** A word that stands beside something and judges nothing. */
export function tag(says: string, look: Tone = 'plain'): HTMLElement {
  return el('span', { class: `state ${look}` }, says);
}

/** Figures at a glance. */
export function facts(
  all: readonly { readonly label: string; readonly value: string; readonly tone: Tone; readonly leads?: string }[]
): HTMLElement {
  return el(
    'dl',
    { class: 'facts' },
    ...all.map(({ label, value, tone, leads }) =>
      el(
        'div',
        { class: tone, 'data-key': label },
        el('dt', {}, leads === undefined ? label : way(leads, label)),
        el('dd', { class: value.length > 6 ? 'long' : undefined }, value)
      )
    )
  );
}

/** A way to another view, to a page of ours or to one of somebody else; what is none of these is shown and not followed. */
export function way(leads: string, says: string, look?: string): HTMLElement {
  const outside = isPage(leads) || /^\/(?!\/)[^\s"'<>\\]*$/.test(leads);
  if (outside) return el('a', { href: leads, target: '_blank', rel: 'noreferrer', class: look }, says);
  return /^[a-z]+(?:\/|$)/.test(leads) ? el('a', { href: `#${leads}`, class: look }, says) : el('span', {}, says);
}

/** Why there is nothing to show, and where to go on. */
export function empty({ title, says, next }: Empty): HTMLElement {
  const to = next?.leads ?? next?.url;
  return el(
    'div',
    { class: 'empty', 'data-key': 'empty' },
    el('strong', {}, title),
    el('span', {}, says),
    next && to !== undefined ? el('span', {}, way(to, next.text)) : undefined
  );
}

/** A part of a view, with its heading. */
export function card(title: string, ...children: Children): HTMLElement {
  return el('section', { class: 'card', 'data-key': `card-${title}` }, el('h2', {}, title), ...children);
}

/** A button that does something. */
export function button(says: string, look: 'main' | 'quiet' | 'danger' | 'plain-button', act: () => void, key?: string): HTMLButtonElement {
  return el('button', { type: 'button', class: look, 'data-key': key, onclick: act }, says);
}

/** What is unfolded when somebody wants to know more. */
export function more(says: string, ...children: Children): HTMLElement {
  return el('details', { class: 'more', 'data-key': `more-${says}` }, el('summary', {}, says), ...children);
}
