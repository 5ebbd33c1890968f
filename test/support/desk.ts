import { defaultAudiences } from '../../core/policies/audiences.ts';
import type { Audience } from '../../core/policies/audience.ts';
import type { Clause } from '../../core/policies/policy.ts';
import { schoolDays } from '../../core/policies/school-days.ts';
import type { Version } from '../../core/policies/version.ts';
import { deskOf, type SchoolDesk } from '../../service/desk.ts';
import { passingSigningKey, type SigningKey } from '../../service/ledger/signing-key.ts';
import type { Listed } from '../../service/store/people.ts';
import { offsetsOf } from '../../service/time-zone.ts';
import { freshDatabase, school, type TestDatabase } from './database.ts';

/** A school's desk on a database of its own. */
export interface TestDesk {
  readonly desk: SchoolDesk;
  readonly database: TestDatabase;
  readonly key: SigningKey;
  /** The clock of the desk, in milliseconds; it stands still unless it is moved. */
  readonly clock: { at: number };
  /** Ids by the key of the list. */
  readonly ids: { readonly [key: string]: string };
}

/** The days of a school that names no terms: Monday to Friday, by London's clock. */
export const everyWeek = schoolDays({
  terms: [],
  closed: [],
  inset: [],
  offsets: offsetsOf('Europe/London', Date.parse('2020-01-01'), Date.parse('2035-01-01'))
});

/** People with what matters of them; the key of each is the list's. */
export const examplePeople: readonly Listed[] = [
  person('teacher', {
    name: 'Teacher Seven',
    roles: ['staff'],
    address: 'teacher.seven@school.example',
    entraId: '00000000-0000-4000-8000-000000000007'
  }),
  person('governor', { name: 'Governor Two', roles: ['governor'], address: 'governor.two@governors.example' }),
  person('coordinator', { name: 'E-safety Coordinator', roles: ['staff', 'coordinator'], address: 'esafety@school.example' }),
  person('pupil', { name: 'Kit Sample', roles: ['pupil'], class: '4B' })
];

/** Somebody of a list. */
export function person(key: string, more: Partial<Listed> & Pick<Listed, 'name' | 'roles'>): Listed {
  return { key, groups: [], children: [], language: 'en', ...more };
}

/** A version of an invented policy. */
export function exampleVersion(more: Partial<Version> = {}): Version {
  const clauses: readonly Clause[] = [
    {
      id: '1',
      section: '',
      text: { en: 'Keep your password to yourself.', cy: 'Cadwch eich cyfrinair i chi’ch hun.' },
      binds: ['staff', 'governor', 'pupil'],
      duties: []
    }
  ];
  return {
    policy: 'acceptable-use',
    major: 1,
    minor: 0,
    title: { en: 'Acceptable use', cy: 'Defnydd derbyniol' },
    languages: ['en', 'cy'],
    clauses,
    texts: {
      en: {
        text: 'Keep your password to yourself.',
        sha256: 'e9773ad98db66bcecd371157b11b71bf0b70a8b7a459f4da17bb4eff5c5b7760',
        pdfSha256: 'b'.repeat(64)
      },
      cy: {
        text: 'Cadwch eich cyfrinair i chi’ch hun.',
        sha256: '39e56b756664dc8ad9de8588cc73223b21bd113f3417154414306a8e8c72bec1',
        pdfSha256: 'd'.repeat(64)
      }
    },
    audiences: ['staff', 'governors'],
    publishedAt: '2026-11-20T09:00:00.000Z',
    ...more
  };
}

/** A desk with these people and, if any, these versions published; it is Monday, 23 November 2026, nine o'clock. */
export async function freshDesk(
  options: {
    readonly people?: readonly Listed[];
    readonly versions?: readonly Version[];
    readonly teams?: boolean;
    readonly audiences?: readonly Audience[];
    readonly database?: TestDatabase;
  } = {}
): Promise<TestDesk> {
  const { people = examplePeople, versions = [exampleVersion()], teams = true, audiences = defaultAudiences } = options;
  const database = options.database ?? (await freshDatabase());
  const clock = { at: Date.parse('2026-11-23T09:00:00Z') };
  const key = passingSigningKey();
  const desk = deskOf({
    db: database.db,
    school: { id: school, name: 'Example Primary School', timezone: 'Europe/London' },
    audiences,
    days: everyWeek,
    now: () => new Date(clock.at),
    key,
    link: person => Promise.resolve(`https://beadle.school.example/sign#${person}`),
    teams
  });
  const made = await desk.peopleStore.put(people);
  for (const version of versions) await desk.versionStore.publish(version, { en: Buffer.from('%PDF') }, made[0]!);
  return { desk, database, key, clock, ids: Object.fromEntries(people.map(({ key: name }, i) => [name, made[i]!])) };
}
