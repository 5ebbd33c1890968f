import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity, Happened, Letter, PersonaId, StepId } from '../../addin/demonstration/api.ts';
import type { Text } from '../../core/locale.ts';

/** What the demonstration keeps beside the school's own data: what only a demonstration has. */
export interface Kept {
  /** The past was gone through to its end. */
  lived: boolean;
  /** Milliseconds by which the clock is ahead, and the moment up to which jobs were done, ISO 8601. */
  offset: number;
  until: string;
  persona: PersonaId;
  sent: number;
  letters: (Letter & { readonly box: string })[];
  chats: { [conversation: string]: { seq: number; readonly activity: Activity }[] };
  /** How far each chat was looked at. */
  looked: { [conversation: string]: number };
  seq: number;
  done: { [S in StepId]?: Text };
  happened: Happened[];
}

/** What is kept, and how it is changed. */
export interface Keeping {
  readonly now: Readonly<Kept>;
  /** Changes it, tells whoever waits, and writes it down a moment later. */
  readonly change: (does: (kept: Kept) => void) => void;
  readonly revision: () => number;
  /** Resolves when the revision is another than that, or after so many milliseconds. */
  readonly changed: (from: number, milliseconds: number) => Promise<void>;
  readonly flush: () => void;
  /** Reads again what another process may have written. */
  readonly reload: () => void;
}

const file = 'state.json';
const most = { letters: 200, activities: 100, happened: 12 } as const;

const fresh = (): Kept => ({
  lived: false,
  offset: 0,
  until: '',
  persona: 'teacher',
  sent: 0,
  letters: [],
  chats: {},
  looked: {},
  seq: 0,
  done: {},
  happened: []
});

/** What is kept in a folder; something fresh where nothing is, or nothing that can be read. `first`: the revision to count on from. */
export function keepingIn(folder: string, first: number): Keeping {
  const path = join(folder, file);
  const kept = read(path) ?? fresh();
  let revision = first;
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Set<() => void>();

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.part`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${path}.part`, path);
  };

  return {
    now: kept,
    revision: () => revision,
    change: does => {
      does(kept);
      kept.letters.splice(most.letters);
      kept.happened.splice(most.happened);
      for (const chat of Object.values(kept.chats)) chat.splice(0, chat.length - most.activities);
      revision += 1;
      for (const wake of waiting) wake();
      timer ??= setTimeout(flush, 300).unref();
    },
    changed: (from, milliseconds) =>
      new Promise(resolve => {
        if (revision !== from) return resolve();
        const done = (): void => {
          clearTimeout(late);
          waiting.delete(done);
          resolve();
        };
        const late = setTimeout(done, milliseconds).unref();
        waiting.add(done);
      }),
    flush,
    reload: () => void Object.assign(kept, read(path))
  };
}

function read(path: string): Kept | undefined {
  try {
    return { ...fresh(), ...(JSON.parse(readFileSync(path, 'utf8')) as Kept) };
  } catch {
    return undefined;
  }
}
