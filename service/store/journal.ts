import { mkdir, open, readdir, readFile, rename, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files to which lines are only ever added. What was acknowledged is on the disk and survives the end of the process and a power cut. */
export interface Journal {
  /** Adds values to a file, each as one line of JSON. Resolves once they are on the disk; rejects where they are perhaps not, then add them again. */
  readonly add: (file: string, values: readonly object[]) => Promise<void>;
  /** Takes away the lines of a file that `stays` does not accept, those cut short too; gives how many. Broken off anywhere, the file is as before or as after. */
  readonly thin: (file: string, stays: (value: unknown) => boolean) => Promise<number>;
  /** Every line of the files whose name `which` accepts, in the order of their names, as it was added. A line cut short by a power cut is left out. */
  readonly read: (which: (file: string) => boolean) => AsyncIterable<unknown>;
  /** The bytes of those files, all together: more as soon as something was added. */
  readonly size: (which: (file: string) => boolean) => Promise<number>;
}

interface Waiting {
  readonly file: string;
  readonly text: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** The journal in this folder, which is made with the first line. One process at a time may add to one file. */
export function journalIn(folder: string): Journal {
  let waiting: Waiting[] = [];
  const thinning: (() => Promise<void>)[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0 || thinning.length > 0) {
      // Never while a line is on its way into the same file.
      const first = thinning.shift();
      if (first) {
        await first();
        continue;
      }
      const { file } = waiting[0]!;
      // Whoever came while the disk was busy shares the next wait for it.
      const batch = waiting.filter(each => each.file === file);
      waiting = waiting.filter(each => each.file !== file);
      try {
        await append(join(folder, file), batch.map(({ text }) => text).join(''));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = false;
  }

  return {
    add: (file, values) =>
      values.length === 0
        ? Promise.resolve()
        : new Promise((done, failed) => {
            waiting.push({ file, text: values.map(value => `${JSON.stringify(value)}\n`).join(''), done, failed });
            if (!writing) void write();
          }),
    thin: (file, stays) =>
      new Promise((done, failed) => {
        thinning.push(async () => {
          try {
            done(await thinned(join(folder, file), stays));
          } catch (error) {
            failed(error as Error);
          }
        });
        if (!writing) void write();
      }),
    read: which => linesIn(folder, which),
    size: async which => {
      const sizes = (await namesIn(folder)).filter(which).map(async name => (await stat(join(folder, name))).size);
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    }
  };
}

async function append(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    // A line that a power cut or a full disk cut short must not swallow the next one.
    const cut = size > 0 && (await lastByte(file, size)) !== newline;
    await file.writeFile(cut ? `\n${text}` : text);
    await file.datasync();
    if (size === 0) await synced(dirname(path));
  } finally {
    await file.close();
  }
}

async function thinned(path: string, stays: (value: unknown) => boolean): Promise<number> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter(line => line !== '');
  const kept = lines.filter(line => {
    const value = parsed(line);
    return value !== undefined && stays(value);
  });
  if (kept.length === lines.length) return 0;
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(kept.map(line => `${line}\n`).join(''));
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await synced(dirname(path));
  return lines.length - kept.length;
}

const newline = 10;

async function lastByte(file: FileHandle, size: number): Promise<number | undefined> {
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0];
}

/** The name of a new file is on the disk only once its folder is. */
async function synced(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* linesIn(folder: string, which: (file: string) => boolean): AsyncIterable<unknown> {
  for (const name of (await namesIn(folder)).filter(which).sort()) {
    const file = await open(join(folder, name), 'r');
    try {
      for await (const line of file.readLines({ encoding: 'utf8' })) {
        const value = parsed(line);
        if (value !== undefined) yield value;
      }
    } finally {
      await file.close();
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
