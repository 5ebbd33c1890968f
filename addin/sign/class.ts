import { button, el } from '../dom.ts';
import { ask } from './ask.ts';
import { askForLink } from './enter.ts';
import { form, said, saying } from './field.ts';
import { say, tell } from './speak.ts';
import { clausesOf, type OpenText } from './text.ts';
import { show, showProblem, showWaiting } from './view.ts';

interface Class {
  readonly class: string;
  readonly texts: readonly (OpenText & { readonly policy: string })[];
  readonly pupils: readonly { readonly id: string; readonly name: string; readonly open: readonly string[] }[];
}

/** A class reads its rules together; then its pupils tick, one after the other. `just` has signed a moment ago. */
export async function classMode(just?: string): Promise<void> {
  if (!just) showWaiting();
  let answer = await ask<Class>('/sign/api/class');
  // The teacher hands the device over: from here on it is the class’s, and the teacher’s own page asks for a code again.
  if ('problem' in answer && answer.reason === 'class-not-begun') {
    const begun = await ask('/sign/api/class/begin', {});
    answer = 'problem' in begun ? begun : await ask<Class>('/sign/api/class');
  }
  if ('problem' in answer) return answer.status === 401 ? askForLink() : showProblem(answer.problem, () => void classMode());
  const { pupils, texts, class: name } = answer.value;
  const signed = pupils.filter(({ open }) => open.length === 0).length;
  const count = say('classLeft', { count: signed, all: pupils.length });
  show(
    el('h1', {}, say('classTitle', { class: name })),
    ...(just ? [el('p', { class: 'done' }, say('classDone', { name: just }))] : [said('p', 'classText', { class: 'lead' })]),
    ...texts.map((text, i) =>
      el(
        'details',
        { class: 'card text', ...(just ? {} : { open: true }) },
        el('summary', {}, el('h2', { id: `rules-${i}` }, text.title)),
        el('p', { class: 'soft' }, text.version),
        clausesOf(text)
      )
    ),
    el(
      'section',
      { class: 'card', 'aria-labelledby': 'whose' },
      said('h2', signed === pupils.length ? 'classAll' : 'classWho', { id: 'whose' }),
      el('p', { class: 'soft' }, count),
      el(
        'ul',
        { class: 'pupils', role: 'list' },
        ...pupils.map(({ id, name, open }) =>
          el(
            'li',
            {},
            open.length === 0
              ? el('span', { class: 'pupil signed' }, name, el('small', {}, ` ✓ ${say('classSigned')}`))
              : button(name, { class: 'pupil' }, () => void turnOf({ id, name, open }))
          )
        )
      )
    ),
    el(
      'p',
      { class: 'leave' },
      saying('leave', { class: 'quiet' }, () => void ask('/sign/api/leave', {}).then(() => show(said('h1', 'left'))))
    )
  );
  if (just) tell(`${say('classDone', { name: just })} ${count}`);
}

/** One pupil’s turn: the rules once more, a box to tick, a button. */
async function turnOf(pupil: Class['pupils'][number]): Promise<void> {
  const [policy] = pupil.open;
  if (policy === undefined) return classMode(pupil.name);
  const language = document.documentElement.lang;
  const opened = await ask<OpenText & { readonly consent: string }>('/sign/api/class/open', { pupil: pupil.id, policy, language });
  if ('problem' in opened) return showProblem(opened.problem, () => void classMode());
  const text = opened.value;
  const error = el('p', { id: 'tick-error', class: 'wrong' });
  const tick = el('input', { type: 'checkbox', id: 'tick', 'aria-describedby': 'tick-error' });
  tick.addEventListener('change', () => {
    tick.removeAttribute('aria-invalid');
    error.textContent = '';
  });
  const made = form(
    'classSign',
    [el('div', { class: 'tick' }, tick, el('label', { for: 'tick', lang: text.language }, text.consent || say('classAgree'))), error],
    async () => {
      if (!tick.checked) {
        tick.setAttribute('aria-invalid', 'true');
        error.textContent = say('classTick');
        tick.focus();
        return tell(say('classTick'));
      }
      const answer = await ask('/sign/api/class/sign', { pupil: pupil.id, policy, language, agreed: true });
      if ('problem' in answer) {
        error.textContent = answer.problem;
        return tell(answer.problem);
      }
      await turnOf({ ...pupil, open: pupil.open.slice(1) });
    }
  );
  show(
    el('h1', {}, say('classMine', { name: pupil.name })),
    el('article', { class: 'card text' }, el('h2', {}, text.title), el('p', { class: 'soft' }, text.version), clausesOf(text)),
    el(
      'div',
      { class: 'card' },
      made,
      el(
        'div',
        { class: 'beside' },
        saying('classBack', { class: 'quiet' }, () => void classMode())
      )
    )
  );
}
