import { el, type Given } from './dom.ts';
import { tell } from './speak.ts';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One thing to type or choose, with its label, what helps with it, and the place for what is wrong with it. */
export interface Field<I extends Input = Input> {
  readonly row: HTMLElement;
  readonly input: I;
  readonly value: () => string;
  /** Says what is wrong and puts the cursor there; nothing: it is right now. */
  readonly wrong: (sentence: string | undefined) => void;
}

/** A line to type in. */
export function line(id: string, label: string, given: Given = {}, help?: string): Field<HTMLInputElement> {
  return fielded(id, label, el('input', { id, ...given }), help);
}

/** Several lines to type in. */
export function lines(id: string, label: string, given: Given = {}, help?: string): Field<HTMLTextAreaElement> {
  return fielded(id, label, el('textarea', { id, rows: 4, ...given }), help);
}

/** One of several. */
export function choice(
  id: string,
  label: string,
  options: readonly (readonly [value: string, says: string])[],
  chosen?: string,
  given: Given = {},
  help?: string
): Field<HTMLSelectElement> {
  const select = el(
    'select',
    { id, ...given },
    ...options.map(([value, says]) => el('option', { value, selected: value === chosen }, says))
  );
  return fielded(id, label, select, help);
}

function fielded<I extends Input>(id: string, label: string, input: I, help: string | undefined): Field<I> {
  const error = el('p', { id: `${id}-error`, class: 'wrong' });
  const described = help === undefined ? '' : `${id}-help`;
  if (described !== '') input.setAttribute('aria-describedby', described);
  const row = el(
    'div',
    { class: 'field', 'data-key': `field-${id}` },
    el('label', { for: id }, label),
    help === undefined ? undefined : el('p', { id: `${id}-help`, class: 'help' }, help),
    error,
    input
  );
  const wrong = (sentence: string | undefined): void => {
    error.textContent = sentence ?? '';
    const of = [described, sentence === undefined ? '' : error.id].filter(each => each !== '').join(' ');
    if (of === '') input.removeAttribute('aria-describedby');
    else input.setAttribute('aria-describedby', of);
    if (sentence === undefined) return input.removeAttribute('aria-invalid');
    input.setAttribute('aria-invalid', 'true');
    input.focus();
    tell(sentence);
  };
  input.addEventListener('input', () => {
    if (input.getAttribute('aria-invalid') === 'true') wrong(undefined);
  });
  return { row, input, value: () => input.value.trim(), wrong };
}
