import type { Io } from './command.ts';

/** One line on stderr that renews itself where somebody is looking; elsewhere a line every ten seconds. */
export interface Renewing {
  /** Shows how far it is, if it is time to. `words` is told how many milliseconds have passed since the beginning. */
  readonly show: (words: (milliseconds: number) => string) => Promise<void>;
  /** Takes the line away, so that something else can be written. */
  readonly clear: () => Promise<void>;
}

/** Begins now. */
export function renewing(io: Pick<Io, 'stderr' | 'now'>): Renewing {
  const every = io.stderr.isTTY ? 200 : 10_000;
  const begun = io.now().getTime();
  let last = begun;
  let shown = false;
  return {
    show: async words => {
      const now = io.now().getTime();
      if (now - last < every) return;
      last = now;
      shown = io.stderr.isTTY;
      await io.stderr.write(io.stderr.isTTY ? `\r\u001b[K${words(now - begun)}` : `beadle: ${words(now - begun)}\n`);
    },
    clear: async () => {
      if (shown) await io.stderr.write('\r\u001b[K');
      shown = false;
    }
  };
}

/** A count with commas between its thousands. */
export function number(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A part of a whole in per cent. */
export function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** A number of bytes as people read it. */
export function sized(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
