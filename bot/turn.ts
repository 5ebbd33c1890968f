import type { ApprovalDesk } from '../core/approvals/desk.ts';
import type { IncidentDesk } from '../core/incidents/desk.ts';
import type { Locale } from '../core/locale.ts';
import type { Desk } from '../core/policies/desk.ts';
import type { Assurance, Channel } from '../core/policies/entry.ts';
import type { Person } from '../core/policies/person.ts';

/** An Adaptive Card 1.5, as plain data, at most 25 KB as JSON. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly $schema?: string;
  readonly lang?: string;
  readonly fallbackText?: string;
  readonly body: readonly object[];
  readonly actions?: readonly object[];
  /** What Teams runs by itself when a card that is older than a minute is shown again. */
  readonly refresh?: { readonly action: object };
}

/** What the bot answers: words, or a card with the line that a notification shows. The line never says anything of its content. */
export type Reply = { readonly text: string } | { readonly card: Card; readonly summary: string };

/** What the bot hands to a command or an action. No Teams SDK beyond `bot.ts`. */
export interface Turn {
  readonly person: Person;
  readonly locale: Locale;
  readonly desk: Desk;
  /** Where they stand, and how it is known who they are. Left out: Teams, the directory's sign-in. A page that draws the same cards says its own. */
  readonly channel?: Channel;
  readonly assurance?: Assurance;
  /** The id of whoever types it in or stands by, where somebody does. */
  readonly countersigner?: string;
  /** Left out: nothing can be reported here. */
  readonly incidents?: IncidentDesk;
  /** Left out: nothing can be asked for here. */
  readonly approvals?: ApprovalDesk;
}

/** What somebody can say. `says` decides whether words are meant for it; the first command that says yes runs. */
export interface Command<Meant = unknown> {
  readonly id: string;
  readonly reads: (words: string, turn: Turn) => Meant | undefined | Promise<Meant | undefined>;
  // A method, not a property: so one list holds commands that mean different things.
  run(turn: Turn, meant: Meant): Promise<readonly Reply[]>;
}

/** What a button of a card does: `id` is its verb. `read` gives nothing for data that is not its own. */
export interface Action<Data = unknown> {
  readonly id: string;
  /** Changes nothing, so that a card may run it by itself whenever it is shown again. */
  readonly refreshes?: boolean;
  readonly read: (data: unknown) => Data | undefined;
  /**
   * The card that takes the place of the one that was pressed, and what is said besides. A `passing` card is shown to who pressed it, for the moment: it is not
   * put into the chat, where somebody else may see it later.
   */
  run(turn: Turn, data: Data): Promise<{ readonly card?: Card; readonly says?: readonly Reply[]; readonly passing?: boolean }>;
}
