import type { Reading, Unread } from '../judge.ts';

/** A mailbox as a surface shows it. `members` are there when it is a group and the surface could expand it. */
export interface Address {
  readonly name: string;
  readonly address: string;
  readonly members?: readonly Address[];
  /** Why it is not known who is behind it: a group that could not be expanded, a contact list without an address. */
  readonly unseen?: Unread;
}

export interface Attachment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The file itself, or its first part, where the surface hands it over. */
  readonly content: Reading<Uint8Array>;
}

export interface Addressed {
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  /** Why others may be there who are not in these lists. */
  readonly missing?: Unread;
}

export interface Body {
  readonly format: 'text' | 'html';
  readonly content: string;
  /** Why the rest of it is not here, where it was cut. */
  readonly missing?: Unread;
}

/** The conversation a message belongs to. `earlier` holds the addresses that were already in it before this message. */
export interface Thread {
  readonly kind: 'new' | 'reply' | 'forward';
  readonly earlier: Reading<readonly string[]>;
}

/** An outgoing message as any surface hands it over: plain data, and honest about what the surface could not see. */
export interface Message {
  readonly from: Reading<Address>;
  readonly addressed: Reading<Addressed>;
  readonly subject: Reading<string>;
  readonly body: Reading<Body>;
  readonly attachments: Reading<readonly Attachment[]>;
  readonly thread: Reading<Thread>;
  /** By what the surface names the conversation, where it does. It never leaves the machine but as a keyed hash. */
  readonly conversation?: string;
  /** When it is sent: an ISO 8601 instant. */
  readonly at: Reading<string>;
}
