import type { Reading, Unread } from '../../core/judge.ts';
import type { Address, Addressed, Attachment, Body, Message, Thread } from '../../core/mail/message.ts';
import { asked } from './asked.ts';
import { type Host, type Item, supports } from './host.ts';

/** Milliseconds after which a message is judged by what has come so far. */
const patience = 2500;
/** Characters of a body that are judged. */
const longest = 1000000;

const unsupported = { unread: 'unsupported' } as const;
const unreachable = { unread: 'unreachable' } as const;

/**
 * The message that is being written, as far as Outlook hands it over within so many milliseconds. Never rejects: what failed, or did not come in
 * time, is unread.
 */
export async function readMessage(host: Host, now: Date, within: number = patience): Promise<Message> {
  const { item } = host.context.mailbox;
  if (!item) return nothing(now);
  const until = Date.now() + within;
  const compose = item.getComposeTypeAsync ? asked<unknown>(answer => item.getComposeTypeAsync!(answer), within) : missing<unknown>();
  const [to, cc, bcc, from, subject, body, attachments, composed, delay] = await Promise.all([
    recipientsOf(item.to, within),
    recipientsOf(item.cc, within),
    recipientsOf(item.bcc, within),
    item.from ? asked<Office.EmailAddressDetails>(answer => item.from!.getAsync(answer), within) : missing<Office.EmailAddressDetails>(),
    asked<string>(answer => item.subject.getAsync(answer), within),
    bodyOf(item, compose, until, within),
    item.getAttachmentsAsync
      ? asked<Office.AttachmentDetailsCompose[]>(answer => item.getAttachmentsAsync!(answer), within)
      : missing<Office.AttachmentDetailsCompose[]>(),
    compose,
    item.delayDeliveryTime && supports(host, '1.13')
      ? asked<Date | 0>(answer => item.delayDeliveryTime!.getAsync(answer), within)
      : missing<Date | 0>()
  ]);
  return {
    from: derived(from, senderOf),
    addressed: addressedBy(to, cc, bcc, mostIn(host)),
    subject: derived(subject, text => (typeof text === 'string' ? text : undefined)),
    body,
    attachments: derived(attachments, files => files.map(attachmentOf)),
    thread: derived(composed, threadOf),
    ...conversationOf(item),
    at: { value: sendTimeOf(delay, now) }
  };
}

/** A message of which nothing could be read. */
function nothing(now: Date): Message {
  return {
    from: unreachable,
    addressed: unreachable,
    subject: unreachable,
    body: unreachable,
    attachments: unreachable,
    thread: unreachable,
    at: { value: now.toISOString() }
  };
}

/** What this Outlook has no call for. */
function missing<T>(): Promise<Reading<T>> {
  return Promise.resolve(unsupported);
}

function recipientsOf(field: Item['to'], within: number): Promise<Reading<Office.EmailAddressDetails[]>> {
  return asked<Office.EmailAddressDetails[]>(answer => field.getAsync(answer), within);
}

/**
 * The body as HTML, in which mail programs mark what is quoted; that of a plain-text message as it is, because only there places can be named
 * exactly.
 */
async function bodyOf(item: Item, compose: Promise<Reading<unknown>>, until: number, within: number): Promise<Reading<Body>> {
  const html = asked<string>(answer => item.body.getAsync('html', answer), within);
  const composed = await compose;
  if ('value' in composed && isObject(composed.value) && String(composed.value['coercionType']) === 'text') {
    const text = await asked<string>(answer => item.body.getAsync('text', answer), Math.max(0, until - Date.now()));
    if ('value' in text) return derived(text, content => whole('text', content));
  }
  return derived(await html, content => whole('html', content));
}

function whole(format: Body['format'], content: unknown): Body | undefined {
  if (typeof content !== 'string') return undefined;
  const words = content.length > longest && format === 'html' ? withoutPictures(content) : content;
  return words.length > longest ? { format, content: words.slice(0, longest), missing: 'unreachable' } : { format, content: words };
}

/** Without the pictures that some mail programs write into the HTML itself. */
function withoutPictures(html: string): string {
  return html.replace(/data:image\/[a-z0-9.+-]{1,40};base64,[a-z0-9+/=]+/gi, '');
}

/** Where one field could not be read, none counts: whoever stands there might be the very person that a rule misses. */
function addressedBy(
  to: Reading<Office.EmailAddressDetails[]>,
  cc: Reading<Office.EmailAddressDetails[]>,
  bcc: Reading<Office.EmailAddressDetails[]>,
  most: number
): Reading<Addressed> {
  if ('unread' in to) return to;
  if ('unread' in cc) return cc;
  if ('unread' in bcc) return bcc;
  return derived({ value: [to.value, cc.value, bcc.value] as const }, lists => {
    const [inTo, inCc, inBcc] = lists.map(list => list.map(addressOf).filter(hasMailbox)) as [Address[], Address[], Address[]];
    const all = { to: inTo, cc: inCc, bcc: inBcc };
    const count = lists.reduce((sum, { length }) => sum + length, 0);
    // A list that is exactly as long as this Outlook hands over at most may have been longer.
    const more = lists.some(({ length }) => length === most) || count > inTo.length + inCc.length + inBcc.length;
    return more ? { ...all, missing: 'unreachable' } : all;
  });
}

/**
 * Whether an address is one, or none at all as that of a contact list. Now and then Exchange's own name for somebody comes in its place
 * (`/o=…/cn=…`), which tells nobody who that is.
 */
function hasMailbox({ address }: Address): boolean {
  return address === '' || address.indexOf('@') >= 0;
}

/** How many recipients of a field this Outlook hands over at most. */
function mostIn(host: Host): number {
  const { diagnostics } = host.context.mailbox;
  if (diagnostics && /ios|android/i.test(String(diagnostics.hostName))) return 100;
  return supports(host, '1.16') ? 1000 : 500;
}

function addressOf({ displayName, emailAddress, recipientType }: Office.EmailAddressDetails): Address {
  const who = { name: text(displayName), address: text(emailAddress) };
  const unseen = unseenBehind(who, text(recipientType));
  return unseen ? { ...who, unseen } : who;
}

/** Who sends it; without an address of theirs nothing can be said of them. */
function senderOf({ displayName, emailAddress }: Office.EmailAddressDetails): Address | undefined {
  const address = text(emailAddress);
  return address.indexOf('@') < 0 ? undefined : { name: text(displayName), address };
}

/** Office never expands a group. A contact list comes without an address: who that is should have come and did not. */
function unseenBehind({ name, address }: Address, type: string): Unread | undefined {
  if (address === '' && name.indexOf('@') < 0) return 'unreachable';
  return type === 'distributionList' ? 'unsupported' : undefined;
}

/** A file's bytes are not asked for: they would have to come over the network. */
function attachmentOf({ name, size }: Office.AttachmentDetailsCompose): Attachment {
  return { name: text(name), size: Number(size) || 0, content: unsupported };
}

/** Outlook tells nobody who else was in a conversation; the quoted mail may. */
function threadOf(composed: unknown): Thread | undefined {
  const type = isObject(composed) ? text(composed['composeType']) : '';
  const kind = type === 'newMail' ? 'new' : type === 'reply' || type === 'forward' ? type : undefined;
  return kind && { kind, earlier: unsupported };
}

/** By what Outlook names the conversation; in a message that was just begun it has no name yet. */
function conversationOf({ conversationId }: Item): Pick<Message, 'conversation'> {
  return typeof conversationId === 'string' && conversationId !== '' ? { conversation: conversationId } : {};
}

/** When it goes out: now, unless the sender put it off to a later time. */
function sendTimeOf(delay: Reading<Date | 0>, now: Date): string {
  const later = 'value' in delay && delay.value ? new Date(delay.value).getTime() : NaN;
  return new Date(later > now.getTime() ? later : now.getTime()).toISOString();
}

/** A reading made of another; what is not of the promised kind did not come. */
function derived<A, B>(reading: Reading<A>, derive: (value: A) => B | undefined): Reading<B> {
  if ('unread' in reading) return reading;
  try {
    const value = derive(reading.value);
    return value === undefined ? unreachable : { value };
  } catch {
    return unreachable;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
