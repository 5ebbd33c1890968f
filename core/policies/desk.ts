import type { Locale, Text } from '../locale.ts';
import type { Audience } from './audience.ts';
import type { Assurance, Channel, Entry, Matter, Recorded } from './entry.ts';
import type { Person } from './person.ts';
import type { Version } from './version.ts';
import type { Wanted } from './standing.ts';

/** What was signed, for whoever signed it; `proof` verifies it offline with `beadle ledger verify`. */
export interface Receipt {
  readonly entry: Recorded<Extract<Entry, { readonly kind: 'signed' }>>;
  /** The receipt as a text (JSON) to keep: the entry with its salts, its leaf, and the inclusion proof once a checkpoint covers it. */
  readonly text: string;
}

/** What somebody gives to sign. */
export interface Signing {
  readonly matter: Matter;
  readonly major: number;
  readonly typedName: string;
  readonly fields: { readonly [field: string]: string };
  readonly agreed: boolean;
  readonly question?: string;
  readonly language: Locale;
  readonly channel: Channel;
  readonly assurance: Assurance;
  readonly countersigner?: string;
}

/** Why an answer was not taken. Each has its sentence in `core/policies/desk-words.ts`. */
export const refusals = [
  'not-asked',
  'not-opened',
  'old-version',
  'not-agreed',
  'name-missing',
  'name-too-long',
  'field-missing',
  'field-too-long',
  'reason-missing',
  'signed-already',
  'countersigner-missing'
] as const;
export type Refusal = (typeof refusals)[number];
export type Taken<T> = { readonly done: T } | { readonly refused: Refusal; readonly field?: string };

/** A question, a refusal, or a late answer that waits for the coordinator. */
export interface Task {
  readonly of: Recorded;
  readonly person: Person;
}

/** Where the sending of cards and letters stands: how many wait, went out since midnight UTC, and were given up; and whether it is paused. */
export interface Sending {
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  readonly paused: boolean;
  /** Whom nothing has reached since, the latest first: why, and what somebody can do. Left out: this desk does not know. */
  readonly troubles?: readonly { readonly person: Person; readonly what: Text; readonly next: Text }[];
}

/** A list of the school's people that was read, and what became of it: taken over; refused, because so many would have left; or no list that can be read. */
export interface ListRead {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly outcome: 'taken' | 'refused' | 'unreadable';
  readonly added: number;
  readonly changed: number;
  /** Who left by it, or would have. */
  readonly left: number;
}

/** Everything that a surface may do with signatures. Whoever calls has made sure who the person is and that they may. */
export interface Desk {
  readonly now: () => Date;
  readonly school: {
    readonly name: string;
    readonly timezone: string;
    /** First and last days of the terms, `YYYY-MM-DD`, in order. */
    readonly terms?: readonly { readonly from: string; readonly to: string }[];
  };
  readonly audiences: readonly Audience[];
  /** The version in force of each policy that is signed. */
  readonly versions: () => Promise<readonly Version[]>;
  /** Every version of a policy that was published, oldest first. */
  readonly history: (policy: string) => Promise<readonly Version[]>;
  readonly people: () => Promise<readonly Person[]>;
  readonly person: (id: string) => Promise<Person | undefined>;
  /** Of everybody, or of one person. */
  readonly wanted: (person?: string) => Promise<readonly Wanted[]>;
  /** Marks the text as opened and gives it. Only the page that shows the text calls it. */
  readonly open: (matter: Matter, language: Locale, channel: Channel) => Promise<Taken<Version>>;
  readonly sign: (signing: Signing) => Promise<Taken<Receipt>>;
  readonly decline: (matter: Matter, major: number, reason: string, channel: Channel) => Promise<Taken<Recorded>>;
  readonly excuse: (matter: Matter, until: string | undefined, because: string, by: string) => Promise<Recorded>;
  /** Takes an excuse back. */
  readonly recall: (matter: Matter, by: string) => Promise<Recorded>;
  /** Queues one combined card for each person who has something to sign; gives how many people. */
  readonly remind: (people: readonly string[], by: string) => Promise<number>;
  readonly lookedUp: (person: string, by: string) => Promise<void>;
  /** Takes back what `by` had queued since an instant and what has not been sent yet; gives how many people. Left out: what is queued goes out. */
  readonly takeBack?: (by: string, since: string) => Promise<number>;
  /** Left out: this desk does not know how its sending stands. */
  readonly sending?: () => Promise<Sending>;
  /** Stops the sending, or lets it go on. */
  readonly pause?: (paused: boolean, by: string) => Promise<void>;
  /** A link to the school's records as files, for one coordinator; good once, for a while. Left out: files are made on the server only. */
  readonly files?: (by: string) => Promise<string>;
  /** What is recorded from an instant on, oldest first: of everything, or about one person. */
  readonly since: (at: string, person?: string) => Promise<readonly Recorded[]>;
  readonly tasks: () => Promise<readonly Task[]>;
  /** The lists of people that were read from an instant on, oldest first; without one the last alone. Left out: this desk reads none. */
  readonly lists?: (since?: string) => Promise<readonly ListRead[]>;
  readonly settle: (of: number, by: string, note: string) => Promise<Recorded>;
  /** A link to our page for one person, on which they read and sign; good once, for a while. The secret stands behind `#`, so that no server logs it. */
  readonly link: (person: string) => Promise<string>;
}
