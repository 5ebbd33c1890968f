import { sql } from 'kysely';
import { addDays } from '../../core/dates.ts';
import { retentionOf } from '../config-signatures.ts';
import type { Signatures } from '../signatures.ts';

/** What was erased: entries whose personal fields were destroyed, and people who are no longer known. */
export interface Erased {
  readonly entries: number;
  readonly people: number;
}

/** How many entries one `erased` entry names at most. */
const together = 500;

/**
 * Destroys what is personal of people who left longer ago than the longest time for which anything of theirs is kept, and who are not held. Each erasure is
 * an entry itself; the chain and every receipt stay valid. Broken off, it goes on the next time.
 */
export async function eraseExpired({
  database: { db },
  desk,
  id,
  settings,
  days,
  now
}: Pick<Signatures, 'database' | 'desk' | 'id' | 'settings' | 'days' | 'now'>): Promise<Erased> {
  const today = days.dayOf(now().toISOString());
  const holds = await db.selectFrom('hold').select('person').where('school', '=', id).where('lifted_at', 'is', null).execute();
  if (holds.some(({ person }) => person === null)) return { entries: 0, people: 0 };
  const held = new Set(holds.map(({ person }) => person));
  const gone = (await desk.people()).filter(({ id: person, leftOn }) => leftOn !== undefined && leftOn < today && !held.has(person));
  let entries = 0;
  let people = 0;
  for (const person of gone) {
    const rows = await db
      .selectFrom('ledger_entry')
      .select(['index', sql<string | null>`public::jsonb #>> '{entry,audience}'`.as('audience')])
      .where('school', '=', id)
      .where(eb => eb.or([eb('person', '=', person.id), eb('child', '=', person.id)]))
      .orderBy('index')
      .execute();
    const audiences = new Set(rows.flatMap(({ audience }) => audience ?? []));
    const years = Math.max(0, ...[...audiences].map(audience => retentionOf(settings, audience)));
    if (yearsAfter(person.leftOn!, years) >= today) continue;
    for (let from = 0; from < rows.length; from += together) {
      const of = rows.slice(from, from + together).map(({ index }) => index);
      const entry = { kind: 'erased', at: now().toISOString(), of, because: 'retention' } as const;
      await desk.ledger.addWith([{ entry }], async (trx, [added]) => {
        await sql`select erase_entries(${id}, ${added!.recorded.index})`.execute(trx);
      });
      entries += of.length;
    }
    await db.transaction().execute(async trx => {
      for (const table of ['link', 'code', 'sitting', 'sending'] as const) {
        await trx.deleteFrom(table).where('school', '=', id).where('person', '=', person.id).execute();
      }
      if (person.entraId !== undefined) {
        await trx.deleteFrom('conversation').where('school', '=', id).where('entra_id', '=', person.entraId).execute();
        await trx.deleteFrom('installation').where('school', '=', id).where('entra_id', '=', person.entraId.toLowerCase()).execute();
      }
      await trx.deleteFrom('person').where('school', '=', id).where('id', '=', person.id).execute();
    });
    people += 1;
  }
  return { entries, people };
}

function yearsAfter(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  // 29 February is there every fourth year only.
  return later.endsWith('-02-29') ? addDays(`${later.slice(0, 4)}-02-28`, 1) : later;
}
