import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileNames } from '../example.ts';
import { failure, fileFailure } from '../failure.ts';
import { writeSecret } from '../secret-file.ts';
import { textOf } from '../text.ts';
import { begunYaml, parsedEnv, type Plan, secretsFile } from './plan.ts';
import type { Start } from './questions.ts';

/** The files of a school as they are before anything is answered. */
export interface Found {
  readonly start: Start;
  /** The path of `beadle.yaml`. */
  readonly file: string;
  readonly envBefore: string | undefined;
  /** The environment with what stands in `beadle.env`; the environment goes before it. */
  readonly env: { readonly [name: string]: string | undefined };
}

/** Reads what is there. Throws a `Failure` where a file may not be read. */
export async function found(file: string, env: Found['env']): Promise<Found> {
  const folder = dirname(file);
  const own = await read(file);
  const envBefore = await read(join(folder, secretsFile));
  const kept = {
    ...parsedEnv(envBefore),
    ...Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  };
  const secrets = Object.keys(kept).filter(name => kept[name]);
  return { start: { folder, yaml: own ?? begunYaml(), own: own !== undefined, secrets }, file, envBefore, env: kept };
}

async function read(path: string): Promise<string | undefined> {
  try {
    return textOf(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw fileFailure(error, path);
  }
}

/** What was written, by name; `copy` is where the old `beadle.yaml` lies. */
export interface Wrote {
  readonly files: readonly string[];
  readonly copy?: string;
}

/**
 * Writes a plan. Each file is old or new and never half of it, whenever this is broken off: secrets first, then the copy of the old `beadle.yaml`, then the new
 * one, so that a file never names what is not there. Throws a `Failure` where somebody changed `beadle.yaml` in between.
 */
export async function writePlan(plan: Plan, { file, envBefore }: Found, now: Date): Promise<Wrote> {
  const folder = dirname(file);
  const files: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    if ((await read(file)) !== plan.before || (await read(join(folder, secretsFile))) !== envBefore)
      throw failure(
        'file-exists',
        'Somebody changed beadle.yaml or beadle.env meanwhile, and nothing was written. Begin again: your answers start from what is there.'
      );
    if (plan.env !== undefined) {
      // Before the secrets are there, so that no moment lets them into a repository.
      if (await ignored(folder)) files.push('.gitignore');
      await writeSecret(join(folder, secretsFile), plan.env, 'instead');
      files.push(secretsFile);
    }
    if (plan.before === plan.yaml) return { files };
    let copy: string | undefined;
    if (plan.before !== undefined) {
      copy = `${fileNames.config}.${now.toISOString().slice(0, 19).replaceAll(':', '')}`;
      await whole(join(folder, copy), plan.before);
    }
    await whole(file, plan.yaml);
    files.push(fileNames.config);
    return { files, ...(copy !== undefined && { copy }) };
  } catch (error) {
    throw fileFailure(error, folder);
  }
}

/** Writes a file beside its place, brings it to the disk, and gives it its name in one step. */
async function whole(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(beside, 'wx', 0o644);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Keeps the secrets out of a git repository, where there is one; whether that changed anything. */
async function ignored(folder: string): Promise<boolean> {
  let above = folder;
  while (!existsSync(join(above, '.git'))) {
    if (dirname(above) === above) return false;
    above = dirname(above);
  }
  const path = join(folder, '.gitignore');
  const text = (await read(path)) ?? '';
  if (text.split('\n').some(line => ['beadle.env', '/beadle.env', '*.env'].includes(line.trim()))) return false;
  await whole(path, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}/beadle.env\n`);
  return true;
}
