import iconv from 'iconv-lite';
import PostalMime, { type Attachment as Part, type Email } from 'postal-mime';
import type { Reading } from '../../core/judge.ts';
import type { Attachment, Body, Message } from '../../core/mail/message.ts';
import { failure } from '../failure.ts';
import { addressedOf, senderOf } from './addresses.ts';
import { declared, repaired } from './charset.ts';
import { type Conversations, idsIn } from './thread.ts';

/** Reads one mail as it is sent (RFC 5322 and MIME). Throws a `Failure` if these bytes are no mail, or one too deep to be read. */
export async function readEml(bytes: Uint8Array, seen: Conversations): Promise<Message> {
  refuseOther(bytes);
  const mail = await parsed(bytes);
  if (!mail.headers.some(({ key }) => telling.includes(key))) {
    throw failure('wrong-mail', 'This is no mail: it has no From, To, Subject or Date. Save the mail again as .eml.');
  }
  const header = (name: string): readonly string[] => mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  const subject = repaired(mail.subject || '');
  const [id = ''] = idsIn(header('message-id')[0] || '');
  const parents = [...idsIn(header('in-reply-to').join(' ')), ...[...idsIn(header('references').join(' '))].reverse()];
  const from = senderOf(header('from'), header('sender'));
  const addressed = addressedOf({ to: header('to'), cc: header('cc'), bcc: header('bcc') });
  // Outlook's own packet may hold the files of a mail, and its text as well.
  const packed = mail.attachments.some(isPacket);
  const sealed = isSealed(header('content-type')[0] || '');
  const thread = seen.threadOf({ id, parents, subject });
  seen.remember(id, parents, from, addressed);
  return {
    from,
    addressed,
    subject: { value: subject },
    body: sealed || (packed && !mail.html && !mail.text?.trim()) ? { unread: 'unsupported' } : { value: bodyOf(mail) },
    attachments: sealed || packed ? { unread: 'unsupported' } : { value: mail.attachments.filter(isFile).map(attachmentOf) },
    thread: { value: thread },
    at: instantOf(header('date')[0])
  };
}

/** A mail has at least one of these. */
const telling: readonly string[] = ['from', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'received', 'mime-version', 'content-type'];

/** An ISO 8601 instant, or unread where a date is missing or is none. */
export function instantOf(written: string | undefined): Reading<string> {
  const instant = written === undefined ? NaN : Date.parse(written);
  return Number.isNaN(instant) ? { unread: 'unsupported' } : { value: new Date(instant).toISOString() };
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const mail = declared(bytes.subarray(start));
  try {
    const plain = await plainMail(mail);
    // A mail that is attached to this one is somebody else's words: it stays a file.
    return plain || (await PostalMime.parse(mail, { forceRfc822Attachments: true, maxNestingDepth: 50 }));
  } catch {
    throw failure('wrong-mail', 'This mail is built too deep, or has too long a header, to be read.');
  }
}

/**
 * A mail of one text that is not encoded, which is what most mail of programs and old mailboxes is; nothing for any other. The parser takes
 * microseconds for each line of a text, so here it reads the headers alone.
 */
async function plainMail(mail: Uint8Array): Promise<Email | undefined> {
  const bytes = Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength);
  const blank = /\n\r?\n/.exec(bytes.toString('latin1', 0, 65536));
  if (!blank) return undefined;
  const end = blank.index + blank[0].length;
  const head = await PostalMime.parse(mail.subarray(0, end));
  const header = (name: string): string => head.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? '';
  const type = /^(?:text\/(plain|html)(?: ?; ?charset="?([a-z0-9-]{1,20})"?)?)?$/.exec(header('content-type') || 'text/plain');
  const charset = type && charsets.get(type[2] || 'utf-8');
  if (!charset || header('content-disposition') !== '' || !/^(?:[78]bit|binary|)$/.test(header('content-transfer-encoding')))
    return undefined;
  const text = iconv.decode(bytes.subarray(end), charset).replace(/\r\n/g, '\n');
  const content = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return { ...head, ...(type[1] === 'html' ? { html: content } : { text: content }) };
}

/** What the common names of charsets mean in mail. */
const charsets: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['us-ascii', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
  ['windows-1252', 'windows-1252']
]);

function refuseOther(bytes: Uint8Array): void {
  if (bytes.length === 0) throw failure('wrong-mail', 'The file is empty.');
  const begins = (...codes: readonly number[]): boolean => codes.every((code, i) => bytes[i] === code);
  if (bytes.length > mostLines && linesIn(bytes) > mostLines) throw failure('wrong-mail', 'This mail has more than a million lines.');
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw failure(
      'unknown-format',
      'This is an Outlook .msg file. Drag the mail from Outlook on the web, or save it as .eml, and give that.'
    );
  }
  if (begins(0x21, 0x42, 0x44, 0x4e))
    throw failure('unknown-format', 'This is an Outlook data file (.pst). Export its mail as .eml or .mbox.');
  if (begins(0x50, 0x4b, 0x03, 0x04)) throw failure('unknown-format', 'This is a zip file. Unpack it and give the folder.');
}

/** A mail of 70 MB has as many; the parser takes some microseconds for each. */
const mostLines = 1_000_000;

function linesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Encrypted mail: there is nothing in it that could be judged. */
function isSealed(contentType: string): boolean {
  const type = contentType.toLowerCase();
  return (
    /^\s{0,20}multipart\/encrypted/.test(type) || (/^\s{0,20}application\/(?:x-)?pkcs7-mime/.test(type) && !type.includes('signed-data'))
  );
}

/** What the reader sees: the HTML body where there is one, else the plain text. */
function bodyOf({ html, text }: Email): Body {
  return html === undefined || html.trim() === ''
    ? { format: 'text', content: repaired(text || '').replace(/\r\n?/g, '\n') }
    : { format: 'html', content: repaired(html) };
}

/** Signatures of the mail itself are no files that somebody attached. */
function isFile({ mimeType }: Part): boolean {
  return !/^application\/(?:(?:x-)?pkcs7-signature|pgp-signature)$/.test(mimeType);
}

/** A `winmail.dat`, in which Outlook wraps what it sends as «rich text» (TNEF). */
function isPacket({ mimeType, filename }: Part): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(mimeType) || (filename || '').toLowerCase() === 'winmail.dat';
}

function attachmentOf({ filename, mimeType, content }: Part): Attachment {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const name = filename === null ? namelessAs[mimeType] || 'attachment' : repaired(filename);
  return { name, size: bytes.length, content: { value: bytes } };
}

const namelessAs: { readonly [mimeType: string]: string } = {
  'message/rfc822': 'message.eml',
  'text/calendar': 'invite.ics',
  'image/jpeg': 'image.jpg',
  'image/png': 'image.png',
  'application/pdf': 'document.pdf'
};
