import { el } from '../dom.ts';
import { ask } from './ask.ts';
import { field, form, said, saying } from './field.ts';
import { say, tell } from './speak.ts';
import { show } from './view.ts';

/** Asks for the code that was sent by mail: of a link, or of somebody who came to read only. */
export function enterCode(link: string | undefined, entered: () => void): void {
  const bearer = link === undefined ? {} : { link };
  // The link may be opened again while the mail is being looked for: that sends no second code.
  void ask('/sign/api/code', { ...bearer, afresh: false });
  const code = field('code', 'code', {
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: '9',
    spellcheck: 'false',
    class: 'digits'
  });
  const made = form('goOn', [code.row], async () => {
    const digits = code.input.value.replace(/[\s-]/g, '');
    if (!/^\d{6}$/.test(digits)) return code.wrong(say('codeMissing'));
    const answer = await ask('/sign/api/prove', { ...bearer, code: digits });
    if ('value' in answer) return entered();
    code.wrong(answer.problem);
  });
  const sent = el('p', { class: 'soft' });
  const afresh = saying('codeAgain', { class: 'quiet' }, () => {
    void ask('/sign/api/code', { ...bearer, afresh: true }).then(answer => {
      const sentence = 'value' in answer ? say('codeSent') : answer.problem;
      sent.textContent = sentence;
      tell(sentence);
    });
  });
  show(
    said('h1', 'codeTitle'),
    el('div', { class: 'card' }, said('p', 'codeText'), made, el('div', { class: 'beside' }, afresh), sent),
    el(
      'details',
      { class: 'card' },
      said('summary', 'codeHelp'),
      said('p', 'codeHelpText'),
      saying('linkAsk', { class: 'quiet' }, () => askForLink())
    )
  );
}

/** Asks for the address to which a new link goes, and to which page it leads; why there is need for one, if somebody knows. */
export function askForLink(because?: string, page: 'sign' | 'report' = 'sign'): void {
  const address = field('address', 'address', { type: 'email', autocomplete: 'email', maxlength: '320', spellcheck: 'false' });
  const done = el('p', { class: 'soft' });
  const made = form('linkAsk', [address.row], async () => {
    const typed = address.input.value.trim();
    if (!/^\S+@\S+\.\S+$/.test(typed)) return address.wrong(say('addressMissing'));
    const answer = await ask('/sign/api/link', { address: typed, page });
    if (!('value' in answer)) return address.wrong(answer.problem);
    done.textContent = say('linkSent');
    tell(say('linkSent'));
  });
  show(
    said('h1', page === 'report' ? 'reportTitle' : 'lostTitle'),
    el(
      'div',
      { class: 'card' },
      ...(because ? [el('p', { class: 'wrong' }, because)] : []),
      said('p', page === 'report' ? 'reportText' : 'lostText'),
      made,
      done
    )
  );
}
