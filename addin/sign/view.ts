import { el, the } from '../dom.ts';
import { said, saying } from './field.ts';
import { say } from './speak.ts';

/** Puts these into the page in place of what stood there, and the focus on its heading, so that nobody has to look for what is new. */
export function show(...children: readonly (Node | string)[]): void {
  const main = the('text');
  main.replaceChildren(...children);
  const heading = main.querySelector<HTMLElement>('h1');
  document.title = heading?.textContent ?? say('title');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  window.scrollTo(0, 0);
}

/** Says what went wrong, and offers to try again. */
export function showProblem(sentence: string, again: () => void): void {
  show(said('h1', 'title'), el('div', { class: 'card' }, el('p', { class: 'wrong' }, sentence), saying('again', { class: 'main' }, again)));
}

/** Says that the page waits for the service. */
export function showWaiting(): void {
  the('text').replaceChildren(said('p', 'waiting', { class: 'waiting' }));
}
