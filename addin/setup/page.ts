import { fill, type Locale, type Text, type Values } from '../../core/locale.ts';
import type { Preview, Problem, Questions, Shown, Tried, Wrote } from './api.ts';
import { type Word, words } from './words.ts';

type Given = { readonly [name: string]: string | boolean | undefined };

/** A new element; text becomes text nodes. */
function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Given = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const main = document.getElementById('text')!;
const region = document.getElementById('say')!;
const answers: { [question: string]: string } = {};
let steps: Questions['steps'] = [];
let at = 0;
let entered = false;
/** Counts what was asked of the service, so that a late answer does not undo a newer one. */
let asked = 0;

function locale(): Locale {
  return document.documentElement.lang === 'cy' ? 'cy' : 'en';
}

function say(word: Word, values: Values = {}): string {
  return fill(words[word][locale()], values, locale());
}

function said(text: Text): string {
  return text[locale()];
}

function tell(sentence: string): void {
  region.textContent = '';
  setTimeout(() => (region.textContent = sentence), 50);
}

async function ask<T>(what: string, body: object): Promise<T | Problem> {
  try {
    const response = await fetch(`/setup/api/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body)
    });
    return (await response.json()) as T | Problem;
  } catch {
    return { problem: words.silent };
  }
}

function isProblem(answer: object): answer is Problem {
  return 'problem' in answer;
}

/** A page of its own, with its heading in focus. */
function show(title: string, ...children: readonly (Node | string)[]): void {
  const heading = el('h1', { tabindex: '-1' }, title);
  main.replaceChildren(heading, ...children);
  document.title = say('title');
  heading.focus();
  scrollTo(0, 0);
}

function closed(text: Text): void {
  show(say('closed'), el('p', {}, said(text)));
}

function button(word: Word, act: () => void, main = false): HTMLButtonElement {
  const made = el('button', { type: 'button', class: main ? 'main' : undefined }, say(word));
  made.addEventListener('click', act);
  return made;
}

/** Takes what is typed now. */
function gather(): void {
  for (const question of steps[at]?.questions ?? []) {
    const field = document.getElementById(`field-${question.id}`);
    if (!field) continue;
    const inputs = [...field.querySelectorAll('input')];
    answers[question.id] = question.options
      ? inputs
          .filter(input => input.checked)
          .map(input => input.value)
          .join(', ')
      : inputs[0]!.value;
  }
}

/** Asks again what is asked after these answers, and whether they are right. False: the page is closed. */
async function refresh(): Promise<boolean> {
  const mine = ++asked;
  const answer = await ask<Questions>('questions', { answers });
  if (isProblem(answer)) {
    closed(answer.problem);
    return false;
  }
  if (mine === asked) steps = answer.steps.filter(({ questions }) => questions.length > 0);
  return true;
}

function fieldOf(question: Shown): HTMLElement {
  const { id, kind, ask: asks, hint, options, optional, kept } = question;
  const hints = [...(hint ? [said(hint)] : kind === 'list' ? [say('several')] : []), ...(kept ? [say('kept')] : [])].join(' ');
  const about = `${hints === '' ? '' : `hint-${id} `}wrong-${id}`;
  const wrong = el('p', { class: 'wrong', id: `wrong-${id}` });
  const below = [...(hints === '' ? [] : [el('p', { class: 'hint', id: `hint-${id}` }, hints)]), wrong];
  const title = `${said(asks)}${optional ? ` ${say('optional')}` : ''}`;
  if (options) {
    const chosen = (answers[id] ?? question.answer).split(',').map(part => part.trim());
    const type = kind === 'one' ? 'radio' : 'checkbox';
    const lines = options.map(option => {
      const input = el('input', { type, name: id, value: option.id, id: `${id}-${option.id}`, checked: chosen.includes(option.id) });
      return el('label', { class: 'option' }, input, el('span', {}, said(option.says)));
    });
    return el('fieldset', { class: 'field', id: `field-${id}`, 'aria-describedby': about }, el('legend', {}, title), ...below, ...lines);
  }
  const input = el('input', {
    id: `in-${id}`,
    type: kind === 'secret' ? 'password' : 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': about,
    'aria-required': optional ? undefined : 'true'
  });
  // What was typed and not sent yet stays, whatever the service knew before.
  input.value = answers[id] ?? question.answer;
  return el('div', { class: 'field', id: `field-${id}` }, el('label', { for: `in-${id}` }, title), input, ...below);
}

/** Marks what is wrong; only what somebody answered already unless `all`. */
function mark(all: boolean): number {
  let count = 0;
  for (const { id, wrong } of steps[at]?.questions ?? []) {
    const field = document.getElementById(`field-${id}`);
    const place = document.getElementById(`wrong-${id}`);
    if (!field || !place) continue;
    const shown = wrong && (all || touched.has(id)) ? said(wrong) : '';
    if (place.textContent !== shown) place.textContent = shown;
    if (wrong) count += 1;
    const marked = field instanceof HTMLFieldSetElement ? field : field.querySelector('input')!;
    if (shown === '') marked.removeAttribute('aria-invalid');
    else if (marked !== field) marked.setAttribute('aria-invalid', 'true');
  }
  return count;
}

const touched = new Set<string>();
let form: HTMLFormElement | undefined;

/** Puts the questions that are asked now where they belong, and leaves the others and the focus alone. */
function settle(): void {
  if (!form) return;
  const wanted = steps[at]?.questions ?? [];
  for (const field of [...form.querySelectorAll<HTMLElement>('.field')])
    if (!wanted.some(({ id }) => field.id === `field-${id}`)) field.remove();
  let before: Element | null = null;
  for (const question of wanted) {
    let field: HTMLElement | null = document.getElementById(`field-${question.id}`);
    if (!field) {
      field = fieldOf(question);
      if (before) before.after(field);
      else form.prepend(field);
    }
    before = field;
  }
  mark(false);
}

function showStep(): void {
  const step = steps[at];
  if (!step) return void look();
  form = el('form', { novalidate: true }, ...step.questions.map(fieldOf));
  const send = el('button', { type: 'submit', class: 'main' }, say('next'));
  form.append(el('div', { class: 'beside' }, send, ...(at > 0 ? [button('back', () => void go(at - 1))] : [])));
  form.addEventListener('change', event => {
    const field = (event.target as Element).closest('.field');
    if (field) touched.add(field.id.slice('field-'.length));
    gather();
    void refresh().then(open => open && settle());
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    void forward();
  });
  show(say('step', { number: at + 1, count: steps.length + 1, title: step.title }), form);
  mark(false);
}

async function go(step: number): Promise<void> {
  gather();
  if (!(await refresh())) return;
  at = step;
  showStep();
}

async function forward(): Promise<void> {
  gather();
  const { id } = steps[at]!;
  if (!(await refresh())) return;
  // A step may have come or gone before this one.
  at = steps.findIndex(step => step.id === id);
  settle();
  const count = mark(true);
  if (count > 0) {
    tell(say('wrongs', { count }));
    const first = steps[at]!.questions.find(({ wrong }) => wrong)!;
    document.querySelector<HTMLElement>(`#field-${CSS.escape(first.id)} input`)?.focus();
    return;
  }
  at += 1;
  showStep();
}

function table(heads: readonly Word[], rows: readonly (readonly (string | Node)[])[], label: string): HTMLElement {
  const head = el('tr', {}, ...heads.map(each => el('th', { scope: 'col' }, say(each))));
  const body = rows.map(cells => el('tr', {}, ...cells.map(cell => el('td', {}, cell))));
  return el(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label },
    el('table', {}, el('thead', {}, head), el('tbody', {}, ...body))
  );
}

function lines(text: readonly string[], label: string): HTMLElement {
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label }, el('pre', {}, text.join('\n')));
}

const short = (right: string): string => right.replace('https://www.googleapis.com/auth/', '');

/** The last step: the rights, how they are granted, what would be written. */
async function look(): Promise<void> {
  form = undefined;
  const answer = await ask<Preview>('preview', { answers });
  if (isProblem(answer)) return closed(answer.problem);
  const { rights, granting, difference, secrets, changes } = answer;
  const place = el('div', {});
  const trial = button('tryRights', () => void tryNow(place, trial));
  const written = [
    difference.length > 0 ? lines(difference, say('changes')) : el('p', {}, say('same')),
    ...(secrets.length > 0 ? [el('p', {}, say('secrets', { names: secrets.join(', ') }))] : [])
  ];
  show(
    say('step', { number: steps.length + 1, count: steps.length + 1, title: words.last }),
    el('h2', {}, say('rights')),
    rights.length > 0
      ? table(
          ['feature', 'right'],
          rights.map(({ feature, right }) => [said(feature), short(right)]),
          say('rights')
        )
      : el('p', {}, say('noRights')),
    ...(granting.length > 0 ? [el('h2', {}, say('grant'))] : []),
    ...granting.flatMap(({ says, lines: copied }) => [el('p', {}, said(says)), lines(copied, said(says))]),
    ...(rights.length > 0 ? [el('div', { class: 'beside' }, trial), place] : []),
    el('h2', {}, say('changes')),
    ...written,
    el(
      'div',
      { class: 'beside' },
      ...(changes ? [button('write', () => void write(), true)] : []),
      button('back', () => void go(steps.length - 1))
    )
  );
}

async function tryNow(place: HTMLElement, trial: HTMLButtonElement): Promise<void> {
  trial.setAttribute('aria-disabled', 'true');
  tell(say('trying'));
  const answer = await ask<Tried>('try', { answers });
  trial.removeAttribute('aria-disabled');
  if (isProblem(answer)) {
    place.replaceChildren(el('p', { class: 'wrong' }, said(answer.problem)));
    return tell(said(answer.problem));
  }
  place.replaceChildren(
    table(
      ['feature', 'right', 'stands', 'todo'],
      answer.rights.map(({ feature, right, standing, why, todo }) => [
        said(feature),
        short(right),
        el('span', { class: standing }, `${say(standing)}${why ? `: ${said(why)}` : ''}`),
        todo ? said(todo) : ''
      ]),
      say('tryRights')
    )
  );
  tell(say('tried'));
}

async function write(): Promise<void> {
  const answer = await ask<Wrote>('write', { answers });
  if (isProblem(answer)) return closed(answer.problem);
  steps = [];
  show(
    say('done'),
    el('p', {}, say('wrote', { files: answer.files.join(', ') })),
    ...(answer.copy === undefined ? [] : [el('p', {}, say('copy', { copy: answer.copy }))]),
    el('p', {}, say('then'))
  );
}

function speak(next: Locale): void {
  document.documentElement.lang = next;
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) element.textContent = say(element.dataset['say'] as Word);
  document.title = say('title');
  const chosen = document.querySelector<HTMLInputElement>(`input[name=language][value=${next}]`);
  if (chosen) chosen.checked = true;
}

async function start(): Promise<void> {
  const code = location.hash.slice(1);
  // The code is good once: it leaves the address and the history.
  if (code !== '') {
    history.replaceState(null, '', location.pathname + location.search);
    const answer = await ask<object>('enter', { code });
    if (isProblem(answer)) return closed(answer.problem);
  }
  entered = true;
  if (await refresh()) showStep();
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
  input.addEventListener('change', () => {
    gather();
    speak(input.value === 'cy' ? 'cy' : 'en');
    if (entered && steps.length > 0) {
      showStep();
      input.focus();
    }
  });
}
speak(/^cy/i.test(new URLSearchParams(location.search).get('lang') ?? navigator.language) ? 'cy' : 'en');
void start();
