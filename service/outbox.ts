import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { type SendingReason, sendingReasons } from './sending-reasons.ts';
import { type NewSending, plan } from './store/ledger.ts';
import type { Tables } from './store/tables.ts';

type Row = Selectable<Tables['sending']>;

/** One thing that is to go out to one person. */
export interface Sending {
  readonly id: string;
  readonly person: string;
  readonly purpose: Row['purpose'];
  readonly channel: Row['channel'];
  readonly step: string;
  readonly payload: { readonly [name: string]: unknown };
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** The moment (of `performance.now()`) at which it belongs to us no more; surely not later than the database says. */
  readonly until: number;
  /** The chat into which it was tried. */
  readonly conversation?: string;
}

/** What became of an attempt. */
export type Outcome =
  | { readonly kind: 'sent'; readonly conversation?: string; readonly activity?: string }
  /** Nothing is left to say: they signed meanwhile. */
  | { readonly kind: 'needless' }
  /** It did not arrive; another attempt in so many milliseconds. `counts` is false where the attempt says nothing of this message. */
  | { readonly kind: 'again'; readonly afterMs: number; readonly counts: boolean; readonly reason: string; readonly pausesAll?: boolean }
  /** It may have arrived. It stays taken until its lease is over; then somebody looks. */
  | { readonly kind: 'unclear'; readonly reason: string; readonly conversation?: string }
  /** Nobody looked and nobody can: it is left to the coordinator. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly reason: SendingReason; readonly instead?: 'mail' };

/** How many stand where; the states always add up to the total. */
export interface Progress {
  readonly total: number;
  readonly planned: number;
  readonly sending: number;
  readonly sent: number;
  readonly failed: number;
  readonly unknown: number;
  readonly cancelled: number;
}

/** How fast a channel may send, in all processes together. */
export interface Rate {
  readonly channel: Row['channel'];
  /** Messages a second. */
  readonly perSecond: number;
  /** Milliseconds for which what was taken belongs to whoever took it; several times longer than a call can last. */
  readonly leaseMs: number;
}

/** What was taken, or how many milliseconds to wait before asking again. */
export interface Claimed {
  readonly sendings: readonly Sending[];
  readonly waitMs: number;
}

/**
 * What goes out, kept in the database: planned → sending → sent, failed, unknown or cancelled. Each is marked `sending`, with a lease, before the first byte
 * of it leaves; what a process held when it was killed is therefore known, and nothing else is in doubt. Such a row has an unknown outcome. It is left
 * alone until its lease is over, so that a call in flight can no longer land, and then the chat is looked at: what is there is `sent`, what is not there is
 * planned again. A process that was merely held up does not send either once half of its lease is over. Where nobody may look it becomes `unknown`: it is never sent again by itself, the coordinator sees it, and the next reminder reaches the
 * person. So nobody gets a message twice, and whoever may have got none is named.
 */
export interface Outbox {
  /** Plans; what was planned before under the same step is passed over. */
  readonly plan: (sendings: readonly NewSending[]) => Promise<void>;
  readonly progress: (of?: { readonly step?: string; readonly since?: Date }) => Promise<Progress>;
  /** Stops the sending of this school, or lets it go on. */
  readonly pause: (paused: boolean, by: string) => Promise<void>;
  /** Takes back what is planned for these people and has not left; gives how many. */
  readonly cancel: (people: readonly string[], purposes?: readonly Row['purpose'][]) => Promise<number>;
  /** What was given up and what is in doubt, and nothing has gone to that person since, nor is on its way; the newest first. */
  readonly troubles: (most?: number) => Promise<
    readonly {
      readonly id: string;
      readonly person: string;
      readonly reason: SendingReason;
      readonly state: 'failed' | 'unknown';
      readonly at: Date;
    }[]
  >;
  /** Takes what is due, at most `most` and at most what the shared bucket gives. No two callers get the same. */
  readonly claim: (rate: Rate, most: number) => Promise<Claimed>;
  /** Takes what was left `sending` by somebody whose lease is over. */
  readonly abandoned: (rate: Rate, most: number) => Promise<readonly Sending[]>;
  /** Records what became of attempts, and plans what goes another way, in one transaction. */
  readonly record: (rate: Rate, outcomes: readonly (readonly [Sending, Outcome])[]) => Promise<void>;
}

/** Attempts after which one is given up. */
const mostAttempts = 8;

/** The outbox of one school. `now` decides what is due; leases and the bucket go by the database's clock, which all processes share. */
export function outboxOf(db: Kysely<Tables>, school: string, now: () => Date = () => new Date()): Outbox {
  return {
    plan: sendings => plan(db, school, sendings),

    progress: async ({ step, since } = {}) => {
      let query = db
        .selectFrom('sending')
        .select(({ fn }) => [
          fn.countAll<number>().as('total'),
          ...(['planned', 'sending', 'sent', 'failed', 'unknown', 'cancelled'] as const).map(state =>
            fn.countAll<number>().filterWhere('state', '=', state).as(state)
          )
        ])
        .where('school', '=', school);
      if (step !== undefined) query = query.where('step', 'like', `${step.replace(/[\\%_]/g, '\\$&')}%`);
      if (since !== undefined) query = query.where('created_at', '>=', since);
      return (await query.executeTakeFirstOrThrow()) as Progress;
    },

    pause: async (paused, by) => {
      await db
        .updateTable('school')
        .set(paused ? { paused_at: now(), paused_by: by } : { paused_at: null, paused_by: null })
        .where('id', '=', school)
        .execute();
    },

    cancel: async (people, purposes = ['ask', 'remind']) => {
      if (people.length === 0) return 0;
      const cancelled = await db
        .updateTable('sending')
        .set({ state: 'cancelled', reason: 'answered' })
        .where('school', '=', school)
        .where('state', '=', 'planned')
        .where('purpose', 'in', [...purposes])
        .where('person', 'in', [...people])
        .returning('id')
        .execute();
      return cancelled.length;
    },

    troubles: async (most = 200) => {
      const { rows } = await sql<Pick<Row, 'id' | 'person' | 'reason' | 'created_at'> & { state: 'failed' | 'unknown' }>`
        select s.id, s.person, s.reason, s.state, s.created_at from sending s
        where s.school = ${school} and s.state in ('failed', 'unknown') and not exists (
          select from sending later where later.school = s.school and later.person = s.person and later.id <> s.id
            and later.created_at >= s.created_at and later.state in ('planned', 'sending', 'sent'))
        order by s.created_at desc limit ${most}`.execute(db);
      return rows.map(({ id, person, reason, state, created_at: at }) => ({ id, person, reason: reasonIn(reason), state, at }));
    },

    claim: (rate, most) => {
      const until = performance.now() + rate.leaseMs;
      return db.transaction().execute(async trx => {
        const { tokens, waitMs } = await bucket(trx, school, rate);
        const take = Math.min(most, Math.floor(tokens));
        if (waitMs > 0 || take < 1) return { sendings: [], waitMs: Math.max(waitMs, ((1 - tokens) / rate.perSecond) * 1000, 1) };
        const { rows } = await sql<Row>`
          with due as (
            select id from sending
            where school = ${school} and channel = ${rate.channel} and state = 'planned' and not_before <= ${now()}::timestamptz
            order by not_before, created_at limit ${take} for update skip locked)
          update sending s set state = 'sending', attempts = s.attempts + 1, lease_until = ${lease(rate)}
          from due where s.id = due.id returning s.*`.execute(trx);
        await spend(trx, school, rate, rows.length);
        return { sendings: rows.map(row => sendingIn(row, until)), waitMs: rows.length === 0 ? 1000 : 0 };
      });
    },

    abandoned: async (rate, most) => {
      const until = performance.now() + rate.leaseMs;
      const { rows } = await sql<Row>`
        with late as (
          select id from sending
          where school = ${school} and channel = ${rate.channel} and state = 'sending' and lease_until < clock_timestamp()
          order by lease_until limit ${most} for update skip locked)
        update sending s set lease_until = ${lease(rate)} from late where s.id = late.id returning s.*`.execute(db);
      return rows.map(row => sendingIn(row, until));
    },

    record: async (rate, outcomes) => {
      const moment = now();
      const rows = outcomes.map(([sending, outcome]) => rowOf(sending, outcome, moment));
      const instead = outcomes.flatMap(([sending, outcome]) =>
        outcome.kind === 'failed' && outcome.instead ? [otherWay(sending, outcome.instead)] : []
      );
      const pauses = outcomes.flatMap(([, outcome]) => (outcome.kind === 'again' && outcome.pausesAll ? [outcome.afterMs] : []));
      await db.transaction().execute(async trx => {
        // Whoever lost their lease meanwhile changes nothing: the attempt's number has gone on.
        await sql`
          update sending s set state = r.state, reason = r.reason, attempts = s.attempts - r.uncounted,
            lease_until = case when r.state = 'sending' then s.lease_until end,
            not_before = coalesce(r.not_before, s.not_before),
            conversation = coalesce(r.conversation, s.conversation), activity = coalesce(r.activity, s.activity),
            sent_at = case when r.state = 'sent' then ${moment}::timestamptz end
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, attempt integer, state text, reason text, uncounted integer,
            not_before timestamptz, conversation text, activity text)
          where s.id = r.id and s.school = ${school} and s.state = 'sending' and s.attempts = r.attempt`.execute(trx);
        if (instead.length > 0) await plan(trx, school, instead);
        if (pauses.length > 0) {
          await sql`update bucket set paused_until = greatest(paused_until, clock_timestamp() + ${Math.max(...pauses)} * interval '1 millisecond')
            where school = ${school} and name = ${rate.channel}`.execute(trx);
        }
      });
    }
  };
}

function reasonIn(reason: string | null): SendingReason {
  return reason !== null && reason in sendingReasons ? (reason as SendingReason) : 'unclear';
}

function lease({ leaseMs }: Rate) {
  return sql`clock_timestamp() + ${leaseMs} * interval '1 millisecond'`;
}

/** What the bucket holds now, and how long it is paused. Its row is held until the transaction ends: takers come one after another. */
async function bucket(
  trx: Transaction<Tables>,
  school: string,
  { channel, perSecond }: Rate
): Promise<{ readonly tokens: number; readonly waitMs: number }> {
  await sql`insert into bucket (school, name, tokens, at) values (${school}, ${channel}, ${burstOf(perSecond)}, clock_timestamp())
    on conflict do nothing`.execute(trx);
  const { rows } = await sql<{ tokens: number; wait: number | null; paused: boolean }>`
    update bucket b set at = clock_timestamp(),
      tokens = least(${burstOf(perSecond)}, b.tokens + extract(epoch from clock_timestamp() - b.at)::double precision * ${perSecond})
    from school s where b.school = ${school} and b.name = ${channel} and s.id = b.school
    returning b.tokens, s.paused_at is not null as paused,
      (extract(epoch from b.paused_until - clock_timestamp()) * 1000)::double precision as wait`.execute(trx);
  const { tokens, wait, paused } = rows[0]!;
  return { tokens, waitMs: paused ? 1000 : Math.max(0, Math.ceil(wait ?? 0)) };
}

/** What may go out at once after a rest: half a second's worth, so that no second sees more than one and a half times the rate. */
function burstOf(perSecond: number): number {
  return Math.max(1, perSecond / 2);
}

async function spend(trx: Transaction<Tables>, school: string, { channel }: Rate, count: number): Promise<void> {
  if (count > 0) await sql`update bucket set tokens = tokens - ${count} where school = ${school} and name = ${channel}`.execute(trx);
}

function sendingIn({ id, person, purpose, channel, step, payload, attempts, conversation }: Row, until: number): Sending {
  return { id, person, purpose, channel, step, payload, attempt: attempts, until, ...(conversation === null ? {} : { conversation }) };
}

interface Recorded {
  readonly id: string;
  readonly attempt: number;
  readonly state: Row['state'];
  readonly reason?: string;
  readonly uncounted: number;
  readonly not_before?: string;
  readonly conversation?: string;
  readonly activity?: string;
}

function rowOf({ id, attempt }: Sending, outcome: Outcome, moment: Date): Recorded {
  const row = { id, attempt, uncounted: 0 };
  switch (outcome.kind) {
    case 'sent': {
      const { conversation, activity } = outcome;
      return { ...row, state: 'sent', ...(conversation === undefined ? {} : { conversation }), ...(activity ? { activity } : {}) };
    }
    case 'needless':
      return { ...row, state: 'cancelled', reason: 'answered' };
    case 'again': {
      if (outcome.counts && attempt >= mostAttempts) return { ...row, state: 'failed', reason: 'gave-up' };
      const next = new Date(moment.getTime() + outcome.afterMs).toISOString();
      return { ...row, state: 'planned', reason: outcome.reason, uncounted: outcome.counts ? 0 : 1, not_before: next };
    }
    case 'unclear':
      return {
        ...row,
        state: 'sending',
        reason: outcome.reason,
        ...(outcome.conversation === undefined ? {} : { conversation: outcome.conversation })
      };
    case 'unknown':
      return { ...row, state: 'unknown', reason: 'unclear' };
    case 'failed':
      return { ...row, state: 'failed', reason: outcome.reason };
  }
}

function otherWay({ person, purpose, step, payload }: Sending, channel: 'mail'): NewSending {
  return { person, purpose, step: `${step} by ${channel}`, channel, payload };
}
