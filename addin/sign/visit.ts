import { el } from '../dom.ts';
import { ask } from './ask.ts';
import { field, form, said } from './field.ts';
import { say } from './speak.ts';
import { show } from './view.ts';
import type { Word } from './words.ts';

const roles = ['visitor', 'supply', 'contractor'] as const;

/**
 * Asks somebody at the door who they are; `entered` gets the address for their receipt, if they gave one, `gone` the sentence if what they scanned is no
 * longer good. A `shared` screen proposes nobody's name to the next.
 */
export function welcome(link: string, entered: (receiptTo: string) => void, gone: (sentence: string) => void, shared: boolean): void {
  const name = field('visit-name', 'visitName', {
    autocomplete: shared ? 'off' : 'name',
    maxlength: '120',
    spellcheck: 'false',
    'aria-required': 'true'
  });
  const organisation = field('visit-organisation', 'visitOrganisation', {
    autocomplete: shared ? 'off' : 'organization',
    maxlength: '120'
  });
  const address = field('visit-address', 'visitAddress', {
    type: 'email',
    autocomplete: shared ? 'off' : 'email',
    maxlength: '320',
    spellcheck: 'false'
  });
  const choices = el(
    'fieldset',
    { class: 'choices-list' },
    el('legend', { 'data-say': 'visitRole' satisfies Word }, say('visitRole')),
    ...roles.map((role, i) =>
      el(
        'label',
        {},
        el('input', { type: 'radio', name: 'visit-role', value: role, checked: i === 0 }),
        el('span', { 'data-say': role satisfies Word }, say(role))
      )
    )
  );
  const made = form('goOn', [name.row, organisation.row, choices, address.row], async () => {
    const typed = name.input.value.trim();
    if (typed === '') return name.wrong(say('visitNameMissing'));
    const mail = address.input.value.trim();
    if (mail !== '' && !/^\S+@\S+\.\S+$/.test(mail)) return address.wrong(say('addressMissing'));
    const answer = await ask('/sign/api/visit', {
      link,
      name: typed,
      organisation: organisation.input.value.trim(),
      role: document.querySelector<HTMLInputElement>('input[name=visit-role]:checked')?.value ?? roles[0],
      language: document.documentElement.lang
    });
    if ('value' in answer) return entered(mail);
    if (answer.status === 410) return gone(answer.problem);
    name.wrong(answer.problem);
  });
  show(said('h1', 'visitTitle'), el('div', { class: 'card' }, said('p', 'visitText'), made));
}
