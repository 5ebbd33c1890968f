import { dirname, join, resolve } from 'node:path';
import type { Config } from './config.ts';
import { failure, isFailure } from './failure.ts';
import { type Issued, issue } from './issue.ts';
import { type Keys, keysFile, keysIn, type PublicKey, readKeys } from './keys.ts';
import { readSchool, type School } from './school.ts';
import { journalIn } from './store/journal.ts';
import { type Records, recordsIn } from './store/records.ts';
import { type Suggestions, suggestionsIn } from './store/suggestions.ts';
import { lastKept, sweepFiles } from './sweeping.ts';
import { accessTokens, type Tokens } from './tokens.ts';

/** What the school says of its add-in for Outlook. */
export type OutlookSettings = NonNullable<Config['outlook']>;

/** What the routes for Outlook need of the world. */
export interface Outlook {
  readonly settings: OutlookSettings;
  /** The policy that devices get at this moment. */
  readonly policy: () => Promise<Issued>;
  /** The keys by which devices check it, oldest first. */
  readonly keys: () => Promise<readonly PublicKey[]>;
  readonly tokens: Tokens;
  readonly records: Records;
  readonly suggestions: Suggestions;
  readonly now: () => Date;
}

/** What a school keeps beside its `beadle.yaml`. */
export interface Kept {
  readonly folder: string;
  readonly settings: OutlookSettings;
  readonly records: Records;
  /** Suggestions, once it is known by which key their authors are hidden. */
  readonly suggestions: (key: string) => Suggestions;
}

/** Where a school that uses Outlook keeps what. Throws a `Failure` where `outlook:` is not in its `beadle.yaml`. */
export function keptOf({ config, file }: School, cwd: string): Kept {
  if (file === undefined)
    throw failure('file-missing', 'There is no beadle.yaml here. Name yours with --school, or write one with «beadle init».');
  if (!config.outlook) {
    throw failure(
      'wrong-config',
      `${file} says nothing of Outlook. Write «outlook:» with its origin, clientId and tenants: «beadle init» shows how.`
    );
  }
  const folder = dirname(resolve(cwd, file));
  const journal = journalIn(join(folder, 'data'));
  return { folder, settings: config.outlook, records: recordsIn(journal), suggestions: key => suggestionsIn(journal, key) };
}

/** Milliseconds for which the school's files are not read again. */
const pause = 60 * 1000;

/**
 * Opens what Outlook is served with, and makes the keys on the first start. The school's files are read again when devices ask, once a minute at most: a
 * list of people that was renewed overnight reaches them without a restart. Where they have become wrong meanwhile, what was read before goes on, and
 * `log` is told. `keysAt` is where the issuer's public keys are, if not at Microsoft.
 */
export async function openOutlook(
  school: School,
  world: { readonly cwd: string; readonly now: () => Date; readonly log: (line: string) => void; readonly keysAt?: string }
): Promise<Outlook> {
  const { cwd, now, log, keysAt } = world;
  const { folder, settings, records, suggestions: under } = keptOf(school, cwd);
  const first = await keysIn(folder);
  const suggestions = under(first.directory);

  async function current({ policy }: School, keys: Keys): Promise<State> {
    const issued = issue(policy, { keys, accepted: await suggestions.accepted(), settings, now: now() });
    return { issued, published: keys.published, at: now().getTime() };
  }

  let state = await current(school, first);
  let underWay: Promise<void> | undefined;
  let swept = '';

  /** Once a day, where devices ask at all. */
  async function sweep({ config }: School): Promise<void> {
    const kept = lastKept(config, now());
    if (kept === swept) return;
    swept = kept;
    try {
      await Promise.all([suggestions.forget(kept), sweepFiles({ data: join(folder, 'data'), kept })]);
    } catch {
      log('What is past its time could not be taken out of the folder «data»; it is tried again tomorrow.');
    }
  }

  async function again(): Promise<void> {
    try {
      const keys = await readKeys(folder);
      // New ones would be strangers to every device.
      if (!keys) throw failure('file-missing', `«${keysFile}» is gone. Put it back from a copy.`);
      const read = await readSchool(school.file, { ...world, inherits: school.inherits });
      const next = await current(read, keys);
      await sweep(read);
      // The same content keeps its signature, so that copies of it are the same to the byte.
      state = next.issued.etag === state.issued.etag ? { ...state, published: next.published, at: next.at } : next;
    } catch (error) {
      state = { ...state, at: now().getTime() };
      // The message of a failure quotes the school's files, addresses too.
      const code = isFailure(error) ? error.code : 'fault';
      log(
        `The school’s files could not be read again (${code}); Outlook gets what was read before. «beadle outlook policy» says what is wrong.`
      );
    } finally {
      underWay = undefined;
    }
  }

  async function fresh(): Promise<State> {
    if (now().getTime() - state.at >= pause) await (underWay ??= again());
    return state;
  }

  return {
    settings,
    policy: async () => (await fresh()).issued,
    keys: async () => (await fresh()).published,
    tokens: accessTokens({ clientId: settings.clientId, tenants: settings.tenants, now, ...(keysAt === undefined ? {} : { keysAt }) }),
    records,
    suggestions,
    now
  };
}

interface State {
  readonly issued: Issued;
  readonly published: readonly PublicKey[];
  readonly at: number;
}
