import type { Outbox, Outcome, Rate, Sending } from '../outbox.ts';

/** Whether something that may have arrived is there. */
export type Arrival =
  | { readonly kind: 'there'; readonly activity?: string }
  | { readonly kind: 'not-there' }
  /** Nobody may look. */
  | { readonly kind: 'hidden' }
  /** It could not be looked just now. */
  | { readonly kind: 'later' };

/** A way on which things go out. Nothing of it throws for what can happen. */
export interface Carrier extends Rate {
  /** How many are under way at once. */
  readonly atOnce: number;
  readonly send: (sending: Sending) => Promise<Outcome>;
  readonly arrived: (sending: Sending) => Promise<Arrival>;
}

/** What is sent, as it goes on. */
export interface Pump {
  /** Takes no more, waits for what is under way, records it. */
  readonly stop: () => Promise<void>;
}

interface Parts {
  readonly outbox: Outbox;
  readonly carriers: readonly Carrier[];
  /** Gets a static sentence with a code, never a word or a name. */
  readonly log: (line: string) => void;
  /** Milliseconds between two looks for what is due. */
  readonly pollMs?: number;
}

/** Milliseconds for which outcomes are gathered before they are recorded together. */
const gather = 20;

/**
 * Sends what is due, on every channel, until it is stopped. Any number of processes may do so on one database: they share the rate and take each thing once.
 */
export function pump({ outbox, carriers, log, pollMs = 500 }: Parts): Pump {
  const ended = new AbortController();
  const runs = carriers.map(carrier => run(carrier, outbox, log, pollMs, ended.signal));
  return {
    stop: async () => {
      ended.abort();
      await Promise.all(runs);
    }
  };
}

async function run(carrier: Carrier, outbox: Outbox, log: (line: string) => void, pollMs: number, ended: AbortSignal): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let gathered: (readonly [Sending, Outcome])[] = [];
  let recording: Promise<void> | undefined;
  let wake: (() => void) | undefined;

  const sleep = (ms: number): Promise<void> =>
    new Promise(resolve => {
      const done = (): void => {
        clearTimeout(timer);
        ended.removeEventListener('abort', done);
        wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      ended.addEventListener('abort', done);
      wake = done;
    });

  /** What cannot be recorded is tried again until it can: until then the rows belong to us, and afterwards somebody looks. */
  async function recordAll(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, gather));
    while (gathered.length > 0) {
      const now = gathered;
      gathered = [];
      for (let attempt = 1; ; attempt++) {
        try {
          await outbox.record(carrier, now);
          break;
        } catch (error) {
          log(`What was sent could not be recorded (${nameOf(error)}).`);
          if (attempt === 20) break;
          await new Promise(resolve => setTimeout(resolve, Math.min(attempt * 200, 2000)));
        }
      }
    }
  }

  function became(sending: Sending, outcome: Outcome): void {
    gathered.push([sending, outcome]);
    recording ??= recordAll().finally(() => (recording = undefined));
  }

  function start(sending: Sending, does: (sending: Sending) => Promise<Outcome | undefined>): void {
    const work: Promise<void> = does(sending)
      .catch((error: unknown): Outcome => {
        // A fault of ours before the call or after it: one cannot know which.
        log(`A sending failed (${nameOf(error)}).`);
        return { kind: 'unclear', reason: 'fault' };
      })
      .then(outcome => {
        if (outcome) became(sending, outcome);
        underWay.delete(work);
        // Takers come in groups: one at a time would be one transaction each.
        if (underWay.size <= carrier.atOnce / 2) wake?.();
      });
    underWay.add(work);
  }

  let nextLook = 0;
  while (!ended.aborted) {
    try {
      if (Date.now() >= nextLook) {
        nextLook = Date.now() + Math.min(carrier.leaseMs / 4, 15_000);
        for (const sending of await outbox.abandoned(carrier, 50)) start(sending, each => looked(carrier, each));
      }
      const room = carrier.atOnce - underWay.size;
      const { sendings, waitMs } = room > 0 ? await outbox.claim(carrier, room) : { sendings: [], waitMs: pollMs };
      for (const sending of sendings) start(sending, carrier.send);
      if (sendings.length === 0) await sleep(Math.min(Math.max(waitMs, 5), pollMs));
      else if (carrier.atOnce > underWay.size && carrier.perSecond > 0) await sleep(Math.min(pollMs, 50));
    } catch (error) {
      log(`The outbox could not be read (${nameOf(error)}).`);
      await sleep(1000);
    }
  }
  await Promise.all(underWay);
  while (recording) await recording;
}

/** What became of something whose sender is gone. */
async function looked(carrier: Carrier, sending: Sending): Promise<Outcome | undefined> {
  const arrival = await carrier.arrived(sending).catch((): Arrival => ({ kind: 'later' }));
  switch (arrival.kind) {
    case 'there':
      return { kind: 'sent', ...(arrival.activity === undefined ? {} : { activity: arrival.activity }) };
    case 'not-there':
      return { kind: 'again', afterMs: 0, counts: true, reason: 'not-there' };
    case 'hidden':
      return { kind: 'unknown' };
    case 'later':
      // The new lease runs out, and it is looked again.
      return undefined;
  }
}

function nameOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code !== '' ? code : error instanceof Error ? error.name : 'unknown';
}
