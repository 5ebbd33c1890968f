import { wordsOf } from '../../core/policies/policy.ts';
import { models } from '../../core/policies/models/index.ts';
import { mapPolicy } from '../../core/policies/map.ts';
import { rules } from '../../core/mail/rules/index.ts';
import { accept } from '../../core/tenant/accept.ts';
import { beginAudit, type Result } from '../../core/tenant/audit.ts';
import { checks } from '../../core/tenant/checks/index.ts';
import { compare } from '../../core/tenant/compare.ts';
import { expectationsOf } from '../../core/tenant/packs.ts';
import type { Licence } from '../../core/tenant/snapshot.ts';
import type { ReportData } from '../../core/report/report.ts';
import { microsoftParts, microsoftStreams } from '../../graph/microsoft/index.ts';
import { microsoftWay } from '../../graph/microsoft/way.ts';
import { auditTenant } from '../../graph/snapshot.ts';
import { controlsOf } from '../../service/in-place.ts';
import { testClock } from './clock.ts';
import { allRights, fakeGraph } from './graph/fake.ts';
import { fakeSchool } from './graph/school.ts';
import { audited } from './tenant.ts';

/** What every check of the product says of the invented school, read as a real one is. One right is missing and one check has no DPIA line. */
export async function auditedSchool(licences: readonly Licence[] = ['entra-p1', 'intune', 'exchange']): Promise<readonly Result[]> {
  const clock = testClock();
  const graph = fakeGraph(fakeSchool(licences, { accounts: 400, devices: 120 }), {
    clock,
    rights: allRights.filter(right => right !== 'DeviceManagementApps.Read.All')
  });
  const way = microsoftWay(async () => 'token', { clock, random: () => 0.5, deadline: clock.now() + 3_600_000 }, graph.fetch);
  const audit = beginAudit(checks, { ...audited, expects }, id => id !== 'mailboxes-opened-by-others');
  const { results } = await auditTenant(audit, {
    vendor: 'microsoft',
    tenant: 't',
    way,
    parts: microsoftParts,
    streams: microsoftStreams,
    now: () => new Date(clock.now())
  });
  return results;
}

const expects = expectationsOf('school', { passwordDays: 90, passwordLength: 12 });

/** All that a school in the middle of its first year has to report: an audit with what the last one said, a policy, signatures, mail, past audits. */
export async function reportData(): Promise<ReportData> {
  const results = await auditedSchool();
  const judged = accept(
    results,
    [
      {
        check: 'devices-trusted-without-rules',
        until: '2027-03-31',
        owner: 'School Business Manager',
        because: 'The trust moves all devices to new rules by Easter.'
      },
      { check: 'devices-silent', until: '2026-10-31', owner: 'Network Manager', because: 'The laptops lent in summer come back.' }
    ],
    '2026-11-22'
  );
  const of = (state: Result['state']): number => judged.filter(each => each.state === state && !each.accepted).length;
  const [right, wrong] = [of('pass'), of('fail') + of('partial')];
  const changes = compare(before(results), judged);
  const policy = models[0]!;
  return {
    school: 'Ysgol Enghraifft',
    on: '2026-11-22',
    since: '2026-10-19',
    vendor: 'microsoft',
    lines: judged.map(result => ({ check: checks.find(({ id }) => id === result.id)!, result, change: changes[result.id]! })),
    expects,
    map: { title: wordsOf(policy.title, 'en'), policy: mapPolicy(policy, controlsOf(undefined, undefined, 'ledger', results)) },
    signed: [
      { policy: 'st-norberts', audience: { en: 'Staff', cy: 'Staff' }, wanted: 47, signed: 44, late: 2, declined: 0, excused: 1 },
      {
        policy: 'st-norberts',
        audience: { en: 'Governors', cy: 'Llywodraethwyr' },
        wanted: 12,
        signed: 9,
        late: 0,
        declined: 1,
        excused: 0
      },
      {
        policy: 'st-norberts',
        audience: { en: 'Parents and carers', cy: 'Rhieni a gofalwyr' },
        wanted: 312,
        signed: 211,
        late: 61,
        declined: 3,
        excused: 0
      }
    ],
    mail: rules.slice(0, 6).map(({ id, title }, i) => ({ rule: id, title, warned: [14, 9, 6, 3, 1, 1][i]! })),
    everyday: {
      incidents: [
        { category: 'virus', open: 1, closed: 3, clocks: 0, late: 0, minutesToClose: 3060 },
        { category: 'lost-device', open: 1, closed: 0, clocks: 1, late: 0 }
      ],
      approvals: [{ kind: 'send', waiting: 1, given: 12, refused: 2, lapsed: 0, overdue: 0, minutesToDecide: 95 }],
      registers: [{ kind: 'training', entries: 5, holds: 2, due: 1, overdue: 1 }]
    },
    past: [
      { on: '2026-01-12', right: 2, wrong: 21, unknown: 8 },
      { on: '2026-03-23', right: 3, wrong: 21, unknown: 7 },
      { on: '2026-04-20', right: 3, wrong: 22, unknown: 6 },
      { on: '2026-07-06', right: 5, wrong: 20, unknown: 6 },
      { on: '2026-09-14', right: 4, wrong: 22, unknown: 5 },
      { on: '2026-10-19', right: 6, wrong: 19, unknown: 5 },
      { on: '2026-11-22', right, wrong, unknown: judged.length - right - wrong - 1 }
    ],
    terms: [
      { from: '2026-01-05', to: '2026-03-27' },
      { from: '2026-04-13', to: '2026-07-20' },
      { from: '2026-09-01', to: '2026-12-18' }
    ],
    pagesAt: 'https://beadle.school.example'
  };
}

/** What the audit before said: fewer devices were encrypted, one thing was right that is wrong now, and one wrong that is right now. */
function before(results: readonly Result[]): readonly Result[] {
  const right = results.find(({ state }) => state === 'pass')!;
  const wrong = results.find(({ state }) => state === 'fail')!;
  return results.map((result): Result => {
    const { id, duties, severity } = result;
    if (result.id === right.id) return { id, duties, severity, state: 'fail', message: 'x' };
    if (result.id === wrong.id) return { id, duties, severity, state: 'pass', message: 'x' };
    if (id === 'devices-not-encrypted' && 'share' in result && result.share) return { ...result, share: { held: 1, of: result.share.of } };
    return result;
  });
}
