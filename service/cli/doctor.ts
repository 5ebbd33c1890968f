import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Examined } from '../doctor/examine.ts';
import type { Line } from '../doctor/line.ts';
import { failure } from '../failure.ts';
import { readSchool } from '../school.ts';
import { trustFile } from '../trust-file.ts';
import { command, type Command } from './command.ts';

const signs: { readonly [S in Line['state']]: string } = { right: '✓', wrong: '✗', unseen: '–' };

/** `beadle doctor`: looks at a running system from the outside in. `more`: the world, in tests. */
export function doctorIn(more: Pick<Examined, 'world' | 'reached' | 'free' | 'node'> = {}): Command {
  return command({
    path: 'doctor',
    summary: 'look at a running system from the outside in, and say what to put right',
    details:
      'Looks at name, certificate, pages, add-ins, bot, clock, database, ledger, jobs, outbox, rights, keys, backup, disk and Node, and changes nothing.\n' +
      'Of a trust it says in one line a school whether its file is right and whether it is served; --school looks at one of them.\n' +
      'Takes secrets from the environment, and from beadle.env beside beadle.yaml. Each line is ✓ (right), ✗ (something to put right) or – (not seen).\n' +
      'Exit code: 0 all that was seen is right, 1 something is to be put right, 2 something could not be looked at.',
    arguments: [],
    options: {
      school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
      trust: { kind: 'value', of: 'FILE', says: 'the trust.yaml of many schools (default: ./trust.yaml, where there is no beadle.yaml)' },
      backups: { kind: 'value', of: 'FOLDER', says: 'the folder in which backups lie' },
      json: { kind: 'flag', says: 'print one JSON object a line' },
      lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
    },
    examples: [
      { line: 'beadle doctor', says: 'look at everything' },
      { line: 'beadle doctor --backups /var/backups/beadle --json', says: 'for another program, the age of backups as well' }
    ],
    run: async (_args, { school: file, trust, backups, json, lang }, io) => {
      const { examine, exitCodeOf } = await import('../doctor/examine.ts');
      const seen = async (lines: readonly Line[]): Promise<void> => {
        for (const line of lines) await io.stdout.write(json ? `${JSON.stringify(line)}\n` : said(line, lang));
      };
      const school = trust === undefined ? await readSchool(file, io) : undefined;
      const many = trust ?? (school?.file === undefined && existsSync(resolve(io.cwd, trustFile)) ? trustFile : undefined);
      if (many !== undefined) {
        const [{ readTrustFile }, { trustLines }, { reach }] = await Promise.all([
          import('../trust.ts'),
          import('../doctor/trust.ts'),
          import('../doctor/outside.ts')
        ]);
        const read = await readTrustFile(resolve(io.cwd, many), many);
        return exitCodeOf(await trustLines(read, { world: more.reached ?? reach, stop: io.stop }, seen));
      }
      if (school?.file === undefined)
        throw failure('file-missing', 'There is no beadle.yaml here. Name yours with --school, or write one with «beadle setup».');
      const { cwd, env, now, stop } = io;
      const folder = backups === undefined ? undefined : resolve(cwd, backups);
      const lines = await examine({ ...school, file: school.file }, { ...more, cwd, env, now, stop, backups: folder }, seen);
      return exitCodeOf(lines);
    }
  });
}

/** `beadle doctor`. */
export const doctor = doctorIn();

function said({ state, says, todo }: Line, lang: 'en' | 'cy'): string {
  return `${signs[state]} ${says[lang]}\n${todo && state !== 'right' && todo[lang] !== '' ? `    ${todo[lang]}\n` : ''}`;
}
