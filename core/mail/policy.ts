import type { DutyId } from '../duties.ts';

/** Who an address belongs to, as far as the school knows. `outsider` is everybody it does not know. */
export const audiences = ['head', 'staff', 'governor', 'pupil', 'parent', 'agency', 'outsider'] as const;
export type Audience = (typeof audiences)[number];

/** What a finding asks of the sender, mildest first. */
export const actions = ['advise', 'confirm', 'block'] as const;
export type Action = (typeof actions)[number];

/** One line of the school's directory. A person may stand in it several times: as staff and as a parent. */
export interface Known {
  readonly audience: Exclude<Audience, 'outsider'>;
  readonly name?: string;
  /** People of one household share a value; two parents of one household are not strangers to each other. */
  readonly household?: string;
}

/**
 * A directory as it travels to a device: for each audience a Bloom filter over keyed hashes of its addresses. It holds no address and no name, it
 * answers «perhaps» or «no», and whoever holds it can test a guess: the addresses are pseudonymous, not anonymous.
 */
export interface DirectoryFilter {
  /** The school's key: 32 hexadecimal digits. */
  readonly key: string;
  readonly shelves: readonly Shelf[];
  /** The same of the names, as `nameKey` writes them. Absent where there was no room for them. */
  readonly names?: readonly Shelf[];
}

interface Shelf {
  readonly audience: Known['audience'];
  /** The bits, six to a character of base64. */
  readonly bits: string;
}

/** A school day: ISO weekdays (1 is Monday) and local times `HH:MM`. */
export interface Hours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** The school's clock and calendar, worked out beforehand so that the engine needs no time-zone data. */
export interface Calendar {
  /** Minutes to add to UTC from each instant (milliseconds since 1970) on, oldest first. */
  readonly offsets: readonly { readonly since: number; readonly minutes: number }[];
  readonly hours: readonly Hours[];
  /** First and last day of each term, `YYYY-MM-DD`. None: every week counts as term. */
  readonly terms: readonly { readonly from: string; readonly to: string }[];
  /** Single days without school inside a term, `YYYY-MM-DD`: INSET days, bank holidays. */
  readonly closed: readonly string[];
}

/** How the school's own policy names one clause. */
export interface ClauseRef {
  /** The clause's own number, or section and position: `12`, `E-mail.3`. */
  readonly id: string;
  readonly section: string;
}

/** Leave that was given for one message or conversation, for as many people of each audience as were asked for. */
export interface Approved {
  /** As `approvalKey` writes it. */
  readonly key: string;
  /** The day on which it was given, `YYYY-MM-DD`. */
  readonly on: string;
  /** When it is over, ISO 8601. */
  readonly until: string;
  /** The rules that it satisfies. */
  readonly rules: readonly string[];
  readonly people: { readonly [A in Audience]?: number };
}

/** What the school decided, as plain data that travels to every surface. */
export interface MailPolicy {
  readonly version: string;
  readonly school: string;
  /** Whole domains, lower case, without a trailing dot. */
  readonly domains: { readonly staff: readonly string[]; readonly pupils: readonly string[] };
  /** Addresses by post; all lower case. The first of each is the one that remedies use. */
  readonly people: {
    readonly headteacher: readonly string[];
    readonly deputies: readonly string[];
    readonly coordinator: readonly string[];
    readonly dsl: readonly string[];
    readonly chairOfGovernors: readonly string[];
  };
  /** What the school knows of addresses, by normalised address. */
  readonly directory: { readonly [address: string]: readonly Known[] };
  /** On a device: what answers in the directory's place, where that stays at the school. */
  readonly filter?: DirectoryFilter;
  /** The audiences that the directory has lines for, worked out beforehand. Absent: whoever needs it looks through the directory. */
  readonly knows?: readonly Known['audience'][];
  /**
   * Addresses to which the head is never copied in: whistle-blowing, the designated officer, a union. Never named in a message. On a device each
   * stands as `#` and its keyed hash, so that nobody reads there whom the school exempts.
   */
  readonly exempt: readonly string[];
  readonly whenUnsure: 'allow' | 'confirm';
  readonly calendar: Calendar;
  readonly rules: { readonly [ruleId: string]: { readonly action?: Action | 'off'; readonly [setting: string]: unknown } };
  /** The clauses of the school's own policy that ask for a duty. */
  readonly clauses: { readonly [D in DutyId]?: readonly ClauseRef[] };
}
