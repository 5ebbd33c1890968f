import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rules } from '../../core/mail/rules/index.ts';
import type { Command, Sink } from '../../service/cli/command.ts';
import { main } from '../../service/cli/main.ts';

interface Given {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  /** Whether a person looks at the streams. */
  readonly isTTY?: boolean;
  readonly env?: { readonly [name: string]: string | undefined };
  readonly commands?: readonly Command[];
  /** Presses Ctrl-C once this text was written to stdout. */
  readonly stopAfter?: string;
  /** How many milliseconds pass from one look at the clock to the next. */
  readonly pace?: number;
}

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `beadle <args>` inside this process, on Sunday 22 November 2026. */
export async function beadle(args: readonly string[], given: Given = {}): Promise<Ran> {
  const { cwd = tmpdir(), stdin = '', isTTY = false, env = {}, commands, stopAfter, pace = 0 } = given;
  const stop = new AbortController();
  const out: string[] = [];
  const err: string[] = [];
  const stdout: Sink = {
    isTTY,
    write: async text => {
      out.push(text);
      if (stopAfter !== undefined && text.includes(stopAfter)) stop.abort();
    }
  };
  const stderr: Sink = { isTTY, write: async text => void err.push(text) };
  let instant = Date.parse('2026-11-22T12:00:00Z') - pace;
  const now = () => new Date((instant += pace));
  const io = { stdin: once(stdin), stdout, stderr, cwd, env, now, stop: stop.signal };
  const code = await main(args, io, commands);
  return { code, out: out.join(''), err: err.join('') };
}

async function* once(bytes: string | Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
}

/** A folder of its own for each test, with these files in it; taken away after the test. */
export function folders(): (files?: { readonly [path: string]: string | Uint8Array }) => Promise<string> {
  const made: string[] = [];
  afterEach(async () => {
    for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
  });
  return async (files = {}) => {
    const folder = await mkdtemp(join(tmpdir(), 'beadle-'));
    made.push(folder);
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return folder;
  };
}

/** A mail as it is sent: headers, an empty line, the text. */
export function eml(headers: { readonly [name: string]: string }, body = 'Good morning'): string {
  const lines = Object.entries({ From: 'teacher@school.example', To: 'colleague@school.example', ...headers });
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}\r\n`;
}

/** A `beadle.yaml` in which only these rules judge, as they are told to; all the others are off. */
export function schoolWith(told: { readonly [rule: string]: object }, more = ''): string {
  const decided = Object.fromEntries(rules.map(({ id }) => [id, told[id] || { action: 'off' }]));
  return `school: { name: Example Primary School, policy: st-norberts }
domains: { staff: [school.example], pupils: [pupils.school.example] }
people: { headteacher: [head@school.example] }
mail: { rules: ${JSON.stringify(decided)} }
${more}`;
}
