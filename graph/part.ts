import type { Reading } from '../core/judge.ts';
import type { Ended } from '../core/tenant/audit.ts';
import type { Licence, Parts, Streams, Vendor } from '../core/tenant/snapshot.ts';
import type { Way } from './http.ts';

/** A right that a school gives, by the vendor's own name: `Domain.Read.All`, or a Google scope. */
export interface Right {
  readonly name: string;
  /** The id of the application role, where the vendor grants by id. */
  readonly id?: string;
}

/** What any reading needs. */
export interface Read {
  readonly vendor: Vendor;
  /** The least that is needed. */
  readonly rights: readonly [Right, ...Right[]];
  /** Without any of these the vendor has nothing to show. */
  readonly licences?: readonly Licence[];
}

/** How one part of a tenant is read. Never throws: what could not be read says why. */
export interface PartReader<P extends keyof Parts = keyof Parts> extends Read {
  readonly part: P;
  readonly read: (way: Way) => Promise<Reading<Parts[P]>>;
}

/** How one stream is read, page by page. `see` is called for each thing, in order, once. Never throws; a page that did not arrive ends it as unread. */
export interface StreamReader<S extends keyof Streams = keyof Streams> extends Read {
  readonly stream: S;
  readonly walk: (way: Way, see: (thing: Streams[S]) => void) => Promise<Ended>;
}

/** Ties what is read to its part. */
export function part<const P extends keyof Parts>(definition: PartReader<P>): PartReader {
  return definition as unknown as PartReader;
}

/** Ties what streams to its stream. */
export function stream<const S extends keyof Streams>(definition: StreamReader<S>): StreamReader {
  return definition as unknown as StreamReader;
}
