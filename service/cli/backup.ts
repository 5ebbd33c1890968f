import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fill, type Locale } from '../../core/locale.ts';
import type { BackupHead, SealedFile } from '../backup-file.ts';
import { failure, fileFailure } from '../failure.ts';
import type { School } from '../school.ts';
import { backupWords } from './backup-words.ts';
import { stopped } from './check.ts';
import { command, type Io } from './command.ts';
import { number, renewing, sized } from './progress.ts';

/** `beadle backup`: the whole database in one file, while the service works on. */
export const backup = command({
  path: 'backup',
  summary: 'write the whole database to one file, while the service works on',
  details:
    'Everything as it was at one moment: people, versions, the ledger, checkpoints, what waits to be sent, audits; of every school in the database. The\n' +
    'list of jobs is left out, because the service makes it anew. The file is gzipped JSON Lines with a SHA-256 at its end, and is read again before it\n' +
    'gets its name. The key files beside beadle.yaml are left out unless --passphrase says with what to encrypt them.\n' +
    'Exit code: 0 the backup is there and whole, 2 there is none.',
  arguments: [
    {
      name: 'FILE',
      says: 'the file to write, which nobody but you may read (default: a name with the school and the time)',
      optional: true
    }
  ],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    passphrase: { kind: 'value', of: 'FILE', says: 'put the key files in as well, encrypted with what stands in this file' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the sentences', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle backup', says: 'into this folder' },
    { line: 'beadle backup /backups/monday.jsonl.gz', says: 'to a place of your choice' },
    { line: 'beadle backup --passphrase /etc/beadle/passphrase', says: 'with the keys, encrypted' }
  ],
  run: async ([named], options, io) => {
    const { lang } = options;
    const [{ readSchool }, { folderOf, idOf }, { readSigningKey }, { keyFiles }, { readSecret }, { sealed }, { takeBackup }] =
      await Promise.all([
        import('../school.ts'),
        import('../signatures.ts'),
        import('../ledger/signing-key.ts'),
        import('../key-files.ts'),
        import('../secret-file.ts'),
        import('../sealed-file.ts'),
        import('../backup.ts')
      ]);
    const school = schoolThere(await readSchool(options.school, io));
    const folder = folderOf(school, io.cwd);
    const id = idOf(school.config);
    const passphrase = options.passphrase === undefined ? undefined : await passphraseIn(options.passphrase, io);
    const file = named ?? `beadle-${id.replace(/[^A-Za-z0-9.-]/g, '-')}-${io.now().toISOString().slice(0, 19).replace(/:/g, '')}Z.jsonl.gz`;
    const path = resolve(io.cwd, file);
    // Said before an hour's work instead of after it.
    if (existsSync(path)) throw failure('file-exists', `«${file}» is there already. Move it away first.`);
    const key = await readSigningKey(folder);
    const secrets: SealedFile[] = [];
    const there = keyFiles.filter(name => existsSync(join(folder, name)));
    for (const name of there) {
      const text = passphrase === undefined ? undefined : await readSecret(join(folder, name));
      if (text !== undefined) secrets.push(sealed(name, text, passphrase!));
    }
    const from = await reached(school, io);
    const { show, clear } = renewing(io);
    const onward = async (rows: number): Promise<boolean> => {
      await show(() => fill(backupWords.copying[lang], { count: number(rows) }));
      return !io.stop.aborted;
    };
    try {
      const examined = await takeBackup({ from, path, keys: key ? { [id]: key.published } : {}, keyFiles: there, secrets, onward });
      await clear();
      if (!examined) {
        await io.stderr.write(`${backupWords.stopped[lang]}\n`);
        return stopped;
      }
      const { head, rows, tables } = examined;
      const inIt = secrets.map(({ secret }) => secret);
      const leftOut = [...(existsSync(join(folder, 'data')) ? ['data/'] : []), ...there.filter(name => !inIt.includes(name))];
      const says = (name: keyof typeof backupWords, values = {}): string => fill(backupWords[name][lang], values);
      const size = sized((await stat(path)).size);
      await io.stdout.write(
        `${[
          says('taken', { file, schools: schoolsOf(head, lang), made: momentOf(head.made), rows: number(rows), tables, size }),
          says('whole'),
          says('personal'),
          says('leftOut', { files: [`${school.file!} ${besides[lang]}`, ...leftOut].join(', ') }),
          ...(inIt.length > 0 ? [says('withSecrets', { files: inIt.join(', ') })] : [])
        ].join('\n')}\n`
      );
      return 0;
    } finally {
      await clear();
      await from.close();
    }
  }
});

const besides = { en: 'and the files that it names', cy: 'a’r ffeiliau y mae’n eu henwi' };

/** The school whose database is meant. Throws a `Failure` where there is none. */
export function schoolThere(school: School): School {
  if (school.file !== undefined) return school;
  throw failure(
    'file-missing',
    'There is no beadle.yaml here, so there is no school whose database could be meant. Name it with --school FILE.'
  );
}

/** The database of a school, in the rights of its owner. */
export async function reached(school: School, { env, cwd }: Io): Promise<import('../store/database.ts').Reached> {
  const [{ readEnvironment }, { folderOf }, { reachDatabase }] = await Promise.all([
    import('../environment.ts'),
    import('../signatures.ts'),
    import('../store/database.ts')
  ]);
  const { database, data } = readEnvironment(env, cwd);
  return reachDatabase({ url: database?.(), folder: join(data ?? join(folderOf(school, cwd), '.beadle'), 'database') });
}

/** What stands in a file with a passphrase, without the line's end. Throws a `Failure` where it is too short to keep anybody out. */
export async function passphraseIn(file: string, { cwd }: Io): Promise<string> {
  const { shortestPassphrase } = await import('../sealed-file.ts');
  let text: string;
  try {
    text = (await readFile(resolve(cwd, file), 'utf8')).trim();
  } catch (error) {
    throw fileFailure(error, file);
  }
  if (text.length >= shortestPassphrase) return text;
  throw failure(
    'wrong-use',
    `The passphrase in «${file}» is too short to keep anybody out. Take ${shortestPassphrase} characters or more.`
  );
}

/** Whose database it is: the school's name, or how many there are. */
export function schoolsOf({ schools }: BackupHead, lang: Locale): string {
  return schools.length === 1 ? schools[0]!.name : fill(backupWords.schools[lang], { count: number(schools.length) });
}

/** A moment as people read it, by the clock of Greenwich: when a backup was taken must be the same on every machine. */
export function momentOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}
