import type { Starting } from './api.ts';
import { el } from '../dom.ts';
import { inWords, say, spoken } from './speak.ts';

/** Says how far the service is in making the school: its steps, which one it is in, or why it cannot go on. */
export function preparing(root: HTMLElement, { step, steps, failed }: Starting): void {
  root.hidden = false;
  const look = JSON.stringify([spoken(), step, failed]);
  if (root.dataset['look'] === look) return;
  root.dataset['look'] = look;
  if (failed) {
    return root.replaceChildren(
      el('h1', {}, say('notMade')),
      el('p', { class: 'wrong', role: 'alert' }, inWords(failed)),
      el('p', {}, el('a', { href: '/try' }, say('tryAlone')))
    );
  }
  const bar = el('progress', { max: String(Math.max(1, steps.length)), value: String(step), 'aria-label': say('preparing') });
  root.replaceChildren(
    el('h1', {}, say('preparing')),
    el('p', { class: 'soft' }, say('preparingText')),
    bar,
    el(
      'ol',
      { class: 'preparing-steps', role: 'list' },
      ...steps.map((each, i) =>
        el(
          'li',
          { class: i < step ? 'done' : i === step ? 'now' : 'later', ...(i === step ? { 'aria-current': 'step' } : {}) },
          el('span', { class: 'step-mark', 'aria-hidden': 'true' }, i < step ? '✓' : String(i + 1)),
          el('span', {}, inWords(each))
        )
      )
    )
  );
}
