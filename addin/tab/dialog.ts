import { el, type Children } from './dom.ts';
import { say } from './speak.ts';

/** What a dialog is asked for when its main button is pressed: nothing closes it, a sentence says in it what is wrong. */
type Confirm = () => Promise<string | undefined>;

export interface Asked {
  readonly title: string;
  readonly body: Children;
  /** The words of the main button. */
  readonly does: string;
  /** The words of the button that does nothing, where they are not «Cancel». */
  readonly no?: string;
  readonly danger?: boolean;
  readonly confirm: Confirm;
}

/** Asks before something is done. Escape and «Cancel» do nothing; the focus goes back to where it was. */
export function askFirst({ title, body, does, no = say('cancel'), danger = false, confirm }: Asked): HTMLDialogElement {
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const main = el('button', { type: 'submit', class: danger ? 'danger' : 'main' }, does);
  let sending = false;
  const form = el(
    'form',
    {
      class: 'form',
      novalidate: true,
      onsubmit: event => {
        event.preventDefault();
        if (sending) return;
        sending = true;
        main.setAttribute('aria-disabled', 'true');
        wrong.textContent = '';
        void confirm().then(sentence => {
          sending = false;
          main.removeAttribute('aria-disabled');
          if (sentence === undefined) return box.close();
          wrong.textContent = sentence;
          box.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
        });
      }
    },
    ...body,
    wrong,
    el('div', { class: 'row' }, main, el('button', { type: 'button', class: 'quiet', onclick: () => box.close() }, no))
  );
  const box = el('dialog', { 'aria-labelledby': 'dialog-title' }, el('h2', { id: 'dialog-title' }, title), form);
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  box.querySelector<HTMLElement>('input, select, textarea')?.focus();
  return box;
}
