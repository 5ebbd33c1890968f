import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { audiences } from '../core/mail/policy.ts';
import type { Directory } from './directory.ts';
import { failure } from './failure.ts';
import { readSecret, writeSecret } from './secret-file.ts';

const shape = z.object({
  /** When what is in it was last taken over, ISO 8601. */
  at: z.string(),
  directory: z.record(
    z.string(),
    z.array(
      z.object({
        audience: z.enum(audiences.filter(audience => audience !== 'outsider')),
        name: z.string().optional(),
        household: z.string().optional()
      })
    )
  )
});

/** What the sources say of who is who, copied out of the database: mail is judged by it without one. */
export interface DirectoryCopy {
  readonly at: string;
  readonly directory: Directory;
}

/** Where the copy lies in a school's folder. */
export function copyIn(folder: string): string {
  return join(folder, 'data', 'directory.json');
}

/** The copy in a school's folder, or nothing where none was made yet. Throws a `Failure` where it cannot be used: nobody shall seem a stranger for that. */
export async function readCopy(folder: string): Promise<DirectoryCopy | undefined> {
  const path = copyIn(folder);
  const text = await readSecret(path);
  if (text === undefined) return undefined;
  const read = shape.safeParse(parsed(text));
  if (!read.success) throw failure('wrong-directory', `«${path}» is damaged. Delete it, and «beadle directory» writes it anew.`);
  return read.data as DirectoryCopy;
}

/** Writes the copy, for its owner alone, whole or not at all. */
export async function writeCopy(folder: string, copy: DirectoryCopy): Promise<void> {
  const path = copyIn(folder);
  await mkdir(dirname(path), { recursive: true });
  await writeSecret(path, JSON.stringify(copy), 'instead');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
