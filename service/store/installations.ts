import type { Kysely, Selectable } from 'kysely';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['installation']>;

/** Somebody for whom the app may be installed, and what became of it before: nothing where it was never tried. */
export interface Due {
  readonly entraId: string;
  readonly state: Extract<Row['state'], 'begun' | 'installed' | 'refused'> | undefined;
}

/** For whom the app was installed in Teams, in the database. */
export interface Installations {
  /**
   * Of these people, whoever was never in a chat with the bot, not even in one that ended, and who did not take the app off: those never tried first, then
   * whoever waits longest. Whoever was refused after the moment `since` is left alone.
   */
  readonly due: (entraIds: readonly string[], since: Date) => Promise<readonly Due[]>;
  /** Whether it was ever installed for anybody: then a refusal is about the person. */
  readonly proven: () => Promise<boolean>;
  readonly became: (entraId: string, state: Row['state'], reason?: string) => Promise<void>;
  /** Whether somebody is or was in a chat with the bot. */
  readonly hasChat: (entraId: string) => Promise<boolean>;
}

/** The installations of one school. `now`: when something became of one. */
export function installationsOf(db: Kysely<Tables>, school: string, now: () => Date): Installations {
  const chats = (): Promise<readonly { readonly entra_id: string }[]> =>
    db.selectFrom('conversation').select('entra_id').distinct().where('school', '=', school).execute();
  return {
    due: async (entraIds, since) => {
      const [known, rows] = await Promise.all([
        chats(),
        db.selectFrom('installation').select(['entra_id', 'state', 'at']).where('school', '=', school).execute()
      ]);
      const heard = new Set(known.map(each => each.entra_id.toLowerCase()));
      const before = new Map(rows.map(row => [row.entra_id, row]));
      return [...new Set(entraIds.map(id => id.toLowerCase()))]
        .filter(id => !heard.has(id))
        .map(id => ({ id, row: before.get(id) }))
        .filter(({ row }) => row?.state !== 'gone' && !(row?.state === 'refused' && row.at > since))
        .sort((a, b) => (a.row?.at.getTime() ?? 0) - (b.row?.at.getTime() ?? 0))
        .map(({ id, row }) => ({ entraId: id, state: row?.state as Due['state'] }));
    },
    proven: async () => {
      const row = await db
        .selectFrom('installation')
        .select('entra_id')
        .where('school', '=', school)
        .where('state', 'in', ['installed', 'gone'])
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    became: async (entraId, state, reason) => {
      const became = { state, reason: reason ?? null, at: now() };
      await db
        .insertInto('installation')
        .values({ school, entra_id: entraId.toLowerCase(), ...became })
        .onConflict(conflict => conflict.columns(['school', 'entra_id']).doUpdateSet(became))
        .execute();
    },
    hasChat: async entraId => (await chats()).some(each => each.entra_id.toLowerCase() === entraId.toLowerCase())
  };
}
