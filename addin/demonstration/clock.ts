import { button, el } from '../dom.ts';
import { inWords, say, spoken } from './speak.ts';
import type { Tour, View } from './tour.ts';

/** Where time can be moved to, and what it brought, job by job. */
export function clock(tour: Tour): View {
  const root = el('section', { class: 'clock-place' });
  let look = '';

  function update(): void {
    const { clock: at, happened } = tour.state();
    // By what stands there: a button that is made anew at each tick takes no click.
    const now = JSON.stringify([spoken(), at.words, at.moved, at.to.map(({ id, words }) => [id, words]), happened]);
    if (now === look) return;
    look = now;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['to'] : undefined;
    root.replaceChildren(
      el('h1', {}, say('clockTitle')),
      el('p', { class: 'lead' }, say('clockText')),
      el(
        'p',
        { class: 'big-time' },
        inWords(at.words),
        ...(at.moved > 0 ? [el('span', { class: 'soft' }, say('movedBy', { days: at.moved }))] : [])
      ),
      el(
        'ul',
        { class: 'goals', role: 'list' },
        ...at.to.map(({ id, title, words }) => {
          const made = button('', { class: 'goal-card card', 'data-to': id }, () => void tour.move({ to: id }));
          made.append(el('b', {}, inWords(title)), el('span', { class: 'soft' }, inWords(words)));
          return el('li', {}, made);
        })
      ),
      el('h2', {}, say('happenedTitle')),
      ...(happened.length === 0 ? [el('p', { class: 'empty-place' }, say('nothingHappened'))] : []),
      ...happened.map(({ summary, jobs }, i) =>
        el(
          'details',
          { class: 'card happened', ...(i === 0 ? { open: true } : {}) },
          el('summary', {}, el('b', {}, inWords(summary))),
          jobs.length === 0
            ? el('p', { class: 'soft' }, say('noJobs'))
            : el(
                'ul',
                { role: 'list' },
                ...jobs.map(({ at: when, says }) => el('li', {}, el('time', { datetime: when }, hourOf(when)), ' ', inWords(says)))
              )
        )
      )
    );
    if (focused) root.querySelector<HTMLElement>(`[data-to="${focused}"]`)?.focus();
  }

  return { root, update };
}

/** Day and hour of an instant with the school’s own offset, as it is written there: `23/11 08:00`. */
function hourOf(instant: string): string {
  const [, month, day, time] = /^\d{4}-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(instant) ?? [];
  return time === undefined ? instant : `${day}/${month} ${time}`;
}
