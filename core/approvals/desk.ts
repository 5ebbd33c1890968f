import type { Offset } from '../dates.ts';
import type { Counts, Doing, Refusal, Request, State, StepKind } from './approval.ts';
import type { FieldId, Kind } from './kinds.ts';

export type Taken<T> = { readonly done: T } | { readonly refused: Refusal; readonly field?: FieldId };

/** A request as a list shows it. */
export interface Listed {
  readonly id: string;
  /** To name it by; says nothing of what it is. */
  readonly reference: string;
  readonly kind: Kind;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The name of whoever asked, and whether that is who looks. */
  readonly by: string;
  readonly own: boolean;
  readonly state: State;
  /** Until when it can be decided, ISO 8601; and when what was given ends. */
  readonly answerBy: string;
  readonly ends?: string;
  /** Since when something should have been brought back, deleted or ended. */
  readonly overdue?: string;
  /** What whoever looks can do with it now. */
  readonly may: readonly Doing[];
}

/** A request with what was asked, for whoever asked and whoever decides. */
export interface Shown extends Listed {
  readonly fields: Request['fields'];
  readonly people?: Counts;
  readonly text?: { readonly subject: string; readonly body: string };
  /** How many different people have to agree. */
  readonly deciders: number;
  readonly steps: readonly { readonly kind: StepKind; readonly at: string; readonly by: string; readonly words: string }[];
}

/** What somebody looks for in the register; left out is everything. */
export interface Filter {
  readonly kinds?: readonly Kind[];
  readonly states?: readonly State[];
  readonly overdue?: true;
  /** Asked on this day or later, `YYYY-MM-DD`. */
  readonly since?: string;
}

/** Everything that a surface may do with approvals. Whoever calls has made sure who the person is; what they may the desk decides. */
export interface ApprovalDesk {
  readonly now: () => Date;
  /** How far the school's clocks are ahead of UTC. */
  readonly offsets: readonly Offset[];
  /** What can be asked for here. */
  readonly kinds: readonly Kind[];
  /** Takes a request. `once` names this one form: sending it twice asks once. */
  readonly ask: (request: Request, by: string, once: string) => Promise<Taken<Listed>>;
  /** What somebody asked for, the latest first. */
  readonly mine: (person: string) => Promise<readonly Listed[]>;
  /** What waits for somebody's decision, the oldest first. */
  readonly waiting: (person: string) => Promise<readonly Listed[]>;
  /** The request for somebody who asked or may decide it; otherwise nothing, whether or not there is such a request. */
  readonly read: (id: string, person: string) => Promise<Shown | undefined>;
  /** Decides, takes back or closes. Doing the same twice is done once. */
  readonly act: (id: string, person: string, doing: Doing, words?: string) => Promise<Taken<Shown>>;
}
