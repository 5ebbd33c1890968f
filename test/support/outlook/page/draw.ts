import type { Mailbox } from '../shapes.ts';
import { type Compose, type Field, panesOf } from './window.ts';

/** What the person does to the window. */
export interface Hands {
  readonly send: () => void;
  readonly press: (button: number) => void;
  /** Closes the alert without choosing anything: the message stays. */
  readonly close: () => void;
  readonly dismiss: (key: string) => void;
  readonly open: (command: string, context: unknown) => void;
}

const most = 12;

/** Draws the window as it stands. The pane stays where it is: it would lose what it knows. */
export function draw(window: Compose, hands: Hands): void {
  const { profile } = window.setup;
  document.title = `${profile.title} (not real)`;
  document.body.dataset['profile'] = profile.id;
  document.body.classList.toggle('with-pane', window.pane !== undefined);
  const place = document.getElementById('compose')!;
  place.replaceChildren(
    ...bars(window, hands),
    row('From', person(window.draft.from)),
    ...(['to', 'cc', 'bcc'] as const).map(field => people(window, field)),
    row('Subject', text('span', window.draft.subject, 'subject')),
    ...(window.draft.attachments.length > 0
      ? [row('Attached', ...window.draft.attachments.map(({ name }) => text('span', name, 'chip')))]
      : []),
    text('div', window.draft.text.slice(0, 2000), 'body')
  );
  const bar = document.getElementById('commands')!;
  const sendButton = button('Send', hands.send, 'send');
  sendButton.disabled = window.fate !== 'writing';
  const command = Object.keys(panesOf(window.setup))[0];
  bar.replaceChildren(...(window.setup.reading ? [] : [sendButton, text('span', fates[window.fate], 'fate')]));
  if (command) bar.append(button(window.setup.manifest.name, () => hands.open(command, undefined), 'ribbon'));
  bar.append(text('span', profile.title, 'client'));
  alert(window, hands);
}

const fates = { writing: '', checking: 'Checking…', sent: 'Sent', outbox: 'In the Outbox', drafts: 'In Drafts' };

function bars(window: Compose, hands: Hands): readonly HTMLElement[] {
  return window.bars.map(bar => {
    const drawn = text('div', '', `bar ${bar.type}`);
    drawn.append(text('span', 'i', 'icon'), text('span', bar.message, 'message'));
    for (const { actionText, commandId, contextData } of bar.actions ?? [])
      drawn.append(button(actionText, () => hands.open(commandId, contextData), 'action'));
    drawn.append(button('Dismiss', () => hands.dismiss(bar.key), 'dismiss'));
    return drawn;
  });
}

function people(window: Compose, field: Field): HTMLElement {
  const all = window.draft[field];
  const drawn = all.slice(0, most).map(person);
  if (all.length > most) drawn.push(text('span', `and ${all.length - most} more`, 'more'));
  const line = row({ to: 'To', cc: 'Cc', bcc: 'Bcc' }[field], ...drawn);
  line.id = field;
  return line;
}

function person({ name, address, unresolved }: Mailbox): HTMLElement {
  const chip = text('span', name ?? address, unresolved ? 'chip unresolved' : 'chip');
  chip.title = address;
  return chip;
}

function alert({ alert: shown, setup }: Compose, hands: Hands): void {
  const dialog = document.getElementById('alert') as HTMLDialogElement;
  if (!shown) {
    dialog.close();
    dialog.replaceChildren();
    return;
  }
  const words = text('div', '', 'words');
  if (shown.markdown) words.append(...paragraphs(shown.text));
  else words.textContent = shown.text;
  const buttons = text('div', '', 'buttons');
  buttons.append(...shown.buttons.map(({ label, does }, i) => button(label, () => hands.press(i), `does-${does}`)));
  dialog.replaceChildren(text('h2', setup.manifest.name), words, buttons);
  dialog.oncancel = hands.close;
  dialog.dataset['why'] = shown.why;
  if (!dialog.open) dialog.showModal();
}

/** The little of Markdown that the alert shows: bold, italic, lists whose items end in a carriage return, links, paragraphs, escaped signs. */
function paragraphs(markdown: string): readonly HTMLElement[] {
  return markdown.split('\n\n').map(paragraph => {
    const items = paragraph.split('\r').filter(item => item.trim() !== '');
    if (items.length === 0 || !items.every(item => /^\s*(?:[-*]|\d+\.) /.test(item))) return inline('p', paragraph);
    const list = document.createElement(/^\s*\d/.test(items[0]!) ? 'ol' : 'ul');
    list.append(...items.map(item => inline('li', item.replace(/^\s*(?:[-*]|\d+\.) /, ''))));
    return list;
  });
}

function inline(tag: 'p' | 'li', markdown: string): HTMLElement {
  const element = document.createElement(tag);
  const pattern = /\\([^\s\w])|\*\*([^*]+)\*\*|\*([^*]+)\*|_([^_]+)_|\[([^\]]+)\]\((https:[^)\s]+)\)/g;
  let at = 0;
  for (const found of markdown.matchAll(pattern)) {
    element.append(markdown.slice(at, found.index));
    at = found.index + found[0].length;
    const [, escaped, bold, italic, slanted, link, href] = found;
    if (escaped !== undefined) element.append(escaped);
    else if (link !== undefined) {
      const anchor = document.createElement('a');
      anchor.href = href!;
      anchor.textContent = unescaped(link);
      element.append(anchor);
    } else element.append(text(bold === undefined ? 'em' : 'strong', unescaped(bold ?? italic ?? slanted ?? '')));
  }
  element.append(markdown.slice(at));
  return element;
}

function unescaped(markdown: string): string {
  return markdown.replace(/\\([^\s\w])/g, '$1');
}

function row(label: string, ...values: readonly HTMLElement[]): HTMLElement {
  const line = text('div', '', 'row');
  const held = text('span', '', 'values');
  held.append(...values);
  line.append(text('span', label, 'label'), held);
  return line;
}

function text(tag: string, content: string, kind = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  if (kind) element.className = kind;
  return element;
}

function button(label: string, press: () => void, kind: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.className = kind;
  element.addEventListener('click', press);
  return element;
}
