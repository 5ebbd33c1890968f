import { isAddress } from './config-fields.ts';
import { normalAddress } from '../core/mail/address.ts';
import { nameKey } from '../core/mail/directory.ts';
import type { Known } from '../core/mail/policy.ts';
import { type DirectoryRow, grounds, type SourceReading } from '../graph/directory.ts';
import type { Directory } from './directory.ts';

/** A row as it is kept: with the source that gave it. */
export interface KeptRow extends DirectoryRow {
  readonly source: string;
}

/** What a source knows after a reading: all of it, or what it knew with what changed. */
export function rowsAfter(
  before: readonly KeptRow[],
  reading: Extract<SourceReading, { rows: unknown }>,
  source: string
): readonly KeptRow[] {
  const rows = new Map<string, KeptRow>();
  if (reading.gone) {
    const gone = new Set(reading.gone);
    for (const row of before) if (!gone.has(row.id)) rows.set(row.id, row);
  }
  for (const row of reading.rows) rows.set(row.id, { ...row, source });
  return [...rows.values()];
}

/** Whether so many of those whom a source knew are gone at once that it probably did not say everything: more than five, and more than a fifth. */
export function isSudden(before: readonly KeptRow[], after: readonly KeptRow[]): boolean {
  const still = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !still.has(id)).length;
  return gone > 5 && gone * 5 > before.length;
}

/**
 * What the sources together say of addresses. Somebody may be staff and parent and governor, but not staff and pupil: there the more trusted ground
 * counts, of equal ones «pupil». The same rows give the same directory, whatever their order.
 */
export function directoryOfRows(rows: readonly KeptRow[]): Directory {
  const usable = rows.flatMap(row => {
    const addresses = [...new Set([row.address, ...row.others].filter(isAddress).map(normalAddress))];
    return addresses.length === 0 ? [] : [{ row, addresses }];
  });
  const byAccount = new Map<string, Verdict>();
  for (const { row } of usable) if (row.account !== undefined) weigh(byAccount, accountOf(row), row);
  const standing = usable.filter(({ row }) => row.account === undefined || holds(byAccount.get(accountOf(row)), row));
  const byAddress = new Map<string, Verdict>();
  for (const { row, addresses } of standing) for (const address of addresses) weigh(byAddress, address, row);
  const lines = new Map<string, Map<string, Known>>();
  for (const { row, addresses } of standing) {
    for (const address of addresses) {
      if (!holds(byAddress.get(address), row)) continue;
      const its = lines.get(address) ?? new Map<string, Known>();
      lines.set(address, its);
      const key = `${row.kind} ${row.name === undefined ? '' : nameKey(row.name) || row.name.toLowerCase()}`;
      const before = its.get(key);
      // Of two ways to write one name the same one is taken, whichever came first.
      if (!before || (row.name ?? '') < (before.name ?? ''))
        its.set(key, { audience: row.kind, ...(row.name === undefined ? {} : { name: row.name }) });
    }
  }
  const directory: { [address: string]: readonly Known[] } = {};
  for (const address of [...lines.keys()].sort()) {
    const its = [...lines.get(address)!.values()];
    directory[address] = its
      .filter(({ audience, name }) => name !== undefined || !its.some(other => other.audience === audience && other.name !== undefined))
      .sort((a, b) => compared(a.audience, b.audience) || compared(a.name ?? '', b.name ?? ''));
  }
  return directory;
}

/** What the school wrote by hand, and beside it what the sources say: where both speak of the same, the hand counts. */
export function withHand(hand: Directory, known: Directory): Directory {
  const all: { [address: string]: readonly Known[] } = { ...hand };
  for (const [address, lines] of Object.entries(known)) {
    const own = Object.prototype.hasOwnProperty.call(hand, address) ? hand[address]! : [];
    const inside = own.some(({ audience }) => audience === 'staff' || audience === 'pupil');
    const more = lines.filter(
      ({ audience }) => !own.some(other => other.audience === audience) && !(inside && (audience === 'staff' || audience === 'pupil'))
    );
    if (own.length + more.length > 0) all[address] = [...own, ...more];
  }
  return all;
}

/** One line of a directory that is new, gone or otherwise than before. */
export interface Difference {
  readonly address: string;
  readonly audience: Known['audience'];
  readonly name?: string;
}

/** What is otherwise than before, by address and audience, in order. */
export interface Differences {
  readonly added: readonly Difference[];
  readonly gone: readonly Difference[];
  readonly changed: readonly Difference[];
  readonly same: number;
}

export function differencesOf(before: Directory, after: Directory): Differences {
  const [old, now] = [byLine(before), byLine(after)];
  const added = [...now].filter(([key]) => !old.has(key));
  const changed = [...now].filter(([key, { said }]) => old.has(key) && old.get(key)!.said !== said);
  const gone = [...old].filter(([key]) => !now.has(key));
  const shown = (of: typeof added): readonly Difference[] => of.map(([, { line }]) => line).sort((a, b) => compared(a.address, b.address));
  return { added: shown(added), gone: shown(gone), changed: shown(changed), same: now.size - added.length - changed.length };
}

function byLine(directory: Directory): ReadonlyMap<string, { readonly line: Difference; readonly said: string }> {
  const lines = new Map<string, { line: Difference; said: string }>();
  for (const [address, known] of Object.entries(directory)) {
    for (const { audience, name, household } of known) {
      const key = `${audience} ${address}`;
      const said = `${lines.get(key)?.said ?? ''}\n${name ?? ''}\t${household ?? ''}`;
      lines.set(key, { line: { address, audience, ...(name === undefined ? {} : { name }) }, said });
    }
  }
  return lines;
}

interface Verdict {
  readonly kind: 'staff' | 'pupil';
  readonly rank: number;
}

function accountOf({ source, account }: KeptRow): string {
  return `${source.split('-')[0]} ${account}`;
}

function weigh(verdicts: Map<string, Verdict>, key: string, { kind, ground }: DirectoryRow): void {
  if (kind !== 'staff' && kind !== 'pupil') return;
  const rank = grounds.indexOf(ground);
  const before = verdicts.get(key);
  if (!before || rank < before.rank || (rank === before.rank && kind === 'pupil')) verdicts.set(key, { kind, rank });
}

function holds(verdict: Verdict | undefined, { kind }: DirectoryRow): boolean {
  return (kind !== 'staff' && kind !== 'pupil') || !verdict || verdict.kind === kind;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
