/** An entry as it is kept: what is hashed, and beside it what can be erased. The tree's leaf is the hash of `public`, and nothing else is hashed. */
export interface LedgerRow {
  /** From zero, without gaps. */
  readonly index: number;
  /** The leaf of the entry before, 64 hexadecimal digits; zeros before the first. */
  readonly prev: string;
  /** SHA-256 of a zero byte and `public` as UTF-8 (RFC 6962), 64 hexadecimal digits. */
  readonly leaf: string;
  /** ISO 8601, UTC; the entry's own. */
  readonly at: string;
  readonly kind: string;
  /** The leaf as canonical JSON: `{ entry, index, prev, school, v }`, in which a commitment stands for each personal field of the entry. */
  readonly public: string;
  /** The personal fields of the entry as canonical JSON; left out where there are none, or where they were erased. */
  readonly personal?: string;
  /** 32 random bytes, 64 hexadecimal digits; is there exactly where `personal` is. */
  readonly salt?: string;
}

/** A signed checkpoint as it is kept. */
export interface CheckpointRow {
  /** How many entries it covers. */
  readonly size: number;
  /** The checkpoint and its signature, as `signedCheckpoint` writes them. */
  readonly note: string;
  /** An authority's reply to the question when the note was there (RFC 3161), in base 64; left out where nobody was asked. */
  readonly stamp?: string;
}

/** A ledger that can be read from its beginning to its end: a school's database, or an export. */
export interface LedgerRows {
  /** What stands in every leaf: the school by the name under which the ledger was begun. */
  readonly school: string;
  /** In order, from an index on, `most` at a time; none at the end. */
  readonly rows: (from: number, most: number) => Promise<readonly LedgerRow[]>;
  /** All of them, in order. */
  readonly checkpoints: () => Promise<readonly CheckpointRow[]>;
}
