import type { Reading } from '../judge.ts';

/** A mailbox as a surface shows it. `members` are there when it is a group and the surface could expand it. */
export interface Address {
  readonly name: string;
  readonly address: string;
  readonly members?: readonly Address[];
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
}

export interface Body {
  readonly format: 'text' | 'html';
  readonly content: string;
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
  /** When it is sent: an ISO 8601 instant. */
  readonly at: Reading<string>;
}
