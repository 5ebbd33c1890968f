import { defaultHours } from '../../core/incidents/hours.ts';
import type { Report } from '../../core/incidents/incident.ts';
import { defaultRoutes } from '../../core/incidents/routing.ts';
import { incidentDeskOf, type IncidentParts, type SchoolIncidents } from '../../service/incidents.ts';
import { sealingWith } from '../../service/sealing.ts';
import type { Listed } from '../../service/store/people.ts';
import { offsetsOf } from '../../service/time-zone.ts';
import { school } from './database.ts';
import { everyWeek, freshDesk, person, type TestDesk } from './desk.ts';

/** Who works at a school in which things are reported. */
export const reportingPeople: readonly Listed[] = [
  person('teacher', { name: 'Teacher Seven', roles: ['staff'], address: 'teacher.seven@school.example' }),
  person('coordinator', { name: 'Casey Online', roles: ['staff', 'coordinator'], address: 'esafety@school.example' }),
  person('head', { name: 'Harper Leading', roles: ['staff', 'head'], address: 'head@school.example' }),
  person('deputy', { name: 'Drew Second', roles: ['staff'], address: 'deputy@school.example' }),
  person('chair', { name: 'Charlie Governing', roles: ['governor', 'chair'], address: 'chair@governors.example', language: 'cy' }),
  person('officer', { name: 'Pat Privacy', roles: ['data-protection-officer'], address: 'dpo@council.example' }),
  person('governor', { name: 'Governor Two', roles: ['governor'], address: 'governor.two@governors.example' })
];

/** Reports on a database of their own. */
export interface TestIncidents extends TestDesk {
  readonly incidents: SchoolIncidents;
  readonly parts: IncidentParts;
}

/** A school whose people can report; it is Monday, 23 November 2026, nine o'clock. */
export async function freshIncidents(more: Partial<IncidentParts> = {}): Promise<TestIncidents> {
  const made = await freshDesk({ people: reportingPeople, teams: false });
  const parts = incidentParts(made, more);
  return { ...made, incidents: incidentDeskOf(parts), parts };
}

/** What the reports of a school work with that is there already. */
export function incidentParts({ desk, database, clock, ids }: TestDesk, more: Partial<IncidentParts> = {}): IncidentParts {
  return {
    db: database.db,
    school,
    people: desk.people,
    channelOf: desk.channelOf,
    cover: () => ({ routes: defaultRoutes, deputies: ids['deputy'] === undefined ? {} : { head: [ids['deputy']] }, away: [] }),
    hours: defaultHours,
    isSchoolDay: everyWeek.isSchoolDay,
    offsets: offsetsOf('Europe/London', Date.parse('2020-01-01'), Date.parse('2035-01-01')),
    now: () => new Date(clock.at),
    sealing: sealingWith(Buffer.alloc(32, 7)),
    lead: { en: 'the safeguarding lead', cy: 'y person diogelu' },
    outside: { en: 'the local authority', cy: 'yr awdurdod lleol' },
    ...more
  };
}

/** A report as somebody makes it. */
export function exampleReport(more: Partial<Report> = {}): Report {
  return { category: 'virus', day: '2026-11-23', what: 'A file asked for money.', aboutRoles: [], personal: false, ...more };
}
