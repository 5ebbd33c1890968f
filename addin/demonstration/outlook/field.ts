import { button, el } from '../../dom.ts';
import { say } from '../speak.ts';
import type { Field, Mailbox } from './draft.ts';
import { peopleIn } from './people.ts';

/** One line of recipients: people as chips that can be taken away, and a place in which more are typed. */
export interface Recipients {
  readonly row: HTMLElement;
  readonly show: (list: readonly Mailbox[]) => void;
  /** Makes addresses of what stands typed there. Whether nothing is left that is none. */
  readonly commit: () => boolean;
  readonly focus: () => void;
}

/** `change` is told whenever the list becomes another. `known` are those who can be picked by their names. */
export function recipients(
  field: Field,
  known: readonly Mailbox[],
  list: () => readonly Mailbox[],
  change: (list: readonly Mailbox[]) => void
): Recipients {
  const id = `mail-${field}`;
  const input = el('input', { id, list: 'mail-people', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': `${id}-error` });
  const error = el('p', { id: `${id}-error`, class: 'wrong' });
  const chips = el('ul', { class: 'chips', role: 'list', 'aria-label': say(field) });
  const row = el('div', { class: 'mail-row' }, el('label', { for: id }, say(field)), el('div', { class: 'well' }, chips, input, error));

  function commit(): boolean {
    const { found, left } = peopleIn(input.value, known);
    input.value = left.join(', ');
    error.textContent = left.length > 0 ? say('notAddress', { text: left.join(', ') }) : '';
    if (left.length > 0) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    const here = new Set(list().map(({ address }) => address.toLowerCase()));
    const fresh = found.filter(({ address }) => !here.has(address.toLowerCase()) && here.add(address.toLowerCase()));
    if (fresh.length > 0) change([...list(), ...fresh]);
    return left.length === 0;
  }

  input.addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      event.preventDefault();
      commit();
    } else if (event.key === 'Backspace' && input.value === '' && list().length > 0) change(list().slice(0, -1));
  });
  // Whoever picks somebody from the list has chosen.
  input.addEventListener('input', () => {
    if (known.some(({ name, address }) => input.value === `${name} <${address}>`)) commit();
  });
  input.addEventListener('blur', () => void commit());

  return {
    row,
    commit,
    focus: () => input.focus(),
    show: people => {
      chips.replaceChildren(
        ...people.map(who =>
          el(
            'li',
            { class: 'chip' },
            el('span', { class: 'chip-name', title: who.address }, who.name),
            button('×', { 'aria-label': say('takeAway', { name: who.name }) }, () => {
              change(list().filter(each => each !== who));
              input.focus();
            })
          )
        )
      );
    }
  };
}
