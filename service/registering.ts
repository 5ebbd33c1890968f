import { keepersOf, registers as shape } from './config-registers.ts';
import type { Job } from './jobs/jobs.ts';
import { registerDeskOf, type SchoolRegisters } from './registers.ts';
import { sealingIn } from './sealing.ts';
import type { Signatures } from './signatures.ts';

type Opening = Pick<Signatures, 'school' | 'database' | 'id' | 'desk' | 'days' | 'data' | 'folder' | 'now'>;

/**
 * Opens the registers of a school on its database; nothing where the school has switched them off. Their words are sealed with the key of the reports. Throws a
 * `Failure` where that is spoilt or others may read it.
 */
export async function openRegisters(opening: Opening): Promise<SchoolRegisters | undefined> {
  const { school, database, id, desk, days, data, folder, now } = opening;
  const settings = school.config.registers ?? shape.parse({});
  if (settings.kept.length === 0) return undefined;
  return registerDeskOf({
    db: database.db,
    school: id,
    people: desk.people,
    channelOf: desk.channelOf,
    kinds: settings.kept,
    keepers: kind => keepersOf(settings, kind),
    yearly: settings.yearly,
    days,
    now,
    // An example school leaves nothing where somebody merely tries it.
    sealing: await sealingIn(school.file === undefined ? data : folder)
  });
}

/** What is done with registers by itself: whoever keeps one is told what falls due, and what is long over is taken away. */
export function registerJobs(
  { school, database: { db }, id }: Pick<Signatures, 'school' | 'database' | 'id'>,
  registers: Pick<SchoolRegisters, 'remind' | 'erase'>
): readonly Job[] {
  const years = (school.config.registers ?? shape.parse({})).retention;
  return [
    {
      name: 'registers',
      cron: '10 8 * * 1-5',
      run: async () => {
        const told = await registers.remind();
        return told > 0 ? `Registers: ${told} told that something falls due.` : undefined;
      }
    },
    {
      name: 'registers-retention',
      cron: '50 4 2 * *',
      run: async () => {
        const holds = await db.selectFrom('hold').select('person').where('school', '=', id).where('lifted_at', 'is', null).execute();
        if (holds.some(({ person }) => person === null)) return undefined;
        const erased = await registers.erase(years, new Set(holds.flatMap(({ person }) => person ?? [])));
        return erased > 0 ? `Registers: ${erased} entries were taken away at the end of their time.` : undefined;
      }
    }
  ];
}
