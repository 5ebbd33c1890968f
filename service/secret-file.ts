import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { failure, fileFailure } from './failure.ts';
import { placed } from './placed.ts';

/** A file that nobody but its owner may read, or nothing where it is not there. Throws a `Failure` where others may read it. */
export async function readSecret(path: string): Promise<string | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    // Windows has no such bits; there the folder's own rights count.
    if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) {
      throw failure('file-forbidden', `«${path}» may be read by others on this machine. Run: chmod 600 ${path}`);
    }
    return text;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw fileFailure(error, path);
  }
}

/**
 * Writes such a file: beside its place first, so that a power cut leaves the old one or the new one and never half of it. `first`: where one is there
 * already, because another process that began at the same moment made it, that one stays.
 */
export async function writeSecret(path: string, text: string, place: 'first' | 'instead'): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await (place === 'first' ? placed : rename)(beside, path);
  } catch (error) {
    if (place === 'instead' || !isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
