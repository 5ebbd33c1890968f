import { execFile, type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { built } from '../browser.ts';
import { ended, freePort, said } from './playground.ts';

/** A school whose service runs as a process of its own, as a school runs it, on a built-in database of its own. */
export interface SchoolProcess {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  /** Where its pages are reached, as it believes. */
  readonly origin: string;
  /** Runs `beadle <args>` beside it, and gives what it printed. */
  readonly beadle: (...args: readonly string[]) => Promise<string>;
  /** All that the service has printed. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

const run = promisify(execFile);
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
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
  let child: ChildProcess | undefined;
  const close = async (): Promise<void> => {
    if (child) await ended(child);
    await rm(folder, { recursive: true, force: true });
    build.gone();
  };
  try {
    const port = await freePort();
    child = spawn(process.execPath, [command, 'serve', '--port', String(port)], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => void (printed += String(data)));
    await said(child, /The database is/, 'the service');
    // Beside the service, as a school does it: what is new is there at once.
    await beadle('people', 'import', '--yes');
    await beadle('publish', '--yes');
    return { url: `http://127.0.0.1:${port}`, origin: schoolOrigin, beadle, log: () => printed, close };
  } catch (error) {
    await close();
    throw error;
  }
}
