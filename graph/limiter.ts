/** How often a vendor lets one application ask: `most` requests in any `perMs` milliseconds, and at most `atOnce` under way. */
export interface Limit {
  readonly most: number;
  readonly perMs: number;
  readonly atOnce?: number;
}

/** Time as a limiter sees it; tests bring their own. `sleep` ends early, without an error, when `signal` is aborted. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Lets requests of one bucket through as fast as the vendor allows and no faster, in the order in which they came. */
export interface Limiter {
  /** Resolves when it is this request's turn, with what is to be called when it is over. */
  readonly turn: () => Promise<() => void>;
  /** The vendor asked for a pause: nobody goes before this instant (ms). */
  readonly pause: (until: number) => void;
}

export function limiter({ most, perMs, atOnce = Infinity }: Limit, clock: Clock): Limiter {
  /** When the last `most` requests went, oldest first. */
  const gone: number[] = [];
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let paused = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function letThrough(): Promise<() => void> {
    while (underWay >= atOnce) await new Promise<void>(resolve => waiting.push(resolve));
    for (;;) {
      const now = clock.now();
      while (gone.length > 0 && gone[0]! <= now - perMs) gone.shift();
      const until = Math.max(paused, gone.length < most ? 0 : gone[0]! + perMs);
      if (until <= now) break;
      await clock.sleep(until - now);
    }
    gone.push(clock.now());
    underWay += 1;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      underWay -= 1;
      waiting.shift()?.();
    };
  }

  return {
    turn: () => {
      const mine = last.then(letThrough);
      last = mine;
      return mine;
    },
    pause: until => {
      paused = Math.max(paused, until);
    }
  };
}
