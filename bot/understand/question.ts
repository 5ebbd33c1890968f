import type { Locale } from '../../core/locale.ts';
import type { Role } from '../../core/policies/person.ts';

/** About whom a question is; nothing at all is everybody. Several narrow one another. */
export interface Scope {
  /** The id of an audience of the school. */
  readonly audience?: string;
  readonly role?: Role;
  readonly group?: string;
  /** Pupils of these classes, their parents and their teachers. */
  readonly classes?: readonly string[];
  /** The id of a policy. */
  readonly policy?: string;
  /** Those whom the asker manages. */
  readonly team?: boolean;
}

/** Which people a list is of. */
export const lists = ['not-signed', 'late', 'signed', 'declined', 'excused'] as const;
export type List = (typeof lists)[number];

/** Everything that can be asked in the chat. `name`: the words of a name as they were typed, folded. `unknown`: words that a scope might have been. */
export type Question =
  | { readonly ask: 'who'; readonly list: List; readonly scope: Scope; readonly unknown?: string }
  | { readonly ask: 'have-they-signed'; readonly scope: Scope; readonly unknown?: string }
  | { readonly ask: 'status-of'; readonly name: readonly string[] }
  | { readonly ask: 'my-status' }
  | { readonly ask: 'looked-me-up' }
  | {
      readonly ask: 'remind';
      readonly list: 'not-signed' | 'late';
      readonly scope: Scope;
      readonly name?: readonly string[];
      readonly unknown?: string;
    }
  | { readonly ask: 'changed-since'; readonly since: string; readonly signed: boolean }
  | {
      readonly ask: 'excuse';
      readonly name?: readonly string[];
      /** `YYYY-MM-DD`. */
      readonly until?: string;
      readonly because?: string;
      /** What stood where the day should, and is none. */
      readonly unclear?: string;
    }
  | { readonly ask: 'recall'; readonly name?: readonly string[] }
  | { readonly ask: 'export' }
  | { readonly ask: 'tasks' }
  | { readonly ask: 'progress' }
  | { readonly ask: 'help' }
  | { readonly ask: 'hello' }
  | { readonly ask: 'thanks' };

export type Ask = Question['ask'];

/** What was understood of what somebody typed: no question where it was not, and the language where the words show one. */
export interface Understood {
  readonly question?: Question;
  readonly locale?: Locale;
}
