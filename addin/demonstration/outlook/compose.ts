import { dateIn } from '../../../core/dates.ts';
import { button, el } from '../../dom.ts';
import { say, spoken, tell } from '../speak.ts';
import { alertWith, type Choice } from './alert.ts';
import { type Account, type Bar, type Change, type Device, type Draft, type Field, fields, type Mailbox, type Writing } from './draft.ts';
import { type Answer, type EventName, run } from './events.ts';
import { recipients, type Recipients } from './field.ts';
import { type Frame, openFrame } from './frames.ts';
import type { Signed } from './nested-sign-in.ts';

/** What a message needs of the program around it. */
export interface Program {
  readonly account: Account;
  readonly device: Device;
  readonly signed: () => Promise<Signed>;
  readonly people: readonly Mailbox[];
  /** The pages of the add-in: that of its events, and the task pane. */
  readonly pages: { readonly events: string; readonly pane: string };
  /** Told when Send was pressed and what came of it. */
  readonly sent: (outcome: Outcome) => void;
  readonly discarded: () => void;
}

/** What came of Send, and what Beadle had to do with it. */
export interface Outcome {
  readonly draft: Draft;
  /** `false`: it was held up, and stays. */
  readonly left: boolean;
  /** The rules that spoke. */
  readonly warned: readonly string[];
  /** Whether a click in the pane changed the message. */
  readonly remedied: boolean;
}

/** A message that is being written, on the page. */
export interface Composing {
  readonly root: HTMLElement;
  readonly draft: () => Draft;
  readonly focus: () => void;
  /** Ends it: its frames go. */
  readonly close: () => void;
}

/** The commands of the add-in that open its pane, as the manifest names them. */
const paneCommand = 'beadlePane';
/** Milliseconds after which the mail program says that it waits for the add-in. */
const slow = 5000;

/** Opens a message to write, with the add-in beside it. */
export function composing(first: Draft, program: Program): Composing {
  const { account, people } = program;
  const warned = new Set<string>();
  let remedied = false;
  let sending = false;
  let pane: Frame | undefined;
  let closed = false;
  /** Events are told one after another, the newest of each kind only. */
  let queue: Promise<unknown> = Promise.resolve();
  const waiting = new Set<EventName>();

  const writing: Writing = {
    draft: first,
    bars: new Map(),
    session: new Map(),
    headers: new Map(),
    context: '',
    change: (more, what) => {
      remedied = true;
      changed(named(more), what);
    },
    barred: showBars
  };
  const by = { writing, account, device: program.device, signed: program.signed };

  const bars = el('div', { class: 'mail-bars', role: 'status' });
  const lines = Object.fromEntries(
    fields.map(field => [
      field,
      recipients(
        field,
        people,
        () => writing.draft[field],
        list => changed({ [field]: list }, 'recipients')
      )
    ])
  ) as { readonly [F in Field]: Recipients };
  const subject = el('input', { id: 'mail-subject', autocomplete: 'off', maxlength: '255' });
  const text = el('textarea', { id: 'mail-text', rows: '7' });
  const files = el('ul', { class: 'chips files', role: 'list', 'aria-label': say('files') });
  const fileName = el('input', { id: 'mail-file', autocomplete: 'off', maxlength: '120', placeholder: say('fileExample') });
  const later = el('p', { class: 'later' });
  const send = el('button', { type: 'submit', class: 'main send' }, say('send'));
  const open = button(say('openBeadle'), { class: 'quiet', 'aria-expanded': 'false' }, () => (pane ? closePane() : openPane('')));
  const beside = el('aside', { class: 'pane', 'aria-label': say('pane'), hidden: true });

  const form = el(
    'form',
    { class: 'mail card', novalidate: true, 'aria-label': say('newMail') },
    bars,
    el(
      'p',
      { class: 'mail-row' },
      el('span', { class: 'label' }, say('from')),
      el('span', {}, `${first.from.name} <${first.from.address}>`)
    ),
    ...fields.map(field => lines[field].row),
    el('div', { class: 'mail-row' }, el('label', { for: 'mail-subject' }, say('subject')), el('div', { class: 'well' }, subject)),
    el('label', { for: 'mail-text', class: 'unseen' }, say('text')),
    text,
    files,
    later,
    el(
      'div',
      { class: 'mail-doing' },
      send,
      button(say('discard'), { class: 'quiet' }, () => end(program.discarded)),
      open,
      el(
        'span',
        { class: 'attach' },
        el('label', { for: 'mail-file' }, say('attach')),
        fileName,
        button(say('attachIt'), { class: 'quiet' }, attach)
      )
    ),
    el('datalist', { id: 'mail-people' }, ...people.map(({ name, address }) => el('option', { value: `${name} <${address}>` })))
  );
  const root = el('div', { class: 'composing' }, form, beside);

  /** An address that came without a name gets the one by which the school's own list knows it, as a mail program does. */
  function named(more: Partial<Draft>): Partial<Draft> {
    const lists = fields.flatMap(field => {
      const list = more[field];
      return list
        ? [[field, list.map(who => (who.name === who.address ? (people.find(({ address }) => address === who.address) ?? who) : who))]]
        : [];
    });
    return { ...more, ...(Object.fromEntries(lists) as Partial<Draft>) };
  }

  function changed(more: Partial<Draft>, what: Change): void {
    if (closed) return;
    writing.draft = { ...writing.draft, ...more };
    show();
    if (what === 'recipients') {
      happened('onRecipientsChanged');
      pane?.office.tell('olkRecipientsChanged');
    } else if (what === 'attachments') {
      happened('onAttachmentsChanged');
      pane?.office.tell('olkAttachmentsChanged');
    }
  }

  /** Tells the add-in’s own page of an event, once those before it are done. */
  function happened(event: EventName): void {
    if (waiting.has(event)) return;
    waiting.add(event);
    queue = queue.then(() => {
      waiting.delete(event);
      return closed ? undefined : run(event, program.pages.events, by);
    });
  }

  function show(): void {
    const { draft } = writing;
    for (const field of fields) lines[field].show(draft[field]);
    if (subject.value !== draft.subject) subject.value = draft.subject;
    if (text.value !== draft.text) text.value = draft.text;
    files.hidden = draft.attachments.length === 0;
    files.replaceChildren(
      ...draft.attachments.map(file =>
        el(
          'li',
          { class: 'chip' },
          el('span', { class: 'chip-name' }, file.name),
          button('×', { 'aria-label': say('takeAway', { name: file.name }) }, () =>
            changed({ attachments: writing.draft.attachments.filter(each => each !== file) }, 'attachments')
          )
        )
      )
    );
    later.hidden = draft.delay === 0;
    later.textContent = draft.delay === 0 ? '' : say('delayed', { at: clockOf(draft.delay) });
    send.textContent = say(draft.delay === 0 ? 'send' : 'sendLater');
  }

  function showBars(): void {
    if (closed) return;
    bars.replaceChildren(...[...writing.bars].map(([key, bar]) => barNode(key, bar)));
  }

  function barNode(key: string, { message, actions = [] }: Bar): HTMLElement {
    for (const { contextData } of actions) note(contextData);
    const links = actions.map(({ actionText, commandId, contextData }) =>
      button(actionText, { class: 'bar-link' }, () => commandId === paneCommand && openPane(contextData))
    );
    const away = button('×', { class: 'bar-away', 'aria-label': say('closeBar') }, () => {
      writing.bars.delete(key);
      showBars();
      subject.focus();
    });
    return el('div', { class: 'mail-bar' }, el('span', { class: 'bar-sign', 'aria-hidden': 'true' }), el('p', {}, message), ...links, away);
  }

  /** The rule that a bar or an alert speaks of, which stands in what it hands to the pane. */
  function note(contextData: string | undefined): void {
    try {
      const { rule } = JSON.parse(contextData ?? '{}') as { readonly rule?: unknown };
      if (typeof rule === 'string') warned.add(rule);
    } catch {
      // It names no rule.
    }
  }

  function openPane(context: string): void {
    writing.context = context;
    if (pane) {
      pane.office.tell('olkInitializationContextChanged');
      return pane.element.focus();
    }
    beside.hidden = false;
    root.classList.add('with-pane');
    open.setAttribute('aria-expanded', 'true');
    pane = openFrame(program.pages.pane, say('pane'), beside, by);
  }

  function closePane(): void {
    pane?.close();
    pane = undefined;
    beside.hidden = true;
    root.classList.remove('with-pane');
    open.setAttribute('aria-expanded', 'false');
  }

  function attach(): void {
    const name = fileName.value.trim();
    if (name === '') return fileName.focus();
    fileName.value = '';
    changed({ attachments: [...writing.draft.attachments, { id: `${name} ${Date.now()}`, name, size: 48_000 }] }, 'attachments');
  }

  async function pressed(): Promise<void> {
    if (sending) return;
    const wrong = fields.find(field => !lines[field].commit());
    if (wrong) return lines[wrong].focus();
    const { to, cc, bcc } = writing.draft;
    if (to.length + cc.length + bcc.length === 0) {
      tell(say('nobody'));
      return lines.to.focus();
    }
    sending = true;
    send.setAttribute('aria-disabled', 'true');
    const says = setTimeout(() => tell(say('slow')), slow);
    await queue;
    const ran = await run('onMessageSend', program.pages.events, by);
    clearTimeout(says);
    sending = false;
    send.removeAttribute('aria-disabled');
    if (closed) return;
    if ('failed' in ran)
      return ask(say(ran.failed === 'timed-out' ? 'tooSlow' : 'notThere'), [{ label: say('sendAnyway'), act: leave }, stay(true)]);
    if (ran.answered.allowEvent) return leave();
    held(ran.answered);
  }

  /** The add-in holds the message up: its words, and what can be done. */
  function held({
    errorMessage = '',
    errorMessageMarkdown = errorMessage,
    cancelLabel,
    commandId,
    contextData,
    sendModeOverride
  }: Answer): void {
    note(contextData);
    program.sent(outcome(false));
    const choices: Choice[] = [];
    if (commandId === paneCommand && cancelLabel !== undefined)
      choices.push({ label: cancelLabel, main: true, act: () => openPane(contextData ?? '') });
    if (sendModeOverride === 'promptUser') choices.push({ label: say('sendAnyway'), act: leave });
    choices.push(stay(choices.length === 0));
    ask(errorMessageMarkdown, choices);
  }

  function ask(words: string, choices: readonly Choice[]): void {
    alertWith('Beadle', words, choices, () => send.focus());
  }

  function stay(main: boolean): Choice {
    return { label: say('dontSend'), act: () => send.focus(), ...(main ? { main: true as const } : {}) };
  }

  function outcome(left: boolean): Outcome {
    return { draft: writing.draft, left, warned: [...warned], remedied };
  }

  function leave(): void {
    end(() => program.sent(outcome(true)));
  }

  function end(then: () => void): void {
    closed = true;
    pane?.close();
    root.remove();
    then();
  }

  subject.addEventListener('input', () => {
    writing.draft = { ...writing.draft, subject: subject.value };
  });
  text.addEventListener('input', () => {
    writing.draft = { ...writing.draft, text: text.value };
  });
  fileName.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    attach();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    void pressed();
  });

  show();
  happened('onNewMessageCompose');
  return {
    root,
    draft: () => writing.draft,
    focus: () => (first.to.length === 0 ? lines.to.focus() : text.focus()),
    close: () => end(() => {})
  };
}

function clockOf(at: Date): string {
  // Few browsers know the months in Welsh.
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return say('delayedTo', { day: dateIn(spoken(), day), time: `${two(at.getHours())}:${two(at.getMinutes())}` });
}
