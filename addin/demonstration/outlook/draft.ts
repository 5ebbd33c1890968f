/** Somebody as a mail program knows them: a name to show, and an address. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A file of a message. Its bytes are invented: nothing of this machine is read. */
export interface File {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export const fields = ['to', 'cc', 'bcc'] as const;
export type Field = (typeof fields)[number];

/** A message while it is written. */
export interface Draft {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly bcc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly File[];
  readonly kind: 'newMail' | 'reply' | 'forward';
  /** The conversation to which it belongs; a new message has none yet. */
  readonly conversation: string | null;
  /** When it is to leave, if not at once. */
  readonly delay: Date | 0;
}

/** A bar over a message, as an add-in asks for it. */
export interface Bar {
  readonly type: string;
  readonly message: string;
  readonly icon?: string;
  readonly persistent?: boolean;
  readonly actions?: readonly {
    readonly actionType: string;
    readonly actionText: string;
    readonly commandId: string;
    readonly contextData: string;
  }[];
}

/** What can change in a message, by the names under which add-ins hear of it. */
export type Change = 'recipients' | 'attachments' | 'elsewhere';

/** One message that is being written, and what an add-in keeps with it. */
export interface Writing {
  draft: Draft;
  readonly bars: Map<string, Bar>;
  readonly session: Map<string, string>;
  readonly headers: Map<string, string>;
  /** What the pane was opened with. */
  context: string;
  /** Puts a change into the draft, and tells everybody who listens. */
  readonly change: (more: Partial<Draft>, what: Change) => void;
  /** Tells that a bar came or went. */
  readonly barred: () => void;
}

/** The account whose mailbox this is, and what add-ins keep in it: one JSON text, replaced as a whole. */
export interface Account {
  readonly who: Mailbox;
  readonly domain: string;
  settings: string;
  /** Told whenever an add-in has saved. */
  saved: () => void;
}

/** The device on which the mail program runs. */
export interface Device {
  /** `en-GB` or `cy-GB`. */
  readonly language: string;
  /** Milliseconds by which its clock differs from this machine's. */
  readonly ahead: () => number;
  /** An access token of the account for the school's service. */
  readonly token: () => Promise<string | undefined>;
}
