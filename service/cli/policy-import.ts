import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { draftOf, takenFrom } from '../../core/policies/import/draft.ts';
import { failure, fileFailure } from '../failure.ts';
import { command } from './command.ts';

/** The largest document that is read, in bytes: a policy of this size is a scan or something else. */
const largest = 64 * 1024 * 1024;

/** `beadle policy import`: a school's own document as a `policy.yaml` to edit. */
export const policyImport = command({
  path: 'policy import',
  summary: 'make a policy.yaml out of the school’s own document',
  details:
    'Splits a .txt, .md, .docx, .pdf or .html document into clauses, proposes for each whom it binds and which duties it asks for, and writes ' +
    'them down with the reasons beside them, for a person to put right. Exit codes: 0 written, 2 the document could not be read.',
  arguments: [{ name: 'FILE', says: 'the school’s acceptable-use policy' }],
  options: {
    out: { kind: 'value', of: 'FILE', says: 'where to write it; - prints it', default: 'policy.yaml' },
    force: { kind: 'flag', says: 'write over a file that is there already' }
  },
  examples: [
    { line: 'beadle policy import our-policy.docx', says: 'write policy.yaml in the folder you are in' },
    { line: 'beadle policy import our-policy.pdf --out policies/staff.yaml', says: 'write it somewhere else' },
    { line: 'beadle policy import our-policy.txt --out - | less', says: 'look at it first' }
  ],
  run: async ([file = ''], { out, force }, io) => {
    const target = resolve(io.cwd, out);
    if (out !== '-' && !force && (await isThere(target))) {
      throw failure(
        'file-exists',
        `«${out}» is there already, and nothing was written. Move it away, name another with --out, or write over it with --force.`
      );
    }
    const bytes = await bytesOf(resolve(io.cwd, file), file);
    const { readDocument } = await import('../documents/read.ts');
    const { yamlOf } = await import('../documents/draft-yaml.ts');
    const { document, note } = await readDocument(file, bytes);
    const draft = draftOf(document);
    if (draft.clauses.length === 0) {
      throw failure('file-unreadable', `«${file}» was read, but nothing in it asks anything of anybody. Check that it is the policy.`);
    }
    const name = basename(file);
    const text = yamlOf(draft, { name, id: idOf(name), ...(note === undefined ? {} : { note }) });
    if (note !== undefined) await io.stderr.write(`beadle: ${note}\n`);
    if (out === '-') {
      await io.stdout.write(text);
      return 0;
    }
    try {
      await writeFile(target, text, force ? {} : { flag: 'wx' });
    } catch (error) {
      throw fileFailure(error, out);
    }
    const found = draft.clauses.filter(({ duties }) => duties.some(({ confidence }) => confidence >= takenFrom)).length;
    const proposed = new Set(
      draft.clauses.flatMap(({ duties }) => duties.filter(({ confidence }) => confidence >= takenFrom).map(({ duty }) => duty))
    );
    await io.stdout.write(
      `wrote ${out}: ${draft.clauses.length} clauses; for ${found} of them a duty was found, ${proposed.size} different ones in all.\n` +
        `Read it against the document and put it right; then try: beadle policy map ${out}\n`
    );
    return 0;
  }
});

async function bytesOf(path: string, shown: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > largest)
      throw failure('file-unreadable', `«${shown}» is larger than 64 MB, which no policy is. Check that it is the right file.`);
    return await readFile(path);
  } catch (error) {
    throw fileFailure(error, shown);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  );
}

function idOf(name: string): string {
  const id = name
    .slice(0, name.length - extname(name).length)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id || 'policy';
}
