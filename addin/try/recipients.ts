import { fill, type Locale } from '../../core/locale.ts';
import { normalAddress } from '../../core/mail/address.ts';
import type { Field } from '../../core/mail/facts.ts';
import type { Address } from '../../core/mail/message.ts';
import type { Audience } from '../../core/mail/policy.ts';
import { button, el, the } from '../dom.ts';
import { addressesIn, bare } from './compose.ts';
import { everybody } from './school.ts';
import { suggest } from './suggest.ts';
import { audienceWords, words } from './words.ts';

interface Wiring {
  readonly locale: () => Locale;
  readonly audienceOf: (who: Address) => Audience;
  readonly change: (list: readonly Address[]) => void;
}

export interface RecipientField {
  /** Shows these people; those whose normalised address is `flagged` stand out. */
  readonly show: (list: readonly Address[], flagged: ReadonlySet<string>) => void;
  /** Puts the focus on one of them, or into the field. */
  readonly focus: (address?: string) => void;
}

/** To, Cc or Bcc: people as chips that can be taken away, and a field in which more are typed or pasted. */
export function recipientField(field: Field, { locale, audienceOf, change }: Wiring): RecipientField {
  const input = the<HTMLInputElement>(field);
  const chips = the(`${field}-chips`);
  const error = the(`${field}-error`);
  let people: readonly Address[] = [];
  let shown = '';

  const { close } = suggest(input, {
    among: () => everybody.filter(({ address }) => !people.some(who => normalAddress(who.address) === address)),
    label: () => words.suggestions[locale()],
    pick: who => {
      input.value = '';
      change([...people, bare(who)]);
    }
  });

  function commit(): void {
    const { found, left } = addressesIn(input.value, everybody);
    const fresh = found.filter(({ address }, i) => found.findIndex(other => other.address === address) === i);
    const news = fresh.filter(({ address }) => !people.some(who => normalAddress(who.address) === address));
    input.value = left.join(', ');
    complain(left);
    close();
    if (news.length > 0) change([...people, ...news]);
  }

  function complain(left: readonly string[]): void {
    error.textContent = left.length > 0 ? fill(words.notAddress[locale()], { text: left.join(', ') }) : '';
    if (left.length > 0) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }

  function drop(address: string): void {
    const at = people.findIndex(who => who.address === address);
    change(people.filter((_, i) => i !== at));
    const after = people[Math.min(at, people.length - 1)];
    focus(after?.address);
  }

  function focus(address?: string): void {
    const chip =
      address === undefined ? undefined : [...chips.children].find(each => each.getAttribute('data-address') === normalAddress(address));
    (chip?.querySelector('button') ?? input).focus();
  }

  input.addEventListener('input', () => {
    if (error.textContent !== '') complain([]);
  });
  input.addEventListener('keydown', event => {
    const last = people[people.length - 1];
    if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      // A comma inside quotes or brackets belongs to the name.
      if (event.key !== 'Enter' && /^[^"]*"[^"]*$|<[^>]*$/.test(input.value)) return;
      event.preventDefault();
      commit();
    } else if (event.key === 'Backspace' && input.value === '' && last) {
      event.preventDefault();
      change(people.slice(0, -1));
    }
  });
  input.addEventListener('paste', event => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    if (!/[,;\n]/.test(pasted)) return;
    event.preventDefault();
    input.value += pasted;
    commit();
  });
  input.addEventListener('blur', commit);
  the(`${field}-row`).addEventListener('click', event => {
    if (event.target === chips || event.target === event.currentTarget) input.focus();
  });

  return {
    focus,
    show: (list, flagged) => {
      people = list;
      const say = locale();
      const look = JSON.stringify([
        say,
        list.map(who => [who.name, who.address, audienceOf(who), flagged.has(normalAddress(who.address))])
      ]);
      if (look === shown) return;
      shown = look;
      chips.replaceChildren(
        ...list.map(who => {
          const address = normalAddress(who.address);
          const name = who.name || address;
          const audience = who.members ? fill(words.people[say], { count: who.members.length }) : audienceWords[audienceOf(who)][say];
          const chip = el(
            'li',
            { class: flagged.has(address) ? 'chip flagged' : 'chip', 'data-address': address, title: address },
            el('span', { class: 'chip-name' }, name)
          );
          if (!name.toLowerCase().includes(audience)) chip.append(el('small', {}, audience));
          if (who.name) chip.append(el('span', { class: 'unseen' }, address));
          chip.append(button('×', { 'aria-label': fill(words.remove[say], { name }) }, () => drop(who.address)));
          return chip;
        })
      );
      chips.hidden = list.length === 0;
    }
  };
}
