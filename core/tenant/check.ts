import type { DutyId } from '../duties.ts';
import type { Text, Values } from '../locale.ts';
import type { Expectations, Topic } from './expectations.ts';
import type { Parts, Streams, Vendor } from './snapshot.ts';

/** What a check points at, so that a person can find and mend it. */
export interface Subject {
  readonly kind: 'mailbox' | 'account' | 'device' | 'setting' | 'place' | 'domain';
  readonly id: string;
  /** What a person calls it, where that is not its id. */
  readonly name?: string;
}

/** How many were looked at, and how many of them hold. */
export interface Share {
  readonly held: number;
  readonly of: number;
}

/**
 * What a check found: it holds, it does not, it holds for some, nobody set it and the vendor's default holds (`not-configured`), nobody can see it
 * from outside (`not-readable`), or what was seen is too old (`stale`).
 */
export const states = ['pass', 'fail', 'partial', 'not-configured', 'not-readable', 'stale'] as const;
export interface Outcome {
  readonly state: (typeof states)[number];
  /** A key of the check's messages, and what stands in its places. */
  readonly message: string;
  readonly values?: Values;
  readonly share?: Share;
  /** The first ones of what does not hold, and how many there are in all. */
  readonly subjects?: { readonly count: number; readonly first: readonly Subject[] };
}

/** What a check that looks at people has to say for itself. One that `monitors` staff runs only with a dated line in `beadle.yaml`. */
export interface DataNote {
  readonly says: Text;
  readonly monitors: boolean;
}

/** What the school and the moment bring to a check. */
export interface Audited {
  readonly expects: Expectations;
  readonly vendor: Vendor;
  /** ISO 8601 instant of the snapshot. */
  readonly now: string;
  /** Domains of staff and pupils, lower case. */
  readonly domains: { readonly staff: readonly string[]; readonly pupils: readonly string[] };
}

/** A check decides, from the parts and the stream that it names, whether a tenant keeps the duties that it cites. */
export interface Check<P extends keyof Parts = keyof Parts, S extends keyof Streams = keyof Streams, Tally = unknown> {
  readonly id: string;
  readonly title: Text;
  readonly duties: readonly [DutyId, ...DutyId[]];
  readonly severity: 'low' | 'medium' | 'high';
  readonly vendors: readonly [Vendor, ...Vendor[]];
  /** The expectations to which it holds the tenant. */
  readonly topics: readonly Topic[];
  readonly people?: DataNote;
  readonly reads: readonly P[];
  /** What streams past it, if anything: `begin` makes an empty tally, `see` counts one thing into it. */
  readonly walks?: S;
  readonly begin?: () => Tally;
  readonly see?: (tally: Tally, thing: Streams[S], audited: Audited) => void;
  readonly messages: { readonly [key: string]: Text };
  /** The vendor's own page on how to put it right. */
  readonly pages: { readonly [V in Vendor]?: string };
  readonly judge: (parts: Pick<Parts, P>, audited: Audited, tally: Tally) => Outcome;
}

/** Ties `judge` to the parts that `reads` names: another part does not compile. */
export function check<const P extends keyof Parts>(definition: Omit<Check<P, never, undefined>, 'walks' | 'begin' | 'see'>): Check {
  return definition as unknown as Check;
}

/** The same of a check past which something streams. */
export function survey<const P extends keyof Parts, const S extends keyof Streams, Tally>(
  definition: Check<P, S, Tally> & { readonly walks: S; readonly begin: () => Tally }
): Check {
  return definition as unknown as Check;
}

/** What stands behind the `@` of a sign-in name. */
export function domainOf(name: string): string {
  return name.slice(name.lastIndexOf('@') + 1);
}
