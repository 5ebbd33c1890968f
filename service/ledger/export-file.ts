import { linesOf } from '../mail/lines.ts';
import { objectOf } from '../../core/policies/ledger/json.ts';
import { keysOf, type PublishedKey } from '../../core/policies/ledger/key-chain.ts';
import type { CheckpointRow, LedgerRow, LedgerRows } from '../../core/policies/ledger/rows.ts';
import { readCheckpoint } from '../../core/policies/ledger/checkpoint.ts';
import { dated, faultOf } from '../../core/policies/ledger/faults.ts';
import { isIndex, isObject } from '../../core/policies/ledger/json.ts';
import { type Against, type ExportedText, type LedgerReport, type Verifying, verifying } from '../../core/policies/ledger/verify.ts';
import { failure } from '../failure.ts';
import { hashes, verifySignature } from './hashes.ts';
import { readStamp, type Stamped } from './stamp.ts';

/** A ledger with all that it takes to verify it elsewhere. */
export interface WholeLedger extends LedgerRows {
  /** Oldest first. */
  readonly keys: readonly PublishedKey[];
  /** Every text that was ever published. */
  readonly texts: () => Promise<readonly ExportedText[]>;
}

const format = 'beadle-ledger-1';
const together = 1000;

/**
 * An export as lines of JSON, many at once: the school and its keys; each entry, and each checkpoint after the last entry that it covers; the texts; and
 * how many entries there were, so that a file that was cut short is known. `made` is an instant, ISO 8601.
 */
export async function* exportOf(ledger: WholeLedger, made: string): AsyncGenerator<string> {
  yield `${JSON.stringify({ format, school: ledger.school, made, keys: ledger.keys })}\n`;
  let entries = 0;
  let lines = '';
  for await (const part of inOrder(ledger)) {
    if ('note' in part) lines += `${JSON.stringify({ checkpoint: part.note, stamp: part.stamp })}\n`;
    else {
      lines += entryLine(part.row);
      entries += 1;
    }
    if (lines.length < 1 << 16) continue;
    yield lines;
    lines = '';
  }
  yield lines;
  for (const text of await ledger.texts()) yield `${JSON.stringify({ text })}\n`;
  yield `${JSON.stringify({ end: { entries } })}\n`;
}

/** What is kept is canonical JSON already, and stands in the line as it is: so the leaf can be computed from the line with the simplest of tools. */
function entryLine({ leaf, public: text, personal, salt }: LedgerRow): string {
  const kept = personal === undefined ? '' : `,"personal":${personal},"salt":"${salt}"`;
  return `{"entry":{"leaf":"${leaf}","public":${text}${kept}}}\n`;
}

/** The entries in order, each checkpoint after the last entry that it covers. */
async function* inOrder(ledger: LedgerRows): AsyncGenerator<{ readonly row: LedgerRow } | CheckpointRow> {
  // Whatever is added meanwhile comes after the last checkpoint that is known here.
  const checkpoints = await ledger.checkpoints();
  let next = 0;
  let size = 0;
  for (; checkpoints[next]?.size === 0; next += 1) yield checkpoints[next]!;
  for (let rows = await ledger.rows(0, together); rows.length > 0; rows = await ledger.rows(size, together)) {
    for (const row of rows) {
      yield { row };
      size += 1;
      for (; checkpoints[next]?.size === size; next += 1) yield checkpoints[next]!;
    }
  }
  for (; next < checkpoints.length; next += 1) yield checkpoints[next]!;
}

/** What a ledger is compared with, and who is told how far it is. */
export interface Verifies extends Pick<Against, 'key' | 'witnesses'> {
  /** Called now and then with how many entries were verified so far; whether to go on. */
  readonly onward?: (entries: number) => boolean | Promise<boolean>;
}

/** What was found, with the time stamps of its checkpoints; nothing where it was stopped on the way. */
export type Verified = (LedgerReport & { readonly stamps: Stamps }) | undefined;

/** How many checkpoints bear a time stamp that is theirs, and the last of them. */
export interface Stamps {
  readonly count: number;
  readonly last?: Stamped;
}

/** Looks whether each stamp is one of its checkpoint; one that is not is a fault. */
async function stampsOf(kept: readonly Pick<CheckpointRow, 'note' | 'stamp'>[], fault: Verifying['fault']): Promise<Stamps> {
  let stamps: Stamps = { count: 0 };
  for (const { note, stamp } of kept) {
    const last = await readStamp(Buffer.from(stamp!, 'base64'), note);
    if (last) stamps = { count: stamps.count + 1, last };
    else fault(faultOf('checkpoint-stamp', { date: dated(readCheckpoint(note)?.checkpoint.date ?? '') }));
  }
  return stamps;
}

/** Verifies a ledger where it is kept. */
export async function verifyRows(ledger: WholeLedger, { onward, ...more }: Verifies = {}): Promise<Verified> {
  const verification = verifying({ hashes, verify: verifySignature, school: ledger.school, keys: ledger.keys, ...more });
  const stamped: CheckpointRow[] = [];
  let entries = 0;
  for await (const part of inOrder(ledger)) {
    if ('note' in part) {
      verification.checkpoint(part.note);
      if (part.stamp !== undefined) stamped.push(part);
    } else {
      verification.row(part.row);
      entries += 1;
      if (onward && entries % together === 0 && !(await onward(entries))) return undefined;
    }
  }
  for (const text of await ledger.texts()) verification.text(text);
  const stamps = await stampsOf(stamped, verification.fault);
  return { ...verification.report(), stamps };
}

/** Verifies an export by itself, whatever its length, in flat memory. Throws a `Failure` (`wrong-ledger`) where it is none. */
export async function verifyExport(chunks: AsyncIterable<Uint8Array>, { onward, ...more }: Verifies = {}): Promise<Verified> {
  let verification: Verifying | undefined;
  let line = 0;
  let entries = 0;
  let said: number | undefined;
  const stamped: { readonly note: string; readonly stamp: string }[] = [];
  const ended = (): boolean => said !== undefined;

  function take(bytes: Buffer, whole: boolean): void {
    line += 1;
    const value = whole ? objectOf(bytes.toString('utf8')) : undefined;
    if (!verification) {
      verification = verifying({ hashes, verify: verifySignature, ...headOf(value), ...more });
      return;
    }
    const kind = value && !ended() ? Object.keys(value).join() : '';
    if (kind === 'entry') {
      entries += 1;
      const { entry } = value as { readonly entry: unknown };
      verification.entry(isObject(entry) ? { leaf: entry['leaf'], public: entry['public'], ...personalOf(entry) } : noEntry);
      return;
    }
    const { checkpoint, stamp, text, end } = value || {};
    if (kind === 'checkpoint' && typeof checkpoint === 'string') verification.checkpoint(checkpoint);
    else if (kind === 'checkpoint,stamp' && typeof checkpoint === 'string' && typeof stamp === 'string') {
      verification.checkpoint(checkpoint);
      stamped.push({ note: checkpoint, stamp });
    } else if (kind === 'text' && isText(text)) verification.text(text);
    else if (kind === 'end' && isObject(end) && isIndex(end['entries'])) said = end['entries'];
    else verification.fault(faultOf('unreadable-line', { line }));
  }

  for await (const lines of linesOf(chunks)) {
    for (const { bytes, opens } of lines) {
      // A line that is too long to be held comes in pieces, of which none is read.
      if (!opens) continue;
      take(bytes, bytes.length > 0 && bytes[bytes.length - 1] === 10);
    }
    if (onward && !(await onward(entries))) return undefined;
  }
  if (!verification) throw failure('wrong-ledger', 'The file is empty. Give an export that «beadle ledger export» wrote.');
  if (said === undefined) verification.fault(faultOf('cut-short'));
  else if (said !== entries) verification.fault(faultOf('other-count', { size: said, count: entries }));
  const stamps = await stampsOf(stamped, verification.fault);
  return { ...verification.report(), stamps };
}

const noEntry = { leaf: undefined, public: undefined };

function personalOf(entry: { readonly [key: string]: unknown }): { readonly personal?: unknown; readonly salt?: unknown } {
  const { personal, salt } = entry;
  return { ...(personal === undefined ? {} : { personal }), ...(salt === undefined ? {} : { salt }) };
}

function headOf(value: { readonly [key: string]: unknown } | undefined): Pick<Against, 'school' | 'keys'> {
  const { format: named, school, keys: written } = value || {};
  const keys = Array.isArray(written) ? keysOf(written) : undefined;
  if (typeof named === 'string' && /^beadle-ledger-\d+$/.test(named) && named !== format) {
    throw failure('wrong-ledger', 'The export was written by a newer Beadle. Verify it with that one.');
  }
  if (named !== format || typeof school !== 'string' || !keys) {
    throw failure('wrong-ledger', 'The file is no export of a ledger. Give one that «beadle ledger export» wrote.');
  }
  return { school, keys };
}

function isText(value: unknown): value is ExportedText {
  if (!isObject(value)) return false;
  const { policy, major, minor, language, text } = value;
  return typeof policy === 'string' && isIndex(major) && isIndex(minor) && typeof language === 'string' && typeof text === 'string';
}
