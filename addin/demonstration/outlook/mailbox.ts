import { type Letter, type Mail, type Outlook, paths, type Draft as ReadyDraft } from '../api.ts';
import { button, el } from '../../dom.ts';
import { ask } from '../service.ts';
import { inWords, say, tell } from '../speak.ts';
import type { Tour, View } from '../tour.ts';
import { type Composing, composing, type Outcome } from './compose.ts';
import type { Account, Device, Draft, File, Mailbox } from './draft.ts';
import type { Signed } from './nested-sign-in.ts';
import { emptyDraft } from './office.ts';
import { peopleIn } from './people.ts';

/** The pages of the add-in as they were built. */
const pages = { events: `${paths.addin}commands.html`, pane: `${paths.addin}pane.html` } as const;

/** The persona’s mailbox in a pretend Outlook: letters to read, and messages to write with the real add-in beside them. */
export function mailbox(tour: Tour): View {
  const { persona, personas } = tour.state();
  const who = personas.find(({ id }) => id === persona)!;
  const list = el('ul', { class: 'letters', role: 'list', 'aria-label': say('inbox') });
  const reading = el('article', { class: 'letter card', 'aria-label': say('reading') });
  const write = button(say('newMail'), { class: 'main', id: 'new-mail' }, () => void compose(undefined));
  const drawer = el(
    'div',
    { class: 'mailbox' },
    el(
      'div',
      { class: 'mailbox-list' },
      ...(who.chat ? [write] : [el('p', { class: 'soft at-home' }, say('noAddIn', { name: who.name }))]),
      list
    ),
    el('div', { class: 'mailbox-reading' }, reading)
  );
  const note = el('div', { class: 'mail-note', role: 'status' });
  const desk = el('div', { hidden: true });
  const root = el('section', { class: 'outlook-place' }, el('h1', { class: 'place-title' }, say('outlookTitle')), note, drawer, desk);
  let chosen: string | undefined;
  let look = '';
  let open: Composing | undefined;
  let account: Account | undefined;
  let asked: Outlook | undefined;

  function showList(): void {
    const { inbox } = tour.state();
    const now = JSON.stringify([inbox.map(({ id }) => id), chosen]);
    if (now === look) return;
    look = now;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['letter'] : undefined;
    chosen = inbox.some(({ id }) => id === chosen) ? chosen : inbox[0]?.id;
    list.replaceChildren(
      ...inbox.map(letter => {
        const made = button(
          '',
          { class: 'letter-line', 'data-letter': letter.id, ...(letter.id === chosen ? { 'aria-current': 'true' } : {}) },
          () => {
            chosen = letter.id;
            showList();
          }
        );
        made.append(
          el(
            'span',
            { class: 'letter-from' },
            letter.from.name || letter.from.address,
            ...(letter.ours ? [el('span', { class: 'ours' }, 'Beadle')] : [])
          ),
          el('span', { class: 'letter-subject' }, letter.subject),
          el('time', { class: 'soft small', datetime: letter.at }, inWords(letter.words))
        );
        return el('li', {}, made);
      })
    );
    if (focused) list.querySelector<HTMLElement>(`[data-letter="${CSS.escape(focused)}"]`)?.focus();
    showLetter(inbox.find(({ id }) => id === chosen));
  }

  function showLetter(letter: Letter | undefined): void {
    if (!letter) return reading.replaceChildren(el('p', { class: 'empty-place' }, say('inboxEmpty')));
    const { subject, from, to, body, words, at, attachments } = letter;
    reading.replaceChildren(
      el('h2', {}, subject),
      el('p', { class: 'soft' }, `${from.name} <${from.address}>`),
      el(
        'p',
        { class: 'soft small' },
        `${say('to')}: ${to.map(({ name, address }) => name || address).join(', ')} · `,
        el('time', { datetime: at }, inWords(words))
      ),
      el('div', { class: 'letter-text' }, ...body.split(/\n{2,}/).map(paragraph => el('p', {}, ...linked(paragraph)))),
      ...(attachments.length === 0
        ? []
        : [
            el(
              'ul',
              { class: 'chips files', role: 'list', 'aria-label': say('files') },
              ...attachments.map(({ name, href }) =>
                el('li', { class: 'chip' }, el('a', { href, target: '_blank', rel: 'noopener' }, name))
              )
            )
          ]),
      el(
        'p',
        { class: 'doing' },
        button(say('reply'), { class: 'quiet', id: 'reply' }, () => void compose(letter))
      )
    );
  }

  /** Asks the service once who writes here, with whom, and what this mailbox keeps. */
  async function program(): Promise<Outlook | string> {
    if (asked) return asked;
    const answer = await ask<Outlook>(paths.outlook);
    if ('problem' in answer) return answer.problem;
    asked = answer.value;
    const { user, settings } = asked;
    account = {
      who: user,
      domain: user.address.split('@')[1] ?? '',
      settings: JSON.stringify(settings),
      saved: () => {}
    };
    return asked;
  }

  async function compose(letter: Letter | undefined, ready?: ReadyDraft): Promise<void> {
    const found = await program();
    if (typeof found === 'string') return told(found);
    open?.close();
    note.replaceChildren();
    const people = found.people.map(({ name, address }) => ({ name, address }));
    const draft = ready ? written(ready, found.user, people) : letter ? answerTo(letter, found.user, people) : emptyDraft(found.user);
    const device: Device = {
      language: document.documentElement.lang === 'cy' ? 'cy-GB' : 'en-GB',
      ahead: () => Date.parse(tour.state().clock.now) - came,
      token: async () => {
        const answer = await ask<Outlook>(paths.outlook);
        return 'value' in answer ? answer.value.token : undefined;
      }
    };
    open = composing(draft, {
      account: account!,
      device,
      signed: () => Promise.resolve(signedAs(found)),
      people,
      pages,
      sent: outcome => void sent(outcome),
      discarded: () => back(say('discarded'))
    });
    drawer.hidden = true;
    desk.hidden = false;
    desk.replaceChildren(open.root);
    open.focus();
  }

  /** When the school’s time last came, by this machine’s clock: from then on the two run alike. */
  let came = Date.now();

  function told(sentence: string): void {
    note.replaceChildren(el('p', { class: 'wrong' }, sentence));
    tell(sentence);
  }

  async function sent({ draft, left, warned, remedied }: Outcome): Promise<void> {
    const addresses = (list: readonly Mailbox[]): readonly string[] => list.map(({ address }) => address);
    const mail: Mail = {
      by: 'outlook',
      persona,
      to: addresses(draft.to),
      cc: addresses(draft.cc),
      bcc: addresses(draft.bcc),
      subject: draft.subject,
      body: draft.text,
      warned,
      remedied,
      left
    };
    void ask(paths.sent, mail);
    if (left) back(say('gone'), account && recordsIn(account));
  }

  function back(sentence: string, records?: string): void {
    open = undefined;
    desk.hidden = true;
    desk.replaceChildren();
    drawer.hidden = false;
    note.replaceChildren(
      el('p', { class: 'fine' }, sentence),
      ...(records
        ? [el('details', {}, el('summary', {}, say('whatIsKept')), el('pre', { tabindex: '0', 'aria-label': say('whatIsKept') }, records))]
        : [])
    );
    write.focus();
  }

  return {
    root,
    gone: () => open?.close(),
    update: () => {
      came = Date.now();
      showList();
      const ready = tour.ready.draft;
      if (!ready || !who.chat) return;
      delete tour.ready.draft;
      void compose(undefined, ready);
    }
  };
}

/** The newest record that the add-in keeps for the school: all that anybody learns of a message. */
function recordsIn({ settings }: Account): string | undefined {
  const kept = JSON.parse(settings) as { readonly [name: string]: unknown };
  const records = kept['beadle.records'];
  const last: unknown = Array.isArray(records) ? records[records.length - 1] : undefined;
  return last === undefined ? undefined : JSON.stringify(last, null, 2);
}

function written(ready: ReadyDraft, from: Mailbox, people: readonly Mailbox[]): Draft {
  const list = (lines: readonly string[]): readonly Mailbox[] => peopleIn(lines.join(', '), people).found;
  const attachments: readonly File[] = (ready.attachments ?? []).map(name => ({ id: name, name, size: 48_000 }));
  return {
    ...emptyDraft(from),
    to: list(ready.to),
    cc: list(ready.cc),
    bcc: list(ready.bcc),
    subject: ready.subject,
    text: ready.body,
    attachments
  };
}

function answerTo(letter: Letter, from: Mailbox, people: readonly Mailbox[]): Draft {
  const quoted = `${letter.from.name} <${letter.from.address}>:\n${letter.body
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')}`;
  if (letter.reply)
    return { ...written(letter.reply, from, people), text: `${letter.reply.body}\n\n${quoted}`, kind: 'reply', conversation: letter.id };
  return {
    ...emptyDraft(from),
    to: [{ name: letter.from.name || letter.from.address, address: letter.from.address }],
    subject: /^re:/i.test(letter.subject) ? letter.subject : `Re: ${letter.subject}`,
    text: `\n\n${quoted}`,
    kind: 'reply',
    conversation: letter.id
  };
}

/** Who is signed in at this mail program, by what stands in the token itself. */
function signedAs({ token, clientId, tenantId, user }: Outlook): Signed {
  return { clientId, tenant: tenantId, person: personIn(token) ?? tenantId, name: user.name, address: user.address };
}

function personIn(token: string): string | undefined {
  try {
    const claims = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as { readonly oid?: unknown };
    return typeof claims.oid === 'string' ? claims.oid : undefined;
  } catch {
    return undefined;
  }
}

/** Text with the addresses of pages in it as links. */
function linked(text: string): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g)) {
    parts.push(text.slice(at, found.index), el('a', { href: found[0], target: '_blank', rel: 'noopener' }, found[0]));
    at = found.index + found[0].length;
  }
  parts.push(text.slice(at));
  return parts;
}
