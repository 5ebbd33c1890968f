import { el, type Children } from './dom.ts';
import { say, tell } from './speak.ts';

/** After so many milliseconds without a touch what is confidential is covered again. */
export const covers = 5 * 60 * 1000;

/** What a dialog is asked for when its main button is pressed: nothing closes it, a sentence says in it what is wrong. */
type Confirm = () => Promise<string | undefined>;

export interface Asked {
  readonly title: string;
  readonly body: Children;
  /** The words of the main button. */
  readonly does: string;
  /** The words of the button that does nothing, where they are not «Cancel»; `none`: the main button alone. */
  readonly no?: string | { readonly none: true };
  readonly danger?: boolean;
  readonly confirm: Confirm;
  /** What it shows is confidential: where nobody touches it, it goes by itself, and this is told. */
  readonly covered?: string;
  /** What comes once it is done and the dialog has gone. */
  readonly after?: () => void;
}

/** Asks before something is done. Escape and «Cancel» do nothing; the focus goes back to where it was. */
export function askFirst({ title, body, does, no = say('cancel'), danger = false, confirm, covered, after }: Asked): HTMLDialogElement {
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const main = el('button', { type: 'submit', class: danger ? 'danger' : 'main' }, does);
  let sending = false;
  let confirmed = false;
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
          confirmed = sentence === undefined;
          if (sentence === undefined) return box.close();
          wrong.textContent = sentence;
          box.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
        });
      }
    },
    ...body,
    wrong,
    el(
      'div',
      { class: 'row' },
      main,
      typeof no === 'string' ? el('button', { type: 'button', class: 'quiet', onclick: () => box.close() }, no) : undefined
    )
  );
  const box = el('dialog', { 'aria-labelledby': 'dialog-title' }, el('h2', { id: 'dialog-title' }, title), form);
  let covering: ReturnType<typeof setTimeout> | undefined;
  const touched = (): void => {
    clearTimeout(covering);
    if (covered === undefined) return;
    covering = setTimeout(() => {
      box.close();
      tell(covered);
    }, covers);
  };
  for (const event of ['pointerdown', 'keydown', 'wheel', 'touchmove']) box.addEventListener(event, touched, { passive: true });
  touched();
  box.addEventListener('close', () => {
    clearTimeout(covering);
    box.remove();
    if (confirmed) after?.();
  });
  document.body.append(box);
  box.showModal();
  box.querySelector<HTMLElement>('input, select, textarea')?.focus();
  return box;
}
