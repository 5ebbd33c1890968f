import type { Text } from '../../core/locale.ts';
import type { Offset } from '../../core/dates.ts';
import type { Errand, Job, Jobs, startJobs } from '../jobs/jobs.ts';
import type { MovedClock } from './clock.ts';
import { type Due, dueBetween } from './due.ts';

/** What was done at a moment. */
export interface Done {
  readonly at: string;
  readonly job: string;
  readonly says: Text;
}

/** Jobs that are done in this process alone, when the clock that somebody moves says so. */
export interface MovedJobs {
  /** In the place of the list of jobs in the database. */
  readonly start: typeof startJobs;
  /** Sets the clock to each moment at which something falls due, does it, and lets the clock go on from `until`. Resolves to what was done. */
  readonly goTo: (after: Date, until: Date) => Promise<Gone>;
}

/** What a move of the clock brought. */
export interface Gone {
  readonly done: readonly Done[];
  /** How many audits a long move left out. */
  readonly audits: number;
}

/** More than that is a long move, in milliseconds. */
const month = 31 * 86_400_000;

/** Of these a long move does the last ones alone: each looks at all that there is, so that the last stand for those before them. */
const lastAlone: { readonly [job: string]: number } = { audit: 4, checkpoint: 4, files: 1, reports: 1, sweep: 1, verify: 1 };

interface Parts {
  readonly clock: MovedClock;
  readonly offsets: readonly Offset[];
  /** At what time of the day what is looked at all the time falls due. */
  readonly daily: string;
  readonly log: (line: string) => void;
  /** Called after each moment at which something was done. */
  readonly after?: () => void;
}

export function movedJobs({ clock, offsets, daily, log, after }: Parts): MovedJobs {
  let jobs: readonly Job[] = [];
  let errands: readonly Errand<never>[] = [];
  let waiting: { readonly name: string; readonly data: object }[] = [];
  let stopped = false;

  /** What is queued in a transaction waits until the job that queued it has come to its end. */
  const queue: Jobs['queue'] = async (_trx, name, data) => void waiting.push(...data.map(each => ({ name, data: each })));

  async function run({ name, run: does }: Job): Promise<string | undefined> {
    try {
      const said = (await does(queue, async () => {})) ?? undefined;
      const queued = waiting;
      waiting = [];
      for (const { name: of, data } of queued) await errands.find(each => each.name === of)?.run(data as never);
      if (said !== undefined) log(said);
      return said;
    } catch (error) {
      waiting = [];
      log(`The job «${name}» failed (${error instanceof Error && 'code' in error ? String(error.code) : 'fault'}).`);
      return undefined;
    }
  }

  return {
    start: async (given, carried, { ran }) => {
      [jobs, errands, stopped] = [given, carried, false];
      return {
        queue,
        now: async name => {
          const job = jobs.find(each => each.name === name);
          if (job) await run(job);
          ran?.(name, true);
        },
        stop: async () => void (stopped = true)
      };
    },
    goTo: async (from, until) => {
      const done: Done[] = [];
      const due = dueBetween(jobs, { after: from, until, offsets, daily });
      const kept = until.getTime() - from.getTime() > month ? withoutRepeats(due) : due;
      for (const { at, job } of kept) {
        if (stopped) break;
        clock.stand(at);
        const said = await run(job);
        after?.();
        if (said !== undefined) done.push({ at: at.toISOString(), job: job.name, says: inBoth(said) });
      }
      clock.goOn(until);
      const audits = (of: readonly Due<Job>[]): number => of.filter(({ job }) => job.name === 'audit').length;
      return { done, audits: audits(due) - audits(kept) };
    }
  };
}

function withoutRepeats(due: readonly Due<Job>[]): readonly Due<Job>[] {
  const left = new Map<string, number>(Object.entries(lastAlone));
  return due
    .toReversed()
    .filter(({ job: { name } }) => {
      const more = left.get(name);
      if (more !== undefined) left.set(name, more - 1);
      return more === undefined || more > 0;
    })
    .toReversed();
}

const sentences: readonly (readonly [pattern: RegExp, welsh: string])[] = [
  [
    /^Planned: (\d+) to be asked or reminded, (\d+) told of somebody late, (\d+) who left\.$/,
    'Cynlluniwyd: $1 i’w gofyn neu i’w hatgoffa, $2 i gael gwybod am rywun hwyr, $3 wedi gadael.'
  ],
  [/^Today’s checkpoint covers (\d+) entries\.$/, 'Mae pwynt gwirio heddiw yn cynnwys $1 cofnod.'],
  [
    /^Audited: (\d+) checks right, (\d+) to put right, (\d+) not known; the report goes to (\d+) readers\.$/,
    'Archwiliwyd: $1 gwiriad yn gywir, $2 i’w cywiro, $3 yn anhysbys; mae’r adroddiad yn mynd at $4 darllenydd.'
  ],
  [/^The ledger was verified: (\d+) entries, nothing wrong\.$/, 'Gwiriwyd y llyfr cofnodion: $1 cofnod, dim o’i le.']
];

/** What a job says for the log, in both languages as far as the demonstration knows the sentence. */
function inBoth(said: string): Text {
  const known = sentences.find(([pattern]) => pattern.test(said));
  return { en: said, cy: known ? said.replace(known[0], known[1]) : said };
}
