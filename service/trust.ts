import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { rules as everyRule } from '../core/mail/rules/index.ts';
import { type Config, configSchema, readConfig } from './config.ts';
import { origin, text } from './config-fields.ts';
import { failure, fileFailure, isFailure } from './failure.ts';
import { textOf } from './text.ts';
import { trustFile } from './trust-file.ts';
import { readYamlPartly } from './yaml.ts';

/** Adds to what a school's own file says what it inherits. */
export type Inherits = (own: unknown) => unknown;

/** A school of a trust, as `trust.yaml` names it. */
export interface Listed {
  /** Its `beadle.yaml`, as a whole path. */
  readonly file: string;
  readonly inherits: Inherits;
}

/** A trust: many schools that are served together. */
export interface Trust {
  readonly name: string;
  /** Under which its list of jobs is kept. Never changed. */
  readonly id: string;
  /** Where what belongs to no single school is reached: the bot, where one serves all. */
  readonly origin: string | undefined;
  readonly file: string;
  readonly schools: readonly Listed[];
}

/** A school whose file was read, or the sentences that say why it could not be. */
export interface Member extends Listed {
  readonly read:
    | { readonly id: string; readonly name: string; readonly config: Config; readonly origins: readonly string[] }
    | { readonly wrong: string };
}

/** Reads a `trust.yaml`. Throws a `Failure` that names the line, the key, what was expected and the nearest right key; the schools' own files are not read. */
export function readTrust(text: string, path: string, shown = path): Trust {
  const parts = /^(?:defaults|schools)$/;
  const written = readYamlPartly(text, shown, trustSchema(), ([first, ...rest]) => parts.test(String(first)) && rest.length > 0);
  const { trust, defaults, schools } = written.value as {
    readonly trust: { readonly name: string; readonly id: string; readonly origin?: string | null };
    readonly defaults?: unknown;
    readonly schools: readonly { readonly folder?: string | null; readonly file?: string | null }[];
  };
  const folder = dirname(path);
  const listed = schools.map(({ folder: its, file, ...overrides }, i): Listed => {
    if ((its == null) === (file == null))
      throw written.at(['schools', i], 'names its place twice, or not at all. Write either «folder» or «file».');
    const whole = resolve(folder, its == null ? file! : join(its, 'beadle.yaml'));
    return { file: whole, inherits: own => over(over(defaults, own), overrides) };
  });
  listed.forEach(({ file }, i) => {
    if (listed.findIndex(other => other.file === file) < i)
      throw written.at(['schools', i], 'is listed above already. Keep one of the two.');
  });
  return { name: trust.name, id: trust.id, origin: originIn(trust.origin), file: path, schools: listed };
}

function originIn(written: string | null | undefined): string | undefined {
  return written == null ? undefined : origin.parse(written);
}

/** Reads the trust at a path. Throws a `Failure` where it cannot be read. */
export async function readTrustFile(path: string, shown = path): Promise<Trust> {
  try {
    return readTrust(textOf(await readFile(path)), path, shown);
  } catch (error) {
    throw fileFailure(error, shown);
  }
}

/** Reads the file of each school. One that is wrong, or that bears the id or the origin of one before it, is said to be so, and the others go on. */
export async function readMembers({ schools, origin: own }: Pick<Trust, 'schools' | 'origin'>): Promise<readonly Member[]> {
  const ids = new Map<string, string>();
  const hosts = new Map<string, string>();
  const members: Member[] = [];
  for (const listed of schools) {
    const { file, inherits } = listed;
    try {
      const { value: config, at } = readConfig(textOf(await readFile(file)), file, undefined, inherits);
      const id = config.school.id ?? config.domains.staff[0]!;
      const origins = originsOf(config, own);
      if (ids.has(id)) throw at(['school', 'id'], `is ${id}, and so is that of ${ids.get(id)}. Give each school a name of its own.`);
      for (const each of origins) {
        const other = hosts.get(hostOf(each));
        if (other !== undefined && other !== file)
          throw failure(
            'wrong-config',
            `${file}: its origin ${each} is that of ${other} as well. Give each school a host name of its own.`
          );
      }
      ids.set(id, file);
      for (const each of origins) hosts.set(hostOf(each), file);
      members.push({ ...listed, read: { id, name: config.school.name, config, origins } });
    } catch (error) {
      const known = fileFailure(error, file);
      if (!isFailure(known)) throw error;
      members.push({ ...listed, read: { wrong: known.message } });
    }
  }
  return members;
}

/** Where a school is reached. `own`: the trust's, at which one bot may listen for all of them. */
function originsOf({ signatures, bot, outlook, gmail }: Config, own: string | undefined): readonly string[] {
  const listens = bot?.origin === own ? undefined : bot?.origin;
  return [...new Set([signatures?.origin, listens, outlook?.origin, gmail?.origin].flatMap(each => each ?? []))];
}

/** The host name by which a request is told apart, with its port where it has one of its own. */
export function hostOf(address: string): string {
  return new URL(address).host.toLowerCase();
}

/** What a school's file inherits, where a `trust.yaml` in its folder or in one of the three above lists it. Throws a `Failure` where that is wrong. */
export async function inheritedBy(file: string): Promise<Inherits | undefined> {
  let folder = dirname(file);
  for (let up = 0; up < 4; up += 1) {
    const path = join(folder, trustFile);
    const found = await readFile(path).catch(() => undefined);
    if (found) return readTrust(textOf(found), path).schools.find(each => each.file === file)?.inherits;
    folder = dirname(folder);
  }
  return undefined;
}

/** What one says over the other: keys are joined, lists and values take the other's place, and `null` takes it away. */
function over(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isGroup(below) || !isGroup(above)) return above;
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  return Object.fromEntries(keys.map(key => [key, Object.hasOwn(above, key) ? over(below[key], above[key]) : below[key]]));
}

function isGroup(value: unknown): value is { readonly [key: string]: unknown } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The schema of `trust.yaml`. */
function trustSchema() {
  const part = configSchema(everyRule);
  return z.strictObject({
    trust: z
      .strictObject({
        name: text('the trust’s name', 'Example Trust'),
        id: text('a name that never changes', 'trust.example'),
        origin: origin.optional().meta({ description: 'Where the bot of all schools is reached, if there is one for all.' })
      })
      .meta({ description: 'The trust.' }),
    defaults: part.optional().meta({ description: 'Any part of beadle.yaml: what every school inherits that does not say otherwise.' }),
    schools: z
      .array(
        part.extend({
          folder: text('a folder with a beadle.yaml', 'schools/oak').optional(),
          file: text('a beadle.yaml', 'schools/oak.yaml').optional()
        })
      )
      .min(1, { error: 'needs at least one school: [{ folder: schools/oak }].' })
      .meta({ description: 'Its schools; what stands beside the folder goes before the school’s own file.' })
  });
}
