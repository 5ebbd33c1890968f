import type { Body } from '../../core/mail/message.ts';
import type { Opened } from './on-open.ts';

/** A part of a message as the Gmail API gives it (`MessagePart` of gmail.v1), as far as Beadle reads it. */
export interface Part {
  readonly mimeType?: string | undefined;
  readonly filename?: string | undefined;
  readonly headers?: readonly { readonly name?: string | undefined; readonly value?: string | undefined }[] | undefined;
  readonly body?: { readonly data?: string | undefined; readonly size?: number | undefined } | undefined;
  readonly parts?: readonly Part[] | undefined;
}

/** Characters of a text that are judged. */
const longest = 1000000;
/** How deep parts may stand in parts. */
const deepest = 20;

/** Subject and text of a message that was opened: its plain text, or else its HTML. Files are not read. */
export function openedOf(payload: Part): Opened {
  const subject = headerOf(payload, 'subject');
  const texts: { part: Part; type: string }[] = [];
  collect(payload, 0, texts);
  const wanted =
    texts.filter(({ type, part }) => type === 'text/plain' && sizeOf(part) > 0)[0] || texts.filter(({ type }) => type === 'text/html')[0];
  return {
    subject: { value: subject },
    body: wanted
      ? bodyOf(wanted.part, wanted.type === 'text/html' ? 'html' : 'text')
      : texts.length > 0
        ? { value: { format: 'text', content: '' } }
        : { unread: 'unreachable' }
  };
}

function collect(part: Part, depth: number, texts: { part: Part; type: string }[]): void {
  const type = (part.mimeType || '').toLowerCase();
  if (depth > deepest || (part.filename || '') !== '') return;
  if (type === 'text/plain' || type === 'text/html') texts.push({ part, type });
  for (const inner of part.parts || []) collect(inner, depth + 1, texts);
}

function bodyOf(part: Part, format: Body['format']): Opened['body'] {
  const data = part.body && part.body.data;
  if (data === undefined) return sizeOf(part) === 0 ? { value: { format, content: '' } } : { unread: 'unreachable' };
  const content = decoded(data, charsetOf(part));
  if (content === undefined) return { unread: 'unreachable' };
  return content.length > longest
    ? { value: { format, content: content.slice(0, longest), missing: 'unreachable' } }
    : { value: { format, content } };
}

function sizeOf({ body }: Part): number {
  return body ? (body.data ? body.data.length : body.size || 0) : 0;
}

function headerOf({ headers }: Part, name: string): string {
  const found = (headers || []).filter(header => (header.name || '').toLowerCase() === name)[0];
  return (found && found.value) || '';
}

function charsetOf(part: Part): string {
  const found = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(headerOf(part, 'content-type'));
  return found ? found[1]! : 'utf-8';
}

/** Letters of base64url bytes: UTF-8 where they are, else as the part says. */
function decoded(data: string, charset: string): string | undefined {
  try {
    const binary = atob(data.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder(charset).decode(bytes);
    }
  } catch {
    return undefined;
  }
}
