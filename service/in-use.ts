import { about, type Kind as ApprovalKind } from '../core/approvals/kinds.ts';
import { endOf, givenAt, overdueSince, stateAt } from '../core/approvals/approval.ts';
import { routeOf as approvalRouteOf } from '../core/approvals/routing.ts';
import { categories, type Category } from '../core/incidents/incident.ts';
import { routeOf } from '../core/incidents/routing.ts';
import type { Kind as RegisterKind } from '../core/registers/kinds.ts';
import { type ApprovalCount, type Everyday, middleOf } from '../core/report/everyday.ts';
import { approvals as approvalShape, holdersOf } from './config-approvals.ts';
import { incidents as incidentShape, routesOf } from './config-incidents.ts';
import { registers as registerShape } from './config-registers.ts';
import { openRegisters } from './registering.ts';
import { openReports } from './reporting.ts';
import type { Signatures } from './signatures.ts';
import { approvalsOf } from './store/approvals.ts';
import { incidentsOf } from './store/incidents.ts';
import { registersOf } from './store/registers.ts';
import { offsetsOf } from './time-zone.ts';

/** What people can do at a school today besides signing: what of it reaches somebody, and which registers hold something. */
export interface InUse {
  readonly incidents: readonly Category[];
  /** The school says whom to speak to about a child. */
  readonly lead: boolean;
  readonly approvals: readonly ApprovalKind[];
  readonly registers: readonly RegisterKind[];
}

type Parts = Pick<Signatures, 'school' | 'database' | 'id' | 'desk' | 'days' | 'data' | 'folder' | 'now'>;

/** What is in use at a school: reports and requests that would reach somebody who is there, and registers with at least one entry. */
export async function inUseAt({ school: { config }, database: { db }, id, desk, days, now }: Parts): Promise<InUse> {
  const today = days.dayOf(now().toISOString());
  const people = (await desk.people()).filter(person => desk.channelOf(person) !== undefined);
  const incidents = config.incidents ?? incidentShape.parse({});
  const approvals = config.approvals ?? approvalShape.parse({});
  const { kept } = config.registers ?? registerShape.parse({});
  const nobody = { away: [], today };
  const routes = routesOf(incidents);
  const holders = holdersOf(approvals);
  return {
    incidents: categories.filter(
      category => routeOf({ category, aboutRoles: [], reporter: '' }, people, { routes, deputies: {}, ...nobody }).length > 0
    ),
    lead: incidents.lead !== undefined || config.people.dsl.length > 0,
    approvals: approvals.kinds.filter(kind => {
      const deciders = approvals.deciders[kind] ?? about[kind].deciders;
      return approvalRouteOf({ kind, asker: '', deciders }, people, { holders, delegates: {}, ...nobody }).length >= deciders;
    }),
    registers: kept.length === 0 ? [] : (await registersOf(db, id).begun()).filter(kind => kept.includes(kind))
  };
}

/** What happened at a school since a day, and what is open still, in numbers. Where nothing was ever reported, asked or entered there is nothing of it. */
export async function everydayOf(signatures: Signatures, since: string, cwd: string): Promise<Everyday> {
  const { database, id, school } = signatures;
  const { kept } = school.config.registers ?? registerShape.parse({});
  // Where there is nothing no key is asked for, and none is made.
  const isReported = (await incidentsOf(database.db, id).all()).length > 0;
  const isEntered = kept.length > 0 && (await registersOf(database.db, id).begun()).length > 0;
  const approvals = await approvalCounts(signatures, since);
  return {
    ...(isReported && { incidents: await (await openReports(signatures, cwd)).tally(`${since}T00:00:00.000Z`) }),
    ...(approvals.length > 0 && { approvals }),
    ...(isEntered && { registers: (await (await openRegisters(signatures))?.counted()) ?? [] })
  };
}

async function approvalCounts({ database: { db }, id, school, now }: Signatures, since: string): Promise<readonly ApprovalCount[]> {
  const all = await approvalsOf(db, id).all();
  const at = now().toISOString();
  const year = 366 * 24 * 60 * 60 * 1000;
  const offsets = offsetsOf(school.config.school.timezone, now().getTime() - 10 * year, now().getTime() + 10 * year);
  const counted = all.map(kept => {
    const given = givenAt(kept);
    const refused = kept.steps.find(({ kind }) => kind === 'refused')?.at;
    const state = stateAt(kept, at, offsets);
    const decided = given ?? refused;
    return {
      kind: kept.kind,
      state: state === 'asked' ? 'waiting' : given !== undefined ? 'given' : refused !== undefined ? 'refused' : 'lapsed',
      overdue: overdueSince(kept, at, offsets) !== undefined,
      isOfNow: kept.at >= since || state === 'asked' || overdueSince(kept, at, offsets) !== undefined || (endOf(kept, offsets) ?? '') > at,
      took: decided === undefined ? [] : [Math.round((Date.parse(decided) - Date.parse(kept.at)) / 60_000)]
    } as const;
  });
  return (Object.keys(about) as readonly ApprovalKind[]).flatMap(kind => {
    const own = counted.filter(each => each.kind === kind && each.isOfNow);
    const of = (state: (typeof own)[number]['state']): number => own.filter(each => each.state === state).length;
    const minutesToDecide = middleOf(own.flatMap(({ took }) => took));
    return own.length === 0
      ? []
      : [
          {
            kind,
            waiting: of('waiting'),
            given: of('given'),
            refused: of('refused'),
            lapsed: of('lapsed'),
            overdue: own.filter(({ overdue }) => overdue).length,
            ...(minutesToDecide === undefined ? {} : { minutesToDecide })
          }
        ];
  });
}
