import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { fileFailure } from './failure.ts';

/** Which rules a run of `beadle gmail apply` has put into the log that did not come to its end: nobody has looked at them there. */
export interface Begun {
  readonly rules: readonly string[];
  /** Remembers them; none: the run came to its end. Throws a `Failure` where that cannot be kept. */
  readonly keep: (rules: readonly string[]) => Promise<void>;
}

const file = join('data', 'gmail-begun.json');
const shape = z.array(z.string());

/** What was begun at the school whose files lie in `folder`. A file that cannot be read any more counts as none. */
export async function begunIn(folder: string): Promise<Begun> {
  const path = join(folder, file);
  const rules = await readFile(path, 'utf8')
    .then(text => shape.safeParse(JSON.parse(text)).data ?? [])
    .catch((): readonly string[] => []);
  return {
    rules,
    keep: async begun => {
      try {
        if (begun.length === 0) return await rm(path, { force: true });
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeFile(path, `${JSON.stringify(begun)}\n`);
      } catch (error) {
        throw fileFailure(error, path);
      }
    }
  };
}
