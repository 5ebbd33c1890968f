import type { Offset } from '../dates.ts';
import type { Text } from '../locale.ts';
import type { BreachClock } from './clock.ts';
import type { NoteKind, Refusal, Report } from './incident.ts';

export type Taken<T> = { readonly done: T } | { readonly refused: Refusal };

/** What whoever reports gets, and all that they ever get. */
export interface Reported {
  /** To name it by; says nothing of what it is. */
  readonly reference: string;
  /** Whether anybody of the school may have it. Otherwise they are told to whom outside it they can go. */
  readonly routed: boolean;
}

/** An item that waits for somebody, without a word of what it is. */
export interface Waiting {
  readonly id: string;
  readonly reference: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly closed: boolean;
  /** Left out: the 72 hours do not run, or have been dealt with. */
  readonly clock?: BreachClock;
}

/** An item with its text, for whoever deals with it. */
export interface Told extends Waiting {
  readonly report: Report;
  /** The name of whoever reported it. */
  readonly reporter: string;
  readonly notes: readonly {
    readonly kind: NoteKind;
    readonly at: string;
    readonly by: string;
    readonly text: string;
    readonly to?: string;
  }[];
  /** To whom it may be handed on. */
  readonly handOnTo: readonly { readonly id: string; readonly name: string }[];
}

/** Everything that a surface may do with reports. Whoever calls has made sure who the person is; what they may the desk decides. */
export interface IncidentDesk {
  readonly now: () => Date;
  /** How far the school's clocks are ahead of UTC. */
  readonly offsets: readonly Offset[];
  /** Whom to speak to about a child: the designated safeguarding lead, as the school names them. */
  readonly lead: Text;
  /** Whom outside the school to turn to where nobody in it may have a report. */
  readonly outside: Text;
  /** Takes a report. `once` names this one form: sending it twice makes one report. */
  readonly report: (report: Report, by: string, once: string) => Promise<Taken<Reported>>;
  /** Keeps that somebody was told to speak to the safeguarding lead: a reference, without name and text. */
  readonly referred: () => Promise<string>;
  /** What waits for somebody, the oldest first, closed items last. */
  readonly waiting: (person: string) => Promise<readonly Waiting[]>;
  /** The item for somebody who may have it; that they looked is recorded. Otherwise nothing, whether or not there is such an item. */
  readonly read: (id: string, person: string) => Promise<Told | undefined>;
  /** Adds a note. `to` is needed for `handed-on`. */
  readonly add: (
    id: string,
    person: string,
    note: { readonly kind: NoteKind; readonly text: string; readonly to?: string }
  ) => Promise<Taken<Waiting>>;
}
