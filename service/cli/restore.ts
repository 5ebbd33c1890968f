import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dateIn } from '../../core/dates.ts';
import { fill, type Locale } from '../../core/locale.ts';
import type { PublishedKey } from '../../core/policies/ledger/key-chain.ts';
import type { BackupHead, Examined, SealedFile } from '../backup-file.ts';
import { failure, fileFailure } from '../failure.ts';
import type { SchoolVerified } from '../restore.ts';
import type { Reached } from '../store/database.ts';
import { backupWords } from './backup-words.ts';
import { momentOf, passphraseIn, reached, schoolsOf, schoolThere } from './backup.ts';
import { stopped } from './check.ts';
import { columns } from './columns.ts';
import { command, type Io } from './command.ts';
import { number, renewing } from './progress.ts';

/** `beadle restore`: a backup back into an empty database, or, with `--drill`, into one that is thrown away. */
export const restore = command({
  path: 'restore',
  summary: 'put a backup back into an empty database, or try out whether that would go well',
  details:
    'All of it or nothing: where it is stopped, the database is as empty as before. It never writes over anything. Afterwards the ledger of every school\n' +
    'is verified with its checkpoints. Sending stands still until somebody lets it go on, because what went out after the backup would go out again.\n' +
    '--drill needs nothing but the file: it starts a database of its own in the folder for temporary files (TMPDIR names another), restores, verifies,\n' +
    'says how long each step took, and throws everything away.\n' +
    'Exit code: 0 all is well, 1 it was restored but the ledger or its key is not as it should be, 2 nothing was restored.',
  arguments: [{ name: 'FILE', says: 'a file that «beadle backup» wrote' }],
  options: {
    drill: { kind: 'flag', says: 'restore into a database that is thrown away, and touch nothing' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    passphrase: { kind: 'value', of: 'FILE', says: 'put the key files back as well, which were encrypted with what stands in this file' },
    send: { kind: 'flag', says: 'let what waits go out at once' },
    json: { kind: 'flag', says: 'print one JSON object' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the sentences', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle restore --drill monday.jsonl.gz', says: 'once a term: would it go well, and how long would it take?' },
    { line: 'beadle restore monday.jsonl.gz', says: 'into the empty database that DATABASE_URL names, or the built-in one' },
    { line: 'beadle restore monday.jsonl.gz --passphrase passphrase', says: 'with the key files that are in it' }
  ],
  run: async ([file = ''], { drill, school, passphrase, send, json, lang }, io) => {
    const [{ readBackup }, { knownSteps, restoreBackup }, { unsealed }] = await Promise.all([
      import('../backup-file.ts'),
      import('../restore.ts'),
      import('../sealed-file.ts')
    ]);
    const path = resolve(io.cwd, file);
    const { show, clear } = renewing(io);
    const onward = async (rows: number): Promise<boolean> => {
      await show(() => fill(backupWords.restoring[lang], { count: number(rows) }));
      return !io.stop.aborted;
    };
    const timed = stopwatch();
    const secret = passphrase === undefined ? undefined : await passphraseIn(passphrase, io);
    const sealedFiles: SealedFile[] = [];
    const gaveUp = async (words: keyof typeof backupWords): Promise<number> => {
      await clear();
      await io.stderr.write(`${backupWords[words][lang]}\n`);
      return stopped;
    };
    try {
      const examined = await readBackup(path, {
        onward,
        piece: async piece => void (piece.kind === 'secret' && sealedFiles.push(piece))
      });
      if (!examined) return await gaveUp('restoreStopped');
      const { head } = examined;
      knownSteps(head);
      const keyFiles = secret === undefined ? [] : sealedFiles.map(each => ({ name: each.secret, text: unsealed(each, secret) }));
      timed('read');
      const place = drill ? await drillPlace() : await schoolPlace(school, head, io);
      try {
        timed('started');
        const done = await restoreBackup({ into: place.reached, path, examined, send, onward });
        if (!done) return await gaveUp('restoreStopped');
        timed('put');
        const keys = await place.keysAfter(keyFiles);
        const verified = await verifiedIn(place, { schools: head.schools, keys: { ...head.keys, ...keys.known } }, onward);
        if (!verified) return await gaveUp('unverified');
        timed('verified');
        await clear();
        const sound = verified.every(({ report }) => report.faults === 0);
        const more = { drill, paused: !send, sealed: secret === undefined ? examined.secrets : [], keys, sound };
        await io.stdout.write(
          json ? jsonOf(examined, verified, timed(), more) : `${linesOf(examined, verified, timed(), more, lang).join('\n')}\n`
        );
        return sound && keys.troubles.length === 0 ? 0 : 1;
      } finally {
        await place.close();
      }
    } catch (error) {
      throw fileFailure(error, file);
    } finally {
      await clear();
    }
  }
});

type Step = 'read' | 'started' | 'put' | 'verified';
type Times = { readonly [S in Step]?: number };

/** Milliseconds by step; called with a step, it says that this one is done. */
function stopwatch(): (step?: Step) => Times {
  let last = performance.now();
  let times: Times = {};
  return step => {
    const now = performance.now();
    if (step !== undefined) times = { ...times, [step]: now - last };
    last = now;
    return times;
  };
}

/** What became of the key files: which are known from them, which were put back or were there, and what is wrong with the ledger's key. */
interface KeysAfter {
  readonly known: { readonly [school: string]: readonly PublishedKey[] };
  readonly put: readonly string[];
  readonly stayed: readonly string[];
  readonly troubles: readonly { readonly says: 'keyMissing' | 'keyOther'; readonly file: string }[];
}

interface KeyFile {
  readonly name: string;
  readonly text: string;
}

/** Where it is restored. */
interface Place {
  readonly reached: Reached;
  /** By what the service opens it. */
  readonly choice: { readonly url: string | undefined; readonly folder: string };
  readonly keysAfter: (files: readonly KeyFile[]) => Promise<KeysAfter>;
  readonly close: () => Promise<void>;
}

async function drillPlace(): Promise<Place> {
  const { reachDatabase } = await import('../store/database.ts');
  const folder = await mkdtemp(join(tmpdir(), 'beadle-drill-'));
  const away = (path: string): Promise<void> => rm(path, { recursive: true, force: true });
  try {
    const choice = { url: undefined, folder };
    const place = await reachDatabase(choice);
    return {
      reached: place,
      choice,
      keysAfter: async () => ({ known: {}, put: [], stayed: [], troubles: [] }),
      close: async () => {
        await place.close();
        // It lies elsewhere where its own user cannot reach that folder.
        if (place.folder !== undefined) await away(place.folder);
        await away(folder);
      }
    };
  } catch (error) {
    await away(folder);
    throw error;
  }
}

async function schoolPlace(named: string | undefined, { schools, keys, keyFiles }: BackupHead, io: Io): Promise<Place> {
  const [{ readSchool }, { folderOf, idOf }, { readEnvironment }, { readSigningKey, signingKeyFile }, { writeSecret }] = await Promise.all([
    import('../school.ts'),
    import('../signatures.ts'),
    import('../environment.ts'),
    import('../ledger/signing-key.ts'),
    import('../secret-file.ts')
  ]);
  const { existsSync } = await import('node:fs');
  const school = schoolThere(await readSchool(named, io));
  const id = idOf(school.config);
  if (!schools.some(each => each.id === id)) {
    throw failure(
      'wrong-backup',
      `The backup is of ${schools.map(each => `«${each.id}»`).join(', ')}, and ${school.file!} is of «${id}». Name the right file, or the right school with --school.`
    );
  }
  const folder = folderOf(school, io.cwd);
  const { database, data } = readEnvironment(io.env, io.cwd);
  const place = await reached(school, io);
  return {
    reached: place,
    choice: { url: database?.(), folder: join(data ?? join(folder, '.beadle'), 'database') },
    keysAfter: async files => {
      const put: string[] = [];
      const stayed: string[] = [];
      for (const { name, text } of files) {
        const there = existsSync(join(folder, name));
        if (!there) await writeSecret(join(folder, name), text, 'first');
        (there ? stayed : put).push(name);
      }
      const taken = keys[id] ?? [];
      const own = await readSigningKey(folder);
      const isOther = own !== undefined && !taken.every(({ name }, i) => own.published[i]?.name === name);
      const missing = keyFiles.map(name => join(folder, name)).filter(file => !existsSync(file));
      return {
        known: own && !isOther ? { [id]: own.published } : {},
        put,
        stayed,
        troubles: [
          ...missing.map(file => ({ says: 'keyMissing' as const, file })),
          ...(isOther ? [{ says: 'keyOther' as const, file: join(folder, signingKeyFile) }] : [])
        ]
      };
    },
    close: place.close
  };
}

async function verifiedIn(
  { choice }: Place,
  head: Pick<BackupHead, 'schools' | 'keys'>,
  onward: (rows: number) => Promise<boolean>
): Promise<readonly SchoolVerified[] | undefined> {
  const [{ openShared }, { verifySchools }] = await Promise.all([import('../store/database.ts'), import('../restore.ts')]);
  const database = await openShared(choice);
  try {
    return await verifySchools(database, head, onward);
  } finally {
    await database.close();
  }
}

interface More {
  readonly drill: boolean;
  readonly paused: boolean;
  /** Key files that are in the backup and were not asked for. */
  readonly sealed: readonly string[];
  readonly keys: KeysAfter;
  readonly sound: boolean;
}

function linesOf(
  { head, rows, tables }: Examined,
  verified: readonly SchoolVerified[],
  times: Times,
  { drill, paused, sealed, keys, sound }: More,
  lang: Locale
): readonly string[] {
  const says = (name: keyof typeof backupWords, values = {}): string => fill(backupWords[name][lang], values, lang);
  const made = momentOf(head.made);
  const schools = schoolsOf(head, lang);
  const files = (names: readonly string[]): string => names.join(', ');
  const faulty = verified.filter(({ report }) => report.faults > 0);
  // Of hundreds of schools only those are named with which something is wrong.
  const shown = verified.length > 10 ? faulty : verified;
  return [
    drill ? says(sound ? 'drilled' : 'drilledBadly', { schools, made }) : says('restored', { schools, made, rows: number(rows), tables }),
    ...shown.map(each => verifiedLine(each, lang)),
    ...(drill
      ? [timesIn(times, rows, lang)]
      : [
          ...(keys.put.length > 0 ? [says('keysPut', { files: files(keys.put) })] : []),
          ...(keys.stayed.length > 0 ? [says('keysStayed', { files: files(keys.stayed) })] : []),
          ...(sealed.length > 0 ? [says('keysWaiting', { files: files(sealed) })] : []),
          ...keys.troubles.map(trouble => says(trouble.says, { file: trouble.file })),
          ...(paused ? [says('paused', { made })] : []),
          says('erasedAgain', { made })
        ])
  ];
}

function verifiedLine({ name: school, report, keyless }: SchoolVerified, lang: Locale): string {
  const says = (name: keyof typeof backupWords, values = {}): string => fill(backupWords[name][lang], { school, ...values }, lang);
  const { entries, checkpoints, coveredOn, faults, first } = report;
  if (faults > 0) return says('unsound', { count: number(faults), says: first!.says });
  const counts = { entries: number(entries), checkpoints: number(checkpoints) };
  if (keyless) return says('keyless', counts);
  return coveredOn === undefined ? says('sound', counts) : says('soundCovered', { ...counts, date: dateIn(lang, coveredOn) });
}

function timesIn(times: Times, rows: number, lang: Locale): string {
  const seconds = (ms: number): string => fill(backupWords.seconds[lang], { seconds: (ms / 1000).toFixed(1) });
  const steps = Object.entries(times) as [Step, number][];
  const speed = fill(backupWords.each[lang], { speed: number(Math.round((rows / (times.put ?? 1)) * 1000)) });
  return columns([
    ...steps.map(([step, ms]) => [[`  ${backupWords[step][lang]}`], [seconds(ms)], [step === 'put' ? speed : '']]),
    [[`  ${backupWords.altogether[lang]}`], [seconds(steps.reduce((sum, [, ms]) => sum + ms, 0))], ['']]
  ]).trimEnd();
}

function jsonOf(
  { head, rows, tables }: Examined,
  verified: readonly SchoolVerified[],
  times: Times,
  { drill, paused, keys }: More
): string {
  return `${JSON.stringify({
    drill,
    made: head.made,
    beadle: head.beadle,
    tables,
    rows,
    milliseconds: Object.fromEntries(Object.entries(times).map(([step, ms]) => [step, Math.round(ms)])),
    schools: verified.map(({ id, report: { entries, checkpoints, faults, head: leaf, root, coveredOn }, keyless }) => ({
      id,
      entries,
      checkpoints,
      coveredOn,
      faults,
      head: leaf,
      root,
      keyless
    })),
    ...(drill ? {} : { paused, keyFiles: keys.troubles })
  })}\n`;
}
