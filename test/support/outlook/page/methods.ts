import { has } from '../profiles.ts';
import type { File, Mailbox, Notification } from '../shapes.ts';
import type { Compose, Field } from './window.ts';

/** What the host answers to a call: office.js makes an AsyncResult of it. */
export type Answer =
  | { readonly error: false; readonly data?: unknown; readonly wasSuccessful?: boolean }
  | { readonly error: true; readonly errorCode: number };

interface Asked {
  readonly window: Compose;
  readonly given: Given;
  readonly kind: 'event' | 'pane';
}

/** The parameters of any call, by the names that office.js gives them. */
interface Given {
  readonly recipientField?: number;
  readonly recipientArray?: readonly { readonly address?: string; readonly name?: string }[];
  readonly subject?: string;
  readonly coercionType?: number;
  readonly data?: string;
  readonly id?: string;
  readonly attachmentIndex?: string;
  readonly base64String?: string;
  readonly name?: string;
  readonly value?: string;
  readonly key?: string;
  readonly message?: string;
  readonly type?: number;
  readonly icon?: string;
  readonly persistent?: boolean;
  readonly actions?: Notification['actions'];
  readonly internetHeaderKeys?: readonly string[];
  readonly internetHeaderNameValuePairs?: { readonly [name: string]: string };
}

interface Method {
  readonly name: (given: Given) => string;
  readonly answer: (asked: Asked) => Answer;
}

const fields: readonly Field[] = ['to', 'cc', 'bcc'];
const kinds = ['other', 'list', 'user', 'external'] as const;
const notificationTypes = ['informationalMessage', 'progressIndicator', 'errorMessage', 'insightMessage'];
const html = 3;
/** The kind of an attachment that is neither a message nor in the cloud. */
const file = 0;
/** The vendor's own numbers. */
const cannot = {
  attachment: 9003,
  settings: 9019,
  sameBar: 9023,
  noSuchBar: 9024,
  tooManyBars: 9025,
  notHere: 9032,
  noSuchKey: 9050,
  sessionData: 9051,
  contactList: 5010
};

const of = (name: string) => (): string => name;
const fieldOf = ({ recipientField = 0 }: Given): Field => fields[recipientField] ?? 'to';

/** The calls of office.js that a compose window answers, by the number that it sends. */
const methods: { readonly [number: number]: Method } = {
  15: { name: given => `${fieldOf(given)}.get`, answer: recipients },
  22: { name: given => `${fieldOf(given)}.add`, answer: added },
  21: { name: given => `${fieldOf(given)}.set`, answer: replaced },
  18: { name: of('subject.get'), answer: ({ window }) => yes(window.draft.subject) },
  17: { name: of('subject.set'), answer: ({ window, given }) => wrote(window, { subject: given.subject ?? '' }) },
  37: { name: of('body.get'), answer: ({ window, given }) => yes(given.coercionType === html ? window.draft.html : window.draft.text) },
  38: { name: of('body.set'), answer: bodySet },
  14: { name: of('body.getType'), answer: () => yes('html') },
  107: { name: of('from.get'), answer: ({ window }) => yes(shown(window.draft.from)) },
  149: { name: of('attachments.get'), answer: attachments },
  150: { name: of('attachments.content'), answer: content },
  148: { name: of('attachments.add'), answer: attachmentAdded },
  20: { name: of('attachments.remove'), answer: attachmentRemoved },
  174: { name: of('composeType.get'), answer: ({ window }) => yes({ composeType: window.draft.compose, coercionType: 'html' }) },
  99: { name: of('initializationContext.get'), answer: initialContext },
  32: { name: of('save'), answer: () => yes('kept-as-draft') },
  33: { name: of('bar.add'), answer: barNew },
  34: { name: of('bar.get'), answer: ({ window }) => yes(window.bars) },
  35: { name: of('bar.replace'), answer: barAdded },
  36: { name: of('bar.remove'), answer: barRemoved },
  185: { name: of('session.set'), answer: sessionSet },
  186: { name: of('session.get'), answer: sessionGet },
  187: { name: of('session.getAll'), answer: ({ window }) => yes({ ...window.session }) },
  189: { name: of('session.remove'), answer: sessionRemoved },
  151: { name: of('headers.get'), answer: headers },
  152: { name: of('headers.set'), answer: headersSet },
  153: { name: of('headers.remove'), answer: headersRemoved },
  166: { name: of('delay.get'), answer: () => yes(0) },
  167: { name: of('delay.set'), answer: ({ window }) => wrote(window, {}) },
  108: { name: of('sharedProperties.get'), answer: () => no(cannot.notHere) },
  404: { name: of('settings.save'), answer: settingsSaved }
};

/** What an event may not do, by number: the vendor blocks it there. */
const blocked: { readonly [number: number]: string } = {
  7: 'displayNewAppointmentForm',
  8: 'displayMessageForm',
  9: 'displayAppointmentForm',
  41: 'item.close',
  44: 'displayNewMessageForm',
  177: 'displayNewAppointmentFormAsync',
  178: 'displayNewMessageFormAsync',
  179: 'displayMessageFormAsync',
  180: 'displayAppointmentFormAsync'
};

const settingsSave = 404;

/** Telemetry of office.js itself: it goes to the host, and needs no answer. */
const telemetry: readonly number[] = [163, 193, 400, 401, 402];

/** Answers one call of the add-in, or nothing where it is to wait for ever. */
export function answered(number: number, asked: Asked): Answer | undefined {
  const { window, given, kind } = asked;
  if (telemetry.includes(number)) return yes();
  if (kind === 'event' && blocked[number]) {
    window.complaints.push(`${blocked[number]} is blocked in an event`);
    return no(cannot.notHere);
  }
  const method = methods[number];
  if (method && window.setup.reading && number !== settingsSave) {
    window.complaints.push(`${method.name(given)} is for a message that is written, not for one that is read`);
    return no(cannot.notHere);
  }
  if (!method) {
    window.complaints.push(`call ${number} is not known to this Outlook`);
    return no(cannot.notHere);
  }
  const name = method.name(given);
  window.calls.push(name);
  const { fails, silent } = window.setup.weather;
  if (silent.includes(name)) return undefined;
  const code = fails[name];
  return code === undefined ? method.answer(asked) : no(code);
}

function yes(data?: unknown): Answer {
  return data === undefined ? { error: false, wasSuccessful: true } : { error: false, data };
}

function no(errorCode: number): Answer {
  return { error: true, errorCode };
}

function wrote(window: Compose, change: Partial<Compose['draft']>): Answer {
  window.draft = { ...window.draft, ...change };
  window.changed({ in: 'elsewhere' });
  return yes();
}

/** A mailbox as office.js expects it of its host. */
function shown({ address, name, kind }: Mailbox): { readonly address: string; readonly name: string; readonly recipientType: number } {
  return { address, name: name ?? address, recipientType: kinds.indexOf(kind ?? 'external') };
}

/** Only what Outlook has made an address of, and no more than this client hands over. */
function recipients({ window, given }: Asked): Answer {
  const seen = window.draft[fieldOf(given)].filter(({ unresolved }) => !unresolved);
  return yes(seen.slice(0, window.setup.profile.recipients).map(shown));
}

/** How many recipients may be handed over in one call. */
const atOnce = 100;

function added({ window, given }: Asked): Answer {
  const field = fieldOf(given);
  const more = given.recipientArray ?? [];
  if (more.length > atOnce) window.complaints.push(`more than ${atOnce} recipients were added in one call`);
  return readdressed(window, field, [...window.draft[field], ...more.map(mailbox)]);
}

/** A contact list, which has no address, cannot be written back. */
function replaced({ window, given }: Asked): Answer {
  const field = fieldOf(given);
  const all = given.recipientArray ?? [];
  if (all.length > atOnce) window.complaints.push(`more than ${atOnce} recipients were set in one call`);
  if (all.some(({ address }) => !address)) return no(cannot.contactList);
  return readdressed(window, field, all.map(mailbox));
}

function mailbox({ address = '', name }: { readonly address?: string; readonly name?: string }): Mailbox {
  return name === undefined || name === address ? { address } : { address, name };
}

function readdressed(window: Compose, field: Field, list: readonly Mailbox[]): Answer {
  window.draft = { ...window.draft, [field]: list };
  window.changed({ in: 'recipients', fields: [field] });
  return yes();
}

function bodySet({ window, given }: Asked): Answer {
  const data = given.data ?? '';
  const text = given.coercionType === html ? data.replace(/<[^>]*>/g, '') : data;
  return wrote(window, { text, html: given.coercionType === html ? data : `<p>${data}</p>` });
}

function attachments({ window }: Asked): Answer {
  const files = window.draft.attachments;
  return yes(files.map(({ name, size, inline = false }) => ({ id: name, name, size, attachmentType: file, isInline: inline })));
}

function content({ window, given }: Asked): Answer {
  const asked = window.draft.attachments.find(({ name }) => name === given.id);
  return asked?.content === undefined ? no(cannot.attachment) : yes({ format: 'base64', content: asked.content });
}

function attachmentAdded({ window, given }: Asked): Answer {
  const { name = '', base64String = '' } = given;
  const added: File = { name, size: Math.floor((base64String.length * 3) / 4), content: base64String };
  window.draft = { ...window.draft, attachments: [...window.draft.attachments, added] };
  window.changed({ in: 'attachments', status: 'added', name });
  return yes(name);
}

function attachmentRemoved({ window, given }: Asked): Answer {
  const gone = window.draft.attachments.find(({ name }) => name === given.attachmentIndex);
  if (!gone) return no(cannot.attachment);
  window.draft = { ...window.draft, attachments: window.draft.attachments.filter(each => each !== gone) };
  window.changed({ in: 'attachments', status: 'removed', name: gone.name });
  return yes();
}

function initialContext({ window, kind }: Asked): Answer {
  if (kind === 'event') return yes('');
  const context = window.pane?.context;
  return yes(context === undefined ? '' : typeof context === 'string' ? context : JSON.stringify(context));
}

function barNew(asked: Asked): Answer {
  return asked.window.bars.some(({ key }) => key === asked.given.key) ? no(cannot.sameBar) : barAdded(asked);
}

const longest = { message: 150, key: 32, action: 30 };

function barAdded({ window, given }: Asked): Answer {
  const { profile } = window.setup;
  const { key = '', message = '', type = 0, icon, persistent, actions } = given;
  const name = notificationTypes[type] ?? `${type}`;
  if (message.length > longest.message) window.complaints.push(`the bar is longer than ${longest.message} characters`);
  if (message.trim() === '') window.complaints.push('the bar is empty');
  if (key.length > longest.key) window.complaints.push(`the key of the bar is longer than ${longest.key} characters`);
  if (name === 'insightMessage' && !profile.insights) {
    window.complaints.push('this client has no bar with an action');
    return no(cannot.notHere);
  }
  for (const { actionText, commandId } of actions ?? []) {
    if (actionText.length > longest.action) window.complaints.push(`the action of the bar is longer than ${longest.action} characters`);
    if (!(commandId in window.setup.manifest.panes)) window.complaints.push(`the manifest has no command ${commandId}`);
  }
  const others = window.bars.filter(bar => bar.key !== key);
  if (name === 'insightMessage' && others.some(bar => bar.type === name)) return no(cannot.tooManyBars);
  if (others.length >= profile.notifications && profile.notifications > 1) return no(cannot.tooManyBars);
  const bar: Notification = {
    key,
    type: name,
    message,
    ...(icon === undefined ? {} : { icon }),
    ...(persistent === undefined ? {} : { persistent }),
    ...(actions ? { actions } : {})
  };
  window.bars = profile.notifications === 1 ? [bar] : [...others, bar];
  window.changed({ in: 'elsewhere' });
  return yes();
}

function barRemoved({ window, given }: Asked): Answer {
  if (!window.bars.some(({ key }) => key === given.key)) return no(cannot.noSuchBar);
  window.bars = window.bars.filter(({ key }) => key !== given.key);
  window.changed({ in: 'elsewhere' });
  return yes();
}

function sessionSet({ window, given }: Asked): Answer {
  const { name = '', value = '' } = given;
  const all = { ...window.session, [name]: value };
  const size = Object.keys(all).reduce((sum, key) => sum + key.length + (all[key] ?? '').length, 0);
  if (size > window.setup.profile.sessionData) return no(cannot.sessionData);
  window.session = all;
  return yes();
}

function sessionGet({ window, given }: Asked): Answer {
  const value = window.session[given.name ?? ''];
  return value === undefined ? no(cannot.noSuchKey) : yes(value);
}

function sessionRemoved({ window, given }: Asked): Answer {
  if (!((given.name ?? '') in window.session)) return no(cannot.noSuchKey);
  delete window.session[given.name ?? ''];
  return yes();
}

function headers({ window, given }: Asked): Answer {
  const found = (given.internetHeaderKeys ?? []).filter(name => name in window.headers).map(name => [name, window.headers[name]]);
  return yes(Object.fromEntries(found));
}

function headersSet({ window, given }: Asked): Answer {
  window.headers = { ...window.headers, ...given.internetHeaderNameValuePairs };
  return yes();
}

function headersRemoved({ window, given }: Asked): Answer {
  for (const name of given.internetHeaderKeys ?? []) delete window.headers[name];
  return yes();
}

/** Characters of all that an add-in keeps in a mailbox. */
const roaming = 32 * 1024;

/** The whole set is replaced, as it is there: whoever saves last has his way. */
function settingsSaved({ window, given }: Asked): Answer {
  const [all] = given as unknown as readonly [{ readonly [name: string]: string }];
  if (JSON.stringify(all).length > roaming) return no(cannot.settings);
  window.settings = all;
  return yes();
}

/** Whether the alert of this client heeds an option that came with a requirement set. */
export function heeds(window: Compose, set: string): boolean {
  return has(window.setup.profile, set);
}
