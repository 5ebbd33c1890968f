import { createHash, createHmac, randomBytes } from 'node:crypto';
import { signedCheckpoint, previousOf } from '../../core/policies/ledger/checkpoint.ts';
import { fromHex } from '../../core/policies/ledger/bytes.ts';
import type { Hashes } from '../../core/policies/ledger/hashes.ts';
import { noLeaf, rowOf } from '../../core/policies/ledger/leaf.ts';
import type { LedgerRow } from '../../core/policies/ledger/rows.ts';
import { appended, emptyRange, rootOf } from '../../core/policies/ledger/tree.ts';
import type { Entry } from '../../core/policies/entry.ts';
import { exportOf, type WholeLedger } from '../../service/ledger/export-file.ts';
import { passingSigningKey, type SigningKey } from '../../service/ledger/signing-key.ts';

/** Hashes as Node documents them, the plain way. */
export const plainHashes: Hashes = {
  sha256: bytes => createHash('sha256').update(bytes).digest(),
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest()
};

export const oak = 'Oak Primary School';
export const textOfOak = 'Everybody locks the screen when they leave it.\n';
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A text of the policy `oak` in its version 1.0. */
export const published: Entry = {
  kind: 'published',
  at: '2026-11-02T09:00:00.000Z',
  policy: 'oak',
  major: 1,
  minor: 0,
  texts: { en: sha(textOfOak) },
  pdfs: { en: sha('a pdf') },
  by: 'coordinator-1'
};

/** What one person does who is asked, opens the text and signs, `minute` minutes into 3 November 2026. */
export function signing(person: string, minute: number, more: Partial<Extract<Entry, { kind: 'signed' }>> = {}): readonly Entry[] {
  const at = (offset: number): string => new Date(Date.UTC(2026, 10, 3, 8, minute + offset)).toISOString();
  const of = { person, policy: 'oak', major: 1 };
  const text = sha(textOfOak);
  return [
    { kind: 'asked', at: at(0), ...of, audience: 'staff', due: '2026-11-23' },
    { kind: 'opened', at: at(1), ...of, minor: 0, language: 'en', text, channel: 'web' },
    {
      kind: 'signed',
      at: at(2),
      ...of,
      minor: 0,
      audience: 'staff',
      language: 'en',
      text,
      consent: 'I have read the policy and will keep to it.',
      typedName: 'Kit Sample',
      fields: { 'job-title': 'Teacher' },
      openedAt: at(1),
      channel: 'web',
      assurance: 'code',
      ...more
    }
  ];
}

/** A ledger in memory, as the service keeps one. */
export interface Kept {
  readonly rows: LedgerRow[];
  readonly notes: { readonly size: number; readonly note: string }[];
  readonly key: SigningKey;
  readonly add: (...entries: readonly Entry[]) => void;
  /** Signs what is there, on this day. */
  readonly checkpoint: (date: string) => string;
}

/** A new ledger of Oak's. */
export function ledger(school = oak, key = passingSigningKey()): Kept {
  const rows: LedgerRow[] = [];
  const notes: { readonly size: number; readonly note: string }[] = [];
  let range = emptyRange;
  return {
    rows,
    notes,
    key,
    add: (...entries) => {
      for (const entry of entries) {
        const row = rowOf({ school, index: rows.length, prev: rows.at(-1)?.leaf ?? noLeaf, entry, salt: randomBytes(32) }, plainHashes);
        rows.push(row);
        range = appended(range, fromHex(row.leaf)!, plainHashes.sha256);
      }
    },
    checkpoint: date => {
      const { sha256 } = plainHashes;
      const head = rows.at(-1)?.leaf ?? noLeaf;
      const previous = previousOf(notes.at(-1)?.note, sha256);
      const note = signedCheckpoint({ school, size: range.size, root: rootOf(range, sha256), date, head, previous }, key.signer, sha256);
      notes.push({ size: range.size, note });
      return note;
    }
  };
}

/** A ledger in memory as the service exports and verifies it. */
export function wholeOf({ rows, notes, key }: Pick<Kept, 'rows' | 'notes' | 'key'>, school = oak): WholeLedger {
  return {
    school,
    keys: key.published,
    rows: async (from, most) => rows.slice(from, from + most),
    checkpoints: async () => notes,
    texts: async () => [{ policy: 'oak', major: 1, minor: 0, language: 'en', text: textOfOak }]
  };
}

/** The export of a ledger in memory. */
export async function exported(kept: Pick<Kept, 'rows' | 'notes' | 'key'>): Promise<string> {
  let text = '';
  for await (const lines of exportOf(wholeOf(kept), '2026-11-22T12:00:00.000Z')) text += lines;
  return text;
}
