import { hash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Entry } from '../../core/policies/entry.ts';
import { fromHex } from '../../core/policies/ledger/bytes.ts';
import { previousOf, signedCheckpoint } from '../../core/policies/ledger/checkpoint.ts';
import { noLeaf, rowOf } from '../../core/policies/ledger/leaf.ts';
import type { CheckpointRow, LedgerRow } from '../../core/policies/ledger/rows.ts';
import { appended, emptyRange, rootOf } from '../../core/policies/ledger/tree.ts';
import { linesOf } from '../../service/mail/lines.ts';
import { exportOf, verifyExport, type WholeLedger } from '../../service/ledger/export-file.ts';
import { hashes } from '../../service/ledger/hashes.ts';
import { passingSigningKey } from '../../service/ledger/signing-key.ts';

/** How long it takes to verify an export of a million entries (`BEADLE_BENCH_ENTRIES`), in lines to print. */
export async function ledgerFigures(): Promise<readonly string[]> {
  const count = Number(process.env['BEADLE_BENCH_ENTRIES'] || 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'beadle-'));
  try {
    const file = join(folder, 'export.jsonl');
    const written = performance.now();
    await pipeline(Readable.from(exportOf(long(count), '2026-11-22T12:00:00.000Z')), createWriteStream(file));
    const writing = performance.now() - written;
    const bare = await hashedAlone(file);
    const before = held();
    const growth: (readonly [entries: number, bytes: number])[] = [];
    let peak = 0;
    const begun = performance.now();
    const report = await verifyExport(createReadStream(file, { highWaterMark: 1 << 20 }), {
      onward: entries => {
        peak = Math.max(peak, process.memoryUsage.rss());
        if (entries >= ((growth.length + 1) * count) / 4) growth.push([entries, held() - before]);
        return true;
      }
    });
    const taken = performance.now() - begun;
    if (!report || report.faults > 0 || report.entries !== count) throw new Error(`the ledger does not verify: ${report?.first?.says.en}`);
    const { size } = await stat(file);
    return [
      `verify of ${number(report.entries)} entries, ${report.checkpoints} checkpoints, ${(size / 1e6).toFixed(0)} MB: ${(taken / 1000).toFixed(1)} s, ` +
        `${number(Math.round((count / taken) * 1000))} entries a second`,
      `SHA-256 alone over the same lines: ${(bare / 1000).toFixed(1)} s; verifying takes ${(taken / bare).toFixed(1)} times as long`,
      `held in memory above the start: ${growth.map(([entries, bytes]) => `${mb(bytes)} after ${number(entries)}`).join(', ')}; the process ${mb(peak)} at the most`,
      `made and written for this: ${(writing / 1000).toFixed(1)} s`
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A ledger that is made while it is read: people who are asked, open the text and sign, with a checkpoint after every 3,000 entries. */
function long(count: number): WholeLedger {
  const key = passingSigningKey();
  const text = 'a'.repeat(64);
  const notes: CheckpointRow[] = [];
  let range = emptyRange;
  let prev = noLeaf;
  const entryAt = (index: number): Entry => {
    const at = new Date(Date.UTC(2026, 8, 1) + index * 1000).toISOString();
    if (index === 0) return { kind: 'published', at, policy: 'oak', major: 1, minor: 0, texts: { en: text }, pdfs: {}, by: 'coordinator' };
    const of = { person: `00000000-0000-4000-8000-${String(Math.floor((index - 1) / 3)).padStart(12, '0')}`, policy: 'oak', major: 1 };
    const openedAt = new Date(Date.UTC(2026, 8, 1) + (index - 1) * 1000).toISOString();
    switch (index % 3) {
      case 1:
        return { kind: 'asked', at, ...of, audience: 'staff', year: 2026, due: '2026-11-30' };
      case 2:
        return { kind: 'opened', at, ...of, minor: 0, language: 'en', text, channel: 'teams' };
      default:
        return {
          kind: 'signed',
          at,
          ...of,
          minor: 0,
          audience: 'staff',
          language: 'en',
          text,
          consent: 'I have read the policy, I understand it, and I will keep to it.',
          typedName: `Person ${index}`,
          fields: { 'job-title': 'Teacher' },
          openedAt,
          channel: 'teams',
          assurance: 'directory'
        };
    }
  };
  const school = 'Bench Primary School';
  return {
    school,
    keys: key.published,
    texts: async () => [],
    // The list grows while the export reads it: each checkpoint is there before its place comes.
    checkpoints: async () => notes,
    rows: async (from, most) => {
      const rows: LedgerRow[] = [];
      for (let index = from; index < Math.min(count, from + most); index += 1) {
        const row = rowOf({ school, index, prev, entry: entryAt(index), salt: randomBytes(32) }, hashes);
        prev = row.leaf;
        range = appended(range, fromHex(row.leaf)!, hashes.sha256);
        rows.push(row);
        if (range.size % 3000 !== 0) continue;
        const { sha256 } = hashes;
        const previous = previousOf(notes.at(-1)?.note, sha256);
        const checkpoint = { school, size: range.size, root: rootOf(range, sha256), date: row.at.slice(0, 10), head: prev, previous };
        notes.push({ size: range.size, note: signedCheckpoint(checkpoint, key.signer, sha256) });
      }
      return rows;
    }
  };
}

/** Milliseconds to read the file's lines and hash each with SHA-256, and nothing else. */
async function hashedAlone(file: string): Promise<number> {
  const begun = performance.now();
  for await (const lines of linesOf(createReadStream(file, { highWaterMark: 1 << 20 })))
    for (const { bytes } of lines) hash('sha256', bytes, 'binary');
  return performance.now() - begun;
}

/** Bytes that are still in use after the garbage was collected. */
function held(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
