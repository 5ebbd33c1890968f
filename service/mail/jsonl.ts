import * as z from 'zod';
import type { Reading } from '../../core/judge.ts';
import type { Address, Attachment, Message } from '../../core/mail/message.ts';
import { failure } from '../failure.ts';
import { addressedOf, senderOf } from './addresses.ts';
import { instantOf } from './eml.ts';
import type { Conversations } from './thread.ts';

const mailbox = z.union([z.string(), z.looseObject({ name: z.string().default(''), address: z.string() })]);
const header = z.union([mailbox, z.array(mailbox)]).nullish();

/** One line of a .jsonl file. Keys that are not known here may stand beside them. */
const row = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  from: header,
  to: header,
  cc: header,
  bcc: header,
  subject: z.string().nullish(),
  body: z.string().nullish(),
  format: z.enum(['text', 'html']).nullish(),
  date: z.string().nullish(),
  inReplyTo: z.union([z.string(), z.array(z.string())]).nullish(),
  attachments: z
    .array(z.union([z.string(), z.looseObject({ name: z.string(), size: z.number().optional(), content: z.string().optional() })]))
    .nullish()
});

/** A row as a message, with the id that it gives itself, or an empty string. Throws a `Failure` that names the key that is wrong. */
export function readRow(line: string, seen: Conversations): { readonly id: string; readonly message: Message } {
  const { id, subject, body, format, date, attachments, inReplyTo, ...read } = rowOf(line);
  const from = senderOf(headersOf(read.from));
  const addressed = addressedOf({ to: headersOf(read.to), cc: headersOf(read.cc), bcc: headersOf(read.bcc) });
  const own = id === undefined || id === null ? '' : String(id);
  const parents = inReplyTo ? [inReplyTo].flat() : [];
  const thread = seen.threadOf({ id: own, parents, subject: subject || '' });
  seen.remember(own, parents, from, addressed);
  const message: Message = {
    from,
    addressed,
    subject: reading(subject),
    body: typeof body === 'string' ? { value: { format: format || 'text', content: body } } : { unread: 'unsupported' },
    attachments: { value: (attachments || []).map(attachmentOf) },
    thread: { value: thread },
    at: instantOf(date || undefined)
  };
  return { id: own, message };
}

function rowOf(line: string): z.output<typeof row> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The parser's own message quotes the line, which is somebody's mail.
    throw failure('wrong-mail', 'This line is no JSON. Each line holds one whole object: {"id": …, "from": …, "to": …, "body": …}.');
  }
  const read = row.safeParse(value);
  if (read.success) return read.data;
  const key = read.error.issues[0]?.path[0];
  throw failure(
    'wrong-mail',
    key === undefined ? 'This line is no object in braces.' : `The key «${String(key)}» holds ${expected(String(key))}`
  );
}

function expected(key: string): string {
  switch (key) {
    case 'format':
      return 'something else than text or html.';
    case 'from':
    case 'to':
    case 'cc':
    case 'bcc':
      return 'neither an address header nor a list of addresses.';
    case 'attachments':
      return 'no list of file names, or of {name, size, content}.';
    default:
      return 'something else than a text.';
  }
}

type Header = z.output<typeof header>;

/** Each header as it would stand in a mail. */
function headersOf(written: Header): readonly string[] {
  if (written === null || written === undefined) return [];
  return Array.isArray(written) ? (written.length > 0 ? [written.map(headerOf).join(', ')] : ['']) : [headerOf(written)];
}

function headerOf(written: string | Pick<Address, 'name' | 'address'>): string {
  return typeof written === 'string' ? written : `"${written.name.replace(/["\\]/g, '\\$&')}" <${written.address}>`;
}

function reading(text: string | null | undefined): Reading<string> {
  return typeof text === 'string' ? { value: text } : { unread: 'unsupported' };
}

function attachmentOf(
  written: string | { readonly name: string; readonly size?: number | undefined; readonly content?: string | undefined }
): Attachment {
  if (typeof written === 'string') return { name: written, size: 0, content: { unread: 'unsupported' } };
  const { name, size, content } = written;
  const bytes = content === undefined ? undefined : new Uint8Array(Buffer.from(content, 'base64'));
  return { name, size: size ?? (bytes ? bytes.length : 0), content: bytes ? { value: bytes } : { unread: 'unsupported' } };
}
