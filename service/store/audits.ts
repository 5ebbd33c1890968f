import { type Kysely, sql, type Transaction } from 'kysely';
import type { Reader } from '../../core/report/report.ts';
import type { Result } from '../../core/tenant/audit.ts';
import type { Vendor } from '../../core/tenant/snapshot.ts';
import type { Tables } from './tables.ts';

/** How an audit went, counted. */
export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly unknown: number;
}

/** One audit of one tenant. */
export interface Run {
  readonly at: Date;
  readonly vendor: Vendor;
  readonly tenant: string;
  readonly results: readonly Result[];
  readonly counts: Counts;
}

/** The audits of one school. */
export interface Audits {
  /**
   * Keeps what was found at one moment, all tenants together. Older audits name nobody from then on, and those of more than two years ago are taken away.
   * `also` happens in the same transaction.
   */
  readonly add: (runs: readonly Run[], also?: (trx: Transaction<Tables>) => Promise<void>) => Promise<void>;
  /** The last audit of each of these tenants, and the one before it. */
  readonly last: (
    tenants: readonly { readonly vendor: Vendor; readonly id: string }[]
  ) => Promise<readonly { readonly run: Run; readonly before?: Run }[]>;
  /** Every audit, counted, the oldest first; the tenants of one moment are added up. */
  readonly past: () => Promise<readonly (Counts & { readonly at: Date })[]>;
  /** The last day on which a reader was sent a report. */
  readonly sentOn: (reader: Reader) => Promise<string | undefined>;
  /** Notes that a reader is sent the report of an audit; false where that was noted before. */
  readonly sent: (
    trx: Transaction<Tables>,
    report: { readonly at: Date; readonly reader: Reader; readonly day: string }
  ) => Promise<boolean>;
}

/** Days for which audits are kept. */
export const auditsKept = 730;

export function auditsOf(db: Kysely<Tables>, school: string): Audits {
  return {
    add: (runs, also) =>
      db.transaction().execute(async trx => {
        for (const { results, counts, ...run } of runs) {
          await trx
            .insertInto('audit_run')
            .values({ school, ...run, results: JSON.stringify(results), counts: JSON.stringify(counts) })
            .execute();
          await sql`update audit_run set named = false,
              results = (select coalesce(jsonb_agg(case when r #> '{subjects,first}' is null then r else jsonb_set(r, '{subjects,first}', '[]') end order by n), '[]')
                from jsonb_array_elements(results) with ordinality as each(r, n))
            where school = ${school} and vendor = ${run.vendor} and at < ${run.at}::timestamptz and named`.execute(trx);
        }
        const last = runs[0]?.at;
        if (last) {
          const oldest = new Date(last.getTime() - auditsKept * 24 * 60 * 60 * 1000);
          await trx.deleteFrom('audit_run').where('school', '=', school).where('at', '<', oldest).execute();
          await trx.deleteFrom('audit_report').where('school', '=', school).where('at', '<', oldest).execute();
        }
        await also?.(trx);
      }),

    last: async tenants => {
      const found = await Promise.all(
        tenants.map(async ({ vendor, id }) => {
          const [run, before] = await db
            .selectFrom('audit_run')
            .select(['at', 'vendor', 'tenant', 'results', 'counts'])
            .where('school', '=', school)
            .where('vendor', '=', vendor)
            .where('tenant', '=', id)
            .orderBy('at', 'desc')
            .limit(2)
            .execute();
          return run ? [{ run, ...(before && { before }) }] : [];
        })
      );
      return found.flat();
    },

    past: async () => {
      const { rows } = await sql<Counts & { readonly at: Date }>`
        select at, sum((counts->>'right')::int)::int as right, sum((counts->>'wrong')::int)::int as wrong, sum((counts->>'unknown')::int)::int as unknown
        from audit_run where school = ${school} group by at order by at`.execute(db);
      return rows;
    },

    sentOn: async reader => {
      const row = await db
        .selectFrom('audit_report')
        .select('on_day')
        .where('school', '=', school)
        .where('reader', '=', reader)
        .orderBy('on_day', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.on_day;
    },

    sent: async (trx, { at, reader, day }) => {
      const noted = await trx
        .insertInto('audit_report')
        .values({ school, at, reader, on_day: day })
        .onConflict(conflict => conflict.doNothing())
        .returning('reader')
        .execute();
      return noted.length > 0;
    }
  };
}
