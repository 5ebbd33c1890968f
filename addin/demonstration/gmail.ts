import { type Draft, type GmailAsked, type GmailShown, type Mail, paths } from './api.ts';
import { button, el } from '../dom.ts';
import { type Card, type CardButton, cardNode } from './gmail-card.ts';
import { ask } from './service.ts';
import { inWords, say, tell } from './speak.ts';
import type { Tour, View } from './tour.ts';

const fields = ['to', 'cc', 'bcc'] as const;

/** What an endpoint answers: a card, new recipients for the draft, a note. The endpoint behind buttons puts it into an envelope. */
interface Rendered {
  readonly action?: {
    readonly navigations?: readonly { readonly pushCard?: Card; readonly updateCard?: Card }[];
    readonly notification?: { readonly text: string };
  };
  readonly hostAppAction?: { readonly gmailAction?: { readonly updateDraftActionMarkup?: DraftUpdate } };
  readonly renderActions?: Rendered;
  readonly requesting_google_scopes?: object;
}

interface DraftUpdate {
  readonly updateToRecipients?: { readonly toRecipients: readonly { readonly email: string }[] };
  readonly updateCcRecipients?: { readonly ccRecipients: readonly { readonly email: string }[] };
  readonly updateBccRecipients?: { readonly bccRecipients: readonly { readonly email: string }[] };
}

/** A draft in a pretend Gmail, and beside it the card that the add-on’s real endpoint answers with. */
export function gmail(tour: Tour): View {
  const lines = Object.fromEntries(
    fields.map(field => [field, el('textarea', { id: `g-${field}`, rows: '1', autocomplete: 'off', spellcheck: 'false' })])
  ) as { readonly [F in (typeof fields)[number]]: HTMLTextAreaElement };
  const subject = el('input', { id: 'g-subject', autocomplete: 'off', placeholder: say('subject') });
  const text = el('textarea', { id: 'g-text', rows: '6' });
  const panel = el('aside', { class: 'g-panel', 'aria-label': say('gmailPanel') }, el('p', { class: 'empty-place' }, say('gmailEmpty')));
  const note = el('p', { class: 'g-note', role: 'status' });
  const warned = new Set<string>();
  let remedied = false;
  let turn = 0;

  const form = el(
    'form',
    { class: 'g-mail card', novalidate: true, 'aria-label': say('newMail') },
    el('p', { class: 'g-title', 'aria-hidden': 'true' }, say('newMail')),
    ...fields.map(field => el('div', { class: 'g-row' }, el('label', { for: `g-${field}` }, say(field)), lines[field])),
    el('div', { class: 'g-row' }, el('label', { for: 'g-subject', class: 'unseen' }, say('subject')), subject),
    el('label', { for: 'g-text', class: 'unseen' }, say('text')),
    text,
    el(
      'div',
      { class: 'g-doing' },
      el('button', { type: 'submit', class: 'g-button g-send' }, say('send')),
      button(say('gmailAsk'), { class: 'g-button', id: 'g-ask' }, () => void look('compose')),
      el('span', { class: 'soft small' }, say('gmailBlind'))
    ),
    note
  );
  const root = el(
    'section',
    { class: 'gmail-place' },
    el('h1', {}, say('gmailTitle')),
    el('p', { class: 'lead' }, say('gmailText')),
    el('div', { class: 'g-desk' }, form, panel)
  );

  function draft(): Draft {
    const list = (field: (typeof fields)[number]): readonly string[] =>
      lines[field].value
        .split(',')
        .map(each => each.trim())
        .filter(each => each !== '');
    return { to: list('to'), cc: list('cc'), bcc: list('bcc'), subject: subject.value, body: text.value };
  }

  /** Asks the endpoint. Of two answers that overlap only the later one is shown. */
  async function look(endpoint: GmailAsked['endpoint'], parameters?: { readonly [name: string]: string }): Promise<void> {
    turn += 1;
    const mine = turn;
    panel.setAttribute('aria-busy', 'true');
    const answer = await ask<GmailShown>(paths.gmail, { draft: draft(), endpoint, ...(parameters ? { parameters } : {}) });
    if (mine !== turn) return;
    panel.removeAttribute('aria-busy');
    if ('problem' in answer) return said(answer.problem);
    const { status, body } = answer.value;
    if (status !== 200) return said(say('gmailStatus', { status }));
    const rendered = body as Rendered;
    if (rendered.requesting_google_scopes) return said(say('gmailScopes'));
    show(rendered.renderActions ?? rendered);
  }

  function show({ action, hostAppAction }: Rendered): void {
    const update = hostAppAction?.gmailAction?.updateDraftActionMarkup;
    if (update) {
      remedied = true;
      fill('to', update.updateToRecipients?.toRecipients);
      fill('cc', update.updateCcRecipients?.ccRecipients);
      fill('bcc', update.updateBccRecipients?.bccRecipients);
    }
    const [navigation] = action?.navigations ?? [];
    const card = navigation?.pushCard ?? navigation?.updateCard;
    const words = action?.notification?.text ?? '';
    note.textContent = words;
    if (card) {
      for (const rule of JSON.stringify(card).matchAll(/"key":"rule","value":"([a-z-]+)"/g)) warned.add(rule[1]!);
      panel.replaceChildren(cardNode(card, pressed));
      if (words === '') tell(card.header?.title ?? '');
    }
    // A draft that the add-on changed is looked at again, as Gmail does once it is told to.
    if (update && !card) void look('compose');
  }

  function fill(field: (typeof fields)[number], list: readonly { readonly email: string }[] | undefined): void {
    if (!list) return;
    lines[field].value = list.map(({ email }) => email).join(', ');
    lines[field].classList.add('changed');
    setTimeout(() => lines[field].classList.remove('changed'), 1500);
  }

  function pressed({ onClick }: CardButton): void {
    const { action } = onClick;
    if (!action) return;
    const endpoint = new URL(action.function).pathname.split('/').pop() as GmailAsked['endpoint'];
    void look(endpoint, Object.fromEntries((action.parameters ?? []).map(({ key, value }) => [key, value])));
  }

  function said(sentence: string): void {
    panel.replaceChildren(el('p', { class: 'empty-place' }, sentence));
    tell(sentence);
  }

  function begin({ to, cc, bcc, subject: about, body }: Draft): void {
    lines.to.value = to.join(', ');
    lines.cc.value = cc.join(', ');
    lines.bcc.value = bcc.join(', ');
    subject.value = about;
    text.value = body;
    warned.clear();
    remedied = false;
    note.textContent = '';
    panel.replaceChildren(el('p', { class: 'empty-place' }, say('gmailEmpty')));
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    const { to, cc, bcc, subject: about, body } = draft();
    if (to.length + cc.length + bcc.length === 0) {
      note.textContent = say('nobody');
      return lines.to.focus();
    }
    const mail: Mail = {
      by: 'gmail',
      persona: tour.state().persona,
      to,
      cc,
      bcc,
      subject: about,
      body,
      warned: [...warned],
      remedied,
      left: true
    };
    void ask(paths.sent, mail).then(answer => {
      if ('problem' in answer) note.textContent = answer.problem;
      else {
        begin({ to: [], cc: [], bcc: [], subject: '', body: '' });
        note.textContent = say('gone');
      }
    });
  });

  const example = tour.state().steps.find(({ place }) => place === 'gmail');
  if (example?.draft) {
    const { draft: ready, title } = example;
    form.append(
      el(
        'p',
        { class: 'g-example' },
        button(say('loadExample', { title: inWords(title) }), { class: 'quiet' }, () => {
          begin(ready);
          lines.to.focus();
        })
      )
    );
  }

  return {
    root,
    update: () => {
      const ready = tour.ready.draft;
      if (!ready) return;
      delete tour.ready.draft;
      begin(ready);
    }
  };
}
