import type { Text } from '../../core/locale.ts';

/**
 * What the page of the demonstration and the service behind it say to each other: JSON, this machine only. Whatever is no GET bears the header `X-Beadle: 1`
 * and the type application/json, and comes from the page itself (403 otherwise). Everything else on the page (sign page, dashboard, add-ins) speaks to the real routes.
 */
export const paths = {
  /** GET {@link State}. `?after=12` waits up to 25 seconds until the revision is another than 12; the same answers at once where it is already. */
  state: '/demonstration/state',
  /** POST {@link Moved} → {@link Happened}. */
  clock: '/demonstration/clock',
  /** POST `{}` → 202; from then on `state` says that it is starting. */
  reset: '/demonstration/reset',
  /** POST {@link Became} → 204. */
  persona: '/demonstration/persona',
  /** POST {@link Mail} → 204. */
  sent: '/demonstration/sent',
  /** POST `{ step }` → 204: the page showed what only the page can know was looked at. */
  seen: '/demonstration/seen',
  /** GET {@link Links}: made anew with each call, because a link to sign is good once. */
  links: '/demonstration/links',
  /** GET {@link Chat}, `?after=<watermark>` waits up to 25 seconds for something new; POST {@link Said} → {@link Answered}. `:persona` is an id of {@link Persona}. */
  chat: '/demonstration/chat/:persona/activities',
  /** POST {@link GmailAsked} → {@link GmailShown}. */
  gmail: '/demonstration/gmail',
  /** GET {@link Outlook}. */
  outlook: '/demonstration/outlook',
  /** The files of the Outlook add-in as they were built, for an iframe of this origin: `pane.html`, `commands.html`, and beside them what they load; in both pages the vendor’s script has given way to the page’s own `/demonstration/files/office.js`. */
  addin: '/demonstration/addin/',
  /** The files of the page itself. */
  files: '/demonstration/files/',
  /** GET: goes to the dashboard (`/tab`) with a session of the persona, `?persona=head`; else of who you are now. */
  tab: '/demonstration/tab'
} as const;

/** While it prepares, `state` says only that; the page shows it and asks again. */
export type State = Starting | Demonstration;

export interface Starting {
  readonly ready: false;
  readonly revision: number;
  /** In which of its steps the start is, from 0. */
  readonly step: number;
  /** What each step does, in order. */
  readonly steps: readonly Text[];
  /** Set where it cannot go on: what is wrong and what to do. */
  readonly failed?: Text;
}

export interface Demonstration {
  readonly ready: true;
  /** Another number with each change that the page may want to show. */
  readonly revision: number;
  readonly school: School;
  readonly clock: Clock;
  /** Whose eyes are looked through. */
  readonly persona: PersonaId;
  readonly personas: readonly Persona[];
  readonly steps: readonly Step[];
  /** Of the persona, newest first: what people wrote and what Beadle sent. */
  readonly inbox: readonly Letter[];
  /** How many mails and cards Beadle has sent in all since the demonstration began. */
  readonly sent: number;
  /** What the last moves of the clock brought, newest first. */
  readonly happened: readonly Happened[];
  /** Where the Agents Playground finds the bot. */
  readonly bot: string;
}

export interface School {
  readonly name: string;
  readonly staff: number;
  readonly governors: number;
  readonly parents: number;
  readonly pupils: number;
  /** Of everybody who is asked to sign: counts by standing. */
  readonly signed: number;
  readonly wanted: number;
  readonly overdue: number;
  readonly declined: number;
  /** Audits so far, and what the last one found. */
  readonly audits: number;
  readonly right: number;
  readonly wrong: number;
  readonly unknown: number;
}

export interface Clock {
  /** The moved time, ISO 8601 with the school's own offset; and as people write it. */
  readonly now: string;
  readonly words: Text;
  /** Days by which it was moved in all. */
  readonly moved: number;
  /** Where one can go from here. */
  readonly to: readonly { readonly id: ClockGoal; readonly title: Text; readonly at: string; readonly words: Text }[];
}

/** The next morning, a week on, the next audit, the next day on which reminders go out, the yearly renewal. */
export type ClockGoal = 'morning' | 'week' | 'audit' | 'reminders' | 'renewal';

export type Moved = { readonly days: number } | { readonly to: ClockGoal };

/** What a move of the clock brought, job by job in the order of their times; sentences with counts. */
export interface Happened {
  readonly from: string;
  readonly to: string;
  /** «14 reminders were sent, 2 escalated.» */
  readonly summary: Text;
  readonly jobs: readonly { readonly at: string; readonly job: string; readonly says: Text }[];
}

export type PersonaId = 'teacher' | 'head' | 'coordinator' | 'chair' | 'parent' | 'it';

export interface Persona {
  readonly id: PersonaId;
  /** «Teacher Seven». */
  readonly name: string;
  readonly post: Text;
  readonly address: string;
  /** Whether they have the bot. */
  readonly chat: boolean;
  /** The id of their account, as a Bot Framework activity bears it. */
  readonly entraId?: string;
  /** The language in which Beadle writes to them. */
  readonly language: 'en' | 'cy';
  /** Cards in the chat that this persona has not looked at, by the chat's watermark. */
  readonly unread: number;
}

export interface Became {
  readonly persona: PersonaId;
}

/** Places of the page to which a step leads. */
export type Place = 'guide' | 'outlook' | 'gmail' | 'chat' | 'sign' | 'tab' | 'audits' | 'clock';

export type StepId = 'write' | 'sign' | 'ask' | 'parent' | 'audit' | 'tab' | 'gmail' | 'report' | 'renewal';

/** A step of the guided path; it is done when the thing really happened. */
export interface Step {
  readonly id: StepId;
  readonly title: Text;
  /** What to do, in one or two sentences. */
  readonly says: Text;
  /** Who one is for this step. */
  readonly persona: PersonaId;
  readonly place: Place;
  readonly done: boolean;
  /** What showed that it happened, once it is done. */
  readonly proof?: Text;
  /** What to write or to ask, where it needs words. */
  readonly draft?: Draft;
  readonly words?: string;
}

/** A message to begin with. Addresses as one types them. */
export interface Draft {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly attachments?: readonly string[];
}

export interface Letter {
  readonly id: string;
  readonly at: string;
  readonly words: Text;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  /** Plain text; links stand in it bare. */
  readonly body: string;
  /** By Beadle itself: a link to sign, a code, a receipt, a report. */
  readonly ours: boolean;
  readonly attachments: readonly { readonly name: string; readonly href: string }[];
  /** What its answer begins with, where the demonstration has one in mind. */
  readonly reply?: Draft;
}

/** What the pretend Outlook or Gmail let go. Judged on the page, as always: of the words nothing is kept but whether it was the draft of a step. */
export interface Mail {
  readonly by: 'outlook' | 'gmail';
  readonly persona: PersonaId;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Whether Beadle said something of it before it left, and what was clicked. */
  readonly warned: readonly string[];
  readonly remedied: boolean;
  /** `false`: it was held up and not sent. */
  readonly left: boolean;
}

export interface Links {
  /** To sign as the persona, with the code that is then mailed; `inbox` shows it. */
  readonly sign: readonly { readonly persona: PersonaId; readonly name: string; readonly href: string }[];
  readonly kiosk: string;
  readonly report: string;
  readonly tab: string;
  readonly tryPage: string;
  readonly rules: string;
  readonly checks: string;
  /** The reports of the last audit, by reader: HTML as it is mailed, in each language; and as PDF. */
  readonly reports: readonly {
    readonly reader: 'it' | 'coordinator' | 'head' | 'governors';
    readonly title: Text;
    readonly html: { readonly en: string; readonly cy: string };
    readonly pdf: string;
  }[];
  readonly audits: readonly {
    readonly at: string;
    readonly words: Text;
    readonly right: number;
    readonly wrong: number;
    readonly unknown: number;
  }[];
  /** The policies as PDF, as they were published. */
  readonly policies: readonly {
    readonly title: Text;
    readonly version: string;
    readonly pdf: { readonly en?: string; readonly cy?: string };
  }[];
}

/** An activity of the Bot Framework, as far as the chat shows it. */
export interface Activity {
  readonly type: 'message' | 'invoke' | 'messageUpdate';
  readonly id: string;
  readonly timestamp: string;
  readonly from: 'bot' | 'person';
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: 'application/vnd.microsoft.card.adaptive'; readonly content: object }[];
}

/** Everything since the watermark; an activity that was changed stands there again with the same id, and takes the place of the old one. */
export interface Chat {
  readonly watermark: number;
  readonly activities: readonly Activity[];
}

/** What the persona says, or a button of a card that was pressed (`automatic`: the card asked for itself when it was shown). */
export type Said =
  | { readonly text: string }
  | {
      readonly replyToId: string;
      readonly execute: { readonly verb: string; readonly data: { readonly [name: string]: unknown } };
      readonly automatic?: boolean;
    };

/** For a button: the card that takes the place of the pressed one, or a sentence. Answers in the chat come with the next GET. */
export type Answered = { readonly card?: object; readonly says?: string };

/** A draft for the real endpoint of the Gmail add-on. `press`: a button of the card, by the function and the parameters that it names. */
export interface GmailAsked {
  readonly draft: Draft;
  readonly endpoint: 'home' | 'compose' | 'actions' | 'message';
  readonly parameters?: { readonly [name: string]: string };
}

/** What Google would show: the JSON of the real endpoint, status and all. */
export interface GmailShown {
  readonly status: number;
  readonly body: object;
}

/** What the pretend Outlook needs to be one. */
export interface Outlook {
  /** An access token for the real `/outlook/…` routes, as Entra would give it; made by the demonstration's own issuer, good for an hour. */
  readonly token: string;
  readonly clientId: string;
  readonly tenantId: string;
  readonly user: { readonly name: string; readonly address: string };
  /** What roaming settings hold on a device that has fetched the policy: by the names of the add-in. */
  readonly settings: { readonly [name: string]: unknown };
  /** Whom one can pick as a recipient. */
  readonly people: readonly { readonly name: string; readonly address: string; readonly post: Text }[];
}
