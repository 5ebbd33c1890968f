import type { Entered, Fields } from '../../core/registers/entry.ts';
import { type Kind, kinds } from '../../core/registers/kinds.ts';
import { registerDeskOf, type RegisterParts, type SchoolRegisters } from '../../service/registers.ts';
import { sealingWith } from '../../service/sealing.ts';
import { school } from './database.ts';
import { everyWeek, freshDesk, type TestDesk } from './desk.ts';
import { reportingPeople } from './incidents.ts';

/** Registers on a database of their own. */
export interface TestRegisters extends TestDesk {
  readonly registers: SchoolRegisters;
  readonly parts: RegisterParts;
}

/** A school that keeps every register; it is Monday, 23 November 2026, nine o'clock. */
export async function freshRegisters(more: Partial<RegisterParts> = {}): Promise<TestRegisters> {
  const made = await freshDesk({ people: reportingPeople, teams: false });
  const parts: RegisterParts = {
    db: made.database.db,
    school,
    people: made.desk.people,
    channelOf: made.desk.channelOf,
    kinds,
    keepers: kind => (kind === 'training' ? ['deputy@school.example'] : []),
    yearly: undefined,
    days: everyWeek,
    now: () => new Date(made.clock.at),
    sealing: sealingWith(Buffer.alloc(32, 7)),
    ...more
  };
  return { ...made, registers: registerDeskOf(parts), parts };
}

const whole: { readonly [K in Kind]: Fields } = {
  training: { what: 'Weasels online', by: 'The council', day: '2026-09-02', who: 'Teacher Seven\nDrew Second' },
  'policy-review': { policy: 'Acceptable use', day: '2026-03-16', by: 'The governing body' },
  'password-change': { scope: 'Staff', day: '2026-11-23', until: '2026-12-04' },
  'monitoring-activity': {
    what: 'The filter’s log',
    why: 'Each half-term',
    day: '2026-11-20',
    by: 'Casey Online',
    ordered: 'Harper Leading'
  },
  'image-consent': { child: 'Kit Sample', use: 'website', standing: 'given', by: 'Parent Three', day: '2026-09-04' }
};

/** An entry as somebody makes it. */
export function exampleEntry(kind: Kind, more: Fields = {}): Entered {
  return { kind, fields: { ...whole[kind], ...more } };
}
