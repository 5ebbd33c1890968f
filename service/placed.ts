import { link, open, rename, rm } from 'node:fs/promises';

/**
 * Gives a whole file its name, where nothing has that name yet; `EEXIST` otherwise. A link does both in one step. File servers and memory sticks that know
 * no links get the name reserved first.
 */
export async function placed(whole: string, path: string, linked: typeof link = link): Promise<void> {
  try {
    await linked(whole, path);
    await rm(whole);
  } catch (error) {
    if (!isWithoutLinks(error)) throw error;
    await (await open(path, 'wx', 0o600)).close();
    await rename(whole, path);
  }
}

function isWithoutLinks(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(String(error.code));
}
