import { button, el } from '../dom.ts';
import { say, tell } from './speak.ts';
import type { Word } from './words.ts';

/** One thing to type, with its label and the place for what is wrong with it. */
export interface Field {
  readonly row: HTMLElement;
  readonly input: HTMLInputElement;
  /** Says what is wrong and puts the cursor there; nothing: it is right now. */
  readonly wrong: (sentence: string | undefined) => void;
}

/** A line to type in. */
export function field(id: string, label: Word, given: { readonly [name: string]: string | boolean | undefined } = {}): Field {
  const error = el('p', { id: `${id}-error`, class: 'wrong' });
  const input = el('input', { id, ...given });
  const row = el('div', { class: 'field' }, el('label', { for: id, 'data-say': label }, say(label)), error, input);
  const wrong = (sentence: string | undefined): void => {
    error.textContent = sentence ?? '';
    if (sentence === undefined) {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
      return;
    }
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', error.id);
    input.focus();
    tell(sentence);
  };
  input.addEventListener('input', () => wrong(undefined));
  return { row, input, wrong };
}

/** A form that is sent by its main button; while it is on its way it is not sent again. */
export function form(main: Word, fields: readonly HTMLElement[], send: () => Promise<void>): HTMLFormElement {
  const submit = el('button', { class: 'main', type: 'submit', 'data-say': main }, say(main));
  const made = el('form', { class: 'form', novalidate: true }, ...fields, submit);
  let sending = false;
  made.addEventListener('submit', event => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    submit.setAttribute('aria-disabled', 'true');
    void send().finally(() => {
      sending = false;
      submit.removeAttribute('aria-disabled');
    });
  });
  return made;
}

/** A button whose words follow the language of the page. */
export function saying(word: Word, given: { readonly [name: string]: string | undefined }, act: () => void): HTMLButtonElement {
  return button(say(word), { 'data-say': word, ...given }, act);
}

/** A paragraph, or a heading, whose words follow the language of the page. */
export function said<K extends 'p' | 'h1' | 'h2' | 'h3' | 'summary'>(
  tag: K,
  word: Word,
  given: { readonly [name: string]: string } = {}
): HTMLElementTagNameMap[K] {
  return el(tag, { 'data-say': word, ...given }, say(word));
}
