import type { Io } from './command.ts';

/** What somebody types, line by line. */
export interface Typing {
  /** The next line, without its end; nothing once there is no more, or Ctrl-C was pressed. */
  readonly line: () => Promise<string | undefined>;
  /** The same without showing it, where a terminal lets us hide it. */
  readonly secret: () => Promise<string | undefined>;
}

interface Terminal {
  readonly isTTY?: boolean;
  readonly setRawMode?: (raw: boolean) => unknown;
}

/** Reads what is typed, or what a script hands over all at once. */
export function typedLines(io: Pick<Io, 'stdin' | 'stdout' | 'stop'>): Typing {
  const bytes = io.stdin[Symbol.asyncIterator]();
  const stopped = new Promise<undefined>(done => {
    if (io.stop.aborted) done(undefined);
    else io.stop.addEventListener('abort', () => done(undefined), { once: true });
  });
  let waiting = '';

  async function more(): Promise<boolean> {
    const next = await Promise.race([bytes.next(), stopped]);
    if (!next || next.done) return false;
    waiting += Buffer.from(next.value).toString('utf8');
    return true;
  }

  async function line(): Promise<string | undefined> {
    for (;;) {
      const end = /\r\n|\r|\n/.exec(waiting);
      if (end) {
        const read = waiting.slice(0, end.index);
        waiting = waiting.slice(end.index + end[0].length);
        return read;
      }
      if (!(await more())) {
        const last = waiting;
        waiting = '';
        return last === '' || io.stop.aborted ? undefined : last;
      }
    }
  }

  async function secret(): Promise<string | undefined> {
    const terminal = io.stdin as Terminal;
    if (!terminal.isTTY || !terminal.setRawMode) return line();
    terminal.setRawMode(true);
    try {
      for (;;) {
        // In this mode the terminal hands over every key, Ctrl-C and Ctrl-D among them.
        const end = /[\r\n\u0003\u0004]/.exec(waiting);
        if (end) {
          const typed = waiting.slice(0, end.index);
          waiting = waiting.slice(end.index + 1);
          if (/[\u0003\u0004]/.test(end[0])) return undefined;
          return Array.from(typed).reduce((kept, key) => (key === '\u007f' || key === '\b' ? kept.slice(0, -1) : kept + key), '');
        }
        if (!(await more())) return undefined;
      }
    } finally {
      terminal.setRawMode(false);
      await io.stdout.write('\n');
    }
  }

  return { line, secret };
}
