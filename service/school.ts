import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { MailPolicy } from '../core/mail/policy.ts';
import { clausesByDuty } from '../core/policies/clauses.ts';
import { type Config, readConfig } from './config.ts';
import { type Directory, readDirectory } from './directory.ts';
import { readCopy } from './directory-copy.ts';
import { withHand } from './directory-merge.ts';
import { exampleConfig, examplePeople, fileNames } from './example.ts';
import { fileFailure, isFailure } from './failure.ts';
import { mailPolicyOf } from './mail-policy.ts';
import { policyNamed } from './policy-file.ts';
import { textOf } from './text.ts';
import { type Inherits, inheritedBy } from './trust.ts';
import type { Written } from './yaml.ts';

/** A school as its files describe it. */
export interface School {
  readonly config: Config;
  readonly policy: MailPolicy;
  /** Where `beadle.yaml` lies, or nothing where there is none and the example school stands in for it. */
  readonly file: string | undefined;
  /** What it inherits of its trust, where it belongs to one. */
  readonly inherits?: Inherits | undefined;
}

/**
 * Reads a school, with what it inherits where a `trust.yaml` above it lists it: the file that was named, or `beadle.yaml` in the folder `cwd`, or, where there is none, the example school. Throws a `Failure`
 * that says what is wrong in which line of which file.
 */
export async function readSchool(
  named: string | undefined,
  { cwd, now, inherits: given }: { readonly cwd: string; readonly now: () => Date; readonly inherits?: Inherits | undefined }
): Promise<School> {
  const file = named ?? fileNames.config;
  const text = await read(resolve(cwd, file), file, named === undefined);
  if (text === undefined) return exampleSchool(now());
  const inherits = given ?? (await inheritedBy(resolve(cwd, file)));
  const written = readConfig(textOf(text), file, undefined, inherits);
  const folder = dirname(resolve(cwd, file));
  const hand = await directoryOf(written, folder);
  // What the sources say is read from the copy: mail is judged without a database.
  const known = written.value.sources ? (await readCopy(folder))?.directory : undefined;
  const directory = known ? withHand(hand, known) : hand;
  const clauses = await clausesOf(written, folder);
  return { config: written.value, policy: mailPolicyOf(written.value, directory, clauses, now()), file, ...(inherits && { inherits }) };
}

/** An invented school with invented people, to try things on. */
async function exampleSchool(now: Date): Promise<School> {
  const written = readConfig(exampleConfig(), fileNames.config);
  const directory = readDirectory(Buffer.from(examplePeople), fileNames.people);
  return { config: written.value, policy: mailPolicyOf(written.value, directory, await clausesOf(written, ''), now), file: undefined };
}

/** Says once that the example school stands in, so that nobody takes its answers for their own school's. */
export const exampleNotice = `There is no ${fileNames.config} here, so an invented example school stands in. «beadle init» writes a ${fileNames.config} for yours.\n`;

async function directoryOf({ value, at }: Written<Config>, folder: string): Promise<Directory> {
  const all: { [address: string]: Directory[string] } = {};
  for (const [i, { file }] of value.directory.entries()) {
    const bytes = await read(resolve(folder, file), join(folder, file), false).catch((error: unknown) => {
      throw isFailure(error) ? at(['directory', i, 'file'], `is wrong. ${error.message}`) : error;
    });
    for (const [address, known] of Object.entries(readDirectory(bytes || Buffer.alloc(0), file))) {
      all[address] = [...(all[address] || []), ...known];
    }
  }
  return all;
}

/** The clauses of the policy that the school adopted, by what they ask for. */
async function clausesOf({ value, at }: Written<Config>, folder: string): Promise<MailPolicy['clauses']> {
  const name = value.school.policy;
  if (name === undefined) return {};
  try {
    return clausesByDuty(await policyNamed(name, folder));
  } catch (error) {
    const inFile = /[./\\]/.test(name);
    throw isFailure(error) && (error.code !== 'wrong-policy' || !inFile) ? at(['school', 'policy'], `is wrong. ${error.message}`) : error;
  }
}

async function read(path: string, shown: string, optional: boolean): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (optional && error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw fileFailure(error, shown);
  }
}
