import { pino } from 'pino';
import type { Sink } from './cli/command.ts';
import type { Environment } from './environment.ts';

/** What the service says of itself while it runs. A line is a static sentence with codes and counts: never a name, an address or a word of anybody. */
export interface Log {
  readonly info: (line: string) => void;
  readonly warn: (line: string) => void;
}

/** Logs lines for whoever watches at a terminal, and JSON (pino's) for everything else. */
export function logTo(sink: Sink, level: Environment['logLevel']): Log {
  if (sink.isTTY) {
    const from = (wanted: 'info' | 'warn'): boolean => pino.levels.values[wanted]! >= (pino.levels.values[level] ?? Infinity);
    const write = (line: string): void => void sink.write(`${line}\n`);
    return { info: from('info') ? write : () => {}, warn: from('warn') ? write : () => {} };
  }
  // Neither the machine's name nor a process id says anything that whoever collects the lines does not know.
  const lines = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line: string) => void sink.write(line) });
  return { info: line => lines.info(line), warn: line => lines.warn(line) };
}
