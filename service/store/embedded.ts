import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { failure, fileFailure } from '../failure.ts';
import { programsIn, reachable, runsAs } from './embedded-programs.ts';

/** Where a PostgreSQL server is, as `pg` takes it. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

/** A PostgreSQL server that runs beside this process. Several processes on one machine share it; the last to let go of it stops it. */
export interface Embedded {
  readonly address: Address;
  /** The process id of the server, for those who must know that it is gone. */
  readonly pid: number;
  /** The folder in which its data lies. */
  readonly folder: string;
  /** `started` by us; `joined`: it ran already, for another process or left over from one that was killed. */
  readonly how: 'started' | 'joined';
  /** Starts it again, at the same address, where it ended by itself: the machine was short of memory, or somebody killed it. */
  readonly revive: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** How it is reached: by a Unix socket; by TCP on this machine alone where Node knows no such sockets. */
type Way = 'socket' | 'tcp';

/** What is written down about a running server, so that others may join it. */
interface Running {
  readonly programs: string;
  readonly way: Way;
  readonly host: string;
  readonly port: number;
}

const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '32MB',
  // A process takes twenty at most, and every command a few.
  max_connections: '200',
  max_wal_size: '256MB',
  io_method: 'sync',
  // Statements and the values in them are personal data.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse'
};

/**
 * Starts the PostgreSQL that npm installed on the data in `folder`, or joins the one that runs there. It writes to the disk before it acknowledges. Throws
 * `no-database` with a sentence where there is none for this machine or it does not start.
 */
export async function startEmbedded(folder: string, way: Way = process.platform === 'win32' ? 'tcp' : 'socket'): Promise<Embedded> {
  const root = placeOf(resolve(folder));
  try {
    mkdirSync(join(root, 'users'), { recursive: true });
    if (runsAs.uid !== undefined) chownSync(root, runsAs.uid, runsAs.gid!);
  } catch (error) {
    throw fileFailure(error, root);
  }
  const mine = join(root, 'users', `${process.pid}-${randomBytes(4).toString('hex')}`);
  const { running, how } = await exclusively(root, async () => {
    writeFileSync(mine, '');
    try {
      return await joinedOrStarted(root, way);
    } catch (error) {
      rmSync(mine, { force: true });
      throw error;
    }
  });
  return {
    address: addressOf(running, root),
    pid: pidIn(root)!,
    folder: root,
    how,
    revive: async () => {
      if (alive(root)) return;
      await exclusively(root, async () => {
        if (existsSync(mine)) await joinedOrStarted(root, way);
      });
    },
    stop: () =>
      exclusively(root, async () => {
        if (!existsSync(mine)) return;
        rmSync(mine);
        if (users(root) === 0) await ended(root);
      })
  };
}

/** The folder itself; where PostgreSQL's own user may not enter it, one that it may, which belongs to that folder alone. */
function placeOf(folder: string): string {
  if (reachable(resolve(folder, '..'))) return folder;
  return join('/var/lib/beadle', createHash('sha256').update(folder).digest('hex').slice(0, 16));
}

async function joinedOrStarted(root: string, way: Way): Promise<{ running: Running; how: Embedded['how'] }> {
  const programs = programsIn(root);
  const known = runningIn(root);
  if (alive(root)) {
    // One that another version left over is stopped, and ours started.
    const good = known !== undefined && (known.programs === programs || users(root) > 1);
    if (good && (await answers(addressOf(known, root), () => alive(root)))) return { running: known, how: 'joined' };
    await ended(root);
  }
  initialised(root, programs);
  rmSync(join(dataIn(root), 'postmaster.pid'), { force: true });
  const running: Running = {
    programs,
    way,
    ...(way === 'tcp'
      ? { host: '127.0.0.1', port: known?.way === 'tcp' ? known.port : await freePort() }
      : { host: socketsOf(root), port: 5432 })
  };
  const child = started(root, running);
  writeFileSync(join(root, 'running.json'), JSON.stringify(running));
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  if (await answers(addressOf(running, root), () => !gone())) return { running, how: 'started' };
  if (!gone()) child.kill('SIGQUIT');
  throw failure(
    'no-database',
    `The built-in database does not start. ${join(root, 'postgres.log')} says why; DATABASE_URL names a server instead.`
  );
}

/** Makes an empty database, once. It is written beside its place and moved there whole, so that an interrupted start never looks like a finished one. */
function initialised(root: string, programs: string): void {
  const data = dataIn(root);
  if (existsSync(data)) return;
  const half = `${data}.half`;
  rmSync(half, { recursive: true, force: true });
  const password = join(root, 'password');
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (runsAs.uid !== undefined) chownSync(password, runsAs.uid, runsAs.gid!);
  const how = ['--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${password}`, '--data-checksums'];
  const letters = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const made = spawnSync(program(programs, 'initdb'), ['-D', half, '-U', user, ...how, ...letters], {
    ...runsAs,
    cwd: root,
    encoding: 'utf8',
    windowsHide: true
  });
  if (made.status !== 0) {
    writeFileSync(join(root, 'postgres.log'), `${made.error?.message ?? made.stderr}\n`, { flag: 'a' });
    throw failure(
      'no-database',
      `The built-in database could not be set up. ${join(root, 'postgres.log')} says why; DATABASE_URL names a server instead.`
    );
  }
  renameSync(half, data);
  flushed(root);
}

function started(root: string, { programs, way, host, port }: Running): ChildProcess {
  const log = join(root, 'postgres.log');
  const much = existsSync(log) && statSync(log).size > 1024 * 1024;
  const out = openSync(log, much ? 'w' : 'a', 0o600);
  const listening =
    way === 'tcp' ? { listen_addresses: host, unix_socket_directories: '' } : { listen_addresses: '', unix_socket_directories: host };
  const options = Object.entries({ ...settings, ...listening, port: String(port), unix_socket_permissions: '0700' });
  const child = spawn(
    program(programs, 'postgres'),
    ['-D', dataIn(root), ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...runsAs,
      cwd: root,
      // Ctrl-C reaches every process of a terminal: the server must not go before those who still write.
      detached: true,
      windowsHide: true,
      stdio: ['ignore', out, out]
    }
  );
  closeSync(out);
  child.on('error', () => {});
  child.unref();
  return child;
}

/** Stops the server that runs on this data, and waits until it is gone. */
async function ended(root: string): Promise<void> {
  const pid = pidIn(root);
  if (pid === undefined) return;
  for (let waited = 0; alive(root); waited += 10) {
    if (waited === 0) signal(pid, 'SIGINT');
    if (waited === 10_000) signal(pid, 'SIGQUIT');
    if (waited > 20_000)
      throw failure('no-database', `Another PostgreSQL (process ${pid}) uses «${root}» and does not stop. Stop it and try again.`);
    await pause(10);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Whether a PostgreSQL runs on this data. A lock may be old, and its process id may be another program's by now. */
function alive(root: string): boolean {
  const pid = pidIn(root);
  if (pid === undefined || !lives(pid)) return false;
  const data = dataIn(root);
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')) return false;
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
    } catch {
      return false;
    }
  }
  if (process.platform === 'win32') return true;
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout.includes(data);
}

/** Whether a process of this machine lives. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function pidIn(root: string): number | undefined {
  const pid = Number(contentOf(join(dataIn(root), 'postmaster.pid'))?.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function runningIn(root: string): Running | undefined {
  try {
    return JSON.parse(contentOf(join(root, 'running.json')) ?? '') as Running;
  } catch {
    return undefined;
  }
}

/** How many processes that still live use the server; those that were killed are struck off. */
function users(root: string): number {
  const names = readdirSync(join(root, 'users'));
  const left = names.filter(name => lives(Number(name.split('-')[0])));
  for (const name of names) if (!left.includes(name)) rmSync(join(root, 'users', name), { force: true });
  return left.length;
}

const user = 'beadle';

function addressOf({ way, host, port }: Running, root: string): Address {
  return { host, port, user, database: 'postgres', ...(way === 'tcp' ? { password: contentOf(join(root, 'password')) ?? '' } : {}) };
}

/** Waits until it takes connections. False where it does not, or `goesOn` says no. */
async function answers(address: Address, goesOn: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < 60_000 && goesOn(); waited += 20) {
    const client = new pg.Client({ ...address, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await client.end().catch(() => {});
      await pause(20);
    }
  }
  return false;
}

function socketsOf(root: string): string {
  // The path of a socket has 107 bytes at most, the name of the socket among them.
  const near = join(root, 's');
  const far = join(tmpdir(), `beadle-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  const folder = Buffer.byteLength(near) < 80 ? near : far;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runsAs.uid !== undefined) chownSync(folder, runsAs.uid, runsAs.gid!);
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function dataIn(root: string): string {
  return join(root, 'pg18');
}

function program(programs: string, name: string): string {
  return join(programs, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function flushed(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Runs `work` while no other process does so for the same folder. A lock whose holder was killed does not count. */
async function exclusively<T>(root: string, work: () => Promise<T>): Promise<T> {
  const lock = join(root, 'lock');
  const mine = `${process.pid} ${randomBytes(8).toString('hex')}`;
  for (let waited = 0; ; waited += 20) {
    try {
      writeFileSync(lock, mine, { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw fileFailure(error, lock);
      const holder = contentOf(lock);
      const pid = Number(holder?.split(' ')[0]);
      if (holder !== undefined && (holder === '' ? waited > 2000 : !lives(pid))) freed(lock, holder);
      if (waited > 120_000)
        throw failure('no-database', `Process ${pid} is starting the database in «${root}» and does not get on. Stop it and try again.`);
      await pause(20);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes away the lock of somebody who is gone; puts it back where another took it in the same instant. */
function freed(lock: string, holder: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (contentOf(aside) !== holder) linkSync(aside, lock);
    rmSync(aside, { force: true });
  } catch {
    // Another process was faster.
  }
}
