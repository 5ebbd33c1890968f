import type { Clock } from '../../graph/limiter.ts';

/** A clock that stands still until everybody waits, and then goes to the next moment for which somebody waits. */
export function testClock(start = Date.parse('2026-11-22T02:00:00Z')): Clock & { readonly passed: () => number } {
  let now = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  let ticking = false;

  /** Lets whatever can still happen now happen first. */
  function tick(idle: number): void {
    ticking = true;
    setImmediate(() => {
      if (idle < 5) return tick(idle + 1);
      ticking = false;
      const next = Math.min(...sleepers.map(({ at }) => at));
      if (next === Infinity) return;
      now = Math.max(now, next);
      const due = sleepers.filter(({ at }) => at <= now);
      sleepers = sleepers.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
      if (sleepers.length > 0) tick(0);
    });
  }

  return {
    now: () => now,
    passed: () => now - start,
    sleep: (ms, signal) =>
      new Promise(resolve => {
        if (signal?.aborted) return resolve();
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter(each => each !== sleeper);
          resolve();
        });
        if (!ticking) tick(0);
      })
  };
}
