/** A mailbox as somebody types or picks it. Kind and name are what Outlook makes of it, not what is true. */
export interface Mailbox {
  readonly address: string;
  readonly name?: string;
  readonly kind?: 'other' | 'list' | 'user' | 'external';
  /** Typed, but not yet made an address of by Outlook: add-ins do not see it. */
  readonly unresolved?: boolean;
}

export interface File {
  readonly name: string;
  readonly size: number;
  /** Base64. */
  readonly content?: string;
  readonly inline?: boolean;
}

/** A message while it is written. */
export interface Draft {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly bcc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly File[];
  readonly compose: 'newMail' | 'reply' | 'forward';
}

export const events = [
  'OnNewMessageCompose',
  'OnMessageRecipientsChanged',
  'OnMessageAttachmentsChanged',
  'OnMessageFromChanged',
  'OnMessageSend'
] as const;
export type EventName = (typeof events)[number];

/** What a client of Outlook can do and how its alert looks, as the vendor documents it. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** The name that it gives itself. */
  readonly hostName: 'OutlookWebApp' | 'Outlook' | 'OutlookAndroid';
  /** The highest requirement set of Mailbox that it says it supports. */
  readonly mailbox: string;
  /** What it supports beyond that set, by the names of the methods table. */
  readonly extras: readonly string[];
  readonly events: readonly EventName[];
  /** How many recipients of a field an add-in gets to see. */
  readonly recipients: number;
  /** Characters of all session data together. */
  readonly sessionData: number;
  readonly notifications: number;
  readonly insights: boolean;
  /** Which button of the alert opens the pane: one of its own, the one that does not send, or none. */
  readonly action: 'own-button' | 'on-dont-send' | 'none';
  readonly markdown: boolean;
  /** Whether the text of a button counts only beside an error message. */
  readonly labelNeedsMessage: boolean;
}

export type SendMode = 'promptUser' | 'softBlock' | 'block';

/** What of the manifest Outlook needs. */
export interface Manifest {
  readonly name: string;
  readonly origin: string;
  /** The page of the event runtime. */
  readonly runtime: string;
  readonly events: { readonly [E in EventName]?: string };
  readonly sendMode: SendMode;
  /** The pages of the task panes by the id of their command. */
  readonly panes: { readonly [command: string]: string };
  /** The same beside a message that is read. */
  readonly readPanes: { readonly [command: string]: string };
}

/** Milliseconds. The documented ones unless a test has no time for them. */
export interface Clocks {
  /** From the click until Outlook says that it takes longer. */
  readonly slow: number;
  /** Until it gives up waiting for the add-in to answer. */
  readonly gone: number;
  /** Until it gives up waiting for the add-in to load. */
  readonly boot: number;
}

/** What goes wrong on this day. */
export interface Weather {
  /** Milliseconds that each call takes. */
  readonly delay: number;
  /** Methods that fail, with the error they fail with. */
  readonly fails: { readonly [method: string]: number };
  /** Methods that never answer. */
  readonly silent: readonly string[];
  /** No connection at the moment of sending, or the person chose to work offline. */
  readonly offline: 'no' | 'lost' | 'chosen';
}

export interface Setup {
  readonly profile: Profile;
  readonly manifest: Manifest;
  readonly draft: Draft;
  readonly weather: Weather;
  readonly clocks: Clocks;
  readonly locale: string;
  /** Whether the message was received and is read. Then the draft is that message, and nothing of it can be changed. */
  readonly reading: boolean;
  /** What the mailbox keeps for the add-in: JSON by name. */
  readonly settings: { readonly [name: string]: string };
}

/** What is done with a message after Send. */
export type Fate = 'writing' | 'checking' | 'sent' | 'outbox' | 'drafts';

export interface Button {
  readonly label: string;
  readonly does: 'send' | 'keep' | 'pane' | 'wait';
}

/** The dialog at Send. */
export interface Alert {
  readonly why: 'finding' | 'slow' | 'unavailable' | 'timed-out' | 'offline';
  readonly text: string;
  readonly markdown: boolean;
  readonly buttons: readonly Button[];
}

export interface Notification {
  readonly key: string;
  readonly type: string;
  readonly message: string;
  readonly icon?: string;
  readonly persistent?: boolean;
  readonly actions?: readonly { readonly actionText: string; readonly commandId: string; readonly contextData: unknown }[];
}

/** One run of an event: what the add-in answered, and how long it took in milliseconds. */
export interface Ran {
  readonly event: EventName;
  readonly answer: 'completed' | 'unknown-function' | 'not-loaded' | 'timed-out';
  readonly options: CompletedOptions;
  readonly boot: number;
  readonly judged: number;
}

export interface CompletedOptions {
  readonly allowEvent?: unknown;
  readonly errorMessage?: unknown;
  readonly errorMessageMarkdown?: unknown;
  readonly cancelLabel?: unknown;
  readonly commandId?: unknown;
  readonly contextData?: unknown;
  readonly sendModeOverride?: unknown;
}

/** All that can be seen of the window. */
export interface Seen {
  readonly draft: Draft;
  readonly fate: Fate;
  readonly alert: Alert | undefined;
  readonly bars: readonly Notification[];
  readonly pane: string | undefined;
  readonly settings: { readonly [name: string]: string };
  readonly headers: { readonly [name: string]: string };
  readonly ran: readonly Ran[];
  readonly calls: readonly string[];
  /** What the add-in did against the documentation. */
  readonly complaints: readonly string[];
}

/** What the page of the fake Outlook offers to whoever drives it. Each promise is kept once Outlook is at rest again. */
export interface FakeOutlook {
  readonly open: (setup: Setup) => Promise<void>;
  readonly write: (change: Partial<Draft>) => Promise<void>;
  readonly change: (weather: Partial<Weather>) => void;
  readonly rest: () => Promise<void>;
  readonly fire: (event: EventName) => Promise<Ran>;
  readonly seen: () => Seen;
}
