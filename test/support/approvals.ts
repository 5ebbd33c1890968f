import { about, kinds } from '../../core/approvals/kinds.ts';
import type { Request } from '../../core/approvals/approval.ts';
import { defaultHolders } from '../../core/approvals/routing.ts';
import { approvalDeskOf, type ApprovalParts, type SchoolApprovals } from '../../service/approvals.ts';
import { sealingWith } from '../../service/sealing.ts';
import { offsetsOf } from '../../service/time-zone.ts';
import { school } from './database.ts';
import { everyWeek, freshDesk, type TestDesk } from './desk.ts';
import { reportingPeople } from './incidents.ts';

/** Approvals on a database of their own. */
export interface TestApprovals extends TestDesk {
  readonly approvals: SchoolApprovals;
  readonly parts: ApprovalParts;
}

/** A school whose people ask for leave; it is Monday, 23 November 2026, nine o'clock. */
export async function freshApprovals(more: Partial<ApprovalParts> = {}): Promise<TestApprovals> {
  const made = await freshDesk({ people: reportingPeople, teams: false });
  const parts: ApprovalParts = {
    db: made.database.db,
    school,
    people: made.desk.people,
    channelOf: made.desk.channelOf,
    cover: () => ({ holders: defaultHolders, delegates: { head: [made.ids['deputy']!] }, away: [] }),
    kinds,
    deciders: kind => about[kind].deciders,
    days: 5,
    lasts: 7,
    clock: {
      isSchoolDay: everyWeek.isSchoolDay,
      offsets: offsetsOf('Europe/London', Date.parse('2020-01-01'), Date.parse('2035-01-01')),
      hours: { from: '07:30', until: '18:00' }
    },
    now: () => new Date(made.clock.at),
    sealing: sealingWith(Buffer.alloc(32, 7)),
    ...more
  };
  return { ...made, approvals: approvalDeskOf(parts), parts };
}

/** What somebody asks for to send a message, as their Outlook does. */
export function messageRequest(more: Partial<Request> & { readonly key?: string } = {}): Request {
  const { key = '0123456789abcdef', ...rest } = more;
  return { kind: 'send', fields: { what: 'A weasel bit the caretaker.' }, message: { key, people: { parent: 2 } }, ...rest };
}

/** Somebody who takes data home. */
export const dataRequest: Request = {
  kind: 'data-off-site',
  fields: { what: 'Marks of the weasel class', where: 'At home', protection: 'BitLocker', until: '2026-11-27' }
};
