import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Vendor } from '../core/tenant/snapshot.ts';
import type { DirectoryReader, Sorting, SourceReading } from '../graph/directory.ts';
import { googleDirectory } from '../graph/google/directory/index.ts';
import type { Right } from '../graph/part.ts';
import { microsoftDirectory } from '../graph/microsoft/directory/index.ts';
import type { Config } from './config.ts';
import type { Sources } from './config-sources.ts';
import type { Directory } from './directory.ts';
import { readCopy, writeCopy } from './directory-copy.ts';
import { type Differences, differencesOf, directoryOfRows, isSudden, type KeptRow, rowsAfter } from './directory-merge.ts';
import { withEntraIds } from './directory-people.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { failure } from './failure.ts';
import type { School } from './school.ts';
import { folderOf, idOf } from './signatures.ts';
import { type DirectoryStore, directoryIn, type SourceState } from './store/directory.ts';
import { type Database, databaseFor, type Shared } from './store/database.ts';
import { inTurn } from './store/in-turn.ts';
import { begun } from './store/ledger.ts';
import { peopleOf } from './store/people.ts';
import { type Outside, wayTo } from './tenants.ts';

/** What is needed to know who is who at a school. */
export interface WhoIsWho {
  readonly config: Config;
  readonly sources: Sources;
  readonly id: string;
  readonly environment: Environment;
  readonly database: Database;
  readonly store: DirectoryStore;
  /** The folder of the school's files. */
  readonly folder: string;
  readonly now: () => Date;
  readonly close: () => Promise<void>;
}

/** What a source said this time. */
export interface SourceResult {
  readonly source: string;
  /** `held`: so many are gone that it was not believed; `unread`: why not is in `why`. What was known stays with both. */
  readonly outcome: SourceState['outcome'];
  readonly why?: Extract<SourceReading, { unread: unknown }>['unread'];
  readonly lacks?: string;
  /** How many people it knows, as they count now. */
  readonly people: number;
  /** Of whoever it held back: how many would be gone. */
  readonly missing?: number;
  /** What it gave that could not be used. */
  readonly doubts: number;
}

/** What became of one reading. */
export interface Synced {
  readonly sources: readonly SourceResult[];
  readonly differences: Differences;
  readonly directory: Directory;
  /** Sources that the school does not name any more, and that were forgotten. */
  readonly forgotten: readonly string[];
  /** How many of those who sign were tied to their account, so that Teams knows who speaks. */
  readonly tied: number;
}

/** The same on a database that is open already; closing it is its owner's. */
export function whoIsWhoOn(
  school: School,
  { id, environment, database, folder, now }: Pick<WhoIsWho, 'id' | 'environment' | 'database' | 'folder' | 'now'>
): WhoIsWho {
  const { config } = school;
  if (school.file === undefined || !config.sources) {
    throw failure(
      'wrong-config',
      `${school.file ?? 'beadle.yaml'} says nothing of where it is known who is who. Write «sources:» with «microsoft: { tenantId, clientId }» or «google: { customer, admin }», or «sources: {}» where «audit:» names them.`
    );
  }
  const { microsoft = config.audit?.microsoft, google = config.audit?.google } = config.sources;
  const sources: Sources = { ...config.sources, microsoft, google };
  const store = directoryIn(database.db, id);
  return { config, sources, id, environment, database, store, folder, now, close: async () => {} };
}

/** Opens what is known of who is who. Throws a `Failure` where the school names no source. */
export async function openWhoIsWho(
  school: School,
  {
    cwd,
    env,
    now,
    shared
  }: {
    readonly cwd: string;
    readonly env: { readonly [name: string]: string | undefined };
    readonly now: () => Date;
    readonly shared?: Shared | undefined;
  }
): Promise<WhoIsWho> {
  const environment = readEnvironment(env, cwd);
  const id = idOf(school.config);
  const folder = folderOf(school, cwd);
  const data = environment.data ?? join(folder, '.beadle');
  const database = await databaseFor(shared, { url: environment.database?.(), folder: join(data, 'database') }, id);
  try {
    const parts = whoIsWhoOn(school, { id, environment, database, folder, now });
    await begun(database.db, { id, name: school.config.school.name });
    return { ...parts, close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** How a school's people are told apart. */
export function sortingOf({ domains }: Pick<Config, 'domains'>, { groups, units, contacts }: Sources): Sorting {
  return {
    domains,
    groups: groups.map(({ group, audience: kind }) => ({ group, kind })),
    units: units.map(({ unit, audience: kind }) => ({ unit, kind })),
    ...(contacts === undefined ? {} : { contacts })
  };
}

/** What is read for a school, by vendor. */
export function readersOf(
  { microsoft, google, parents }: Sources,
  sorting: Sorting
): readonly { readonly vendor: Vendor; readonly id: string; readonly readers: readonly DirectoryReader[] }[] {
  const wanted = (readers: readonly DirectoryReader[]): readonly DirectoryReader[] =>
    readers.filter(
      each => each.wanted(sorting) && (parents || !(each.source === 'microsoft-roster' || each.source === 'google-guardians'))
    );
  return [
    ...(microsoft ? [{ vendor: 'microsoft' as const, id: microsoft.tenantId, readers: wanted(microsoftDirectory) }] : []),
    ...(google ? [{ vendor: 'google' as const, id: google.customer, readers: wanted(googleDirectory(google.customer)) }] : [])
  ];
}

/** The least rights that the sources need at one vendor, each with the sources that need it. */
export function rightsOfSources(
  config: Pick<Config, 'domains' | 'sources' | 'audit'>
): readonly { readonly vendor: Vendor; readonly right: Right; readonly sources: readonly string[] }[] {
  if (!config.sources) return [];
  const { microsoft = config.audit?.microsoft, google = config.audit?.google } = config.sources;
  const tenants = readersOf({ ...config.sources, microsoft, google }, sortingOf(config, config.sources));
  return tenants.flatMap(({ vendor, readers }) => {
    const rights = new Map(readers.flatMap(reader => reader.rights.map(right => [right.name, right] as const)));
    return [...rights.values()].map(right => ({
      vendor,
      right,
      sources: readers.filter(reader => reader.rights.some(({ name }) => name === right.name)).map(({ source }) => source)
    }));
  });
}

/**
 * Reads every source and takes over what it says, one process at a time. A source that could not be read, or that suddenly lacks more than a fifth, changes
 * nothing: `leavers` says that they are really gone. With `look` nothing is taken over at all.
 */
export async function syncDirectory(
  parts: WhoIsWho,
  {
    stop,
    world,
    leavers = false,
    look = false
  }: { readonly stop: AbortSignal; readonly world?: Outside | undefined; readonly leavers?: boolean; readonly look?: boolean }
): Promise<Synced> {
  const { config, sources, id, environment, database, store, folder, now } = parts;
  const sorting = sortingOf(config, sources);
  // Another tenant, or other rules, make another directory: then nothing is gone on with.
  const sorted = createHash('sha256')
    .update(JSON.stringify([sorting, sources.microsoft?.tenantId, sources.google?.customer]))
    .digest('hex')
    .slice(0, 16);
  const settings = { microsoft: sources.microsoft, google: sources.google };
  const tenants = readersOf(sources, sorting);
  const ways = await Promise.all(
    tenants.map(({ vendor, id: tenant, readers }) => {
      const scopes = [...new Set(readers.flatMap(({ rights }) => rights.map(({ name }) => name)))];
      return wayTo({ vendor, id: tenant, parts: [], streams: [] }, { settings, environment, scopes, world, stop });
    })
  );
  const begunWith = await store.states();
  const readings: { readonly reader: DirectoryReader; readonly reading: SourceReading; readonly seen: SourceState | undefined }[] = [];
  for (const [i, { readers }] of tenants.entries()) {
    for (const reader of readers) {
      const seen = begunWith.find(({ source }) => source === reader.source);
      const mark = seen?.sorted === sorted ? seen.mark : undefined;
      readings.push({ reader, reading: await reader.read(ways[i]!, sorting, mark), seen });
    }
  }
  // Reading takes minutes; nobody waits for it, and no transaction stays open over it.
  return inTurn(database.db, `beadle directory ${id}`, async () => {
    const [known, states] = await Promise.all([store.rows(), store.states()]);
    const before = bySource(known);
    const results: SourceResult[] = [];
    const after = new Map<string, readonly KeptRow[]>();
    for (const { reader, reading, seen } of readings) {
      const { source } = reader;
      const had = before.get(source) ?? [];
      const state = states.find(each => each.source === source);
      // Another process was faster, and what it took over goes on from another mark.
      const late = state !== undefined && state.readAt.getTime() !== seen?.readAt.getTime();
      const read = late
        ? { result: { source, outcome: state.outcome, people: had.length, doubts: 0 }, state }
        : judged(reading, { source, had, state, sorted, leavers, at: now() });
      results.push(read.result);
      after.set(source, read.rows ?? had);
      if (!look && !late && !stop.aborted) await store.put(read.state, read.rows);
    }
    const [old, directory] = [directoryOfRows(known), directoryOfRows([...after.values()].flat())];
    const differences = differencesOf(old, directory);
    if (look || stop.aborted) return { sources: results, differences, directory, forgotten: [], tied: 0 };
    const forgotten = await store.only([...after.keys()]);
    await writeCopy(folder, { at: now().toISOString(), directory });
    const people = peopleOf(database.db, id);
    const tied = withEntraIds(await people.all(), [...after.values()].flat());
    if (tied.length > 0) await people.put(tied);
    return { sources: results, differences, directory, forgotten, tied: tied.length };
  });
}

/** Whether what a source said is believed, and what is kept of it then. */
function judged(
  reading: SourceReading,
  {
    source,
    had,
    state,
    sorted,
    leavers,
    at
  }: {
    readonly source: string;
    readonly had: readonly KeptRow[];
    readonly state: SourceState | undefined;
    readonly sorted: string;
    readonly leavers: boolean;
    readonly at: Date;
  }
): { readonly result: SourceResult; readonly state: SourceState; readonly rows?: readonly KeptRow[] } {
  const kept = {
    source,
    readAt: at,
    sorted: state?.sorted ?? sorted,
    ...(state?.takenAt && { takenAt: state.takenAt }),
    ...(state?.mark && { mark: state.mark })
  };
  if ('unread' in reading) {
    const { unread: why, lacks } = reading;
    const said = lacks === undefined ? {} : { lacks };
    return {
      result: { source, outcome: 'unread', why, ...said, people: had.length, doubts: 0 },
      state: { ...kept, outcome: 'unread', ...said }
    };
  }
  const { doubts = 0, next } = reading;
  const rows = rowsAfter(had, reading, source);
  if (!leavers && isSudden(had, rows)) {
    const still = new Set(rows.map(({ id }) => id));
    const missing = had.filter(({ id }) => !still.has(id)).length;
    return { result: { source, outcome: 'held', people: had.length, missing, doubts }, state: { ...kept, outcome: 'held' } };
  }
  return {
    result: { source, outcome: 'taken', people: rows.length, doubts },
    state: { source, readAt: at, takenAt: at, outcome: 'taken', sorted, ...(next === undefined ? {} : { mark: next }) },
    rows
  };
}

/** Brings the copy in the school's folder up to date with the database, where another machine read the sources. Whether it was old. */
export async function renewCopy({ store, folder }: Pick<WhoIsWho, 'store' | 'folder'>): Promise<boolean> {
  const states = await store.states();
  const last = states.reduce((latest, { takenAt }) => (takenAt && takenAt.toISOString() > latest ? takenAt.toISOString() : latest), '');
  const copy = await readCopy(folder).catch(() => undefined);
  if (last === '' || (copy && copy.at >= last)) return false;
  await writeCopy(folder, { at: last, directory: directoryOfRows(await store.rows()) });
  return true;
}

function bySource(rows: readonly KeptRow[]): ReadonlyMap<string, readonly KeptRow[]> {
  const found = new Map<string, KeptRow[]>();
  for (const row of rows) {
    const its = found.get(row.source);
    if (its) its.push(row);
    else found.set(row.source, [row]);
  }
  return found;
}
