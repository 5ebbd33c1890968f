import type { Kysely } from 'kysely';
import { cardNow } from '../bot/asked.ts';
import type { Bot } from '../bot/bot.ts';
import type { Conversations } from '../bot/conversation.ts';
import type { Desk } from '../core/policies/desk.ts';
import type { Tables } from './store/tables.ts';

interface Parts {
  readonly db: Kysely<Tables>;
  readonly school: string;
  readonly bot: Pick<Bot, 'update'>;
  readonly conversations: Pick<Conversations, 'of'>;
  /** Gets a static sentence, never a word or a name. */
  readonly log: (line: string) => void;
  /** Milliseconds for which further answers of the same person are waited for. */
  readonly afterMs?: number;
}

/** Cards of one person that are put right: the last ask and the reminders after it. */
const most = 3;

/** The desk for the pages: what somebody answers there is put right on the cards that they still have in Teams. An answer never waits for that. */
export function renewing(desk: Desk, { db, school, bot, conversations, log, afterMs = 1000 }: Parts): Desk {
  const waiting = new Set<string>();

  async function renew(id: string): Promise<void> {
    const person = await desk.person(id);
    const chat = person?.entraId === undefined ? undefined : await conversations.of(person.entraId);
    if (!person || !chat) return;
    const cards = await db
      .selectFrom('sending')
      .select('activity')
      .where('school', '=', school)
      .where('person', '=', id)
      .where('channel', '=', 'teams')
      .where('state', '=', 'sent')
      .where('purpose', 'in', ['ask', 'remind'])
      .where('conversation', '=', chat.id)
      .orderBy('sent_at', 'desc')
      .limit(most)
      .execute();
    const known = cards.flatMap(({ activity }) => (activity === null ? [] : [activity]));
    if (known.length === 0) return;
    const card = await cardNow({ person, locale: person.language, desk });
    for (const activity of known) {
      const { ok } = await bot.update(chat, activity, card);
      if (!ok) log('A card in Teams could not be put right after an answer elsewhere; it puts itself right when it is next shown.');
    }
  }

  function soon(person: string): void {
    if (waiting.has(person)) return;
    waiting.add(person);
    setTimeout(() => {
      waiting.delete(person);
      renew(person).catch(() => log('A card in Teams could not be put right after an answer elsewhere.'));
    }, afterMs).unref();
  }

  return {
    ...desk,
    sign: async signing => {
      const taken = await desk.sign(signing);
      if ('done' in taken) soon(signing.matter.person);
      return taken;
    },
    decline: async (matter, major, reason, channel) => {
      const taken = await desk.decline(matter, major, reason, channel);
      if ('done' in taken) soon(matter.person);
      return taken;
    }
  };
}
