import { randomBytes } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Locale } from '../core/locale.ts';
import type { Request, Way } from '../graph/http.ts';
import { fileFailure } from './failure.ts';

/** A mail to one person. Nothing of what it is about stands in its subject. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Locale;
  /** Names the mail: sent again it bears the same Message-ID, by which mail programs know a double. Letters, digits and hyphens. */
  readonly key?: string;
  readonly files?: readonly { readonly name: string; readonly type: string; readonly content: string | Buffer }[];
}

/** The way mail goes out. */
export interface Post {
  /** Resolves once somebody else is responsible for the mail: the school's mail server, or the disk. Rejects with an `Unposted`. Tries once. */
  readonly send: (mail: Mail) => Promise<void>;
  readonly close: () => void;
}

/** A mail that did not go out, without a word or an address of it. `again`: trying later may help. */
export interface Unposted extends Error {
  readonly name: 'Unposted';
  readonly again: boolean;
}

/** Whether this says that a mail did not go out. */
export function isUnposted(error: unknown): error is Unposted {
  return error instanceof Error && error.name === 'Unposted' && 'again' in error;
}

/** Where mail goes and who it is from: `Example Primary School <aup@school.example>`. */
export interface PostSettings {
  readonly from: string;
  /** `smtps://user:password@mail.school.example`; without it mails are written as files. */
  readonly smtp: string | undefined;
  /** The data folder: mails that nobody takes away lie in `outbox/` of it. */
  readonly folder: string;
  /** The school’s own tenant, where mail goes out by it. */
  readonly tenant?: { readonly vendor: 'microsoft' | 'google'; readonly way: () => Promise<Way> };
}

/** The post as the settings want it. `log` gets where mails lie if no mail server is known, never what they say or to whom they go. */
export function postFrom(settings: PostSettings, log: (line: string) => void): Post {
  if (settings.tenant) return byTenant(settings.tenant, settings.from);
  return settings.smtp ? bySmtp(settings.smtp, settings.from) : intoFolder(join(settings.folder, 'outbox'), settings.from, log);
}

const second = 1000;

function bySmtp(url: string, from: string): Post {
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    // Passwords and names do not cross a network in the open; a mail server on this machine may do without.
    requireTLS: !/^smtp:\/\/(?:[^@/]*@)?(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/?]|$)/i.test(url),
    connectionTimeout: 15 * second,
    greetingTimeout: 15 * second,
    socketTimeout: 30 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
    url
  });
  return {
    send: async mail => {
      try {
        await transport.sendMail(messageOf(mail, from));
      } catch (error) {
        throw unposted(error);
      }
    },
    close: () => transport.close()
  };
}

/**
 * By Microsoft Graph’s sendMail (Mail.Send), or by Gmail in the sender’s name (gmail.send). A mail that may have gone out is not sent a second time: nobody
 * wants two codes.
 */
function byTenant({ vendor, way }: NonNullable<PostSettings['tenant']>, from: string): Post {
  const sender = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
  const composer = createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async mail => {
      const request =
        vendor === 'microsoft'
          ? graphMail(mail, sender)
          : gmailMail(((await composer.sendMail(messageOf(mail, from))).message as Buffer).toString('base64url'), sender);
      const answer = await (await way()).ask(request);
      if ('status' in answer && 'body' in answer) return;
      const again = answer.unread === 'unreachable' && answer.code !== 'in-doubt' && answer.status !== 400;
      const said = answer.status ?? answer.code ?? 'no answer';
      throw unpostedAs(
        again,
        again
          ? `The school’s tenant did not take a mail (${said}). It is tried again later.`
          : `The school’s tenant refused a mail, or nobody knows whether it took it (${said}). Check the sender and the right to send.`
      );
    },
    close: () => composer.close()
  };
}

/** A message as Graph’s own schema has it (microsoft.graph.message). */
function graphMail({ to, subject, html, files = [] }: Mail, sender: string): Request {
  return {
    method: 'POST',
    bucket: 'mailboxes',
    once: true,
    url: `https://graph.microsoft.com/v1.0/users/${encodeURIComponent(sender)}/sendMail`,
    body: {
      message: {
        subject,
        body: { contentType: 'html', content: html },
        toRecipients: [{ emailAddress: { address: to } }],
        attachments: files.map(({ name, type, content }) => ({
          '@odata.type': '#microsoft.graph.fileAttachment',
          name,
          contentType: type,
          contentBytes: Buffer.from(content).toString('base64')
        }))
      },
      saveToSentItems: false
    }
  };
}

function gmailMail(raw: string, sender: string): Request {
  return {
    method: 'POST',
    bucket: 'mailboxes',
    once: true,
    as: sender,
    url: `https://gmail.googleapis.com/gmail/v1/users/${encodeURIComponent(sender)}/messages/send`,
    body: { raw }
  };
}

function intoFolder(folder: string, from: string, log: (line: string) => void): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async mail => {
      const { message } = await transport.sendMail(messageOf(mail, from));
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`;
      const path = join(folder, name);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = await open(`${path}.part`, 'wx', 0o600);
        try {
          await file.writeFile(message as Buffer);
          await file.datasync();
        } finally {
          await file.close();
        }
        await rename(`${path}.part`, path);
      } catch (error) {
        throw fileFailure(error, path);
      }
      log(`A mail was written to ${path}, because BEADLE_SMTP_URL names no mail server.`);
    },
    close: () => transport.close()
  };
}

function messageOf(mail: Mail, from: string) {
  const domain = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(mail.key && { messageId: `<${mail.key}@${domain}>` }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': mail.language },
    attachments: (mail.files ?? []).map(({ name, type, content }) => ({ filename: name, contentType: type, content }))
  };
}

/** A mail server quotes addresses in its refusals: only its number is read. */
function unposted(error: unknown): Unposted {
  const number = typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  // 535: the password is wrong, which somebody can put right without the mail being asked for again.
  const again = !(number >= 500) || code === 'EAUTH';
  const sentence = again
    ? `The mail server did not take a mail (${number || code || 'no answer'}). It is tried again later.`
    : `The mail server refused a mail for good (${number}). Check the address and the sender.`;
  return unpostedAs(again, sentence);
}

function unpostedAs(again: boolean, sentence: string): Unposted {
  return Object.assign(new Error(sentence), { name: 'Unposted' as const, again });
}
