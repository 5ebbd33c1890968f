import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase, openShared, type Shared } from '../../service/store/database.ts';
import { type Embedded, startEmbedded } from '../../service/store/embedded.ts';
import { begun } from '../../service/store/ledger.ts';

/** An empty database of its own, with the tables in it and one school. */
export interface TestDatabase extends Database {
  /** The same as another school sees it. */
  readonly of: Shared['of'];
  /** As no school sees it. */
  readonly across: Shared['across'];
  /** Its address, for a process of its own. */
  readonly url: string;
}

/** The id of the school that is in it. */
export const school = 'school.example';

interface Server {
  readonly url: string;
  readonly embedded?: Embedded;
  readonly folder?: string;
}

let server: Promise<Server & { readonly template: string }> | undefined;
const empty: string[] = [];
const made: { readonly name: string; readonly database: TestDatabase }[] = [];

/**
 * A fresh database with an example school: on the server that BEADLE_TEST_DATABASE_URL names, else on one built-in server that is started when the first
 * test asks for it and stopped after the last. It is taken away with the rest at the end.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const { url, template } = await (server ??= started().then(withTemplate));
  const name = newName();
  await asAdministrator(url, `create database ${name} template ${template}`);
  const own = withDatabase(url, name);
  const opened = await openShared({ url: own, folder: '' });
  let closed: Promise<void> | undefined;
  const database = { ...opened, db: opened.of(school).db, url: own, close: () => (closed ??= opened.close()) };
  made.push({ name, database });
  return database;
}

/** The address of a database in which nothing was made yet. It is taken away with the rest at the end. */
export async function emptyDatabase(): Promise<string> {
  const { url } = await (server ??= started().then(withTemplate));
  const name = newName();
  await asAdministrator(url, `create database ${name}`);
  empty.push(name);
  return withDatabase(url, name);
}

/** A statement in the rights of the server's administrator. */
export async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database with the tables in it, of which copies are made: that is much sooner done than making the tables anew. */
async function withTemplate(begunServer: Server): Promise<Server & { readonly template: string }> {
  const template = newName();
  await asAdministrator(begunServer.url, `create database ${template}`);
  const { db, close } = await openDatabase({ url: withDatabase(begunServer.url, template), folder: '' }, school);
  await begun(db, { id: school, name: 'Example Primary School' });
  await close();
  return { ...begunServer, template };
}

function newName(): string {
  return `beadle_test_${randomBytes(6).toString('hex')}`;
}

async function started(): Promise<Server> {
  const named = process.env['BEADLE_TEST_DATABASE_URL'];
  if (named) return { url: named };
  const folder = mkdtempSync(join(tmpdir(), 'beadle-db-'));
  const embedded = await startEmbedded(folder);
  const { host, port, user, database, password } = embedded.address;
  const who = password === undefined ? user : `${user}:${password}`;
  const url = host.startsWith('/')
    ? `postgresql://${who}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgresql://${who}@${host}:${port}/${database}`;
  return { url, embedded, folder };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return String(changed);
}

async function ended(): Promise<void> {
  if (!server) return;
  const { url, embedded, folder, template } = await server;
  server = undefined;
  await Promise.all(made.map(({ database }) => database.close()));
  if (!embedded)
    for (const name of [template, ...empty, ...made.map(each => each.name)])
      await asAdministrator(url, `drop database if exists ${name} with (force)`);
  await embedded?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}

// Every test file is read before the first test runs, so this hook belongs to the whole run.
after(ended);
