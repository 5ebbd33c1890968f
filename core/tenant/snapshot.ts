import type { Readings } from '../judge.ts';

/** One mailbox and the addresses to which it hands its mail on. */
export interface Mailbox {
  readonly owner: string;
  readonly forwardsTo: readonly string[];
}

/** The parts of a tenant that can be read, whoever the vendor is. */
export interface Parts {
  readonly mailboxes: readonly Mailbox[];
  /** The tenant's own mail domains, lower case. */
  readonly domains: readonly string[];
}

/** One tenant at one moment. `takenAt` is an ISO 8601 instant. */
export interface Snapshot {
  readonly tenant: string;
  readonly vendor: 'microsoft' | 'google';
  readonly takenAt: string;
  readonly parts: Readings<Parts>;
}
