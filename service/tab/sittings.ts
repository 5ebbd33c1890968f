import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isSecret } from '../links.ts';
import type { KeptSitting, TabSittings } from '../store/tab.ts';

const minute = 60 * 1000;

/** How long somebody sits at the tab, in milliseconds: without doing anything, and at the most. */
export const sits = { idle: 30 * minute, most: 12 * 60 * minute } as const;

/** Somebody who sits at the tab, as a request of theirs finds them. */
export interface TabSitting extends KeptSitting {
  readonly secret: string;
  /** Proves that a request comes from our own page: no other site can read it. */
  readonly csrf: string;
  /** When it ends if nothing more is done. */
  readonly idleAt: Date;
}

/** Who sits at the tab. Each sign-in has a secret of its own: one that was known before is worth nothing after. */
export interface Sittings {
  readonly begin: (person: string, by: KeptSitting['by']) => Promise<{ readonly secret: string; readonly endsAt: Date }>;
  /** Nothing where it is over. `doing`: somebody did something, and it goes on for a while. */
  readonly find: (secret: string, doing: boolean) => Promise<TabSitting | undefined>;
  /** Whether a secret is none that was given here: made up, of another school, or long over. */
  readonly isStrange: (secret: string) => Promise<boolean>;
  readonly end: (secret: string) => Promise<void>;
  readonly sweep: () => Promise<number>;
}

export function sittingsOf(store: TabSittings, now: () => Date): Sittings {
  return {
    begin: async (person, by) => {
      const secret = randomBytes(32).toString('base64url');
      const at = now();
      const endsAt = new Date(at.getTime() + sits.most);
      await store.add(sha256(secret), { person, by, madeAt: at, seenAt: at, endsAt });
      return { secret, endsAt };
    },
    find: async (secret, doing) => {
      if (!isSecret(secret)) return undefined;
      const kept = await store.one(sha256(secret));
      const at = now();
      if (!kept || kept.endsAt <= at || kept.seenAt.getTime() + sits.idle <= at.getTime()) return undefined;
      // A page asks several times at once; to the minute is exact enough.
      const due = doing && at.getTime() - kept.seenAt.getTime() >= minute;
      if (due) await store.seen(sha256(secret), at);
      const seenAt = due ? at : kept.seenAt;
      return { ...kept, seenAt, secret, csrf: csrfOf(secret), idleAt: new Date(seenAt.getTime() + sits.idle) };
    },
    isStrange: async secret => secret !== '' && !(isSecret(secret) && (await store.one(sha256(secret)))),
    end: async secret => {
      if (isSecret(secret)) await store.end(sha256(secret));
    },
    sweep: () => store.sweep(now(), new Date(now().getTime() - sits.idle))
  };
}

/** Whether a request bears the proof of this sitting. */
export function provesOwnPage({ csrf }: Pick<TabSitting, 'csrf'>, given: string | undefined): boolean {
  const [right, said] = [Buffer.from(csrf), Buffer.from(given ?? '')];
  return right.length === said.length && timingSafeEqual(right, said);
}

function csrfOf(secret: string): string {
  return createHmac('sha256', secret).update('beadle tab').digest('base64url');
}

function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
