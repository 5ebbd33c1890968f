import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { editorSchema } from '../config.ts';
import { exampleConfig, examplePeople, fileNames } from '../example.ts';
import { exampleSigners } from '../example-people.ts';
import { failure, fileFailure } from '../failure.ts';
import { command } from './command.ts';

/** `beadle init`: a commented `beadle.yaml`, its editor schema and lists of people to begin with. */
export const init = command({
  path: 'init',
  summary: 'write a commented beadle.yaml and example lists of people to begin with',
  details:
    'Writes beadle.yaml, beadle.schema.json (with which an editor completes and checks beadle.yaml), people.csv (whose address is whose)\n' +
    'and people-to-ask.csv (who is asked to sign).',
  arguments: [{ name: 'FOLDER', says: 'where to write them (default: here)', optional: true }],
  options: { force: { kind: 'flag', says: 'write over files that are there already' } },
  examples: [
    { line: 'beadle init', says: 'begin in the folder you are in' },
    { line: 'beadle init schools/oak', says: 'begin in a folder of its own' }
  ],
  run: async ([folder = '.'], { force }, io) => {
    const files = [
      { name: fileNames.config, text: exampleConfig() },
      { name: fileNames.schema, text: `${JSON.stringify(editorSchema(), undefined, 2)}\n` },
      { name: fileNames.people, text: examplePeople },
      { name: fileNames.asked, text: exampleSigners }
    ].map(({ name, text }) => ({ path: join(folder, name), text }));
    if (!force) {
      for (const { path } of files) {
        if (await isThere(resolve(io.cwd, path))) {
          throw failure('file-exists', `«${path}» is there already, and nothing was written. Move it away, or write over it with --force.`);
        }
      }
    }
    await written(resolve(io.cwd, folder), folder, path => mkdir(path, { recursive: true }));
    for (const { path, text } of files) {
      await written(resolve(io.cwd, path), path, target => writeFile(target, text));
      await io.stdout.write(`wrote ${path}\n`);
    }
    await io.stdout.write('Put your school’s own domains, people and decisions in, then try: beadle check mail.eml\n');
    return 0;
  }
});

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  );
}

async function written(path: string, shown: string, write: (path: string) => Promise<unknown>): Promise<void> {
  try {
    await write(path);
  } catch (error) {
    throw fileFailure(error, shown);
  }
}
