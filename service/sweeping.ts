import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '../core/dates.ts';
import type { Config } from './config.ts';

/** Days for which what stands in files is kept, where the school says nothing else. */
export const defaultDays = 90;

/** From before which day on what stands in files goes: `YYYY-MM-DD`. */
export function lastKept({ mail }: Pick<Config, 'mail'>, now: Date): string {
  return addDays(now.toISOString().slice(0, 10), -(mail.retention ?? defaultDays));
}

/**
 * Takes away the files of months that ended before the day `kept` (what was seen in mail, and what was sent anyway), and the mails in `outbox` that are older.
 * Gives how many files. What somebody else took away meanwhile is gone as well.
 */
export async function sweepFiles({
  data,
  outbox,
  kept
}: {
  /** The folder `data` beside `beadle.yaml`. */
  readonly data: string;
  readonly outbox?: string;
  readonly kept: string;
}): Promise<number> {
  const months = (await namesIn(data)).filter(name => {
    const [, month] = /^(?:records|sent)-(\d{4}-\d\d)\.jsonl$/.exec(name) ?? [];
    return month !== undefined && month < kept.slice(0, 7);
  });
  const mails: string[] = [];
  if (outbox !== undefined) {
    for (const name of await namesIn(outbox)) {
      if (!/\.eml(?:\.part)?$/.test(name)) continue;
      const changed = await stat(join(outbox, name)).then(
        ({ mtime }) => mtime.toISOString().slice(0, 10),
        () => kept
      );
      if (changed < kept) mails.push(join(outbox, name));
    }
  }
  const old = [...months.map(name => join(data, name)), ...mails];
  for (const path of old) await rm(path, { force: true });
  return old.length;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}
