import type { Entry, EntryKind, Recorded } from '../entry.ts';
import { hex, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import type { Hashes, Sha256 } from './hashes.ts';
import { entriesOf, isHash, isIndex, isObject, objectOf } from './json.ts';
import type { LedgerRow } from './rows.ts';

type FieldsOf<K extends EntryKind> = readonly Exclude<keyof Extract<Entry, { readonly kind: K }>, 'kind' | 'at'>[];

/** The fields of each kind of entry that say who, or hold what somebody wrote: in a leaf a commitment stands for each, so that they can be erased. */
export const personalFields: { readonly [K in EntryKind]: FieldsOf<K> } = {
  published: ['by'],
  asked: ['person', 'child'],
  reminded: ['person', 'child', 'by'],
  escalated: ['person', 'child', 'to'],
  opened: ['person', 'child'],
  signed: ['person', 'child', 'typedName', 'fields', 'question', 'countersigner'],
  declined: ['person', 'child', 'reason'],
  excused: ['person', 'child', 'until', 'because', 'by'],
  recalled: ['person', 'child', 'by'],
  left: ['person', 'child'],
  'looked-up': ['person', 'by'],
  settled: ['person', 'by', 'note'],
  erased: []
};

/** The leaf before the first. */
export const noLeaf = '0000000000000000000000000000000000000000000000000000000000000000';

/** What is hashed of an entry. */
export interface Leaf {
  readonly v: 1;
  readonly school: string;
  readonly index: number;
  readonly prev: string;
  /** The entry, with a commitment (64 hexadecimal digits) in the place of each personal field. */
  readonly entry: { readonly kind: string; readonly at: string; readonly [field: string]: unknown };
}

/** An entry and its place in the chain of `school`. `prev` is the leaf of the entry before it, or `noLeaf`; `salt` is 32 fresh random bytes. */
export interface Placed {
  readonly school: string;
  readonly index: number;
  readonly prev: string;
  readonly entry: Entry;
  readonly salt: Uint8Array;
}

/** The row by which an entry is kept. */
export function rowOf({ school, index, prev, entry, salt }: Placed, { sha256, hmac }: Hashes): LedgerRow {
  const own = personalFields[entry.kind] as readonly string[];
  const open: { [field: string]: unknown } = {};
  const personal: { [field: string]: unknown } = {};
  let some = false;
  for (const [field, value] of entriesOf(entry)) {
    if (value === undefined) continue;
    const isPersonal = own.indexOf(field) >= 0;
    open[field] = isPersonal ? commitment(field, value, salt, hmac) : value;
    if (isPersonal) {
      personal[field] = value;
      some = true;
    }
  }
  const text = canonical({ v: 1, school, index, prev, entry: open });
  const row = { index, prev, leaf: hex(leafHash(text, sha256)), at: entry.at, kind: entry.kind, public: text };
  return some ? { ...row, personal: canonical(personal), salt: hex(salt) } : row;
}

/** What stands in a leaf for a personal field: HMAC-SHA-256 under the entry's salt of `{"<field>":<value>}` as canonical JSON, 64 hexadecimal digits. */
export function commitment(field: string, value: unknown, salt: Uint8Array, hmac: Hashes['hmac']): string {
  return hex(hmac(salt, utf8(canonical({ [field]: value }))));
}

/** SHA-256 of a zero byte and the leaf's canonical JSON as UTF-8 (RFC 6962). */
export function leafHash(text: string, sha256: Sha256): Uint8Array {
  return sha256(utf8(text, 1));
}

/** The row without what is personal in it. It keeps its leaf, so that all that was ever proved of it stays proved. */
export function erasedRow({ index, prev, leaf, at, kind, public: text }: LedgerRow): LedgerRow {
  return { index, prev, leaf, at, kind, public: text };
}

/**
 * An entry as it was added, or nothing where the row is spoilt. Where it was erased, its personal texts are empty, and those that not every entry has
 * are left out; `isErased` tells.
 */
export function recordedOf(row: LedgerRow): Recorded | undefined {
  const leaf = readLeaf(row.public);
  const personal = row.personal === undefined ? {} : objectOf(row.personal);
  if (!leaf || !personal) return undefined;
  const entry: { [field: string]: unknown } = {};
  for (const [field, value] of entriesOf(leaf.entry)) entry[field] = value;
  for (const field of personalOf(leaf.entry.kind)) {
    if (entry[field] === undefined) continue;
    if (Object.prototype.hasOwnProperty.call(personal, field)) entry[field] = personal[field];
    else if (always.indexOf(field) >= 0) entry[field] = field === 'fields' ? {} : '';
    else delete entry[field];
  }
  return { index: row.index, leaf: row.leaf, entry: entry as unknown as Entry };
}

/** The personal fields that every entry of a kind has that knows them. */
const always: readonly string[] = ['person', 'by', 'to', 'typedName', 'fields', 'reason', 'because', 'note'];

/** Whether what was personal in a row is gone. */
export function isErased({ kind, personal }: LedgerRow): boolean {
  return personal === undefined && personalOf(kind).length > 0;
}

/** The personal fields of a kind; none of a kind that is not known. */
export function personalOf(kind: string): readonly string[] {
  return Object.prototype.hasOwnProperty.call(personalFields, kind) ? personalFields[kind as EntryKind] : [];
}

/** A leaf from its JSON, or nothing where it is none. */
export function readLeaf(text: string): Leaf | undefined {
  const value = objectOf(text);
  return value && asLeaf(value);
}

/** Looks whether a value out of JSON has the shape of a leaf: flat, as ours are. Its kind may be one that is not known yet. */
export function asLeaf(value: unknown): Leaf | undefined {
  if (!isObject(value) || Object.keys(value).length !== 5) return undefined;
  const { v, school, index, prev, entry } = value;
  if (v !== 1 || typeof school !== 'string' || !isIndex(index) || !isHash(prev) || !isObject(entry)) return undefined;
  if (typeof entry['kind'] !== 'string' || typeof entry['at'] !== 'string') return undefined;
  return isShallow(entry) ? (value as unknown as Leaf) : undefined;
}

/** Whether an object holds texts, numbers, true and false, and lists and objects of these, and nothing deeper. */
export function isShallow(value: object): boolean {
  return Object.keys(value).every(key => {
    const member = (value as { readonly [key: string]: unknown })[key];
    if (isPlain(member)) return true;
    if (Array.isArray(member)) return member.every(isPlain);
    return isObject(member) && Object.keys(member).every(inner => isPlain(member[inner]));
  });
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && isFinite(value));
}
