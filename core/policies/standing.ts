import type { Matter, Recorded } from './entry.ts';

/**
 * Where one wanted signature stands: `due` (not asked yet), `asked`, `opened`, `signed`, `declined`, `excused`, `overdue`, `expired` (signed once, asked
 * again and not signed since), `left`.
 */
export const standings = ['due', 'asked', 'opened', 'signed', 'declined', 'excused', 'overdue', 'expired', 'left'] as const;
export type Standing = (typeof standings)[number];

/** One signature that the school wants, and where it stands. Always read off the ledger, never stored beside it. */
export interface Wanted extends Matter {
  readonly audience: string;
  readonly major: number;
  /** The school year of a yearly renewal. */
  readonly year?: number;
  readonly standing: Standing;
  /** `YYYY-MM-DD`; of what was asked. */
  readonly due?: string;
  readonly askedAt?: string;
  readonly openedAt?: string;
  readonly reminders: number;
  readonly remindedAt?: string;
  readonly escalatedAt?: string;
  readonly excusedUntil?: string;
  /** When the negative receipt was recorded; of `due`, that of the time before. */
  readonly leftAt?: string;
  /** The signature or refusal that stands. */
  readonly answer?: Recorded;
}
