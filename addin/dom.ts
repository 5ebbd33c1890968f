type Given = { readonly [name: string]: string | boolean | undefined };

/** A new element with its attributes and children. Text becomes text nodes: nothing that a person wrote is ever read as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
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

/** A button that does one thing. */
export function button(says: string, given: Given, act: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button', ...given }, says);
  made.addEventListener('click', act);
  return made;
}

/** The element of the page with this id. Throws where the page lacks it: that is a defect of ours. */
export function the<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as E;
}
