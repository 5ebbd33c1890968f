import type { Reading } from '../../core/judge.ts';
import { normalAddress } from '../../core/mail/address.ts';
import type { Address, Addressed, Message } from '../../core/mail/message.ts';
import { applied, type Remedy } from '../../core/mail/remedy.ts';
import { asked } from './asked.ts';
import { type Host, type Item, supports } from './host.ts';
import { readMessage } from './mailbox.ts';

type Answer<T> = (result: Office.AsyncResult<T>) => void;
type Mailbox = Pick<Office.EmailUser, 'displayName' | 'emailAddress'>;

interface Writable {
  addAsync(more: Mailbox[], answer: Answer<void>): void;
  setAsync(all: Mailbox[], answer: Answer<void>): void;
}

/** The message that is being written, with what changes it. What older Outlooks lack is optional. */
export interface Draft extends Item {
  readonly to: Item['to'] & Writable;
  readonly cc: Item['cc'] & Writable;
  readonly bcc: Item['bcc'] & Writable;
  readonly body: Item['body'] & { setAsync(text: string, options: { coercionType: string }, answer: Answer<void>): void };
  readonly delayDeliveryTime?: NonNullable<Item['delayDeliveryTime']> & { setAsync(at: Date, answer: Answer<void>): void };
  removeAttachmentAsync?(id: string, answer: Answer<void>): void;
  getAttachmentContentAsync?(id: string, answer: Answer<Office.AttachmentContent>): void;
  addFileAttachmentFromBase64Async?(content: string, name: string, answer: Answer<string>): void;
}

/** Outlook, as far as the pane writes in it. */
export interface WritingHost extends Host {
  readonly context: Omit<Host['context'], 'mailbox'> & {
    readonly mailbox: Omit<Host['context']['mailbox'], 'item'> & { readonly item?: Draft };
  };
}

/**
 * Why a remedy was not carried out. The message is then as it was, but for `halfway`: there Outlook took a part of it and would not take that back.
 * `contact-list`: Outlook lets no add-in write back a field that holds a contact list (its error 5010). `cut-off`: more recipients than Outlook shows.
 */
export type Refusal = 'contact-list' | 'cut-off' | 'by-hand' | 'nothing-to-do' | 'unreachable' | 'halfway';

/** How a remedy went. `undo` puts the message back, but for what was written in it since; it is absent where Outlook offers no way back. */
export type Outcome = { readonly done: true; readonly undo?: () => Promise<Outcome> } | { readonly refused: Refusal };

/** Milliseconds for one call that writes. */
const patience = 5000;
/** Milliseconds for the content of one file, which comes over the network. */
const patienceForFile = 15000;
/** Recipients that Outlook takes in one call. */
const atOnce = 100;
/** Bytes of files that are kept for the way back. */
const mostKept = 10 * 1024 * 1024;
const fields = ['to', 'cc', 'bcc'] as const;
type Field = (typeof fields)[number];

/** Whether one click can carry this out for this message, in this Outlook. Nobody but the sender can change From, or cut words out of formatted text. */
export function canDo(remedy: Remedy, host: WritingHost, message: Message): boolean {
  const item = host.context.mailbox.item;
  if (!item) return false;
  switch (remedy.kind) {
    case 'send-from':
      return false;
    case 'send-later':
      return item.delayDeliveryTime !== undefined && supports(host, '1.13');
    case 'remove-attachments':
      return item.removeAttachmentAsync !== undefined && item.getAttachmentsAsync !== undefined;
    case 'cut-words':
      return 'value' in message.body && message.body.value.format === 'text';
    default:
      return true;
  }
}

/** Carries a remedy out in the message as it is now. Never rejects. */
export async function carryOut(remedy: Remedy, host: WritingHost, now: Date = new Date()): Promise<Outcome> {
  const item = host.context.mailbox.item;
  const message = await readMessage(host, now);
  if (!item || !canDo(remedy, host, message)) return { refused: 'by-hand' };
  switch (remedy.kind) {
    case 'send-later':
      return delay(item, new Date(remedy.at));
    case 'remove-attachments':
      return detach(item, remedy.names);
    case 'cut-words':
      return rewrite(host, item, message, current => applied(remedy, current));
    default:
      return readdress(host, item, message, current => applied(remedy, current));
  }
}

async function readdress(host: WritingHost, item: Draft, message: Message, change: (message: Message) => Message): Promise<Outcome> {
  const after = change(message);
  if (!('value' in message.addressed) || !('value' in after.addressed)) return { refused: 'unreachable' };
  const [was, is] = [message.addressed.value, after.addressed.value];
  if (fields.every(field => same(was[field], is[field]))) return { refused: 'nothing-to-do' };
  const refused = await write(item, was, is);
  if (refused) return { refused };
  return {
    done: true,
    undo: async () =>
      readdress(host, item, await readMessage(host, new Date()), current =>
        'value' in current.addressed ? { ...current, addressed: { value: undone(was, is, current.addressed.value) } } : current
      )
  };
}

/** The lists as if the change from `was` to `is` had not been: what was added since stays, and what was removed since stays away. */
function undone(was: Addressed, is: Addressed, now: Addressed): Addressed {
  const back = (field: Field): readonly Address[] => {
    if (same(now[field], is[field])) return was[field];
    const [before, after, current] = [was[field], is[field], now[field]].map(list => new Set(list.map(keyOf))) as [
      Set<string>,
      Set<string>,
      Set<string>
    ];
    const stay = now[field].filter(who => before.has(keyOf(who)) || !after.has(keyOf(who)));
    return [...stay, ...was[field].filter(who => !after.has(keyOf(who)) && !current.has(keyOf(who)))];
  };
  return { ...now, to: back('to'), cc: back('cc'), bcc: back('bcc') };
}

/**
 * Makes `is` of `was`. People are added before others are taken away, so that whatever fails, nobody is lost; what was written before a failure is
 * taken back.
 */
async function write(item: Draft, was: Addressed, is: Addressed): Promise<Refusal | undefined> {
  const changed = fields.filter(field => !same(was[field], is[field]));
  const grows = (field: Field): boolean => same(was[field], is[field].slice(0, was[field].length));
  const replaced = changed.filter(field => !grows(field));
  // What is replaced must be known whole, and must be something that Outlook takes back.
  if (replaced.length > 0 && was.missing) return 'cut-off';
  if (replaced.some(field => [...was[field], ...is[field]].some(isUnwritable))) return 'contact-list';
  const written: Field[] = [];
  for (const field of [...changed.filter(grows), ...replaced]) {
    const failed = grows(field) ? await add(item[field], is[field].slice(was[field].length)) : await replace(item[field], is[field]);
    if (!failed) {
      written.push(field);
      continue;
    }
    for (const each of [...(failed.inPart ? [field] : []), ...written.reverse()]) {
      if (was.missing || was[each].some(isUnwritable) || (await replace(item[each], was[each]))) return 'halfway';
    }
    return failed.refused;
  }
  return undefined;
}

interface Failed {
  readonly refused: Refusal;
  /** Whether the field is no longer what it was. */
  readonly inPart: boolean;
}

async function replace(field: Writable, all: readonly Address[]): Promise<Failed | undefined> {
  const set = await settled<void>(answer => field.setAsync(mailboxesOf(all.slice(0, atOnce)), answer));
  if ('refused' in set) return { refused: set.refused, inPart: false };
  const failed = await add(field, all.slice(atOnce));
  return failed && { ...failed, inPart: true };
}

async function add(field: Writable, more: readonly Address[]): Promise<Failed | undefined> {
  for (let at = 0; at < more.length; at += atOnce) {
    const added = await settled<void>(answer => field.addAsync(mailboxesOf(more.slice(at, at + atOnce)), answer));
    if ('refused' in added) return { refused: added.refused, inPart: at > 0 };
  }
  return undefined;
}

function mailboxesOf(list: readonly Address[]): Mailbox[] {
  return list.map(({ name, address }) => ({ displayName: name || address, emailAddress: address }));
}

async function rewrite(host: WritingHost, item: Draft, message: Message, change: (message: Message) => Message): Promise<Outcome> {
  const after = change(message);
  if (!('value' in message.body) || !('value' in after.body)) return { refused: 'unreachable' };
  const [was, is] = [message.body.value, after.body.value];
  if (was.format !== 'text') return { refused: 'by-hand' };
  if (was.missing) return { refused: 'cut-off' };
  if (was.content === is.content) return { refused: 'nothing-to-do' };
  const set = await settled<void>(answer => item.body.setAsync(is.content, { coercionType: 'text' }, answer));
  if ('refused' in set) return set;
  return {
    done: true,
    undo: async () =>
      rewrite(host, item, await readMessage(host, new Date()), current =>
        // Words that were written since are never lost.
        'value' in current.body && current.body.value.content === is.content ? { ...current, body: { value: was } } : current
      )
  };
}

async function delay(item: Draft, at: Date): Promise<Outcome> {
  const field = item.delayDeliveryTime!;
  const before = await settled<Date | 0>(answer => field.getAsync(answer));
  if ('refused' in before) return before;
  const set = await settled<void>(answer => field.setAsync(at, answer));
  if ('refused' in set) return set;
  // Outlook offers no way to take a delay away, only to set another.
  const old = before.value ? new Date(before.value) : undefined;
  return old ? { done: true, undo: () => delay(item, old) } : { done: true };
}

async function detach(item: Draft, names: readonly string[]): Promise<Outcome> {
  const listed = await settled<Office.AttachmentDetailsCompose[]>(answer => item.getAttachmentsAsync!(answer));
  if ('refused' in listed) return listed;
  const files = listed.value.filter(({ name }) => names.includes(name));
  if (files.length === 0) return { refused: 'nothing-to-do' };
  const contents = await contentsOf(item, files);
  let removed = 0;
  for (const { id } of files) {
    const gone = await settled<void>(answer => item.removeAttachmentAsync!(id, answer));
    if ('refused' in gone) return removed === 0 ? gone : { refused: 'halfway' };
    removed += 1;
  }
  return contents ? { done: true, undo: () => attach(item, contents) } : { done: true };
}

interface Held {
  readonly name: string;
  readonly content: string;
}

/** What is needed to attach these files again, or nothing where it cannot be had of all of them. */
async function contentsOf(item: Draft, files: readonly Office.AttachmentDetailsCompose[]): Promise<readonly Held[] | undefined> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  // A picture inside the text would come back as a file beside it.
  if (!item.getAttachmentContentAsync || !item.addFileAttachmentFromBase64Async || size > mostKept) return undefined;
  if (files.some(({ isInline }) => isInline)) return undefined;
  const contents = await Promise.all(
    files.map(async ({ id, name }) => {
      const found = await asked<Office.AttachmentContent>(answer => item.getAttachmentContentAsync!(id, answer), patienceForFile);
      return 'value' in found && String(found.value.format) === 'base64' ? { name, content: found.value.content } : undefined;
    })
  );
  return contents.every(each => each !== undefined) ? contents : undefined;
}

async function attach(item: Draft, files: readonly Held[]): Promise<Outcome> {
  let added = 0;
  for (const { name, content } of files) {
    const back = await asked<string>(answer => item.addFileAttachmentFromBase64Async!(content, name, answer), patienceForFile);
    if ('unread' in back) return { refused: added === 0 ? 'unreachable' : 'halfway' };
    added += 1;
  }
  return { done: true };
}

/** Asks Office to write, and says in the pane's words why it did not. */
async function settled<T>(ask: (answer: Answer<T>) => void): Promise<{ readonly value: T } | { readonly refused: Refusal }> {
  let code: number | undefined;
  const reading: Reading<T> = await asked<T>(
    answer =>
      ask(result => {
        code = result?.error?.code;
        answer(result);
      }),
    patience
  );
  if ('value' in reading) return reading;
  return { refused: code === contactList ? 'contact-list' : 'unreachable' };
}

/** Outlook's error where a list that was handed in holds a contact list. */
const contactList = 5010;

/** A contact list, or a colleague under the directory's own name for them: Outlook hands such an entry over and does not take it back. */
function isUnwritable(who: Address): boolean {
  return who.address.indexOf('@') < 0;
}

function keyOf({ name, address }: Address): string {
  return address.trim() === '' ? `name ${name}` : normalAddress(address);
}

function same(a: readonly Address[], b: readonly Address[]): boolean {
  return a.length === b.length && a.every((who, at) => keyOf(who) === keyOf(b[at]!));
}
