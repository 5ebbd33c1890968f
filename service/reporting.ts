import { normalAddress } from '../core/mail/address.ts';
import type { Post } from '../core/incidents/routing.ts';
import { incidents as shape, routesOf, spokenTo } from './config-incidents.ts';
import { incidentDeskOf, type SchoolIncidents } from './incidents.ts';
import type { Job } from './jobs/jobs.ts';
import { sealingIn } from './sealing.ts';
import { folderOf, type Signatures } from './signatures.ts';
import { schoolSettings } from './tab/settings.ts';
import { offsetsOf } from './time-zone.ts';

const year = 366 * 24 * 60 * 60 * 1000;

/**
 * Opens the reports of a school on its database; makes the key that seals them on the first start. Throws a `Failure` where the key is spoilt or others may
 * read it.
 */
export async function openReports({ school, database, id, desk, days, data, now }: Opening, cwd: string): Promise<SchoolIncidents> {
  const settings = school.config.incidents ?? shape.parse({});
  // An example school leaves nothing where somebody merely tries it.
  const sealing = await sealingIn(school.file === undefined ? data : folderOf(school, cwd));
  const living = schoolSettings({ school, database, id });
  let covered = await living.cover();
  return incidentDeskOf({
    db: database.db,
    school: id,
    // Who stands in and who is away is asked with the people, who are read before every decision.
    people: async () => {
      covered = await living.cover();
      return desk.people();
    },
    channelOf: desk.channelOf,
    cover: people => {
      const named = (address: string): readonly string[] =>
        people.filter(person => person.address !== undefined && normalAddress(person.address) === address).map(person => person.id);
      const deputies = Object.entries(covered.deputies).map(([post, who]) => [post, (who ?? []).flatMap(named)] as const);
      return {
        routes: routesOf(settings),
        deputies: Object.fromEntries(deputies) as { readonly [P in Post]?: readonly string[] },
        away: covered.away.flatMap(({ who, from, until }) => named(who).map(person => ({ person, from, until })))
      };
    },
    hours: settings.hours,
    isSchoolDay: days.isSchoolDay,
    offsets: offsetsOf(school.config.school.timezone, now().getTime() - 10 * year, now().getTime() + 10 * year),
    now,
    sealing,
    ...spokenTo(settings)
  });
}

type Opening = Pick<Signatures, 'school' | 'database' | 'id' | 'desk' | 'days' | 'data' | 'now'>;

/** What is done with reports by itself: what nobody deals with any more finds somebody, and what is long over is taken away. */
export function reportJobs(
  { school, database: { db }, id }: Pick<Signatures, 'school' | 'database' | 'id'>,
  incidents: Pick<SchoolIncidents, 'rerouted' | 'erase'>
): readonly Job[] {
  const years = (school.config.incidents ?? shape.parse({})).retention;
  return [
    {
      name: 'reports',
      cron: '20 6 * * *',
      run: async () => {
        const rerouted = await incidents.rerouted();
        const holds = await db.selectFrom('hold').select('person').where('school', '=', id).where('lifted_at', 'is', null).execute();
        const held = new Set(holds.flatMap(({ person }) => person ?? []));
        const erased = holds.some(({ person }) => person === null) ? 0 : await incidents.erase(years, held);
        return rerouted + erased > 0
          ? `Reports: ${rerouted} found somebody new, ${erased} were taken away at the end of their time.`
          : undefined;
      }
    }
  ];
}
