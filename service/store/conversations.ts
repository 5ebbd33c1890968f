import type { Kysely } from 'kysely';
import type { Conversation, Conversations } from '../../bot/conversation.ts';
import type { Tables } from './tables.ts';

/** The chats of one school's people with the bot, in the database. */
export function conversationsOf(db: Kysely<Tables>, school: string): Conversations {
  return {
    keep: async ({ id, tenantId, serviceUrl, botId, entraId, teamsUserId }) => {
      const kept = { tenant_id: tenantId, service_url: serviceUrl, bot_id: botId, entra_id: entraId, teams_user_id: teamsUserId ?? null };
      await db
        .insertInto('conversation')
        .values({ school, id, ...kept })
        .onConflict(conflict =>
          conflict
            .columns(['school', 'id'])
            .doUpdateSet(build => ({
              ...kept,
              // A chat that we opened ourselves does not know the person's id in Teams; one that was heard does.
              teams_user_id: build.fn.coalesce(build.ref('excluded.teams_user_id'), build.ref('conversation.teams_user_id')),
              ended_at: null,
              updated_at: new Date()
            }))
            // Most messages change nothing: then nothing is written.
            .where(where =>
              where.or([
                where('conversation.service_url', '!=', serviceUrl),
                where('conversation.bot_id', '!=', botId),
                where('conversation.entra_id', '!=', entraId),
                where('conversation.tenant_id', '!=', tenantId),
                where('conversation.ended_at', 'is not', null),
                where.and([
                  where(where.ref('excluded.teams_user_id'), 'is not', null),
                  where(where.ref('conversation.teams_user_id'), 'is distinct from', where.ref('excluded.teams_user_id'))
                ])
              ])
            )
        )
        .execute();
    },
    greet: async id => {
      const greeted = await db
        .updateTable('conversation')
        .set({ greeted_at: new Date() })
        .where('school', '=', school)
        .where('id', '=', id)
        .where('greeted_at', 'is', null)
        .returning('id')
        .execute();
      return greeted.length > 0;
    },
    ended: async (id, entraId) => {
      await db
        .updateTable('conversation')
        .set({ ended_at: new Date() })
        .where('school', '=', school)
        // What Graph calls a chat is not what the connector calls it: somebody may have two.
        .where(where => where.or([where('id', '=', id), ...(entraId === undefined ? [] : [where('entra_id', '=', entraId)])]))
        .execute();
    },
    of: async entraId => {
      const row = await db
        .selectFrom('conversation')
        .select(['id', 'tenant_id', 'service_url', 'bot_id', 'entra_id', 'teams_user_id'])
        .where('school', '=', school)
        .where('entra_id', '=', entraId)
        .where('ended_at', 'is', null)
        .orderBy('updated_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!row) return undefined;
      const conversation: Conversation = {
        id: row.id,
        tenantId: row.tenant_id,
        serviceUrl: row.service_url,
        botId: row.bot_id,
        entraId: row.entra_id,
        ...(row.teams_user_id === null ? {} : { teamsUserId: row.teams_user_id })
      };
      return conversation;
    }
  };
}
