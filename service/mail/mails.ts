import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Message } from '../../core/mail/message.ts';
import { type Failure, failure, fileFailure, isFailure } from '../failure.ts';
import { readEml } from './eml.ts';
import { readRow } from './jsonl.ts';
import { linesOf } from './lines.ts';
import { splitMbox } from './mbox.ts';
import { type Conversations, conversations } from './thread.ts';

/** One mail, or why it could not be read. `id` is its path, its path and number (`inbox.mbox#3`), or what its row calls itself. */
export type Mail = { readonly id: string; readonly message: Message } | { readonly id: string; readonly unread: Failure };

/** Where mail comes from. */
export interface Sources {
  /** Files and folders as the person wrote them; `-` is standard input. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Told how many bytes were read, as they are read. */
  readonly onBytes?: (count: number) => void;
}

type Format = 'eml' | 'mbox' | 'jsonl';

const largestEml = 150 * 1024 * 1024;
const longestRow = 64 * 1024 * 1024;

/**
 * Reads every mail of these sources, one after the other: .eml, .mbox and .jsonl files, and folders with all that lies in them. What cannot be
 * read is handed on as such, in its place, and the rest is still read. Memory does not grow with the number of mails.
 */
export async function* mailsIn(sources: Sources): AsyncGenerator<Mail> {
  const seen = conversations();
  for (const path of sources.paths) {
    if (path === '-') yield* mailsOf('stdin', undefined, counted(sources.stdin, sources), seen);
    else yield* mailsAt(path, sources, seen);
  }
}

/** How many bytes there are to read, as far as this can be known beforehand: standard input and what may not be opened count as none. */
export async function bytesIn({ paths, cwd }: Sources): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    if (path === '-') continue;
    const found = await stat(resolve(cwd, path)).catch(() => undefined);
    if (found?.isDirectory()) {
      for await (const inside of filesIn(path, cwd, new Set())) {
        if ('file' in inside) bytes += (await stat(resolve(cwd, inside.file)).catch(() => undefined))?.size ?? 0;
      }
    } else bytes += found?.size ?? 0;
  }
  return bytes;
}

async function* mailsAt(path: string, sources: Sources, seen: Conversations): AsyncGenerator<Mail> {
  try {
    const found = await stat(resolve(sources.cwd, path));
    if (!found.isDirectory()) {
      yield* fileMails(path, sources, seen);
      return;
    }
    let files = 0;
    for await (const inside of filesIn(path, sources.cwd, new Set())) {
      files += 1;
      if ('file' in inside) yield* fileMails(inside.file, sources, seen);
      else yield { id: inside.folder, unread: inside.unread };
    }
    if (files === 0) yield { id: path, unread: failure('wrong-mail', 'There is no .eml, .mbox or .jsonl file in this folder.') };
  } catch (error) {
    yield { id: path, unread: known(error, path) };
  }
}

type Inside = { readonly file: string } | { readonly folder: string; readonly unread: Failure };

/** The mail files in a folder and in the folders in it, in the order of their names; a folder that was met already is not entered again. */
async function* filesIn(folder: string, cwd: string, entered: Set<string>): AsyncGenerator<Inside> {
  try {
    const real = await realpath(resolve(cwd, folder));
    if (entered.has(real)) return;
    entered.add(real);
    const names = (await readdir(real)).sort();
    for (const name of names) {
      const path = join(folder, name);
      const found = await stat(resolve(cwd, path)).catch(() => undefined);
      if (found?.isDirectory()) yield* filesIn(path, cwd, entered);
      else if (formatOf(name) || isOutlooks(name) || (await isBareMbox(name, resolve(cwd, path)))) yield { file: path };
    }
  } catch (error) {
    yield { folder, unread: known(error, folder) };
  }
}

async function* fileMails(path: string, sources: Sources, seen: Conversations): AsyncGenerator<Mail> {
  try {
    yield* mailsOf(
      path,
      formatOf(path),
      counted(createReadStream(resolve(sources.cwd, path), { highWaterMark: 256 * 1024 }), sources),
      seen
    );
  } catch (error) {
    yield { id: path, unread: known(error, path) };
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, { onBytes }: Sources): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (onBytes) onBytes(chunk.length);
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
}

function formatOf(name: string): Format | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  switch (ending) {
    case 'eml':
      return 'eml';
    case 'mbox':
    case 'mbx':
      return 'mbox';
    case 'jsonl':
    case 'ndjson':
      return 'jsonl';
    default:
      return undefined;
  }
}

/** What Outlook saves and Beadle cannot read: in a folder it is named, not passed over. */
function isOutlooks(name: string): boolean {
  return /\.(?:msg|pst|ost)$/i.test(name);
}

/** Whether a file without an ending is a mailbox, as Thunderbird and Unix keep them. */
async function isBareMbox(name: string, path: string): Promise<boolean> {
  if (name.includes('.')) return false;
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0);
    return buffer.toString('latin1', 0, bytesRead) === 'From ';
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** What a file without a telling name holds, by how it begins. */
function formatBy(first: Uint8Array): Format {
  const begins = Buffer.from(first.subarray(0, 200))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  return begins.startsWith('{') ? 'jsonl' : begins.startsWith('From ') ? 'mbox' : 'eml';
}

async function* mailsOf(
  name: string,
  format: Format | undefined,
  chunks: AsyncGenerator<Uint8Array>,
  seen: Conversations
): AsyncGenerator<Mail> {
  const first = await chunks.next();
  const all = rejoined(first, chunks);
  switch (format || formatBy(first.done ? new Uint8Array() : first.value)) {
    case 'eml':
      yield await one(name, async () => readEml(await wholeOf(all), seen));
      return;
    case 'mbox': {
      let number = 0;
      for await (const { bytes, line } of splitMbox(all)) {
        number += 1;
        yield await one(`${name}#${number}`, () => {
          if (!bytes) throw failure('wrong-mail', `The mail that begins in line ${line} is larger than 100 MB.`);
          return readEml(bytes, seen);
        });
      }
      if (number === 0) throw failure('wrong-mail', 'The file is empty.');
      return;
    }
    case 'jsonl':
      yield* rowsOf(name, all, seen);
  }
}

async function* rejoined(first: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* rowsOf(name: string, chunks: AsyncIterable<Uint8Array>, seen: Conversations): AsyncGenerator<Mail> {
  let number = 0;
  let rows = 0;
  let parts: Buffer[] = [];
  let size = 0;
  const row = async (): Promise<Mail | undefined> => {
    const text =
      size > longestRow
        ? undefined
        : Buffer.concat(parts)
            .toString('utf8')
            .replace(/^\ufeff/, '');
    parts = [];
    size = 0;
    if (text !== undefined && text.trim() === '') return undefined;
    rows += 1;
    return one(`${name}, line ${number}`, () => {
      if (text === undefined) throw failure('wrong-mail', 'The line is longer than 64 MB.');
      const read = readRow(text, seen);
      return { ...read, id: read.id || `${name}, line ${number}` };
    });
  };
  for await (const lines of linesOf(chunks)) {
    for (const { bytes, opens } of lines) {
      if (opens) {
        if (number > 0) {
          const before = await row();
          if (before) yield before;
        }
        number += 1;
      }
      size += bytes.length;
      if (size <= longestRow) parts.push(bytes);
      else parts = [];
    }
  }
  const last = await row();
  if (last) yield last;
  if (rows === 0) throw failure('wrong-mail', 'The file is empty.');
}

/** One mail by its id; whatever went wrong with it stays with it. */
async function one(id: string, read: () => Promise<Message> | Message | { readonly id: string; readonly message: Message }): Promise<Mail> {
  try {
    const mail = await read();
    return 'message' in mail ? mail : { id, message: mail };
  } catch (error) {
    return { id, unread: known(error, id) };
  }
}

async function wholeOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > largestEml) throw failure('wrong-mail', 'The file is larger than 150 MB, which no mail server would carry.');
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** The failure that the person is told. An error that is none of ours may quote the mail, so its words are dropped. */
function known(error: unknown, path: string): Failure {
  const told = fileFailure(error, path);
  return isFailure(told) ? told : failure('wrong-mail', 'Beadle could not read this mail. That is a fault of ours: please report it.');
}
