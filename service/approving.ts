import { about } from '../core/approvals/kinds.ts';
import type { Post } from '../core/approvals/routing.ts';
import { normalAddress } from '../core/mail/address.ts';
import { approvalDeskOf, type SchoolApprovals } from './approvals.ts';
import { approvals as shape, holdersOf } from './config-approvals.ts';
import type { Job } from './jobs/jobs.ts';
import { sealingIn } from './sealing.ts';
import type { Signatures } from './signatures.ts';
import { schoolSettings } from './tab/settings.ts';
import { offsetsOf } from './time-zone.ts';

const year = 366 * 24 * 60 * 60 * 1000;

type Opening = Pick<Signatures, 'school' | 'database' | 'id' | 'desk' | 'days' | 'data' | 'folder' | 'now'>;

/**
 * Opens the approvals of a school on its database; nothing where the school has switched them off. Their words are sealed with the key of the reports. Throws a
 * `Failure` where that is spoilt or others may read it.
 */
export async function openApprovals({
  school,
  database,
  id,
  desk,
  days,
  data,
  folder,
  now
}: Opening): Promise<SchoolApprovals | undefined> {
  const settings = school.config.approvals ?? shape.parse({});
  if (settings.kinds.length === 0) return undefined;
  // An example school leaves nothing where somebody merely tries it.
  const sealing = await sealingIn(school.file === undefined ? data : folder);
  const living = schoolSettings({ school, database, id });
  let { away } = await living.cover();
  return approvalDeskOf({
    db: database.db,
    school: id,
    // Who is away is asked with the people, who are read before every decision.
    people: async () => {
      ({ away } = await living.cover());
      return desk.people();
    },
    channelOf: desk.channelOf,
    cover: people => {
      const named = (address: string): readonly string[] =>
        people.filter(person => person.address !== undefined && normalAddress(person.address) === address).map(person => person.id);
      const delegates = Object.entries(settings.delegates).map(([post, who]) => [post, (who ?? []).flatMap(named)] as const);
      return {
        holders: holdersOf(settings),
        delegates: Object.fromEntries(delegates) as { readonly [P in Post]?: readonly string[] },
        // Whoever is away for reports is away: nobody says so twice.
        away: [...settings.away, ...away].flatMap(({ who, from, until }) => named(who).map(person => ({ person, from, until })))
      };
    },
    kinds: settings.kinds,
    deciders: kind => settings.deciders[kind] ?? about[kind].deciders,
    days: settings.days,
    lasts: settings.lasts,
    clock: {
      isSchoolDay: days.isSchoolDay,
      offsets: offsetsOf(school.config.school.timezone, now().getTime() - 10 * year, now().getTime() + 10 * year),
      hours: settings.hours
    },
    now,
    sealing
  });
}

/** What is done with approvals by itself: what expired is written down, whoever decides or owes something is reminded, what is long over is taken away. */
export function approvalJobs(
  { school, database: { db }, id }: Pick<Signatures, 'school' | 'database' | 'id'>,
  approvals: Pick<SchoolApprovals, 'chase' | 'erase'>
): readonly Job[] {
  const years = (school.config.approvals ?? shape.parse({})).retention;
  return [
    {
      name: 'approvals',
      cron: '5,35 7-18 * * *',
      run: async () => {
        const { expired, rerouted } = await approvals.chase();
        return expired + rerouted > 0 ? `Approvals: ${expired} expired, ${rerouted} found somebody new.` : undefined;
      }
    },
    {
      name: 'approvals-retention',
      cron: '40 4 2 * *',
      run: async () => {
        const holds = await db.selectFrom('hold').select('person').where('school', '=', id).where('lifted_at', 'is', null).execute();
        if (holds.some(({ person }) => person === null)) return undefined;
        const erased = await approvals.erase(years, new Set(holds.flatMap(({ person }) => person ?? [])));
        return erased > 0 ? `Approvals: ${erased} were taken away at the end of their time.` : undefined;
      }
    }
  ];
}
