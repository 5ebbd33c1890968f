import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip, gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { PublishedKey } from '../core/policies/ledger/key-chain.ts';
import { failure, isFailure } from './failure.ts';

/*
 * A backup is lines of JSON, gzipped; `zcat` and any language read it:
 *
 *   {"format":"beadle-backup-1", …}            the head: when, by which Beadle, the steps of its tables, its schools, the public keys of their ledgers
 *   {"table":"person","columns":["id", …]}     the rows of one table follow, those first that others point to
 *   ["kit", null, …]                           one row: each value as PostgreSQL writes it, so that every type comes back as it was
 *   {"sequence":"…","last":"12","called":true} a counter, if there are any
 *   {"secret":"beadle-keys.json", …}           a key file, encrypted, where whoever made it asked for that
 *   {"end":{"tables":15,"rows":81234,"sha256":"…"}}   the SHA-256 of every byte before this line
 */

const format = 'beadle-backup-1';

/** A key file, encrypted: scrypt of the passphrase, AES-256-GCM, base64. */
export interface SealedFile {
  readonly secret: string;
  readonly salt: string;
  readonly iv: string;
  readonly tag: string;
  readonly sealed: string;
}

/** What stands at the beginning of a backup. */
export interface BackupHead {
  /** When its transaction began, ISO 8601. */
  readonly made: string;
  /** The version of the Beadle that took it. */
  readonly beadle: string;
  /** The steps by which its tables came to be, in order. */
  readonly migrations: readonly string[];
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** The public keys of the ledgers, oldest first, by school; those that were known to whoever took it. */
  readonly keys: { readonly [school: string]: readonly PublishedKey[] };
  /** The names of the key files that lay beside beadle.yaml: without them a part of the database is of no use. */
  readonly keyFiles: readonly string[];
}

/** A piece of a backup, in its order. Rows are JSON arrays as text, several at once. */
export type Piece =
  | { readonly kind: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly string[] }
  | { readonly kind: 'sequence'; readonly sequence: string; readonly last: string; readonly called: boolean }
  | ({ readonly kind: 'secret' } & SealedFile);

/** What stands in a backup that is whole. */
export interface Examined {
  readonly head: BackupHead;
  readonly tables: number;
  readonly rows: number;
  /** The names of the key files in it. */
  readonly secrets: readonly string[];
}

const key = z.strictObject({ name: z.string(), publicKey: z.string(), endorsement: z.string().exactOptional() });
const headShape = z.object({
  format: z.literal(format),
  made: z.iso.datetime(),
  beadle: z.string(),
  migrations: z.array(z.string()),
  schools: z.array(z.object({ id: z.string(), name: z.string() })),
  keys: z.record(z.string(), z.array(key)),
  keyFiles: z.array(z.string())
});
const tableShape = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
const sequenceShape = z.strictObject({ sequence: z.string(), last: z.string().regex(/^-?\d+$/), called: z.boolean() });
const secretShape = z.strictObject({ secret: z.string(), salt: z.base64(), iv: z.base64(), tag: z.base64(), sealed: z.base64() });
const endShape = z.strictObject({
  end: z.strictObject({ tables: z.int(), rows: z.int(), sha256: z.string() })
});

/** A backup that is being written. */
export interface BackupWriter {
  readonly head: (head: BackupHead) => Promise<void>;
  readonly table: (table: string, columns: readonly string[]) => Promise<void>;
  /** Rows of the table that was named last, as JSON arrays. */
  readonly rows: (rows: readonly string[]) => Promise<void>;
  readonly sequence: (sequence: string, last: string, called: boolean) => Promise<void>;
  readonly secret: (file: SealedFile) => Promise<void>;
  /** Writes the end, and resolves once everything is on the disk. */
  readonly end: () => Promise<{ readonly tables: number; readonly rows: number }>;
  /** Leaves it as it is. */
  readonly abandon: () => Promise<void>;
}

/** Begins to write a backup at `path`, which nobody but its owner may read and which must not be there. */
export function backupWriter(path: string): BackupWriter {
  const hash = createHash('sha256');
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  // It is asked about at the next line at the latest.
  written.catch(() => {});
  let tables = 0;
  let rows = 0;

  async function write(text: string): Promise<void> {
    hash.update(text);
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), written]);
  }
  const line = (value: object): Promise<void> => write(`${JSON.stringify(value)}\n`);

  return {
    head: head => line({ format, ...head }),
    table: (table, columns) => {
      tables += 1;
      return line({ table, columns });
    },
    rows: async given => {
      rows += given.length;
      if (given.length > 0) await write(`${given.join('\n')}\n`);
    },
    sequence: (sequence, last, called) => line({ sequence, last, called }),
    secret: line,
    end: async () => {
      gzip.end(`${JSON.stringify({ end: { tables, rows, sha256: hash.digest('hex') } })}\n`);
      await written;
      return { tables, rows };
    },
    abandon: async () => {
      gzip.destroy();
      await written.catch(() => {});
    }
  };
}

/** Called now and then with how many rows were gone through; whether to go on. */
export type Onward = (rows: number) => boolean | Promise<boolean>;

/**
 * Reads a backup from its beginning to its end, and hands on each piece. Resolves to what stands in it, or to nothing where `onward` ended it. Throws
 * `wrong-backup` where it is none, is spoilt or ends too early: only after the end is it known to be whole.
 */
export async function readBackup(
  path: string,
  { onward, piece = async () => {} }: { readonly onward?: Onward; readonly piece?: (piece: Piece, head: BackupHead) => Promise<void> } = {}
): Promise<Examined | undefined> {
  const hash = createHash('sha256');
  const secrets: string[] = [];
  let head: BackupHead | undefined;
  let width = 0;
  let tables = 0;
  let rows = 0;
  let ended = false;
  let waiting: string[] = [];
  let held = 0;

  async function handOn(): Promise<void> {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    held = 0;
    await piece({ kind: 'rows', rows: batch }, head!);
  }

  async function take(bytes: Buffer): Promise<void> {
    if (ended) throw spoilt();
    const text = bytes.toString('utf8');
    if (!head) {
      hashed(hash, bytes);
      head = headIn(text);
      return;
    }
    if (bytes[0] === 91 && width > 0) {
      hashed(hash, bytes);
      rows += 1;
      held += text.length;
      waiting.push(text);
      if (waiting.length >= 1000 || held > 1 << 22) await handOn();
      return;
    }
    await handOn();
    const value = parsed(text);
    const end = endShape.safeParse(value);
    if (end.success) {
      const { end: said } = end.data;
      if (said.sha256 !== hash.digest('hex') || said.rows !== rows || said.tables !== tables) throw spoilt();
      ended = true;
      return;
    }
    hashed(hash, bytes);
    const [table, sequence, secret] = [tableShape.safeParse(value), sequenceShape.safeParse(value), secretShape.safeParse(value)];
    if (table.success) {
      tables += 1;
      width = table.data.columns.length;
      await piece({ kind: 'table', ...table.data }, head);
    } else if (sequence.success) await piece({ kind: 'sequence', ...sequence.data }, head);
    else if (secret.success) {
      secrets.push(secret.data.secret);
      await piece({ kind: 'secret', ...secret.data }, head);
    } else throw spoilt();
  }

  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const open = new PassThrough({ highWaterMark: 1 << 18 });
  const unpacked = pipeline(file, createGunzip(), open);
  unpacked.catch(() => {});
  try {
    for await (const lines of linesOf(open)) {
      for (const line of lines) await take(line);
      if (onward && !(await onward(rows))) return undefined;
    }
    await unpacked;
  } catch (error) {
    throw inWords(error, head !== undefined);
  } finally {
    file.destroy();
    open.destroy();
  }
  if (!head) throw noBackup();
  if (!ended) throw failure('wrong-backup', 'The backup ends too early: a part of it is missing. Take an older one.');
  return { head, tables, rows, secrets };
}

/** The lines of a stream, without their line feeds; what stands behind the last line feed counts as a line. However long one is, it is held. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[]> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const piece = chunk.subarray(start, end);
      lines.push(rest.length > 0 ? Buffer.concat([...rest, piece]) : piece);
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [Buffer.concat(rest)];
}

function hashed(hash: Hash, line: Buffer): void {
  hash.update(line);
  hash.update('\n');
}

function headIn(text: string): BackupHead {
  const value = parsed(text);
  const named = typeof value === 'object' && value !== null && 'format' in value ? String(value.format) : '';
  if (/^beadle-backup-\d+$/.test(named) && named !== format)
    throw failure('wrong-backup', 'The backup was written by a newer Beadle. Restore it with that one, or a later one.');
  if (named !== format) throw noBackup();
  const read = headShape.safeParse(value);
  if (!read.success) throw spoilt();
  const { made, beadle, migrations, schools, keys, keyFiles } = read.data;
  return { made, beadle, migrations, schools, keys, keyFiles };
}

/** When a file was made as a backup, whatever it is called: by its first line, gzipped or not. Nothing where it is none. Rejects where it cannot be read. */
export async function backupMade(path: string): Promise<Date | undefined> {
  const file = await open(path, 'r');
  try {
    const begun = Buffer.alloc(1 << 14);
    const { bytesRead } = await file.read(begun, 0, begun.length, 0);
    const bytes = begun.subarray(0, bytesRead);
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    // The end is not there: what can be unpacked is taken.
    const text = isZipped ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 25 }) : bytes;
    const [, made] = /^\{"format":"beadle-backup-\d+","made":"([^"]{1,40})"/.exec(text.toString('latin1', 0, 200)) ?? [];
    const moment = new Date(made ?? NaN);
    return Number.isNaN(moment.getTime()) ? undefined : moment;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(?:Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code))) return undefined;
    throw error;
  } finally {
    await file.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noBackup(): Error {
  return failure('wrong-backup', 'The file is no backup. Give one that «beadle backup» wrote.');
}

function spoilt(): Error {
  return failure('wrong-backup', 'The backup is spoilt: it is not as it was written. Take another copy of it, or an older one.');
}

/** What the unpacking says of bytes that are none of ours. */
function inWords(error: unknown, begun: boolean): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (isFailure(error) || !code.startsWith('Z_')) return error;
  if (code === 'Z_BUF_ERROR') return failure('wrong-backup', 'The backup ends too early: a part of it is missing. Take an older one.');
  return begun ? spoilt() : noBackup();
}
