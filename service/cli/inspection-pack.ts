import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { fill, type Text } from '../../core/locale.ts';
import { failure, fileFailure } from '../failure.ts';
import { packReaders, type PackFile } from '../inspection-pack.ts';
import { command } from './command.ts';

const words = {
  made: {
    en: '«{folder}» is ready: open index.html. {count} files; the SHA-256 of MANIFEST.sha256 is {hash}.',
    cy: 'Mae «{folder}» yn barod: agorwch index.html. {count} ffeil; SHA-256 MANIFEST.sha256 yw {hash}.'
  }
} as const satisfies { readonly [name: string]: Text };

/** `beadle inspection-pack`: one folder to hand to an inspector, the governors or the head. */
export const inspectionPackCommand = command({
  path: 'inspection-pack',
  summary: 'write one folder for an inspector, the governors or the head: policies, signatures, audits, the ledger, all with hashes',
  details:
    'An index, the last report, every version of every policy as text and PDF, signatures, who left without signing, the ledger without its personal\n' +
    'fields and how to verify it, which checks were assessed, and reports in numbers. For the head: with names; for an inspector: every signature\n' +
    'without a name; for governors: totals. Nothing that anybody wrote is in it. MANIFEST.sha256 holds the SHA-256 of every file.',
  arguments: [],
  options: {
    for: { kind: 'value', of: 'READER', says: 'who reads it', choices: packReaders, default: 'governors' },
    out: { kind: 'value', of: 'FOLDER', says: 'the folder to write, which must not be there yet' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the pack', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle inspection-pack --for inspector --out pack', says: 'for an inspection' },
    { line: 'beadle inspection-pack --for governors --out pack --lang cy', says: 'totals, in Welsh' }
  ],
  run: async (_args, { for: reader, out, school: file, lang }, io) => {
    if (out === undefined) throw failure('wrong-use', 'Say where to write the pack: --out FOLDER.');
    const folder = resolve(io.cwd, out);
    // What would be in the way is said before a database is started.
    if (await isThere(folder)) throw failure('wrong-use', `«${out}» is there already. Name a folder that is not: --out FOLDER.`);
    const [{ signingSchool }, { openSignatures }, { openReports }, { inspectionPack, reportReader }] = await Promise.all([
      import('./own-signatures.ts'),
      import('../signatures.ts'),
      import('../reporting.ts'),
      import('../inspection-pack.ts')
    ]);
    const { school } = await signingSchool(file, io);
    const report = school.config.audit && (await reportFor(school, reportReader[reader], lang, io));
    const signatures = await openSignatures(school, io);
    try {
      const incidents = await openReports(signatures, io.cwd);
      const files = await inspectionPack({ reader, lang, signatures, incidents, ...(report && { report }) });
      await written(folder, out, files);
      const manifest = files[files.length - 1]!;
      const hash = createHash('sha256').update(manifest.bytes).digest('hex');
      await io.stdout.write(`${fill(words.made[lang], { folder: out, count: files.length, hash })}\n`);
      return 0;
    } finally {
      await signatures.close();
    }
  }
});

/** The reader's report of the last audit, or nothing where there was none yet. */
async function reportFor(
  school: Parameters<typeof import('../auditing.ts').auditedSchool>[0],
  reader: typeof import('../inspection-pack.ts').reportReader['head'],
  lang: 'en' | 'cy',
  io: Parameters<typeof import('../auditing.ts').openAuditing>[1]
): Promise<{ readonly html: string; readonly pdf: Uint8Array } | undefined> {
  const [{ auditedSchool, openAuditing }, { reportDataOf }, { reportPages, reportText }] = await Promise.all([
    import('../auditing.ts'),
    import('../report-data.ts'),
    import('../reports.ts')
  ]);
  const auditing = await openAuditing(auditedSchool(school), io);
  try {
    const last = await auditing.audits.last(auditing.tenants);
    if (last.length === 0) return undefined;
    const data = await reportDataOf(auditing, last, lang);
    const at = last
      .map(({ run }) => run.at.toISOString())
      .sort()
      .at(-1)!;
    return { html: reportText('html', data, reader, lang), pdf: await reportPages(data, reader, lang, at) };
  } finally {
    await auditing.close();
  }
}

async function isThere(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT'
  );
}

/** Writes it beside its place first: a pack that was broken off is never taken for a whole one. */
async function written(folder: string, shown: string, files: readonly PackFile[]): Promise<void> {
  const beside = `${folder}.${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(beside, { recursive: true, mode: 0o700 });
    for (const { path, bytes } of files) {
      const place = join(beside, path);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const file = await open(place, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw fileFailure(error, shown);
  }
}
