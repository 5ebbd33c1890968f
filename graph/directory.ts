import type { Unanswered, Way } from './http.ts';
import type { Read } from './part.ts';

/** What an address is to the school, as far as a vendor can tell. */
export type Kind = 'head' | 'staff' | 'governor' | 'pupil' | 'parent' | 'agency';

/** Why a row is of its kind, the most trusted first: where one account is a pupil's by one and a member of staff's by another, the first counts. */
export const grounds = ['role', 'relation', 'group', 'licence', 'unit', 'domain'] as const;
export type Ground = (typeof grounds)[number];

/** Somebody whom a source knows. Addresses are as the vendor writes them. */
export interface DirectoryRow {
  /** The vendor's own id; of somebody without an account, made of whose contact they are and of their address. */
  readonly id: string;
  readonly address: string;
  /** Further addresses of the same person. */
  readonly others: readonly string[];
  readonly kind: Kind;
  readonly ground: Ground;
  readonly name?: string;
  /** The vendor's id of the account, where it is an account of the tenant. */
  readonly account?: string;
  /** Ids of the accounts of a parent's children. */
  readonly children: readonly string[];
}

/** What the school says of how its people are to be told apart. Addresses, paths and domains in lower case. */
export interface Sorting {
  readonly domains: { readonly staff: readonly string[]; readonly pupils: readonly string[] };
  /** What the members of a group are, those of the groups in it too; a group by its address. */
  readonly groups: readonly { readonly group: string; readonly kind: Kind }[];
  /** What the people of an organisational unit are, and of those below it. The nearest counts. */
  readonly units: readonly { readonly unit: string; readonly kind: Kind }[];
  /** What the shared contacts of the tenant are; they are not read where it is not said. */
  readonly contacts?: Kind;
}

/**
 * What a source gave: everything it has, or what changed since `since`; with the mark from which the next reading goes on, where there is one. Whoever
 * has nothing by which they could be written to is not in it. `doubts` counts what it gave that could not be used.
 */
export type SourceReading =
  | { readonly rows: readonly DirectoryRow[]; readonly gone?: readonly string[]; readonly next?: string; readonly doubts?: number }
  | { readonly unread: Unanswered['unread']; readonly lacks?: string };

/** One source of who is who. Never throws; a page that did not arrive makes the whole reading unread, so that nobody is missed who is merely not there yet. */
export interface DirectoryReader extends Read {
  /** Letters and hyphens, with the vendor first: `microsoft-accounts`. */
  readonly source: string;
  /** Whether there is anything to read for this school. */
  readonly wanted: (sorting: Sorting) => boolean;
  /** `since`: the mark of the last reading. A reading with `gone` says what changed since then; one without is everything. */
  readonly read: (way: Way, sorting: Sorting, since?: string) => Promise<SourceReading>;
}

/** What an address is by its whole domain. */
export function kindByDomain(address: string, { domains }: Sorting): 'staff' | 'pupil' | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.pupils.includes(domain) ? 'pupil' : domains.staff.includes(domain) ? 'staff' : undefined;
}

/** Whether something could be the address of a person: what a vendor's free text holds is not always one. */
export function isMail(text: unknown): text is string {
  return typeof text === 'string' && text.length <= 320 && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text);
}

/** A row with its addresses put in order: nothing where there is none. */
export function rowOf(
  row: Omit<DirectoryRow, 'address' | 'others'>,
  addresses: readonly (string | null | undefined)[]
): readonly DirectoryRow[] {
  const good = addresses.flatMap(each => {
    const text = each?.trim();
    return isMail(text) ? [text.toLowerCase()] : [];
  });
  const [address, ...others] = [...new Set(good)];
  return address === undefined ? [] : [{ ...row, address, others }];
}
