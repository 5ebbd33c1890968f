import type { ColumnType, Generated } from 'kysely';
import type { Locale } from '../../core/locale.ts';
import type { ListRead } from '../../core/policies/desk.ts';
import type { EntryKind } from '../../core/policies/entry.ts';
import type { Role } from '../../core/policies/person.ts';
import type { Clause, Wording } from '../../core/policies/policy.ts';
import type { SignedText } from '../../core/policies/version.ts';
import type { Result } from '../../core/tenant/audit.ts';
import type { Vendor } from '../../core/tenant/snapshot.ts';

/** JSON of a shape of ours: read as what it is, written as its text. */
type Json<T> = ColumnType<T, string, string>;
/** A moment: read as a `Date`, written as one or as ISO 8601. */
type Moment = ColumnType<Date, Date | string, Date | string>;
type MomentOrNone = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** What is written once: the service has no right to change it. */
type Fixed<T> = ColumnType<T, T, never>;

/** The tables of the database. Every row belongs to a school. Days are `YYYY-MM-DD`, counts are numbers. */
export interface Tables {
  school: {
    id: string;
    name: string;
    /** Counts the changes of its people, so that who keeps them in mind knows when to read them again. */
    people_revision: ColumnType<number, never, never>;
    version_revision: ColumnType<number, never, never>;
    /** Since when nothing is sent, and who stopped it; nothing where it goes on. */
    paused_at: MomentOrNone;
    paused_by: ColumnType<string | null, string | null | undefined, string | null>;
    created_at: Generated<Date>;
  };
  person: {
    school: string;
    id: string;
    /** By what the school's own list knows them. */
    key: string | null;
    name: string;
    address: string | null;
    entra_id: string | null;
    roles: Role[];
    groups: string[];
    class: string | null;
    children: string[];
    manager: string | null;
    joined_on: string | null;
    left_on: string | null;
    language: Locale;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
  };
  version: {
    school: Fixed<string>;
    policy: Fixed<string>;
    major: Fixed<number>;
    minor: Fixed<number>;
    title: ColumnType<Wording, string, never>;
    languages: Fixed<Locale[]>;
    clauses: ColumnType<Clause[], string, never>;
    texts: ColumnType<{ readonly [L in Locale]?: SignedText }, string, never>;
    audiences: Fixed<string[]>;
    published_at: ColumnType<Date, Date | string, never>;
    published_by: Fixed<string>;
  };
  version_pdf: {
    school: Fixed<string>;
    policy: Fixed<string>;
    major: Fixed<number>;
    minor: Fixed<number>;
    language: Fixed<Locale>;
    pdf: Fixed<Buffer>;
  };
  /** One row for each school: the end of its chain. Who adds an entry holds it. */
  ledger_head: {
    school: string;
    size: number;
    /** The leaf of the last entry. */
    leaf: string;
    /** The roots of the complete subtrees of the tree, the largest first. */
    peaks: string[];
  };
  /** Rows are added. The function `erase_entries` alone takes away what is personal in them, and only of those that an `erased` entry names. */
  ledger_entry: {
    school: Fixed<string>;
    index: Fixed<number>;
    kind: Fixed<EntryKind>;
    at: ColumnType<Date, Date | string, never>;
    key: Fixed<string | null>;
    prev: Fixed<string>;
    leaf: Fixed<string>;
    /** The canonical JSON that is hashed, personal fields salted. */
    public: Fixed<string>;
    /** As canonical JSON. */
    personal: Fixed<string | null>;
    salt: Fixed<string | null>;
    person: Fixed<string | null>;
    child: Fixed<string | null>;
    policy: Fixed<string | null>;
  };
  checkpoint: {
    school: Fixed<string>;
    size: Fixed<number>;
    root: Fixed<string>;
    at: ColumnType<Date, Date | string, never>;
    /** The text that was signed, with its signature. */
    text: Fixed<string>;
    sent_at: MomentOrNone;
    stamp: Buffer | null;
  };
  /** What goes out, one row for each step of each person: the outbox. */
  sending: {
    school: string;
    id: Generated<string>;
    person: string;
    purpose: 'ask' | 'remind' | 'receipt' | 'escalate' | 'checkpoint' | 'code' | 'notice' | 'report';
    /** Names what is sent and why; a second row with the same step is not made. */
    step: string;
    channel: 'teams' | 'mail';
    payload: Json<{ readonly [name: string]: unknown }>;
    state: Generated<'planned' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled'>;
    attempts: Generated<number>;
    not_before: ColumnType<Date, Date | string | undefined, Date | string>;
    lease_until: MomentOrNone;
    conversation: string | null;
    activity: string | null;
    reason: string | null;
    created_at: ColumnType<Date, Date | string | undefined, never>;
    sent_at: MomentOrNone;
  };
  /** A chat between one person and the bot: what is needed to write into it. */
  conversation: {
    school: string;
    /** Teams' own id of the chat. */
    id: string;
    tenant_id: string;
    entra_id: string;
    teams_user_id: string | null;
    service_url: string;
    bot_id: string;
    greeted_at: MomentOrNone;
    ended_at: MomentOrNone;
    updated_at: Generated<Date>;
  };
  /** For whom the app was installed in Teams, and what became of it. */
  installation: {
    school: string;
    entra_id: string;
    state: 'begun' | 'installed' | 'refused' | 'gone';
    reason: string | null;
    at: Moment;
  };
  /** Links that are good once, codes of six digits, and who sits at a page: `service/links.ts`. Of secrets the hashes alone are kept. */
  link: {
    school: Generated<string>;
    sha256: string;
    kind: string;
    person: string | null;
    made_at: Moment;
    expires_at: Moment;
    used_at: MomentOrNone;
  };
  code: {
    school: Generated<string>;
    id: string;
    person: string;
    bearer: string;
    hash: string;
    made_at: Moment;
    expires_at: Moment;
    attempts: number;
    used_at: MomentOrNone;
  };
  sitting: {
    school: Generated<string>;
    sha256: string;
    person: string | null;
    level: string;
    channel: string;
    assurance: string | null;
    made_at: Moment;
    expires_at: Moment;
  };
  /** How much may go out at once: shared by every process that sends. */
  bucket: {
    school: string;
    name: string;
    tokens: number;
    at: Moment;
    paused_until: MomentOrNone;
  };
  /** Entries that are kept beyond the end of their retention, and why. */
  hold: {
    school: string;
    id: Generated<string>;
    /** Everything of one person, or of everybody where it is left out. */
    person: string | null;
    because: string;
    created_by: string;
    created_at: Generated<Date>;
    lifted_at: MomentOrNone;
  };
  /** Each verification of the ledger, and what it found. */
  verification: {
    school: Fixed<string>;
    at: ColumnType<Date, Date | string, never>;
    entries: Fixed<number>;
    faults: Fixed<number>;
    head: Fixed<string>;
    first: ColumnType<unknown, string | null, never>;
  };
  /** Which lists of people were read, and what became of each. */
  people_list: {
    school: Fixed<string>;
    at: ColumnType<Date, Date | string, never>;
    /** Of the file's bytes, as 64 lower-case hexadecimal digits; empty where there was no file. */
    sha256: Fixed<string>;
    outcome: Fixed<ListRead['outcome']>;
    added: Fixed<number>;
    changed: Fixed<number>;
    gone: Fixed<number>;
  };
  /** Whom each source of who is who knows. */
  directory_row: {
    school: string;
    source: string;
    id: string;
    address: string;
    others: string[];
    kind: string;
    ground: string;
    name: string | null;
    account: string | null;
    children: string[];
  };
  /** What became of the last reading of each source. */
  directory_source: {
    school: string;
    source: string;
    read_at: Moment;
    taken_at: MomentOrNone;
    outcome: string;
    lacks: string | null;
    mark: string | null;
    sorted: string;
  };
  /** Which occurrence of which job was done. */
  job_done: {
    school: Fixed<string>;
    job: Fixed<string>;
    occurrence: Fixed<string>;
    done_at: ColumnType<Date, Date | undefined, never>;
  };
  /** What each audit found at each vendor. Two years old it is taken away. */
  audit_run: {
    school: Fixed<string>;
    at: ColumnType<Date, Date | string, never>;
    vendor: Fixed<Vendor>;
    tenant: Fixed<string>;
    results: Json<readonly Result[]>;
    counts: Json<{ readonly right: number; readonly wrong: number; readonly unknown: number }>;
    /** Whether it still names accounts and devices: of each vendor only the last one does. */
    named: Generated<boolean>;
  };
  /** Which reader was sent the report of which audit, and on which day. */
  audit_report: {
    school: Fixed<string>;
    at: ColumnType<Date, Date | string, never>;
    reader: Fixed<string>;
    on_day: Fixed<string>;
  };
}
