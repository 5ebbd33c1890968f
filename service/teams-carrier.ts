import type { Bot } from '../bot/bot.ts';
import type { Conversations, Fault } from '../bot/conversation.ts';
import type { Reply } from '../bot/turn.ts';
import type { Person } from '../core/policies/person.ts';
import type { Arrival, Carrier } from './jobs/send.ts';
import type { Outcome, Sending } from './outbox.ts';
import type { SendingReason } from './sending-reasons.ts';

/** Whether a message stands in somebody's chat with the bot. */
export type Arrived = (person: Person & { readonly entraId: string }, sendingId: string) => Promise<Arrival>;

interface Parts {
  readonly bot: Pick<Bot, 'push' | 'open'>;
  readonly conversations: Conversations;
  readonly personOf: (id: string) => Promise<Person | undefined>;
  /** What is said to them at this moment, by where they stand now; nothing where nothing is left to say. */
  readonly compose: (sending: Sending, person: Person) => Promise<Reply | undefined>;
  /** Left out: nobody may look into chats. What may have arrived then becomes `unknown`. */
  readonly arrived?: Arrived;
  /** Messages a second for the tenant; Teams allows 50 in all. */
  readonly perSecond?: number;
  readonly atOnce?: number;
  readonly leaseMs?: number;
  /** From 0 to 1. */
  readonly random?: () => number;
}

/** Takes things to people in Teams: one call for each, whose outcome decides what comes next. */
export function teamsCarrier(parts: Parts): Carrier {
  const { bot, conversations, personOf, compose, arrived, perSecond = 20, atOnce = 30, leaseMs = 60_000, random = Math.random } = parts;

  async function send(sending: Sending): Promise<Outcome> {
    const person = await personOf(sending.person);
    if (!person) return { kind: 'failed', reason: 'no-person' };
    const given = (reason: SendingReason): Outcome => ({
      kind: 'failed',
      reason,
      ...(person.address === undefined ? {} : { instead: 'mail' })
    });
    if (person.entraId === undefined) return given('no-account');
    const reply = await compose(sending, person);
    if (!reply) return { kind: 'needless' };
    const chat = await bot.open(person);
    // Opening a chat again gives the same one, so it does no harm where the answer was lost.
    if (!chat.ok) return outcomeOf({ ...chat, mayHaveArrived: false }, sending, given);
    const { conversation } = chat;
    // The other half of the lease is for what is on its way: when somebody looks, nothing can land any more.
    const pushed = await bot.push(conversation, reply, sending.id, sending.until - leaseMs / 2);
    if (pushed.ok) return { kind: 'sent', conversation: conversation.id, activity: pushed.activityId };
    if (pushed.status === 404 && sending.attempt === 1) {
      await conversations.ended(conversation.id);
      return { kind: 'again', afterMs: 0, counts: true, reason: 'chat-gone' };
    }
    const outcome = outcomeOf(pushed, sending, given);
    return outcome.kind === 'unclear' ? { ...outcome, conversation: conversation.id } : outcome;
  }

  function outcomeOf(fault: Fault, { attempt }: Sending, given: (reason: SendingReason) => Outcome): Outcome {
    const { status, code, retryAfterMs, mayHaveArrived } = fault;
    const afterMs = retryAfterMs ?? Math.min(300_000, 1000 * 2 ** attempt) * (0.5 + random() / 2);
    const reason = status === undefined ? code : `${status} ${code}`;
    // Too fast for the tenant, or our own registration is not right: it is not about this person.
    if (status === 429) return { kind: 'again', afterMs, counts: false, reason, pausesAll: true };
    if (status === 401 || code === 'no-token')
      return { kind: 'again', afterMs: Math.max(afterMs, 60_000), counts: false, reason, pausesAll: true };
    if (mayHaveArrived) return { kind: 'unclear', reason };
    if (status === 412 || status === 408 || (status !== undefined && status >= 500))
      return { kind: 'again', afterMs, counts: true, reason };
    if (code === 'too-late') return { kind: 'again', afterMs: 0, counts: false, reason };
    if (code === 'unreachable') return { kind: 'again', afterMs, counts: false, reason, pausesAll: true };
    if (status === undefined && (code === 'timeout' || code === 'reset')) return { kind: 'again', afterMs, counts: true, reason };
    return given(finalReason(status, code));
  }

  return {
    channel: 'teams',
    perSecond,
    atOnce,
    leaseMs,
    send,
    arrived: async sending => {
      if (!arrived) return { kind: 'hidden' };
      const person = await personOf(sending.person);
      return person?.entraId === undefined ? { kind: 'hidden' } : arrived({ ...person, entraId: person.entraId }, sending.id);
    }
  };
}

function finalReason(status: number | undefined, code: string): SendingReason {
  switch (code) {
    case 'ConversationBlockedByUser':
    case 'MessageWritesBlocked':
      return 'blocked';
    case 'BotNotInConversationRoster':
      return 'not-installed';
    case 'BotDisabledByAdmin':
      return 'switched-off';
    case 'no-account':
      return 'no-account';
    default:
      return status === 404 ? 'chat-gone' : 'refused';
  }
}
