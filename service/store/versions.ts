import { type Kysely, sql } from 'kysely';
import { type Locale, locales } from '../../core/locale.ts';
import type { Version } from '../../core/policies/version.ts';
import { failure } from '../failure.ts';
import type { SchoolLedger } from './ledger.ts';
import type { Tables } from './tables.ts';

/** What a school published, in the database. */
export interface Versions {
  /** Every version of every policy, in the order of publishing. */
  readonly all: () => Promise<readonly Version[]>;
  /**
   * Publishes a version and records it in the ledger, both or neither. It is the next major or the next minor one of its policy: throws `wrong-policy`
   * where another was published meanwhile. `by` is the id of whoever publishes it, `pdfs` its pages by language.
   */
  readonly publish: (version: Version, pdfs: { readonly [L in Locale]?: Uint8Array }, by: string) => Promise<void>;
  readonly pdf: (policy: string, major: number, minor: number, language: Locale) => Promise<Buffer | undefined>;
}

/** The versions of a school whose row is there. */
export function versionsOf(db: Kysely<Tables>, school: string, ledger: SchoolLedger): Versions {
  return {
    all: async () => {
      const rows = await db
        .selectFrom('version')
        .selectAll()
        .where('school', '=', school)
        .orderBy('published_at')
        .orderBy('policy')
        .orderBy('major')
        .orderBy('minor')
        .execute();
      return rows.map(
        ({ policy, major, minor, title, languages, clauses, texts, audiences, published_at }): Version => ({
          policy,
          major,
          minor,
          title,
          languages: languages as [Locale, ...Locale[]],
          clauses,
          texts,
          audiences,
          publishedAt: published_at.toISOString()
        })
      );
    },
    publish: async (version, pdfs, by) => {
      const { policy, major, minor, title, languages, clauses, texts, audiences, publishedAt } = version;
      const ofEach = (of: 'sha256' | 'pdfSha256'): { readonly [L in Locale]?: string } =>
        Object.fromEntries(locales.flatMap(locale => (texts[locale] ? [[locale, texts[locale][of]]] : [])));
      const entry = {
        kind: 'published',
        at: publishedAt,
        policy,
        major,
        minor,
        texts: ofEach('sha256'),
        pdfs: ofEach('pdfSha256'),
        by
      } as const;
      await ledger.addWith([{ entry, key: `published ${policy} ${major}.${minor}` }], async (trx, [added]) => {
        // The end of the chain is held until the commit, so nobody publishes between this look and the next.
        const { rows } = await sql<{ major: number; minor: number }>`select major, minor from version
          where school = ${school} and policy = ${policy} order by major desc, minor desc limit 1`.execute(trx);
        const last = rows[0] ?? { major: 0, minor: 0 };
        const next = (major === last.major + 1 && minor === 0) || (major === last.major && major > 0 && minor === last.minor + 1);
        if (!next || !added!.fresh) {
          throw failure(
            'wrong-policy',
            last.major === 0
              ? `The first version of «${policy}» is 1.0, not ${major}.${minor}.`
              : `Version ${last.major}.${last.minor} of «${policy}» is in force, so ${major}.${minor} cannot be published. Look at the preview again.`
          );
        }
        await trx
          .insertInto('version')
          .values({
            school,
            policy,
            major,
            minor,
            title: JSON.stringify(title),
            languages: [...languages],
            clauses: JSON.stringify(clauses),
            texts: JSON.stringify(texts),
            audiences: [...audiences],
            published_at: publishedAt,
            published_by: by
          })
          .execute();
        for (const language of languages) {
          const pdf = pdfs[language];
          if (pdf)
            await trx
              .insertInto('version_pdf')
              .values({ school, policy, major, minor, language, pdf: Buffer.from(pdf) })
              .execute();
        }
      });
    },
    pdf: async (policy, major, minor, language) => {
      const row = await db
        .selectFrom('version_pdf')
        .select('pdf')
        .where('school', '=', school)
        .where('policy', '=', policy)
        .where('major', '=', major)
        .where('minor', '=', minor)
        .where('language', '=', language)
        .executeTakeFirst();
      return row?.pdf;
    }
  };
}
