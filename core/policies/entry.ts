import type { Locale } from '../locale.ts';

/** Where somebody was asked or answered. */
export const channels = ['teams', 'mail', 'web', 'kiosk', 'class', 'paper'] as const;
export type Channel = (typeof channels)[number];

/** How it is known who signed: by the directory's sign-in, by a code sent to the known address, by a second person, or by presence alone (kiosk, class). */
export const assurances = ['directory', 'code', 'countersigned', 'present'] as const;
export type Assurance = (typeof assurances)[number];

/** Which signature an entry is about: whose, under which policy, and for which child where a parent signs. */
export interface Matter {
  readonly person: string;
  readonly policy: string;
  /** The child's id. */
  readonly child?: string;
}

interface Of<K extends string> {
  readonly kind: K;
  /** ISO 8601, UTC, by the server's clock. */
  readonly at: string;
}

/** What happened, in the order in which it happened. Entries are added; none is changed or taken away. People stand in it by their ids. */
export type Entry =
  | (Of<'published'> & {
      readonly policy: string;
      readonly major: number;
      readonly minor: number;
      readonly texts: { readonly [L in Locale]?: string };
      readonly pdfs: { readonly [L in Locale]?: string };
      readonly by: string;
    })
  | (Of<'asked'> &
      Matter & {
        readonly major: number;
        readonly audience: string;
        /** The school year of a yearly renewal, `2026` from 1 September 2026 on; left out where it is none. */
        readonly year?: number;
        /** `YYYY-MM-DD`. */
        readonly due: string;
      })
  | (Of<'reminded'> & Matter & { readonly major: number; readonly step: number; readonly by: string })
  | (Of<'escalated'> & Matter & { readonly major: number; readonly to: string })
  | (Of<'opened'> &
      Matter & {
        readonly major: number;
        readonly minor: number;
        readonly language: Locale;
        readonly text: string;
        readonly channel: Channel;
      })
  | (Of<'signed'> &
      Matter & {
        readonly major: number;
        readonly minor: number;
        readonly audience: string;
        readonly language: Locale;
        /** SHA-256 of the text that was signed. */
        readonly text: string;
        /** The sentence that was agreed to, word for word. */
        readonly consent: string;
        readonly typedName: string;
        readonly fields: { readonly [field: string]: string };
        /** Agreed, with a question: the coordinator's task. */
        readonly question?: string;
        readonly openedAt: string;
        readonly channel: Channel;
        readonly assurance: Assurance;
        /** Who typed it in, or stood by. */
        readonly countersigner?: string;
      })
  | (Of<'declined'> & Matter & { readonly major: number; readonly minor: number; readonly reason: string; readonly channel: Channel })
  | (Of<'excused'> & Matter & { readonly until?: string; readonly because: string; readonly by: string })
  /** An excuse was taken back, or a reminder before it went out. */
  | (Of<'recalled'> & Matter & { readonly by: string; readonly of: 'excused' | 'reminded' })
  /** Left, or was no longer asked, without signing: a negative receipt. */
  | (Of<'left'> & Matter & { readonly major: number })
  /** Somebody was looked up, and by whom. */
  | (Of<'looked-up'> & { readonly person: string; readonly by: string })
  /** A coordinator answered a question or dealt with a refusal. `of` is the index of the entry. */
  | (Of<'settled'> & { readonly person: string; readonly of: number; readonly by: string; readonly note: string })
  /** Personal fields of these entries were destroyed at the end of their retention. */
  | (Of<'erased'> & { readonly of: readonly number[]; readonly because: string });

export type EntryKind = Entry['kind'];

/** An entry with its place in the school's chain. */
export interface Recorded<E extends Entry = Entry> {
  /** From zero, without gaps. */
  readonly index: number;
  /** SHA-256 of the leaf (RFC 6962), 64 hexadecimal digits. */
  readonly leaf: string;
  readonly entry: E;
}

/** Where entries are kept. `key` names what happened: adding it again changes nothing and gives what is there. */
export interface Ledger {
  readonly add: (entry: Entry, key?: string) => Promise<Recorded>;
  /** Entries from an index on, in order, `most` at a time. */
  readonly from: (index: number, most: number) => Promise<readonly Recorded[]>;
}
