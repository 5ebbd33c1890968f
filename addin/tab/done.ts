import { el, the } from './dom.ts';
import { way } from './pieces.ts';
import { say, tell } from './speak.ts';

/** Says at the foot of the page what was done, with a way back, or to a file, where there is one. It stays until it is closed or something else is said. */
export function done(sentence: string, undo?: () => void, file?: { readonly url: string; readonly says: string }): void {
  shown(sentence, 'done', undo, file);
}

/** Says at the foot of the page what could not be done. */
export function failed(sentence: string): void {
  shown(sentence, 'done failed');
}

/** Takes it away, as when somebody signs out. */
export function cleared(): void {
  the('done').replaceChildren();
}

function shown(sentence: string, kind: string, undo?: () => void, file?: { readonly url: string; readonly says: string }): void {
  const box = el(
    'div',
    { class: kind },
    el('p', {}, sentence),
    file && way(file.url, file.says),
    undo &&
      el(
        'button',
        {
          type: 'button',
          class: 'quiet',
          onclick: () => {
            close();
            undo();
          }
        },
        say('undo')
      ),
    el('button', { type: 'button', class: 'plain-button', onclick: close }, say('close'))
  );
  function close(): void {
    const held = box.contains(document.activeElement);
    box.remove();
    if (held) the('view').focus({ preventScroll: true });
  }
  the('done').replaceChildren(box);
  tell(undo ? `${sentence} ${say('undoAtFoot')}` : sentence);
}
