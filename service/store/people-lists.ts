import type { Kysely } from 'kysely';
import type { ListRead } from '../../core/policies/desk.ts';
import type { Tables } from './tables.ts';

/** Which lists of people a school has read. */
export interface PeopleLists {
  /** From an instant on, oldest first; without one the last alone. */
  readonly since: (from?: string) => Promise<readonly ListRead[]>;
  /** The SHA-256 of the last. */
  readonly last: () => Promise<string | undefined>;
  readonly add: (read: ListRead & { readonly sha256: string }) => Promise<void>;
}

/** The lists of a school whose row is there. */
export function peopleListsOf(db: Kysely<Tables>, school: string): PeopleLists {
  const rows = db.selectFrom('people_list').selectAll().where('school', '=', school).orderBy('at', 'desc');
  return {
    since: async from => {
      const found = await (from === undefined ? rows.limit(1) : rows.where('at', '>=', new Date(from))).execute();
      return found
        .reverse()
        .map(({ at, outcome, added, changed, gone }) => ({ at: at.toISOString(), outcome, added, changed, left: gone }));
    },
    last: async () => (await rows.limit(1).executeTakeFirst())?.sha256,
    add: async ({ at, sha256, outcome, added, changed, left }) => {
      await db
        .insertInto('people_list')
        .values({ school, at, sha256, outcome, added, changed, gone: left })
        .onConflict(of => of.doNothing())
        .execute();
    }
  };
}
