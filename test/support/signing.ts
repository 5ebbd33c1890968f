import type { Entry, Recorded } from '../../core/policies/entry.ts';
import type { Person } from '../../core/policies/person.ts';
import type { Clause } from '../../core/policies/policy.ts';
import { schoolDays } from '../../core/policies/school-days.ts';
import type { Version } from '../../core/policies/version.ts';

/** A person of whom nothing is said but what a test needs. */
export function someone(id: string, said: Partial<Person> = {}): Person {
  return { id, name: id, address: `${id}@school.example`, roles: ['staff'], groups: [], children: [], language: 'en', ...said };
}

/** A clause that binds staff. */
export function clause(id: string, text: Clause['text'], said: Partial<Clause> = {}): Clause {
  return { id, section: 'Rules', text, binds: ['staff'], duties: [], ...said };
}

/** Version 1.0 of a policy that staff sign, published on Monday 2 November 2026. */
export function version(said: Partial<Version> = {}): Version {
  return {
    policy: 'aup',
    major: 1,
    minor: 0,
    title: 'Acceptable use',
    languages: ['en'],
    clauses: [clause('1', 'Lock the screen when you leave it.')],
    texts: {},
    audiences: ['staff'],
    publishedAt: '2026-11-02T09:00:00.000Z',
    ...said
  };
}

/** Entries with their places in a chain, as a ledger gives them; the leaves are made up. */
export function recorded(...entries: readonly Entry[]): readonly Recorded[] {
  return entries.map((entry, index) => ({ index, leaf: index.toString(16).padStart(64, '0'), entry }));
}

/** A school that is open from Monday to Friday all year, by the clock of Greenwich. */
export const everyWeekday = schoolDays({ terms: [], closed: [], inset: [], offsets: [] });
