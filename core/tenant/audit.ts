import type { Unread } from '../judge.ts';
import type { Audited, Check, Outcome } from './check.ts';
import type { Parts, Snapshot, Streams } from './snapshot.ts';

/**
 * Why a check has no verdict: the licence, the permission, or the DPIA line is missing, the vendor does not show it, some of it did not arrive, or the
 * defect is ours.
 */
export type Missing = 'not-licensed' | 'not-permitted' | 'not-readable' | 'incomplete' | 'no-dpia' | 'error';

/** What one check says of one tenant. `lacks` names the licence or permission that is missing. */
export type Result = Pick<Check, 'id' | 'duties' | 'severity'> &
  (Outcome | { readonly state: Missing; readonly part?: string; readonly lacks?: string });

/** A stream that was read to its end, or how far it came: what did not arrive makes a result `incomplete`, never shorter. */
export type Ended = { readonly seen: number } | { readonly unread: Unread; readonly lacks?: string; readonly seen: number };

/** Judges while a tenant streams past. */
export interface Audit {
  /** What the checks that run want to see. */
  readonly parts: readonly (keyof Parts)[];
  readonly streams: readonly (keyof Streams)[];
  readonly see: <S extends keyof Streams>(stream: S, thing: Streams[S]) => void;
  readonly ended: (stream: keyof Streams, how: Ended) => void;
  /** The results, in the order of the checks. Never throws; a check whose part or stream is missing is never `pass` or `fail`. */
  readonly results: (snapshot: Snapshot) => readonly Result[];
}

const missing: { readonly [U in Unread]: Missing } = {
  forbidden: 'not-permitted',
  unlicensed: 'not-licensed',
  unreachable: 'incomplete',
  unsupported: 'not-readable'
};

/** Begins an audit with the checks that are for this vendor. `allowed` says whether a check that monitors people has its DPIA line. */
export function beginAudit(checks: readonly Check[], audited: Audited, allowed: (id: string) => boolean): Audit {
  const here = checks.filter(({ vendors }) => vendors.indexOf(audited.vendor) >= 0);
  const running = here.filter(({ id, people }) => !people || !people.monitors || allowed(id));
  const tallies = new Map(running.map(each => [each.id, { check: each, tally: each.begin && each.begin(), broken: false }]));
  const ends = new Map<keyof Streams, Ended>();
  const unique = <T>(all: readonly T[]): readonly T[] => all.filter((each, i) => all.indexOf(each) === i);

  function see<S extends keyof Streams>(stream: S, thing: Streams[S]): void {
    tallies.forEach(state => {
      if (state.check.walks !== stream || state.broken || !state.check.see) return;
      try {
        state.check.see(state.tally, thing, audited);
      } catch {
        state.broken = true;
      }
    });
  }

  function resultOf(each: Check, snapshot: Snapshot): Result {
    const { id, duties, severity, walks } = each;
    const says = { id, duties, severity };
    const state = tallies.get(id);
    if (!state) return { ...says, state: 'no-dpia' };
    if (state.broken) return { ...says, state: 'error' };
    const parts: { [P in keyof Parts]?: Parts[P] } = {};
    for (const part of each.reads) {
      const reading = snapshot.parts[part];
      if (!reading) return { ...says, state: 'incomplete', part };
      if ('unread' in reading) return { ...says, state: missing[reading.unread], part, ...lacksOf(reading) };
      (parts as { [part: string]: unknown })[part] = reading.value;
    }
    if (walks) {
      const end = ends.get(walks);
      if (!end) return { ...says, state: 'incomplete', part: walks };
      if ('unread' in end) return { ...says, state: missing[end.unread], part: walks, ...lacksOf(end) };
    }
    try {
      return { ...says, ...each.judge(parts as Parts, audited, state.tally) };
    } catch {
      return { ...says, state: 'error' };
    }
  }

  return {
    parts: unique(running.reduce<readonly (keyof Parts)[]>((all, { reads }) => all.concat(reads), [])),
    streams: unique(running.reduce<readonly (keyof Streams)[]>((all, { walks }) => (walks ? all.concat(walks) : all), [])),
    see,
    ended: (stream, how) => void ends.set(stream, how),
    results: snapshot => here.map(each => resultOf(each, snapshot))
  };
}

function lacksOf({ lacks }: { readonly lacks?: string }): { readonly lacks?: string } {
  return lacks === undefined ? {} : { lacks };
}
