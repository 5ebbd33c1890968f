import type { ApprovalDesk } from '../core/approvals/desk.ts';
import type { IncidentDesk } from '../core/incidents/desk.ts';
import type { Locale } from '../core/locale.ts';
import type { Desk } from '../core/policies/desk.ts';
import type { Person, Role } from '../core/policies/person.ts';
import type { Links } from './links.ts';
import type { Post } from './post.ts';

/** What somebody who is on no list of the school says of themselves at the door. */
export interface Visit {
  readonly name: string;
  readonly organisation: string;
  readonly role: Extract<Role, 'visitor' | 'supply' | 'contractor'>;
  readonly language: Locale;
}

/** What the pages for people without Teams work with. */
export interface SignPages {
  readonly desk: Desk;
  /** Left out: nothing can be reported here. */
  readonly incidents?: IncidentDesk;
  /** Left out: nothing can be asked for here. */
  readonly approvals?: ApprovalDesk;
  readonly links: Links;
  readonly post: Pick<Post, 'send'>;
  /** Where the pages are reached from outside: `https://aup.school.example`. */
  readonly origin: string;
  /** The languages of the school, its first one first. */
  readonly languages: readonly Locale[];
  /** Makes somebody at the door a person who is asked to sign what such people sign. */
  readonly welcome: (visit: Visit) => Promise<Person>;
}

/** Requests that are let through in a minute: from one address, from one address where somebody proves who they are, and of the latter from everybody. */
export interface Limits {
  readonly each: number;
  readonly proving: number;
  readonly provingAll: number;
}

/** A school has one address to the outside: a parents’ evening or a class must fit in. */
export const limits: Limits = { each: 600, proving: 60, provingAll: 600 };

/** The whole address of a link. The secret stands behind `#`, so that no server and no log sees it. */
export function addressOf(
  origin: string,
  path: '/sign' | '/sign/records' | '/read' | '/visit' | '/kiosk' | '/report' | '/tab',
  secret: string
): string {
  return `${origin}${path}#${secret}`;
}
