import { fill, type Locale } from '../../core/locale.ts';
import type { Difference } from '../directory-merge.ts';
import type { SourceResult, Synced } from '../directory-sync.ts';
import { readSchool } from '../school.ts';
import type { Outside } from '../tenants.ts';
import { stopped } from './check.ts';
import { columns, wrapped } from './columns.ts';
import { command, type Command } from './command.ts';
import { directoryWords as words } from './directory-words.ts';

/** `beadle directory`: reads who is who from Microsoft and Google, and says what is otherwise than before. `world`: how tenants are reached, in tests. */
export function directoryIn(world?: Outside): Command {
  return command({
    path: 'directory',
    summary: 'read who is who from Microsoft 365 or Google Workspace, and say what is new, gone or changed',
    details:
      'Reads only. «sources:» in beadle.yaml says what is read, and «beadle serve» does it each night; the lists under «directory:» go before it and are never\n' +
      'changed. What could not be read stays as it was known. A source that suddenly lacks more than a fifth of its people is not believed without --leavers.\n' +
      'Exit code: 0 taken over, or as it is known; 1 something is otherwise and was only shown, or was not believed; 2 something could not be read.',
    arguments: [],
    options: {
      check: { kind: 'flag', says: 'show what is otherwise, and take nothing over' },
      rights: { kind: 'flag', says: 'list the least rights that the sources need; ask nobody' },
      leavers: { kind: 'flag', says: 'believe a source that lacks more than a fifth of its people' },
      school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
      lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
    },
    examples: [
      { line: 'beadle directory --rights', says: 'what to grant first' },
      { line: 'beadle directory --check', says: 'what would be otherwise' },
      { line: 'beadle directory', says: 'take it over now, not only tonight' }
    ],
    run: async (_args, { check, rights, leavers, school: file, lang }, io) => {
      const { openWhoIsWho, rightsOfSources, syncDirectory } = await import('../directory-sync.ts');
      const school = await readSchool(file, io);
      if (rights) {
        const needs = rightsOfSources(school.config).map(({ right, sources }) => [[right.name], [right.id ?? ''], [sources.join(', ')]]);
        await io.stdout.write(needs.length > 0 ? columns(needs) : `${words.none[lang]}\n`);
        return 0;
      }
      const parts = await openWhoIsWho(school, io);
      try {
        const synced = await syncDirectory(parts, { stop: io.stop, world, leavers, look: check });
        if (io.stop.aborted) return stopped;
        await io.stdout.write(textOf(synced, { lang, look: check }));
        return codeOf(synced, check);
      } finally {
        await parts.close();
      }
    }
  });
}

/** `beadle directory`. */
export const directory = directoryIn();

function codeOf({ sources, differences: { added, gone, changed } }: Synced, look: boolean): number {
  if (sources.some(({ outcome }) => outcome === 'unread')) return 2;
  if (sources.some(({ outcome }) => outcome === 'held')) return 1;
  return look && added.length + gone.length + changed.length > 0 ? 1 : 0;
}

function textOf(
  { sources, differences, forgotten, tied }: Synced,
  { lang, look }: { readonly lang: Locale; readonly look: boolean }
): string {
  const { added, gone, changed, same } = differences;
  const rows = sources.map(result => [[result.source], [String(result.people).padStart(words.people[lang].length)], saidOf(result, lang)]);
  const groups = [
    [words.added, added],
    [words.gone, gone],
    [words.changed, changed]
  ] as const;
  return [
    wrapped(fill(words.counts[lang], { added: added.length, gone: gone.length, changed: changed.length, same }), ''),
    '\n',
    columns([[[words.source[lang]], [words.people[lang]], ['']], ...rows]),
    ...groups.filter(([, of]) => of.length > 0).map(([label, of]) => `\n${label[lang]}\n${linesOf(of, lang)}`),
    ...(forgotten.length > 0 ? ['\n', wrapped(fill(words.forgotten[lang], { sources: forgotten.join(', ') }), '')] : []),
    ...(tied > 0 ? [`\n${fill(words.tied[lang], { count: tied })}\n`] : []),
    ...(look ? [`\n${words.looked[lang]}\n`] : [])
  ].join('');
}

function saidOf({ outcome, missing, lacks, doubts }: SourceResult, lang: Locale): readonly string[] {
  const first =
    outcome === 'taken'
      ? words.taken[lang]
      : outcome === 'held'
        ? missing === undefined
          ? words.heldBefore[lang]
          : fill(words.held[lang], { missing })
        : lacks === undefined
          ? words.unread[lang]
          : fill(words.forbidden[lang], { lacks });
  return doubts > 0 ? [first, fill(words.doubts[lang], { count: doubts })] : [first];
}

const most = 20;

function linesOf(of: readonly Difference[], lang: Locale): string {
  const shown = of.slice(0, most).map(({ address, audience, name }) => [[`  ${address}`], [audience], [name ?? '']]);
  const left = of.length - most;
  return `${columns(shown)}${left > 0 ? `  ${fill(words.more[lang], { count: left })}\n` : ''}`;
}
