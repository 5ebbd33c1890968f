import { button, el } from '../../dom.ts';

/** A button of the alert, and what it does. */
export interface Choice {
  readonly label: string;
  readonly act: () => void;
  readonly main?: boolean;
}

/** The dialog that the mail program shows at Send, with the add-in’s words in it. Escape keeps the message. */
export function alertWith(title: string, markdown: string, choices: readonly Choice[], closed: () => void): HTMLDialogElement {
  const dialog = el('dialog', { class: 'alert', 'aria-labelledby': 'alert-title' });
  const shut = (act: () => void): void => {
    dialog.close();
    dialog.remove();
    act();
  };
  dialog.append(
    el('h2', { id: 'alert-title' }, title),
    el('div', { class: 'alert-words' }, ...paragraphsOf(markdown)),
    el(
      'div',
      { class: 'alert-choices' },
      ...choices.map(({ label, act, main }) => button(label, { class: main ? 'main' : 'quiet' }, () => shut(act)))
    )
  );
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    shut(closed);
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>('.main')?.focus();
  return dialog;
}

/** The little of Markdown that the alert shows: bold, lists whose items end in a carriage return, escaped signs. */
export function paragraphsOf(markdown: string): readonly HTMLElement[] {
  return markdown.split('\n\n').map(paragraph => {
    const items = paragraph.split('\r').filter(item => item.trim() !== '');
    if (items.length === 0 || !items.every(item => /^\s*- /.test(item))) return el('p', {}, ...inline(paragraph));
    return el('ul', {}, ...items.map(item => el('li', {}, ...inline(item.replace(/^\s*- /, '')))));
  });
}

function inline(markdown: string): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  const pattern = /\\([^\s\w])|\*\*((?:[^*\\]|\\.)+)\*\*/g;
  let at = 0;
  for (const found of markdown.matchAll(pattern)) {
    parts.push(markdown.slice(at, found.index));
    at = found.index + found[0].length;
    const [, escaped, bold = ''] = found;
    parts.push(escaped ?? el('strong', {}, bold.replace(/\\([^\s\w])/g, '$1')));
  }
  parts.push(markdown.slice(at));
  return parts;
}
