import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Assurance, Channel } from '../core/policies/entry.ts';
import type { Tables } from './store/tables.ts';

/**
 * What a link is for. `sign`: sent by mail; opens nothing before a code was typed in. `read`: handed to somebody in Teams; opens the text at once, and no
 * more. `visit`: on a kiosk's screen; lets whoever scans it say who they are. `kiosk`: makes the tablet on which it is opened a kiosk. `tab`: as `sign`, for the
 * page of those who look after all of it. `records`: gives a coordinator the records as a file.
 */
export type LinkKind = 'sign' | 'read' | 'visit' | 'kiosk' | 'tab' | 'records';

/** By what somebody asks for a code and proves it: a link that was sent by mail, or a sitting that may read only. */
export type Bearing = 'link' | 'sitting' | 'tab';

/** What somebody may do who sits at a page: `read` the text, `sign` what is asked of them, or hand out links for visits as a `kiosk`. */
export type Level = 'read' | 'sign' | 'kiosk';

/** Somebody at a page, known by a cookie. */
export interface Sitting {
  /** Nobody stands behind a kiosk. */
  readonly person: string | undefined;
  readonly level: Level;
  readonly channel: Channel;
  readonly assurance: Assurance | undefined;
}

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** How long each kind of link is good, in milliseconds. */
export const goodFor: { readonly [K in LinkKind]: number } = {
  sign: 14 * day,
  read: day,
  visit: 10 * minute,
  kiosk: day,
  tab: 30 * minute,
  records: 15 * minute
};

/** How long somebody sits before they have to prove again who they are, in milliseconds. */
export const sitsFor: { readonly [L in Level]: number } = { read: 60 * minute, sign: 60 * minute, kiosk: 90 * day };

const codes = { goodFor: 10 * minute, attempts: 5, anHour: 3 };

/** One-time links, the codes that prove an address, and who sits at a page. Several processes may use one database. */
export interface Links {
  /** Makes a link and gives its secret, 43 letters of base64url; nobody can tell it again. `person` is left out for what belongs to nobody yet. */
  readonly issue: (kind: LinkKind, person?: string) => Promise<string>;
  /** How many links of a kind somebody was given within the last so many milliseconds. */
  readonly issuedWithin: (kind: LinkKind, person: string, milliseconds: number) => Promise<number>;
  /** Whether a link is still good, and will be so for a while (milliseconds). */
  readonly good: (secret: string, kind: LinkKind, still?: number) => Promise<boolean>;
  /** Uses a link up; whose it was, or nothing if it is unknown, of another kind, used or expired. */
  readonly use: (secret: string, kind: LinkKind) => Promise<{ readonly person: string | undefined } | undefined>;
  /**
   * A code for whoever holds this link (`sign`; from `tab`: of that kind) or sits with this secret. Nothing: the secret is good for nothing, a code of it is still good and `afresh` is
   * false, or the person had three codes within the hour.
   */
  readonly code: (
    bearer: string,
    from: Bearing,
    afresh: boolean
  ) => Promise<{ readonly person: string; readonly code: string } | undefined>;
  /** Whether the code is right, once; then the link is used up. A code bears five attempts. */
  readonly prove: (bearer: string, from: Bearing, code: string) => Promise<{ readonly person: string } | undefined>;
  /** Lets somebody sit; gives the secret for their cookie. */
  readonly sit: (sitting: Sitting) => Promise<string>;
  readonly sitting: (secret: string) => Promise<Sitting | undefined>;
  readonly rise: (secret: string) => Promise<void>;
  /** Ends every kiosk; gives how many. */
  readonly endKiosks: () => Promise<number>;
  /** Takes away what is long past; gives how many rows. */
  readonly sweep: () => Promise<number>;
}

/** Whether this could be a secret of ours at all. */
export function isSecret(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** The links of a school in this database. */
export function linksIn(database: Kysely<Tables>, school: string, now: () => Date): Links {
  const after = (milliseconds: number): Date => new Date(now().getTime() + milliseconds);

  /** Whose code this secret may ask for and prove. */
  async function ownerOf(secret: string, from: Bearing): Promise<string | undefined> {
    if (!isSecret(secret)) return undefined;
    const row =
      from !== 'sitting'
        ? await database
            .selectFrom('link')
            .select('person')
            .where('sha256', '=', sha256(secret))
            .where('school', '=', school)
            .where('kind', '=', kindOf(from))
            .where('used_at', 'is', null)
            .where('expires_at', '>', now())
            .executeTakeFirst()
        : await database
            .selectFrom('sitting')
            .select('person')
            .where('sha256', '=', sha256(secret))
            .where('school', '=', school)
            .where('level', '=', 'read')
            .where('expires_at', '>', now())
            .executeTakeFirst();
    return row?.person ?? undefined;
  }

  const use: Links['use'] = async (secret, kind) => {
    if (!isSecret(secret)) return undefined;
    const row = await database
      .updateTable('link')
      .set({ used_at: now() })
      .where('sha256', '=', sha256(secret))
      .where('school', '=', school)
      .where('kind', '=', kind)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now())
      .returning('person')
      .executeTakeFirst();
    return row && { person: row.person ?? undefined };
  };

  return {
    issue: async (kind, person) => {
      const secret = fresh();
      await database
        .insertInto('link')
        .values({ school, sha256: sha256(secret), kind, person: person ?? null, made_at: now(), expires_at: after(goodFor[kind]) })
        .execute();
      return secret;
    },
    issuedWithin: async (kind, person, milliseconds) => {
      const { count } = await database
        .selectFrom('link')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('school', '=', school)
        .where('kind', '=', kind)
        .where('person', '=', person)
        .where('made_at', '>', after(-milliseconds))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    good: async (secret, kind, still = 0) => {
      if (!isSecret(secret)) return false;
      const row = await database
        .selectFrom('link')
        .select('sha256')
        .where('sha256', '=', sha256(secret))
        .where('school', '=', school)
        .where('kind', '=', kind)
        .where('used_at', 'is', null)
        .where('expires_at', '>', after(still))
        .executeTakeFirst();
      return row !== undefined;
    },
    use,
    code: async (bearer, from, afresh) => {
      const person = await ownerOf(bearer, from);
      if (person === undefined) return undefined;
      return database.transaction().execute(async db => {
        // Two requests at once must not count three codes as two.
        await sql`select pg_advisory_xact_lock(hashtext(${`beadle code ${school} ${person}`}))`.execute(db);
        const made = await db
          .selectFrom('code')
          .select(['bearer', 'expires_at', 'attempts', 'used_at'])
          .where('school', '=', school)
          .where('person', '=', person)
          .where('made_at', '>', after(-60 * minute))
          .execute();
        const stands = made.some(
          each => each.bearer === sha256(bearer) && !each.used_at && each.attempts < codes.attempts && each.expires_at > now()
        );
        if ((stands && !afresh) || made.length >= codes.anHour) return undefined;
        // The newest alone is good: nobody should have to know which of three mails to read.
        await db
          .updateTable('code')
          .set({ expires_at: now() })
          .where('bearer', '=', sha256(bearer))
          .where('expires_at', '>', now())
          .execute();
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        await db
          .insertInto('code')
          .values({
            school,
            id: fresh(),
            person,
            bearer: sha256(bearer),
            hash: keyed(bearer, code),
            made_at: now(),
            expires_at: after(codes.goodFor),
            attempts: 0
          })
          .execute();
        return { person, code };
      });
    },
    prove: async (bearer, from, code) => {
      if (!isSecret(bearer)) return undefined;
      const typed = Buffer.from(keyed(bearer, code), 'hex');
      // The attempt is counted before it is looked at: many at once are not more than five.
      const tried = await database
        .updateTable('code')
        .set(eb => ({ attempts: eb('attempts', '+', 1) }))
        .where('bearer', '=', sha256(bearer))
        .where('school', '=', school)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now())
        .where('attempts', '<', codes.attempts)
        .returning(['id', 'hash'])
        .execute();
      const right = tried.find(({ hash }) => timingSafeEqual(Buffer.from(hash, 'hex'), typed));
      if (!right) return undefined;
      const person = await ownerOf(bearer, from);
      const used = await database
        .updateTable('code')
        .set({ used_at: now() })
        .where('id', '=', right.id)
        .where('used_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (person === undefined || !used || (from !== 'sitting' && !(await use(bearer, kindOf(from))))) return undefined;
      return { person };
    },
    sit: async ({ person, level, channel, assurance }) => {
      const secret = fresh();
      await database
        .insertInto('sitting')
        .values({
          school,
          sha256: sha256(secret),
          person: person ?? null,
          level,
          channel,
          assurance: assurance ?? null,
          made_at: now(),
          expires_at: after(sitsFor[level])
        })
        .execute();
      return secret;
    },
    sitting: async secret => {
      if (!isSecret(secret)) return undefined;
      const row = await database
        .selectFrom('sitting')
        .select(['person', 'level', 'channel', 'assurance'])
        .where('sha256', '=', sha256(secret))
        .where('school', '=', school)
        .where('expires_at', '>', now())
        .executeTakeFirst();
      if (!row) return undefined;
      return {
        person: row.person ?? undefined,
        level: row.level as Level,
        channel: row.channel as Channel,
        assurance: (row.assurance ?? undefined) as Assurance | undefined
      };
    },
    rise: async secret => {
      await database.deleteFrom('sitting').where('sha256', '=', sha256(secret)).execute();
    },
    endKiosks: async () => {
      await database.deleteFrom('link').where('school', '=', school).where('kind', 'in', ['kiosk', 'visit']).execute();
      const ended = await database
        .deleteFrom('sitting')
        .where('school', '=', school)
        .where('level', '=', 'kiosk')
        .returning('sha256')
        .execute();
      return ended.length;
    },
    sweep: async () => {
      const gone = await Promise.all([
        database
          .deleteFrom('link')
          .where('expires_at', '<', after(-30 * day))
          .executeTakeFirst(),
        database.deleteFrom('code').where('expires_at', '<', after(-day)).executeTakeFirst(),
        database.deleteFrom('sitting').where('expires_at', '<', now()).executeTakeFirst()
      ]);
      return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
    }
  };
}

function kindOf(from: Exclude<Bearing, 'sitting'>): LinkKind {
  return from === 'tab' ? 'tab' : 'sign';
}

function fresh(): string {
  return randomBytes(32).toString('base64url');
}

function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function keyed(secret: string, code: string): string {
  return createHmac('sha256', secret).update(code).digest('hex');
}
