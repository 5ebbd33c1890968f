import { execFile, type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { planToday } from '../../../service/jobs/plan.ts';
import { readSchool } from '../../../service/school.ts';
import { openSignatures } from '../../../service/signatures.ts';
import { built } from '../browser.ts';
import { ended, said } from './playground.ts';

/** A school whose service runs as a process of its own, as a school runs it, on a built-in database of its own. */
export interface SchoolProcess {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  /** Where the school's files lie. */
  readonly folder: string;
  /** Runs `beadle <args>` beside it, and gives what it printed. */
  readonly beadle: (...args: readonly string[]) => Promise<string>;
  /** Asks and reminds whoever is due, as the service does by itself in the mornings of school days. */
  readonly plan: () => Promise<void>;
  /** All that the service has printed. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

const run = promisify(execFile);
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
/** Where the school's pages are reached, as the service believes. */
export const schoolOrigin = 'https://beadle.school.example';

/** Builds Beadle, lays the files of a school out, takes its people over, publishes its policies, and starts the service. */
export async function schoolProcess(files: { readonly [name: string]: string }): Promise<SchoolProcess> {
  const build = built();
  // Packages are looked for beside the command.
  await symlink(modules, join(build.folder, 'node_modules'));
  const command = join(build.folder, 'beadle.mjs');
  const folder = await mkdtemp(join(tmpdir(), 'beadle-school-'));
  // The database runs as nobody where the tests run as root.
  await chmod(folder, 0o755);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const env = { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' };
  delete (env as { DATABASE_URL?: string }).DATABASE_URL;
  const beadle = async (...args: readonly string[]): Promise<string> => {
    const { stdout, stderr } = await run(process.execPath, [command, ...args], { cwd: folder, env, timeout: 60_000 });
    return stdout + stderr;
  };
  const plan = async (): Promise<void> => {
    // Whatever day it is here: the next school day, nine o'clock.
    const day = nextSchoolDay(new Date());
    const world = { cwd: folder, env, now: () => day, teams: true };
    const school = await readSchool(join(folder, 'beadle.yaml'), world);
    const { desk, settings, days, close } = await openSignatures(school, world);
    try {
      await planToday(desk, { ladder: settings.reminders, days });
    } finally {
      await close();
    }
  };
  let child: ChildProcess | undefined;
  const close = async (): Promise<void> => {
    if (child) await ended(child);
    await rm(folder, { recursive: true, force: true });
    build.gone();
  };
  try {
    child = spawn(process.execPath, [command, 'serve'], { cwd: folder, env: { ...env, PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => void (printed += String(data)));
    const [, port] = await said(child, /http:\/\/localhost:(\d+)[\s\S]*The database is/, 'the service');
    // Beside the service, as a school does it: what is new is there at once.
    await beadle('people', 'import', '--yes');
    await beadle('publish', '--yes');
    return { url: `http://127.0.0.1:${port}`, folder, beadle, plan, log: () => printed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function nextSchoolDay(now: Date): Date {
  const day = new Date(now);
  do day.setUTCDate(day.getUTCDate() + 1);
  while ([0, 6].includes(day.getUTCDay()));
  day.setUTCHours(9, 0, 0, 0);
  return day;
}
