import { audiencesIn } from '../../core/mail/filter.ts';
import type { DirectoryFilter } from '../../core/mail/policy.ts';
import { type Issued, issue, kilobytes } from '../issue.ts';
import { passingKeys, readKeys } from '../keys.ts';
import { manifestNeeded, manifestWritten } from '../manifest-written.ts';
import { columns } from './columns.ts';
import { command } from './command.ts';
import { outlookSchool, schoolOption } from './outlook-school.ts';

/** `beadle outlook policy`: what a device gets, how large it is, until when it is good, and how often the directory's filter errs. */
export const outlookPolicy = command({
  path: 'outlook policy',
  summary: 'say what a device gets: how large each part is, until when it is good, how often the directory errs',
  details:
    'The directory travels as a filter that holds no address and no name. It never forgets an address of\n' +
    'the directory, and takes few strangers for somebody of it: how few is measured with invented addresses.',
  arguments: [],
  options: { ...schoolOption, json: { kind: 'flag', says: 'print one JSON object' } },
  examples: [
    { line: 'beadle outlook policy', says: 'before the service is started, to see whether it fits' },
    { line: 'beadle outlook policy --json', says: 'for another program' }
  ],
  run: async (_args, { school: file, json }, io) => {
    const { policy, kept } = await outlookSchool(file, io);
    // Sizes are the same under any key; nothing is made here that the service does not know of.
    const keys = (await readKeys(kept.folder)) ?? passingKeys();
    const accepted = await kept.suggestions(keys.directory).accepted();
    const issued = issue(policy, { keys, accepted, settings: kept.settings, now: io.now() });
    const { filter } = issued.device.policy;
    const lines = linesOf(policy.directory, accepted);
    const needed = manifestNeeded(policy, await manifestWritten(kept.folder));
    const shelves = filter ? errorsOf(filter) : [];
    const of = (audience: string): number => lines.get(audience) ?? 0;
    await io.stdout.write(
      json
        ? `${JSON.stringify({
            version: issued.device.version,
            issued: issued.device.issued,
            expires: issued.device.expires,
            bytes: issued.size,
            parts: Object.fromEntries(issued.sizes),
            names: filter?.names !== undefined,
            manifest: needed ?? null,
            filter: shelves.map(({ audience, strangers }) => ({ audience, addresses: of(audience), strangers, of: tries }))
          })}\n`
        : `${heading(issued)}\n${parts(issued)}\n${shelves.length === 0 ? 'The directory is empty.\n' : errors(shelves, of)}${filter?.names ? '' : `\n${leftOut}`}${needed === undefined ? '' : `\n${needed}\n`}`
    );
    return 0;
  }
});

const leftOut =
  'Names of the directory stay at the school: there is no room for them. Devices know people by their address alone, and see no pupil’s name in the name of a file.\n';

function heading({ device, size }: Issued): string {
  const { version, issued, expires } = device;
  return `Version ${version}, issued ${issued.slice(0, 10)}, good until ${expires.slice(0, 10)}. ${kilobytes(size)} of the 32 KB that Outlook keeps.\n`;
}

function parts({ sizes }: Issued): string {
  return columns([[['part'], ['bytes']], ...sizes.map(([part, bytes]) => [[part], [String(bytes).padStart(5)]])]);
}

interface Shelf {
  readonly audience: string;
  /** How many of `tries` strangers it took for one of its own. */
  readonly strangers: number;
}

const tries = 20_000;

function errorsOf(filter: DirectoryFilter): readonly Shelf[] {
  const taken = new Map(filter.shelves.map(({ audience }) => [audience, 0]));
  for (let i = 0; i < tries; i += 1) {
    for (const { audience } of audiencesIn(filter, `stranger.${i}@nowhere.test`)) taken.set(audience, (taken.get(audience) ?? 0) + 1);
  }
  return [...taken].map(([audience, strangers]) => ({ audience, strangers }));
}

function errors(shelves: readonly Shelf[], of: (audience: string) => number): string {
  const rows = shelves.map(({ audience, strangers }) => [
    [audience],
    [String(of(audience)).padStart(9)],
    [`${strangers === 0 ? 'none' : strangers} of ${tries} (${((strangers / tries) * 100).toFixed(2)} %)`]
  ]);
  return columns([[['audience'], ['addresses'], ['strangers taken for one']], ...rows]);
}

function linesOf(
  directory: { readonly [address: string]: readonly { readonly audience: string }[] },
  accepted: readonly { readonly audience: string }[]
): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const count = (audience: string): void => void lines.set(audience, (lines.get(audience) ?? 0) + 1);
  for (const known of Object.values(directory)) for (const audience of new Set(known.map(each => each.audience))) count(audience);
  for (const { audience } of accepted) count(audience);
  return lines;
}
