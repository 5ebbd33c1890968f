import type { Session, TabAction } from './api.ts';
import { type Answer, read } from './ask.ts';
import { type Children, el, patch, the } from './dom.ts';
import { momentOf } from './moment.ts';
import { say } from './speak.ts';

/** What a view is given: who looks, at what, and how it draws. */
export interface Screen {
  readonly session: Session;
  /** What of the view a link asks for: the words after its own in `signatures/staff-aup/governors`. */
  readonly asked: readonly string[];
  readonly can: (action: TabAction) => boolean;
  /** Puts this into the page; what is typed, unfolded and in focus stays. */
  readonly draw: (...children: Children) => void;
  /** Whether this view is still the one that is shown. */
  readonly here: () => boolean;
}

/** A view that is shown. */
export interface Shown {
  /** Something changed at the service: look again; `live` where nobody here did it. */
  readonly renew: (live?: boolean) => void;
  /** A link asks for another part of the same view. */
  readonly turn?: (asked: readonly string[]) => void;
  /** Another view comes: whatever ticks here stops. */
  readonly leave?: () => void;
}

/**
 * Shows one thing of the service: first that it is on its way, then what it is or why not. What was shown stays when it cannot be renewed, with a line
 * that says since when.
 */
export function showing<T>(
  screen: Screen,
  title: string,
  path: string,
  draw: (value: T) => Children
): Shown & { readonly again: () => void; readonly put: (value: T) => void } {
  let value: T | undefined;
  let since = new Date();
  let stale: string | undefined;
  const again = (): void => {
    if (value === undefined || !screen.here()) return;
    screen.draw(...(stale === undefined ? [] : [el('p', { class: 'stale', 'data-key': 'stale' }, stale)]), ...draw(value));
  };
  const put = (answered: T): void => {
    value = answered;
    since = new Date();
    stale = undefined;
    again();
  };
  const renew = async (live = false): Promise<void> => {
    const answer: Answer<T> = await read<T>(path, live);
    if (!screen.here()) return;
    if ('value' in answer) return put(answer.value);
    if (value === undefined) return screen.draw(...problem(title, answer.problem, () => void renew()));
    stale = say('stale', { since: momentOf(since.toISOString()), problem: answer.problem });
    again();
  };
  screen.draw(...waiting(title));
  void renew();
  return { renew: live => void renew(live), again, put };
}

/** The heading of a view with what stands beside it. */
export function top(title: string, ...tools: Children): HTMLElement {
  return el('div', { class: 'top', 'data-key': 'top' }, el('h1', { tabindex: '-1' }, title), el('div', { class: 'row' }, ...tools));
}

/** Prints what is shown. */
export function printing(): HTMLElement {
  return el('button', { type: 'button', class: 'quiet', 'data-key': 'print', onclick: () => window.print() }, say('print'));
}

function waiting(title: string): Children {
  return [
    top(title),
    el('p', { class: 'unseen', 'data-key': 'waiting' }, say('waiting')),
    el('div', { class: 'card waiting-lines', 'aria-hidden': 'true', 'data-key': 'lines' }, el('span'), el('span'), el('span'))
  ];
}

function problem(title: string, sentence: string, again: () => void): Children {
  return [
    top(title),
    el(
      'div',
      { class: 'card', role: 'alert', 'data-key': 'problem' },
      el('p', { class: 'wrong' }, sentence),
      el('p', {}, el('button', { type: 'button', class: 'main', onclick: again }, say('again')))
    )
  ];
}

/** Puts this into the page in place of what stood there, without a sitting. */
export function shown(...children: Children): void {
  patch(the('view'), children);
}
