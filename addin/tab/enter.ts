import { send } from './ask.ts';
import { type Children, el } from './dom.ts';
import { line } from './field.ts';
import { button } from './pieces.ts';
import { shown } from './screen.ts';
import { say, tell } from './speak.ts';

/** Asks whoever comes for their address; `because` says why they have to sign in again. */
export function askForLink(because?: string): void {
  const address = line('address', say('address'), {
    type: 'email',
    autocomplete: 'email',
    maxlength: 320,
    spellcheck: 'false',
    'aria-required': 'true'
  });
  const sent = el('p', { class: 'soft' });
  headed(
    because === undefined ? say('enterTitle') : say('endedTitle'),
    because === undefined ? undefined : el('p', { class: 'wrong' }, because),
    el('p', {}, say('enterText')),
    formed(say('linkAsk'), [address.row], async () => {
      if (!/^\S+@\S+\.\S+$/.test(address.value())) return address.wrong(say('addressMissing'));
      const answer = await send('enter/link', { address: address.value() });
      if ('problem' in answer) return address.wrong(answer.problem);
      sent.textContent = say('linkSent');
      tell(say('linkSent'));
    }),
    sent
  );
}

/** Asks for the code that belongs to a mailed link. */
export function askForCode(link: string, entered: () => void): void {
  // The link may be opened again while the mail is being looked for: that sends no second code.
  void send('enter/code', { link, afresh: false });
  const code = line('code', say('code'), {
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: 9,
    spellcheck: 'false',
    class: 'digits',
    'aria-required': 'true'
  });
  const sent = el('p', { class: 'soft' });
  const afresh = async (): Promise<void> => {
    const answer = await send('enter/code', { link, afresh: true });
    const sentence = 'problem' in answer ? answer.problem : say('codeSent');
    sent.textContent = sentence;
    tell(sentence);
  };
  headed(
    say('codeTitle'),
    el('p', {}, say('codeText')),
    formed(say('goOn'), [code.row], async () => {
      const digits = code.value().replace(/[\s-]/g, '');
      if (!/^\d{6}$/.test(digits)) return code.wrong(say('codeMissing'));
      const answer = await send('enter/prove', { link, code: digits });
      if ('problem' in answer) return code.wrong(answer.problem);
      // What was said of an earlier code holds no longer, neither here nor for whoever listens.
      code.wrong(undefined);
      tell('');
      entered();
    }),
    el(
      'div',
      { class: 'row beside' },
      button(say('codeAgain'), 'quiet', () => void afresh()),
      button(say('otherAddress'), 'quiet', () => {
        history.replaceState(null, '', location.pathname);
        askForLink();
      })
    ),
    sent
  );
}

/** Says that nobody is signed in here and why, with what can be done. */
export function saidBefore(title: string, sentence: string, does: string, act: () => void): void {
  headed(title, el('p', {}, sentence), el('p', {}, button(does, 'main', act)));
}

function headed(title: string, ...children: Children): void {
  document.title = `${title} – Beadle`;
  shown(el('div', { class: 'door' }, el('h1', { tabindex: '-1' }, title), el('div', { class: 'card', 'data-key': title }, ...children)));
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

function formed(does: string, rows: Children, sends: () => Promise<void>): HTMLElement {
  const submit = el('button', { type: 'submit', class: 'main' }, does);
  let sending = false;
  return el(
    'form',
    {
      class: 'form',
      novalidate: true,
      onsubmit: event => {
        event.preventDefault();
        if (sending) return;
        sending = true;
        submit.setAttribute('aria-disabled', 'true');
        void sends().finally(() => {
          sending = false;
          submit.removeAttribute('aria-disabled');
        });
      }
    },
    ...rows,
    el('div', { class: 'row' }, submit)
  );
}
