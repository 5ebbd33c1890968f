import type { Reading } from '../../core/judge.ts';
import type { Locale } from '../../core/locale.ts';
import type { Address, Addressed, Message } from '../../core/mail/message.ts';

/**
 * What Google posts to an add-on, as far as Beadle reads it (developers.google.com, «Build a Google Workspace add-on using HTTP endpoints»). Of a
 * message that is being written Gmail hands over who it goes to, and nothing else; a list in which nobody stands may be left out.
 */
export interface GmailEvent {
  readonly commonEventObject: {
    readonly hostApp: string;
    /** The language in which the person uses Gmail: `en-GB`, `cy`. */
    readonly userLocale?: string | undefined;
    /** What stood on the button that was clicked. */
    readonly parameters?: { readonly [name: string]: string } | undefined;
  };
  readonly authorizationEventObject?:
    | {
        /** By which the message that is open may be read. A live credential: it is never kept or logged. */
        readonly userOAuthToken?: string | undefined;
        readonly userIdToken?: string | undefined;
        readonly authorizedScopes?: readonly string[] | undefined;
      }
    | undefined;
  readonly gmail?:
    | {
        readonly messageId?: string | undefined;
        readonly accessToken?: string | undefined;
        readonly toRecipients?: readonly string[] | undefined;
        readonly ccRecipients?: readonly string[] | undefined;
        readonly bccRecipients?: readonly string[] | undefined;
      }
    | undefined;
}

/** The scopes that a person may leave out when Gmail asks for them. */
export const scopes = {
  recipients: 'https://www.googleapis.com/auth/gmail.addons.current.message.metadata',
  opened: 'https://www.googleapis.com/auth/gmail.addons.current.message.readonly',
  who: 'https://www.googleapis.com/auth/userinfo.email'
} as const;

const unsupported = { unread: 'unsupported' } as const;

/** The language of the person’s Gmail, where it is one of ours; else English. */
export function localeOf({ commonEventObject }: GmailEvent): Locale {
  return /^cy(?:[-_]|$)/i.test(commonEventObject.userLocale || '') ? 'cy' : 'en';
}

/** Whether the person left this scope out. Where Gmail does not say what was granted, everything was. */
export function isRefused(event: GmailEvent, scope: string): boolean {
  const granted = event.authorizationEventObject && event.authorizationEventObject.authorizedScopes;
  return granted !== undefined && granted.indexOf(scope) < 0;
}

/** The message that is being written, of which Gmail shows only who it goes to. `sender` is the account that is signed in. */
export function messageOf(event: GmailEvent, { sender, now }: { readonly sender: string; readonly now: Date }): Message {
  return {
    from: { value: { name: '', address: sender } },
    addressed: addressedIn(event),
    subject: unsupported,
    body: unsupported,
    attachments: unsupported,
    thread: unsupported,
    at: { value: now.toISOString() }
  };
}

function addressedIn(event: GmailEvent): Reading<Addressed> {
  if (isRefused(event, scopes.recipients)) return { unread: 'forbidden', lacks: scopes.recipients };
  const { toRecipients: to, ccRecipients: cc, bccRecipients: bcc } = event.gmail || {};
  // Not one list: nobody is written to yet, or Gmail did not hand them over. Nothing may be concluded, and nothing replaced.
  if (!to && !cc && !bcc) return { unread: 'unreachable' };
  return { value: { to: listOf(to), cc: listOf(cc), bcc: listOf(bcc) } };
}

function listOf(written: readonly string[] = []): readonly Address[] {
  return written.map(mailboxIn);
}

/** A mailbox as it is written in a message: `a@b.example`, or with a name before it. What has no `@` names nobody. */
function mailboxIn(written: string): Address {
  const text = written.trim();
  const open = text.charAt(text.length - 1) === '>' ? text.lastIndexOf('<') : -1;
  const address = open < 0 ? text : text.slice(open + 1, -1).trim();
  const name = open < 0 ? '' : text.slice(0, open).trim();
  return address.indexOf('@') < 0 ? { name: text, address: '', unseen: 'unreachable' } : { name, address };
}
