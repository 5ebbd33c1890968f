import { el } from '../dom.ts';
import type { Somebody } from './school.ts';

interface Suggesting {
  /** Who may be offered just now. */
  readonly among: () => readonly Somebody[];
  readonly label: () => string;
  readonly pick: (who: Somebody) => void;
}

/** Offers people by name or address while one types into a field: an editable combobox with a list, by the pattern of the ARIA guide. */
export function suggest(input: HTMLInputElement, { among, label, pick }: Suggesting): { readonly close: () => void } {
  const list = el('ul', { id: `${input.id}-list`, role: 'listbox', class: 'suggestions', hidden: true });
  let offered: readonly Somebody[] = [];
  let active = -1;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  input.autocomplete = 'off';
  input.after(list);

  function close(): void {
    offered = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function open(all: boolean): void {
    const typed = input.value.trim().toLowerCase();
    offered =
      typed === '' && !all
        ? []
        : among()
            .filter(({ name, address }) => name.toLowerCase().includes(typed) || address.includes(typed))
            .slice(0, 8);
    if (offered.length === 0) return close();
    active = -1;
    list.setAttribute('aria-label', label());
    list.replaceChildren(
      ...offered.map((who, i) => {
        const option = el(
          'li',
          { id: `${list.id}-${i}`, role: 'option', 'aria-selected': 'false' },
          el('strong', {}, who.name),
          ' ',
          el('span', {}, who.address)
        );
        // On press, not on click: the field must not lose the focus first.
        option.addEventListener('pointerdown', event => {
          event.preventDefault();
          take(i);
        });
        return option;
      })
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    input.removeAttribute('aria-activedescendant');
  }

  function take(i: number): void {
    const who = offered[i];
    close();
    if (who) pick(who);
  }

  function move(by: number): void {
    if (offered.length === 0) open(true);
    if (offered.length === 0) return;
    active = active < 0 && by < 0 ? offered.length - 1 : (active + by + offered.length) % offered.length;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
  }

  input.addEventListener('input', () => open(false));
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && offered.length > 0) {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      // The field's own Enter must not take the half-typed name as well.
      event.stopImmediatePropagation();
      take(active);
    }
  });
  return { close };
}
