import type { Acting, Behind, Done, TabAction, TabRole, Tables } from '../../addin/tab/api.ts';
import type { IncidentDesk } from '../../core/incidents/desk.ts';
import type { Locale } from '../../core/locale.ts';
import type { Desk } from '../../core/policies/desk.ts';
import type { Person } from '../../core/policies/person.ts';
import type { Auditing } from '../auditing.ts';
import type { InUse } from '../in-use.ts';
import type { Links } from '../links.ts';
import type { Post } from '../post.ts';
import type { School } from '../school.ts';
import type { Tokens } from '../tokens.ts';
import { allowed, type Cell } from './rights.ts';
import type { SchoolSettings } from './settings.ts';
import type { Sittings } from './sittings.ts';

/** Who asks for something on the tab, and in which language. */
export interface Asking {
  readonly person: Person;
  readonly roles: readonly TabRole[];
  readonly locale: Locale;
}

/** A sentence that says why something was not done, and what to do. */
export type Outcome<T> = { readonly done: T } | { readonly refused: string };

/** What fills one of the views that are tables: approvals, registers. Whoever asks has been let in; what of it is theirs the source decides. */
export interface TableSource {
  /** `cell`: how much of it whoever asks gets. */
  readonly tables: (asking: Asking, cell: Cell) => Promise<Tables>;
  readonly act: (asking: Asking, acting: Acting, cell: Cell) => Promise<Outcome<Done>>;
  /** What stands behind a row, for whom it is meant; otherwise nothing, whether or not there is such a row. */
  readonly read?: (asking: Asking, row: string) => Promise<Behind | undefined>;
  /** Another text as soon as something of it has changed. */
  readonly revision?: () => Promise<string>;
  /** How many things wait for somebody there, for the view of today. */
  readonly waiting?: (asking: Asking) => Promise<{ readonly count: number; readonly says: string }>;
}

/** What the tab of a school works with. */
export interface Tab {
  readonly school: School;
  readonly cwd: string;
  readonly desk: Desk;
  /** Left out: nothing can be reported here. */
  readonly incidents?: IncidentDesk;
  /** Left out: nothing is audited here. */
  readonly auditing?: Auditing;
  /** Asks for an audit, in turn with the other processes. */
  readonly runAudit?: () => Promise<void>;
  /** Whether an audit runs at this moment, or the last one failed. */
  readonly auditState: () => Promise<'running' | 'failed' | undefined>;
  readonly sittings: Sittings;
  readonly settings: SchoolSettings;
  readonly links: Links;
  readonly post: Pick<Post, 'send'>;
  /** Where the page is reached from outside: `https://aup.school.example`. */
  readonly origin: string;
  /** Reads what Teams says of who opened the tab. Left out: Teams signs nobody in. */
  readonly tokens?: Tokens;
  /** What people can report and ask leave for today, and which registers hold something. */
  readonly inUse: () => Promise<InUse>;
  readonly sources: { readonly approvals?: TableSource; readonly registers?: TableSource };
  /** Another text as soon as something that is shown has changed. */
  readonly revision: () => Promise<string>;
  /** Addresses of whoever looks after the school’s IT. */
  readonly support: readonly string[];
  /** Nothing can be changed here. */
  readonly readOnly: boolean;
}

/** How much of something whoever asks gets. */
export function cellOf(action: TabAction, { roles }: Pick<Asking, 'roles'>): Cell {
  return allowed(action, roles);
}
