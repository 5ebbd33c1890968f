import type { Locale } from '../../core/locale.ts';
import type { Standing } from '../../core/policies/standing.ts';
import type { Block, Item, Tone } from '../../core/report/report.ts';

/*
 * What the tab asks of the service, under `/tab/api`, as JSON. Texts come worded in the language that `Accept-Language` names first (en or cy). Every request
 * but GET carries `Content-Type: application/json`, and once somebody is signed in the header `Beadle-Tab` with the session's `csrf`; before that,
 * `Beadle-Tab: 1`. What the page asks by itself, because `changes` said so, bears `Beadle-Live: 1`: it does not keep a sitting awake. What is not answered with 2xx is a `Problem`. Nothing that names somebody stands in an address: it is searched for by POST.
 */

/** What somebody is on the tab; several at once. `officer`: the data protection officer; `manager`: of somebody; `it`: named under «support» of the audits. */
export const tabRoles = ['coordinator', 'head', 'chair', 'governor', 'officer', 'it', 'manager', 'staff', 'nobody'] as const;
export type TabRole = (typeof tabRoles)[number];

/** The views, in the order of the navigation. Each is also the first word of a deep link: `/tab#audits/passwords-too-short`. */
export const views = ['today', 'signatures', 'audits', 'mail', 'incidents', 'approvals', 'registers', 'clauses', 'settings'] as const;
export type View = (typeof views)[number];

/** Whatever somebody may or may not do; the table of rights has a row for each. `see-…` opens a view. */
export const tabActions = [
  'see-today',
  'see-signatures',
  'list-people',
  'remind',
  'excuse',
  'answer',
  'export',
  'see-audits',
  'run-audit',
  'accept-risk',
  'see-mail',
  'see-incidents',
  'read-incident',
  'add-note',
  'see-approvals',
  'act-approvals',
  'see-registers',
  'act-registers',
  'see-clauses',
  'see-settings',
  'change-settings'
] as const;
export type TabAction = (typeof tabActions)[number];

/**
 * Coming in. Each answers 200 `{}` with a cookie, or 202 `{}` where a mail may be on its way: no answer tells whether an address is known. The mailed link is
 * `/tab#<43 letters>`; it opens nothing before the code of six digits was typed in.
 */
export interface Entering {
  'POST enter/teams': { readonly token: string };
  'POST enter/link': { readonly address: string };
  'POST enter/code': { readonly link: string; readonly afresh: boolean };
  'POST enter/prove': { readonly link: string; readonly code: string };
  /** Signs out, here alone. */
  'POST leave': Readonly<Record<string, never>>;
}

/** GET session. 401 where nobody is signed in. */
export interface Session {
  readonly person: { readonly name: string; readonly initials: string };
  readonly school: { readonly name: string; readonly timezone: string; readonly languages: readonly Locale[] };
  readonly roles: readonly TabRole[];
  readonly views: readonly View[];
  readonly actions: readonly TabAction[];
  /** The person's own language. */
  readonly language: Locale;
  /** To be sent back as `Beadle-Tab`. */
  readonly csrf: string;
  /** ISO 8601, UTC, by the server's clock. */
  readonly now: string;
  /** `YYYY-MM-DD` by the school's clock. */
  readonly today: string;
  /** Nothing can be changed: all POSTs but searching answer 403. */
  readonly readOnly: boolean;
  /** Whether a sitting ends by itself, ISO 8601: after so long without a request, and at the latest. */
  readonly ends: { readonly idle: string; readonly latest: string };
  /** Whether this is Teams' sitting or a browser's own. */
  readonly by: 'teams' | 'link';
}

/**
 * GET changes: server-sent events. `event: revision`, `data: {"revision": "…"}` at once and whenever something changed: whoever gets one asks again for the
 * view that is shown. Every GET of a view has an `ETag` and answers 304 to `If-None-Match`. `event: ended`: the sitting is over.
 */
export interface Changed {
  readonly revision: string;
}

/** Why a view has nothing to show, as a sentence, and where to go on: `url` is a page of ours, `view` another view. */
export interface Empty {
  readonly title: string;
  readonly says: string;
  readonly next?: { readonly text: string; readonly url?: string; readonly leads?: string };
}

/** A table of anything. `leads` of a row is a deep link without `#`. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly empty?: Empty;
}
export interface Row {
  readonly id: string;
  readonly cells: readonly string[];
  readonly tone: Tone;
  /** What can be done with it: sent back to `POST <view>/act`. */
  readonly acts: readonly Act[];
}
export interface Act {
  readonly id: string;
  readonly label: string;
  /** What is asked for before it is done. */
  readonly fields: readonly Field[];
  /** Asked before it is done: «Refuse this?» */
  readonly sure?: string;
  /** The words of the button that does it, where they are not the label: «Ask». */
  readonly does?: string;
  /** What stands behind the row is read before it is done (`POST <view>/read`); `only`: nothing else is done. */
  readonly reads?: 'first' | 'only';
}
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'day' | 'time' | 'number' | 'choice' | 'choices' | 'check';
  readonly needed: boolean;
  readonly most?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly help?: string;
}

/** GET today: what needs this person, the most pressing first. */
export interface Today {
  /** «Sunday, 22 November 2026», «Good morning»: worded. */
  readonly greeting: string;
  readonly needs: readonly Need[];
  /** Figures at a glance, as this reader may see them. */
  readonly figures: readonly Figure[];
  readonly empty?: Empty;
}
export type NeedKind =
  | 'incident'
  | 'clock'
  | 'question'
  | 'refusal'
  | 'late'
  | 'sending'
  | 'list'
  | 'audit'
  | 'approval'
  | 'register'
  | 'sign'
  | 'risk';
export interface Need {
  readonly kind: NeedKind;
  readonly tone: Tone;
  readonly count: number;
  /** «3 governors have not signed»: plain text. */
  readonly says: string;
  /** «The oldest is from 3 November.» */
  readonly more?: string;
  /** A deep link without `#`: `signatures/staff-aup/governors`, or a whole address. */
  readonly leads: string;
}
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly tone: Tone;
  readonly leads?: string;
}

/** GET signatures. Whoever may not list people gets the numbers alone. */
export interface Signatures {
  readonly policies: readonly PolicyCount[];
  /** New signatures on each day or in each week (Monday), the earliest first, days without any included. */
  readonly trend: { readonly days: readonly TrendPoint[]; readonly weeks: readonly TrendPoint[] };
  readonly sending?: {
    readonly waiting: number;
    readonly sent: number;
    readonly failed: number;
    readonly paused: boolean;
    readonly says: string;
  };
  /** Questions and refusals that wait for an answer; of whoever may answer. */
  readonly tasks: readonly SignTask[];
  readonly states: readonly { readonly state: Standing; readonly label: string; readonly tone: Tone }[];
  readonly empty?: Empty;
}
export interface PolicyCount {
  readonly policy: string;
  readonly title: string;
  readonly version: string;
  readonly audiences: readonly AudienceCount[];
}
export interface AudienceCount {
  readonly audience: string;
  readonly title: string;
  readonly wanted: number;
  /** By state, those with none left out. */
  readonly states: { readonly [S in Standing]?: number };
  readonly says: string;
}
export interface TrendPoint {
  readonly on: string;
  readonly label: string;
  readonly signed: number;
}
export interface SignTask {
  /** To be sent back with the answer. */
  readonly of: number;
  readonly kind: 'question' | 'declined' | 'late';
  readonly person: string;
  readonly at: string;
  readonly when: string;
  readonly policy: string;
  readonly text: string;
}

/** POST signatures/people. */
export interface PeopleSearch {
  readonly policy?: string | undefined;
  readonly audience?: string | undefined;
  readonly states?: readonly Standing[] | undefined;
  /** Part of a name, without regard to case and accents. */
  readonly search?: string | undefined;
  readonly sort?: 'name' | 'due' | 'state' | undefined;
  /** From zero. */
  readonly page: number;
  /** At most 200. */
  readonly size: number;
}
export interface PeoplePage {
  readonly total: number;
  readonly page: number;
  readonly people: readonly PersonLine[];
  /** Everybody who fits, whichever page, and has something to sign: to be reminded. */
  readonly open: number;
}
export interface PersonLine {
  /** `id` and `child` go back with what is done. */
  readonly matter: { readonly person: string; readonly policy: string; readonly child?: string };
  readonly name: string;
  readonly child?: string;
  readonly audience: string;
  readonly policy: string;
  readonly state: Standing;
  readonly label: string;
  readonly tone: Tone;
  /** «due 3 December, reminded twice» */
  readonly says: string;
  readonly excused: boolean;
}

/** What is done about signatures; each answers `Done`. */
export interface SignatureActs {
  /** Either these people, or all who fit. */
  'POST signatures/remind': { readonly people: readonly string[] } | { readonly all: Omit<PeopleSearch, 'page' | 'size' | 'sort'> };
  /** Takes back what this person had queued since an instant and what has not gone out. */
  'POST signatures/take-back': { readonly since: string };
  'POST signatures/excuse': { readonly matter: PersonLine['matter']; readonly because: string; readonly until?: string };
  'POST signatures/recall': { readonly matter: PersonLine['matter'] };
  'POST signatures/answer': { readonly of: number; readonly note: string };
  /** `Done.url` is a link to the records as files (CSV), good once. */
  'POST signatures/export': Readonly<Record<string, never>>;
  'POST signatures/pause': { readonly paused: boolean };
}

/** What became of something that was done. */
export interface Done {
  readonly says: string;
  readonly count?: number;
  readonly url?: string;
  /** ISO 8601: from when on it can be taken back (`take-back`). */
  readonly since?: string;
}

/** GET audits. Sentences and sections are those of the report for this reader. */
export interface Audits {
  readonly reader: 'it' | 'coordinator' | 'head' | 'governors';
  readonly on?: string;
  readonly says: string;
  readonly groups: readonly { readonly tone: Tone; readonly label: string; readonly lines: readonly AuditLine[] }[];
  /** «What changed», «Accepted risks», … as the report has them: blocks to be drawn. */
  readonly sections: readonly { readonly id: string; readonly title: string; readonly blocks: readonly Block[] }[];
  readonly trend: readonly {
    readonly on: string;
    readonly label: string;
    readonly right: number;
    readonly wrong: number;
    readonly unknown: number;
  }[];
  readonly accepted: readonly AcceptedRisk[];
  /** Whether an audit runs at this moment; how the last one that was asked for here ended. */
  readonly running: boolean;
  readonly failed?: string;
  /** Whether an audit can be asked for: some tenant is audited here. */
  readonly asks: boolean;
  readonly empty?: Empty;
}
export interface AuditLine extends Item {
  /** The id of the check: `audits/<check>` leads here. */
  readonly check: string;
  readonly change?: string;
  /** A check that is wrong and not accepted yet can be. */
  readonly acceptable: boolean;
  /** As `count` and a few to look for, where this reader may know: accounts, devices. */
  readonly subjects?: { readonly count: number; readonly first: readonly string[] };
}
export interface AcceptedRisk {
  readonly check: string;
  readonly title: string;
  readonly until: string;
  readonly label: string;
  readonly over: boolean;
  readonly owner?: string;
  readonly because?: string;
  /** Where it was accepted: `file` ones are taken back in beadle.yaml. */
  readonly from: 'file' | 'here';
}
export interface AuditActs {
  /** 202 `Done`: it runs on; `changes` tells when it is over. */
  'POST audits/run': Readonly<Record<string, never>>;
  'POST audits/accept': { readonly check: string; readonly until: string; readonly owner: string; readonly because: string };
  'POST audits/take-back': { readonly check: string };
}

/**
 * GET mail. Counts alone. `byPerson` is never offered: the records that devices send bear only a name that nobody can resolve, and it changes by the month;
 * `says` tells so, whatever the data-protection assessment allows.
 */
export interface Mail {
  readonly since: string;
  readonly rules: readonly MailRule[];
  readonly weeks: readonly { readonly on: string; readonly label: string; readonly warned: number }[];
  readonly byPerson: false;
  readonly says: string;
  readonly empty?: Empty;
}
export interface MailRule {
  readonly rule: string;
  readonly title: string;
  readonly url: string;
  readonly warned: number;
  /** Sent all the same; left out where the school does not look. */
  readonly sent?: number;
  /** For each of `Mail.weeks`. */
  readonly weeks: readonly number[];
}

/** GET incidents: what waits for this person, without a word of what it is. */
export interface Incidents {
  readonly items: readonly Waiting[];
  /** Said before anything is read: «Is your screen private?» */
  readonly private: { readonly title: string; readonly says: string; readonly yes: string; readonly no: string };
  readonly empty?: Empty;
}
export interface Waiting {
  readonly id: string;
  /** `incidents/<reference>` leads here. */
  readonly reference: string;
  readonly at: string;
  readonly when: string;
  readonly closed: boolean;
  /** The 72 hours: `until` ISO 8601; `minutes` that are left, or since when they are over. */
  readonly clock?: { readonly until: string; readonly minutes: number; readonly late: boolean; readonly says: string; readonly tone: Tone };
}
/** POST incidents/read `{ id, private: true }`. That they looked is recorded. 404: there is none for them, whether or not there is one. */
export interface Told extends Waiting {
  readonly category: string;
  readonly reporter: string;
  /** «When», «What», «About», «Device», «Personal data»: worded. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly what: string;
  readonly steps: readonly string[];
  readonly notes: readonly {
    readonly kind: string;
    readonly label: string;
    readonly when: string;
    readonly by: string;
    readonly text: string;
    readonly to?: string;
  }[];
  /** What may be added, in order: `closed` and the rest no longer where it is closed. */
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly needsText: boolean; readonly needsTo: boolean }[];
  readonly handOnTo: readonly { readonly id: string; readonly name: string }[];
}
/** POST incidents/add answers the `Told` as it is then. */
export interface Adding {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly to?: string | undefined;
}

/** GET clauses: the clause map. */
export interface Clauses {
  readonly title: string;
  readonly says: string;
  readonly totals: readonly { readonly kept: string; readonly label: string; readonly tone: Tone; readonly count: number }[];
  readonly clauses: readonly ClauseLine[];
  readonly empty?: Empty;
}
export interface ClauseLine {
  /** The clause's own number: `clauses/4.2` leads here. */
  readonly id: string;
  readonly text: string;
  readonly section?: string;
  /** enforced, checked, reported, signed-only, out-of-reach; `guidance` where it asks for nothing. */
  readonly kept: string;
  readonly label: string;
  readonly tone: Tone;
  readonly partly: boolean;
  readonly couldBe: string;
  /** What serves it: a rule, a check, signatures, with its page and its evidence. */
  readonly serves: readonly {
    readonly control: string;
    readonly title: string;
    /** «warned 14 times since 1 September», «all well», «38 of 40 have signed» */
    readonly evidence: string;
    readonly url?: string;
    readonly leads?: string;
  }[];
}

/** GET approvals, GET registers: tables that their own parts fill. */
export interface Tables {
  readonly says: string;
  readonly tables: readonly Table[];
  /** What can be begun here: «Ask for …». */
  readonly begin: readonly Act[];
  /** Said before anything is read that stands behind a row. */
  readonly private?: Incidents['private'];
  readonly empty?: Empty;
}
/** POST approvals/read `{ row, private: true }`: what was asked, worded. 404: there is none for them, whether or not there is one. */
export interface Behind {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}
/** POST approvals/act, POST registers/act: answers `Done`. `row` is left out where something is begun. */
export interface Acting {
  readonly table: string;
  readonly row?: string;
  readonly act: string;
  readonly fields: { readonly [id: string]: string | boolean | readonly string[] };
}

/** GET settings. */
export interface Settings {
  readonly groups: readonly { readonly id: string; readonly title: string; readonly says: string; readonly settings: readonly Setting[] }[];
  /** What cannot be changed here stands in beadle.yaml. */
  readonly says: string;
  readonly history: readonly Change[];
  readonly empty?: Empty;
}
export interface Setting {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  /** As a person reads it. */
  readonly shown: string;
  /** Of one field `value` its value, with `many` a list of such; of several fields an object, with `many` a list of such. */
  readonly value: unknown;
  /** `file`: as beadle.yaml says; `usual`: as Beadle does where nobody said otherwise; `here`: changed on this page. */
  readonly from: 'file' | 'usual' | 'here';
  /** What the file or the default says, where it was changed here. */
  readonly base?: string;
  readonly changed?: { readonly by: string; readonly when: string };
  /** How it is edited: the fields of one value; with `many`, of each line of a list. */
  readonly fields: readonly Field[];
  readonly many: boolean;
  readonly editable: boolean;
}
export interface Change {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly by: string;
  readonly at: string;
  readonly when: string;
  readonly before: string;
  readonly after: string;
  /** Whether it can be undone: it is what holds now. */
  readonly undo: boolean;
  /** Which change it took back. */
  readonly undid?: string;
}
export interface SettingActs {
  /**
   * `value` in the shape of `Setting.value`; `null` goes back to the file. Answers `Settings`; 409 where somebody changed it meanwhile (`was` is the `id` of the
   * last change that the page knew of this key, or left out).
   */
  'POST settings/change': { readonly key: string; readonly value: unknown; readonly was?: string };
  /** Answers `Settings`. */
  'POST settings/undo': { readonly change: string };
}
