import type { Locale, Text } from '../locale.ts';
import type { Kept } from '../duties.ts';
import type { PolicyMap } from '../policies/map.ts';
import type { Judged } from '../tenant/accept.ts';
import type { Check } from '../tenant/check.ts';
import type { Change } from '../tenant/compare.ts';
import type { Expectations } from '../tenant/expectations.ts';
import type { Vendor } from '../tenant/snapshot.ts';
import type { Everyday } from './everyday.ts';

/** For whom a report is written: whoever mends it, whoever says what comes next, whoever answers for it, whoever oversees it. */
export const readers = ['it', 'coordinator', 'head', 'governors'] as const;
export type Reader = (typeof readers)[number];

/** One check with what it says today. */
export interface Line {
  readonly check: Check;
  readonly result: Judged;
  readonly change: Change;
  /** Whose tenant it was, where a school has both. */
  readonly vendor?: Vendor;
}

/**
 * Signatures of one audience under one policy, counted, each once: of those `wanted`, those that are neither signed nor late, declined or excused are
 * awaited.
 */
export interface SignedCount {
  readonly policy: string;
  readonly audience: Text;
  readonly wanted: number;
  readonly signed: number;
  readonly late: number;
  readonly declined: number;
  readonly excused: number;
}

/** How often a mail rule spoke. Never by whom. */
export interface MailCount {
  readonly rule: string;
  readonly title: Text;
  readonly warned: number;
  /** How many messages of which it speaks were sent all the same. Absent where the school does not look. */
  readonly sent?: number;
}

/** One audit of the past, counted. */
export interface Past {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly right: number;
  readonly wrong: number;
  readonly unknown: number;
}

/** All that a report can be made of. What is left out was not looked at. */
export interface ReportData {
  readonly school: string;
  /** `YYYY-MM-DD`, by the school's clock. */
  readonly on: string;
  /** The day of the audit before this one. */
  readonly since?: string;
  readonly vendor?: Vendor;
  readonly lines: readonly Line[];
  readonly expects: Expectations;
  readonly map?: { readonly title: string; readonly policy: PolicyMap };
  readonly signed: readonly SignedCount[];
  readonly mail: readonly MailCount[];
  readonly everyday?: Everyday;
  /** Audits so far with this one, the earliest first. */
  readonly past: readonly Past[];
  /** The school’s terms, `YYYY-MM-DD`: whoever oversees it sees how each of them ended. */
  readonly terms?: readonly { readonly from: string; readonly to: string }[];
  /** Where the pages of checks are to be read: `https://beadle.school.example`; left out where nobody serves them. */
  readonly pagesAt?: string;
  /** Where the tab shows each check to whoever may see it: `https://beadle.school.example/tab`; left out where nobody serves it. */
  readonly tabAt?: string;
}

/** How something stands: it is right, it is wrong, it is a little wrong, nobody knows, or it was accepted. */
export type Tone = 'good' | 'bad' | 'warn' | 'unknown' | 'accepted' | 'plain';

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** One thing to read about: its state in a word, a sentence, what to do. */
export interface Item {
  readonly tone: Tone;
  readonly state: string;
  readonly title: string;
  readonly says: string;
  readonly notes: readonly string[];
  readonly links: readonly Link[];
}

export interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly tone: Tone; readonly value: number; readonly label: string }[];
}

/** What a section is made of. Every renderer knows every kind. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: string; readonly tone: Tone }[] }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'bars'; readonly caption: string; readonly bars: readonly Bar[] }
  | { readonly kind: 'items'; readonly items: readonly Item[] };

/** One part of the report. It says nothing where it has nothing to say. */
export interface Section {
  readonly id: string;
  readonly title: Text;
  readonly readers: readonly [Reader, ...Reader[]];
  readonly make: (data: ReportData, locale: Locale, reader: Reader) => readonly Block[];
}

/** A report for one reader in one language, ready to be drawn. */
export interface Report {
  readonly locale: Locale;
  readonly reader: Reader;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly blocks: readonly Block[] }[];
  /** What stands at its end: where it comes from, and how it is to be kept. */
  readonly foot: string;
}

/** How far a clause is kept, in a word. */
export const keptWords: { readonly [K in Kept]: Text } = {
  enforced: { en: 'enforced', cy: 'wedi’i orfodi' },
  checked: { en: 'checked', cy: 'wedi’i wirio' },
  reported: { en: 'reported', cy: 'wedi’i adrodd' },
  'signed-only': { en: 'signed only', cy: 'wedi’i lofnodi’n unig' },
  'out-of-reach': { en: 'out of reach', cy: 'y tu hwnt i gyrraedd' }
};
